#include "layout/line_break.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"
#include "base/utf8.h"
#include "layout/line_break_class.h"
#include "layout/line_break_rules.h"

namespace aushang::layout {
namespace {

using line_break_rules::k_break;
using line_break_rules::k_look_ahead;
using line_break_rules::k_state;
using line_break_rules::k_steps;

/// A code point's class and length; `base::decode` does more than valid text needs.
struct Next {
  std::uint8_t of;
  std::size_t length;
};

Next next_class(LineBreakClasses& classes, std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {line_break_table::k_latin[byte], 1};
  const base::Decoded decoded = base::decode(text, at);
  return {classes.of(decoded.code_point), decoded.length};
}

/// LB25: (PR | PO) × OP NU, with the marks that belong to the bracket. `at` is behind the bracket.
bool number_follows(LineBreakClasses& classes, std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Next next = next_class(classes, text, at);
    if (next.of == line_break_table::NU) return true;
    if (next.of != line_break_table::CM && next.of != line_break_table::ZWJ) return false;
    at += next.length;
  }
  return false;
}

/// Hyphens from the beginning of a word up to `at`.
bool is_behind_first_hyphens(std::string_view text, std::size_t at) {
  const std::size_t before = text.find_last_not_of('-', at - 1);
  return before == std::string_view::npos || base::is_ascii_space(text[before]);
}

/// Opportunities of UAX #14 that `find_breaks` leaves out. `at` > 0.
bool is_unwanted(std::string_view text, std::size_t at) {
  const char before = text[at - 1], after = text[at];
  switch (before) {
    case '.':
    case ',':
    case ':':
    case ';':
      return base::is_ascii_digit(after);
    case '-':
      return base::is_ascii_alpha(after) && is_behind_first_hyphens(text, at);
    default:
      return before == after && before > ' ' && static_cast<unsigned char>(before) < 0x80;
  }
}

enum class Rules : std::uint8_t { uax14, ours };

template <Rules rules>
void find(std::string_view text, std::vector<std::uint32_t>& out) {
  out.clear();
  LineBreakClasses classes;
  std::uint8_t state = line_break_rules::start;
  std::size_t joined = 0;  // LB8a: no line begins here, right after a zero-width joiner
  for (std::size_t at = 0; at < text.size();) {
    if (state ==
        line_break_table::AL) {  // most of a text is ASCII letters behind letters (LB28): twice as fast
      while (at < text.size() && base::is_ascii_alpha(text[at])) ++at;
      if (at == text.size()) break;
    }
    const Next next = next_class(classes, text, at);
    const std::uint8_t step = k_steps[state][next.of];
    if ((step & (k_break | k_look_ahead)) != 0 && at != joined) {
      if ((step & k_break) != 0 || !number_follows(classes, text, at + next.length)) {
        if (rules == Rules::uax14 || !is_unwanted(text, at)) out.push_back(static_cast<std::uint32_t>(at));
      }
    }
    state = step & k_state;
    if (rules == Rules::ours && next.of == line_break_table::SP && state != line_break_table::ZW) {
      state = line_break_rules::any_spaces;
    }
    at += next.length;
    if (next.of == line_break_table::ZWJ) joined = at;
  }
}

bool closes(char c) { return std::string_view(".,;:'\")").find(c) != std::string_view::npos; }

bool is_short(std::string_view stretch) {
  if (stretch.size() <= longest_held({})) return true;
  const std::uint32_t most = longest_held(stretch);
  constexpr std::size_t k_longest_code_point = 4;
  return stretch.size() <= k_longest_code_point * most && base::count_code_points(stretch) <= most;
}

/// Where the bracket that opens at `at` closes, without a space or another one in between; else 0.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("[] \t\n", at + 1);
  return end != std::string_view::npos && text[end] == ']' ? end : 0;
}

bool begins_with_dash(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return (rest.starts_with("\u2013") || rest.starts_with("\u2014")) && (rest.size() == 3 || rest[3] == ' ');
}

/// Takes away the opportunities that would take apart what people read as one.
void hold_together(std::string_view text, std::vector<std::uint32_t>& breaks) {
  std::size_t kept = 0;
  std::size_t begin = 0;                           // of the stretch so far
  std::size_t open = text.find('['), tag_end = 0;  // of the next tag; of the one that began last
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const std::size_t at = breaks[i], end = i + 1 < breaks.size() ? breaks[i + 1] : text.size();
    for (; open < at; open = text.find('[', open + 1)) tag_end = end_of_tag(text, open);
    const bool is_dash = text[at - 1] == ' ' && begins_with_dash(text, at);
    if (at < tag_end || is_dash) {
      std::string_view joined = text.substr(begin, (at < tag_end ? tag_end + 1 : end) - begin);
      while (joined.ends_with(' ')) joined.remove_suffix(1);
      if (is_short(joined)) continue;
    }
    breaks[kept++] = static_cast<std::uint32_t>(at);
    begin = at;
  }
  breaks.resize(kept);
}

/// The opportunities inside text[begin, end), a stretch without any.
void break_stretch(std::string_view text, std::size_t begin, std::size_t end,
                   std::vector<std::uint32_t>& out) {
  while (end > begin && text[end - 1] == ' ') --end;
  if (is_short(text.substr(begin, end - begin))) return;
  std::size_t at = begin;
  while (at < end && is_risky(text[at])) ++at;
  while (at < end) {
    if (!is_risky(text[at++])) continue;
    while (at < end && (is_risky(text[at]) || closes(text[at]))) ++at;
    if (at < end) out.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace

void find_uax14_breaks(std::string_view text, std::vector<std::uint32_t>& out) {
  find<Rules::uax14>(text, out);
}

void add_punctuation_breaks(std::string_view text, std::vector<std::uint32_t>& breaks) {
  const std::size_t count = breaks.size();
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= count; ++i) {
    const std::size_t end = i < count ? breaks[i] : text.size();
    break_stretch(text, begin, end, breaks);
    begin = end;
  }
  if (breaks.size() == count) return;
  std::inplace_merge(breaks.begin(), breaks.begin() + static_cast<std::ptrdiff_t>(count), breaks.end());
}

void find_breaks(std::string_view text, std::vector<std::uint32_t>& out) {
  find<Rules::ours>(text, out);
  hold_together(text, out);
  add_punctuation_breaks(text, out);
}

}  // namespace aushang::layout
