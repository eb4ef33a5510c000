#include "logic/logic.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "logic/line.h"

namespace aushang::logic {
namespace {

using Names = std::vector<std::string>;

Expression rule(std::string_view json) {
  base::Result<Expression> compiled = compile(base::parse_json(json, "").value(), "", "$");
  EXPECT_TRUE(compiled.ok()) << json;
  return compiled ? *compiled : Expression();
}

/// What is in `known` has a value, everything else is unknown.
Lookup lookup(std::map<std::string, base::Json, std::less<>> known) {
  return [known = std::move(known)](std::string_view name) {
    const auto found = known.find(name);
    return found != known.end() ? to_value(found->second) : Value();
  };
}

Truth judge_rule(std::string_view json, std::map<std::string, base::Json, std::less<>> known = {}) {
  return evaluate(rule(json), lookup(std::move(known))).truth;
}

TEST(Logic, follows_kleenes_tables) {
  EXPECT_EQ(judge_rule(R"({"and": [{"var": "x"}, false]})"), Truth::no);
  EXPECT_EQ(judge_rule(R"({"and": [{"var": "x"}, true]})"), Truth::unknown);
  EXPECT_EQ(judge_rule(R"({"or": [{"var": "x"}, true]})"), Truth::yes);
  EXPECT_EQ(judge_rule(R"({"or": [{"var": "x"}, false]})"), Truth::unknown);
  EXPECT_EQ(judge_rule(R"({"!": {"var": "x"}})"), Truth::unknown);
}

TEST(Logic, a_missing_variable_makes_no_comparison_true) {
  for (const char* json :
       {R"({"<": [{"var": "years"}, 2]})", R"({">=": [{"var": "pubs"}, 0]})", R"({"!": [{"var": "msc"}]})",
        R"({"!=": [{"var": "degree"}, "none"]})", R"({"==": [{"var": "x"}, null]})",
        R"({"none": [{"var": "venues"}, true]})", R"({"===": [{"var": "x"}, {"var": "x"}]})"}) {
    EXPECT_EQ(judge_rule(json), Truth::unknown) << json;
  }
}

TEST(Logic, an_undecided_condition_decides_where_both_ways_agree) {
  EXPECT_EQ(judge_rule(R"({"if": [{"var": "x"}, "a", "b"]})"), Truth::yes);
  EXPECT_EQ(judge_rule(R"({"if": [{"var": "x"}, 0, ""]})"), Truth::no);
  EXPECT_EQ(judge_rule(R"({"if": [{"var": "x"}, 0]})"), Truth::no) << "without an else it is null";
  EXPECT_EQ(judge_rule(R"({"if": [{"var": "x"}, 1, 0]})"), Truth::unknown);
  EXPECT_EQ(judge_rule(R"({"==": [{"if": [{"var": "x"}, 3, 3]}, 3]})"), Truth::yes) << "the same value";
  EXPECT_EQ(judge_rule(R"({"==": [{"if": [{"var": "x"}, 3, 4]}, 3]})"), Truth::unknown);
  EXPECT_EQ(judge_rule(R"({"if": [{"var": "x"}, true, {"var": "y"}, true, false]})", {{"y", true}}),
            Truth::yes);
}

TEST(Logic, some_all_and_none_weigh_elements_one_by_one) {
  const char* list = R"([1, {"var": "x"}, 3])";
  const auto over = [&](const char* operation, const char* condition) {
    return judge_rule(std::string("{\"") + operation + "\": [" + list + ", " + condition + "]}");
  };
  EXPECT_EQ(over("some", R"({">": [{"var": ""}, 2]})"), Truth::yes);
  EXPECT_EQ(over("some", R"({">": [{"var": ""}, 5]})"), Truth::unknown);
  EXPECT_EQ(over("all", R"({">": [{"var": ""}, 2]})"), Truth::no);
  EXPECT_EQ(over("all", R"({">": [{"var": ""}, 0]})"), Truth::unknown);
  EXPECT_EQ(over("none", R"({"==": [{"var": ""}, 3]})"), Truth::no);
  EXPECT_EQ(over("none", R"({"==": [{"var": ""}, 7]})"), Truth::unknown);
}

TEST(Logic, a_decided_truth_may_have_an_unknown_value) {
  const Evaluation result = evaluate(rule(R"({"or": [{"var": "x"}, 1]})"), lookup({}));
  EXPECT_EQ(result.truth, Truth::yes);
  EXPECT_TRUE(result.value.is_unknown());
  EXPECT_EQ(judge_rule(R"({"==": [{"or": [{"var": "x"}, 1]}, 1]})"), Truth::unknown);
}

TEST(Logic, a_between_is_false_as_soon_as_one_half_is) {
  EXPECT_EQ(judge_rule(R"({"<": [{"var": "x"}, 3, 2]})"), Truth::no);
  EXPECT_EQ(judge_rule(R"({"<=": [1, {"var": "x"}, 3]})", {{"x", 3}}), Truth::yes);
}

TEST(Logic, keeps_the_identity_of_lists_in_the_data) {
  const base::Json data = base::parse_json(R"({"a": [1], "b": [1]})", "").value();
  EXPECT_EQ(evaluate(rule(R"({"===": [{"var": "a"}, {"var": "a"}]})"), data).truth, Truth::yes);
  EXPECT_EQ(evaluate(rule(R"({"===": [{"var": "a"}, {"var": "b"}]})"), data).truth, Truth::no);
  EXPECT_EQ(evaluate(rule(R"({"===": [[1], [1]]})"), data).truth, Truth::no);
}

TEST(Logic, finds_its_way_through_data) {
  const base::Json data = base::parse_json(R"({"a": {"b": [10, "xyz"]}, "n": null})", "").value();
  const auto at = [&](const std::string& name) {
    return evaluate(rule("{\"var\": \"" + name + "\"}"), data).value;
  };
  EXPECT_EQ(*at("a.b.0").number(), 10);
  EXPECT_EQ(*at("a.b.length").number(), 2);
  EXPECT_EQ(*at("a.b.1.length").number(), 3);
  EXPECT_EQ(*at("a.b.1.2").string(), "z");
  EXPECT_TRUE(at("n").is_null());
  for (const char* name : {"a.c", "a.b.2", "a.b.00", "a.b.-1", "n.x", "a.b.0.x", "a.constructor", "."}) {
    EXPECT_TRUE(at(name).is_unknown()) << name;
  }
}

TEST(Logic, gives_up_as_unknown_where_lists_in_lists_in_lists_would_take_for_ever) {
  std::string json = R"({"==": [{"var": ""}, 0]})";
  for (int i = 0; i < 12; ++i) json = R"({"some": [[1,2,3,4,5,6,7,8,9,10], )" + json + "]}";
  EXPECT_EQ(judge_line("[" + json + ", null]"), "\"unknown\"");
}

// ---- shape_of ---------------------------------------------------------------------------------------------

/// "all(a, any(b, c))"; "more" where there is more to it.
std::string shape(std::string_view json) {
  const auto in_words = [](const auto& self, const Shape& shape) -> std::string {
    if (shape.kind == Shape::Kind::name) return shape.name;
    std::string out = shape.kind == Shape::Kind::all ? "all(" : "any(";
    for (const Shape& part : shape.parts) out += (out.back() == '(' ? "" : ", ") + self(self, part);
    return out + ")";
  };
  const std::optional<Shape> found = shape_of(rule(json));
  return found ? in_words(in_words, *found) : "more";
}

TEST(ShapeOf, is_the_tree_that_a_rule_of_and_or_and_names_is) {
  EXPECT_EQ(shape(R"({"var": "a"})"), "a");
  EXPECT_EQ(shape(R"({"and": [{"var": "a"}, {"var": "b"}]})"), "all(a, b)");
  EXPECT_EQ(shape(R"({"or": [{"and": [{"var": "a"}, {"var": "b"}]}, {"var": "c"}]})"), "any(all(a, b), c)");
}

TEST(ShapeOf, is_as_deep_as_the_rule) {
  EXPECT_EQ(shape(R"({"and": [{"var": "a"}, {"or": [{"var": "b"}, {"and": [{"var": "c"},
                     {"or": [{"var": "d"}, {"var": "e"}]}]}]}]})"),
            "all(a, any(b, all(c, any(d, e))))");
}

TEST(ShapeOf, takes_what_is_nested_in_its_like_as_one) {
  EXPECT_EQ(
      shape(R"({"and": [{"and": [{"var": "a"}, {"and": [{"var": "b"}, {"var": "c"}]}]}, {"var": "d"}]})"),
      "all(a, b, c, d)");
  EXPECT_EQ(shape(R"({"or": [{"var": "a"}, {"or": [{"var": "b"}, {"var": "c"}]}]})"), "any(a, b, c)");
  EXPECT_EQ(shape(R"({"or": [{"and": [{"or": [{"var": "a"}, {"var": "b"}]}]}, {"var": "c"}]})"),
            "any(a, b, c)")
      << "one alone is no series";
  EXPECT_EQ(shape(R"({"and": {"or": [{"var": "a"}]}})"), "a");
}

TEST(ShapeOf, is_nothing_where_there_is_more_to_it) {
  for (const char* json :
       {R"({"!": {"var": "a"}})", R"({"or": [{"!": {"var": "a"}}, {"var": "b"}]})",
        R"({"==": [{"var": "a"}, 1]})", R"({"and": [{"var": "a"}, true]})",
        R"({"if": [{"var": "a"}, {"var": "b"}, {"var": "c"}]})", "true",
        R"({"and": [{"var": "a"}, {"or": [{"var": "b"}, {"some": [{"var": "c"}, true]}]}]})"})
    EXPECT_EQ(shape(json), "more") << json;
}

TEST(Logic, lists_the_variables_once_in_order_and_none_from_inside_a_condition_on_elements) {
  EXPECT_EQ(variables(rule(R"({"and": [{"var": "b"}, {"var": "a"}, {"var": "b"},
                                {"some": [[{"var": "c"}], {"==": [{"var": "qty"}, 1]}]}, {"var": "a.x"}]})")),
            (Names{"b", "a", "c", "a.x"}));
}

// ---- undecided_variables ----------------------------------------------------------------------------------

Names undecided(std::string_view json, std::map<std::string, base::Json, std::less<>> known = {}) {
  return undecided_variables(rule(json), lookup(std::move(known)));
}

TEST(UndecidedVariables, are_none_where_the_whole_is_decided) {
  EXPECT_EQ(undecided(R"({"or": [{"var": "x"}, {"var": "y"}]})", {{"y", true}}), Names{});
}

TEST(UndecidedVariables, stand_under_nothing_that_is_decided) {
  const char* routes =
      R"({"or": [{"and": [{"var": "a"}, {"var": "b"}]}, {"and": [{"var": "c"}, {"var": "d"}]}]})";
  EXPECT_EQ(undecided(routes), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(undecided(routes, {{"a", false}}), (Names{"c", "d"}));
  EXPECT_EQ(undecided(routes, {{"a", true}, {"c", true}}), (Names{"b", "d"}));
}

TEST(UndecidedVariables, of_an_if_are_those_of_the_way_taken_once_the_condition_is_decided) {
  const char* json = R"({"if": [{"var": "guard"}, {"var": "yes"}, {"var": "no"}]})";
  EXPECT_EQ(undecided(json), (Names{"guard", "yes", "no"}));
  EXPECT_EQ(undecided(json, {{"guard", true}}), (Names{"yes"}));
  EXPECT_EQ(undecided(json, {{"guard", false}}), (Names{"no"}));
  EXPECT_EQ(undecided(json, {{"yes", true}, {"no", true}}), Names{}) << "both ways agree";
  EXPECT_EQ(undecided(json, {{"yes", true}, {"no", false}}), (Names{"guard"}));
}

TEST(UndecidedVariables, count_where_only_the_value_is_open) {
  EXPECT_EQ(undecided(R"({"==": [{"or": [{"var": "x"}, 1]}, 1]})"), (Names{"x"}));
}

TEST(UndecidedVariables, of_a_between_stand_in_the_undecided_half) {
  EXPECT_EQ(undecided(R"({"<": [{"var": "x"}, {"var": "y"}, 9]})", {{"y", 5}}), (Names{"x"}));
  EXPECT_EQ(undecided(R"({"<": [{"var": "x"}, {"var": "y"}, 4]})", {{"y", 5}}), Names{});
}

}  // namespace
}  // namespace aushang::logic
