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
    for (const char* ending : {".br", ".gz"}) {
      const fs::path packed = folder / (std::string(name) + ending);
      std::error_code error;
      if (!fs::exists(packed, error)) continue;
      if (data = read_file(packed, k_max_app_bytes); !data) return data.errors();
      out.emplace(std::string("app/") + name + ending, std::move(*data));
    }
  }
  return out;
}

}  // namespace aushang::cli
