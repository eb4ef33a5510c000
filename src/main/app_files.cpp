#include "main/app_files.h"

#include <cstdint>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t k_max_app_bytes = 16u << 20;

fs::path program_path() {
  std::error_code error;
#if defined(__APPLE__)
  char path[4096];
  std::uint32_t size = sizeof path;
  if (_NSGetExecutablePath(path, &size) == 0) return fs::weakly_canonical(path, error);
  return {};
#else
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : path;
#endif
}

}  // namespace

fs::path default_app_folder() {
  const fs::path program = program_path();
  return program.empty() ? fs::path() : program.parent_path().parent_path() / "app";
}

base::Result<FolderContents> read_app(const fs::path& folder) {
  FolderContents out;
  for (const char* name : {"app.js", "aushang.wasm", "licences.txt"}) {
    base::Result<std::string> data = read_file(folder / name, k_max_app_bytes);
    if (!data) return data.errors();
    out.emplace(std::string("app/") + name, std::move(*data));
  }
  // At the site's root, under a name that never changes: other people's pages name it.
  base::Result<std::string> embed = read_file(folder / "embed.js", k_max_app_bytes);
  if (!embed) return embed.errors();
  out.emplace("embed.js", std::move(*embed));
  return out;
}

}  // namespace aushang::cli
