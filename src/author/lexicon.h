#pragma once
/// The words that tell what a posting says, in the languages postings are written in:
/// assets/author/words.json, built into the tool. The code knows topics ("deadline.strong"), the file knows
/// words.
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "author/tokens.h"

namespace aushang::author {

/// Tokens [begin, end) of a text that are a phrase of a topic; `phrase` is its number there.
struct Match {
  std::size_t begin = 0, end = 0, phrase = 0;
};

/// Phrases of one topic. In a phrase "wor*" is any word that begins so, "_" up to four words or six letters
/// of a script without spaces; punctuation is never skipped.
class Topic {
 public:
  void add(std::string_view phrase);
  /// The longest phrase that stands at `at`.
  [[nodiscard]] std::optional<Match> at(const Tokens& tokens, std::size_t at) const;
  /// The first from `from` on and before `to`.
  [[nodiscard]] std::optional<Match> first(const Tokens& tokens, std::size_t from = 0,
                                           std::size_t to = static_cast<std::size_t>(-1)) const;
  /// All of them from left to right, none overlapping another.
  [[nodiscard]] std::vector<Match> all(const Tokens& tokens) const;
  [[nodiscard]] bool in(const Tokens& tokens) const { return first(tokens).has_value(); }
  [[nodiscard]] std::size_t size() const { return phrases_.size(); }

 private:
  struct Piece {
    std::string text;
    bool is_prefix = false, is_gap = false;
  };
  [[nodiscard]] std::size_t length_at(const Tokens& tokens, std::size_t at, const std::vector<Piece>& phrase,
                                      std::size_t piece) const;

  std::vector<std::vector<Piece>> phrases_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  ///< those that begin with a whole word
  std::vector<std::size_t> by_prefix_;                                 ///< the others
};

class Lexicon {
 public:
  /// An empty topic where the file has none of that name; a unit test holds all names together.
  [[nodiscard]] const Topic& operator[](std::string_view name) const;
  /// A list as it stands in the file, such as the names of the months; empty where there is none.
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;
  /// A sentence of the drafts in a language, else in English.
  [[nodiscard]] std::string_view text(std::string_view name, std::string_view language) const;
  [[nodiscard]] const std::map<std::string, Topic, std::less<>>& topics() const { return topics_; }

 private:
  friend Lexicon read_lexicon(std::string_view json);
  std::map<std::string, Topic, std::less<>> topics_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> texts_;
};

/// {"topics": {name: {language: "phrase | phrase"}}, "lists": {name: ["…"]}, "texts": {name: {language:
/// "…"}}}
[[nodiscard]] Lexicon read_lexicon(std::string_view json);

/// The file that is built in.
extern const std::string_view k_words;

}  // namespace aushang::author
