#include "base/json_slip.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace aushang::base {
namespace {

/// "2:5 this comma …" of the one thing that is wrong.
std::string said(std::string_view text) {
  const Result<Json> json = read_json(text, "t.json");
  if (json) return "nothing";
  if (json.errors().size() != 1) return "several";
  const Diagnostic& one = json.errors().front();
  EXPECT_EQ(one.code, "json-syntax");
  return std::to_string(one.at.line) + ":" + std::to_string(one.at.column) + " " + one.message;
}

void expect_said(std::string_view text, std::string_view begin, std::string_view part) {
  const std::string message = said(text);
  EXPECT_TRUE(message.starts_with(begin)) << text << "\n" << message;
  EXPECT_NE(message.find(part), std::string::npos) << text << "\n" << message;
}

TEST(JsonSlip, CommasAndColons) {
  expect_said("{\"a\": 1,\n}", "1:8 this comma is one too many", "only } follows");
  expect_said("[1,\n 2,\n]", "2:3 this comma is one too many", "only ] follows");
  expect_said("{\"a\": 1\n \"b\": 2}", "1:8 a comma is missing", "next entry");
  expect_said("[1 2]", "1:3 a comma is missing", "");
  expect_said("[1,,2]", "1:4 there is a comma too many", "take it away");
  expect_said("{,\"a\": 1}", "1:2 there is a comma too many", "");
  expect_said("{\"a\": 1; \"b\": 2}", "1:8 write , instead of ;", "");
  expect_said("{\"a\" 1}", "1:5 a colon is missing between the key \"a\"", "");
  expect_said("{\"a\" = 1}", "1:6 write : instead of =", "");
  expect_said("{\"a\": }", "1:5 the value of the key \"a\" is missing", "");
  expect_said("[\"a\": 1]", "1:5 a key and its value stand in { }", "");
}

TEST(JsonSlip, QuotationMarks) {
  expect_said("{\"a\": \"until_filled\n}", "1:7 this text has no closing quotation mark", "");
  expect_said("{\"a\": \"x", "1:7 this text has no closing quotation mark", "");
  expect_said("{'a': 1}", "1:2 texts and keys stand in straight double quotes", "");
  expect_said("{\"a\": ‘x’}", "1:7 texts and keys stand in straight double quotes", "");
  expect_said("{„a“: 1}", "1:2 texts and keys stand in straight double quotes", "");
  expect_said("{a: 1}", "1:2 this key needs quotation marks", "write \"a\"");
  expect_said("{\"a\": Berlin}", "1:7 this text needs quotation marks", "write \"Berlin\"");
  expect_said("{\"a\": CV with links, \"b\": 1}", "1:7 this text needs quotation marks",
              "write \"CV with links\"");
  expect_said("{\"a\": \"a \"good\" degree\"}", "1:10 a quotation mark inside a text is written \\\"", "");
}

TEST(JsonSlip, WordsAndNumbers) {
  expect_said("{\"a\": True}", "1:7 True isn't JSON; write true", "");
  expect_said("[no]", "1:2 no isn't JSON; write false", "\"no\" if a text is meant");
  expect_said("[None]", "1:2 None isn't JSON; write null", "");
  expect_said("[2027-01-31]", "1:2 2027-01-31 isn't a number", "dates need quotation marks");
  expect_said("[01]", "1:2 01 isn't a number", "");
  expect_said("[1.]", "1:2 1. isn't a number", "");
  expect_said("[+1]", "1:2 a value was expected here", "");
  expect_said("{\"a\": 23:59}", "1:7 23:59 isn't a number", "");
}

TEST(JsonSlip, BracketsAndEnds) {
  expect_said("", "1:1 the file is empty", "");
  expect_said(" \n", "2:1 the file is empty", "");
  expect_said("{\"a\": [1, 2}", "1:12 this } doesn't fit: the [ of line 1 is open", "write ] instead");
  expect_said("{\n\"a\": {\n\"b\": 1\n}\n", "5:1 the file ends here, but the { of line 1 is still open",
              "write }");
  expect_said("{\"a\": {{\"id\": 1}}}", "1:8 a key was expected here", "a list of values stands in [ ]");
  expect_said("{}\n, \"b\": 1}", "2:1 there is more here, although what begins on line 1 ends", "");
  expect_said("]", "1:1 nothing is open that this ] could belong to", "");
}

TEST(JsonSlip, CommentsEscapesAndBytes) {
  expect_said("{\"a\": 1, // x\n}", "1:10 JSON has no comments", "$comment");
  expect_said("{\"a\": 1, # x\n}", "1:10 JSON has no comments", "");
  expect_said("{/* x */}", "1:2 JSON has no comments", "");
  expect_said("[\"C:\\letters\"]", "1:5 \\l means nothing in JSON", "written \\\\");
  expect_said("[\"\\u12\"]", "1:3 \\u means nothing in JSON", "");
  expect_said("[\"a\tb\"]", "1:4 a tab inside a text is written \\t", "");
  expect_said("[\"\xFF\"]", "1:3 this isn't UTF-8", "");
  expect_said("\xEF\xBB\xBF[1,]", "1:3 this comma", "");  // a byte order mark is no letter
}

TEST(JsonSlip, RightJsonHasNone) {
  EXPECT_FALSE(
      find_json_slip(R"( {"a": [1, -0.5e+3, "ü\u00fc\\\"", true, false, null, {}, []], "b": {"c": {}}} )"));
  EXPECT_EQ(said(R"({"a": [1, {"b": null}]})"), "nothing");
}

/// Whatever is left out, doubled or put in, the explanation finds a slip just where the parser refuses.
TEST(JsonSlip, AgreesWithTheParser) {
  const std::string right =
      "{\"a\": [1, -0.5, \"x\\n\\u00e4\", true], \"b\": {\"c\": null, \"d\": []},\n \"e\": false, \"f\": "
      "\"“ü”\"}";
  constexpr std::string_view k_put_in[] = {",",    ":",  "\"", "{",  "}", "[", "]", "1", "-", ".",  "x",
                                           "true", "\n", " ",  "\\", "/", "'", "e", "0", "ü", "//", "\xC3"};
  std::mt19937 random(7);
  std::size_t slips = 0;
  constexpr std::size_t k_rounds = 20'000;
  for (std::size_t round = 0; round < k_rounds; ++round) {
    std::string text = right;
    for (std::size_t change = 0; change <= random() % 3; ++change) {
      const std::size_t at = random() % (text.size() + 1);
      if (random() % 2 == 0) {
        text.insert(at, k_put_in[random() % std::size(k_put_in)]);
      } else {
        text.erase(at, 1 + random() % 3);
      }
    }
    const Result<Json> json = parse_json(text, "");
    const Diagnostics errors = json ? Diagnostics() : json.errors();
    const bool refused = std::any_of(errors.begin(), errors.end(),
                                     [](const Diagnostic& one) { return one.code == "json-syntax"; });
    const bool is_found = find_json_slip(text).has_value();
    slips += is_found;
    ASSERT_EQ(is_found, refused) << text << (errors.empty() ? "" : "\n" + errors.back().message);
  }
  EXPECT_GT(slips, k_rounds / 2);
}

}  // namespace
}  // namespace aushang::base
