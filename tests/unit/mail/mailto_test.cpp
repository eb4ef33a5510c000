#include "mail/mailto.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <string>

#include <random>

#include "base/percent.h"

namespace aushang::mail {
namespace {

TEST(Mailto, EncodesAsRfc6068Wants) {
  const Draft draft{{"a@b.example"}, {}, "[apply-phd-ot] Ann & Bob: 100%?", "Hello,\n\nline two\n"};
  EXPECT_EQ(to_mailto(draft),
            "mailto:a@b.example?subject=%5Bapply-phd-ot%5D%20Ann%20%26%20Bob%3A%20100%25%3F"
            "&body=Hello%2C%0D%0A%0D%0Aline%20two%0D%0A");
}

TEST(Mailto, SeveralRecipientsAndCopies) {
  const Draft draft{{"a@b.example", "c+d@e.example"}, {"x@y.example"}, "s", "b"};
  EXPECT_EQ(to_mailto(draft), "mailto:a@b.example,c%2Bd@e.example?cc=x@y.example&subject=s&body=b");
}

TEST(Mailto, NothingInADraftCanAddAField) {
  const Draft draft{{"a@b.example?bcc=x@y.example"}, {}, "s\r\nBcc: x@y.example&bcc=x", "b&bcc=x#f"};
  const std::string link = to_mailto(draft);
  EXPECT_EQ(link.find("bcc="), std::string::npos) << link;
  EXPECT_EQ(link.find('#'), std::string::npos);
  EXPECT_EQ(std::count(link.begin(), link.end(), '&'), 1);
  EXPECT_EQ(link.find("%0D%0ABcc"), std::string::npos) << "and no line break in the subject";
}

TEST(Mailto, BodyLinesBreakWithCrLfWhateverTheyWere) {
  const Draft draft{{"a@b.example"}, {}, "", "1\r\n2\r3\n4"};
  EXPECT_EQ(to_mailto(draft), "mailto:a@b.example?body=1%0D%0A2%0D%0A3%0D%0A4");
}

TEST(Mailto, TextBeyondAsciiIsUtf8) {
  EXPECT_EQ(to_mailto({{"a@b.example"}, {}, "ü\xFF", ""}), "mailto:a@b.example?subject=%C3%BC%EF%BF%BD");
}

TEST(Mailto, WithoutRecipientThereIsNoLink) { EXPECT_EQ(to_mailto({{}, {}, "s", "b"}), ""); }

TEST(Mailto, IsAlwaysMadeOfUnreservedCharactersAndItsOwnDelimiters) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    Draft draft{{"a@b.example"}, {}, "", ""};
    for (auto i = random() % 60; i > 0; --i) draft.subject += static_cast<char>(random() % 256);
    for (auto i = random() % 200; i > 0; --i) draft.body += static_cast<char>(random() % 256);
    const std::string link = to_mailto(draft);
    EXPECT_EQ(
        link.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%:@?=&"),
        std::string::npos);
    EXPECT_LE(std::count(link.begin(), link.end(), '&'), 1);
  }
}

TEST(Mailto, TextFormShowsHeadersThenBody) {
  EXPECT_EQ(to_text({{"a@b.example", "c@d.example"}, {"e@f.example"}, "s\nt", "b\r\nc"}),
            "To: a@b.example, c@d.example\nCc: e@f.example\nSubject: s t\n\nb\nc");
}

}  // namespace
}  // namespace aushang::mail
