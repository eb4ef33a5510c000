// Whether what is compared can ever be equal, or in order: a misspelt option or a number in quotes would
// otherwise make a condition that is silently never true.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "author/load_logic.h"
#include "logic/coercion.h"

namespace aushang::author {
namespace {

std::vector<std::string_view> option_values(const Question& question) {
  std::vector<std::string_view> values;
  for (const Option& option : question.options) values.emplace_back(option.value);
  return values;
}

bool has_option(const Question& question, std::string_view value) {
  return std::any_of(question.options.begin(), question.options.end(),
                     [&](const Option& option) { return option.value == value; });
}

/// Options such as "1", "2", "3" can be put in order.
bool has_numeric_options(const Question& question) {
  return std::all_of(question.options.begin(), question.options.end(),
                     [](const Option& option) { return !std::isnan(logic::to_number(option.value)); });
}

bool have_a_common_option(const Question& a, const Question& b) {
  return std::any_of(a.options.begin(), a.options.end(),
                     [&](const Option& option) { return has_option(b, option.value); });
}

std::string written(const Json& literal) {
  return quoted(literal.string() ? *literal.string() : base::write_json(literal));
}

}  // namespace

std::string LogicReader::describe(const Variable& variable) {
  const std::string name = quoted(variable.name);
  switch (variable.kind) {
    case Kind::one:
      return name + " has one of its options as its answer";
    case Kind::many:
      return name + " has a list of options as its answer";
    case Kind::element:
      return "an element here is one of the options of " + name;
    case Kind::yes_no:
      return name + " is answered by yes or no";
    case Kind::clause:
      return name + " is a clause, which is true or false";
    case Kind::number:
      return name + " is a number";
    case Kind::date:
      return name + " is a date";
    case Kind::text:
    case Kind::anything:
      break;
  }
  return name + " is free text";
}

void LogicReader::check_pair(Relation relation, bool is_strict, const Side& a, const Side& b) {
  if (a.variable && b.variable) return check_variables(relation, is_strict, a, b);
  if (a.variable && b.literal != nullptr) return check_literal(relation, is_strict, *a.variable, b);
  if (b.variable && a.literal != nullptr) return check_literal(relation, is_strict, *b.variable, a);
}

void LogicReader::check_variables(Relation relation, bool is_strict, const Side& a, const Side& b) {
  const auto is_option = [](const Variable& v) { return v.kind == Kind::one || v.kind == Kind::element; };
  const auto is_truth = [](const Variable& v) { return v.kind == Kind::yes_no || v.kind == Kind::clause; };
  const auto is_numeric = [&](const Variable& v) {
    return v.kind == Kind::number || (!is_strict && is_option(v) && has_numeric_options(*v.question));
  };
  const auto has_other_mistakes = [](const Variable& v) {
    return v.kind == Kind::text || v.kind == Kind::anything;
  };
  const Variable& x = *a.variable;
  const Variable& y = *b.variable;
  if (has_other_mistakes(x) || has_other_mistakes(y)) return;
  bool is_meaningful = (is_numeric(x) && is_numeric(y)) || (x.kind == Kind::date && y.kind == Kind::date);
  if (relation == Relation::equality) {
    is_meaningful = is_meaningful || (is_truth(x) && is_truth(y)) ||
                    (is_option(x) && is_option(y) && have_a_common_option(*x.question, *y.question));
  }
  if (is_meaningful) return;
  error("never-equal", b.place,
        std::string(relation == Relation::order ? "these can't be put in order: "
                                                : "these can never be equal: ") +
            describe(x) + ", " + describe(y) + ".");
}

void LogicReader::check_literal(Relation relation, bool is_strict, const Variable& variable,
                                const Side& literal) {
  const Json& value = *literal.literal;
  const std::string name = quoted(variable.name);
  if (variable.kind == Kind::text || variable.kind == Kind::anything) return;  // complained about already
  if (value.is_null()) {
    error("never-equal", literal.place,
          "an answer is never null: what isn't answered is unknown, and there is nothing to test for.");
    return;
  }
  switch (variable.kind) {
    case Kind::one:
    case Kind::element:
      if (relation == Relation::equality) {
        check_option(is_strict, variable, literal);
      } else if (value.number() == nullptr || !has_numeric_options(*variable.question)) {
        error("never-equal", literal.place,
              "options have no order; name those that count: {\"in\": [{\"var\": " + name +
                  "}, [\"…\", \"…\"]]}.");
      }
      return;
    case Kind::many:
      error("never-equal", literal.place,
            describe(variable) + "; write {\"in\": [" + base::write_json(value) + ", {\"var\": " + name +
                "}]}, or use \"some\", \"all\" or \"none\".");
      return;
    case Kind::yes_no:
      if (relation == Relation::equality && value.boolean() != nullptr) return;
      if (relation == Relation::equality && value.string() != nullptr &&
          (*value.string() == "yes" || *value.string() == "no")) {
        replacements_[&value] = Value(*value.string() == "yes");
        return;
      }
      error("never-equal", literal.place,
            describe(variable) + "; write {\"var\": " + name +
                "} alone, or compare it "
                "with true or false.");
      return;
    case Kind::clause:
      if (relation == Relation::equality && value.boolean() != nullptr) return;
      error("never-equal", literal.place, describe(variable) + "; write {\"var\": " + name + "} alone.");
      return;
    case Kind::number:
      if (value.number() != nullptr) return;
      error("never-equal", literal.place,
            describe(variable) + ", " + written(value) + " isn't one" +
                (value.string() != nullptr && !std::isnan(logic::to_number(*value.string()))
                     ? "; leave the quotes out."
                     : "."));
      return;
    case Kind::date:
      if (value.string() != nullptr && base::parse_date(*value.string())) return;
      error("never-equal", literal.place,
            describe(variable) + "; " + written(value) +
                " isn't a date that exists. Write it as \"2026-01-31\".");
      return;
    case Kind::text:
    case Kind::anything:
      return;
  }
}

void LogicReader::check_option(bool is_strict, const Variable& variable, const Side& literal) {
  const Json& value = *literal.literal;
  const Question& question = *variable.question;
  if (value.string() != nullptr && has_option(question, *value.string())) return;
  if (value.number() != nullptr && has_option(question, logic::to_text(*value.number()))) {
    if (!is_strict) return;
    error(
        "unknown-option", literal.place,
        "the options of " + quoted(variable.name) + " are strings; write " + written(value) + " in quotes.");
    return;
  }
  if (value.array() != nullptr) {
    error("never-equal", literal.place,
          "a list is never equal to an answer; write {\"in\": [{\"var\": " + quoted(variable.name) +
              "}, […]]}.");
    return;
  }
  const std::string text = value.string() ? *value.string() : base::write_json(value);
  error("unknown-option", literal.place,
        written(value) + " isn't an option of " + quoted(variable.name) + "; " +
            suggest(text, option_values(question)));
}

void LogicReader::check_in(const Side& needle, const Side& haystack, const Context& context) {
  if (needle.variable && needle.variable->kind == Kind::many) {
    error("never-equal", needle.place,
          describe(*needle.variable) +
              ", and a list is never an element of another; write {\"some\": [{\"var\": " +
              quoted(needle.variable->name) + "}, {\"in\": [{\"var\": \"\"}, […]]}]}.");
    return;
  }
  if (haystack.variable) return check_in_answer(needle, haystack);
  if (haystack.literal == nullptr) return;
  if (haystack.literal->array() != nullptr) return check_in_list(needle, haystack, context);
  if (needle.variable) {
    error("not-a-list", haystack.place, "write the values that count as a list: [\"…\", \"…\"].");
  }
}

void LogicReader::check_in_list(const Side& needle, const Side& haystack, const Context& context) {
  for (std::size_t i = 0; i < haystack.literal->array()->size(); ++i) {
    const Side element = side(element_of(haystack.place, i), context);
    check_pair(Relation::equality, true, needle, element);
  }
}

void LogicReader::check_in_answer(const Side& needle, const Side& haystack) {
  const Variable& answer = *haystack.variable;
  switch (answer.kind) {
    case Kind::many: {
      const Variable element{Kind::element, answer.name, answer.question};
      if (needle.literal != nullptr) check_literal(Relation::equality, true, element, needle);
      if (needle.variable) {
        check_variables(Relation::equality, true, needle, Side{element, nullptr, haystack.place});
      }
      return;
    }
    case Kind::one:
    case Kind::element: {
      if (needle.literal == nullptr) return;
      check_option(true, answer, needle);
      const std::string* part = needle.literal->string();
      if (part == nullptr) return;
      for (const Option& option : answer.question->options) {
        if (option.value == *part || option.value.find(*part) == std::string::npos) continue;
        error("never-equal", needle.place,
              "\"in\" looks for a part of a text here, and " + quoted(*part) + " is also a part of " +
                  quoted(option.value) + "; write {\"==\": [{\"var\": " + quoted(answer.name) + "}, " +
                  quoted(*part) + "]}.");
        return;
      }
      return;
    }
    case Kind::date:
      if (needle.literal == nullptr || needle.literal->string() != nullptr)
        return;  // "2026" in a date is fine
      break;
    case Kind::yes_no:
    case Kind::clause:
    case Kind::number:
      break;
    case Kind::text:
    case Kind::anything:
      return;
  }
  error("not-a-list", haystack.place, describe(answer) + ", so nothing can be \"in\" it.");
}

}  // namespace aushang::author
