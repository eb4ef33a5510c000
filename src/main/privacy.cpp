#include "main/privacy.h"

#include "base/text.h"
#include "doc/parse.h"
#include "main/site_files.h"

namespace aushang::cli {
namespace {

std::string_view source_in(i18n::Language language) {
  switch (language) {
    case i18n::Language::pseudo:
    case i18n::Language::en:
      return k_privacy_en;
    case i18n::Language::de:
      return k_privacy_de;
  }
  return k_privacy_en;
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

/// The first paragraph says it all in short.
std::string description_of(const doc::Document& document) {
  for (const doc::Block& block : document.blocks) {
    if (block.kind == doc::BlockKind::paragraph && !block.text.empty())
      return base::single_line(document.slice(block.text));
  }
  return {};
}

}  // namespace

std::string privacy_folder(i18n::Language language) {
  return "privacy/" + std::string(i18n::tag_of(language)) + "/";
}

std::string privacy_text(std::string_view source, html::Offline offline, const std::string& notice) {
  std::string out;
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    if (line.starts_with('@')) {
      const std::string_view condition = line.substr(1, line.find(' ') - 1);
      line.remove_prefix(condition.size() + 2);
      const bool holds = condition == "notice" ? !notice.empty() : condition == condition_of(offline);
      if (!holds) continue;
    }
    out += base::fill_in(std::string(line), "notice", notice) + "\n";
  }
  return out;
}

FolderContents privacy_pages(const PrivacyInput& input) {
  FolderContents pages;
  const std::vector<i18n::Language> languages = site::languages_of(input.site);
  const rules::RuleSet nothing_asked;
  for (const i18n::Language language : languages) {
    const std::string notice = input.site == nullptr ? std::string() : input.site->privacy;
    const auto document = doc::parse(privacy_text(source_in(language), input.offline, notice));
    if (!document) continue;  // the parser refuses only what is far longer
    html::PageInput page = {.document = *document,
                            .rules = nothing_asked,
                            .title = "",
                            .description = description_of(*document),
                            .language = std::string(i18n::tag_of(language)),
                            .alternates = {},
                            .to_files = "../../" + input.files,
                            .to_root = "../../",
                            .site = input.site};
    for (const i18n::Language other : languages) {
      if (languages.size() == 1) break;
      const std::string tag(i18n::tag_of(other));
      page.languages.push_back({tag, other == language ? "" : "../" + tag + "/"});
    }
    const std::string back =
        input.back.empty() ? i18n::text(language, i18n::Word::page_positions) : input.back;
    pages[privacy_folder(language) + "index.html"] = html::write_text_page(page, back);
  }
  return pages;
}

}  // namespace aushang::cli
