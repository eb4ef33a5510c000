#pragma once
/// Where a line may end.
///
/// Browsers disagree here: Chromium and WebKit tailor the rules for ASCII and for Japanese, Firefox doesn't.
/// So that the tile and the page wrap alike everywhere, Aushang decides by itself (Unicode's default rules)
/// and writes its decision into the page (html/break_hints.h).
#include <cstdint>
#include <string_view>
#include <vector>

namespace aushang::layout {

/// Replaces `out` by the byte offsets (ascending, 0 < offset < text.size()) where a new line may begin; after
/// spaces that is the first byte behind all of them. `text` is the visible text of one block in valid UTF-8,
/// less than 4 GiB of it. Mandatory breaks come out as ordinary ones. Runs in one pass and allocates only
/// what `out` needs.
///
/// These are the opportunities of UAX #14, save that a line
/// - may begin after any spaces: "{ |return", "Bonjour |!" (UAX #14 keeps some together; engines disagree on
/// it,
///   and who wants no break writes a no-break space);
/// - may not begin within a run of one ASCII sign: "C++", "$$" (UAX #14 allows "C+|+");
/// - may not begin with a digit right after `.,:;`: "p.12", ".5" (as in UAX #14 from Unicode 16 on, LB25);
/// - may not begin after hyphens that begin a word: "-fach", "--verbose" (nearly LB20a of Unicode 16);
/// - may not begin inside a tag in brackets, "[apply-phd]", nor with a dash between spaces, "a word – and",
/// where what
///   is held together stays short enough (`longest_held`);
/// - may begin inside long stretches as `add_punctuation_breaks` says.
void find_breaks(std::string_view text, std::vector<std::uint32_t>& out);

/// The opportunities of UAX #14 (Unicode 15.0) alone, without tailoring except that of its conformance test,
/// which keeps numbers together by the regular expression of section 8.2, example 7. Same form as above.
void find_uax14_breaks(std::string_view text, std::vector<std::uint32_t>& out);

/// Our addition. What stands between two opportunities has to be held together by markup where an engine
/// might break it nonetheless, and markup that holds together can't be broken in an emergency either. So in a
/// stretch that is longer than `longest_held` allows (trailing spaces not counted) a line may also begin
/// after each run of `is_risky` punctuation, except before a closing mark (`.,;:'")`) and where such a run
/// opens the stretch: "compute_|transport_|plan", "someone.with.a.long.name@|institute". `breaks` are the
/// text's opportunities so far.
void add_punctuation_breaks(std::string_view text, std::vector<std::uint32_t>& breaks);

/// How many code points of a stretch are held together. More where people read it as one: an address, a tag
/// in brackets, a word with the dash behind it; with text twice as large that still fits a phone.
[[nodiscard]] constexpr std::uint32_t longest_held(std::string_view stretch) {
  return stretch.find_first_of("@[ ") == std::string_view::npos ? 12 : 16;
}

/// ASCII punctuation at which some engine breaks and another doesn't: all but `.,;:'"()`.
[[nodiscard]] constexpr bool is_risky(char c) {
  constexpr std::string_view harmless = ".,;:'\"()";
  const bool punctuation =
      (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7F);
  return punctuation && harmless.find(c) == std::string_view::npos;
}

}  // namespace aushang::layout
