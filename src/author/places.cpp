#include "author/places.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"

namespace aushang::author {
namespace {

struct Word {
  std::uint32_t begin, end;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded d = base::decode(text, at);
    const auto begin = static_cast<std::uint32_t>(at), end = static_cast<std::uint32_t>(at + d.length);
    at += d.length;
    if (!base::is_word_character(d.code_point)) continue;
    const bool goes_on = !words.empty() && words.back().end == begin && d.code_point < 0x2E80;
    if (goes_on) {
      words.back().end = end;
    } else {
      words.push_back({begin, end});
    }
  }
  return words;
}

std::size_t end_of_front_matter(std::string_view page) {
  std::size_t begin = page.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::string_view fence = page.substr(begin, 3);
  if (fence != "---" && fence != "+++") return 0;
  for (std::size_t line = page.find('\n', begin); line != std::string_view::npos;
       line = page.find('\n', line + 1)) {
    if (page.substr(line + 1, 3) == fence) {
      const std::size_t end = page.find('\n', line + 1);
      return end == std::string_view::npos ? page.size() : end + 1;
    }
  }
  return 0;
}

/// The page with what no reader sees as spaces, so that every byte keeps its place.
std::string without_hidden(std::string_view page, std::size_t front_matter_end) {
  std::string text(page);
  std::fill_n(text.begin(), front_matter_end, ' ');
  for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at)) {
    const std::size_t end = std::min(text.find("-->", at), text.size());
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
    at = end;
  }
  return text;
}

/// What stands once in both texts fixes the rest: three words in a row, the longest rising chain of them.
class Aligner {
 public:
  Aligner(std::string_view a, std::string_view b)
      : a_(a), b_(b), words_a_(words_of(a)), words_b_(words_of(b)) {}

  std::vector<std::pair<std::size_t, std::size_t>> run() {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t next_a = 0, next_b = 0;
    for (const auto& [at_a, at_b] : chain()) {
      if (at_a < next_a || at_b < next_b) continue;
      std::size_t from_a = at_a, from_b = at_b;
      while (from_a > next_a && from_b > next_b && same(from_a - 1, from_b - 1)) --from_a, --from_b;
      fill(out, next_a, from_a, next_b, from_b);
      for (; from_a < words_a_.size() && from_b < words_b_.size() && same(from_a, from_b); ++from_a, ++from_b)
        out.emplace_back(from_a, from_b);
      next_a = from_a, next_b = from_b;
    }
    fill(out, next_a, words_a_.size(), next_b, words_b_.size());
    return out;
  }

  [[nodiscard]] std::uint32_t begin_in_a(std::size_t word) const { return words_a_[word].begin; }
  [[nodiscard]] std::uint32_t begin_in_b(std::size_t word) const { return words_b_[word].begin; }

 private:
  std::string_view word_a(std::size_t i) const {
    return a_.substr(words_a_[i].begin, words_a_[i].end - words_a_[i].begin);
  }
  std::string_view word_b(std::size_t i) const {
    return b_.substr(words_b_[i].begin, words_b_[i].end - words_b_[i].begin);
  }
  bool same(std::size_t i, std::size_t j) const { return word_a(i) == word_b(j); }

  /// Between two anchors: each word at its next place, as long as that isn't far.
  void fill(std::vector<std::pair<std::size_t, std::size_t>>& out, std::size_t a, std::size_t a_end,
            std::size_t b, std::size_t b_end) const {
    constexpr std::size_t k_far = 60;
    for (; a < a_end && b < b_end; ++a) {
      for (std::size_t j = b; j < std::min(b + k_far, b_end); ++j) {
        if (!same(a, j)) continue;
        out.emplace_back(a, j);
        b = j + 1;
        break;
      }
    }
  }

  std::vector<std::pair<std::size_t, std::size_t>> chain() const {
    struct Seen {
      std::size_t a = 0, b = 0, count_a = 0, count_b = 0;
    };
    std::unordered_map<std::string, Seen> seen;
    const auto key = [](auto word, std::size_t i) {
      return std::string(word(i)) + '\n' + std::string(word(i + 1)) + '\n' + std::string(word(i + 2));
    };
    for (std::size_t i = 0; i + 2 < words_a_.size(); ++i) {
      Seen& one = seen[key([&](std::size_t k) { return word_a(k); }, i)];
      one.a = i, ++one.count_a;
    }
    for (std::size_t i = 0; i + 2 < words_b_.size(); ++i) {
      const auto found = seen.find(key([&](std::size_t k) { return word_b(k); }, i));
      if (found != seen.end()) found->second.b = i, ++found->second.count_b;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [text, one] : seen) {
      if (one.count_a == 1 && one.count_b == 1) pairs.emplace_back(one.a, one.b);
    }
    std::sort(pairs.begin(), pairs.end());
    return rising(pairs);
  }

  /// The longest chain whose second numbers rise (patience sorting).
  static std::vector<std::pair<std::size_t, std::size_t>> rising(
      const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    constexpr std::size_t k_end = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops, before(pairs.size(), k_end);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto pile =
          std::lower_bound(tops.begin(), tops.end(), pairs[i].second,
                           [&](std::size_t top, std::size_t value) { return pairs[top].second < value; });
      if (pile != tops.begin()) before[i] = *(pile - 1);
      if (pile == tops.end()) {
        tops.push_back(i);
      } else {
        *pile = i;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> chain;
    for (std::size_t i = tops.empty() ? k_end : tops.back(); i != k_end; i = before[i])
      chain.push_back(pairs[i]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  std::string_view a_, b_;
  std::vector<Word> words_a_, words_b_;
};

}  // namespace

Places::Places(std::string_view page, std::string_view markdown, const doc::Document& document)
    : page_(page), markdown_(markdown), document_(document), front_matter_end_(end_of_front_matter(page)) {
  const std::string visible = without_hidden(page, front_matter_end_);
  Aligner aligner(markdown, visible);
  for (const auto& [a, b] : aligner.run()) pairs_.push_back({aligner.begin_in_a(a), aligner.begin_in_b(b)});
}

base::Position Places::of_text(std::uint32_t offset) const {
  // The leaf inline in which the byte stands, or the last one before it.
  std::uint32_t source = 0, nearest = 0;
  for (const doc::Inline& span : document_.inlines) {
    if (doc::is_span(span.kind) || span.source.empty() || span.text.begin > offset ||
        span.text.begin < nearest)
      continue;
    nearest = span.text.begin;
    const std::uint32_t inside = offset < span.text.end ? offset - span.text.begin : span.text.size();
    const bool same_length = span.text.size() == span.source.size();
    source = span.source.begin + (same_length || inside < span.source.size() ? inside : 0);
  }
  const auto after =
      std::upper_bound(pairs_.begin(), pairs_.end(), source,
                       [](std::uint32_t place, const Pair& pair) { return place < pair.markdown; });
  std::size_t at =
      pairs_.empty() ? front_matter_end_ : (after == pairs_.begin() ? pairs_.front() : *(after - 1)).page;
  if (after != pairs_.begin()) {  // within the word, or just after it, on the same line
    // Canonical Markdown escapes what the page may have as it is.
    const std::string_view written = markdown_.substr((after - 1)->markdown, source - (after - 1)->markdown);
    const std::size_t inside =
        written.size() - static_cast<std::size_t>(std::count(written.begin(), written.end(), '\\'));
    const std::string_view way = page_.substr(at, inside);
    if (inside > 0 && way.size() == inside && way.find('\n') == std::string_view::npos &&
        (after == pairs_.end() || at + inside <= after->page))
      at += inside;
  }
  while (at > 0 && at < page_.size() && (static_cast<unsigned char>(page_[at]) & 0xC0u) == 0x80u) --at;
  return base::position_at(page_, at);
}

base::Position Places::in_front_matter(std::string_view text) const {
  const std::size_t at = page_.substr(0, front_matter_end_).find(text);
  return base::position_at(page_, text.empty() || at == std::string_view::npos ? 0 : at);
}

}  // namespace aushang::author
