#include "rules/clause_order.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace aushang::rules {

ClauseOrder order_clauses(const std::vector<std::vector<std::size_t>>& named) {
  // Depth first, with a stack of our own: the chain of clauses may be long, the app's stack is short.
  enum class Mark : std::uint8_t { fresh, open, done };
  struct Step {
    std::size_t clause;
    std::size_t next = 0;  // which of those it names comes next
  };
  ClauseOrder result;
  std::vector<Mark> marks(named.size(), Mark::fresh);
  std::vector<Step> path;
  for (std::size_t start = 0; start < named.size(); ++start) {
    if (marks[start] != Mark::fresh) continue;
    marks[start] = Mark::open;
    path.push_back({start});
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == named[step.clause].size()) {
        marks[step.clause] = Mark::done;
        result.order.push_back(step.clause);
        path.pop_back();
        continue;
      }
      const std::size_t other = named[step.clause][step.next++];
      if (marks[other] == Mark::fresh) {
        marks[other] = Mark::open;
        path.push_back({other});
      } else if (marks[other] == Mark::open) {
        const auto begin =
            std::find_if(path.begin(), path.end(), [&](const Step& s) { return s.clause == other; });
        std::vector<std::size_t> cycle;
        for (auto at = begin; at != path.end(); ++at) cycle.push_back(at->clause);
        result.cycles.push_back(std::move(cycle));
      }
    }
  }
  return result;
}

}  // namespace aushang::rules
