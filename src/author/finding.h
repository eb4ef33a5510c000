#pragma once
/// What the parts of `extract` share. Private to the module.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/lexicon.h"
#include "author/outline.h"
#include "author/places.h"
#include "base/date.h"
#include "doc/document.h"
#include "ingest/ingest.h"

namespace aushang::author {

struct Source {
  const ingest::Page& page;
  const doc::Document& document;
  const Lexicon& words;
  const Outline& outline;
  const Places& places;
  std::optional<base::Date> today;

  [[nodiscard]] const Sentence& sentence(std::size_t index) const { return outline.sentences[index]; }
  [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(document.text).substr(begin, end - begin);
  }
  /// Whether the sentence, or what leads up to it, has a phrase of the topic.
  [[nodiscard]] bool says(std::size_t sentence, std::string_view topic) const;
  /// Whether one of its headings has.
  [[nodiscard]] bool is_under(std::size_t sentence, std::string_view topic) const;
};

/// A document by itself, whose places nobody asks for, and what is known of it: the positions.
struct PhraseSource {
  PhraseSource(const doc::Document& document, const Lexicon& lexicon,
               const std::vector<FoundPosition>& positions)
      : sentences(outline(document, lexicon)),
        places({}, {}, document),
        source{page, document, lexicon, sentences, places, std::nullopt} {
    known.positions = positions;
  }
  PhraseSource(const PhraseSource&) = delete;

  ingest::Page page;
  Outline sentences;
  Places places;
  Source source;
  Extract known;
};
/// The words of a sentence that a phrase has; nothing where it has none.
[[nodiscard]] std::optional<Match> words_in(const Sentence& sentence, doc::Range phrase);

enum class Purpose { apply, inquiry, neither };
/// What something in the sentence is for.
[[nodiscard]] Purpose purpose_of(const Source& source, std::size_t sentence);

/// The label of the position under whose heading the sentence stands; empty where it stands under none.
[[nodiscard]] std::string position_of(const Source& source, const Extract& out, const Sentence& sentence);

/// "apply_to" as the words "apply" and "to".
[[nodiscard]] Tokens words_of_key(std::string_view key);

void find_addresses(const Source& source, Extract& out);
void find_subjects(const Source& source, Extract& out);
/// Of the subjects; documents and criteria look which of them they belong to.
void find_positions(Extract& out);
void find_deadlines(const Source& source, Extract& out);
void find_materials(const Source& source, Extract& out);
void find_channel(const Source& source, Extract& out);
void find_criteria(const Source& source, Extract& out);

/// Addresses in a text, also such as are spelt out.
struct Spelled {
  std::string address;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  bool complete = true, is_hidden = false;
  bool sure = true;
};
[[nodiscard]] std::vector<Spelled> spelled_addresses(std::string_view text, const Lexicon& words);

/// A date in words or numbers. Without a year it is 0; a day of 0 is the month's last.
struct Dated {
  std::size_t begin = 0, end = 0;  ///< tokens
  int year = 0, month = 0, day = 0;
  bool order_is_guessed = false;
};
[[nodiscard]] std::vector<Dated> dates_in(const Tokens& tokens, const Lexicon& words);

/// Percent-decoded parameters of a "mailto:" link.
struct MailLink {
  std::vector<std::string> to, cc;
  std::string subject;
};
[[nodiscard]] std::optional<MailLink> mail_link(std::string_view target);

}  // namespace aushang::author
