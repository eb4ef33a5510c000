#pragma once
/// site.json (version 1) to SiteConfig.
#include <string_view>

#include "base/result.h"
#include "site/site_config.h"

namespace aushang::site {

/// Every mistake at once, each with its place in the file, its JSON path, what was expected and what to do.
/// `file` is only for messages. Reads no other file: whether pictures and fonts exist is for the caller to
/// see.
///
/// Refused are unknown and repeated keys; addresses that are no absolute http or https ones; a site's address
/// with "?" or "#"; control characters in the name; a file outside the folder, or of a kind that browsers
/// don't take; colours that are neither #rgb nor #rrggbb; an accent or ink that has less contrast than 4.5:1
/// against the paper or the cards of its scheme (WCAG 2.2, 1.4.3); what could leave the quotation marks or
/// the declaration that it stands in.
[[nodiscard]] base::Result<SiteConfig> load(std::string_view site_json, std::string_view file);

}  // namespace aushang::site
