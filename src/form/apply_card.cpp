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
  if (!apply.to.empty()) form.leaf(Widget::hint, id, form.word(Word::apply_to) + ": " + listed(apply.to));
}
void add_tag(Builder& form, const rules::Apply& apply, const std::string& number = {}) {
  const std::string id = number.empty() ? "au-keeps" : node_id("keeps", number);
  if (!apply.subject_tag.empty())
    form.leaf(Widget::hint, id, form.word(Word::apply_subject_keeps, "tag", apply.subject_tag));
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
    form.leaf(Widget::hint, "au-cc", form.word(Word::apply_cc) + ": " + listed(apply.cc));
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

/// Whether a point's name says something that a material's doesn't: they have no word in common, or none of
/// which the first five letters are the same.
bool says_something_new(std::string_view point, std::string_view material) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const std::string known = base::to_ascii_lower(material), said = base::to_ascii_lower(point);
  constexpr std::size_t stem = 5;
  for (std::size_t i = 0; i + stem <= said.size(); ++i) {
    const bool begins = i == 0 || !is_letter(said[i - 1]);
    const std::string_view start = std::string_view(said).substr(i, stem);
    if (begins && std::all_of(start.begin(), start.end(), is_letter) &&
        known.find(start) != std::string::npos)
      return false;
  }
  return true;
}

/// The points that a material is evidence of, where its own name doesn't say it. What is to be sent in any
/// case needs no reason.
Said evidence_of(const Builder& form, const Material& material, const Said& label) {
  Said shown;
  if (material.required == rules::Required::yes) return shown;
  for (const rules::Clause& clause : form.input.rules.clauses) {
    if (std::find(clause.evidence.begin(), clause.evidence.end(), material.id) == clause.evidence.end())
      continue;
    Said one = form.said(clause.label);
    if (!says_something_new(one.text, label.text)) continue;
    join(shown.text, "; ", one.text);
    if (shown.language.empty()) shown.language = std::move(one.language);
  }
  return shown;
}

/// In the language of the material's name, as what it is said beside.
std::string when_required(const Builder& form, const Material& material, const Said& label) {
  if (material.required == rules::Required::if_any) return form.word_beside(label, Word::material_if_any);
  if (material.required == rules::Required::optional) return form.word_beside(label, Word::material_optional);
  return {};
}

/// "with research statement": what of it a reader wouldn't know from its name, in that name's language.
std::string parts_of(const Builder& form, const Material& material, const Said& label) {
  std::string parts;
  for (const std::string& kind : material.contains) {
    const std::string part = form.word_beside(label, i18n::find_word("kind." + kind, Word::kind_other));
    const bool is_said =
        base::to_ascii_lower(label.text).find(base::to_ascii_lower(part)) != std::string::npos;
    if (!is_said) join(parts, ", ", part);
  }
  return parts.empty() ? parts
                       : base::fill_in(form.word_beside(label, Word::material_contains), "parts", parts);
}

/// What is said below a material's name, as one remark as far as it is in one language. Returns the ids.
std::string add_remarks(Builder& form, const Material& material, const Said& label) {
  Said remark = {parts_of(form, material, label), label.language};
  std::string ids;
  const auto hint = [&](std::string_view kind, Said said) {
    if (said.text.empty()) return;
    const std::string id = node_id(kind, material.id);
    join(ids, " ", id);
    form.leaf(Widget::remark, id, std::move(said));
  };
  Said whose = form.whose([&](const rules::Position& one) { return one.wants(material); });
  Said shown = evidence_of(form, material, label);
  if (!shown.text.empty())
    shown.text = base::fill_in(form.word_beside(shown, Word::material_shows), "clauses", shown.text);
  for (Said* said : {&whose, &shown}) {
    if (said->text.empty() || said->language != remark.language) continue;
    join(remark.text, " · ", said->text);
    said->text.clear();
  }
  hint("remark", std::move(remark));
  hint("whose", std::move(whose));
  hint("shows", std::move(shown));
  return ids;
}

/// What to send now, to tick off.
void add_checklist(Builder& form) {
  if (form.now.empty()) return;
  const std::size_t list = form.open(Widget::list, "au-now-list");
  form.node(list).label = form.word(Word::apply_now);
  for (const Material* material : form.now) {
    const std::size_t item = form.open(Widget::item, node_id("material", material->id));
    const std::size_t pair = form.open(Widget::pair, node_id("line", material->id));
    const Said label = form.said(material->label);
    FormNode& node = form.leaf(Widget::option, node_id("have", material->id), label);
    node.input = layout::Input::checkbox;
    node.checked = form.input.view.have.contains(material->id);
    std::string ids;
    if (std::string required = when_required(form, *material, label); !required.empty()) {
      ids = node_id("required", material->id);
      form.leaf(Widget::tag, ids, Said{std::move(required), label.language});
    }
    form.close(pair);
    if (const std::string remarks = add_remarks(form, *material, label); !remarks.empty())
      join(ids, " ", remarks);
    form.node(pair + 1).described_by = std::move(ids);
    form.close(item);
  }
  form.close(list);
}

/// What to send later, a line each: nobody should look for it now.
void add_later(Builder& form) {
  if (form.later.empty()) return;
  form.leaf(Widget::hint, "au-later", form.word(Word::apply_later) + ":");
  const std::size_t list = form.open(Widget::line, "au-later-list");
  form.node(list).label = form.word(Word::apply_later);
  for (const Material* material : form.later) {
    Said label = form.said(material->label);
    std::string more = when_required(form, *material, label);
    if (std::string parts = parts_of(form, *material, label); !parts.empty()) join(more, ", ", parts);
    const Said whose = form.whose([&](const rules::Position& one) { return one.wants(*material); });
    if (!whose.text.empty() && whose.language == label.language) join(more, ", ", whose.text);
    if (!more.empty()) label.text += " (" + more + ")";
    form.leaf(Widget::line_item, node_id("material", material->id), std::move(label));
  }
  form.close(list);
}

/// Where positions answer questions themselves, and until one is chosen, each that does has a link of its
/// own.
void add_ways_to_ask(Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  const bool is_open = has_open_position(rules, form.input.answers.position);
  const auto has_own = [](const rules::Position& one) { return one.inquiry.has_value(); };
  if (!is_open || std::none_of(rules.positions.begin(), rules.positions.end(), has_own)) {
    if (std::string link = question_link(form); !link.empty())
      form.leaf(Widget::link, "au-ask", Word::apply_ask_first).value = std::move(link);
    return;
  }
  rules::Answers answers = form.input.answers;
  for (std::size_t i = 0; i < rules.positions.size(); ++i) {
    answers.position = rules.positions[i].id;
    if (!rules.apply_for(answers.position).inquiry) continue;
    Said label = form.said(rules.positions[i].label);
    label.text = form.word_beside(label, Word::apply_ask_first) + ": " + label.text;
    form.leaf(Widget::link, node_id("ask", std::to_string(i)), std::move(label)).value =
        mail::to_mailto(mail::compose_question(rules, answers, request_for(form)));
  }
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

void add_apply_card(Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  const rules::Apply& apply = rules.apply;
  const std::size_t card = form.open_region("au-apply", Word::apply_heading);
  form.leaf(Widget::title, "au-apply-title", Word::apply_heading);
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
  add_checklist(form);
  if (apply.max_total_mb && takes_mail) {
    form.leaf(Widget::hint, "au-max-total",
              form.word(Word::apply_max_total, "size",
                        i18n::format_number(form.input.language, *apply.max_total_mb)));
  }
  add_later(form);
  if (form.now.empty() && form.later.empty())
    form.leaf(Widget::text, "au-nothing-named", Word::apply_nothing_named);
  if (takes_mail) add_mail(form);
  if (!apply.reply.empty()) form.leaf(Widget::hint, "au-reply", form.said(apply.reply));
  add_ways_to_ask(form);
  form.close(card);
}

}  // namespace aushang::form
