#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "author/load_answers.h"

#include "author/names.h"
#include "author/shape.gen.h"
#include "base/formats.h"
#include "base/json_reader.h"
#include "base/json_slip.h"
#include "base/text.h"
#include "logic/call.h"
#include "logic/coercion.h"

namespace aushang::author {
namespace {

class AnswerReader {
 public:
  AnswerReader(Complaints& complaints, const RuleSet& rules) : complaints_(complaints), rules_(rules) {}

  void read_all(const Place& object, rules::Answers& answers) {
    if (object.json->object() == nullptr) {
      wrong_type(object, "an object: {\"question\": answer}");
      return;
    }
    std::vector<std::string_view> ids;
    for (const Question& question : rules_.questions) ids.emplace_back(question.id);
    for (const base::JsonMember& member : *object.json->object()) {
      if (member.key == base::k_comment) continue;
      const Place place = member_of(object, member);
      if (const Question* question = rules_.question(member.key)) {
        answers.by_question[question->id] = read(*question, place);
      } else {
        complaints_.error("unknown-name", member.key_at, place.path,
                          "no question has the id " + quoted(member.key) + "; " + suggest(member.key, ids));
      }
    }
  }

 private:
  rules::Answer read(const Question& question, const Place& place) {
    if (place.json->object() != nullptr) {
      const ObjectReader object(complaints_, place, shape::k_answer);
      const auto which = read_name(complaints_, object.member("unknown"), shape::k_unknown_names);
      if (!which) return rules::NoAnswer::not_answered;
      return *which == 0 ? rules::NoAnswer::not_sure : rules::NoAnswer::declined;
    }
    switch (question.type) {
      case QuestionType::one:
        return read_option(question, place);
      case QuestionType::many:
        return read_options(question, place);
      case QuestionType::yes_no:
        return read_yes_no(place);
      case QuestionType::number:
        return read_number(question, place);
      case QuestionType::date: {
        const std::optional<base::Date> date = read_date(complaints_, place);
        return date ? rules::Answer(base::to_string(*date)) : rules::NoAnswer::not_answered;
      }
      case QuestionType::text: {
        if (const std::string* text = place.json->string()) return *text;
        wrong_type(place, "a string");
        return rules::NoAnswer::not_answered;
      }
    }
    return rules::NoAnswer::not_answered;
  }

  rules::Answer read_option(const Question& question, const Place& place) {
    const std::string* value = place.json->string();
    if (value == nullptr) {
      wrong_type(place, "a string, one of the options");
      return rules::NoAnswer::not_answered;
    }
    for (const Option& option : question.options) {
      if (option.value == *value) return *value;
    }
    std::vector<std::string_view> values;
    for (const Option& option : question.options) values.emplace_back(option.value);
    complaints_.error(
        "unknown-option", place.json->at, place.path,
        quoted(*value) + " isn't an option of " + quoted(question.id) + "; " + suggest(*value, values));
    return rules::NoAnswer::not_answered;
  }

  rules::Answer read_options(const Question& question, const Place& place) {
    if (place.json->array() == nullptr) {
      wrong_type(place, "a list of options, such as [\"…\"]");
      return rules::NoAnswer::not_answered;
    }
    std::vector<std::string> chosen;
    for (const Place& element : read_list(complaints_, place)) {
      rules::Answer one = read_option(question, element);
      std::string* value = std::get_if<std::string>(&one);
      if (value == nullptr) continue;
      if (std::find(chosen.begin(), chosen.end(), *value) != chosen.end()) {
        complaints_.error("duplicate-value", element.json->at, element.path,
                          quoted(*value) + " is in this list twice; keep one.");
      }
      chosen.push_back(std::move(*value));
    }
    if (chosen.empty() && !question.none_of_these) return rules::NoAnswer::not_answered;
    return chosen;
  }

  rules::Answer read_yes_no(const Place& place) {
    if (const bool* flag = place.json->boolean()) return *flag;
    if (const std::string* text = place.json->string(); text && (*text == "yes" || *text == "no")) {
      return *text == "yes";
    }
    wrong_type(place, "true, false, \"yes\" or \"no\"");
    return rules::NoAnswer::not_answered;
  }

  rules::Answer read_number(const Question& question, const Place& place) {
    const double* number = place.json->number();
    if (number == nullptr) {
      wrong_type(place, "a number");
      return rules::NoAnswer::not_answered;
    }
    if ((question.min && *number < *question.min) || (question.max && *number > *question.max)) {
      std::string bounds;
      if (question.min) bounds += " at least " + logic::to_text(*question.min);
      if (question.min && question.max) bounds += " and";
      if (question.max) bounds += " at most " + logic::to_text(*question.max);
      complaints_.error(
          "bad-value", place.json->at, place.path,
          logic::to_text(*number) + " is out of bounds; " + quoted(question.id) + " takes" + bounds + ".");
      return rules::NoAnswer::not_answered;
    }
    return *number;
  }

  void wrong_type(const Place& place, std::string_view expected) {
    complaints_.error("wrong-type", place.json->at, place.path,
                      "expected " + std::string(expected) + ", or {\"unknown\": \"not_sure\"}; found " +
                          std::string(place.json->type_name()) + ".");
  }

  Complaints& complaints_;
  const RuleSet& rules_;
};

/// A field may be empty here: people clear what they have typed.
std::string read_word(Complaints& complaints, const Place& place) {
  if (!place) return {};
  if (const std::string* text = place.json->string()) return *text;
  return read_string(complaints, place);  // which complains
}

void read_words(Complaints& complaints, const Place& place, rules::Words& words) {
  const ObjectReader object(complaints, place, shape::k_words);
  words.name = read_word(complaints, object.member("name"));
  words.place = read_word(complaints, object.member("place"));
  words.why = read_word(complaints, object.member("why"));
  words.links = read_word(complaints, object.member("links"));
}

}  // namespace

base::Result<rules::Answers> load_answers(std::string_view text, std::string_view file,
                                          const RuleSet& rules) {
  const base::Result<base::Json> json = base::read_json(text, file);
  if (!json) return json.errors();

  Complaints complaints(file);
  rules::Answers answers;
  const ObjectReader object(complaints, {&*json, "$"}, shape::k_answers);
  check_version(complaints, object.member("version"));
  if (const Place given = object.member("answers")) AnswerReader(complaints, rules).read_all(given, answers);
  read_words(complaints, object.member("words"), answers.words);

  const Place position = object.member("position");
  answers.position = read_string(complaints, position);
  if (!answers.position.empty() && rules.position(answers.position) == nullptr) {
    std::vector<std::string_view> ids;
    for (const Position& one : rules.positions) ids.emplace_back(one.id);
    complaints.error(
        "unknown-name", position.json->at, position.path,
        "no position has the id " + quoted(answers.position) + "; " + suggest(answers.position, ids));
  }
  const Place language = object.member("lang");
  answers.language = read_string(complaints, language);
  if (!answers.language.empty() && !base::is_language_tag(answers.language)) {
    complaints.error("bad-language", language.json->at, language.path,
                     quoted(answers.language) + " isn't a language; write a tag such as \"en\" or \"de\".");
  }
  if (complaints.has_errors()) return complaints.take();
  return answers;
}

}  // namespace aushang::author
