#pragma once
/// The answers that can make a difference. Private to the module.
///
/// A number or a date can be any of very many, but the logic only tells apart the stretches between the
/// constants it is compared with: one value from each stands for them all.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/answers.h"
#include "rules/model.h"

namespace aushang::rules {

using logic::Node;
using logic::Operation;

class Candidates {
 public:
  /// Looks through the criteria of `model` and the clauses they rest on.
  explicit Candidates(const Model& model);

  /// Answers next to `current`, without it: other options, one more or one less, other stretches. `values`
  /// are the answers of all questions: a number may be compared with another question's.
  [[nodiscard]] std::vector<Answer> near(const Question& question, const Answer& current,
                                         const std::vector<Value>& values) const;

  /// Answers that together stand for all there are; for `many` every list, in the order of the options.
  /// Nothing if they are more than `most`, or if the logic does more with a number than compare it with
  /// constants.
  [[nodiscard]] std::vector<Answer> all(const Question& question, std::size_t most) const;

 private:
  /// Where a comparison cuts the line: x < at against the rest, x > at against the rest, or all three.
  enum class Cut { below, above, both };
  struct Constant {
    double at;
    Cut cut;
  };
  struct Axis {
    std::vector<Constant> constants;
    std::vector<std::size_t> partners;  ///< questions it is compared with
    bool is_opaque = false;             ///< also used in ways this doesn't follow
  };

  void visit(const Node& node, bool is_condition);
  void visit_pair(Operation operation, const Node& a, const Node& b);
  void add_constants(const Node& node);
  [[nodiscard]] const Question* line_question(
      const Node& node) const;  ///< null unless a number or date variable
  void add(const Question& question, const Value& literal, Cut cut);

  [[nodiscard]] std::vector<Answer> stretches(const Question& question,
                                              const std::vector<Constant>& constants) const;
  [[nodiscard]] const Axis& axis_of(const Question& question) const;

  const Model& model_;
  std::unordered_map<std::string_view, Axis> axes_;  ///< by question id
};

}  // namespace aushang::rules
