#include "logic/line.h"

#include "logic/logic.h"

namespace aushang::logic {
namespace {

std::string refused(const std::string& reason) { return "{\"refused\":" + base::quote_json(reason) + "}"; }

std::string refused(const base::Diagnostics& errors) {
  std::string reason;
  for (const base::Diagnostic& error : errors) {
    if (!reason.empty()) reason += ' ';
    if (!error.path.empty()) reason += error.path + ": ";
    reason += error.message;
  }
  return refused(reason);
}

}  // namespace

std::string judge_line(std::string_view line) {
  const base::Result<base::Json> json = base::parse_json(line, "");
  if (!json) return refused(json.errors());
  const base::JsonArray* pair = json->array();
  if (pair == nullptr || pair->empty() || pair->size() > 2) {
    return refused("a line is a JSON list of a rule and its data: [rule, data].");
  }
  const base::Result<Expression> rule = compile((*pair)[0], "", "$");
  if (!rule) return refused(rule.errors());
  const Evaluation result = pair->size() == 2
                                ? evaluate(*rule, (*pair)[1])
                                : evaluate(*rule, Lookup([](std::string_view) { return Value(); }));
  switch (result.truth) {
    case Truth::yes:
      return "true";
    case Truth::no:
      return "false";
    case Truth::unknown:
      break;
  }
  return "\"unknown\"";
}

}  // namespace aushang::logic
