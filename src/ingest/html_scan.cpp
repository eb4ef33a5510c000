#include "ingest/html_scan.h"

#include "base/text.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t k_most_attributes = 40;

}  // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const {
  for (const HtmlAttribute& one : attributes) {
    if (one.name.size() == wanted.size() && base::to_ascii_lower(one.name) == wanted) return one.value;
  }
  return {};
}

bool HtmlTag::has(std::string_view wanted) const {
  for (const HtmlAttribute& one : attributes) {
    if (one.name.size() == wanted.size() && base::to_ascii_lower(one.name) == wanted) return true;
  }
  return false;
}

std::optional<HtmlTag> HtmlScanner::tag(std::size_t at) {
  std::size_t i = at + 1;
  HtmlTag tag;
  if (i < html_.size() && html_[i] == '/') tag.closes = true, ++i;
  if (i >= html_.size() || !base::is_ascii_alpha(html_[i])) return std::nullopt;
  const auto is_end = [this](std::size_t k) { return k >= html_.size(); };
  const auto spend = [&](std::size_t to) {
    const std::size_t cost = to - at;
    budget_ -= cost < budget_ ? cost : budget_;
  };
  const std::size_t name_begin = i;
  while (!is_end(i) && html_[i] != '>' && html_[i] != '/' && !base::is_ascii_space(html_[i])) {
    if (html_[i] == '<' || i - at > budget_) return spend(i), std::nullopt;
    ++i;
  }
  tag.name = base::to_ascii_lower(html_.substr(name_begin, i - name_begin));

  while (!is_end(i)) {
    if (i - at > budget_) break;
    const char c = html_[i];
    if (c == '>') {
      tag.end = i + 1;
      return tag;
    }
    if (c == '/' || base::is_ascii_space(c)) {
      ++i;
      continue;
    }
    const std::size_t key_begin = i++;  // a "=" may be the first character of a name, nowhere else
    while (!is_end(i) && html_[i] != '=' && html_[i] != '>' && html_[i] != '/' &&
           !base::is_ascii_space(html_[i]))
      ++i;
    HtmlAttribute one{html_.substr(key_begin, i - key_begin), {}};
    std::size_t sign = i;
    while (!is_end(sign) && base::is_ascii_space(html_[sign])) ++sign;
    if (!is_end(sign) && html_[sign] == '=') {
      i = sign + 1;
      while (!is_end(i) && base::is_ascii_space(html_[i])) ++i;
      if (is_end(i)) break;
      if (html_[i] == '"' || html_[i] == '\'') {
        const std::size_t close = html_.find(html_[i], i + 1);
        if (close == npos) {
          i = html_.size();
          break;
        }
        one.value = html_.substr(i + 1, close - i - 1);
        i = close + 1;
      } else {
        const std::size_t value = i;
        while (!is_end(i) && html_[i] != '>' && !base::is_ascii_space(html_[i])) ++i;
        one.value = html_.substr(value, i - value);
      }
    }
    if (tag.attributes.size() < k_most_attributes) tag.attributes.push_back(one);
  }
  spend(i);
  return std::nullopt;
}

std::size_t find_unclosed_comment(std::string_view html) {
  HtmlScanner scanner(html);
  for (std::size_t at = html.find('<'); at != npos; at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      const std::size_t end = html.find("-->", at + 2);
      if (end == npos) return at;
      at = end + 3;
    } else if (const auto tag = scanner.tag(at)) {
      at = tag->end;
    } else {
      ++at;
    }
  }
  return npos;
}

}  // namespace aushang::ingest
