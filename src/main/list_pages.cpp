#include "main/list_pages.h"

#include <algorithm>

#include "base/language.h"
#include "base/percent.h"
#include "html/page.h"
#include "main/notices.h"

namespace aushang::cli {
namespace {

/// The posting in the list that is in `language`: as its page in that language has it.
html::IndexEntry index_entry(const PostingFolder& posting, i18n::Language language,
                             const site::SiteConfig* config) {
  const std::vector<LanguagePage> pages = pages_of(posting, config);
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const LanguagePage& page) {
    return base::is_same_language(page.language, i18n::tag_of(language));
  });
  const LanguagePage& page = found == pages.end() ? pages.front() : *found;
  const PostingText& text = posting.texts[page.text];
  const rules::Facts& facts = posting.rules.facts;
  html::IndexEntry entry;
  entry.title = title_of(posting, text);
  entry.href = base::percent_encode(posting.name) + "/" + base::percent_encode(page.folder, "/");
  entry.language = text.language;
  entry.detail =
      facts.organization + (facts.organization.empty() || facts.city.empty() ? "" : ", ") + facts.city;
  entry.deadline = posting.rules.last_deadline();
  entry.closed = posting.rules.apply.closed;
  return entry;
}

/// "" for the list in the site's first language, "de/" for another one.
std::string list_folder(i18n::Language language, i18n::Language first) {
  return language == first ? std::string() : std::string(i18n::tag_of(language)) + "/";
}

}  // namespace

i18n::Language first_language(const std::vector<PostingFolder>& postings, const site::SiteConfig* config) {
  return site::interface_for(postings.front().texts.front().language, config);
}

FolderContents list_pages(const std::vector<PostingFolder>& postings, const PageManner& manner,
                          SiteOutputs& outputs) {
  FolderContents pages;
  std::vector<i18n::Language> languages = site::languages_of(outputs.config());
  const i18n::Language first = first_language(postings, outputs.config());
  // A text in a language that the site doesn't offer has its own words around it all the same.
  if (std::find(languages.begin(), languages.end(), first) == languages.end())
    languages.insert(languages.begin(), first);
  for (const i18n::Language language : languages) {
    const std::string own = list_folder(language, first);
    std::vector<html::IndexEntry> entries;
    for (const PostingFolder& posting : postings) {
      entries.push_back(index_entry(posting, language, outputs.config()));
      entries.back().href = up(own) + entries.back().href;
    }
    html::IndexInput list = {.entries = entries,
                             .language = language,
                             .to_files = up(own) + manner.files,
                             .to_root = up(own),
                             .site = outputs.config(),
                             .notices = notices(language, up(own)),
                             .path = own,
                             .script = manner.script};
    for (const i18n::Language other : languages) {
      if (languages.size() == 1) break;
      list.languages.push_back({std::string(i18n::tag_of(other)),
                                other == language ? std::string() : way(own, list_folder(other, first))});
    }
    add_index(outputs, list);
    pages.emplace(own + "index.html", html::write_index(list));
  }
  return pages;
}

}  // namespace aushang::cli
