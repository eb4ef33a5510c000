#pragma once
/// A text that may exist in several languages: a string in JSON (the posting's own language), or
/// an object {"en": "…", "de": "…"}.
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace aushang::base {

struct LocalText {
  struct Version {
    std::string language;  ///< BCP 47; empty for "the posting's own language"
    std::string text;
  };
  std::vector<Version> versions;

  [[nodiscard]] bool empty() const { return versions.empty(); }

  /// The version in `language`; else one that differs in region alone ("de" for "de-AT"); else the one in the
  /// posting's own language; else the first. Empty if none.
  [[nodiscard]] const Version* find(std::string_view language) const {
    const Version *near = nullptr, *own = nullptr;
    for (const Version& version : versions) {
      if (version.language == language) return &version;
      if (version.language.empty()) {
        own = &version;
      } else if (near == nullptr && is_same_language(version.language, language)) {
        near = &version;
      }
    }
    if (near != nullptr) return near;
    return own != nullptr || versions.empty() ? own : &versions.front();
  }
  [[nodiscard]] std::string_view pick(std::string_view language) const {
    const Version* version = find(language);
    return version != nullptr ? std::string_view(version->text) : std::string_view();
  }
};

}  // namespace aushang::base
