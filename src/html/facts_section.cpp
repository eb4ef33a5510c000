#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/text.h"
#include "html/escape.h"
#include "html/page_parts.h"
#include "i18n/dates.h"

namespace aushang::html {
namespace {

using i18n::Word;

std::string place(const PageContext& page) {
  const rules::Facts& facts = page.input.rules.facts;
  std::string country;
  if (!facts.country.empty()) {
    const std::string key = "country." + facts.country;
    country = i18n::has_word(key) ? i18n::text(page.language, i18n::find_word(key, Word::language_name))
                                  : facts.country;
  }
  if (facts.city.empty() || country.empty()) return escape(facts.city + country);
  return escape(facts.city + ", " + country);
}

std::string organization(const rules::Facts& facts) {
  if (facts.organization_url.empty()) return escape(facts.organization);
  return "<a href=\"" + escape_url(facts.organization_url) + "\">" + escape(facts.organization) + "</a>";
}

/// "WIAS Berlin, Berlin" would say it twice.
bool employer_names_city(const rules::Facts& facts) {
  std::string words = " " + facts.organization + " ";
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return std::string_view(",;()/-").find(c) != std::string_view::npos; }, ' ');
  return words.find(" " + facts.city + " ") != std::string::npos;
}

std::string how(const PageContext& page) {
  const bool has_portal = !page.input.rules.apply.portal.empty();
  const Word way = !has_portal                        ? Word::how_mail
                   : !page.input.rules.takes_mail({}) ? Word::how_portal
                                                      : Word::how_mail_or_portal;
  return "<a href=\"#au-apply\">" + word(page, way) + "</a>";  // on a phone that section is many screens away
}

std::string date(const PageContext& page, const std::optional<base::Date>& date) {
  if (!date) return {};
  return "<time datetime=\"" + base::to_string(*date) + "\">" +
         escape(i18n::format_date(page.language, *date)) + "</time>";
}

std::string notes(const PageContext& page) {
  std::string items;
  for (const rules::Note& note : page.input.rules.notes) {
    items += "<li id=\"au-note-" + escape(note.id) + "\">" + local(page, note.label) + "</li>\n";
  }
  return items.empty() ? items
                       : "<ul class=\"notes\" aria-label=\"" + word(page, Word::facts_notes) + "\">\n" +
                             items + "</ul>\n";
}

/// "(has passed)", which the app shows once it is so by the reader's clock; nothing without it.
std::string passed_later(const rules::DeadlineAt& deadline, i18n::Language language, Script script) {
  if (script == Script::none) return {};
  return " <strong data-deadline=\"" + escape(rules::name_of(deadline)) + "\" hidden>" +
         escape(i18n::text(language, Word::deadline_passed)) + "</strong>";
}

/// One for all, or a line for each position.
std::string deadlines(const PageContext& page) {
  const rules::RuleSet& rules = page.input.rules;
  const auto line = [&](const rules::Apply& apply) {
    return deadline(page.language, apply.deadline, apply.closed, page.input.script);
  };
  if (has_one_deadline(rules)) return line(rules.apply);
  std::string lines;
  for (const rules::Position& position : rules.positions) {
    const std::string own = line(rules.apply_for(position.id));
    if (!own.empty()) lines += (lines.empty() ? "" : "<br>") + local(page, position.label) + ": " + own;
  }
  return lines;
}

/// As the end of a line: "open until filled".
std::string until(const PageContext& page) {
  const rules::Apply& apply = page.input.rules.apply;
  if (!has_one_deadline(page.input.rules)) return {};
  if (apply.closed) return word(page, Word::lead_closed);
  if (std::holds_alternative<rules::UntilFilled>(apply.deadline)) return word(page, Word::lead_until_filled);
  const auto* at = std::get_if<rules::DeadlineAt>(&apply.deadline);
  if (at == nullptr) return {};
  return word(page, Word::lead_until, "date", date(page, at->date)) +
         passed_later(*at, page.language, page.input.script);
}

/// No line begins with the dot.
constexpr const char* k_dot = "\u00A0\u00B7 ";
/// Behind the employer alone: a dot by itself in an element is no text that contrast can be told of.
constexpr const char* k_dash = "\u00A0\u2013 ";

/// The employer is left out where the page around says who it is (?bare=1), with what joins it to the rest.
std::string lead(const PageContext& page) {
  const rules::Facts& facts = page.input.rules.facts;
  const std::string employer = organization(facts), due = until(page);
  const std::string where = facts.city.empty()           ? place(page)
                            : employer_names_city(facts) ? std::string()
                                                         : escape(facts.city);
  std::string rest = where;
  if (!due.empty()) rest += (rest.empty() ? "" : k_dot) + due;
  if (employer.empty()) return rest.empty() ? rest : "<p class=\"lead\">" + rest + "</p>\n";
  if (rest.empty()) return "<p class=\"lead employer\">" + employer + "</p>\n";
  return "<p class=\"lead\"><span class=\"employer\">" + employer + (where.empty() ? k_dash : ", ") +
         "</span>" + rest + "</p>\n";
}

/// Questions need the app, so there is none without it.
std::string start_card(const PageContext& page, const std::string& effort) {
  if (effort.empty() || page.input.script == Script::none) return {};
  return "<a id=\"au-start\" class=\"start\" href=\"#au-check\"><strong>" + word(page, Word::start_heading) +
         "</strong> <span>" + escape(effort) + ". " + word(page, Word::start_private) + "</span></a>\n";
}

}  // namespace

bool has_one_deadline(const rules::RuleSet& rules) {
  return rules.apply.closed ||
         std::none_of(rules.positions.begin(), rules.positions.end(),
                      [](const rules::Position& one) { return one.deadline.has_value(); });
}

std::string deadline(i18n::Language language, const rules::Deadline& deadline, bool closed, Script script) {
  const auto word = [&](Word one) { return escape(i18n::text(language, one)); };
  if (closed) return word(Word::apply_no_longer_open);
  if (std::holds_alternative<rules::UntilFilled>(deadline)) return word(Word::deadline_until_filled);
  const auto* at = std::get_if<rules::DeadlineAt>(&deadline);
  if (at == nullptr) return {};
  const std::string date = "<time datetime=\"" + base::to_string(at->date) + "\">" +
                           escape(i18n::format_date(language, at->date)) + "</time>";
  const std::string passed = passed_later(*at, language, script);
  if (at->time.empty()) return date + passed;
  std::string out =
      base::fill_in(word(at->zone.empty() ? Word::deadline_time : Word::deadline_time_zone), "date", date);
  out = base::fill_in(out, "time", escape(at->time));
  return base::fill_in(out, "zone", escape(at->zone)) + passed;
}

std::string facts_section(const PageContext& page, const form::Built& form) {
  const rules::Facts& facts = page.input.rules.facts;
  std::string rows;
  const auto row = [&](Word name, const std::string& value) {
    if (!value.empty()) rows += "<div><dt>" + word(page, name) + "</dt><dd>" + value + "</dd></div>\n";
  };
  row(Word::facts_place, place(page));
  if (!facts.employment.empty()) {
    row(Word::facts_employment,
        word(page, i18n::find_word("employment." + facts.employment, Word::employment_full_time)));
  }
  row(Word::facts_start, date(page, facts.start));
  row(Word::facts_deadline, deadlines(page));
  row(Word::facts_how, how(page));
  row(Word::facts_posted, date(page, facts.posted));
  const std::string list = rows.empty() ? rows : "<dl>\n" + rows + "</dl>\n";
  const std::string content = lead(page) + list + notes(page) + start_card(page, form.effort);
  if (content.empty()) return {};
  return "<section id=\"au-facts\" class=\"facts\" aria-label=\"" + word(page, Word::facts_heading) +
         "\">\n" + content + "</section>\n";
}

}  // namespace aushang::html
