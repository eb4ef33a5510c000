#pragma once
/// What people write into a field → an answer. Pure. What isn't understood, or may mean two things, is no
/// answer: nothing is guessed.
///
/// Numbers: digits with "," or "." before decimals, both taken in every language; thousands set apart by a
/// space, an apostrophe or the other of the two signs. "1.500" alone may mean two numbers.
///
/// Dates: "2026-12-31" (ISO 8601), "31.12.2026", a month's name with day and year in either order, and day
/// and month between slashes or hyphens where only one of the two can be the month, or the language says
/// which comes first (CLDR, short date formats: plain English doesn't). Years have four digits; in "1.10.27"
/// two are enough, once the field is left (69 to 99 are of the last century).
#include <string_view>
#include <vector>

#include "rules/answers.h"
#include "rules/rule_set.h"

namespace aushang::form {

enum class Reading {
  empty,
  understood,
  unreadable,
  unclear,   ///< may mean several things
  too_low,   ///< below `min` of the question
  too_high,  ///< above `max`
};

struct FieldReading {
  Reading reading = Reading::empty;
  bool unfinished = false;  ///< more may still be written: then it isn't wrong yet, nor understood
  rules::Answer answer = rules::NoAnswer::not_answered;  ///< where understood
  std::vector<rules::Answer> meanings = {};  ///< where unclear, in the order in which they are named

  friend bool operator==(const FieldReading&, const FieldReading&) = default;
};

/// `language` is the page's, BCP 47. Questions of type number, date and text have fields.
[[nodiscard]] FieldReading read_field(const rules::Question& question, std::string_view text,
                                      std::string_view language);

}  // namespace aushang::form
