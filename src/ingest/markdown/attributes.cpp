#include "ingest/markdown/attributes.h"

#include <algorithm>

#include "base/text.h"

namespace aushang::ingest {

bool Attributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

std::size_t end_of_braces(std::string_view text, std::size_t begin) {
  constexpr std::size_t k_longest = 512;
  char quote = '\0';
  const std::size_t limit = std::min(text.size(), begin + k_longest);
  for (std::size_t i = begin + 1; i < limit && text[i] != '\n'; ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      return 0;
    } else if (c == '}') {
      return i + 1;
    }
  }
  return 0;
}

Attributes read_attributes(std::string_view text, std::size_t begin) {
  Attributes out;
  const std::size_t end = end_of_braces(text, begin);
  if (end == 0) return out;
  std::string_view inside = text.substr(begin + 1, end - begin - 2);
  const bool kramdown = inside.starts_with(':');  // where bare words are names of other lists
  if (kramdown) inside.remove_prefix(1);
  if (kramdown && (inside.starts_with(':') || inside.starts_with('/'))) return out;
  while (!(inside = base::trim(inside)).empty()) {
    std::size_t size = 0;
    char quote = '\0';
    while (size < inside.size() && (quote != '\0' || !base::is_ascii_space(inside[size]))) {
      if (quote == '\0' && size > 0 && (inside[size] == '"' || inside[size] == '\'')) {
        quote = inside[size];
      } else if (inside[size] == quote) {
        quote = '\0';
      }
      // ".a.b" are two classes
      if (quote == '\0' && size > 0 && (inside[size] == '.' || inside[size] == '#') && inside[0] == '.')
        break;
      ++size;
    }
    const std::string_view word = inside.substr(0, size);
    inside.remove_prefix(size);
    const std::size_t sign = word.find('=');
    if (word.size() > 1 && word[0] == '#') {
      out.id = word.substr(1);
    } else if (word.size() > 1 && word[0] == '.') {
      out.classes.emplace_back(word.substr(1));
    } else if (sign != std::string_view::npos && sign > 0 && base::is_ascii_alpha(word[0])) {
      std::string_view value = word.substr(sign + 1);
      if (value.size() > 1 && (value[0] == '"' || value[0] == '\''))
        value = value.substr(1, value.size() - 2);
      const std::string_view key = word.substr(0, sign);
      if (key == "id") out.id = value;
      if (key == "title") out.title = value;
    } else if (kramdown) {
      out.classes.emplace_back(word);
    } else if (word != "-") {
      return {};
    }
  }
  if (!kramdown && base::trim(text.substr(begin + 1, end - begin - 2)).empty()) return {};
  out.end = end;
  return out;
}

std::string anchor(std::string_view id) {
  std::string out = "<a id=\"";
  for (const char c : id) {
    if (c != '"' && c != '<' && c != '>' && c != '&') out += c;
  }
  return out + "\"></a>";
}

}  // namespace aushang::ingest
