#pragma once
/// The verdict: what the answers given so far decide, why, what still matters, what would change it.
/// Always advisory. P2 holds throughout: an outcome other than `open` never changes when more is answered.
///
/// If no questions are asked, the outcome is `meets`: a posting
/// without criteria has no self-check to show. With several positions and none chosen yet, the criteria are
/// those all of them share; unless these are all there are, the outcome is `not_yet` or `open`.
#include <string>
#include <string_view>
#include <vector>

#include "rules/answers.h"
#include "rules/rule_set.h"

namespace aushang::rules {

using logic::Truth;

/// not_yet: a must is false · open: undecided · meets: every must and should is true · ask: every must is
/// true, a should is false.
enum class Outcome { not_yet, open, meets, ask };

struct ClauseState {
  std::string id;
  Truth value = Truth::unknown;
  std::vector<std::string>
      questions;  ///< ids it depends on, directly or through other clauses, in file order
};

struct CriterionState {
  std::string id;
  Truth value = Truth::unknown;
  std::vector<ClauseState> clauses;    ///< those it is made of, through other clauses too, in file order
  std::vector<std::string> questions;  ///< ids it depends on, with or without a clause between
};

struct Change {
  std::string question;
  Answer to;
};

struct Verdict {
  Outcome outcome = Outcome::open;
  std::vector<CriterionState> criteria;  ///< of the chosen position, in the file's order
  /// Unanswered questions whose answer can still matter to the outcome, in the order of the file, which the
  /// author chose and which stays put as answers come. Not-sure and declined ones are not asked again. Once
  /// the outcome is decided there are none.
  std::vector<std::string> ask;
  /// The most questions that can follow in that order, whatever is answered. That is the length of `ask`:
  /// what matters only shrinks as more becomes known, and who is never sure is asked all of it.
  std::size_t at_most = 0;
  /// The smallest sets of answers that would change the outcome (see below), at most k_max_changes of them;
  /// none if it takes more than k_max_change_size answers, or more work than k_max_change_steps.
  std::vector<std::vector<Change>> would_change;
};

/// Any question may change, answered or not; a set changes the outcome if with it the outcome is another one,
/// for `open` a decided one. Tried are every option, both of yes and no, of `many` the list with one option
/// more or less, and of numbers and dates the values at and next to those they are compared with, inside the
/// bounds.
inline constexpr std::size_t k_max_changes = 12;
inline constexpr std::size_t k_max_change_size = 3;
inline constexpr std::size_t k_max_change_steps = 1'000'000;  ///< nodes of logic visited

/// All that answers decide.
struct Judgement {
  Verdict verdict;             ///< without `would_change`, which nobody should have to wait for
  std::vector<Truth> clauses;  ///< one per clause of the rules, whatever the position
  std::vector<Truth> wanted;   ///< one per material of the rules: its `when`; yes where it has none
};

/// One evaluation of each clause, criterion and material.
[[nodiscard]] Judgement weigh(const RuleSet& rules, const Answers& answers);
/// The verdict with what would change it.
[[nodiscard]] Verdict judge(const RuleSet& rules, const Answers& answers);

[[nodiscard]] std::string_view to_string(Outcome outcome);  ///< "not_yet" …
/// The JSON of `aushang verdict`.
[[nodiscard]] base::Json to_json(const Verdict& verdict);

}  // namespace aushang::rules
