#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Subjects, ATagInBracketsIsContained) {
  EXPECT_EQ(subjects("Write to ann@group.example, with the subject containing [apply-7]."),
            "[apply-7] | contains");
  EXPECT_EQ(subjects("Please put [apply-7] in the subject line of your application."),
            "[apply-7] | contains");
}

TEST(Subjects, QuotesOfAllShapesAreExact) {
  for (const char* text : {"“PhD 2027”", "\"PhD 2027\"", "‘PhD 2027’", "„PhD 2027“", "«PhD 2027»",
                           "``PhD 2027\"", "`PhD 2027`", "**PhD 2027**"})
    EXPECT_EQ(subjects("Send your CV with the subject " + std::string(text) + " to us."), "PhD 2027 | exact")
        << text;
  EXPECT_EQ(subjects("Bitte senden Sie Ihre Bewerbung mit dem Betreff „Stelle 7“."), "Stelle 7 | exact");
  EXPECT_EQ(subjects("Envíe su CV con el asunto \"Beca 7\"."), "Beca 7 | exact");
  EXPECT_EQ(subjects("请将简历发送至我们，邮件主题注明“博士申请7”。"), "博士申请7 | contains");
  EXPECT_EQ(subjects("件名を「応募7」として履歴書を送付してください。"), "応募7 | exact");
}

TEST(Subjects, WhereItStandsInTheSubjectIsSaid) {
  EXPECT_EQ(subjects("Send your CV with a subject starting with \"PhD-7\"."), "PhD-7 | starts");
  EXPECT_EQ(subjects("Send your CV with a subject ending with \"(7)\"."), "(7) | suffix");
}

TEST(Subjects, PlaceholdersMakeATemplateAndNoTag) {
  EXPECT_EQ(subjects("Send your CV with the subject \"[Your Name] PhD application\"."),
            "[Your Name] PhD application | template");
  EXPECT_EQ(subjects("[Apply](mailto:ann@group.example?subject=PhD%20Application:%20(Full%20Name%20here))"),
            "PhD Application: (Full Name here) | template");
  EXPECT_EQ(subjects("Use your name [Your Name] in the subject of the application."), "");
}

TEST(Subjects, APlusIsAPlus) {
  EXPECT_EQ(subjects("[Apply](mailto:ann@group.example?subject=PhD+7)"), "PhD+7 | exact");
  EXPECT_EQ(subjects("Send your CV with the subject \"C++ position\"."), "C++ position | exact");
}

TEST(Subjects, OneOfSeveralPositionsEach) {
  EXPECT_EQ(subjects("## Students\n\nApply with the subject \"Thesis\".\n\n## Postdocs\n\nApply with the "
                     "subject \"Postdoc\"."),
            "Thesis | exact | Students\nPostdoc | exact | Postdocs");
  EXPECT_EQ(extracted("## Students\n\nApply with the subject \"Thesis\".\n\n## Postdocs\n\nApply with the "
                      "subject \"Postdoc\".")
                .positions.size(),
            2u);
  EXPECT_EQ(subjects("Apply with the subject \"PhD\" or \"Postdoc\"."), "PhD | exact\nPostdoc | exact");
}

TEST(Subjects, QuestionsHaveTheirOwn) {
  EXPECT_EQ(subjects("Please direct all inquiries to ann@group.example with the subject containing [ask-7]."),
            "[ask-7] | contains | inquiry");
}

TEST(Subjects, ANumberToMentionIsContained) {
  EXPECT_EQ(subjects("When applying, please mention application number JOB00417."), "JOB00417 | contains");
}

TEST(Subjects, TheWordHasOtherMeanings) {
  for (const char* text : {"The offer is subject to \"approval\".", "The subject area is \"logic\".",
                           "<!-- subject \"Old\" --> Send your CV."})
    EXPECT_EQ(subjects(text), "") << text;
}

TEST(Subjects, ATagWithOneBracketIsNotSure) {
  const Extract found = extracted("Apply with the subject containing apply-phd].");
  ASSERT_EQ(found.subjects.size(), 1u);
  EXPECT_EQ(found.subjects[0].text, "apply-phd]");
  EXPECT_FALSE(found.subjects[0].sure);
}

TEST(Subjects, OneInABlockOfItsOwnThatAlsoNamesSomethingElse) {
  EXPECT_EQ(subjects("Use this for the email subject and the file's name:\n\nFormat: `[Thesis] your name`"),
            "[Thesis] | contains");
  EXPECT_EQ(subjects("Besides the email subject and your name, tell us:\n\nwhy you apply."), "");
}

TEST(Subjects, APositionIsNotCalledByWhatItsPartsAreCalled) {
  const Extract found = extracted(
      "## Doctoral students\n\n### Candidate profile\n\nOptics.\n\n### How to apply\n\nSend a CV with the "
      "subject "
      "\"PhD 7\".\n\n## Assistants\n\n### Requirements\n\nSend a CV with the subject \"Assistant 7\".\n",
      base::Date{2026, 11, 27});
  ASSERT_EQ(found.positions.size(), 2u);
  EXPECT_EQ(found.positions[0].label, "Doctoral students");
  EXPECT_EQ(found.positions[1].label, "Assistants");
}

TEST(Subjects, ADateOrAnAddressIsNone) {
  EXPECT_EQ(subjects("Bitte bewerben Sie sich unter Angabe der **Kennziffer 27/V** im Betreff bis zum "
                     "**31.07.2027** an a@b.example."),
            "Kennziffer 27/V | exact\n27/V | contains");
  EXPECT_EQ(subjects("Please write to **jobs@b.example** and put your name in the subject."), "");
  EXPECT_EQ(subjects("Please apply at **https://b.example/x** with your name in the subject."), "");
}

TEST(Positions, AreCalledWithoutWhoMayApply) {
  const Extract found = extracted(
      "# Jobs\n\n## Postdoc (optics) (m/f/d, 100 %)\n\nWrite to a@b.example, subject [post].\n\n"
      "## Assistants (two years)\n\nWrite to a@b.example, subject [shk].\n\n- your CV\n");
  ASSERT_EQ(found.positions.size(), 2u);
  EXPECT_EQ(found.positions[0].label, "Postdoc (optics)");
  EXPECT_EQ(found.positions[1].label, "Assistants (two years)");
  EXPECT_EQ(found.subjects[0].position, "Postdoc (optics)");
}

}  // namespace
}  // namespace aushang::author
