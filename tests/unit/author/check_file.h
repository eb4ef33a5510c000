#pragma once
/// check.json files made of the parts a test is about.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load.h"
#include "doc/parse.h"
#include "rules/judge.h"

namespace aushang::author {

using rules::RuleSet;

/// Each part is the JSON of one section.
struct CheckFile {
  std::string apply = R"({"to": ["apply@example.org"]})";
  std::string questions = "[]";
  std::string clauses = "[]";
  std::string criteria = "[]";
  std::string notes = "[]";
  std::string materials = R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}])";
  std::string positions = "[]";
  std::string more;  ///< further members, each with a comma before it

  [[nodiscard]] std::string text() const {
    return "{\"version\": 1,\n\"apply\": " + apply + ",\n\"questions\": " + questions +
           ",\n\"clauses\": " + clauses + ",\n\"criteria\": " + criteria + ",\n\"notes\": " + notes +
           ",\n\"materials\": " + materials + ",\n\"positions\": " + positions + more + "}";
  }
};

/// One of each type of question, with options that are easy to misspell.
inline constexpr std::string_view k_questions = R"([
  {"id": "masters", "type": "one", "label": "Do you hold a master's degree?",
   "options": [{"value": "yes"}, {"value": "expected", "label": "Soon"}, {"value": "no"}]},
  {"id": "field", "type": "many", "label": "Your background", "none_of_these": true,
   "options": [{"value": "ml", "label": "Machine learning"}, {"value": "math", "label": "Mathematics"}]},
  {"id": "industry", "type": "yes_no", "label": "Have you worked in industry?"},
  {"id": "years", "type": "number", "label": "Years of research", "min": 0, "max": 40},
  {"id": "start", "type": "date", "label": "When could you start?"},
  {"id": "grade", "type": "one", "label": "Grade", "options": [{"value": "1", "label": "1"}, {"value": "2", "label": "2"}]},
  {"id": "why", "type": "text", "label": "What draws you here?"}])";

[[nodiscard]] inline std::string describe(const base::Diagnostics& all) {
  std::string out;
  for (const base::Diagnostic& one : all) out += base::format(one) + "\n";
  return out;
}

/// The warnings of a file without errors, or its errors.
[[nodiscard]] inline base::Diagnostics diagnose(const std::string& text,
                                                const std::vector<Translation>& translations = {},
                                                std::optional<base::Date> today = std::nullopt) {
  base::Result<Loaded> loaded = load(text, "check.json", translations, today);
  return loaded ? loaded->warnings : loaded.errors();
}

[[nodiscard]] inline RuleSet load_or_fail(const std::string& text) {
  base::Result<RuleSet> rules = load_rules(text, "check.json");
  if (rules) return std::move(rules).value();
  ADD_FAILURE() << describe(rules.errors()) << text;
  return {};
}

/// Exactly one complaint, with this code and path, whose message has these words.
inline void expect_one(const base::Diagnostics& all, std::string_view code, std::string_view path,
                       std::string_view words = "") {
  ASSERT_EQ(all.size(), 1u) << describe(all);
  EXPECT_EQ(all[0].code, code) << describe(all);
  EXPECT_EQ(all[0].path, path) << describe(all);
  EXPECT_NE(all[0].message.find(words), std::string::npos) << describe(all);
  EXPECT_NE(all[0].at.line, 0u) << "a complaint has a place";
}

}  // namespace aushang::author
