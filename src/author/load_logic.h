#pragma once
/// Logic in check.json: names are questions or clauses, values are ones the question can have. Private to the
/// module.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/names.h"
#include "logic/call.h"
#include "logic/node.h"
#include "rules/rule_set.h"

namespace aushang::author {

class LogicReader {
 public:
  /// Both outlive the reader.
  LogicReader(Complaints& complaints, const std::vector<Question>& questions,
              const std::vector<std::string>& clause_ids);

  /// Nothing after a complaint. "yes" and "no" compared with a yes_no question become true and false. `own`
  /// is the id of the clause whose logic this is, which it can't be made of; empty for criteria and
  /// materials.
  [[nodiscard]] std::optional<Expression> read(const Place& place, std::string_view own = {});

 private:
  /// What a variable can be: an element is one of a `many` question's values, inside some/all/none; anything
  /// is a question whose own mistakes come first.
  enum class Kind { one, many, element, yes_no, clause, number, date, text, anything };
  struct Variable {
    Kind kind = Kind::one;
    std::string name;
    const Question* question = nullptr;  ///< null: a clause
  };
  /// An operand of a comparison; neither variable nor literal if it has to be computed.
  struct Side {
    std::optional<Variable> variable;
    const base::Json* literal = nullptr;  ///< anything but an object; lists may have objects in them
    Place place;
  };
  enum class Inside { nothing, list_of_question, other_list };
  struct Context {
    Inside inside = Inside::nothing;
    const Question* question = nullptr;  ///< whose values the elements are
  };
  enum class Relation { equality, order };

  void visit(const Place& place, const Context& context, bool is_condition);
  void check_constant(const Place& place);
  void visit_variable(const Call& call, const Place& place, const Context& context, bool is_condition);
  void visit_quantifier(const Call& call, const Place& place, const Context& context);

  [[nodiscard]] std::optional<Variable> find_variable(std::string_view name, const Context& context) const;
  [[nodiscard]] Side side(const Place& place, const Context& context) const;
  void check_pair(Relation relation, bool is_strict, const Side& a, const Side& b);
  void check_variables(Relation relation, bool is_strict, const Side& a, const Side& b);
  void check_literal(Relation relation, bool is_strict, const Variable& variable, const Side& literal);
  void check_option(bool is_strict, const Variable& variable, const Side& literal);
  void check_in(const Side& needle, const Side& haystack, const Context& context);
  void check_in_answer(const Side& needle, const Side& haystack);
  void check_in_list(const Side& needle, const Side& haystack, const Context& context);

  void error(std::string code, const Place& place, std::string message);
  [[nodiscard]] static std::string describe(const Variable& variable);

  Complaints& complaints_;
  const std::vector<Question>& questions_;
  const std::vector<std::string>& clause_ids_;
  std::vector<std::string_view> names_;
  std::vector<std::string_view> usable_;  ///< those without `own`, to suggest
  Replacements replacements_;
};

}  // namespace aushang::author
