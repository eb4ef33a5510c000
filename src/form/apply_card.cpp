#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "form/cards.h"
#include "form/uses.h"
#include "i18n/dates.h"
#include "mail/mailto.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Widget;
using rules::Material;

/// `number`: of the position whose own it is; empty where it holds for all, or for the one that is chosen.
void add_to(Builder& form, const rules::Apply& apply, const std::string& number = {}) {
  const std::string id = number.empty() ? "au-to" : node_id("to", number);
  if (!apply.to.empty()) form.leaf(Widget::text, id, form.word(Word::apply_to) + ": " + listed(apply.to));
}
void add_tag(Builder& form, const rules::Apply& apply, const std::string& number = {}) {
  const std::string id = number.empty() ? "au-keeps" : node_id("keeps", number);
  if (!apply.subject_tag.empty())
    form.leaf(Widget::text, id, form.word(Word::apply_subject_keeps, "tag", apply.subject_tag));
}

/// Where to and under which subject; what differs between positions once for each until one is chosen.
void add_envelope(Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  const bool is_open = has_open_position(rules, form.input.answers.position);
  const auto differs = [&](auto own) {
    return is_open && std::any_of(rules.positions.begin(), rules.positions.end(),
                                  [&](const rules::Position& one) { return !(one.*own).empty(); });
  };
  const bool addresses_differ = differs(&rules::Position::to);
  const bool tags_differ = differs(&rules::Position::subject_tag);
  const rules::Apply apply = rules.apply_for(form.input.answers.position);
  if (!addresses_differ) add_to(form, apply);
  if (!apply.cc.empty())
    form.leaf(Widget::text, "au-cc", form.word(Word::apply_cc) + ": " + listed(apply.cc));
  if (!tags_differ) add_tag(form, apply);
  if (!addresses_differ && !tags_differ) return;
  for (std::size_t i = 0; i < rules.positions.size(); ++i) {
    const std::string number = std::to_string(i);
    Said label = form.said(rules.positions[i].label);
    if (label.language.empty()) label.text = form.word(Word::apply_for_position, "position", label.text);
    form.leaf(Widget::hint, node_id("tag-for", number), std::move(label));
    const rules::Apply own = rules.apply_for(rules.positions[i].id);
    if (addresses_differ) add_to(form, own, number);
    if (tags_differ) add_tag(form, own, number);
  }
}

/// What is said beside a material's name, in the order in which it matters. What is in another language than
/// the interface is a hint of its own.
std::string add_remarks(Builder& form, const Material& material, const Said& label) {
  std::string remark;
  const auto add = [&](std::string_view what) { join(remark, " · ", what); };
  if (material.required == rules::Required::if_any) add(form.word(Word::material_if_any));
  if (material.required == rules::Required::optional) add(form.word(Word::material_optional));
  std::string parts;
  for (const std::string& kind : material.contains) {
    const std::string part = form.word(i18n::find_word("kind." + kind, Word::kind_other));
    const bool is_said =
        base::to_ascii_lower(label.text).find(base::to_ascii_lower(part)) != std::string::npos;
    if (!is_said) join(parts, ", ", part);
  }
  if (!parts.empty()) add(form.word(Word::material_contains, "parts", parts));
  Said whose = form.whose([&](const rules::Position& one) { return one.wants(material); });
  if (whose.language.empty() && !whose.text.empty()) add(whose.text);
  Said shown;
  for (const rules::Clause& clause : form.input.rules.clauses) {
    if (std::find(clause.evidence.begin(), clause.evidence.end(), material.id) == clause.evidence.end())
      continue;
    Said one = form.said(clause.label);
    join(shown.text, "; ", one.text);
    if (shown.language.empty()) shown.language = std::move(one.language);
  }
  const bool is_foreign = !shown.language.empty();
  if (!shown.text.empty())
    add(base::trim(form.word(Word::material_shows, "clauses", is_foreign ? std::string() : shown.text)));

  std::string ids;
  const auto hint = [&](std::string_view kind, Said said) {
    if (said.text.empty()) return;
    const std::string id = node_id(kind, material.id);
    join(ids, " ", id);
    form.leaf(Widget::hint, id, std::move(said));
  };
  hint("remark", {std::move(remark), {}});
  if (is_foreign) hint("shows", std::move(shown));
  if (!whose.language.empty()) hint("whose", std::move(whose));
  return ids;
}

bool add_materials(Builder& form, rules::Stage stage) {
  const std::vector<const Material*> materials = mail::materials(form.input.rules, form.input.answers, stage);
  if (materials.empty()) return false;
  const bool now = stage == rules::Stage::now;
  const std::string heading = now ? "au-now" : "au-later";
  form.leaf(Widget::heading, heading, now ? Word::apply_now : Word::apply_later);
  const std::size_t list = form.open(Widget::list, heading + "-list");
  form.node(list).labelled_by = heading;
  for (const Material* material : materials) {
    const std::size_t item = form.open(Widget::item, node_id("material", material->id));
    const Said label = form.said(material->label);
    // A box to tick off needs no script; what comes later has none, so that nobody looks for it now.
    FormNode& node = now ? form.leaf(Widget::option, node_id("have", material->id), label)
                         : form.leaf(Widget::text, node_id("for-later", material->id), label);
    if (now) {
      node.input = layout::Input::checkbox;
      node.checked = form.input.view.have.contains(material->id);
    }
    std::string remarks = add_remarks(form, *material, label);
    form.node(item + 1).described_by = std::move(remarks);
    form.close(item);
  }
  form.close(list);
  return true;
}

}  // namespace

mail::Request request_for(const Builder& form) {
  mail::Request request;
  request.title = form.input.title;
  request.language = i18n::language_for(form.input.posting_language);  // that of those who read it
  return request;
}

std::string question_link(const Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  if (!rules.apply_for(form.input.answers.position).inquiry) return {};
  return mail::to_mailto(mail::compose_question(rules, form.input.answers, request_for(form)));
}

std::string why_closed(const Builder& form, std::string_view position) {
  const rules::RuleSet& rules = form.input.rules;
  if (rules.apply.closed) return form.word(Word::apply_filled);
  const rules::Deadline last =
      has_open_position(rules, position) ? rules.last_deadline() : rules.apply_for(position).deadline;
  const auto* deadline = std::get_if<rules::DeadlineAt>(&last);
  if (deadline == nullptr || !form.input.view.over.contains(rules::name_of(*deadline))) return {};
  return form.word(Word::apply_closed, "date", i18n::format_date(form.input.language, deadline->date));
}

void add_apply_card(Builder& form, const rules::Verdict& verdict) {
  const rules::RuleSet& rules = form.input.rules;
  const rules::Apply& apply = rules.apply;
  const std::size_t card = form.open_card("au-apply", Word::apply_heading);
  const std::string closed = why_closed(form, form.input.answers.position);
  if (!closed.empty()) form.leaf(Widget::text, "au-closed", closed).tone = layout::Tone::ask;
  if (!apply.portal.empty()) {
    FormNode& portal = form.leaf(Widget::main_button, "au-portal", Word::apply_open_portal);
    portal.value = apply.portal;
    if (!closed.empty()) portal.described_by = "au-closed";
  }
  if (rules.questions.empty()) {
    form.live = true;
    add_positions(form);
    form.live = false;
  }
  const bool takes_mail = rules.takes_mail(form.input.answers.position);
  if (takes_mail) add_envelope(form);
  const bool has_now = add_materials(form, rules::Stage::now);
  if (apply.max_total_mb && takes_mail) {
    form.leaf(Widget::hint, "au-max-total",
              form.word(Word::apply_max_total, "size",
                        i18n::format_number(form.input.language, *apply.max_total_mb)));
  }
  const bool has_later = add_materials(form, rules::Stage::later);
  if (!has_now && !has_later) form.leaf(Widget::text, "au-nothing-named", Word::apply_nothing_named);
  if (takes_mail) add_mail(form, verdict);
  if (std::string link = question_link(form); !link.empty())
    form.leaf(Widget::link_button, "au-ask", Word::apply_ask_first).value = std::move(link);
  if (!apply.reply.empty()) {
    form.leaf(Widget::heading, "au-reply-heading", Word::reply_heading);
    form.leaf(Widget::text, "au-reply", form.said(apply.reply));
  }
  form.close(card);
}

}  // namespace aushang::form
