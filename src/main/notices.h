#pragma once
/// What a site says about itself beside its postings: pages of text in each language of the interface, made
/// from assets/privacy and assets/accessibility.
///
/// The Markdown there says only what is so for this site. A line that begins with "@on_request " or
/// "@on_visit " is for that way of reading offline ("@none ": for none), "@app " for sites with the app,
/// "@static " for those without, "@notice " for those whose institution has a notice of its own on the
/// matter; its address is filled in for {notice}. "@contact " is for sites that say who takes complaints
/// ({contact}), "@posting " for those that don't.
#include <string>
#include <vector>

#include "html/page.h"
#include "main/files.h"

namespace aushang::cli {

/// What the pages in that language lead to, from a folder with the relative way `to_root` to the site's top.
[[nodiscard]] std::vector<html::Notice> notices(i18n::Language language, const std::string& to_root);

struct NoticesInput {
  const site::SiteConfig* site = nullptr;  ///< its languages and its own notices; null: all and none
  html::Script script = html::Script::none;
  html::Offline offline = html::Offline::none;
  std::string files;          ///< the version's folder in the site
  std::string back;           ///< what the site's top page is called; empty: the list of postings
  std::string back_language;  ///< of `back`, BCP 47
  i18n::Language first = i18n::Language::en;  ///< that of the list at the site's top; the others lie in "de/"
};

/// The pages, by their path in the site: "privacy/en/index.html".
[[nodiscard]] FolderContents notice_pages(const NoticesInput& input);

/// The pages at the addresses of a posting that isn't on the site any more: they say so (assets/gone), lead
/// to what is, and ask search engines to forget the address. "phd-1/index.html", "phd-1/de/index.html".
[[nodiscard]] FolderContents gone_pages(const site::Gone& posting, const NoticesInput& input);

}  // namespace aushang::cli
