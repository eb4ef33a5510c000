#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "form/cards.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

/// While the position is open, what some position asks for is shown too: criteria in the file's order.
void add_other_positions(const Input& input, rules::Verdict& verdict) {
  rules::Answers answers = input.answers;
  for (const rules::Position& position : input.rules.positions) {
    answers.position = position.id;
    rules::Verdict other = rules::judge(input.rules, answers);
    verdict.at_most = std::max(verdict.at_most, other.at_most);
    for (rules::CriterionState& state : other.criteria) {
      const rules::Criterion* criterion = input.rules.criterion(state.id);
      auto place = verdict.criteria.begin();
      while (place != verdict.criteria.end() && input.rules.criterion(place->id) < criterion) ++place;
      if (place == verdict.criteria.end() || place->id != state.id)
        verdict.criteria.insert(place, std::move(state));
    }
  }
}

bool is_begun(const rules::Answers& answers) {
  return std::any_of(answers.by_question.begin(), answers.by_question.end(), [](const auto& one) {
    const auto* none = std::get_if<rules::NoAnswer>(&one.second);
    return none == nullptr || *none != rules::NoAnswer::not_answered;
  });
}

}  // namespace

Built build(const Input& input) {
  Builder form(input);
  rules::Verdict verdict = rules::judge(input.rules, input.answers);
  if (has_open_position(input.rules, input.answers.position)) add_other_positions(input, verdict);
  add_check_card(form, verdict);
  add_apply_card(form, verdict);
  Built& built = form.built;
  built.at_most = verdict.at_most;
  if (std::string closed = why_closed(form, input.answers.position); !closed.empty()) {
    built.outcome = form.word(i18n::Word::apply_no_longer_open);
    built.tone = layout::Tone::ask;
    built.left = std::move(closed);
    built.summary = {built.outcome, built.left};
  } else if (built.at_most > 0 && !is_begun(input.answers)) {
    built.summary = {form.word(i18n::Word::dock_check),
                     i18n::count(input.language, i18n::Word::count_questions, built.at_most)};
  } else {
    built.summary = {built.outcome, built.left};
  }
  return std::move(built);
}

}  // namespace aushang::form
