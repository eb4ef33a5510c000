#pragma once
/// The pages of one posting: one per text, and one per language of the interface that none of them serves.
#include <cstddef>
#include <string>
#include <vector>

#include "html/page.h"
#include "main/files.h"
#include "main/posting_folder.h"
#include "main/site_outputs.h"
#include "site/site_config.h"

namespace aushang::cli {

/// In other words: the posting's own text, with the interface in a language that the posting isn't written
/// in.
struct LanguagePage {
  std::size_t text;      ///< index in PostingFolder::texts
  std::string language;  ///< that it is chosen for
  std::string folder;    ///< "" or "de/"
  bool in_other_words = false;
};

/// The first text's page lies at the top. The interface's languages that the site offers come first, so that
/// the switch looks the same for every posting.
[[nodiscard]] std::vector<LanguagePage> pages_of(const PostingFolder& posting,
                                                 const site::SiteConfig* config);

/// What a posting is called where it stands among other things, as plain text.
[[nodiscard]] std::string title_of(const PostingFolder& posting, const PostingText& text);

/// "name/", or nothing where the site is one posting.
[[nodiscard]] std::string prefix_of(const PostingFolder& posting, const std::vector<PostingFolder>& all);

/// The way from a folder of the site ("" or "name/de/") to its top: "../../".
[[nodiscard]] std::string up(const std::string& folder);
/// The way from one folder of the site to another below the same.
[[nodiscard]] std::string way(const std::string& from, const std::string& to);

/// How all pages of a site are made.
struct PageManner {
  std::string files;  ///< the version's folder in the site, "v/…/"
  html::Script script = html::Script::none;
  html::Offline offline = html::Offline::none;
};

/// Adds a posting's pages, and the bundles of its texts if they start the app, below `prefix` ("" or
/// "name/").
void add_posting(const PostingFolder& posting, const std::string& prefix, const PageManner& manner,
                 SiteOutputs& outputs, FolderContents& site);

}  // namespace aushang::cli
