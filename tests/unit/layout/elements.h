#pragma once
/// Written HTML as the elements that have nodes of their own.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/semantics.h"

namespace aushang::layout {

/// An element of the HTML and its own text, without that of elements inside that have nodes of their own.
struct Element {
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);
  std::string tag;
  std::string text;
  std::size_t parent = k_none;  ///< index of the one around
};

inline std::string unescaped(std::string text) {
  for (const auto& [entity, character] :
       {std::pair<std::string_view, char>{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}}) {
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), 1, character);
  }
  return text;
}

inline std::vector<Element> elements_of(const std::string& html) {
  const std::set<std::string_view> wanted(std::begin(k_tag_names), std::end(k_tag_names));
  std::vector<Element> out;
  std::vector<std::size_t> open;
  std::string ignored;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      const std::size_t end = std::min(html.find('<', at), html.size());
      (open.empty() ? ignored : out[open.back()].text) += unescaped(html.substr(at, end - at));
      at = end;
      continue;
    }
    const std::size_t end = html.find('>', at);
    const bool closing = html[at + 1] == '/';
    const std::size_t from = at + (closing ? 2 : 1);
    const std::string name = html.substr(from, html.find_first_of(" >", from) - from);
    at = end + 1;
    if (!wanted.contains(name)) continue;
    if (closing) {
      open.pop_back();
    } else {
      out.push_back({name, {}, open.empty() ? Element::k_none : open.back()});
      if (name != "hr") open.push_back(out.size() - 1);
    }
  }
  return out;
}

/// As the DOM counts.
inline std::u16string utf16(std::string_view text) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode(text, i);
    i += decoded.length;
    if (decoded.code_point < 0x10000) {
      out += static_cast<char16_t>(decoded.code_point);
    } else {
      out += static_cast<char16_t>(0xD800 + ((decoded.code_point - 0x10000) >> 10));
      out += static_cast<char16_t>(0xDC00 + ((decoded.code_point - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace aushang::layout
