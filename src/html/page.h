#pragma once
/// The page of one posting in one language: complete and usable before, and without, any script.
///
/// There are two kinds. A posting's own page has the posting in a language it is written in. A page in other
/// words has the same text again, with the interface in a language the posting isn't written in: the text
/// says its language, the page names the own one as canonical and uses its pictures.
///
/// Landmarks: main (named by the title) holds the posting as an article, and the regions "At a glance",
/// "Check yourself" and "Apply". Ids that start with "au-" are the page's own; the rest are the posting's
/// headings. Every phrase that check.json quotes is a link to what is bound to it (html/phrases.h).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "html/fragment.h"
#include "html/site_parts.h"
#include "i18n/words.h"
#include "rules/rule_set.h"
#include "site/site_config.h"

namespace aushang::html {

/// A page of the same posting.
struct Alternate {
  std::string language;  ///< BCP 47
  std::string href;      ///< relative to this page
};

/// Whether the page starts the app, which lies in `to_files`app/ and reads `to_bundle`posting.json.
enum class Script { none, app };

/// Whether a page with the app can be kept on the device, and who begins it.
enum class Offline {
  none,        ///< it can't
  on_request,  ///< its reader
  on_visit,    ///< the page itself, on the first visit
};

struct PageInput {
  const doc::Document& document;
  const rules::RuleSet& rules;
  std::string title;                  ///< of the posting; empty: its first heading
  std::string description;            ///< for search results; may be empty
  std::string language;               ///< the posting's, BCP 47; empty: English
  std::vector<Alternate> alternates;  ///< the posting as it is written in other languages
  std::string to_files;               ///< relative way to the folder of style sheet, icon and app: "v/1/"
  Script script = Script::none;
  Offline offline = Offline::none;
  std::string to_root = {};         ///< relative way to the site's top folder, where the service worker lies
  std::string to_bundle = {};       ///< relative way to the folder of the posting's bundle
  std::string check_language = {};  ///< of check.json's texts that name none, BCP 47; empty: the posting's
  std::string interface_language = {};  ///< BCP 47; empty: the posting's, or English if we don't speak that
  std::string to_posting = {};          ///< relative way to the posting's own page; empty: this is it
  /// The language switch: the pages of this posting in their order, each by the language it is chosen for;
  /// this page's own without address. Empty: no switch.
  std::vector<Alternate> languages = {};
  const site::SiteConfig* site = nullptr;  ///< what the site's pages share, if it says
  std::vector<Notice> notices = {};        ///< for the footer
  std::string path = {};  ///< this page's folder below the site's root, as in an address: "" or "phd/de/"
};

/// Whether a page has fonts of the site's own.
enum class Fonts { none, own };
[[nodiscard]] Fonts fonts_of(const site::SiteConfig* site);

/// The Content-Security-Policy (W3C, CSP Level 3) that a page brings with it.
[[nodiscard]] std::string content_policy(Script script, Fonts fonts);

/// What the page is called: `input.title`, else the first heading, else the UI's word for a posting.
[[nodiscard]] std::string page_title(const PageInput& input);

/// The block that only repeats the page's title, or is it, as it stands at the top already: the document's
/// first heading, or k_no_block.
[[nodiscard]] std::uint32_t title_block(const doc::Document& document, std::string_view title);

[[nodiscard]] std::string write_page(const PageInput& input);

/// A posting in the list of a site with several.
struct IndexEntry {
  std::string title;
  std::string href;
  std::string language;
  std::string detail;  ///< e.g. employer and place; may be empty
  rules::Deadline deadline = {};
  bool closed = false;  ///< filled or withdrawn
};
/// The list in one language, what is closed last; what isn't described here is as in PageInput.
struct IndexInput {
  const std::vector<IndexEntry>& entries;
  i18n::Language language;
  std::string to_files;
  std::string to_root = {};
  std::vector<Alternate> languages = {};  ///< the list in each, for the switch; empty: in no other
  const site::SiteConfig* site = nullptr;
  std::vector<Notice> notices = {};
  std::string path = {};
  Script script = Script::none;  ///< the app says which deadlines have passed
};
[[nodiscard]] std::string write_index(const IndexInput& input);

/// What the page at `PageInput::to_root` is called.
struct WayBack {
  std::string name;
  std::string language;  ///< of the name, BCP 47
};
/// Whether search engines may list a page.
enum class Search { listed, unlisted };
/// A page of plain text: title, text, the way back to `input.to_root`, the language switch and a footer.
[[nodiscard]] std::string write_text_page(const PageInput& input, const WayBack& back,
                                          Search search = Search::listed);

}  // namespace aushang::html
