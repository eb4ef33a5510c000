#pragma once
/// UAX #14 (Unicode 15.0) as it is written: rule after rule at every place, looking back as far as a rule
/// says. Slow, and without the tables of states that layout/line_break.h runs on; the classes are the same.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "layout/line_break_class.h"

namespace aushang::slow {

using namespace layout::line_break_table;

/// A character with the marks that LB9 counts with it.
struct Item {
  int of;
  std::uint32_t offset;
  bool joiner;  ///< ends with ZWJ
};

inline std::vector<Item> to_items(std::string_view text) {
  layout::LineBreakClasses classes;
  std::vector<Item> items;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    int of = classes.of(decoded.code_point);
    const bool joiner = of == ZWJ;
    if (of == CM || of == ZWJ) {
      const int before = items.empty() ? -1 : items.back().of;
      const bool alone =
          before < 0 || before == BK || before == CR || before == LF || before == SP || before == ZW;
      if (alone) {
        of = AL;  // LB10
      } else {
        items.back().joiner = joiner;
        at += decoded.length;
        continue;
      }
    }
    items.push_back({of, static_cast<std::uint32_t>(at), joiner});
    at += decoded.length;
  }
  return items;
}

class Rules {
 public:
  explicit Rules(const std::vector<Item>& items) : items_(items) {}

  /// Whether a line may begin at item `i` > 0.
  [[nodiscard]] bool may_break(std::size_t i) const {
    const int l = at(i - 1), r = at(i);
    if (l == BK || l == LF || (l == CR && r != LF)) return true;  // LB4, LB5
    if (is(r, {BK, CR, LF, SP, ZW}) || l == CR) return false;     // LB5 to LB7
    std::size_t k = i;                                            // items_[k - 1]: before the spaces
    while (k > 0 && at(k - 1) == SP) --k;
    const int b = k > 0 ? at(k - 1) : -1;
    if (b == ZW) return true;                                       // LB8
    if (items_[i - 1].joiner) return false;                         // LB8a
    if (l == WJ || r == WJ || l == GL) return false;                // LB11, LB12
    if (r == GL && !is(l, {SP, BA, HY})) return false;              // LB12a
    if (is(r, {CL, CP, CPE, EX, IS, SY})) return false;             // LB13
    if (is(b, {OP, OPE})) return false;                             // LB14
    if (b == QU && is(r, {OP, OPE})) return false;                  // LB15
    if (is(b, {CL, CP, CPE}) && r == NS) return false;              // LB16
    if (b == B2 && r == B2) return false;                           // LB17
    if (l == SP) return true;                                       // LB18
    if (l == QU || r == QU) return false;                           // LB19
    if (l == CB || r == CB) return true;                            // LB20
    if (is(r, {BA, HY, NS}) || l == BB) return false;               // LB21
    if (i > 1 && at(i - 2) == HL && is(l, {HY, BA})) return false;  // LB21a
    if (l == SY && r == HL) return false;                           // LB21b
    if (r == IN) return false;                                      // LB22
    if (letter(l) && r == NU) return false;                         // LB23
    if (l == NU && letter(r)) return false;                         // LB23
    if (l == PR && is(r, {ID, EB, EM})) return false;               // LB23a
    if (is(l, {ID, EB, EM}) && r == PO) return false;               // LB23a
    if (is(l, {PR, PO}) && letter(r)) return false;                 // LB24
    if (letter(l) && is(r, {PR, PO})) return false;                 // LB24
    if (within_number(i)) return false;                             // LB25
    if (l == JL && is(r, {JL, JV, H2, H3})) return false;           // LB26
    if (is(l, {JV, H2}) && is(r, {JV, JT})) return false;           // LB26
    if (is(l, {JT, H3}) && r == JT) return false;                   // LB26
    if (is(l, {JL, JV, JT, H2, H3}) && r == PO) return false;       // LB27
    if (l == PR && is(r, {JL, JV, JT, H2, H3})) return false;       // LB27
    if ((letter(l) || l == IS) && letter(r)) return false;          // LB28, LB29
    if ((letter(l) || l == NU) && r == OP) return false;            // LB30
    if (l == CP && (letter(r) || r == NU)) return false;            // LB30
    if (l == RI && r == RI) return indicators_before(i) % 2 == 0;   // LB30a
    return !(l == EB && r == EM);                                   // LB30b, LB31
  }

 private:
  [[nodiscard]] int at(std::size_t i) const { return i < items_.size() ? items_[i].of : -1; }
  static bool is(int one, std::initializer_list<int> some) {
    for (const int other : some) {
      if (one == other) return true;
    }
    return false;
  }
  static bool letter(int one) { return one == AL || one == HL; }

  [[nodiscard]] std::size_t indicators_before(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && at(k - 1) == RI) --k;
    return i - k;
  }

  /// (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?
  [[nodiscard]] bool within_number(std::size_t i) const {
    const int l = at(i - 1), r = at(i);
    if (is(l, {PR, PO}) && (r == NU || (is(r, {OP, OPE, HY}) && at(i + 1) == NU))) return true;
    if (is(l, {OP, OPE, HY}) && r == NU) return true;
    if (!is(r, {NU, PR, PO})) return false;  // LB13 keeps the others
    std::size_t k = i;
    if (r != NU && is(l, {CL, CP})) --k;
    while (k > 0 && is(at(k - 1), {SY, IS})) --k;
    return k > 0 && at(k - 1) == NU;
  }

  const std::vector<Item>& items_;
};

inline std::vector<std::uint32_t> find_uax14_breaks(std::string_view text) {
  const std::vector<Item> items = to_items(text);
  const Rules rules(items);
  std::vector<std::uint32_t> out;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (rules.may_break(i)) out.push_back(items[i].offset);
  }
  return out;
}

}  // namespace aushang::slow
