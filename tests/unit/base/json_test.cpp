#include "base/json.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace aushang::base {
namespace {

Json parsed(std::string_view text) {
  Result<Json> result = parse_json(text, "t.json");
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? std::move(result).value() : Json();
}

Diagnostics errors_of(std::string_view text) {
  const Result<Json> result = parse_json(text, "t.json");
  EXPECT_FALSE(result.ok()) << text;
  return result.ok() ? Diagnostics() : result.errors();
}

TEST(Json, KnowsWhereEveryValueAndKeyStands) {
  const Json root = parsed("{\n  \"a\": [1, -2.5e3 ,\n    \"ü\", true],\n  \"b\" : {\"c\":null}}\n");
  EXPECT_EQ(root.at, (Position{1, 1}));
  const JsonArray& a = *root.find("a")->array();
  EXPECT_EQ(root.find("a")->at, (Position{2, 8}));
  EXPECT_EQ(a[0].at, (Position{2, 9}));
  EXPECT_EQ(a[1].at, (Position{2, 12}));
  EXPECT_EQ(a[2].at, (Position{3, 5}));
  EXPECT_EQ(a[3].at, (Position{3, 10})) << "columns count code points, not bytes";
  EXPECT_EQ((*root.object())[1].key_at, (Position{4, 3}));
  EXPECT_EQ(root.find("b")->find("c")->at, (Position{4, 14}));
}

TEST(Json, PositionsSurviveAByteOrderMarkAndNumbersAtTheEdges) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF[1]").array()->front().at, (Position{1, 2}));
  EXPECT_EQ(parsed(" 12").at, (Position{1, 2}));
  const Json nested = parsed("[[1],[2,3],{\"k\":4},5]");
  EXPECT_EQ((*nested.array())[1].at, (Position{1, 6}));
  EXPECT_EQ((*nested.array())[2].find("k")->at, (Position{1, 17}));
  EXPECT_EQ((*nested.array())[3].at, (Position{1, 20}));
}

TEST(Json, ReportsEveryDuplicateKeyWithBothLines) {
  const Diagnostics errors = errors_of("{\"a\": 1,\n \"a\": 2,\n \"b\": {\"c\": 1, \"c\": 2}}");
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors[0].code, "json-duplicate-key");
  EXPECT_EQ(errors[0].at, (Position{2, 2}));
  EXPECT_NE(errors[0].message.find("line 1"), std::string::npos);
  EXPECT_EQ(errors[1].at, (Position{3, 16}));
}

TEST(Json, ReportsTheFirstSyntaxErrorWithItsPlace) {
  const Diagnostics errors = errors_of("{\n  \"a\": 1,\n  b: 2\n}");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, "json-syntax");
  EXPECT_EQ(errors[0].at, (Position{3, 3}));
  EXPECT_EQ(errors_of("")[0].code, "json-syntax");
  EXPECT_EQ(errors_of("[1,]")[0].code, "json-syntax");
  EXPECT_EQ(errors_of("{} x")[0].code, "json-syntax");
  EXPECT_EQ(errors_of("\"\xFF\"")[0].code, "json-syntax") << "strings are UTF-8 (RFC 8259, section 8.1)";
}

TEST(Json, RefusesWhatIsTooDeepOrTooLargeWithoutFalling) {
  EXPECT_EQ(errors_of(std::string(200000, '['))[0].code, "json-too-deep");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{\"a\":";
  EXPECT_EQ(errors_of(deep)[0].code, "json-too-deep");
  EXPECT_EQ(errors_of(std::string(k_max_json_bytes + 1, ' '))[0].code, "json-too-large");
  EXPECT_TRUE(parse_json(std::string(k_max_json_depth, '[') + std::string(k_max_json_depth, ']'), "").ok());
}

TEST(Json, WritesShortListsInOneLine) {
  const Json value = parsed(R"({"a":[1,2],"b":[{"c":"dddddddddd"},{"e":[]}],"f":{}})");
  EXPECT_EQ(
      write_json(value, 2, 24),
      "{\n  \"a\": [1, 2],\n  \"b\": [\n    {\"c\": \"dddddddddd\"},\n    {\"e\": []}\n  ],\n  \"f\": {}\n}");
  EXPECT_EQ(write_json(parsed("[1]"), 2, 24), "[\n  1\n]") << "the whole is never one line";
  EXPECT_EQ(write_json(parsed("[[1]]"), 2), "[\n  [\n    1\n  ]\n]");
}

TEST(Json, WritesWhatItReads) {
  const std::string text =
      R"({"s":"a\"\\\n\tü","n":[0,-1.5,1e+300,123456789012],"t":true,"f":false,"x":null,"e":[],"o":{}})";
  EXPECT_EQ(write_json(parsed(text)), text);
  EXPECT_EQ(write_json(parsed(write_json(parsed(text), 2))), text);
  EXPECT_EQ(write_json(Json(JsonArray{Json(1), Json("x")}), 2), "[\n  1,\n  \"x\"\n]");
}

TEST(Json, StringsItWritesAreAlwaysValid) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  EXPECT_TRUE(parse_json(quote_json(bytes), "").ok());
}

TEST(Json, TypesAnswerForThemselvesOnly) {
  EXPECT_EQ(parsed("3").string(), nullptr);
  EXPECT_EQ(*parsed("3").number(), 3);
  EXPECT_EQ(parsed("[]").find("a"), nullptr);
  EXPECT_EQ(parsed("{}").type_name(), "an object");
}

}  // namespace
}  // namespace aushang::base
