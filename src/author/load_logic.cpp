#include "author/load_logic.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace aushang::author {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_strict(std::string_view operation) { return operation.size() == 3; }
bool joins_conditions(std::string_view operation) { return is_one_of(operation, {"and", "or", "!"}); }

}  // namespace

LogicReader::LogicReader(Complaints& complaints, const std::vector<Question>& questions,
                         const std::vector<std::string>& clause_ids)
    : complaints_(complaints), questions_(questions), clause_ids_(clause_ids) {
  for (const Question& question : questions) {
    if (question.type != QuestionType::text) names_.emplace_back(question.id);
  }
  names_.insert(names_.end(), clause_ids.begin(), clause_ids.end());
}

std::optional<Expression> LogicReader::read(const Place& place, std::string_view own) {
  if (!place) return std::nullopt;
  usable_ = names_;
  std::erase(usable_, own);
  base::Result<Expression> plain =
      logic::compile(*place.json, complaints_.file(), place.path, Comments::allowed);
  if (!plain) {
    complaints_.add(plain.errors());
    return std::nullopt;
  }
  replacements_.clear();
  check_constant(place);
  visit(place, {}, true);
  if (replacements_.empty()) return std::move(plain).value();
  return logic::compile(*place.json, complaints_.file(), place.path, Comments::allowed, replacements_)
      .value();
}

void LogicReader::visit(const Place& place, const Context& context, bool is_condition) {
  if (const base::JsonArray* list = place.json->array()) {
    for (std::size_t i = 0; i < list->size(); ++i) visit(element_of(place, i), context, false);
    return;
  }
  const std::optional<Call> call = logic::as_call(*place.json);
  if (!call) return;
  if (call->operation == "var") return visit_variable(*call, place, context, is_condition);
  if (is_one_of(call->operation, {"some", "all", "none"})) return visit_quantifier(*call, place, context);

  const auto operand = [&](std::size_t i) {
    return Place{call->operands[i], logic::operand_path(place.path, *call, i)};
  };
  const std::size_t count = call->operands.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (joins_conditions(call->operation)) check_constant(operand(i));
    const bool is_last_if = call->operation == "if" && (i % 2 == 1 || i + 1 == count);
    const bool is_guard = call->operation == "if" && !is_last_if;
    visit(operand(i), context, joins_conditions(call->operation) || is_guard || (is_last_if && is_condition));
  }
  const logic::OperationForm* form = logic::find_operation(call->operation);  // it compiled, so there is one
  if (form != nullptr && logic::is_comparison(form->operation)) {
    const Relation relation = logic::is_order(form->operation) ? Relation::order : Relation::equality;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      check_pair(relation, is_strict(call->operation), side(operand(i), context),
                 side(operand(i + 1), context));
    }
  } else if (call->operation == "in") {
    check_in(side(operand(0), context), side(operand(1), context), context);
  }
}

/// A word alone counts as true, whatever it says.
void LogicReader::check_constant(const Place& place) {
  const std::string* word = place.json->string();
  if (word == nullptr) return;
  const bool is_name = std::find(usable_.begin(), usable_.end(), *word) != usable_.end();
  const std::string_view near = is_name ? std::string_view(*word) : base::nearest(*word, usable_);
  error("constant-rule", place,
        quoted(*word) + " alone is no condition: it is true whatever is answered; " +
            (near.empty() ? std::string("write {\"var\": \"…\"} with the id of a question or a clause.")
                          : "write {\"var\": " + quoted(near) + "}."));
}

void LogicReader::visit_variable(const Call& call, const Place& place, const Context& context,
                                 bool is_condition) {
  const std::string name = logic::variable_name(call).value_or("");
  const std::optional<Variable> variable = find_variable(name, context);
  if (!variable) {
    if (context.inside != Inside::nothing) {
      if (name.empty()) return;
      error("unknown-name", place,
            "inside \"some\", \"all\" and \"none\" the element is {\"var\": \"\"}; " + quoted(name) +
                " is out of reach there. Move its condition outside.");
    } else if (name.empty()) {
      error("unknown-name", place,
            "{\"var\": \"\"} means something inside \"some\", \"all\" and \"none\" only; "
            "write the id of a question or a clause.");
    } else {
      error("unknown-name", place,
            "no question or clause is called " + quoted(name) + "; " + suggest(name, usable_));
    }
    return;
  }
  if (variable->kind == Kind::text) {
    error("text-in-logic", place,
          "the answer to " + quoted(name) +
              " is free text: it goes into the mail and can't "
              "be judged. Ask a question with options instead.");
  } else if (is_condition && (variable->kind == Kind::one || variable->kind == Kind::date)) {
    complaints_.warn("always-true", place.json->at, place.path,
                     "this is true as soon as " + quoted(name) +
                         " is answered, whatever the answer, \"no\" "
                         "included; compare it with a value: {\"==\": [{\"var\": " +
                         quoted(name) + "}, \"…\"]}.");
  }
}

void LogicReader::visit_quantifier(const Call& call, const Place& place, const Context& context) {
  const Place list{call.operands[0], logic::operand_path(place.path, call, 0)};
  visit(list, context, false);
  Context inner{Inside::other_list, nullptr};
  if (const Side over = side(list, context); over.variable) {
    if (over.variable->kind == Kind::many) {
      inner = {Inside::list_of_question, over.variable->question};
    } else if (over.variable->kind != Kind::anything) {
      error("not-a-list", list,
            "\"" + std::string(call.operation) + "\" runs over the answers to a \"many\" question; " +
                describe(*over.variable) + ".");
    }
  }
  const Place condition{call.operands[1], logic::operand_path(place.path, call, 1)};
  check_constant(condition);
  visit(condition, inner, true);
}

std::optional<LogicReader::Variable> LogicReader::find_variable(std::string_view name,
                                                                const Context& context) const {
  if (context.inside != Inside::nothing) {
    if (!name.empty() || context.inside == Inside::other_list) return std::nullopt;
    return Variable{Kind::element, context.question->id, context.question};
  }
  for (const Question& question : questions_) {
    if (question.id != name) continue;
    Kind kind = Kind::one;
    switch (question.type) {
      case QuestionType::one:
        kind = Kind::one;
        break;
      case QuestionType::many:
        kind = Kind::many;
        break;
      case QuestionType::yes_no:
        kind = Kind::yes_no;
        break;
      case QuestionType::number:
        kind = Kind::number;
        break;
      case QuestionType::date:
        kind = Kind::date;
        break;
      case QuestionType::text:
        kind = Kind::text;
        break;
    }
    if ((kind == Kind::one || kind == Kind::many) && question.options.empty()) kind = Kind::anything;
    return Variable{kind, std::string(name), &question};
  }
  if (std::find(clause_ids_.begin(), clause_ids_.end(), name) == clause_ids_.end()) return std::nullopt;
  return Variable{Kind::clause, std::string(name), nullptr};
}

LogicReader::Side LogicReader::side(const Place& place, const Context& context) const {
  Side out{std::nullopt, nullptr, place};
  if (place.json->object() == nullptr) {
    out.literal = place.json;
  } else if (const std::optional<Call> call = logic::as_call(*place.json); call && call->operation == "var") {
    out.variable = find_variable(logic::variable_name(*call).value_or(""), context);
  }
  return out;
}

void LogicReader::error(std::string code, const Place& place, std::string message) {
  complaints_.error(std::move(code), place.json->at, place.path, std::move(message));
}

}  // namespace aushang::author
