#pragma once
/// The app's files (build/app, made by tools/build-app.mjs), which every site with the app carries.
#include <filesystem>
#include <optional>
#include <string>

#include "main/files.h"

namespace aushang::cli {

/// Where the app of a native program is when nobody says: "../app" beside the program's folder. Empty where
/// the system doesn't tell where the program is.
[[nodiscard]] std::filesystem::path default_app_folder();

/// The app's module among its files.
inline constexpr const char* k_app_script = "app/app.js";
inline constexpr const char* k_app_worker = "app/sw.js";
inline constexpr const char* k_app_embed = "embed.js";

/// "app/app.js", "app/aushang.wasm", "app/licences.txt" and "embed.js" with their contents; an error names
/// the first that can't be read. So do "app/sw.js" (see main/offline.h) and the icons
/// "app/icon-192.png", …, unless they are absent. Where NAME.br and NAME.gz lie beside them, which is quicker
/// than packing anew, they come along.
[[nodiscard]] base::Result<FolderContents> read_app(const std::filesystem::path& folder);

}  // namespace aushang::cli
