#pragma once
/// What a page's head says to machines: canonical address and other languages (RFC 6596, HTML "alternate"),
/// Open Graph (ogp.me), oEmbed discovery (oembed.com, section 4) and the posting as structured data
/// (html/structured_data.h).
///
/// Absolute addresses need to know where the site lives (site.json's "url"); without it what has to be
/// absolute is left out, and the rest stays relative.
#include <string>
#include <string_view>

#include "html/page_parts.h"

namespace aushang::html {

/// The page's own absolute address; empty where the site's isn't known.
[[nodiscard]] std::string page_address(const PageInput& input);

/// Lines for the head. A page in other words points to the posting's own page and has neither structured data
/// nor oEmbed of its own, so that no posting is counted twice.
[[nodiscard]] std::string metadata(const PageContext& page);
/// The same for the list of a site's postings.
[[nodiscard]] std::string index_metadata(const IndexInput& input, const std::string& title,
                                         const std::string& description);

inline constexpr std::string_view k_oembed_file = "oembed.json";  ///< beside the posting's own page

}  // namespace aushang::html
