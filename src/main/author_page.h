#pragma once
/// A page as `extract`, `init` and `check` read it.
#include <filesystem>
#include <optional>
#include <string>

#include "author/extract.h"
#include "base/date.h"
#include "base/result.h"
#include "doc/document.h"
#include "ingest/ingest.h"

namespace aushang::cli {

struct AuthorPage {
  std::string text;  ///< as it lies on disk
  ingest::Page page;
  doc::Document document;
  author::Extract found;
};

/// "-" reads standard input.
[[nodiscard]] base::Result<AuthorPage> load_author_page(const std::filesystem::path& file,
                                                        const ingest::Generator& generator,
                                                        std::optional<base::Date> today);

}  // namespace aushang::cli
