#include <gtest/gtest.h>

#include <initializer_list>

#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Deadlines, AreReadInEightLanguages) {
  for (const char* text :
       {"Apply by March 31, 2027.", "The deadline is 31 March 2027.",
        "Applications close on 31st of March, 2027", "Deadline: 2027-03-31",
        "Bewerbungsschluss ist der 31. März 2027.", "Bewerbungen bis zum 31.03.2027 an uns.",
        "Fecha límite: 31 de marzo de 2027.", "Date limite de candidature : 31 mars 2027.",
        "Scadenza: 31 marzo 2027.", "申请截止日期：2027年3月31日。", "応募締切：2027年3月31日（必着）",
        "지원 마감: 2027년 3월 31일", "2027년 3월 31일까지 지원서를 제출해 주세요."})
    EXPECT_EQ(deadlines(text), "2027-03-31") << text;
}

TEST(Deadlines, AStartDateIsNone) {
  for (const char* text :
       {"The position starts on March 31, 2027.", "Start date: 31 March 2027.", "Beginn: 31.03.2027",
        "Interviews are held on March 31, 2027.", "Last updated: 31 March 2027", "採用日：2027年3月31日",
        "The contract runs until 31 March 2027."})
    EXPECT_EQ(deadlines(text), "") << text;
  EXPECT_EQ(deadlines("Apply by March 1, 2027; the position starts on October 1, 2027."), "2027-03-01");
}

TEST(Deadlines, AMissingYearIsInferredAndSaid) {
  EXPECT_EQ(deadlines("Apply before **June 24th**.", base::Date{2026, 11, 27}), "2027-06-24 year?");
  EXPECT_EQ(deadlines("---\ndate: 2022-05-01\n---\nApply before June 24th."), "2022-06-24 year?");
  EXPECT_EQ(deadlines("---\ndate: 2022-07-01\n---\nApply before June 24th."), "2023-06-24 year?");
  EXPECT_EQ(deadlines("Apply before June 24th."), "? year?");
  EXPECT_EQ(deadlines("Apply by the end of June 2027."), "2027-06-30 day?");
  EXPECT_EQ(deadlines("Apply by 03/04/2027."), "2027-04-03 order?");
}

TEST(Deadlines, UntilFilled) {
  for (const char* text :
       {"The position will be open until filled.", "Die Ausschreibung läuft bis zur Besetzung der Stelle.",
        "招满为止。", "채용 시까지 모집합니다.", "We review applications on a rolling basis.",
        "Jusqu'à ce que le poste soit pourvu."})
    EXPECT_EQ(deadlines(text), "until filled") << text;
}

TEST(Deadlines, StruckOutAndCommentedOnesAreGone) {
  EXPECT_EQ(deadlines("Deadline: ~~March 1, 2027~~ April 1, 2027"), "2027-04-01");
  EXPECT_EQ(deadlines("<!-- Deadline: March 1, 2027 -->\nApply any day."), "");
}

TEST(Deadlines, StandInFrontMatterTablesAndUnderHeadings) {
  EXPECT_EQ(deadlines("---\ndeadline: 2027-03-31\n---\nText."), "2027-03-31");
  EXPECT_EQ(deadlines("| Deadline | 31 March 2027 |\n| --- | --- |\n| Place | Berlin |"), "2027-03-31");
  EXPECT_EQ(deadlines("## Deadline\n\n31 March 2027"), "2027-03-31");
}

}  // namespace
}  // namespace aushang::author
