#pragma once
/// What a web server should send with a site, as files for the servers that most people have. The site works
/// without; they add what a page can't say of itself (who may frame it, what the browser may let it use), the
/// right types, the packed files, and how long to keep what.
#include <string>
#include <utility>
#include <vector>

#include "html/page.h"
#include "main/files.h"

namespace aushang::cli {

/// Beside the site's pages: nginx.conf, apache.conf, Caddyfile, and _headers (Netlify, Cloudflare Pages).
inline constexpr const char* k_hosting_folder = "hosting/";

struct HostingInput {
  std::string url = {};                       ///< where the site will live; empty: the root of a host
  std::vector<std::string> embedded_in = {};  ///< origins whose pages may frame it, besides its own
  html::Fonts fonts = html::Fonts::none;
};

/// Names and values of the headers of every answer.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> site_headers(const HostingInput& input);

/// The files, by their path in the site.
[[nodiscard]] FolderContents hosting_files(const HostingInput& input);

}  // namespace aushang::cli
