#include <string>
#include <string_view>

#include "forms.h"

namespace aushang::form {
namespace {

std::string said(const Built& built) { return built.outcome + " · " + built.left; }

TEST(Summary, OffersTheQuestionsUntilOneIsAnswered) {
  Applicant one = example();
  EXPECT_EQ(one.see().effort, "5 questions, about a minute");
  EXPECT_EQ(said(one.see()), "Self-check · 5 questions");
  one.language = i18n::Language::de;
  EXPECT_EQ(said(one.see()), "Selbstcheck · 5 Fragen");
  one.act("au-o-field-0");
  EXPECT_EQ(said(one.see()), "Passt bisher · Noch höchstens 4 Fragen");
  one.act("au-o-field-0", false);
  EXPECT_EQ(said(one.see()), "Selbstcheck · 5 Fragen") << "taken back";
  one.act("au-o-field-unsure");
  EXPECT_EQ(said(one.see()), "Ergebnis noch offen · Noch höchstens 4 Fragen") << "that is an answer, too";
}

TEST(Summary, SaysThatItIsClosedBeforeAnythingElse) {
  std::string text = example_text();
  text.insert(text.find("\"apply\": {") + std::string_view("\"apply\": {").size(), "\"closed\": true, ");
  Applicant one = example();
  one.rules = author::load_or_fail(text);
  EXPECT_EQ(one.see().outcome, "No longer open");
  EXPECT_EQ(one.see().effort, "5 questions, about a minute")
      << "one may still see whether it would have been";
}

TEST(Summary, WhereNothingIsAskedThereIsNone) {
  Applicant one{author::load_or_fail(
      R"({"version": 1, "apply": {"to": ["a@b.example"]}, "questions": [], "clauses": [], "criteria": []})")};
  EXPECT_EQ(one.see().effort, "");
  EXPECT_EQ(said(one.see()), " · ");
}

}  // namespace
}  // namespace aushang::form
