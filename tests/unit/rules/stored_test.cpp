#include "rules/stored.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "../author/check_file.h"
#include "random_rules.h"
#include "rules/judge.h"

namespace aushang::rules {
namespace {

using author::CheckFile;
using author::load_or_fail;

std::string text_of(const RuleSet& rules) { return base::write_json(write_rules(rules)); }

/// Every member that check.json can fill, so that one that is forgotten shows.
RuleSet everything() {
  CheckFile file;
  file.more = R"(, "facts": {"organization": {"name": "Institute", "url": "https://i.example/"},
    "place": {"city": "Ulm", "country": "DE"}, "employment": "part_time", "posted": "2026-01-02", "start": "2026-10-01"})";
  file.apply = R"({"to": ["a@i.example"], "cc": ["b@i.example"], "subject": {"contains": "[x]"},
    "inquiry": {"to": ["c@i.example"], "subject": {"contains": "[q]"}},
    "deadline": {"date": "2026-05-31", "time": "12:00", "zone": "Europe/Berlin"}, "max_total_mb": 7.5,
    "reply": {"en": "Soon", "de": "Bald"}, "portal": "https://p.example/", "closed": true})";
  file.questions = R"([
    {"id": "masters", "type": "one", "label": "Master's?", "help": "Or the like", "options":
      [{"value": "yes"}, {"value": "soon", "label": "Soon", "reachable": true}]},
    {"id": "field", "type": "many", "label": "Field", "none_of_these": true, "options": [{"value": "ml", "label": "ML"}]},
    {"id": "years", "type": "number", "label": "Years", "min": 0, "max": 40}])";
  file.clauses =
      R"([{"id": "degree", "label": "Degree", "short": "D", "quote": {"en": ["a degree", "one"], "de": "ein Abschluss"},
    "evidence": ["cv"], "logic": {"and": [{"!": {"<": [1, {"var": "years"}, 3]}}, {"==": [{"var": "masters"}, "yes"]}]}}])";
  file.criteria = R"([{"id": "fits", "level": "should", "label": "Fits", "logic":
    {"or": [{"var": "degree"}, {"some": [{"var": "field"}, {"in": [{"var": ""}, ["ml"]]}]}, {"if": [true, null, 1.5]}]}}])";
  file.notes = R"([{"id": "german", "label": "No German", "quote": "no German"}])";
  file.materials =
      R"([{"id": "cv", "kind": "cv", "stage": "later", "required": "optional", "label": "CV", "quote": "CV",
    "when": {"var": "degree"}, "contains": ["transcripts"]}])";
  file.positions =
      R"([{"id": "a", "label": "A", "to": ["d@i.example"], "subject": {"contains": "[a]"}, "inquiry": false,
    "deadline": null, "materials": ["cv"], "criteria": []}, {"id": "b", "label": "B", "deadline": "until_filled"}])";
  return load_or_fail(file.text());
}

TEST(StoredRules, are_read_as_they_were_written) {
  RuleSet rules = everything();
  rules.positions[0].deadline = NotSaid{};  // a thing of its own, and not "as for all"
  const std::optional<RuleSet> read = read_rules(write_rules(rules));
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of(*read), text_of(rules));
  const std::string text = text_of(rules);
  for (const char* word : {"Institute",
                           "https://i.example/",
                           "Ulm",
                           "DE",
                           "part_time",
                           "2026-01-02",
                           "2026-10-01",
                           "a@i.example",
                           "b@i.example",
                           "[x]",
                           "c@i.example",
                           "[q]",
                           "2026-05-31",
                           "12:00",
                           "Europe/Berlin",
                           "7.5",
                           "Bald",
                           "https://p.example/",
                           "Or the like",
                           "\"reachable\":true",
                           "\"none_of_these\":true",
                           "\"min\":0",
                           "\"max\":40",
                           "\"short\":{\"\":\"D\"}",
                           "ein Abschluss",
                           "\"evidence\":[\"cv\"]",
                           "no German",
                           "\"contains\":[\"transcripts\"]",
                           "d@i.example",
                           "\"deadline\":null",
                           "\"criteria\":[]",
                           "\"closed\":true"})
    EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
  ASSERT_EQ(read->positions.size(), 2u);
  ASSERT_TRUE(read->positions[0].deadline && read->positions[0].inquiry && read->positions[0].criteria);
  EXPECT_TRUE(std::holds_alternative<NotSaid>(*read->positions[0].deadline));
  EXPECT_FALSE(read->positions[1].inquiry || read->positions[1].criteria || read->positions[1].materials);
  EXPECT_EQ(read->criteria[0].level, Level::should);
  EXPECT_EQ(read->materials[0].stage, Stage::later);
}

TEST(StoredRules, judge_as_those_they_were_made_of) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const RuleSet rules = load_or_fail(RandomRules(seed, 1 + seed % 6).text());
    const std::optional<RuleSet> read = read_rules(write_rules(rules));
    ASSERT_TRUE(read) << seed;
    ASSERT_EQ(text_of(*read), text_of(rules)) << seed;
    Answers answers;
    for (const Question& question : rules.questions) {
      EXPECT_EQ(base::write_json(to_json(judge(*read, answers))),
                base::write_json(to_json(judge(rules, answers))))
          << seed;
      if (question.type == QuestionType::yes_no) answers.by_question[question.id] = seed % 2 == 0;
    }
  }
}

TEST(StoredRules, of_another_form_are_refused) {
  const std::string text = text_of(everything());
  const auto reads = [](const std::string& json) {
    const base::Result<base::Json> parsed = base::parse_json(json, "");
    return parsed && read_rules(*parsed);
  };
  ASSERT_TRUE(reads(text));
  const auto with = [&](std::string_view part, std::string_view other) {
    std::string changed = text;
    const std::size_t at = changed.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return changed.replace(at, part.size(), other);
  };
  EXPECT_FALSE(reads("[]"));
  EXPECT_FALSE(reads(with("\"city\"", "\"town\""))) << "a member it doesn't know";
  EXPECT_FALSE(reads(with("\"Ulm\"", "7"))) << "another type";
  EXPECT_FALSE(reads(with("\"level\":1", "\"level\":2"))) << "beyond the last of an enumeration";
  EXPECT_FALSE(reads(with("2026-05-31", "2026-02-31"))) << "no date";
  EXPECT_FALSE(reads(with("{\"!\":", "{\"not\":"))) << "no operation";
  EXPECT_FALSE(reads(with("\"==\":[", "\"==\":[1,"))) << "an operand too many";
}

}  // namespace
}  // namespace aushang::rules
