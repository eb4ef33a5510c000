#pragma once
/// Questions before applying: how a page asks for them, and how check.json says it. Private to the module.
#include <optional>
#include <string>
#include <vector>

#include "author/extract.h"
#include "base/json.h"

namespace aushang::author {

struct FoundInquiry {
  std::vector<std::string> to;  ///< none: where applications go
  std::string tag;              ///< empty: that of applications
  base::Position at;
};

/// Nothing where the page asks for no questions, or nobody would get them. `takes_mail`: applications go by
/// mail.
[[nodiscard]] std::optional<FoundInquiry> inquiry_on(const Extract& page, bool takes_mail);
[[nodiscard]] base::Json to_json(const FoundInquiry& inquiry);
/// What the comment of `apply` calls it: "ann@group.example with [ask-7]", "welcome".
[[nodiscard]] std::string in_words(const FoundInquiry& inquiry);

/// What "inquiry" says, by the keys that a step sets: {"welcome": true, "to": "ann@group.example", "tag":
/// null}. Several addresses are one text, with commas.
[[nodiscard]] base::JsonObject says_of_inquiry(const base::Json& inquiry);
/// The same the other way; `old`, which may be null, keeps what `set` doesn't name, and its comments as long
/// as it is an object.
[[nodiscard]] base::Json inquiry_of(const base::JsonObject& set, const base::Json* old);

}  // namespace aushang::author
