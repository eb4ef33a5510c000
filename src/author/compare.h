#pragma once
/// check.json beside the page it speaks of: what the page says differently.
#include <string_view>

#include "author/extract.h"
#include "base/diagnostic.h"
#include "base/json.h"
#include "doc/document.h"
#include "rules/rule_set.h"

namespace aushang::author {

/// `check` is the file that `rules` was made of. Warnings, each at its place in `check_file` and naming that
/// on the page:
///
/// - other-address: an address that isn't on the page, which has another one for applications. An error where
///   one on the page is nearly the same, for then one of them is misspelt
/// - other-tag, tag-missing: the tag isn't on the page, which has another one; or the file has none
/// - other-deadline, deadline-missing: the page has another; or the file has none
/// - other-portal, portal-missing, mail-refused: applications go another way
/// - material-not-asked: the page asks for documents, not for this one
/// - material-missing: the page asks for a document that isn't listed
///
/// Only what the page says itself, and surely, is held against the file.
[[nodiscard]] base::Diagnostics compare(const Extract& page, const doc::Document& document,
                                        std::string_view page_file, const rules::RuleSet& rules,
                                        const base::Json& check, std::string_view check_file);

/// Names and letters of referees, a thesis and its summary: what a page calls one kind of document, an author
/// may list as the other.
[[nodiscard]] bool are_kin(std::string_view kind, std::string_view other);

}  // namespace aushang::author
