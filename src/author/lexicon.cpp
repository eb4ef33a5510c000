#include "author/lexicon.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::author {
namespace {

constexpr std::size_t k_no_match = static_cast<std::size_t>(-1);
constexpr std::size_t k_gap_words = 4, k_gap_letters = 6;

bool is_letter_token(const Token& token) {
  return token.is_word && is_without_spaces(base::decode(token.text, 0).code_point);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    if (const std::string_view part = base::trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

void Topic::add(std::string_view phrase) {
  std::vector<Piece> pieces;
  for (const std::string_view part : split(phrase, ' ')) {
    if (part == "_") {
      pieces.push_back({{}, false, true});
      continue;
    }
    const bool is_prefix = part.size() > 1 && part.ends_with('*');
    for (Token& token : tokenize(is_prefix ? part.substr(0, part.size() - 1) : part))
      pieces.push_back({std::move(token.text), false, false});
    if (is_prefix && !pieces.empty()) pieces.back().is_prefix = true;
  }
  if (pieces.empty()) return;
  const std::size_t index = phrases_.size();
  if (pieces.front().is_prefix || pieces.front().is_gap) {
    by_prefix_.push_back(index);
  } else {
    by_word_[pieces.front().text].push_back(index);
  }
  phrases_.push_back(std::move(pieces));
}

/// How many tokens the phrase takes from its piece on; k_no_match where it doesn't stand there.
std::size_t Topic::length_at(const Tokens& tokens, std::size_t at, const std::vector<Piece>& phrase,
                             std::size_t piece) const {
  std::size_t length = 0;
  for (; piece < phrase.size(); ++piece, ++length) {
    if (phrase[piece].is_gap) {
      const std::size_t from = at + length;
      for (std::size_t skipped = 0, letters = 0, words = 0;; ++skipped) {
        if (const std::size_t rest = length_at(tokens, from + skipped, phrase, piece + 1); rest != k_no_match)
          return length + skipped + rest;
        if (from + skipped >= tokens.size() || !tokens[from + skipped].is_word) return k_no_match;
        (is_letter_token(tokens[from + skipped]) ? letters : words) += 1;
        if (letters > k_gap_letters || words > k_gap_words) return k_no_match;
      }
    }
    if (at + length >= tokens.size()) return k_no_match;
    const std::string& text = tokens[at + length].text;
    const Piece& wanted = phrase[piece];
    if (wanted.is_prefix ? !text.starts_with(wanted.text) : text != wanted.text) return k_no_match;
  }
  return length;
}

std::optional<Match> Topic::at(const Tokens& tokens, std::size_t at) const {
  std::optional<Match> longest;
  if (at >= tokens.size()) return longest;
  const auto try_phrase = [&](std::size_t index) {
    const std::size_t length = length_at(tokens, at, phrases_[index], 0);
    if (length == k_no_match || length == 0) return;
    if (!longest || length > longest->end - longest->begin) longest = Match{at, at + length, index};
  };
  if (const auto found = by_word_.find(tokens[at].text); found != by_word_.end()) {
    for (const std::size_t index : found->second) try_phrase(index);
  }
  for (const std::size_t index : by_prefix_) try_phrase(index);
  return longest;
}

std::optional<Match> Topic::first(const Tokens& tokens, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < std::min(to, tokens.size()); ++i) {
    if (std::optional<Match> match = at(tokens, i)) return match;
  }
  return std::nullopt;
}

std::vector<Match> Topic::all(const Tokens& tokens) const {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < tokens.size();) {
    if (const std::optional<Match> match = at(tokens, i)) {
      matches.push_back(*match);
      i = match->end;
    } else {
      ++i;
    }
  }
  return matches;
}

const Topic& Lexicon::operator[](std::string_view name) const {
  static const Topic k_empty;
  const auto found = topics_.find(name);
  return found != topics_.end() ? found->second : k_empty;
}

const std::vector<std::string>& Lexicon::list(std::string_view name) const {
  static const std::vector<std::string> k_empty;
  const auto found = lists_.find(name);
  return found != lists_.end() ? found->second : k_empty;
}

std::string_view Lexicon::text(std::string_view name, std::string_view language) const {
  const auto found = texts_.find(name);
  if (found == texts_.end()) return {};
  auto version = found->second.find(base::to_ascii_lower(base::primary_subtag(language)));
  if (version == found->second.end()) version = found->second.find("en");
  return version != found->second.end() ? std::string_view(version->second) : std::string_view();
}

Lexicon read_lexicon(std::string_view json) {
  Lexicon lexicon;
  const base::Result<base::Json> file = base::parse_json(json, "words.json");
  if (!file) return lexicon;
  const auto members = [&](std::string_view name) {
    const base::Json* section = file->find(name);
    return section != nullptr && section->object() != nullptr ? *section->object() : base::JsonObject();
  };
  for (const base::JsonMember& topic : members("topics")) {
    Topic& made = lexicon.topics_[topic.key];
    if (topic.value.object() == nullptr) continue;
    for (const base::JsonMember& language : *topic.value.object()) {
      if (const std::string* phrases = language.value.string()) {
        for (const std::string_view phrase : split(*phrases, '|')) made.add(phrase);
      }
    }
  }
  for (const base::JsonMember& list : members("lists")) {
    if (list.value.array() == nullptr) continue;
    for (const base::Json& entry : *list.value.array()) {
      if (entry.string() != nullptr) lexicon.lists_[list.key].push_back(*entry.string());
    }
  }
  for (const base::JsonMember& text : members("texts")) {
    if (text.value.object() == nullptr) continue;
    for (const base::JsonMember& version : *text.value.object()) {
      if (version.value.string() != nullptr) lexicon.texts_[text.key][version.key] = *version.value.string();
    }
  }
  return lexicon;
}

}  // namespace aushang::author
