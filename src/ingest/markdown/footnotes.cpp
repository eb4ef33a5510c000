#include "ingest/markdown/footnotes.h"

#include <algorithm>

#include "base/text.h"

namespace aushang::ingest {

std::string_view footnote_name(std::string_view text, std::size_t at) {
  constexpr std::size_t k_longest = 100;
  if (text.substr(at, 2) != "[^") return {};
  const std::size_t end = text.find_first_of("] \t\n[^", at + 2);
  if (end == std::string_view::npos || text[end] != ']' || end - at > k_longest) return {};
  return text.substr(at + 2, end - at - 2);
}

Footnotes find_footnotes(std::string_view text) {
  Footnotes out;
  std::vector<std::string> referred, defined;
  for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
    const std::string_view name = footnote_name(text, at);
    if (name.empty()) continue;
    const std::size_t end = at + name.size() + 3;
    bool definition = end < text.size() && text[end] == ':';
    if (definition) {
      const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
      definition = base::trim(text.substr(line, at - line)).empty();
    }
    (definition ? defined : referred).emplace_back(name);
  }
  std::unordered_map<std::string, bool> is_defined;
  for (const std::string& name : defined) is_defined[name] = true;
  referred.insert(referred.end(), defined.begin(), defined.end());
  for (const std::string& name : referred) {
    if (is_defined.contains(name) && out.numbers.try_emplace(name, out.names.size() + 1).second)
      out.names.push_back(name);
  }
  return out;
}

}  // namespace aushang::ingest
