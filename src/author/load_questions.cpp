#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "author/load_sections.h"
#include "author/shape.gen.h"

namespace aushang::author {
namespace {

static_assert(static_cast<std::size_t>(QuestionType::text) + 1 == std::size(shape::k_type_names));

class QuestionReader {
 public:
  QuestionReader(Complaints& complaints, const Place& place, Ids& names)
      : complaints_(complaints),
        place_(place),
        names_(names),
        object_(complaints, place, shape::k_question) {}

  Question read() {
    question_.id = names_.read(complaints_, object_.member("id"));
    const std::optional<std::size_t> type =
        read_name(complaints_, object_.member("type"), shape::k_type_names);
    question_.label = read_text(complaints_, object_.member("label"));
    question_.help = read_text(complaints_, object_.member("help"));
    if (!type) return std::move(question_);
    question_.type = static_cast<QuestionType>(*type);
    const bool has_options = question_.type == QuestionType::one || question_.type == QuestionType::many;
    if (has_options) read_options(object_.required("options"));
    if (!has_options) refuse("options", "only \"one\" and \"many\" questions have options");
    if (question_.type == QuestionType::many) {
      question_.none_of_these = read_flag(complaints_, object_.member("none_of_these")).value_or(false);
    } else {
      refuse("none_of_these", "only \"many\" questions have it; give other questions an option of their own");
    }
    if (question_.type == QuestionType::number) {
      read_bounds();
    } else {
      refuse("min", "only \"number\" questions have bounds");
      refuse("max", "only \"number\" questions have bounds");
    }
    return std::move(question_);
  }

 private:
  void read_options(const Place& list) {
    if (!list) return;
    const std::vector<Place> options = read_list(complaints_, list);
    const std::size_t least = question_.type == QuestionType::one ? 2 : 1;
    if (list.json->array() != nullptr && list.json->array()->size() < least) {
      complaints_.error("bad-value", list.json->at, list.path,
                        least == 2 ? "a question with one answer needs at least two options to choose from."
                                   : "at least one option is needed.");
    }
    std::unordered_map<std::string, base::Position> seen;
    for (const Place& place : options) {
      const ObjectReader object(complaints_, place, shape::k_option);
      const Place value = object.member("value");
      Option option;
      option.value = read_line(complaints_, value);
      const bool has_own_words = option.value == "yes" || option.value == "no" || option.value.empty();
      option.label =
          read_text(complaints_, has_own_words ? object.optional("label") : object.required("label"));
      option.reachable = read_flag(complaints_, object.member("reachable")).value_or(false);
      if (option.value.empty()) continue;
      const auto [found, is_new] = seen.emplace(option.value, value.json->at);
      if (!is_new) {
        complaints_.error("duplicate-id", value.json->at, value.path,
                          "the option " + quoted(option.value) + " is already on line " +
                              std::to_string(found->second.line) + "; choose another value.");
      }
      question_.options.push_back(std::move(option));
    }
  }

  void read_bounds() {
    question_.min = read_number(complaints_, object_.member("min"));
    question_.max = read_number(complaints_, object_.member("max"));
    if (question_.min && question_.max && *question_.min > *question_.max) {
      const Place max = object_.member("max");
      complaints_.error("bad-value", max.json->at, max.path,
                        "\"max\" is less than \"min\"; no answer would fit.");
    }
  }

  void refuse(std::string_view key, std::string_view why) {
    if (const Place misplaced = object_.optional(key)) {
      complaints_.error("misplaced-key", misplaced.json->at, misplaced.path,
                        "\"" + std::string(key) + "\" doesn't belong to a question of type " +
                            quoted(shape::k_type_names[static_cast<std::size_t>(question_.type)]) + ": " +
                            std::string(why) + ".");
    }
  }

  Complaints& complaints_;
  Place place_;
  Ids& names_;
  ObjectReader object_;
  Question question_;
};

}  // namespace

std::vector<Question> read_questions(Complaints& complaints, const Place& place, Ids& names) {
  std::vector<Question> questions;
  for (const Place& element : read_list(complaints, place)) {
    questions.push_back(QuestionReader(complaints, element, names).read());
  }
  return questions;
}

}  // namespace aushang::author
