#pragma once
/// Files in one: a ZIP archive (PKWARE APPNOTE 6.3) that stores them as they are, the same bytes in every
/// build.
#include <map>
#include <string>

namespace aushang::pack {

/// Names with "/", in UTF-8, and contents. All files are of 1980-01-01 and may be read by everybody. Empty if
/// there are more files or bytes than the format holds (65,535; 4 GB).
[[nodiscard]] std::string zip(const std::map<std::string, std::string>& files);

}  // namespace aushang::pack
