// Any bytes as check.json, as answers.json for a fixed one, and as a line for `aushang logic`.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/load.h"
#include "author/load_answers.h"
#include "check.h"
#include "doc/parse.h"
#include "logic/line.h"
#include "rules/judge.h"
#include "rules/stored.h"

using namespace aushang;

namespace {

/// Some answer that fits the question, chosen by one byte of the input; sometimes none.
rules::Answer pick(const rules::Question& question, unsigned byte) {
  if (byte % 5 == 0) return rules::NoAnswer::not_sure;
  switch (question.type) {
    case rules::QuestionType::one:
      return question.options[byte % question.options.size()].value;
    case rules::QuestionType::many:
      return std::vector<std::string>{question.options[byte % question.options.size()].value};
    case rules::QuestionType::yes_no:
      return byte % 2 == 0;
    case rules::QuestionType::number:
      return static_cast<double>(byte % 16);
    case rules::QuestionType::date:
      return base::to_string(base::from_days(byte * 200));
    case rules::QuestionType::text:
      return std::string("x");
  }
  return rules::NoAnswer::declined;
}

/// Answering never changes a decided outcome, never makes `ask` grow, and answers survive being saved.
void check_interview(const rules::RuleSet& rules, std::string_view bytes) {
  rules::Answers answers;
  if (!rules.positions.empty()) answers.position = rules.positions.front().id;
  rules::Verdict before = rules::judge(rules, answers);
  std::size_t next = 0;
  for (const rules::Question& question : rules.questions) {
    if (next >= bytes.size() || next == 8) break;
    answers.by_question[question.id] = pick(question, static_cast<unsigned char>(bytes[next++]));
    const rules::Verdict now = rules::judge(rules, answers);
    FUZZ_CHECK(before.outcome == rules::Outcome::open || now.outcome == before.outcome);
    FUZZ_CHECK(now.at_most <= before.at_most);
    FUZZ_CHECK(now.at_most == now.ask.size());
    FUZZ_CHECK(now.outcome == rules::Outcome::open || now.ask.empty());
    for (const std::vector<rules::Change>& set : now.would_change) {
      FUZZ_CHECK(!set.empty() && set.size() <= rules::k_max_change_size);
    }
    FUZZ_CHECK(base::parse_json(base::write_json(rules::to_json(now)), "").ok());
    before = now;
  }
}

void check_diagnostics(const base::Diagnostics& all, base::Severity severity) {
  for (const base::Diagnostic& one : all) {
    FUZZ_CHECK(one.severity == severity && !one.code.empty() && !one.message.empty());
  }
}

void check_file(std::string_view text) {
  static const base::Result<doc::Document> k_page =
      doc::parse("# A post\n\nWe want *a degree* and two years.\n");
  const base::Result<author::Loaded> loaded =
      author::load(text, "check.json", {{"en", &*k_page}}, base::Date{2026, 1, 1});
  if (!loaded) {
    FUZZ_CHECK(!loaded.errors().empty());
    check_diagnostics(loaded.errors(), base::Severity::error);
    return;
  }
  check_diagnostics(loaded->warnings, base::Severity::warning);
  FUZZ_CHECK(author::load_rules(text, "check.json").ok());
  // What the app reads of a bundle is what was written, and judges the same.
  const base::Json stored = rules::write_rules(loaded->rules);
  const std::optional<rules::RuleSet> read = rules::read_rules(stored);
  FUZZ_CHECK(read && base::write_json(rules::write_rules(*read)) == base::write_json(stored));
  check_interview(*read, text.substr(text.size() / 2));
}

void check_answers(std::string_view text) {
  static const base::Result<rules::RuleSet> k_rules =
      author::load_rules(R"({"version": 1, "apply": {"to": ["a@b.de"]},
    "questions": [{"id": "a", "type": "one", "label": "A", "options": [{"value": "yes"}, {"value": "no"}]},
                  {"id": "b", "type": "many", "label": "B", "options": [{"value": "x", "label": "X"}]},
                  {"id": "c", "type": "number", "label": "C", "min": 0}, {"id": "d", "type": "date", "label": "D"},
                  {"id": "e", "type": "yes_no", "label": "E"}, {"id": "f", "type": "text", "label": "F"}],
    "criteria": [{"id": "r", "level": "must", "label": "R", "logic": {"or": [{"==": [{"var": "a"}, "yes"]}, {"var": "e"}]}}]})",
                         "check.json");
  const base::Result<rules::Answers> answers = author::load_answers(text, "answers.json", *k_rules);
  if (!answers) {
    check_diagnostics(answers.errors(), base::Severity::error);
    return;
  }
  base::JsonObject saved;
  for (const auto& [id, answer] : answers->by_question) {
    if (const base::Json json = rules::to_json(answer); !json.is_null()) saved.push_back({id, json, {}});
  }
  const base::Json file = base::JsonObject{{"version", 1, {}}, {"answers", saved, {}}};
  const base::Result<rules::Answers> again =
      author::load_answers(base::write_json(file), "answers.json", *k_rules);
  FUZZ_CHECK(again.ok());
  for (const auto& [id, answer] : again->by_question) FUZZ_CHECK(answer == answers->find(id));
}

void check_line(std::string_view line) {
  const std::string answer = logic::judge_line(line);
  FUZZ_CHECK(answer == "true" || answer == "false" || answer == "\"unknown\"" ||
             answer.starts_with("{\"refused\":\""));
  FUZZ_CHECK(answer.find('\n') == std::string::npos && base::parse_json(answer, "").ok());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      check_file(text);
      break;
    case 1:
      check_answers(text);
      break;
    default:
      check_line(text);
      break;
  }
  return 0;
}
