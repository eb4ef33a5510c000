#pragma once
/// What a page says about applying, as a program can find it out: addresses, subjects, deadlines, materials,
/// the way to apply, positions, and what is asked of applicants. Guesses, each with its place and with
/// whether it is sure. General rules and word lists (assets/author/words.json); nothing is known about any
/// page.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/lexicon.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/json.h"
#include "doc/document.h"
#include "ingest/ingest.h"

namespace aushang::author {

enum class Role { apply, inquiry, cc, contact };

struct FoundAddress {
  std::string address;  ///< as far as the page says it
  Role role = Role::contact;
  bool complete = true;    ///< false for "jane@" and "first.last@example.org"
  bool is_hidden = false;  ///< spelt out: "jane at example dot org"
  std::string shown;       ///< the other address that the link to this one shows; empty where there is none
  bool sure = true;
  base::Position at;
};

/// How the subject has to hold the text.
enum class Mode { contains, exact, starts, template_, suffix };

struct FoundSubject {
  std::string text;
  Mode mode = Mode::exact;
  bool is_for_inquiry = false;
  std::string position;  ///< the label of the position it belongs to; may be empty
  bool sure = true;
  base::Position at;
};

struct FoundDeadline {
  std::optional<base::Date> date;
  bool until_filled = false;
  std::vector<std::string> inferred;  ///< what the page doesn't say itself: "year", "day", "order"
  std::string text;                   ///< the date as it stands there
  bool sure = true;
  base::Position at;
};

struct FoundMaterial {
  std::string kind;  ///< of shape::k_kind_names (author/shape.gen.h)
  bool is_later = false;
  std::string required = "yes";        ///< yes, if_any, optional
  std::string text;                    ///< as the page calls it
  std::vector<std::string> contains;   ///< kinds that are part of it
  std::vector<std::string> positions;  ///< the labels of those that ask for it; empty: all do
  bool sure = true;
  base::Position at;
};

enum class Channel { email, portal, both, other, none };

struct FoundPosition {
  std::string label;
  base::Position at;
};

/// What is asked of applicants, in the page's words.
struct FoundCriterion {
  std::string text;   ///< "a PhD"
  std::string quote;  ///< the same, with as many words beside it as it takes to stand once on the page
  std::string kind;   ///< degree, field, experience, industry, publications, language, skills
  /// must, should, or note: something that isn't asked ("no German needed")
  std::string level = "must";
  bool is_alternative = false;       ///< enough by itself: "candidates with … will also be considered"
  std::vector<std::string> choices;  ///< field: what is named
  std::string position;              ///< the label of the one it is asked for; empty: it is for all
  bool sure = true;
  base::Position at;
};

struct Extract {
  std::string title;
  std::string language;  ///< the page's own word, else found out
  bool language_is_sure = true;
  std::vector<FoundAddress> addresses;  ///< each once, in the order of the page
  std::vector<FoundSubject> subjects;
  std::vector<FoundDeadline> deadlines;
  std::vector<FoundMaterial> materials;  ///< each kind once
  Channel channel = Channel::none;
  bool channel_is_sure = true;
  bool refuses_mail = false;  ///< it says that mails aren't read
  base::Position refuses_mail_at;
  std::string portal;  ///< may be empty, also where there is one
  base::Position portal_at;
  bool is_closed = false;
  base::Position closed_at;
  bool inquiry_is_welcome = false;
  base::Position inquiry_at;
  std::vector<FoundPosition> positions;
  std::vector<FoundCriterion> criteria;
  /// Items of a list of what is asked for that no word tells the kind of, each as "skills".
  std::vector<FoundCriterion> unread;

  /// The first of the role that is complete; null where there is none.
  [[nodiscard]] const FoundAddress* address(Role role) const;
};

/// `page` is what `ingested` was made of (read_page), `document` is ingested.markdown parsed. `today` is only
/// used to find out the year of a deadline where nothing on the page tells.
[[nodiscard]] Extract extract(std::string_view page, const ingest::Page& ingested,
                              const doc::Document& document, const Lexicon& lexicon,
                              std::optional<base::Date> today);

/// The document that a phrase of the page names, as `extract` would find it there: its kind by the words,
/// stage and whether it is required by the sentence around them, and for which of the positions by the
/// heading above. "other" where no word tells.
[[nodiscard]] FoundMaterial material_at(const doc::Document& document, doc::Range phrase,
                                        const Lexicon& lexicon, const std::vector<FoundPosition>& positions);
/// What a phrase of the page asks for: its kind that of the words which come first in the order in which
/// `extract` takes them, "skills" where no word tells; level and position by the sentence and the heading.
[[nodiscard]] FoundCriterion criterion_at(const doc::Document& document, doc::Range phrase,
                                          const Lexicon& lexicon,
                                          const std::vector<FoundPosition>& positions);

struct GuessedLanguage {
  std::string tag;        ///< BCP 47
  bool is_clear = false;  ///< there are many such words, and no other language comes near
};
/// By script, else by the small words that each language has most of; "en" where they don't tell.
[[nodiscard]] GuessedLanguage guess_language(const doc::Document& document, const Lexicon& lexicon);

[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Mode mode);
[[nodiscard]] std::string_view name_of(Channel channel);
[[nodiscard]] base::Json to_json(const Extract& extract);

}  // namespace aushang::author
