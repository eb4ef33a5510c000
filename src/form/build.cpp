#include <algorithm>
#include <string>
#include <utility>

#include "form/cards.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

/// While the position is open, what some position asks for is shown too: criteria in the file's order.
void add_other_positions(const Input& input, rules::Verdict& verdict) {
  rules::Answers answers = input.answers;
  for (const rules::Position& position : input.rules.positions) {
    answers.position = position.id;
    rules::Verdict other = rules::weigh(input.rules, answers).verdict;
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

}  // namespace

Builder::Builder(const Input& given) : input(given), references(given.rules) {
  rules::Judgement judgement = rules::weigh(input.rules, input.answers);
  verdict = std::move(judgement.verdict);
  clauses = std::move(judgement.clauses);
  const auto wanted = [&](rules::Stage stage) {
    return mail::materials(input.rules, judgement.wanted, input.answers.position, stage);
  };
  now = wanted(rules::Stage::now);
  later = wanted(rules::Stage::later);
  if (has_open_position(input.rules, input.answers.position)) add_other_positions(input, verdict);
}

Built build(const Input& input) {
  Builder form(input);
  add_check_card(form);
  add_apply_card(form);
  Built& built = form.built;
  if (std::string closed = why_closed(form, input.answers.position); !closed.empty()) {
    built.outcome = form.word(i18n::Word::apply_no_longer_open);
    built.tone = layout::Tone::ask;
    built.left = std::move(closed);
  }
  return std::move(built);
}

}  // namespace aushang::form
