#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "form/cards.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Tone;
using layout::Widget;
using rules::Outcome;
using rules::Question;

constexpr std::size_t k_most_changes = 2;  // shown; more would be a list to read instead of a hint

bool is_open(const rules::Answer& answer) {
  const auto* none = std::get_if<rules::NoAnswer>(&answer);
  return none != nullptr && *none == rules::NoAnswer::not_answered;
}

/// Share of the questions that are done, "0" to "1" in steps of a hundredth.
std::string share_done(const rules::RuleSet& rules, const rules::Answers& answers, std::size_t left) {
  const Questions judged = judged_questions(rules);
  std::size_t done = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    if (judged[i] && !is_open(answers.find(rules.questions[i].id))) ++done;
  }
  if (left == 0) return "1";
  const std::size_t percent = done * 100 / (done + left);
  return percent == 0 ? "0" : (percent < 10 ? "0.0" : "0.") + std::to_string(percent);
}

/// "This would change with: <question> — <answer>"
void add_changes(Builder& form, const rules::Verdict& verdict) {
  for (std::size_t i = 0; i < verdict.would_change.size() && i < k_most_changes; ++i) {
    Said all;
    for (const rules::Change& change : verdict.would_change[i]) {
      const Question* question = form.input.rules.question(change.question);
      if (question == nullptr) continue;
      Said label = form.said(question->label);
      join(all.text, "; ", label.text + " — " + words_of(form, *question, label, change.to));
      if (all.language.empty()) all.language = std::move(label.language);
    }
    form.led(Widget::text, node_id("change", std::to_string(i)), Word::check_would_change, std::move(all));
  }
}

struct Say {
  Word outcome;
  Word reason;
  Tone tone;
};

Say say(const Builder& form, const rules::Verdict& verdict) {
  const rules::RuleSet& rules = form.input.rules;
  switch (verdict.outcome) {
    case Outcome::meets:
      return {Word::outcome_meets,
              why_closed(form, form.input.answers.position).empty() ? Word::reason_meets
                                                                    : Word::reason_meets_closed,
              Tone::good};
    case Outcome::ask:
      return {Word::outcome_ask, question_link(form).empty() ? Word::reason_apply : Word::reason_ask,
              Tone::ask};
    case Outcome::not_yet:
      return {Word::outcome_not_yet, Word::reason_not_yet, Tone::bad};
    case Outcome::open:
      break;
  }
  Word reason = Word::reason_start;
  if (has_open_position(rules, form.input.answers.position)) {
    reason = Word::reason_open_position;
  } else if (verdict.ask.empty()) {
    reason = Word::reason_open_unsure;
  } else {
    for (const auto& [id, answer] : form.input.answers.by_question) {
      if (!is_open(answer)) reason = Word::reason_open;
    }
  }
  return {Word::outcome_open, reason, Tone::open};
}

void add_next_steps(Builder& form, const rules::Verdict& verdict) {
  const auto link = [&](std::string_view what, Word text, std::string href) {
    form.leaf(Widget::link, node_id("next", what), text).value = std::move(href);
  };
  const rules::RuleSet& rules = form.input.rules;
  if (verdict.outcome == Outcome::not_yet) add_changes(form, verdict);
  if (verdict.outcome == Outcome::open) {
    if (has_open_position(rules, form.input.answers.position)) {
      link("position", Word::check_next_position, "#au-position");
    } else if (!verdict.ask.empty()) {
      const Question* next = rules.question(verdict.ask.front());
      if (next != nullptr) {
        form.led(Widget::link, "au-next-question", Word::check_next, form.said(next->label)).value =
            "#" + node_id("q", next->id);
      }
    }
  }
  if (verdict.outcome == Outcome::meets) {
    link("apply", Word::check_apply, "#au-apply");
    return;
  }
  const bool nothing_left = verdict.outcome != Outcome::open || verdict.ask.empty();
  std::string question = question_link(form);
  if (nothing_left && !question.empty()) link("ask", Word::apply_ask_first, std::move(question));
  link("apply", Word::check_apply_anyway, "#au-apply");
}

void add_verdict(Builder& form, const rules::Verdict& verdict) {
  const Input& input = form.input;
  const std::size_t left = verdict.at_most;
  Built& built = form.built;
  built.left = left == 0 ? form.word(Word::check_none_left)
                         : i18n::count(input.language, Word::count_questions_left, left);
  FormNode& progress = form.leaf(Widget::progress, "au-progress", std::string());
  progress.value = share_done(input.rules, input.answers, left);
  progress.label = form.word(Word::check_progress);
  form.leaf(Widget::hint, "au-left", built.left);

  const Say said = say(form, verdict);
  built.outcome = form.word(said.outcome);
  built.tone = said.tone;
  const std::size_t status = form.open(Widget::status, "au-status");
  form.node(status).tone = said.tone;
  form.leaf(Widget::outcome, "au-outcome", built.outcome).tone = said.tone;
  form.leaf(Widget::reason, "au-reason", said.reason);
  form.close(status);
  add_next_steps(form, verdict);
}

}  // namespace

void add_check_card(Builder& form, const rules::Verdict& verdict) {
  const rules::RuleSet& rules = form.input.rules;
  const bool has_questions = !rules.questions.empty();
  if (!has_questions && rules.criteria.empty()) return;
  form.live = rules.criteria.empty();
  const std::size_t card = form.open_card("au-check", Word::check_heading);
  form.live = has_questions;
  form.leaf(Widget::hint, "au-check-hint", has_questions ? Word::check_hint : Word::check_intro);
  if (has_result(rules, form.input.answers.position)) add_verdict(form, verdict);
  if (has_questions) add_questions(form, verdict);
  if (has_questions && !rules.criteria.empty() && verdict.criteria.empty())
    form.leaf(Widget::text, "au-nothing-asked", Word::check_nothing_asked);
  form.live = false;
  if (!rules.criteria.empty()) add_points(form, verdict);
  form.close(card);
}

}  // namespace aushang::form
