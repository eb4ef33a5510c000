#pragma once
/// A posting as it lies on disk: posting.md (or the one other .md file), its translations, check.json.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "author/extract.h"
#include "author/load.h"
#include "base/date.h"
#include "base/json.h"
#include "base/result.h"
#include "doc/document.h"
#include "ingest/ingest.h"
#include "rules/rule_set.h"

namespace aushang::cli {

struct PostingText {
  std::filesystem::path file;
  /// BCP 47: as the file's name has it, else the page, else the site's configuration, else as its words tell
  std::string language;
  bool is_language_guessed = false;  ///< clearly, by its words; if they don't tell clearly, a warning says so
  std::string source;                ///< the page as it is in the file, its letters composed
  ingest::Page page;
  doc::Document document;
  std::vector<std::string>
      files;  ///< paths in the page's folder of what the page shows or links to, with "/"
};

struct PostingFolder {
  std::string name;                ///< of the folder
  std::vector<PostingText> texts;  ///< the posting itself, then its translations by language
  rules::RuleSet rules;
  base::Json check;  ///< what check.json says, with its places, for who holds it against the page
  base::Diagnostics warnings;
};

/// The pages of a posting alone: the posting itself, then its translations by language.
struct PostingTexts {
  std::vector<PostingText> texts;
  base::Diagnostics errors;  ///< of the pages that can't be read
  base::Diagnostics warnings;
};
[[nodiscard]] base::Result<PostingTexts> load_posting_texts(const std::filesystem::path& folder,
                                                            const ingest::Generator& generator);
/// As check.json is held against them; they outlive what is given.
[[nodiscard]] std::vector<author::Translation> translations_of(const std::vector<PostingText>& texts);

/// Every error of all its files at once. Whether its deadline is over is among the warnings only where it is
/// told what day it is.
[[nodiscard]] base::Result<PostingFolder> load_posting_folder(const std::filesystem::path& folder,
                                                              const ingest::Generator& generator,
                                                              std::optional<base::Date> today = std::nullopt);

/// One page, with or without check.json: for `render`.
[[nodiscard]] base::Result<PostingText> load_posting_text(const std::filesystem::path& file,
                                                          const ingest::Generator& generator);
/// What the page says about applying.
[[nodiscard]] author::Extract extract_from(const PostingText& page, std::optional<base::Date> today);

}  // namespace aushang::cli
