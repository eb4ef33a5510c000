#include <gtest/gtest.h>

#include <string>

#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Addresses, ALinkSaysHereAndTheAddressIsBehindIt) {
  EXPECT_EQ(addresses("Please send your CV to the address [here](mailto:ann@group.example)."),
            "ann@group.example apply");
}

TEST(Addresses, ALinkThatShowsAnotherAddressIsSaid) {
  EXPECT_EQ(addresses("Send your CV to [ann@group.example](mailto:bob@group.example)."),
            "bob@group.example apply shown as ann@group.example");
  EXPECT_EQ(
      addresses("Send your CV to [ann<i class=\"fa fa-at\"></i>group.example](mailto:ann@group.example)."),
      "ann@group.example apply")
      << "the icon is the letter";
  EXPECT_FALSE(extracted("Send your CV to [ann@group.example](mailto:bob@group.example).").addresses[0].sure);
}

TEST(Addresses, SpeltOutOnesAreFound) {
  for (const char* text :
       {"ann at group dot example", "ann [at] group [dot] example", "ann(at)group.example",
        "ann {at} group {dot} example", "ann AT group DOT example", "ann [ät] group [punkt] example",
        "ann&#64;group&#46;example", "ann @ group.example", "ann <i class=\"fa fa-at\"></i> group.example",
        "ann(a)group.example", "ann atmark(アットマーク) group.example", "ann＠group.example"}) {
    const Extract found = extracted("Send your CV to " + std::string(text) + ".");
    ASSERT_EQ(found.addresses.size(), 1u) << text;
    EXPECT_EQ(found.addresses[0].address, "ann@group.example") << text;
    EXPECT_TRUE(found.addresses[0].complete) << text;
  }
}

TEST(Addresses, PlainWordsAreNone) {
  for (const char* text :
       {"Apply for a place at group.example today.", "Send it to us at example.org or call.",
        "State-of-the-art work, e.g. a @mention.", "Apply with the subject containing [a-1].",
        "See https://social.example/@ann for how to apply.",
        "Clone git@code.example:ann/tool.git to apply."}) {
    EXPECT_EQ(addresses(text), "") << text;
  }
}

TEST(Addresses, IncompleteOnesAreSaid) {
  EXPECT_EQ(addresses("Send your application to ann.bee@ (our domain)."), "ann.bee@ apply incomplete");
  EXPECT_EQ(addresses("Apply: firstname.lastname@group.example"),
            "firstname.lastname@group.example apply incomplete");
  EXPECT_EQ(addresses("Send your CV to ann [at] cs"), "ann@cs apply incomplete hidden");
}

TEST(Addresses, RolesComeFromTheWordsAround) {
  EXPECT_EQ(
      addresses("Send your application to ann@group.example with a copy to bob@group.example.\n\nFor "
                "questions, write to cid@group.example.\n\nOffice: dan@group.example"),
      "ann@group.example apply\nbob@group.example cc\ncid@group.example inquiry\ndan@group.example contact");
  EXPECT_EQ(
      addresses("Richten Sie Ihre Bewerbung an ann@group.example. Rückfragen beantwortet bob@group.example."),
      "ann@group.example apply\nbob@group.example inquiry");
  EXPECT_EQ(addresses("For questions about the application process, contact ann@group.example."),
            "ann@group.example inquiry");
  EXPECT_EQ(addresses("[Apply](mailto:ann@group.example?cc=bob@group.example)"),
            "ann@group.example apply\nbob@group.example cc");
}

TEST(Addresses, AnApplicationGoesOnAfterItsList) {
  EXPECT_EQ(addresses("Please send the following:\n\n- CV\n- transcripts,\n\nto ann@group.example."),
            "ann@group.example apply");
}

TEST(Addresses, TheOneWhoIsNamedForContactTakesApplications) {
  EXPECT_EQ(addresses("Send us your CV.\n\nContact: ann@group.example"), "ann@group.example apply");
  EXPECT_EQ(addresses("Our office: ann@group.example"), "ann@group.example contact");
}

TEST(Addresses, FullWidthSignsBesideAnAddressAreNotPartOfIt) {
  EXPECT_EQ(addresses("请将简历发送至：ann@group.example。"), "ann@group.example apply");
  EXPECT_EQ(addresses("応募は（ann@group.example）まで履歴書を送付してください。"),
            "ann@group.example apply");
}

TEST(Addresses, CommentsScriptsAndStruckOutWordsHoldNone) {
  EXPECT_EQ(addresses("<!-- Apply to old@group.example -->\n\nApply to new@group.example.\n\n~~Apply to "
                      "gone@group.example.~~\n\n"
                      "<script>document.write('trap' + '@' + 'group.example')</script>"),
            "new@group.example apply");
}

TEST(Addresses, FrontMatterMayHaveTheOnlyOne) {
  EXPECT_EQ(addresses("---\napply_to: ann@group.example\n---\nText."), "ann@group.example apply");
}

}  // namespace
}  // namespace aushang::author
