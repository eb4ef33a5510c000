#pragma once
/// A fixed profile of JsonLogic, judged in Kleene's three-valued logic.
///
/// Operations: var (no default) and or ! == === != !== < <= > >= in if some all none.
///
///  P1  On data that lacks nothing the truth equals JsonLogic's truthiness (jsonlogic.com/truthy.html).
///  P2  A decided truth never changes when more becomes known.
///
/// A missing variable is unknown, never null. Comparisons with something unknown are unknown; `and`, `or`,
/// `!`, `if`, `some`, `all`, `none` and `in` are decided as soon as no completion could change them by
/// Kleene's tables.
///
/// Operands. `!` takes one, `== === != !== > >= in some all none` two, `< <=` two or three (between), `and
/// or` one or more, `if` any number: condition, value, condition, value, …, else. Other counts have a meaning
/// in json-logic-js too, but by accident (`{"!": []}` is true), and are refused. A single operand needs no
/// list. Objects that are no operation, and names of variables that would have to be computed, are refused.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "logic/value.h"

namespace aushang::logic {

struct Node;  // the compiled form: logic/node.h, private to the module

/// A compiled rule. Cheap to copy; immutable.
class Expression {
 public:
  Expression();  ///< the constant true
  explicit Expression(std::shared_ptr<const Node> root);
  [[nodiscard]] const Node& root() const { return *root_; }

 private:
  std::shared_ptr<const Node> root_;
};

/// "$comment" beside an operation: allowed in check.json, no JsonLogic anywhere else.
enum class Comments { refused, allowed };

/// Refusals name the operation, the place and what to write instead; `path` is the JSON path of `rule`. All
/// of them at once.
[[nodiscard]] base::Result<Expression> compile(const base::Json& rule, std::string_view file,
                                               std::string_view path, Comments comments = Comments::refused);

/// The names `var` asks for outside some/all/none, each once, in order of first appearance. The list that
/// some/all/none run over is outside, their condition is inside.
[[nodiscard]] std::vector<std::string> variables(const Expression& expression);

/// A rule that is made of `and`, `or` and names alone, as a tree. No part is of the kind of what it stands
/// in, and none stands alone: {"and": [a, {"and": [b, c]}]} is all of a, b and c, and {"or": [a]} is a.
struct Shape {
  enum class Kind : unsigned char { name, all, any };
  Kind kind = Kind::name;
  std::string name;          ///< of a variable; else empty
  std::vector<Shape> parts;  ///< of all and any, two or more
  friend bool operator==(const Shape&, const Shape&) = default;
};
/// Nothing where there is more to the rule than that: `!`, comparisons, constants, …
[[nodiscard]] std::optional<Shape> shape_of(const Expression& expression);

/// Gives the value of a variable by its full dotted name; unknown if there is none.
using Lookup = std::function<Value(std::string_view name)>;

struct Evaluation {
  Value value;  ///< may be unknown although the truth is decided: or(unknown, 1)
  Truth truth = Truth::unknown;
};

/// An evaluation visits at most this many nodes; one that needs more is given up as unknown. Only
/// some/all/none nested in one another many times over get there.
inline constexpr std::size_t k_max_steps = 1u << 20;

[[nodiscard]] Evaluation evaluate(const Expression& expression, const Lookup& lookup);
/// With one JSON value as the data, as json-logic-js has it: "a.b", "1", "" (all of it), "length" of a string
/// or an array.
[[nodiscard]] Evaluation evaluate(const Expression& expression, const base::Json& data);

/// The variables whose value could still matter: those that stand in a part that is undecided, under nothing
/// that is decided. Of an `if` the condition and both values while the condition is undecided, then only the
/// value taken. Shrinks as more becomes known, never grows.
[[nodiscard]] std::vector<std::string> undecided_variables(const Expression& expression,
                                                           const Lookup& lookup);

}  // namespace aushang::logic
