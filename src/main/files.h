#pragma once
/// Reading files, and replacing a folder atomically.
#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"

namespace aushang::cli {

/// The code of a complaint about a file beyond its limit.
inline constexpr const char* k_too_large = "too-large";

/// "-" reads standard input. Fails with a sentence, also beyond `limit` bytes.
[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Relative paths with "/" → contents.
using FolderContents = std::map<std::string, std::string>;

/// Makes `folder` hold exactly `contents`. Everything is written to a new folder beside it first, and only
/// when that is complete do the two change places (in one step where the system can, renameat2(2)); so
/// whoever looks sees the old output or the new one. A folder that is not empty and was not made by this
/// function is left alone: error.
[[nodiscard]] base::Result<std::size_t> replace_folder(const std::filesystem::path& folder,
                                                       const FolderContents& contents);

/// Makes `file` hold exactly `data`: written beside it first, then put in its place in one step.
[[nodiscard]] base::Result<std::size_t> replace_file(const std::filesystem::path& file,
                                                     const std::string& data);

/// The same for a file that people edit, too: it is only replaced while it still holds `was`. Its mode stays,
/// and where it is a link, what that leads to is replaced.
[[nodiscard]] base::Result<std::size_t> replace_unchanged(const std::filesystem::path& file,
                                                          const std::string& was, const std::string& data);

/// The file that marks a folder as made by replace_folder.
inline constexpr const char* k_marker_file = ".aushang";

}  // namespace aushang::cli
