#include "main/posting_pages.h"

#include <algorithm>

#include "app/bundle.h"
#include "base/language.h"
#include "base/percent.h"
#include "i18n/words.h"
#include "main/notices.h"

namespace aushang::cli {

std::vector<LanguagePage> pages_of(const PostingFolder& posting, const site::SiteConfig* config) {
  const std::vector<i18n::Language> offered = site::languages_of(config);
  std::vector<LanguagePage> pages;
  for (std::size_t i = 0; i < posting.texts.size(); ++i) {
    const std::string& language = posting.texts[i].language;
    pages.push_back({i, language, i == 0 ? "" : language + "/"});
  }
  for (const i18n::Language interface : offered) {
    const std::string tag(i18n::tag_of(interface));
    if (std::any_of(pages.begin(), pages.end(),
                    [&](const auto& page) { return base::is_same_language(page.language, tag); }))
      continue;
    if (site::interface_for(posting.texts.front().language, config) == interface) {
      pages.front().language = tag;  // a posting in a language we don't speak has its interface in this one
    } else {
      pages.push_back({0, tag, tag + "/", true});
    }
  }
  std::stable_sort(pages.begin(), pages.end(), [&](const LanguagePage& a, const LanguagePage& b) {
    const auto rank = [&](const LanguagePage& page) {
      return std::find_if(offered.begin(), offered.end(), [&](i18n::Language one) {
        return base::is_same_language(page.language, i18n::tag_of(one));
      });
    };
    return rank(a) < rank(b);
  });
  return pages;
}

std::string title_of(const PostingFolder& posting, const PostingText& text) {
  return html::page_title({.document = text.document,
                           .rules = posting.rules,
                           .title = text.page.meta.title,
                           .description = "",
                           .language = text.language,
                           .alternates = {},
                           .to_files = "",
                           .script = html::Script::none});
}

std::string prefix_of(const PostingFolder& posting, const std::vector<PostingFolder>& all) {
  return all.size() == 1 ? std::string() : posting.name + "/";
}

std::string up(const std::string& prefix) {
  std::string out;
  for (const char c : prefix) {
    if (c == '/') out += "../";
  }
  return out;
}

std::string way(const std::string& from, const std::string& to) {
  const std::string out = up(from) + to;
  return out.empty() ? "./" : out;
}

void add_posting(const PostingFolder& posting, const std::string& prefix, const PageManner& manner,
                 SiteOutputs& outputs, FolderContents& site) {
  const std::vector<LanguagePage> pages = pages_of(posting, outputs.config());
  for (const LanguagePage& one : pages) {
    const PostingText& text = posting.texts[one.text];
    const std::string to_files = up(prefix + one.folder) + manner.files;
    const std::string bundle = prefix + (one.in_other_words ? "" : one.folder);
    html::PageInput page = {.document = text.document,
                            .rules = posting.rules,
                            .title = text.page.meta.title,
                            .description = text.page.meta.description,
                            .language = text.language,
                            .alternates = {},
                            .to_files = to_files,
                            .script = manner.script,
                            .offline = manner.offline,
                            .to_root = up(prefix + one.folder),
                            .to_bundle = to_files + base::percent_encode(bundle, "/"),
                            .site = outputs.config(),
                            .path = base::percent_encode(prefix + one.folder, "/")};
    page.check_language = posting.texts.front().language;
    page.interface_language = i18n::tag_of(site::interface_for(text.language, outputs.config()));
    for (const LanguagePage& other : pages) {
      const bool is_this = &other == &one;
      if (pages.size() == 1) break;  // nowhere to switch to
      page.languages.push_back({other.language, is_this ? "" : way(one.folder, other.folder)});
      if (is_this || one.in_other_words || other.in_other_words) continue;
      page.alternates.push_back({posting.texts[other.text].language, way(one.folder, other.folder)});
    }
    if (one.in_other_words) {
      page.interface_language = one.language;
      page.to_posting = up(one.folder);
    }
    page.notices = notices(i18n::language_for(page.interface_language), page.to_root);
    site[prefix + one.folder + "index.html"] = html::write_page(page);
    if (!one.in_other_words) add_page(outputs, page, prefix + one.folder, site);
    if (one.in_other_words || manner.script == html::Script::none) continue;
    site[manner.files + bundle + "posting.json"] = app::write_bundle({.language = text.language,
                                                                      .title = html::page_title(page),
                                                                      .description = page.description,
                                                                      .alternates = page.alternates,
                                                                      .check_language = page.check_language,
                                                                      .rules = posting.rules,
                                                                      .markdown = text.page.markdown});
  }
}

}  // namespace aushang::cli
