#include "main/site_writer.h"

#include <cstdio>
#include <utility>

#include "base/text.h"
#include "main/versions.h"
#include "pack/zip.h"

namespace aushang::cli {
namespace {

bool is_zip(const std::string& output) { return base::to_ascii_lower(output).ends_with(".zip"); }

base::Diagnostic problem(const std::string& output, const char* code, const char* message) {
  return {base::Severity::error, output, {}, code, "", message};
}

base::Result<Written> write_zip(const FolderContents& files, const std::string& output) {
  const std::string zip = pack::zip(files);
  if (zip.empty())
    return problem(output, "too-large", "a zip holds no site of that size. Name a folder instead.");
  if (!is_standard_output(output)) {
    const base::Result<std::size_t> written = replace_file(output, zip);
    if (!written) return written.errors();
  } else if (std::fwrite(zip.data(), 1, zip.size(), stdout) != zip.size() || std::fflush(stdout) != 0) {
    return problem(output, "cannot-write", "standard output takes no more.");
  }
  return Written{files.size(), zip.size()};
}

base::Result<Written> write_folder(FolderContents files, const std::string& version,
                                   const std::string& output) {
  keep_last_version(output, version, files);
  const base::Result<std::size_t> bytes = replace_folder(output, files);
  if (!bytes) return bytes.errors();
  return Written{files.size(), *bytes};
}

}  // namespace

bool is_standard_output(const std::string& output) { return output == "-"; }

base::Result<Written> write_site(SitePlan plan, const std::string& output, Packed packed) {
  if (packed == Packed::yes) add_packed(plan.files);
  if (is_standard_output(output) || is_zip(output)) return write_zip(plan.files, output);
  return write_folder(std::move(plan.files), plan.version, output);
}

}  // namespace aushang::cli
