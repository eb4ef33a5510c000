#pragma once
/// Puts nodes one after the other and fills in what they have in common. Private to the module.
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_text.h"
#include "form/form.h"
#include "rules/judge.h"
#include "rules/references.h"

namespace aushang::form {

/// A text of check.json and, where that isn't the interface's, its language.
struct Said {
  std::string text;
  std::string language;
};

/// "au-" + kind + what it is about: the one way ids are made, here and in act().
[[nodiscard]] std::string node_id(std::string_view kind, std::string_view about);
/// Of options: "au-o-" + question + "-" + suffix.
[[nodiscard]] std::string option_id(std::string_view question, std::string_view suffix);

class Builder {
 public:
  explicit Builder(const Input& given);

  const Input& input;
  const rules::References references;
  /// What the answers decide; while the position is open with what any of them asks for.
  rules::Verdict verdict;
  std::vector<rules::Truth> clauses;               ///< one per clause of the rules
  std::vector<const rules::Material*> now, later;  ///< asked for from who answers so
  Built built;
  bool live = false;  ///< of the nodes to come

  [[nodiscard]] std::string word(i18n::Word word) const { return i18n::text(input.language, word); }
  [[nodiscard]] std::string word(i18n::Word word, std::string_view slot, std::string_view value) const;
  /// The word in the language of what it stands beside, where we speak it.
  [[nodiscard]] std::string word_beside(const Said& said, i18n::Word word) const;
  [[nodiscard]] i18n::Language language_beside(const Said& said) const;
  [[nodiscard]] Said said(const base::LocalText& text) const { return say(text, input.check_language); }
  /// `own` is the language of a text that names none.
  [[nodiscard]] Said say(const base::LocalText& text, std::string_view own) const;
  /// Empty where the language is the interface's.
  [[nodiscard]] std::string foreign(std::string_view language) const;
  [[nodiscard]] Said label_of(const rules::Option& option) const;
  /// "For A, B" where something is of some positions only and none is chosen; else empty. In the language of
  /// their names.
  [[nodiscard]] Said whose(const std::function<bool(const rules::Position&)>& is_of) const;

  /// The node is good until the next one is added.
  layout::FormNode& leaf(layout::Widget widget, std::string_view id, std::string text);
  layout::FormNode& leaf(layout::Widget widget, std::string_view id, Said said);
  layout::FormNode& leaf(layout::Widget widget, std::string_view id, i18n::Word text) {
    return leaf(widget, id, word(text));
  }
  /// One leaf "lead text"; where the text is in another language, a hint with the lead, then the leaf.
  layout::FormNode& led(layout::Widget widget, std::string_view id, i18n::Word lead, Said said);

  /// Opens a container; `close` takes what `open` gave.
  std::size_t open(layout::Widget widget, std::string_view id);
  /// A card that is a region of that name; its title is to follow.
  std::size_t open_region(std::string_view id, i18n::Word title);
  void close(std::size_t container);
  [[nodiscard]] layout::FormNode& node(std::size_t index) { return built.form.nodes[index]; }
};

/// Adds an item to a list in words.
void join(std::string& list, std::string_view separator, std::string_view item);
[[nodiscard]] std::string listed(const std::vector<std::string>& items);  ///< joined by commas

[[nodiscard]] layout::Tone tone_of(rules::Truth truth);
[[nodiscard]] i18n::Word state_of(rules::Truth truth);

}  // namespace aushang::form
