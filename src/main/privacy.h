#pragma once
/// What a site says about its readers' data: a page in each language of the interface, made from
/// assets/privacy, which says only what is so for this site.
#include <string>

#include "html/page.h"
#include "main/files.h"

namespace aushang::cli {

/// Where the page in that language lies in the site: "privacy/en/".
[[nodiscard]] std::string privacy_folder(i18n::Language language);

struct PrivacyInput {
  const site::SiteConfig* site = nullptr;  ///< its languages and its own notice; null: all and none
  html::Offline offline = html::Offline::none;
  std::string files;  ///< the version's folder in the site
  std::string back;   ///< what the site's top page is called; empty: the list of postings
};

/// The pages, by their path in the site.
[[nodiscard]] FolderContents privacy_pages(const PrivacyInput& input);

/// The Markdown in assets/privacy with the lines that hold for this site. Lines that begin with "@none ",
/// "@on_request ", "@on_visit " hold for that way of reading offline, "@notice " where the site has a notice
/// of its own, whose address is filled in for {notice}.
[[nodiscard]] std::string privacy_text(std::string_view source, html::Offline offline,
                                       const std::string& notice);

}  // namespace aushang::cli
