#include "author/nearest_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "author/tokens.h"
#include "base/text.h"

namespace aushang::author {
namespace {

constexpr std::size_t k_none = static_cast<std::size_t>(-1);
constexpr std::size_t k_most_words = 64;  // a longer quote is found by its first words as well

/// The words of the phrase, each with how often it has it and with its letters as its weight.
struct Wanted {
  explicit Wanted(const Tokens& tokens) {
    for (const Token& token : tokens) {
      if (!token.is_word) continue;
      const auto [found, is_new] = by_word.try_emplace(token.text, counts.size());
      if (is_new) counts.push_back(0), weights.push_back(token.text.size()), places.push_back(words);
      ++counts[found->second];
      total += token.text.size();
      ++words;
    }
    for (const auto& [word, index] : by_word) names.push_back(word);
  }

  /// The phrase's word that this one of the page is, or is a slip of; k_none for others.
  std::size_t index_of(std::string_view word) {
    const auto exact = by_word.find(word);
    if (exact != by_word.end()) return exact->second;
    const auto [known, is_new] = slips.try_emplace(word, k_none);
    constexpr std::size_t k_shortest = 4;  // any two short words are near
    if (is_new && word.size() >= k_shortest) {
      const std::string_view near = base::nearest(word, names);
      if (near.size() >= k_shortest) known->second = by_word.find(near)->second;
    }
    return known->second;
  }

  std::unordered_map<std::string_view, std::size_t> by_word, slips;
  std::vector<std::string_view> names;
  std::vector<std::size_t> counts, weights, places;  ///< `places`: where the phrase has it first
  std::size_t total = 0, words = 0;
};

struct Best {
  std::size_t weight = 0;
  doc::Range range;
};

/// Slides a window of as many words as the phrase has over one block.
void search_block(const Tokens& tokens, Wanted& wanted, Best& best) {
  std::vector<std::size_t> at;  // the block's words
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_word) at.push_back(i);
  }
  std::vector<std::size_t> held(wanted.counts.size(), 0), indices(at.size(), k_none);
  std::size_t weight = 0;
  for (std::size_t end = 0; end < at.size(); ++end) {
    const std::size_t in = indices[end] = wanted.index_of(tokens[at[end]].text);
    if (in != k_none && ++held[in] <= wanted.counts[in]) weight += wanted.weights[in];
    if (end >= wanted.words) {
      const std::size_t out = indices[end - wanted.words];
      if (out != k_none && held[out]-- <= wanted.counts[out]) weight -= wanted.weights[out];
    }
    if (weight <= best.weight) continue;
    // The first word they share stands as far from the beginning as it does in the phrase.
    std::size_t first = end + 1 > wanted.words ? end + 1 - wanted.words : 0;
    while (indices[first] == k_none) ++first;
    const std::size_t begin = first - std::min(first, wanted.places[indices[first]]);
    const std::size_t last = std::max(end, std::min(begin + wanted.words, at.size()) - 1);
    best = {weight, {tokens[at[begin]].begin, tokens[at[last]].end}};
  }
}

}  // namespace

std::optional<doc::Range> nearest_text(const doc::Document& document, std::string_view phrase) {
  Tokens sought = tokenize(phrase);
  if (sought.size() > k_most_words) sought.resize(k_most_words);
  Wanted wanted(sought);
  constexpr std::size_t k_most_text = 200'000;  // bytes: in a book a hint isn't worth the search
  if (wanted.total == 0 || document.text.size() > k_most_text) return std::nullopt;
  Best best;
  std::vector<Tokens> kept;  // `slips` has views of their words
  for (const doc::Block& block : document.blocks) {
    if (doc::is_container(block.kind) || block.text.empty()) continue;
    kept.push_back(tokenize(document.text, block.text.begin, block.text.end));
    search_block(kept.back(), wanted, best);
  }
  if (best.weight * 2 < wanted.total) return std::nullopt;
  return best.range;
}

}  // namespace aushang::author
