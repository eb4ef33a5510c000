#include "ingest/markdown/containers.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "ingest/markdown/attributes.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

}  // namespace

bool is_box(std::string_view name) {
  constexpr std::array<std::string_view, 26> boxes = {
      "note", "tip",     "info",  "warning", "caution",  "danger", "important", "admonition", "attention",
      "hint", "seealso", "error", "success", "question", "quote",  "example",   "abstract",   "summary",
      "bug",  "failure", "todo",  "faq",     "help",     "check",  "secondary", "tldr"};
  return std::find(boxes.begin(), boxes.end(), name) != boxes.end();
}

Container container_of(std::string_view said) {
  Container out;
  said = base::trim(said);
  if (said.starts_with('{')) {
    const Attributes list = read_attributes(said, 0);
    const std::size_t close = said.find('}');
    if (list.end != 0) {
      out.name = list.classes.empty() ? std::string() : list.classes.front();
      out.title = list.title;
      said = said.substr(list.end);
    } else if (close != npos) {
      out.name = said.substr(1, close - 1);
      said = said.substr(close + 1);
    }
  } else {
    const std::size_t end = std::min(said.find_first_of(" \t{["), said.size());
    out.name = said.substr(0, end);
    said = said.substr(end);
    if (const std::size_t brace = said.find('{'); brace != npos) {
      const Attributes list = read_attributes(said, brace);
      out.title = list.title;
      if (out.name.empty() && !list.classes.empty()) out.name = list.classes.front();
      said = said.substr(0, brace);
    }
  }
  out.name = base::to_ascii_lower(base::trim(out.name));
  for (const std::string_view prefix : {"callout-", "admonition-", "alert-"}) {
    if (out.name.starts_with(prefix)) out.name.erase(0, prefix.size());
  }
  said = base::trim(said);
  // Python-Markdown has the class names first: !!! danger highlight "Title"
  if (const std::size_t quote = said.find('"');
      quote != npos && said.size() > quote + 1 && said.back() == '"') {
    said = said.substr(quote + 1, said.size() - quote - 2);
    if (said.empty()) out.name.clear();  // "" is a box without a title
  } else if (said.starts_with('[') && said.ends_with(']')) {
    said = said.substr(1, said.size() - 2);
  }
  if (!said.empty() && said.find_first_not_of(':') != npos) out.title = said;
  return out;
}

bool is_option(std::string_view text) {
  const std::size_t end = text.starts_with(':') ? text.find(':', 1) : npos;
  return end != npos && end > 1 && text.substr(0, end).find(' ') == npos && text.size() > end &&
         (end + 1 == text.size() || text[end + 1] == ' ');
}

std::string default_title(std::string name) {
  if (name == "seealso") return "See also";
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

}  // namespace aushang::ingest
