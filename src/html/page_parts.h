#pragma once
/// Parts of write_page, one file each.
#include <string>
#include <string_view>

#include "form/form.h"
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
/// Of the posting's text.
[[nodiscard]] std::string language_of(const PageInput& input);
/// Of check.json's texts that name no language.
[[nodiscard]] std::string_view check_language_of(const PageInput& input);
/// The word with `{slot}` replaced by `html`, which is markup already.
[[nodiscard]] std::string word(const PageContext& page, i18n::Word word, std::string_view slot,
                               std::string_view html);

/// When applications are due, or that there are no more; as markup, empty where nothing is said.
[[nodiscard]] std::string deadline(i18n::Language language, const rules::Deadline& deadline, bool closed,
                                   Script script);
/// What differs between positions has no deadline for all.
[[nodiscard]] bool has_one_deadline(const rules::RuleSet& rules);

/// The form as it is before anything is answered.
[[nodiscard]] form::Built untouched_form(const PageContext& page, const doc::Document& marked);
/// Between title and text: who, where and until when in one line, the facts, what is good to know, and where
/// the questions stand below the posting, the way to them. All of it in one element, whose height the tile
/// takes over as it is (shell/layer.js).
[[nodiscard]] std::string facts_section(const PageContext& page, const form::Built& form);
/// The self-check and the application.
[[nodiscard]] std::string panel(const PageContext& page, const form::Built& form);
/// What stays in view: what is next, or how it stands, and the way to the application. The app keeps it so.
[[nodiscard]] std::string dock(const PageContext& page, const form::Built& form);

/// The mail link of the page: nobody has answered or attached anything yet.
[[nodiscard]] std::string default_mailto(const PageContext& page, const std::string& position_id);

}  // namespace aushang::html
