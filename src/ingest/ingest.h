#pragma once
/// A page as authors have it → canonical Markdown + meta. For the command line only: the app never needs it.
///
/// Takes what static site generators take: a byte order mark, CRLF, front matter (YAML between "---" lines,
/// TOML between "+++" lines; jekyllrb.com/docs/front-matter, gohugo.io/content-management/front-matter),
/// Liquid, kramdown attributes, HTML comments and HTML blocks. Whatever can't be understood costs a warning,
/// never the page.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "ingest/generator.h"

namespace aushang::ingest {

struct Meta {
  std::string title;  ///< front matter's; else empty (the first heading then serves, see doc)
  /// BCP 47 as given by lang, language or locale ("en-GB"), else as the site's configuration has it; may be
  /// empty
  std::string language;
  std::string description;     ///< description, excerpt, summary or subtitle; plain text; may be empty
  bool published = true;       ///< false for `published: false` and `draft: true`
  std::string unpublished_by;  ///< the key that says so, in lower case; empty where it is published
  /// Every scalar of the front matter by its key, "a.b" for nested ones, as text.
  std::map<std::string, std::string, std::less<>> fields;
};

/// A link to a file beside the page, or an image there.
struct FileReference {
  std::string address;  ///< as it is written in the Markdown
  bool is_image = false;
  base::Position at;  ///< in the page as it was given
};

struct Page {
  std::string markdown;  ///< canonical: no front matter, no Liquid, no kramdown attributes, no comments, no
                         ///< HTML blocks
  Meta meta;
  base::Diagnostics warnings;        ///< with places in the page as it was given
  std::vector<FileReference> files;  ///< each once, in the order of the page; the first few hundred
};

/// The only errors are a page above base::k_max_posting_bytes and one that isn't UTF-8. `file` is for
/// messages.
[[nodiscard]] base::Result<Page> ingest(std::string_view page, std::string_view file,
                                        const Generator& generator = {});

}  // namespace aushang::ingest
