#pragma once
/// A document as sentences, each with what stands around it: its heading, and what leads up to it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "author/lexicon.h"
#include "author/tokens.h"
#include "doc/document.h"

namespace aushang::author {

inline constexpr std::size_t k_nothing = static_cast<std::size_t>(-1);

struct Sentence {
  doc::Range text;                  ///< into Document::text
  Tokens tokens;                    ///< places are into Document::text, too; struck-out words are left out
  std::size_t block;                ///< the leaf it stands in
  std::size_t heading = k_nothing;  ///< the sentence that is its heading
  /// What it goes on from: for an item the sentence before the list, for a text that goes on after a list in
  /// small letters that list's, for a cell the first one of its row.
  std::size_t lead = k_nothing;
  bool is_heading = false, is_item = false;
};

struct Outline {
  std::vector<Sentence> sentences;

  /// The sentence's heading, and that one's, outwards.
  [[nodiscard]] std::vector<std::size_t> headings_of(std::size_t sentence) const;
  /// The sentence in which this byte of the visible text stands; the last one before it, else the first.
  [[nodiscard]] std::size_t at(std::uint32_t offset) const;
};

/// Also a paragraph, or a paragraph's first line, that is all strong and short counts as a heading.
[[nodiscard]] Outline outline(const doc::Document& document, const Lexicon& lexicon);

}  // namespace aushang::author
