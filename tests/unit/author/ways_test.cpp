// How to apply, whether one still can, the language, and what is asked of applicants.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extracted.h"

namespace aushang::author {
namespace {

std::string channel(std::string_view page) { return std::string(name_of(extracted(page).channel)); }

TEST(Ways, MailOrPortal) {
  EXPECT_EQ(channel("Send your CV to ann@group.example."), "email");
  EXPECT_EQ(channel("Please apply via our [application portal](https://jobs.example/7)."), "portal");
  EXPECT_EQ(extracted("Please apply via our [application portal](https://jobs.example/7).").portal,
            "https://jobs.example/7");
  EXPECT_EQ(channel("Send your CV to ann@group.example or use the [online form](https://jobs.example/7)."),
            "both");
  EXPECT_EQ(channel("We like tea."), "none");
}

TEST(Ways, WhereMailIsRefusedThePortalCounts) {
  const Extract found = extracted(
      "Fill in the [form](https://jobs.example/7). Applications sent by e-mail will not be "
      "processed.\n\nSend your package to ann@group.example.");
  EXPECT_EQ(found.channel, Channel::portal);
  EXPECT_TRUE(found.refuses_mail);
  EXPECT_EQ(channel("Bewerbungen per E-Mail werden nicht berücksichtigt. Nutzen Sie das "
                    "[Bewerbungsportal](https://jobs.example/7)."),
            "portal");
}

TEST(Ways, ClosedIsSaid) {
  for (const char* text : {"# Update: position filled\n\nText.", "The position has been filled.",
                           "We are not currently accepting applications.", "Die Stelle ist besetzt.",
                           "募集は終了しました。", "---\nstatus: closed\n---\nText."})
    EXPECT_TRUE(extracted(text).is_closed) << text;
  for (const char* text : {"Open until the position is filled.", "Applications close on 1 March 2027.",
                           "Once the position is filled we take this page down."})
    EXPECT_FALSE(extracted(text).is_closed) << text;
}

TEST(Ways, TheLanguageIsTheFrontMattersOrThatOfTheWords) {
  EXPECT_EQ(extracted("---\nlang: it\n---\nText.").language, "it");
  EXPECT_EQ(extracted("Wir suchen eine Person für die Stelle und freuen uns.").language, "de");
  EXPECT_EQ(extracted("We are looking for you to work with the group.").language, "en");
  EXPECT_EQ(extracted("我们招收博士研究生。").language, "zh");
  EXPECT_EQ(extracted("博士課程の学生を募集しています。").language, "ja");
  EXPECT_EQ(extracted("대학원생을 모집합니다.").language, "ko");
}

TEST(Ways, CriteriaQuoteWhatStandsOnce) {
  const Extract found = extracted(
      "# Profile\n\nThe ideal candidate has a background in statistics or logic, with a master's degree and "
      "some research experience.\n\n"
      "Working here does not require German.");
  std::string out;
  for (const FoundCriterion& one : found.criteria)
    out += one.kind + " (" + one.level + "): " + one.quote + "\n";
  EXPECT_EQ(out,
            "field (must): statistics or logic\ndegree (must): a master's degree\nexperience (must): some "
            "research experience\nlanguage (note): does not require German\n");
  ASSERT_EQ(found.criteria[0].choices, (std::vector<std::string>{"statistics", "logic"}));
}

TEST(Ways, APortalAndAMailToSendAreBoth) {
  EXPECT_EQ(extracted("Apply in the [application portal](https://group.example/apply) and send me an email "
                      "with your application number.")
                .channel,
            Channel::both);
  EXPECT_EQ(
      extracted(
          "Apply in the [application portal](https://group.example/apply). For questions, send us an email.")
          .channel,
      Channel::portal);
}

}  // namespace
}  // namespace aushang::author
