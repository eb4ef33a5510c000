#include "form/read_field.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "i18n/dates.h"

namespace aushang::form {
namespace {

using rules::Answer;
using rules::QuestionType;

rules::Question asking(QuestionType type) {
  rules::Question question;
  question.type = type;
  return question;
}
FieldReading number(std::string_view text) { return read_field(asking(QuestionType::number), text, "de"); }
FieldReading date(std::string_view text, std::string_view language = "de") {
  return read_field(asking(QuestionType::date), text, language);
}
FieldReading is(Answer answer) { return {.reading = Reading::understood, .answer = std::move(answer)}; }
FieldReading is(const char* day) { return is(Answer(std::string(day))); }

TEST(ReadField, ANumberMayHaveEitherDecimalSign) {
  const std::pair<const char*, double> cases[] = {{"1,5", 1.5},
                                                  {"1.5", 1.5},
                                                  {" 2 ", 2},
                                                  {"0,125", 0.125},
                                                  {"2,0", 2},
                                                  {",5", 0.5},
                                                  {"1,", 1},
                                                  {"-1,5", -1.5},
                                                  {"\u22121", -1},
                                                  {"+3", 3},
                                                  {"1.234,5", 1234.5},
                                                  {"1,234.5", 1234.5},
                                                  {"1 500", 1500},
                                                  {"1\u00A0500,25", 1500.25},
                                                  {"1'500.5", 1500.5},
                                                  {"1\u2019500", 1500},
                                                  {"1.500.000", 1500000},
                                                  {"1,2345", 1.2345},
                                                  {"1500", 1500},
                                                  {"007", 7},
                                                  {"0.500", 0.5},
                                                  {"1 500.125", 1500.125}};
  for (const auto& [text, value] : cases) EXPECT_EQ(number(text), is(Answer(value))) << text;
}

TEST(ReadField, WhatIsNoNumberIsNoAnswer) {
  for (const char* text :
       {"three", "1,5 years", "1.2.3", "1,2,3", "1..5", "--1", "1-2", "1e3", "0x10", "NaN", "Infinity",
        "12 34", "1,5,", "1.23.456", "½", "٣", "1/2", "1.000,000.5", "1,0 0"}) {
    const FieldReading read = number(text);
    EXPECT_EQ(read.reading, Reading::unreadable) << text;
    EXPECT_EQ(read.answer, Answer(rules::NoAnswer::not_answered)) << text;
  }
  EXPECT_EQ(number(std::string(400, '9')).reading, Reading::unreadable) << "no double holds it";
  EXPECT_EQ(number("").reading, Reading::empty);
  EXPECT_EQ(number(" \u00A0").reading, Reading::empty);
}

TEST(ReadField, WhatMayBeThousandsOrDecimalsIsNotGuessed) {
  for (const char* text : {"1.500", "1,500"}) {
    const FieldReading read = number(text);
    EXPECT_EQ(read.reading, Reading::unclear) << text;
    EXPECT_EQ(read.answer, Answer(rules::NoAnswer::not_answered)) << text;
    EXPECT_EQ(read.meanings, (std::vector<Answer>{1500.0, 1.5})) << text;
  }
  rules::Question grade = asking(QuestionType::number);
  grade.max = 5;
  EXPECT_EQ(read_field(grade, "1,333", "de"), is(Answer(1.333))) << "a grade is no thousand";
}

TEST(ReadField, BoundsAreTakenAndWhatMayStillGrowIsUnfinished) {
  rules::Question question = asking(QuestionType::number);
  question.min = 5;
  question.max = 40;
  const auto read = [&](std::string_view text) { return read_field(question, text, "en"); };
  EXPECT_EQ(read("5"), is(Answer(5.0)));
  EXPECT_EQ(read("40"), is(Answer(40.0)));
  EXPECT_EQ(read("1"), (FieldReading{.reading = Reading::too_low, .unfinished = true})) << "on the way to 12";
  EXPECT_EQ(read("1.5"), (FieldReading{.reading = Reading::too_low}));
  EXPECT_EQ(read("-6"), (FieldReading{.reading = Reading::too_low}));
  EXPECT_EQ(read("40,5"), (FieldReading{.reading = Reading::too_high}));
  EXPECT_TRUE(number("-").unfinished);
  EXPECT_TRUE(number("1 0").unfinished);
  EXPECT_FALSE(number("x").unfinished);
}

TEST(ReadField, DatesAreReadAsTheyAreWritten) {
  for (const char* text : {"31.12.2026", "2026-12-31", "12/31/2026", "31/12/2026", "31-12-2026",
                           "31. Dezember 2026", "31 December 2026", "December 31, 2026", "Dec 31st, 2026",
                           "31.Dez.2026", " 31. 12. 2026 ", "2026/12/31", "31 12 2026"}) {
    for (const char* language : {"de", "en", "en-US", "en-GB"})
      EXPECT_EQ(date(text, language), is("2026-12-31")) << text;
  }
  EXPECT_EQ(date("1.3.2027"), is("2027-03-01"));
  EXPECT_EQ(date("5/5/2027", "en"), is("2027-05-05")) << "either way";
}

TEST(ReadField, BetweenSlashesTheLanguageSaysWhichIsTheMonth) {
  EXPECT_EQ(date("5/6/2026", "de"), is("2026-06-05"));
  EXPECT_EQ(date("05/06/2026", "en-GB"), is("2026-06-05"));
  EXPECT_EQ(date("05/06/2026", "en-US"), is("2026-05-06"));
  const FieldReading unclear = date("05/06/2026", "en");
  EXPECT_EQ(unclear.reading, Reading::unclear);
  EXPECT_EQ(unclear.meanings, (std::vector<Answer>{std::string("2026-06-05"), std::string("2026-05-06")}));
  EXPECT_EQ(date("05.06.2026", "en-US"), is("2026-06-05")) << "points are for days first";
}

TEST(ReadField, WhatIsNoDateIsNoAnswer) {
  for (const char* text :
       {"31.02.2026", "29.2.2027", "2026-13-01", "0.1.2026", "13/13/2026", "soon", "31/12/26", "31.12.20266",
        "20261231", "31122026", "Oktober 2026", "12/2026", "31 Foo 2026", "2026-12-31T00:00",
        "31.12.2026 or later", "31.12.", "2026", "31.12.2026-", "1.1.0000"}) {
    const FieldReading read = date(text);
    EXPECT_EQ(read.reading, Reading::unreadable) << text;
    EXPECT_EQ(read.answer, Answer(rules::NoAnswer::not_answered)) << text;
  }
}

TEST(ReadField, BetweenPointsTwoDigitsAreEnoughForTheYearOnceItIsLeft) {
  for (const auto& [text, day] : {std::pair("1.10.27", "2027-10-01"), std::pair("31.12.68", "2068-12-31"),
                                  std::pair("31.12.69", "1969-12-31"), std::pair("01.02.00", "2000-02-01")}) {
    FieldReading read = date(text);
    EXPECT_TRUE(read.unfinished) << text << ": four digits may come";
    read.unfinished = false;
    EXPECT_EQ(read, is(day)) << text;
  }
  for (const char* text : {"31.02.27", "1.10.2", "1.10-27", "1 10 27", "27.10.1", "1.10.277"})
    EXPECT_EQ(date(text).reading, Reading::unreadable) << text;
}

TEST(ReadField, EveryBeginningOfADateIsUnfinished) {
  for (const std::string text :
       {"31.12.2026", "2026-12-31", "12/31/2026", "31. Dezember 2026", "Dec 31, 2026"}) {
    for (std::size_t length = 1; length < text.size(); ++length) {
      const FieldReading read = date(text.substr(0, length));
      EXPECT_TRUE(read.reading == Reading::understood || read.unfinished) << text.substr(0, length);
    }
  }
  EXPECT_FALSE(date("soon").unfinished);
  EXPECT_FALSE(date("31.02.2026").unfinished);
}

TEST(ReadField, WhatThePageWritesItReads) {
  for (int month = 1; month <= 12; ++month) {
    const base::Date day{2027, month, 9};
    for (const i18n::Language language : i18n::k_languages)
      EXPECT_EQ(date(i18n::format_date(language, day)), is(Answer(base::to_string(day))));
  }
  for (const double value : {0.0, 1.5, -2.25, 36.0, 1234.5}) {
    for (const i18n::Language language : i18n::k_languages)
      EXPECT_EQ(number(i18n::format_number(language, value)), is(Answer(value)));
  }
}

}  // namespace
}  // namespace aushang::form
