#pragma once
/// Versions of a site. All that pages share, and the postings' bundles, lie in a folder named after the
/// content of the whole site: v/0123456789abcdef/. What has such an address never changes, so it may be kept
/// for good, and no page gets a file of another version.
#include <filesystem>
#include <string>
#include <vector>

#include "main/files.h"

namespace aushang::cli {

/// Names the version that lies there. In the site's top folder.
inline constexpr const char* k_version_file = "version.txt";

/// A version is named after what its pages hold, and they hold its name. So they are made with this in place
/// of it: a folder's name as long as the real one, which no page has otherwise, as it is the hash of all
/// `texts` that go into them.
[[nodiscard]] std::string unnamed_version(const std::vector<std::string>& texts);

/// 16 digits of 0-9a-f, the same for the same names and contents, whatever `unnamed` is.
[[nodiscard]] std::string version_of(const FolderContents& site, const std::string& unnamed);

/// Puts `folder` where names and contents have `unnamed`.
void name_version(FolderContents& site, const std::string& unnamed, const std::string& folder);

/// "v/0123456789abcdef/"
[[nodiscard]] std::string version_folder(const std::string& version);

/// Adds the folder of the version before this one, which pages that are open still load from, as `output` has
/// it: the one that was current there or, if that is `version` itself, the one it had kept. What can't be
/// read is left out.
void keep_last_version(const std::filesystem::path& output, const std::string& version, FolderContents& site);

/// Adds NAME.br and NAME.gz to each file that gets smaller by it and hasn't got them.
void add_packed(FolderContents& site);

}  // namespace aushang::cli
