#include <cstdio>
#include <optional>
#include <string>
#include <variant>

#include "base/date.h"
#include "base/json.h"
#include "main/answers_file.h"
#include "main/command.h"
#include "rules/judge.h"

namespace aushang::cli {

int run_verdict(const Arguments& arguments) {
  if (arguments.rest.size() != 1) return usage("verdict", "name the folder of one posting.");
  if (!arguments.has("--answers")) return usage("verdict", "--answers FILE is needed.");
  const std::optional<std::string> today = arguments.value("--today");
  const std::optional<base::Date> date = today ? base::parse_date(*today) : std::nullopt;
  if (today && !date) return usage("verdict", "--today is a date such as 2026-01-31.");

  const base::Result<AnsweredPosting> loaded =
      load_answered_posting(arguments, *arguments.value("--answers"));
  if (!loaded) {
    report(loaded.errors());
    return k_failed;
  }
  base::Json verdict = rules::to_json(rules::judge(loaded->posting.rules, loaded->answers));
  const rules::Apply apply = loaded->posting.rules.apply_for(loaded->answers.position);
  if (date && std::holds_alternative<rules::DeadlineAt>(apply.deadline))
    verdict.object()->push_back({"deadline_passed", rules::is_over(apply.deadline, *date), {}});
  if (apply.closed) verdict.object()->push_back({"closed", true, {}});
  std::printf("%s\n", base::write_json(verdict, 2).c_str());
  return k_done;
}

}  // namespace aushang::cli
