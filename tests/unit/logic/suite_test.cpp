// The public JsonLogic suite, where it is at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "logic/call.h"
#include "logic/coercion.h"
#include "logic/logic.h"
#include "logic/operations.h"

namespace aushang::logic {
namespace {

/// Inside the profile by what the operations are called and how `var` is written.
bool is_inside(const base::Json& rule) {
  if (const base::JsonArray* list = rule.array()) return std::all_of(list->begin(), list->end(), is_inside);
  if (rule.object() == nullptr) return true;
  const std::optional<Call> call = as_call(rule);
  if (!call || find_operation(call->operation) == nullptr) return false;
  if (call->operation == "var") return call->operands.size() < 2 && variable_name(*call);
  return std::all_of(call->operands.begin(), call->operands.end(),
                     [](const base::Json* one) { return is_inside(*one); });
}

TEST(LogicSuite, every_case_inside_the_profile_has_its_truth_and_every_other_is_refused) {
  std::ifstream file(std::string(AUSHANG_SHARED_DIR) + "/suites/jsonlogic-compatible.json");
  if (!file) GTEST_SKIP() << "no suites in " << AUSHANG_SHARED_DIR;
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const base::Result<base::Json> suite = base::parse_json(text, "suite");
  ASSERT_TRUE(suite.ok());
  std::size_t inside = 0;
  std::size_t refused = 0;
  for (const base::Json& one : *suite->array()) {
    if (one.object() == nullptr) continue;
    const base::Json& rule = *one.find("rule");
    const base::Result<Expression> compiled = compile(rule, "", "$");
    ASSERT_EQ(compiled.ok(), is_inside(rule)) << base::write_json(rule);
    if (!compiled) {
      ++refused;
      EXPECT_GT(compiled.errors()[0].message.size(), 10u);
      continue;
    }
    ++inside;
    const base::Json* data = one.find("data");
    const Evaluation result = evaluate(*compiled, data != nullptr ? *data : base::Json());
    const Value expected = to_value(*one.find("result"));
    // Where a variable is missing the suite expects null; that is what unknown stands for here.
    if (result.truth == Truth::unknown) {
      EXPECT_TRUE(expected.is_null()) << base::write_json(rule);
    } else {
      EXPECT_EQ(result.truth, truth_of(expected)) << base::write_json(rule);
    }
  }
  EXPECT_GE(inside, 170u);
  EXPECT_EQ(inside + refused, 278u);
}

}  // namespace
}  // namespace aushang::logic
