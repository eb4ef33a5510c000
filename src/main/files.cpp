#include "main/files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

#if defined(__linux__) && !defined(__EMSCRIPTEN__)
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#endif

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

base::Diagnostic problem(const fs::path& path, std::string code, std::string message) {
  return {base::Severity::error, path.string(), {}, std::move(code), "", std::move(message)};
}

std::string reason() { return errno != 0 ? std::strerror(errno) : "unknown reason"; }

/// Swaps two existing folders in one step. False where the system has no such call.
bool exchange([[maybe_unused]] const fs::path& a, [[maybe_unused]] const fs::path& b) {
#if defined(__linux__) && !defined(__EMSCRIPTEN__) && defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
#else
  return false;
#endif
}

/// Puts `fresh` where `folder` is. Afterwards `fresh` is gone or holds the old contents.
std::error_code put_in_place(const fs::path& fresh, const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder))) {
    fs::rename(fresh, folder, error);
    return error;
  }
  if (exchange(fresh, folder)) return {};
  // Two steps: for a moment there is no folder, never a mixed one. A failure of the second undoes the first.
  const fs::path old = fresh.string() + ".old";
  fs::rename(folder, old, error);
  if (error) return error;
  fs::rename(fresh, folder, error);
  if (error) {
    std::error_code ignored;
    fs::rename(old, folder, ignored);
    return error;
  }
  fs::remove_all(old, error);
  return {};
}

base::Result<std::size_t> write_all(const fs::path& folder, const FolderContents& contents) {
  std::size_t bytes = 0;
  for (const auto& [name, data] : contents) {
    const fs::path path = folder / fs::path(name);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(data.data(), static_cast<std::streamsize>(data.size()));
    file.close();
    if (!file)
      return problem(path, "cannot-write",
                     "can't write this file: " + reason() + ". The old output is untouched.");
    bytes += data.size();
  }
  return bytes;
}

}  // namespace

base::Result<std::string> read_file(const fs::path& path, std::size_t limit) {
  const auto too_large = [&] {
    return problem(path, k_too_large,
                   "larger than " + std::to_string(limit >> 20) + " MiB: is this the right file?");
  };
  const auto read = [limit](std::istream& from) {  // one byte more than allowed, to tell
    std::string data;
    char buffer[1 << 16];
    while (data.size() <= limit && (from.read(buffer, sizeof buffer), from.gcount() > 0)) {
      data.append(buffer, static_cast<std::size_t>(from.gcount()));
    }
    return data;
  };
  std::string data;
  if (path == "-") {
    data = read(std::cin);
  } else {
    std::error_code error;
    if (fs::is_directory(path, error))
      return problem(path, "cannot-read", "this is a folder; a file is needed.");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) return problem(path, "cannot-read", "can't read this file: " + reason() + ".");
    data = read(file);
    if (file.bad()) return problem(path, "cannot-read", "reading failed: " + reason() + ".");
  }
  if (data.size() > limit) return too_large();
  return data;
}

base::Result<std::size_t> replace_file(const fs::path& file, const std::string& data) {
  std::error_code error;
  if (fs::is_directory(file, error))
    return problem(file, "not-a-file",
                   "this is a folder; name a file that isn't there yet, or an old one to replace.");
  const std::string fresh = "." + file.filename().string() + ".new";
  base::Result<std::size_t> written = write_all(file.parent_path(), {{fresh, data}});
  if (!written) return written;
  fs::rename(file.parent_path() / fresh, file, error);
  if (!error) return written;
  const std::string why = error.message();
  fs::remove(file.parent_path() / fresh, error);
  return problem(file, "cannot-write",
                 "can't put the new file in its place: " + why + ". The old one is untouched.");
}

base::Result<std::size_t> replace_unchanged(const fs::path& file, const std::string& was,
                                            const std::string& data) {
  std::error_code error;
  const fs::path target = fs::canonical(file, error);
  if (error) return problem(file, "cannot-read", "can't find this file: " + error.message() + ".");
  const std::string fresh = "." + target.filename().string() + ".new";
  const fs::path written = target.parent_path() / fresh;
  const auto failed = [&](std::string code, std::string message) {
    fs::remove(written, error);
    return problem(file, std::move(code), std::move(message));
  };
  if (base::Result<std::size_t> result = write_all(target.parent_path(), {{fresh, data}}); !result) {
    fs::remove(written, error);
    return result;
  }
  fs::permissions(written, fs::status(target, error).permissions(), error);
  const base::Result<std::string> now = read_file(target, was.size());
  if (!now || *now != was) {
    return failed(
        "file-changed",
        "this file was changed by somebody else meanwhile, so nothing was written. Look at it again.");
  }
  fs::rename(written, target, error);
  if (error) {
    const std::string why = error.message();
    return failed("cannot-write",
                  "can't put the new file in its place: " + why + ". The old one is untouched.");
  }
  return data.size();
}

base::Result<std::size_t> replace_folder(const fs::path& folder_as_given, const FolderContents& contents) {
  std::error_code error;
  const fs::path folder = fs::absolute(folder_as_given, error).lexically_normal();
  // "dist/" has an empty file name; the folder meant is the one before the slash.
  const fs::path target = folder.has_filename() ? folder : folder.parent_path();
  if (fs::exists(target, error)) {
    if (!fs::is_directory(target, error))
      return problem(folder_as_given, "not-a-folder", "this is a file; name a folder for the site.");
    if (!fs::is_empty(target, error) && !fs::exists(target / k_marker_file, error)) {
      return problem(folder_as_given, "not-ours",
                     "this folder holds files that aushang didn't write, and replacing it would delete them. "
                     "Name a new or empty folder.");
    }
  }
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  const fs::path fresh = target.parent_path() / ("." + target.filename().string() + ".new");
  fs::remove_all(fresh, error);  // of a build that was cut off
  if (!fs::create_directory(fresh, error)) {
    return problem(folder_as_given, "cannot-write",
                   "can't create a folder beside it: " + error.message() + ".");
  }
  base::Result<std::size_t> written = write_all(fresh, contents);
  if (written.ok()) {
    const FolderContents marker = {
        {k_marker_file, "Made by aushang. The next build replaces this whole folder.\n"}};
    if (base::Result<std::size_t> marked = write_all(fresh, marker); !marked.ok()) written = marked;
  }
  if (written.ok()) {
    error = put_in_place(fresh, target);
    if (error)
      written =
          problem(folder_as_given, "cannot-write",
                  "can't put the new site in its place: " + error.message() + ". The old one is untouched.");
  }
  std::error_code ignored;
  fs::remove_all(fresh, ignored);
  return written;
}

}  // namespace aushang::cli
