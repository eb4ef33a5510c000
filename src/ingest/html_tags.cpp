#include "ingest/html_tags.h"

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
      Known{"a", formatting},       Known{"b", formatting},      Known{"code", formatting}, Known{"del", formatting},
      Known{"em", formatting},      Known{"i", formatting},      Known{"kbd", formatting},  Known{"s", formatting},
      Known{"samp", formatting},    Known{"strike", formatting}, Known{"strong", formatting},
      Known{"sub", formatting},     Known{"sup", formatting},    Known{"tt", formatting},
      Known{"blockquote", structure}, Known{"caption", structure}, Known{"dd", structure},  Known{"dl", structure},
      Known{"dt", structure},       Known{"h1", structure},      Known{"h2", structure},    Known{"h3", structure},
      Known{"h4", structure},       Known{"h5", structure},      Known{"h6", structure},    Known{"li", structure},
      Known{"ol", structure},       Known{"p", structure},       Known{"pre", structure},   Known{"table", structure},
      Known{"tbody", structure},    Known{"td", structure},      Known{"tfoot", structure}, Known{"th", structure},
      Known{"thead", structure},    Known{"tr", structure},      Known{"ul", structure},
      Known{"br", empty},           Known{"hr", empty},          Known{"img", empty},
      Known{"address", block},      Known{"article", block},     Known{"aside", block},     Known{"body", block},
      Known{"center", block},       Known{"details", block},     Known{"dialog", block},    Known{"dir", block},
      Known{"div", block},          Known{"fieldset", block},    Known{"figcaption", block}, Known{"figure", block},
      Known{"footer", block},       Known{"header", block},      Known{"hgroup", block},    Known{"html", block},
      Known{"legend", block},       Known{"main", block},        Known{"menu", block},      Known{"nav", block},
      Known{"option", block},       Known{"section", block},     Known{"summary", block},   Known{"textarea", block},
      Known{"title", block},
      Known{"form", dropped},       Known{"iframe", dropped},    Known{"object", dropped},  Known{"script", dropped},
      Known{"style", dropped},      Known{"svg", dropped},       Known{"template", dropped},
      Known{"applet", dropped_media}, Known{"audio", dropped_media}, Known{"canvas", dropped_media},
      Known{"embed", dropped_media}, Known{"frame", dropped_media}, Known{"input", dropped_media},
      Known{"video", dropped_media},
  };
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) { return a.name < b.name; });
  return known;
}();
// clang-format on

/// Elements that browsers close by themselves.
bool may_stay_open(std::string_view name) {
  return is_one_of(name, {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"}) ||
         use_of(name) == TagUse::formatting;
}

}  // namespace

TagUse use_of(std::string_view name) {
  const auto it =
      std::lower_bound(k_known.begin(), k_known.end(), name,
                       [](const Known& one, std::string_view wanted) { return one.name < wanted; });
  return it != k_known.end() && it->name == name ? it->use : TagUse::inline_text;
}

bool OpenTags::open(std::string_view name) {
  const TagUse use = use_of(name);
  if (use != TagUse::formatting && use != TagUse::empty) {
    if (name == "li") close_implied({"li"}, {"ul", "ol"});
    if (name == "dt" || name == "dd") close_implied({"dt", "dd"}, {"dl"});
    if (name == "td" || name == "th") close_implied({"td", "th"}, {"table", "tr"});
    if (name == "tr") close_implied({"tr"}, {"table", "tbody", "thead", "tfoot"});
    if (name == "tbody" || name == "thead" || name == "tfoot")
      close_implied({"tbody", "thead", "tfoot"}, {"table"});
    close_implied({"p"}, {"li", "dd", "dt", "td", "th", "caption"});
  }
  if (use == TagUse::empty) return true;
  if (stack_.size() + formatting_.size() >= k_deepest) return false;
  stack_.emplace_back(name);
  if (use == TagUse::formatting) formatting_.emplace_back(name);
  return true;
}

void OpenTags::close(std::string_view name) {
  if (const auto it = std::find(formatting_.begin(), formatting_.end(), name); it != formatting_.end()) {
    formatting_.erase(it);
  }
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

void OpenTags::close_implied(Names names, Names walls) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (is_one_of(stack_[i], names)) {
      stack_.resize(i);
      return;
    }
    if (!may_stay_open(stack_[i]) || is_one_of(stack_[i], walls)) return;
  }
}

}  // namespace aushang::ingest
