#pragma once
/// What makes a site one that can be kept on a device: its service worker and its web app manifest.
#include <string>
#include <string_view>

#include "base/result.h"
#include "main/files.h"

namespace aushang::cli {

/// The service worker's name. It never changes: browsers look for a newer one at the address of the old.
inline constexpr const char* k_worker_file = "sw.js";
inline constexpr const char* k_manifest_file = "manifest.webmanifest";

/// The service worker of a site: `script` (shell/sw/worker.js, bundled) with the version and the list of all
/// files of `site` that a reader needs, each with its hash; `folder` is the version's. Left out are files of
/// other versions, what only servers use (.br, .gz), and what nobody reads without a network (licences, icons
/// of the installed app). Error if `script` hasn't the two places to fill.
[[nodiscard]] base::Result<std::string> worker_script(std::string_view script, const std::string& version,
                                                      const std::string& folder, const FolderContents& site);

struct ManifestInput {
  std::string name;      ///< of the installed app, as plain text
  std::string language;  ///< of the name, BCP 47
  std::string folder;    ///< of the version: icons lie in its app/
  std::string paper;     ///< colour behind the page; empty: the style sheet's own
  std::string accent;    ///< colour of the window's bar; empty: the paper's
};

/// W3C, Web Application Manifest. Every address is relative to the site's top folder, where it lies.
[[nodiscard]] std::string write_manifest(const ManifestInput& input);

}  // namespace aushang::cli
