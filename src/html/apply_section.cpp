#include "base/percent.h"
#include "base/text.h"
#include "html/escape.h"
#include "html/page_parts.h"
#include "mail/compose.h"
#include "mail/mailto.h"

namespace aushang::html {
namespace {

using i18n::Word;
using rules::Material;

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) out.append(out.empty() ? "" : separator).append(item);
  return out;
}

/// Whether a label says by itself what would be said beside it.
bool says(const PageContext& page, const base::LocalText& label, const std::string& what) {
  return base::to_ascii_lower(local(page, label)).find(base::to_ascii_lower(what)) != std::string::npos;
}

/// What is said beside a material's name, in the order in which it matters.
std::string remarks(const PageContext& page, const Material& material) {
  std::vector<std::string> all;
  if (material.required == rules::Required::if_any) all.push_back(word(page, Word::material_if_any));
  if (material.required == rules::Required::optional) all.push_back(word(page, Word::material_optional));
  std::vector<std::string> parts;
  for (const std::string& kind : material.contains) {
    const std::string part = word(page, i18n::find_word("kind." + kind, Word::kind_other));
    if (!says(page, material.label, part)) parts.push_back(part);
  }
  if (!parts.empty()) all.push_back(word(page, Word::material_contains, "parts", joined(parts, ", ")));
  std::vector<std::string> shown;
  for (const rules::Clause& clause : page.input.rules.clauses) {
    for (const std::string& evidence : clause.evidence) {
      if (evidence == material.id) shown.push_back(local(page, clause.label));
    }
  }
  if (!shown.empty()) all.push_back(word(page, Word::material_shows, "clauses", joined(shown, "; ")));
  return joined(all, " · ");
}

std::string checklist(const PageContext& page, const rules::Answers& answers, rules::Stage stage,
                      std::string_view suffix) {
  const std::vector<const Material*> materials = mail::materials(page.input.rules, answers, stage);
  if (materials.empty()) return {};
  const bool now = stage == rules::Stage::now;
  const std::string id = (now ? "au-now" : "au-later") + std::string(suffix);
  std::string out = "<h3 id=\"" + id + "\">" + word(page, now ? Word::apply_now : Word::apply_later) +
                    "</h3>\n<ul class=\"checklist " + (now ? "now" : "later") + "\" aria-labelledby=\"" + id +
                    "\">\n";
  for (const Material* material : materials) {
    std::string text = local(page, material->label);
    if (const std::string extra = remarks(page, *material); !extra.empty()) {
      text += " <span class=\"remark\">" + extra + "</span>";
    }
    out += "<li id=\"au-material-" + escape(material->id) + std::string(suffix) + "\">";
    // A box to tick off needs no script; what comes later has none, so that nobody looks for it now.
    out += now ? "<label><input type=\"checkbox\"> <span>" + text + "</span></label>" : text;
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

std::string addresses(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all)
    out.append(out.empty() ? "" : ", ").append("<span class=\"address\">" + escape(one) + "</span>");
  return out;
}

mail::Request request_for(const PageContext& page) {
  mail::Request request;
  request.title = page.title;
  request.language = page.language;
  return request;
}

std::string envelope(const PageContext& page, const std::string& tag) {
  const rules::Apply& apply = page.input.rules.apply;
  std::string rows =
      "<div><dt>" + word(page, Word::apply_to) + "</dt><dd>" + addresses(apply.to) + "</dd></div>\n";
  if (!apply.cc.empty())
    rows += "<div><dt>" + word(page, Word::apply_cc) + "</dt><dd>" + addresses(apply.cc) + "</dd></div>\n";
  if (!tag.empty()) {
    rows += "<div><dt>" + word(page, Word::apply_subject) + "</dt><dd>" +
            word(page, Word::apply_subject_keeps, "tag", "<code class=\"tag\">" + escape(tag) + "</code>") +
            "</dd></div>\n";
  }
  return "<dl class=\"envelope\">\n" + rows + "</dl>\n";
}

/// One way to apply: for the posting as a whole, or for one of its positions.
std::string one_position(const PageContext& page, const std::string& position_id, std::string_view suffix) {
  const rules::Apply& apply = page.input.rules.apply;
  rules::Answers answers;
  answers.position = position_id;
  std::string out;
  const std::string now = checklist(page, answers, rules::Stage::now, suffix);
  const std::string later = checklist(page, answers, rules::Stage::later, suffix);
  if (now.empty() && later.empty()) out += "<p>" + word(page, Word::apply_nothing_named) + "</p>\n";
  if (!apply.to.empty()) {
    out = envelope(page, mail::subject_tag(page.input.rules, answers)) + out + now;
    if (apply.max_total_mb) {
      std::string size = base::write_json(base::Json(*apply.max_total_mb));
      out += "<p>" + word(page, Word::apply_max_total, "size", size) + "</p>\n";
    }
    out += "<p><a class=\"button\" id=\"au-mail" + std::string(suffix) + "\" href=\"" +
           escape(default_mailto(page, position_id)) + "\">" + word(page, Word::apply_open_mail) +
           "</a></p>\n";
    if (!now.empty()) out += "<p class=\"hint\">" + word(page, Word::apply_attach_yourself) + "</p>\n";
    out += later;
  } else {
    out += now + later;
  }
  return out;
}

}  // namespace

std::string default_mailto(const PageContext& page, const std::string& position_id) {
  rules::Answers answers;
  answers.position = position_id;
  return mail::to_mailto(mail::compose(page.input.rules, answers, request_for(page)));
}

std::string apply_section(const PageContext& page) {
  const rules::RuleSet& rules = page.input.rules;
  std::string out =
      "<section id=\"au-apply\" class=\"card apply\" aria-labelledby=\"au-apply-heading\">\n<h2 "
      "id=\"au-apply-heading\">" +
      word(page, Word::apply_heading) + "</h2>\n";
  if (!rules.apply.portal.empty()) {
    out += "<p><a class=\"button\" id=\"au-portal\" href=\"" + escape_url(rules.apply.portal) + "\">" +
           word(page, Word::apply_open_portal) + "</a></p>\n";
  }
  if (rules.positions.empty()) {
    out += one_position(page, "", "");
  } else {
    for (const rules::Position& position : rules.positions) {
      out += "<h3 class=\"position\">" +
             word(page, Word::apply_for_position, "position", local(page, position.label)) + "</h3>\n";
      out += one_position(page, position.id, "-" + position.id);
    }
  }
  if (rules.apply.inquiry && !rules.apply.to.empty()) {
    const mail::Draft question = mail::compose_question(rules, {}, request_for(page));
    out += "<p><a id=\"au-ask\" class=\"quiet-button\" href=\"" + escape(mail::to_mailto(question)) + "\">" +
           word(page, Word::apply_ask_first) + "</a></p>\n";
  }
  if (!rules.apply.reply.empty()) {
    out += "<h3>" + word(page, Word::reply_heading) + "</h3>\n<p id=\"au-reply\">" +
           local(page, rules.apply.reply) + "</p>\n";
  }
  return out + "</section>\n";
}

}  // namespace aushang::html
