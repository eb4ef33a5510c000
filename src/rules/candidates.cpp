#include "rules/candidates.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "logic/coercion.h"

namespace aushang::rules {
namespace {

/// Numbers as they are, dates as days; nothing for other values.
std::optional<double> to_axis(const Question& question, const Value& value) {
  if (question.type == QuestionType::date) {
    if (value.string() == nullptr) return std::nullopt;
    const std::optional<base::Date> date = base::parse_date(*value.string());
    return date ? std::optional<double>(static_cast<double>(base::to_days(*date))) : std::nullopt;
  }
  if (value.number() != nullptr) return *value.number();
  if (value.string() == nullptr) return std::nullopt;
  const double number = logic::to_number(*value.string());
  return std::isfinite(number) ? std::optional<double>(number) : std::nullopt;
}

Answer from_axis(const Question& question, double at) {
  if (question.type != QuestionType::date) return at;
  return base::to_string(base::from_days(static_cast<std::int64_t>(at)));
}

void collect_line(const Node& node, std::vector<const Node*>& variables, std::vector<const Node*>& literals) {
  if (node.operation == Operation::var) variables.push_back(&node);
  if (node.operation == Operation::literal) literals.push_back(&node);
  for (const Node& operand : node.operands) collect_line(operand, variables, literals);
}

bool is_simple(const Node& node) {
  return node.operation == Operation::var || node.operation == Operation::literal;
}

}  // namespace

Candidates::Candidates(const Model& model) : model_(model) {
  std::vector<bool> seen(model.rules().clauses.size(), false);
  for (const std::size_t i : model.criteria()) {
    const Expression& logic = model.rules().criteria[i].logic;
    visit(logic.root(), true);
    for (const std::size_t clause : model.references().basis_of(logic).clauses) {
      if (!seen[clause]) visit(model.rules().clauses[clause].logic.root(), true);
      seen[clause] = true;
    }
  }
}

const Question* Candidates::line_question(const Node& node) const {
  if (node.operation != Operation::var) return nullptr;
  const References::Name* name = model_.references().find(node.name);
  if (name == nullptr || name->is_clause) return nullptr;
  const Question& question = model_.rules().questions[name->index];
  return question.type == QuestionType::number || question.type == QuestionType::date ? &question : nullptr;
}

void Candidates::add(const Question& question, const Value& literal, Cut cut) {
  if (const std::optional<double> at = to_axis(question, literal))
    axes_[question.id].constants.push_back({*at, cut});
}

void Candidates::visit(const Node& node, bool is_condition) {
  const bool is_simple_comparison = logic::is_comparison(node.operation) &&
                                    std::all_of(node.operands.begin(), node.operands.end(), is_simple);
  if (is_simple_comparison) {
    for (std::size_t i = 0; i + 1 < node.operands.size(); ++i) {
      visit_pair(node.operation, node.operands[i], node.operands[i + 1]);
    }
  } else if (logic::is_comparison(node.operation) || logic::is_quantifier(node.operation) ||
             node.operation == Operation::in) {
    add_constants(node);
  } else if (const Question* question = line_question(node)) {
    if (is_condition && question->type == QuestionType::number) add(*question, Value(0.0), Cut::both);
    if (!is_condition) axes_[question->id].is_opaque = true;
  } else {
    const bool keeps = node.operation == Operation::all_of || node.operation == Operation::any_of ||
                       node.operation == Operation::negate || node.operation == Operation::choose;
    for (const Node& operand : node.operands) visit(operand, keeps);
  }
}

void Candidates::visit_pair(Operation operation, const Node& a, const Node& b) {
  const Question* left = line_question(a);
  const Question* right = line_question(b);
  if (left != nullptr && right != nullptr) {
    axes_[left->id].partners.push_back(model_.references().find(right->id)->index);
    axes_[right->id].partners.push_back(model_.references().find(left->id)->index);
    return;
  }
  const Question* question = left != nullptr ? left : right;
  const Node& other = left != nullptr ? b : a;
  if (question == nullptr) return;
  if (other.operation != Operation::literal) {
    axes_[question->id].is_opaque = true;
    return;
  }
  // x < c and x >= c cut below c, x <= c and x > c above; with the constant on the left the other way round.
  const bool is_below = operation == Operation::less || operation == Operation::greater_or_equal;
  const bool is_above = operation == Operation::less_or_equal || operation == Operation::greater;
  const Cut cut = is_below   ? (left != nullptr ? Cut::below : Cut::above)
                  : is_above ? (left != nullptr ? Cut::above : Cut::below)
                             : Cut::both;
  add(*question, other.literal, cut);
}

void Candidates::add_constants(const Node& node) {
  std::vector<const Node*> names;
  std::vector<const Node*> literals;
  collect_line(node, names, literals);
  const bool is_list_of_literals =
      node.operation == Operation::in && node.operands[0].operation == Operation::var &&
      node.operands[1].operation == Operation::array &&
      std::all_of(node.operands[1].operands.begin(), node.operands[1].operands.end(),
                  [](const Node& element) { return element.operation == Operation::literal; });
  for (const Node* name : names) {
    const Question* question = line_question(*name);
    if (question == nullptr) continue;
    if (!is_list_of_literals) axes_[question->id].is_opaque = true;
    for (const Node* literal : literals) add(*question, literal->literal, Cut::both);
  }
}

const Candidates::Axis& Candidates::axis_of(const Question& question) const {
  static const Axis k_plain;
  const auto found = axes_.find(question.id);
  return found != axes_.end() ? found->second : k_plain;
}

std::vector<Answer> Candidates::stretches(const Question& question,
                                          const std::vector<Constant>& constants) const {
  const bool is_date = question.type == QuestionType::date;
  const double min =
      is_date ? static_cast<double>(base::to_days({1, 1, 1})) : question.min.value_or(-HUGE_VAL);
  const double max =
      is_date ? static_cast<double>(base::to_days({9999, 12, 31})) : question.max.value_or(HUGE_VAL);

  std::vector<double> points;  // the constants themselves first: they read best
  for (const Constant& constant : constants) points.push_back(constant.at);
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  const std::size_t count = points.size();
  for (std::size_t i = 0; i <= count; ++i) {
    if (count == 0) {
      points.push_back(std::clamp(0.0, min, max));
    } else if (i == 0) {
      points.push_back(std::max(std::ceil(points[0]) - 1, min));
    } else if (i == count) {
      points.push_back(std::min(std::floor(points[count - 1]) + 1, max));
    } else {
      const double whole = std::floor(points[i - 1]) + 1;
      points.push_back(whole < points[i] || is_date ? whole : (points[i - 1] + points[i]) / 2);
    }
  }

  std::vector<Answer> answers;
  std::vector<std::vector<int>> seen;
  for (const double point : points) {
    if (!(point >= min && point <= max)) continue;
    std::vector<int> side;
    for (const Constant& constant : constants) {
      const int order = point < constant.at ? -1 : point > constant.at ? 1 : 0;
      side.push_back(constant.cut == Cut::below   ? (order < 0 ? -1 : 0)
                     : constant.cut == Cut::above ? (order > 0 ? 1 : 0)
                                                  : order);
    }
    if (std::find(seen.begin(), seen.end(), side) != seen.end()) continue;
    seen.push_back(std::move(side));
    answers.push_back(from_axis(question, point));
  }
  return answers;
}

std::vector<Answer> Candidates::near(const Question& question, const Answer& current,
                                     const std::vector<Value>& values) const {
  std::vector<Answer> answers;
  switch (question.type) {
    case QuestionType::one:
      for (const Option& option : question.options) answers.emplace_back(option.value);
      break;
    case QuestionType::yes_no:
      answers = {true, false};
      break;
    case QuestionType::number:
    case QuestionType::date: {
      const Axis& axis = axis_of(question);
      std::vector<Constant> constants = axis.constants;
      for (const std::size_t partner : axis.partners) {
        if (const std::optional<double> at = to_axis(question, values[partner]))
          constants.push_back({*at, Cut::both});
      }
      answers = stretches(question, constants);
      break;
    }
    case QuestionType::many: {
      const auto* given = std::get_if<std::vector<std::string>>(&current);
      const std::vector<std::string> chosen = given != nullptr ? *given : std::vector<std::string>();
      for (const Option& option : question.options) {
        std::vector<std::string> toggled = chosen;
        if (std::erase(toggled, option.value) == 0) toggled.push_back(option.value);
        if (!toggled.empty()) answers.emplace_back(std::move(toggled));
      }
      if (question.none_of_these) answers.emplace_back(std::vector<std::string>());
      break;
    }
    case QuestionType::text:
      break;
  }
  std::erase(answers, current);
  return answers;
}

std::vector<Answer> Candidates::all(const Question& question, std::size_t most) const {
  std::vector<Answer> answers;
  if (question.type == QuestionType::many) {
    const std::size_t count = question.options.size();
    if (count >= 20 || (std::size_t{1} << count) > most) return {};
    for (std::size_t set = question.none_of_these ? 0 : 1; set < (std::size_t{1} << count); ++set) {
      std::vector<std::string> chosen;
      for (std::size_t i = 0; i < count; ++i) {
        if ((set >> i & 1) != 0) chosen.push_back(question.options[i].value);
      }
      answers.emplace_back(std::move(chosen));
    }
    return answers;
  }
  const Axis& axis = axis_of(question);
  if (axis.is_opaque || !axis.partners.empty()) return {};
  answers = near(question, NoAnswer::not_answered, {});
  if (answers.size() > most) return {};
  return answers;
}

}  // namespace aushang::rules
