#include "ingest/html/open_tags.h"

#include <algorithm>
#include <array>

namespace aushang::ingest {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Known {
  std::string_view name;
  TagUse use;
};

// clang-format off
constexpr auto k_known = [] {
  using enum TagUse;
  std::array known = {
      Known{"abbr", text}, Known{"acronym", text}, Known{"bdi", text}, Known{"bdo", text}, Known{"big", formatting},
      Known{"blink", text}, Known{"button", text}, Known{"cite", text}, Known{"data", text},
      Known{"datalist", text}, Known{"dfn", text}, Known{"ins", text}, Known{"label", text},
      Known{"mark", text}, Known{"marquee", text}, Known{"meter", text}, Known{"noscript", text},
      Known{"optgroup", text}, Known{"output", text}, Known{"picture", text}, Known{"progress", text},
      Known{"q", text}, Known{"rp", text}, Known{"rt", text}, Known{"ruby", text}, Known{"select", text},
      Known{"slot", text}, Known{"small", formatting}, Known{"span", text}, Known{"time", text}, Known{"u", formatting},
      Known{"var", text}, Known{"map", text}, Known{"nobr", formatting}, Known{"font", formatting},
      Known{"address", block}, Known{"article", block}, Known{"aside", block}, Known{"body", block},
      Known{"center", block}, Known{"details", block}, Known{"dialog", block}, Known{"dir", block},
      Known{"div", block}, Known{"fieldset", block}, Known{"figcaption", block}, Known{"figure", block},
      Known{"footer", block}, Known{"header", block}, Known{"hgroup", block}, Known{"html", block},
      Known{"head", block}, Known{"legend", block}, Known{"main", block}, Known{"menu", block},
      Known{"nav", block}, Known{"option", block}, Known{"section", block}, Known{"summary", block},
      Known{"textarea", block}, Known{"title", block}, Known{"search", block},
      Known{"a", formatting}, Known{"b", formatting}, Known{"code", formatting}, Known{"del", formatting},
      Known{"em", formatting}, Known{"i", formatting}, Known{"kbd", formatting}, Known{"s", formatting},
      Known{"samp", formatting}, Known{"strike", formatting}, Known{"strong", formatting},
      Known{"sub", formatting}, Known{"sup", formatting}, Known{"tt", formatting},
      Known{"blockquote", structure}, Known{"caption", structure}, Known{"dd", structure},
      Known{"dl", structure}, Known{"dt", structure}, Known{"h1", structure}, Known{"h2", structure},
      Known{"h3", structure}, Known{"h4", structure}, Known{"h5", structure}, Known{"h6", structure},
      Known{"li", structure}, Known{"ol", structure}, Known{"p", structure}, Known{"pre", structure},
      Known{"table", structure}, Known{"tbody", structure}, Known{"td", structure}, Known{"tfoot", structure},
      Known{"th", structure}, Known{"thead", structure}, Known{"tr", structure}, Known{"ul", structure},
      Known{"br", empty}, Known{"hr", empty}, Known{"img", empty}, Known{"area", empty}, Known{"base", empty},
      Known{"basefont", empty}, Known{"bgsound", empty}, Known{"col", empty}, Known{"colgroup", empty},
      Known{"link", empty}, Known{"meta", empty}, Known{"param", empty}, Known{"source", empty},
      Known{"track", empty}, Known{"wbr", empty}, Known{"keygen", empty},
      Known{"form", dropped}, Known{"iframe", dropped}, Known{"object", dropped}, Known{"script", dropped},
      Known{"style", dropped}, Known{"svg", dropped}, Known{"template", dropped}, Known{"applet", dropped},
      Known{"audio", dropped_media}, Known{"canvas", dropped_media}, Known{"embed", dropped_media},
      Known{"input", dropped_media}, Known{"video", dropped_media},
      Known{"frameset", swallows}, Known{"frame", swallows}, Known{"xmp", swallows},
      Known{"plaintext", swallows}, Known{"noembed", swallows}, Known{"noframes", swallows},
      Known{"math", swallows},
  };
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) { return a.name < b.name; });
  return known;
}();
// clang-format on

/// Of the names with each first letter the first one's place; they go up to the next letter's.
constexpr auto k_first_with = [] {
  std::array<std::size_t, 27> out{};
  for (const Known& one : k_known) ++out[static_cast<std::size_t>(one.name[0] - 'a') + 1];
  for (std::size_t i = 1; i < out.size(); ++i) out[i] += out[i - 1];
  return out;
}();

/// Elements that browsers close by themselves.
bool may_stay_open(std::string_view name) {
  return is_one_of(name, {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"}) ||
         use_of(name) == TagUse::formatting;
}

}  // namespace

TagUse use_of(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return TagUse::unknown;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = k_first_with[letter]; i < k_first_with[letter + 1]; ++i) {
    if (k_known[i].name == name) return k_known[i].use;
  }
  return TagUse::unknown;
}

bool OpenTags::open(std::string_view name) {
  const TagUse use = use_of(name);
  if (use == TagUse::empty) return true;
  if (use == TagUse::formatting) {
    if (stack_.size() + formatting_.size() >= k_deepest || reopened_ > k_most_reopened) return false;
    formatting_.emplace_back(name);
    stack_.emplace_back(name);
    return true;
  }
  reopened_ += formatting_.size();
  // What browsers close by themselves when another of it begins.
  if (may_stay_open(name)) {
    for (std::size_t i = stack_.size(); i-- > 0 && may_stay_open(stack_[i]);) {
      if (stack_[i] == name) {
        stack_.resize(i);
        break;
      }
    }
  }
  if (stack_.size() + formatting_.size() >= k_deepest) return false;
  stack_.emplace_back(name);
  return true;
}

void OpenTags::close(std::string_view name) {
  if (const auto it = std::find(formatting_.begin(), formatting_.end(), name); it != formatting_.end())
    formatting_.erase(it);
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i] == name) {
      stack_.resize(i);
      return;
    }
    if (!may_stay_open(stack_[i])) return;
  }
}

bool OpenTags::has(std::string_view name) const {
  return std::find(stack_.begin(), stack_.end(), name) != stack_.end();
}

}  // namespace aushang::ingest
