#include "rules/answers.h"

namespace aushang::rules {

const Answer& Answers::find(std::string_view question) const {
  static const Answer k_none = NoAnswer::not_answered;
  const auto found = by_question.find(question);
  return found != by_question.end() ? found->second : k_none;
}

Value value_of(const Question& question, const Answer& answer) {
  switch (question.type) {
    case QuestionType::one:
    case QuestionType::date:
    case QuestionType::text: {
      const std::string* text = std::get_if<std::string>(&answer);
      return text != nullptr && !text->empty() ? Value(*text) : Value();
    }
    case QuestionType::many: {
      const auto* chosen = std::get_if<std::vector<std::string>>(&answer);
      if (chosen == nullptr || (chosen->empty() && !question.none_of_these)) return {};
      return logic::make_array(logic::ValueArray(chosen->begin(), chosen->end()));
    }
    case QuestionType::yes_no: {
      const bool* flag = std::get_if<bool>(&answer);
      return flag != nullptr ? Value(*flag) : Value();
    }
    case QuestionType::number: {
      const double* number = std::get_if<double>(&answer);
      return number != nullptr ? Value(*number) : Value();
    }
  }
  return {};
}

base::Json to_json(const Answer& answer) {
  if (const auto* none = std::get_if<NoAnswer>(&answer)) {
    if (*none == NoAnswer::not_answered) return nullptr;
    return base::JsonObject{{"unknown", *none == NoAnswer::not_sure ? "not_sure" : "declined", {}}};
  }
  if (const bool* flag = std::get_if<bool>(&answer)) return *flag;
  if (const double* number = std::get_if<double>(&answer)) return *number;
  if (const std::string* text = std::get_if<std::string>(&answer)) return *text;
  base::JsonArray values;
  for (const std::string& value : std::get<std::vector<std::string>>(answer)) values.emplace_back(value);
  return values;
}

}  // namespace aushang::rules
