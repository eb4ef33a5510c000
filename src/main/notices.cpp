#include "main/notices.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "doc/parse.h"
#include "main/posting_pages.h"
#include "main/site_files.h"

namespace aushang::cli {
namespace {

struct Kind {
  std::string_view folder;
  i18n::Word name;
  std::string site::SiteConfig::* own;  ///< address of the institution's own
  std::string_view en;
  std::string_view de;
};

const std::array<Kind, 2>& kinds() {
  static const std::array<Kind, 2> all = {
      {{"privacy", i18n::Word::page_privacy, &site::SiteConfig::privacy, k_privacy_en, k_privacy_de},
       {"accessibility", i18n::Word::page_accessibility, &site::SiteConfig::accessibility, k_accessibility_en,
        k_accessibility_de}}};
  return all;
}

std::string_view in_language(std::string_view en, std::string_view de, i18n::Language language) {
  return language == i18n::Language::de ? de : en;
}

/// "privacy/en/".
std::string folder_of(const Kind& kind, i18n::Language language) {
  return std::string(kind.folder) + "/" + std::string(i18n::tag_of(language)) + "/";
}

std::string_view condition_of(html::Offline offline) {
  switch (offline) {
    case html::Offline::none:
      return "none";
    case html::Offline::on_request:
      return "on_request";
    case html::Offline::on_visit:
      return "on_visit";
  }
  return "none";
}

/// The lines that hold for this site. `own`: the institution's own notice, or empty.
std::string text_for(std::string_view source, const NoticesInput& input, const std::string& own) {
  std::vector<std::string_view> holding = {condition_of(input.offline),
                                           input.script == html::Script::app ? "app" : "static"};
  if (!own.empty()) holding.emplace_back("notice");
  const std::string contact = input.site == nullptr ? std::string() : input.site->accessibility_contact;
  holding.emplace_back(contact.empty() ? "posting" : "contact");
  std::string out;
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    if (line.starts_with('@')) {
      const std::string_view condition = line.substr(1, line.find(' ') - 1);
      line.remove_prefix(condition.size() + 2);
      if (std::find(holding.begin(), holding.end(), condition) == holding.end()) continue;
    }
    out += base::fill_in(base::fill_in(std::string(line), "notice", own), "contact", contact) + "\n";
  }
  return out;
}

/// The first paragraph says it all in short.
std::string description_of(const doc::Document& document) {
  for (const doc::Block& block : document.blocks) {
    if (block.kind == doc::BlockKind::paragraph && !block.text.empty())
      return base::single_line(document.slice(block.text));
  }
  return {};
}

/// A page of the site's own, in one language.
struct OwnPage {
  i18n::Language language;
  std::string folder;                      ///< "privacy/en/"
  std::vector<html::Alternate> languages;  ///< for the switch, if there is more than one
  std::optional<i18n::Word> notice;        ///< which one it is: it doesn't lead to itself
  html::Search search = html::Search::listed;
};

std::string write_own(const OwnPage& own, const std::string& markdown, const NoticesInput& input) {
  const auto document = doc::parse(markdown);
  if (!document) return {};  // the parser refuses only what is far longer
  const rules::RuleSet nothing_asked;
  html::PageInput page = {.document = *document,
                          .rules = nothing_asked,
                          .title = "",
                          .description = description_of(*document),
                          .language = std::string(i18n::tag_of(own.language)),
                          .alternates = {},
                          .to_files = up(own.folder) + input.files,
                          .to_root = up(own.folder),
                          .site = input.site};
  if (own.languages.size() > 1) page.languages = own.languages;
  for (const html::Notice& notice : notices(own.language, page.to_root)) {
    if (notice.name != own.notice) page.notices.push_back(notice);
  }
  if (!input.back.empty()) return html::write_text_page(page, {input.back, input.back_language}, own.search);
  // The list lies at the top in one language, and below that in the others.
  if (own.language != input.first) page.to_root += page.language + "/";
  return html::write_text_page(page, {i18n::text(own.language, i18n::Word::page_positions), page.language},
                               own.search);
}

std::string page_of(const Kind& kind, i18n::Language language, const NoticesInput& input) {
  const std::string institution = input.site == nullptr ? std::string() : input.site->*kind.own;
  OwnPage own = {language, folder_of(kind, language), {}, kind.name};
  for (const i18n::Language other : site::languages_of(input.site)) {
    const std::string tag(i18n::tag_of(other));
    own.languages.push_back({tag, other == language ? "" : "../" + tag + "/"});
  }
  return write_own(own, text_for(in_language(kind.en, kind.de, language), input, institution), input);
}

}  // namespace

std::vector<html::Notice> notices(i18n::Language language, const std::string& to_root) {
  std::vector<html::Notice> out;
  for (const Kind& kind : kinds()) out.push_back({kind.name, to_root + folder_of(kind, language)});
  return out;
}

FolderContents notice_pages(const NoticesInput& input) {
  FolderContents pages;
  for (const Kind& kind : kinds()) {
    for (const i18n::Language language : site::languages_of(input.site))
      pages[folder_of(kind, language) + "index.html"] = page_of(kind, language, input);
  }
  return pages;
}

FolderContents gone_pages(const site::Gone& posting, const NoticesInput& input) {
  FolderContents pages;
  const std::vector<i18n::Language> languages = site::languages_of(input.site);
  const auto folder_in = [](i18n::Language language) { return std::string(i18n::tag_of(language)) + "/"; };
  const auto add = [&](i18n::Language language, const std::string& folder) {
    OwnPage own = {language, posting.folder + "/" + folder, {}, std::nullopt, html::Search::unlisted};
    for (const i18n::Language other : languages) {
      own.languages.push_back({std::string(i18n::tag_of(other)),
                               other == language ? std::string() : way(folder, folder_in(other))});
    }
    pages[own.folder + "index.html"] =
        write_own(own, std::string(in_language(k_gone_en, k_gone_de, language)), input);
  };
  // What lay at the top was most likely in the language of what lies there now.
  const bool is_offered = std::find(languages.begin(), languages.end(), input.first) != languages.end();
  add(is_offered ? input.first : languages.front(), "");
  for (const i18n::Language language : languages) add(language, folder_in(language));
  return pages;
}

}  // namespace aushang::cli
