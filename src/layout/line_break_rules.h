#pragma once
/// The rules of UAX #14 (Unicode 15.0) as a table that is computed when this is compiled: what stands left of
/// a place, as far as the rules look back, and the class at its right give whether a line may begin there.
/// The one rule that looks forward (LB25, before an opening bracket) is left to the caller.
#include <array>
#include <cstdint>

#include "layout/line_break_table.gen.h"

namespace aushang::layout::line_break_rules {

using namespace line_break_table;

/// What stands left: the class of the last character, combining marks not counted (LB9), or one of these.
enum State : std::uint8_t {
  start = k_classes,      // of the text
  opening_and_spaces,     // LB14
  quote_and_spaces,       // LB15
  closing_and_spaces,     // LB16
  dash_and_spaces,        // LB17
  number_then_slash,      // LB25: NU (NU | SY | IS)*, ending in SY
  number_then_separator,  // … ending in IS
  number_then_closing,    // … and then CL
  number_then_bracket,    // … and then CP
  hebrew_then_hyphen,     // LB21a
  hebrew_then_break_after,
  second_indicator,  // LB30a: an even number of regional indicators
  any_spaces,        // not of UAX #14: spaces after which a line may begin, whatever comes
  k_states,
};

/// A state taken apart.
struct Left {
  int last;  ///< class of the last character before the spaces; -1: start of text
  bool spaces = false;
  bool number = false;  ///< LB25's number up to here
  bool hebrew_hyphen = false;
};

constexpr Left take_apart(int state) {
  switch (state) {
    case start:
      return {-1};
    case SP:
    case any_spaces:
      return {SP, true};
    case opening_and_spaces:
      return {OP, true};
    case quote_and_spaces:
      return {QU, true};
    case closing_and_spaces:
      return {CL, true};
    case dash_and_spaces:
      return {B2, true};
    case NU:
      return {NU, false, true};
    case number_then_slash:
      return {SY, false, true};
    case number_then_separator:
      return {IS, false, true};
    case number_then_closing:
      return {CL, false, true};
    case number_then_bracket:
      return {CP, false, true};
    case hebrew_then_hyphen:
      return {HY, false, false, true};
    case hebrew_then_break_after:
      return {BA, false, false, true};
    case second_indicator:
      return {RI};
    default:
      return {state};
  }
}

/// Whether a class is among some.
template <typename... Classes>
constexpr bool any(int one, Classes... of) {
  return ((one == of) || ...);
}
constexpr bool is_letter(int c) { return any(c, AL, HL); }
constexpr bool is_pictograph(int c) { return any(c, ID, EB, EM); }
constexpr bool is_syllable(int c) { return any(c, JL, JV, JT, H2, H3); }

/// LB9: a mark that belongs to the character before it.
constexpr bool attaches(int state, int right) {
  return any(right, CM, ZWJ) && !take_apart(state).spaces && !any(state, start, BK, CR, LF, ZW);
}

/// Rules LB19 to LB30b, where no space stands between.
constexpr bool may_break_between(int state, const Left& l, int r) {
  if (l.last == QU || r == QU) return false;                                                   // LB19
  if (l.last == CB || r == CB) return true;                                                    // LB20
  if (any(r, BA, HY, NS) || l.last == BB || l.hebrew_hyphen) return false;                     // LB21, LB21a
  if (l.last == SY && r == HL) return false;                                                   // LB21b
  if (r == IN) return false;                                                                   // LB22
  if ((is_letter(l.last) && r == NU) || (l.last == NU && is_letter(r))) return false;          // LB23
  if ((l.last == PR && is_pictograph(r)) || (is_pictograph(l.last) && r == PO)) return false;  // LB23a
  if (any(l.last, PR, PO) && is_letter(r)) return false;                                       // LB24
  if (is_letter(l.last) && any(r, PR, PO)) return false;                                       // LB24
  if (any(l.last, PR, PO, HY) && r == NU) return false;                                        // LB25
  if (l.number && (any(r, PR, PO) || (r == NU && any(l.last, NU, SY, IS)))) return false;      // LB25
  if (l.last == JL && any(r, JL, JV, H2, H3)) return false;                                    // LB26
  if (any(l.last, JV, H2) && any(r, JV, JT)) return false;                                     // LB26
  if (any(l.last, JT, H3) && r == JT) return false;                                            // LB26
  if ((is_syllable(l.last) && r == PO) || (l.last == PR && is_syllable(r))) return false;      // LB27
  if (is_letter(l.last) && is_letter(r)) return false;                                         // LB28
  if (l.last == IS && is_letter(r)) return false;                                              // LB29
  if ((is_letter(l.last) || l.last == NU) && r == OP) return false;                            // LB30
  if (l.last == CP && (is_letter(r) || r == NU)) return false;                                 // LB30
  if (state == RI && r == RI) return false;                                                    // LB30a
  if (l.last == EB && r == EM) return false;                                                   // LB30b
  return true;                                                                                 // LB31
}

constexpr bool may_break(int state, int right) {
  const Left l = take_apart(state);
  if (l.last < 0) return false;                                        // LB2
  if (any(l.last, BK, CR, LF)) return !(l.last == CR && right == LF);  // LB4, LB5
  if (any(right, BK, CR, LF, SP, ZW)) return false;                    // LB6, LB7
  if (l.last == ZW) return true;                                       // LB8
  if (attaches(state, right)) return false;                            // LB9
  const int r = any(right, CM, ZWJ) ? AL : right;                      // LB10
  if (r == WJ || l.last == WJ) return false;                           // LB11
  if (l.last == GL) return false;                                      // LB12
  if (r == GL && !l.spaces && !any(l.last, BA, HY)) return false;      // LB12a
  if (state == any_spaces) return true;
  if (any(r, CL, CP, CPE, EX, IS, SY)) return false;      // LB13
  if (any(l.last, OP, OPE)) return false;                 // LB14
  if (l.last == QU && any(r, OP, OPE)) return false;      // LB15
  if (any(l.last, CL, CP, CPE) && r == NS) return false;  // LB16
  if (l.last == B2 && r == B2) return false;              // LB17
  return l.spaces || may_break_between(state, l, r);      // LB18
}

constexpr int after_space(int state, const Left& l) {
  if (state == ZW || l.spaces) return state;
  if (any(l.last, OP, OPE)) return opening_and_spaces;
  if (l.last == QU) return quote_and_spaces;
  if (any(l.last, CL, CP, CPE)) return closing_and_spaces;
  if (l.last == B2) return dash_and_spaces;
  return SP;
}

constexpr int next_state(int state, int right) {
  const Left l = take_apart(state);
  if (attaches(state, right)) return state;
  if (any(right, CM, ZWJ)) return AL;  // LB10
  if (right == SP) return after_space(state, l);
  if (l.number && any(l.last, NU, SY, IS)) {
    if (right == SY) return number_then_slash;
    if (right == IS) return number_then_separator;
    if (right == CL) return number_then_closing;
    if (right == CP) return number_then_bracket;
  }
  if (state == HL && right == HY) return hebrew_then_hyphen;
  if (state == HL && right == BA) return hebrew_then_break_after;
  if (state == RI && right == RI) return second_indicator;
  return right;
}

inline constexpr std::uint8_t k_break = 0x80;  ///< a line may begin here
inline constexpr std::uint8_t k_look_ahead =
    0x40;                                      ///< … unless a number follows right's opening bracket (LB25)
inline constexpr std::uint8_t k_state = 0x3F;  ///< the next state
static_assert(k_states <= k_state + 1);

using Steps = std::array<std::array<std::uint8_t, k_classes>, k_states>;

constexpr Steps make_steps() {
  Steps steps{};
  for (int state = 0; state < k_states; ++state) {
    for (int right = 0; right < k_classes; ++right) {
      int step = next_state(state, right);
      if (may_break(state, right)) step |= any(state, PR, PO) && any(right, OP, OPE) ? k_look_ahead : k_break;
      steps[static_cast<std::size_t>(state)][static_cast<std::size_t>(right)] =
          static_cast<std::uint8_t>(step);
    }
  }
  return steps;
}
inline constexpr Steps k_steps = make_steps();

}  // namespace aushang::layout::line_break_rules
