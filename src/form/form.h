#pragma once
/// Rules + answers → the form that stands beside the posting: the self-check and the application, as nodes in
/// reading order (layout/form.h). Pure: the page keeps `Answers` and `View`, calls `act` for what people do
/// and `build` for what they then see.
///
/// Ids. Cards `au-check`, `au-apply`; `au-status`; positions `au-position` with options `au-p-<n>`; a
/// question `au-q-<question>` with options `au-o-<question>-<n>` (in the file's order; of yes and no: 0,
/// 1), `…-none`, `…-unsure` and `…-declined`, or the field `au-f-<question>`, with `au-unread-<question>`
/// where what is in it is no answer; folded away it has the button `au-show-<question>`; the picture of the
/// rule `au-points`, in it the step of a clause `au-clause-<clause>` (again,
/// `au-again-<criterion>-<clause>`), of routes or of a whole criterion `au-criterion-<criterion>`, the last
/// one `au-fits`; a material `au-material-<material>` with the option `au-have-<material>`; the lists
/// `au-now-list` and `au-later-list`; the applicant's words `au-w-name`, `au-w-place`, `au-w-why`,
/// `au-w-links`; `au-send-check`; that it is closed, `au-closed` and `au-closed-mail` (`au-closed-mail-<n>`
/// per position); the links `au-mail` (`au-mail-<n>` per position until one is chosen), `au-ask`
/// (`au-ask-<n>` per position where they answer questions themselves, until one is chosen),
/// `au-portal`; the buttons `au-copy-address`, `au-copy-subject`, `au-copy-text`; where a mail app may not
/// open, `au-frame-hint` and the link `au-whole-page`.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/words.h"
#include "layout/form.h"
#include "rules/answers.h"
#include "rules/rule_set.h"

namespace aushang::form {

/// What the applicant did besides answering.
struct View {
  std::set<std::string, std::less<>> have;    ///< ids of materials ticked off
  std::set<std::string, std::less<>> folded;  ///< ids of questions folded away
  std::set<std::string, std::less<>> open;    ///< ids of disclosures that are
  bool send_check = false;                    ///< the self-check's result goes into the mail
  std::string copied;                         ///< id of the button whose text was copied last
  /// Question id → what its field holds, letter for letter, where people wrote a number or a date. Its answer
  /// is what `read_field` makes of it.
  std::map<std::string, std::string, std::less<>> written;
  /// Questions whose fields were left with something that is no answer: then that is said.
  std::set<std::string, std::less<>> unread;
  std::set<std::string, std::less<>> over;  ///< deadlines that are, by the reader's clock (rules::name_of)
  std::string whole_page;  ///< its address, if this one may not be able to open a mail app; else empty

  friend bool operator==(const View&, const View&) = default;
};

struct Input {
  const rules::RuleSet& rules;
  const rules::Answers& answers;
  const View& view;
  std::string_view title;             ///< the posting's
  std::string_view posting_language;  ///< BCP 47
  std::string_view check_language;    ///< of check.json's texts that name none, BCP 47
  i18n::Language language;            ///< of the user interface; the mail is in the posting's
  /// Clause id → id of its phrase's element on the page. A clause without an entry isn't marked there.
  const std::map<std::string, std::string, std::less<>>& phrases;
};

/// How a marked phrase of the posting stands now.
struct PhraseState {
  std::string phrase_id;     ///< of the element on the page
  layout::Tone tone;         ///< met, open, not met
  std::string href;          ///< where the phrase leads: what decides it, "#au-q-…"
  std::string described_by;  ///< id of the node that says in words what the tone shows; may be empty

  friend bool operator==(const PhraseState&, const PhraseState&) = default;
};

struct Built {
  layout::Form form;  ///< the cards "Check yourself" (where the rules check anything) and "Apply"
  std::vector<PhraseState> phrases;  ///< one per clause of `Input::phrases`, in the file's order
  std::string mail;  ///< address of the draft's link; empty while a position is open, and where none is taken
  std::string effort;  ///< "5 questions, about a minute", before the first; empty where there are none
  // For a line that sums up, as the dock does: what is offered ("Self-check", "5 questions") while nothing is
  // answered, then what it comes to; that it is closed, where it is. Empty where there are no questions.
  std::string outcome;
  layout::Tone tone = layout::Tone::none;
  std::string left;
};

/// With nothing ticked and `send_check` off, the mail link is that of `aushang mail --as mailto`.
[[nodiscard]] Built build(const Input& input);

/// What people do with the node `id`: an option is chosen or left (`on`), a field holds `value` and was left
/// (`on`) or is still written in, a button is pressed. `language` is the page's (page_language). Answers that
/// "not sure" and "rather not say" exclude give way, both ways. Afterwards questions below that no longer
/// matter are folded away; none above is, so nothing moves over the place where the finger is. False, with
/// nothing changed, if no node of this id does anything. `au-frame` is no node: it says that the page is in a
/// frame that may not open a mail app, and where (`value`) it stands by itself. Nor is `au-over`: it says
/// that the deadline called so (`value`) is over.
bool act(const rules::RuleSet& rules, std::string_view id, std::string_view value, bool on,
         rules::Answers& answers, View& view, std::string_view language);

/// Fields of a page that is now in another language: its answers are again what is written in them. What
/// belongs to questions that `rules` don't have is dropped.
void read_again(const rules::RuleSet& rules, rules::Answers& answers, View& view, std::string_view language);

/// The language that numbers and dates are written in on a page: the interface's, with the posting's region
/// where both are of one language ("en-US").
[[nodiscard]] std::string page_language(i18n::Language interface, std::string_view posting_language);

}  // namespace aushang::form
