#pragma once
/// A page as others embed it (oEmbed 1.0, oembed.com): a file beside the page that its head points to.
#include <string>

#include "html/page.h"

namespace aushang::html {

/// The snippet for other pages, with a plain link inside for sites that don't show frames. `url` is the
/// page's absolute address. The frame may run the page's script, open the mail app and save the draft, and no
/// more.
[[nodiscard]] std::string embed_snippet(const std::string& url, const std::string& title);

/// oembed.json of a posting's own page, of the type "rich". Empty where the site's address isn't known.
[[nodiscard]] std::string write_oembed(const PageInput& input);

}  // namespace aushang::html
