#pragma once
/// What an applicant has answered. Lives on their device; answers.json is its saved form.
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "rules/rule_set.h"

namespace aushang::rules {

using logic::Value;

/// Kept apart for the reader's sake; all three count as unknown when judged.
enum class NoAnswer { not_answered, not_sure, declined };

/// one, date, text: a string · many: the chosen values · yes_no: bool · number: double.
/// The empty list of a `many` question is an answer only if it offers "none of these".
using Answer = std::variant<NoAnswer, bool, double, std::string, std::vector<std::string>>;

struct Words {
  std::string name;   ///< of the applicant
  std::string place;  ///< where they are now
  std::string why;    ///< why this position
  std::string links;
};

struct Answers {
  std::string position;                                    ///< id, may be empty
  std::map<std::string, Answer, std::less<>> by_question;  ///< no entry: not answered
  Words words;
  std::string language;  ///< of the draft, may be empty

  /// Not answered where there is no entry.
  [[nodiscard]] const Answer& find(std::string_view question) const;
};

/// What the logic sees of an answer. One that doesn't fit its question is unknown.
[[nodiscard]] Value value_of(const Question& question, const Answer& answer);

/// As it stands in answers.json: "ml", ["ml"], true, 3, {"unknown": "not_sure"}; null where not answered.
[[nodiscard]] base::Json to_json(const Answer& answer);

}  // namespace aushang::rules
