#include "base/normal_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/normal_form_table.gen.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

using normal_form_table::k_composed;
using normal_form_table::k_marks;
using normal_form_table::Marks;
using normal_form_table::Parts;

constexpr char32_t k_first_that_combines = 0x300;

constexpr std::pair<char32_t, char32_t> key_of(const Parts& parts) { return {parts.second, parts.first}; }

constexpr auto k_by_parts = [] {
  auto sorted = k_composed;
  std::sort(sorted.begin(), sorted.end(),
            [](const Parts& a, const Parts& b) { return key_of(a) < key_of(b); });
  return sorted;
}();

/// The first with these parts, or that would stand behind them.
const Parts* find(char32_t first, char32_t second) {
  return std::lower_bound(
      k_by_parts.data(), k_by_parts.data() + k_by_parts.size(), std::pair(second, first),
      [](const Parts& one, const std::pair<char32_t, char32_t>& key) { return key_of(one) < key; });
}

/// Hangul's syllables are a lead, a vowel and perhaps a tail (The Unicode Standard, section 3.12).
constexpr char32_t k_syllables = 0xAC00, k_leads = 0x1100, k_vowels = 0x1161, k_tails = 0x11A7;
constexpr char32_t k_lead_count = 19, k_vowel_count = 21, k_tail_count = 28;
constexpr char32_t k_syllable_count = k_lead_count * k_vowel_count * k_tail_count;

constexpr bool among(char32_t c, char32_t first, char32_t count) { return c >= first && c - first < count; }

/// What the two become; 0 where they stay two.
char32_t together(char32_t first, char32_t second) {
  if (among(first, k_leads, k_lead_count) && among(second, k_vowels, k_vowel_count))
    return k_syllables + ((first - k_leads) * k_vowel_count + (second - k_vowels)) * k_tail_count;
  if (among(first, k_syllables, k_syllable_count) && (first - k_syllables) % k_tail_count == 0 &&
      among(second, k_tails + 1, k_tail_count - 1))
    return first + (second - k_tails);
  const Parts* found = find(first, second);
  return found != k_by_parts.data() + k_by_parts.size() && found->first == first && found->second == second
             ? found->whole
             : 0;
}

/// Where a mark stands among others; 0 for what is none, or isn't moved.
unsigned order_of(char32_t c) {
  const auto after = std::upper_bound(k_marks.begin(), k_marks.end(), c,
                                      [](char32_t wanted, const Marks& one) { return wanted < one.first; });
  return after != k_marks.begin() && c <= std::prev(after)->last ? std::prev(after)->order : 0;
}

bool may_join(char32_t c) {
  if (c < k_first_that_combines) return false;
  if (among(c, k_vowels, k_vowel_count) || among(c, k_tails + 1, k_tail_count - 1) || order_of(c) > 0)
    return true;
  const Parts* found = find(0, c);
  return found != k_by_parts.data() + k_by_parts.size() && found->second == c;
}

void append_parts(std::u32string& out, char32_t c) {
  if (among(c, k_syllables, k_syllable_count)) {
    const char32_t index = c - k_syllables;
    out += k_leads + index / k_tail_count / k_vowel_count;
    out += k_vowels + index / k_tail_count % k_vowel_count;
    if (index % k_tail_count > 0) out += k_tails + index % k_tail_count;
    return;
  }
  const auto found = std::lower_bound(k_composed.begin(), k_composed.end(), c,
                                      [](const Parts& one, char32_t wanted) { return one.whole < wanted; });
  if (found == k_composed.end() || found->whole != c) {
    out += c;
    return;
  }
  append_parts(out, found->first);
  out += found->second;
}

/// A letter and what joins it: in order, then composed (UAX #15, section 1.3).
void compose_run(std::u32string& run) {
  for (std::size_t begin = 0; begin < run.size();) {
    std::size_t end = begin + 1;
    while (end < run.size() && order_of(run[end]) > 0) ++end;
    const std::size_t marks = begin + (order_of(run[begin]) > 0 ? 0 : 1);
    std::stable_sort(run.begin() + static_cast<std::ptrdiff_t>(marks),
                     run.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char32_t a, char32_t b) { return order_of(a) < order_of(b); });
    begin = end;
  }
  std::size_t letter = 0, written = 1;
  bool has_letter = order_of(run[0]) == 0;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const unsigned order = order_of(run[i]);
    // Nothing between the two that would have to stay there.
    const bool is_next = written == letter + 1 || (order > 0 && order_of(run[written - 1]) < order);
    const char32_t whole = has_letter && is_next ? together(run[letter], run[i]) : 0;
    if (whole != 0) {
      run[letter] = whole;
      continue;
    }
    if (order == 0) letter = written, has_letter = true;
    run[written++] = run[i];
  }
  run.resize(written);
}

}  // namespace

std::string compose(std::string_view text) {
  constexpr unsigned char k_lowest_lead = 0xCC;  // of U+0300 and above
  std::string out;
  std::u32string run;
  std::size_t done = 0;
  for (std::size_t at = 0; (at = end_of_ascii(text, at)) < text.size();) {
    if (static_cast<unsigned char>(text[at]) < k_lowest_lead) {
      ++at;
      continue;
    }
    Decoded one = decode(text, at);
    if (!may_join(one.code_point)) {
      at += one.length;
      continue;
    }
    if (at > done) {  // what it joins
      do --at;
      while (at > done && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
    }
    out += text.substr(done, at - done);
    run.clear();
    do {
      one = decode(text, at);
      append_parts(run, one.code_point);
      at += one.length;
    } while (at < text.size() && may_join(decode(text, at).code_point));
    compose_run(run);
    for (const char32_t c : run) append(out, c);
    done = at;
  }
  return out += text.substr(done);
}

}  // namespace aushang::base
