#include "main/notices.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "doc/parse.h"
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

std::string_view source_in(const Kind& kind, i18n::Language language) {
  switch (language) {
    case i18n::Language::pseudo:
    case i18n::Language::en:
      return kind.en;
    case i18n::Language::de:
      return kind.de;
  }
  return kind.en;
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

std::string page_of(const Kind& kind, i18n::Language language, const NoticesInput& input) {
  const std::string own = input.site == nullptr ? std::string() : input.site->*kind.own;
  const auto document = doc::parse(text_for(source_in(kind, language), input, own));
  if (!document) return {};  // the parser refuses only what is far longer
  const rules::RuleSet nothing_asked;
  html::PageInput page = {.document = *document,
                          .rules = nothing_asked,
                          .title = "",
                          .description = description_of(*document),
                          .language = std::string(i18n::tag_of(language)),
                          .alternates = {},
                          .to_files = "../../" + input.files,
                          .to_root = "../../",
                          .site = input.site};
  const std::vector<i18n::Language> languages = site::languages_of(input.site);
  for (const i18n::Language other : languages) {
    if (languages.size() == 1) break;
    const std::string tag(i18n::tag_of(other));
    page.languages.push_back({tag, other == language ? "" : "../" + tag + "/"});
  }
  for (const html::Notice& notice : notices(language, page.to_root)) {
    if (notice.name != kind.name) page.notices.push_back(notice);
  }
  if (!input.back.empty()) return html::write_text_page(page, input.back, input.back_language);
  // The list lies at the top in one language, and below that in the others.
  if (language != input.first) page.to_root += page.language + "/";
  return html::write_text_page(page, i18n::text(language, i18n::Word::page_positions), page.language);
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

}  // namespace aushang::cli
