#pragma once
/// A check.json from what a page says: a first version that passes `aushang check`, for the author to
/// confirm.
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/lexicon.h"
#include "base/json.h"
#include "doc/document.h"

namespace aushang::author {

/// From the site's own configuration; each may be empty.
struct SiteFacts {
  std::string name;
  std::string url;
};

struct Draft {
  base::Json check;
  /// What to confirm, a few words each: "address ann@group.example (line 41)".
  std::vector<std::string> to_confirm;
  /// What was found and isn't in it, in the same way: a second address, a fourth question of a kind.
  std::vector<std::string> left_out;
};

/// In a placeholder's stead where the page has no address, so that the file is complete; `check` warns of it.
inline constexpr std::string_view k_nobody = "your.name@example.org";

/// Every quote stands once in `document`, which is the page as `check` will read it.
[[nodiscard]] Draft draft(const Extract& extract, const doc::Document& document, const Lexicon& lexicon,
                          const SiteFacts& site);

}  // namespace aushang::author
