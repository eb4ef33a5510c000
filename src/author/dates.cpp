// Dates as people write them, in words and numbers.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "author/finding.h"
#include "base/text.h"

namespace aushang::author {
namespace {

struct Number {
  int value = 0;
  std::size_t digits = 0;
  bool is_ordinal = false;
};

class DateReader {
 public:
  DateReader(const Tokens& tokens, const Lexicon& words)
      : tokens_(tokens),
        months_(words["date.month"]),
        fillers_(words["date.filler"]),
        end_of_(words["date.end_of"]),
        words_(words) {}

  std::vector<Dated> read() {
    std::vector<Dated> all;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::optional<Dated> found = at(i);
      if (found && is_date(*found)) {
        i = found->end;
        all.push_back(*found);
      } else {
        ++i;
      }
    }
    return all;
  }

 private:
  std::optional<Dated> at(std::size_t i) const {
    if (auto found = with_signs(i)) return found;
    if (auto found = numeric(i)) return found;
    if (auto found = day_first(i)) return found;
    if (auto found = month_first(i)) return found;
    return end_of_month(i);
  }

  static bool is_date(const Dated& date) {
    const bool year_fits = date.year == 0 || (date.year >= 1990 && date.year <= 2100);
    return year_fits && date.month >= 1 && date.month <= 12 && date.day >= 0 && date.day <= 31;
  }

  /// "15", "15th", "1er": the number and whether its ending says that it counts.
  std::optional<Number> number(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    const std::string& text = tokens_[i].text;
    Number out;
    std::size_t at = 0;
    for (; at < text.size() && base::is_ascii_digit(text[at]); ++at) {
      if (++out.digits > 4) return std::nullopt;
      out.value = out.value * 10 + (text[at] - '0');
    }
    if (at == 0) return std::nullopt;
    const std::string ending = text.substr(at);
    if (ending.empty()) return out;
    for (const std::string& one : words_.list("date.ordinal")) {
      if (ending == one) {
        out.is_ordinal = true;
        return out;
      }
    }
    return std::nullopt;
  }

  /// "th" set apart from its number, high above the line.
  bool is_ordinal(std::size_t i) const {
    const std::vector<std::string>& all = words_.list("date.ordinal");
    return std::find(all.begin(), all.end(), tokens_[i].text) != all.end();
  }

  /// 1…12, and where the month's name ends; 0 where there is none.
  int month(std::size_t i, std::size_t& end) const {
    const std::optional<Match> match = months_.at(tokens_, i);
    if (!match) return 0;
    end = match->end;
    // The lists of all languages name the months in the same order.
    return months_of_year(match->phrase);
  }

  static int months_of_year(std::size_t phrase) { return static_cast<int>(phrase % 12) + 1; }

  /// After a day and a month: ", 2026", "de 2026", "'26" isn't read.
  int year(std::size_t& at) const {
    std::size_t i = at;
    while (i < tokens_.size() &&
           (tokens_[i].text == "," || tokens_[i].text == "." || fillers_.at(tokens_, i)))
      ++i;
    const std::optional<Number> found = number(i);
    if (!found || found->digits != 4 || found->value < 1990 || found->value > 2100) return 0;
    at = i + 1;
    return found->value;
  }

  /// 2026年7月15日, 2026년 7월 15일
  std::optional<Dated> with_signs(std::size_t i) const {
    const std::optional<Number> first = number(i);
    if (!first || i + 1 >= tokens_.size()) return std::nullopt;
    Dated out{i, i, 0, 0, 0, false};
    std::size_t at = i;
    if (tokens_[at + 1].text == "年" || tokens_[at + 1].text == "년") {
      out.year = first->value;
      at += 2;
    }
    const std::optional<Number> month = number(at);
    if (!month || at + 1 >= tokens_.size() || (tokens_[at + 1].text != "月" && tokens_[at + 1].text != "월"))
      return std::nullopt;
    const std::optional<Number> day = number(at + 2);
    if (!day) {
      if (at + 2 < tokens_.size() &&
          (tokens_[at + 2].text == "底" || tokens_[at + 2].text == "末" || tokens_[at + 2].text == "말")) {
        out.month = month->value, out.end = at + 3;
        return out;
      }
      return std::nullopt;
    }
    if (at + 3 >= tokens_.size() ||
        (tokens_[at + 3].text != "日" && tokens_[at + 3].text != "号" && tokens_[at + 3].text != "일"))
      return std::nullopt;
    out.month = month->value, out.day = day->value, out.end = at + 4;
    return out;
  }

  /// 2026-07-15, 15.07.2026, 15.7., 15/07/2026
  std::optional<Dated> numeric(std::size_t i) const {
    const std::optional<Number> a = number(i), b = number(i + 1);
    if (!a || !b || a->is_ordinal || tokens_[i + 1].glue == 0) {
      return spaced(i);
    }
    const char glue = tokens_[i + 1].glue;
    const std::optional<Number> c = number(i + 2);
    const bool has_third = c && tokens_[i + 2].glue == glue;
    if (has_third && a->digits == 4) return Dated{i, i + 3, a->value, b->value, c->value, false};
    if (has_third && c->digits == 4 && (glue == '.' || glue == '/' || glue == '-')) {
      if (b->value > 12) return Dated{i, i + 3, c->value, a->value, b->value, false};
      const bool guessed = glue != '.' && a->value <= 12 && a->value != b->value;
      return Dated{i, i + 3, c->value, b->value, a->value, guessed};
    }
    const bool ends_with_dot =
        glue == '.' && !has_third && i + 2 < tokens_.size() && tokens_[i + 2].text == ".";
    if (ends_with_dot) {
      std::size_t end = i + 3;
      const int said = year(end);
      return Dated{i, said != 0 ? end : i + 3, said, b->value, a->value, false};
    }
    return std::nullopt;
  }

  /// "15. 07. 2026"
  std::optional<Dated> spaced(std::size_t i) const {
    const auto dot = [&](std::size_t at) { return at < tokens_.size() && tokens_[at].text == "."; };
    const std::optional<Number> a = number(i), b = number(i + 2), c = number(i + 4);
    if (!a || !b || !dot(i + 1)) return std::nullopt;
    if (c && dot(i + 3) && c->digits == 4) return Dated{i, i + 5, c->value, b->value, a->value, false};
    if (c && dot(i + 3) && a->digits == 4)
      return Dated{i, i + 5, a->value, b->value, c->value, false};  // 2026. 7. 15.
    if (c && tokens_[i + 4].glue == 0 && !dot(i + 3)) return std::nullopt;
    const std::optional<Number> glued = number(i + 3);
    if (glued && glued->digits == 4 && tokens_[i + 3].glue == '.')
      return Dated{i, i + 4, glued->value, b->value, a->value, false};
    return std::nullopt;
  }

  /// 15 July 2026, 15th of July, 15. Juli, 15 de julio de 2026, 1er février
  std::optional<Dated> day_first(std::size_t i) const {
    const std::optional<Number> day = number(i);
    if (!day || day->digits > 2) return std::nullopt;
    std::size_t at = i + 1;
    while (at < tokens_.size() && (tokens_[at].text == "." || is_ordinal(at) || fillers_.at(tokens_, at)))
      ++at;
    std::size_t end = at;
    const int found = month(at, end);
    if (found == 0) return std::nullopt;
    Dated out{i, end, 0, found, day->value, false};
    out.year = year(out.end);
    return out;
  }

  /// July 15, 2026; July 15th; Jul. 15
  std::optional<Dated> month_first(std::size_t i) const {
    std::size_t at = i;
    const int found = month(i, at);
    if (found == 0) return std::nullopt;
    while (at < tokens_.size() && (tokens_[at].text == "." || fillers_.at(tokens_, at))) ++at;
    const std::optional<Number> day = number(at);
    if (!day || day->digits > 2) return std::nullopt;
    Dated out{i, at + 1, 0, found, day->value, false};
    out.year = year(out.end);
    return out;
  }

  /// "the end of July 2026"
  std::optional<Dated> end_of_month(std::size_t i) const {
    const std::optional<Match> end = end_of_.at(tokens_, i);
    if (!end) return std::nullopt;
    std::size_t at = end->end;
    const int found = month(end->end, at);
    if (found == 0) return std::nullopt;
    Dated out{i, at, 0, found, 0, false};
    out.year = year(out.end);
    return out;
  }

  const Tokens& tokens_;
  const Topic& months_;
  const Topic& fillers_;
  const Topic& end_of_;
  const Lexicon& words_;
};

}  // namespace

std::vector<Dated> dates_in(const Tokens& tokens, const Lexicon& words) {
  return DateReader(tokens, words).read();
}

}  // namespace aushang::author
