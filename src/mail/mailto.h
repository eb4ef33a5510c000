#pragma once
/// A draft in the forms it leaves the page.
#include <string>

#include "mail/draft.h"

namespace aushang::mail {

/// A mailto: URI (RFC 6068): recipients in the path, then cc, subject and body, each at most once. Everything
/// but unreserved characters is percent-encoded UTF-8: "[" as %5B, a space as %20, a line break in the body
/// as %0D%0A. Whatever the draft holds, no further field can come into being. Not yet escaped for HTML ("&"
/// stands between fields). Empty if there is no recipient.
[[nodiscard]] std::string to_mailto(const Draft& draft);

/// Longer links than this are known to be dropped without a word by some browsers and mail programs.
inline constexpr std::size_t k_safe_mailto_length = 1800;

/// To, Cc, Subject and an empty line, then the body: to read, or to copy. Lines end in "\n".
[[nodiscard]] std::string to_text(const Draft& draft);

}  // namespace aushang::mail
