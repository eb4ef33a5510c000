#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "author/wording.h"
#include "extracted.h"

namespace aushang::author {
namespace {

/// "must degree: a master's degree", one line each.
std::string criteria(std::string_view sentences) {
  std::string out;
  for (const FoundCriterion& one :
       extracted("# A place\n\n## Requirements\n\n" + std::string(sentences)).criteria)
    out += (out.empty() ? "" : "\n") + one.level + " " + one.kind + ": " + one.quote;
  return out;
}

TEST(Criteria, WhatIsPreferredIsWhatFollowsTheWord) {
  EXPECT_EQ(criteria("A master's degree, preferably with research experience."),
            "must degree: A master's degree\nshould experience: research experience");
  EXPECT_EQ(criteria("Preferably with teaching experience, a doctorate is required."),
            "must degree: a doctorate\nshould experience: teaching experience")
      << "up to the comma";
  EXPECT_EQ(criteria("Ideally, you have teaching experience, a doctorate and publications."),
            "should degree: a doctorate\nshould publications: publications\nshould experience: teaching "
            "experience");
  EXPECT_EQ(criteria("Ein Masterabschluss, idealerweise mit Berufserfahrung."),
            "must degree: Ein Masterabschluss\nshould experience: Berufserfahrung");
}

TEST(Criteria, APlusIsWhatStandsBeforeIt) {
  EXPECT_EQ(criteria("A doctorate is required, publications are a plus."),
            "must degree: A doctorate\nshould publications: publications");
  EXPECT_EQ(criteria("Publications and teaching experience are an advantage."),
            "should publications: Publications\nshould experience: teaching experience");
  EXPECT_EQ(criteria("Von Vorteil sind Englischkenntnisse."), "should language: Englischkenntnisse");
}

TEST(Criteria, AListOfNamesIsTakenToItsEnd) {
  EXPECT_EQ(criteria("Programming skills in Java, C++ and Python."),
            "must skills: Programming skills in Java, C++ and Python");
  EXPECT_EQ(criteria("Good knowledge of Java or Python."), "must skills: Good knowledge of Java or Python");
  EXPECT_EQ(criteria("Knowledge of Java and good English."),
            "must language: good English\nmust skills: Knowledge of Java");
}

TEST(Criteria, WhatIsAskedEndsWithNoWordThatLeadsOn) {
  const Extract found = extracted(
      "# A place\n\n## Requirements\n\nA PhD in any field is needed. A PhD in physics is "
      "welcome.");
  const auto degree = std::find_if(found.criteria.begin(), found.criteria.end(),
                                   [](const FoundCriterion& one) { return one.kind == "degree"; });
  ASSERT_NE(degree, found.criteria.end());
  EXPECT_EQ(degree->text, "A PhD");
  EXPECT_TRUE(degree->quote.starts_with("A PhD in")) << degree->quote << ": what it takes to stand once";
}

TEST(Criteria, AreAskedForAsTheirFirstWordWants) {
  struct Case {
    const char *language, *kind, *words, *label;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"en", "degree", "a master's degree", "Do you have a master's degree?"},
           {"en", "degree", "A degree in physics", "Do you have a degree in physics?"},
           {"en", "experience", "At least three years of teaching",
            "Do you have at least three years of teaching?"},
           {"en", "publications", "published in journals", "Have you published in journals?"},
           {"en", "skills", "Enrolled at the university", "Are you enrolled at the university?"},
           {"en", "language", "Fluent in English", "Are you fluent in English?"},
           {"en", "language", "English", "Do you speak English?"},
           {"en", "skills", "C++", "Do you know C++?"},
           {"en", "degree", "PhD in logic", "Do you hold this degree: PhD in logic?"},
           {"de", "degree", "einen Masterabschluss", "Haben Sie einen Masterabschluss?"},
           {"de", "degree", "Ein Masterabschluss", "Haben Sie diesen Abschluss: Ein Masterabschluss?"},
           {"de", "skills", "Sehr gute Kenntnisse in R", "Haben Sie sehr gute Kenntnisse in R?"},
           {"de", "skills", "guten Kenntnissen in R", "Trifft das auf Sie zu: guten Kenntnissen in R?"},
           {"de", "experience", "Erfahrung in der Lehre", "Haben Sie Erfahrung in der Lehre?"},
           {"de", "skills", "C++", "Haben Sie Kenntnisse in C++?"},
           {"de", "language", "Deutsch", "Sprechen Sie Deutsch?"},
           {"fr", "degree", "une thèse", "Avez-vous ce diplôme : une thèse ?"}})
    EXPECT_EQ(question_label(the_words(), one.language, one.kind, one.words), one.label);
}

}  // namespace
}  // namespace aushang::author
