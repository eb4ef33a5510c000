#pragma once
/// Parts of write_page, one file each.
#include <string>
#include <string_view>

#include "html/page.h"

namespace aushang::html {

struct PageContext {
  const PageInput& input;
  i18n::Language language;  ///< of the user interface
  std::string title;
};

/// A text of check.json in the page's language, escaped; wrapped with its own `lang` where that is another
/// one.
[[nodiscard]] std::string local(const PageContext& page, const base::LocalText& text);
[[nodiscard]] std::string word(const PageContext& page, i18n::Word word);
/// Of check.json's texts that name no language.
[[nodiscard]] std::string_view check_language_of(const PageInput& input);
/// The word with `{slot}` replaced by `html`, which is markup already.
[[nodiscard]] std::string word(const PageContext& page, i18n::Word word, std::string_view slot,
                               std::string_view html);

/// When applications are due, or that there are no more; as markup, empty where nothing is said.
[[nodiscard]] std::string deadline(i18n::Language language, const rules::Deadline& deadline, bool closed,
                                   Script script);
[[nodiscard]] std::string facts_section(const PageContext& page);
/// The self-check and the application as they are before anything is answered.
[[nodiscard]] std::string panel(const PageContext& page, const doc::Document& marked);
/// What stays in view: how it stands, and the way to the application. The app fills it.
[[nodiscard]] std::string dock(const PageContext& page);

/// The mail link of the page: nobody has answered or attached anything yet.
[[nodiscard]] std::string default_mailto(const PageContext& page, const std::string& position_id);

}  // namespace aushang::html
