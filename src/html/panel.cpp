#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "form/form.h"
#include "html/escape.h"
#include "html/form_fragment.h"
#include "html/page_parts.h"
#include "html/phrases.h"
#include "mail/compose.h"
#include "mail/mailto.h"

namespace aushang::html {

using i18n::Word;

std::string default_mailto(const PageContext& page, const std::string& position_id) {
  rules::Answers answers;
  answers.position = position_id;
  mail::Request request;
  request.title = page.title;
  request.language = i18n::language_for(page.input.language);
  return mail::to_mailto(mail::compose(page.input.rules, answers, request));
}

form::Built untouched_form(const PageContext& page, const doc::Document& marked) {
  const form::View nothing_done;
  const rules::Answers no_answers;
  const std::map<std::string, std::string, std::less<>> phrases = clause_phrases(marked);
  return form::build({.rules = page.input.rules,
                      .answers = no_answers,
                      .view = nothing_done,
                      .title = page.title,
                      .posting_language = page.input.language,
                      .check_language = check_language_of(page.input),
                      .language = page.language,
                      .phrases = phrases});
}

std::string panel(const PageContext& page, const form::Built& form) {
  return write_form(form.form, page.input.script);
}

std::string dock(const PageContext& page, const form::Built& form) {
  if (page.input.script == Script::none) return {};
  // Where nothing is asked: until when, or what the place it leads to is called.
  const rules::Apply& apply = page.input.rules.apply;
  std::string title = escape(form.outcome), detail = escape(form.left);
  if (title.empty() && has_one_deadline(page.input.rules)) {
    const bool is_date = std::holds_alternative<rules::DeadlineAt>(apply.deadline);
    std::string due = deadline(page.language, apply.deadline, apply.closed, Script::none);
    if (is_date) detail = due;
    title = is_date ? word(page, Word::facts_deadline) : std::move(due);
  }
  if (title.empty()) title = word(page, Word::facts_heading);
  const std::string_view place = !form.effort.empty() ? "#au-check" : "#au-facts";
  return "<aside id=\"au-dock\" class=\"dock\" aria-label=\"" + word(page, Word::dock_label) +
         "\">\n<a class=\"next\" href=\"" + std::string(place) + "\"><strong>" + title + "</strong> <span>" +
         detail + "</span></a>\n<a class=\"go\" href=\"#au-apply\">" + word(page, Word::apply_heading) +
         "</a>\n</aside>\n";
}

}  // namespace aushang::html
