#include "doc/mark_owners.h"

#include <algorithm>
#include <cstddef>
#include <queue>

namespace aushang::doc {

std::vector<Owned> owners(const std::vector<Mark>& marks, std::uint32_t text_size) {
  struct Open {
    std::uint32_t size, mark, end;
    /// The queue's top is the greatest: the shortest, then the last.
    bool operator<(const Open& other) const {
      return size != other.size ? size > other.size : mark < other.mark;
    }
  };
  std::vector<std::uint32_t> by_begin;
  std::vector<std::uint32_t> edges;
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    const Range text = marks[i].text;
    if (text.empty() || text.end > text_size) continue;
    by_begin.push_back(i);
    edges.push_back(text.begin);
    edges.push_back(text.end);
  }
  std::sort(by_begin.begin(), by_begin.end(),
            [&](std::uint32_t a, std::uint32_t b) { return marks[a].text.begin < marks[b].text.begin; });
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  std::vector<Owned> out;
  std::priority_queue<Open> open;
  std::size_t next = 0;
  for (std::size_t edge = 0; edge + 1 < edges.size(); ++edge) {
    const Range text{edges[edge], edges[edge + 1]};
    for (; next < by_begin.size() && marks[by_begin[next]].text.begin == text.begin; ++next) {
      const Range whole = marks[by_begin[next]].text;
      open.push({whole.size(), by_begin[next], whole.end});
    }
    while (!open.empty() && open.top().end <= text.begin) open.pop();
    if (open.empty()) continue;
    const std::uint32_t owner = open.top().mark;
    if (!out.empty() && out.back().mark == owner && out.back().text.end == text.begin) {
      out.back().text.end = text.end;
    } else {
      out.push_back({text, owner});
    }
  }
  return out;
}

}  // namespace aushang::doc
