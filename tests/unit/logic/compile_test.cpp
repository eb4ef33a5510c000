#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "logic/line.h"
#include "logic/logic.h"

namespace aushang::logic {
namespace {

base::Diagnostics refusals(std::string_view json, Comments comments = Comments::refused) {
  const base::Result<Expression> compiled =
      compile(base::parse_json(json, "check.json").value(), "check.json", "$", comments);
  return compiled ? base::Diagnostics{} : compiled.errors();
}

struct Refused {
  const char* json;
  const char* code;
  const char* words;
};

TEST(LogicCompile, refuses_what_lies_outside_the_profile_and_says_what_to_write) {
  const Refused k_refused[] = {
      {R"({"!!": [1]})", "logic-operation", "leave it out"},
      {R"({"?:": [1, 2, 3]})", "logic-operation", "write \"if\""},
      {R"({"missing": ["a"]})", "logic-operation", "unknown"},
      {R"({"+": [1, 2]})", "logic-operation", "no arithmetic"},
      {R"({"reduce": [1, 2, 3]})", "logic-operation", "\"some\""},
      {R"({"AND": [true]})", "logic-operation", "did you mean \"and\"?"},
      {R"({"filtr": [true]})", "logic-operation", "It has: var and or"},
      {R"({})", "logic-object", "empty object"},
      {R"({"and": [1], "or": [1]})", "logic-object", "and, or"},
      {R"({"and": [1], "$comment": "no JsonLogic"})", "logic-object", "one key"},
      {R"({"var": ["a", 1]})", "logic-var-default", "default"},
      {R"({"var": {"var": "a"}})", "logic-var-name", "written out"},
      {R"({"var": [["a"]]})", "logic-var-name", "written out"},
      {R"({"!": []})", "logic-operands", "takes 1 operand, here it has 0"},
      {R"({"==": [1]})", "logic-operands", "takes 2 operands, here it has 1"},
      {R"({">": [3, 2, 1]})", "logic-operands", "here it has 3"},
      {R"({"<": 1})", "logic-operands", "2 or 3"},
      {R"({"and": []})", "logic-operands", "at least 1"},
      {R"({"all": [[1]]})", "logic-operands", "takes 2"},
  };
  for (const Refused& refused : k_refused) {
    const base::Diagnostics errors = refusals(refused.json);
    ASSERT_EQ(errors.size(), 1u) << refused.json;
    EXPECT_EQ(errors[0].code, refused.code) << refused.json;
    EXPECT_NE(errors[0].message.find(refused.words), std::string::npos) << errors[0].message;
  }
}

TEST(LogicCompile, accepts_every_short_form_that_has_a_clear_meaning) {
  for (const char* json :
       {R"({"!": true})", R"({"var": "a"})", R"({"var": ["a"]})", R"({"var": []})", R"({"var": null})",
        R"({"var": 1})", R"({"var": 1.1})", R"({"if": []})", R"({"if": [1]})", R"({"if": [1, 2]})",
        R"({"if": [1, 2, 3, 4, 5]})", R"({"<": [1, 2, 3]})", R"({"and": [1]})", R"({"or": true})",
        R"([1, {"var": "x"}])", "17", "null", R"("apple")"}) {
    EXPECT_TRUE(refusals(json).empty()) << json;
  }
}

TEST(LogicCompile, tells_all_mistakes_with_their_places) {
  const base::Diagnostics errors = refusals("{\"and\": [\n  {\"+\": [1]},\n  {\"!\": {\"nope\": 1}}]}");
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors[0].path, R"($["and"][0])");
  EXPECT_EQ(errors[0].at, (base::Position{2, 4}));
  EXPECT_EQ(errors[1].path, R"($["and"][1]["!"])");
  EXPECT_EQ(errors[1].at, (base::Position{3, 10}));
}

TEST(LogicCompile, lets_comments_stand_in_check_json_only) {
  EXPECT_TRUE(
      refusals(R"({"and": [{"$comment": "why", "var": "a"}], "$comment": "x"})", Comments::allowed).empty());
  EXPECT_EQ(refusals(R"({"$comment": "alone"})", Comments::allowed).size(), 1u);
}

TEST(LogicLine, answers_each_line_in_one_of_four_ways) {
  EXPECT_EQ(judge_line(R"([{"<": [{"var": "a"}, 2]}, {"a": 1}])"), "true");
  EXPECT_EQ(judge_line(R"([{"var": "a"}, {"a": []}])"), "false");
  EXPECT_EQ(judge_line(R"([{"var": "a"}, {}])"), "\"unknown\"");
  EXPECT_EQ(judge_line(R"([{"var": "a"}, null])"), "\"unknown\"");
  EXPECT_EQ(judge_line(R"([{"log": "a"}, {}])").substr(0, 12), R"({"refused":")");
}

TEST(LogicLine, refuses_what_is_no_rule_with_data) {
  for (const char* line : {"", "[1", "1", "{}", "[]", "[1,2,3]", R"([{"a":1,"a":2},null])", "\xFF"}) {
    EXPECT_TRUE(judge_line(line).starts_with(R"({"refused":")")) << line;
  }
  EXPECT_EQ(judge_line("[true]\r"), "true");
}

}  // namespace
}  // namespace aushang::logic
