#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

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
            "should experience: teaching experience\nmust degree: a doctorate")
      << "up to the comma";
  EXPECT_EQ(criteria("Ideally, you have teaching experience, a doctorate and publications."),
            "should experience: teaching experience\nshould degree: a doctorate\nshould publications: "
            "publications");
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
            "must skills: Knowledge of Java\nmust language: good English");
}

TEST(Criteria, WhatBracketsSayBelongsToWhatStandsBefore) {
  EXPECT_EQ(criteria("- A university degree (master's or equivalent)"),
            "must degree: A university degree (master's or equivalent)");
  EXPECT_EQ(criteria("- A degree (a PhD, a bachelor's degree will do)"),
            "must degree: A degree\nmust degree: a PhD\nmust degree: a bachelor's degree")
      << "a bracket that says more than that is read by itself";
}

TEST(Criteria, HowMuchOfItIsAskedForIsKept) {
  EXPECT_EQ(criteria("- At least two years of professional experience with research data"),
            "must experience: At least two years of professional experience with research data");
  EXPECT_EQ(criteria("- We ask for 3 years of work experience"),
            "must experience: 3 years of work experience");
  EXPECT_EQ(criteria("- Fluent English and German at level B2 or higher"),
            "must language: Fluent English\nmust language: German at level B2 or higher");
  EXPECT_EQ(criteria("- English (C1), German"), "must language: English (C1)\nmust language: German");
  EXPECT_EQ(criteria("- Deutsch auf Niveau B2 oder höher"),
            "must language: Deutsch auf Niveau B2 oder höher");
  EXPECT_EQ(criteria("- English, later also B2 in German"), "must language: English\nmust language: German")
      << "a level of something else";
  EXPECT_EQ(criteria("- Good command of written and spoken English"),
            "must language: Good command of written and spoken English");
}

TEST(Criteria, FieldsThatOrSeparatesMayHoldAnAnd) {
  const Extract found = extracted(
      "# A\n\n## Requirements\n\n- a degree in physics, in computer science or in library and information "
      "science\n");
  ASSERT_FALSE(found.criteria.empty());
  EXPECT_EQ(found.criteria.front().choices,
            (std::vector<std::string>{"physics", "computer science", "library and information science"}));
}

TEST(Criteria, ALineOverAListIsItsHeading) {
  const auto kinds = [](const char* title) {
    std::string out;
    for (const FoundCriterion& one :
         extracted("# A\n\nText.\n\n" + std::string(title) + "\n\n- a doctorate\n- good English\n").criteria)
      out += one.kind + " ";
    return out;
  };
  EXPECT_EQ(kinds("Your profile:"), "degree language ");
  EXPECT_EQ(kinds("Was Sie mitbringen:"), "degree language ");
  EXPECT_EQ(kinds("For the requirements see:"), "") << "links, perhaps";
  EXPECT_EQ(kinds("Profile of our group, with all that we have done so far:"), "");
  EXPECT_EQ(kinds("Send us your profile:"), "");
}

TEST(Criteria, WhatOneIsToHaveExperienceInIsTakenWhole) {
  EXPECT_EQ(criteria("- Hands-on experience in the expression and purification of membrane proteins."),
            "must experience: Hands-on experience in the expression and purification of membrane proteins");
  EXPECT_EQ(criteria("- Berufserfahrung in der Bewirtschaftung von Drittmitteln"),
            "must experience: Berufserfahrung in der Bewirtschaftung von Drittmitteln");
  EXPECT_EQ(criteria("We expect solid knowledge of fluid dynamics and that you have written programs."),
            "must skills: solid knowledge of fluid dynamics");
  EXPECT_EQ(criteria("- Experience with ROMS or Delft3D would be an advantage."),
            "should experience: Experience with ROMS or Delft3D");
  EXPECT_EQ(criteria("- Knowledge of methods and of English"),
            "must skills: Knowledge of methods\nmust language: English");
}

TEST(Criteria, AtLeastBelongsToWhatItCounts) {
  EXPECT_EQ(criteria("- You have at least one first-author publication."),
            "must publications: at least one first-author publication");
}

TEST(Criteria, OrEquivalentIsAnAlternative) {
  EXPECT_EQ(criteria("- a degree in physics or a natural science, or equivalent professional experience"),
            "must field: physics or a natural science\n"
            "must degree: a degree in physics or a natural science, or equivalent professional experience");
  EXPECT_EQ(criteria("- a doctorate and good English, or German"),
            "must degree: a doctorate\nmust language: good English, or German");
}

TEST(Criteria, WhatOrJoinsIsOneThingToAskFor) {
  EXPECT_EQ(criteria("- Python, R or Julia"), "must skills: Python, R or Julia");
  EXPECT_EQ(criteria("- Kenntnisse in C++ oder Python"), "must skills: Kenntnisse in C++ oder Python");
  EXPECT_EQ(criteria("- A Master's degree or a PhD"), "must degree: A Master's degree or a PhD");
  EXPECT_EQ(criteria("- German, French or English"), "must language: German, French or English");
  EXPECT_EQ(criteria("- Publications or research experience"),
            "must publications: Publications or research experience");
  EXPECT_EQ(criteria("- A PhD, German or English"), "must degree: A PhD\nmust language: German or English")
      << "a comma joins what is of one kind";
  EXPECT_EQ(criteria("- German and English"), "must language: German\nmust language: English");
  EXPECT_EQ(criteria("- Sehr gute Deutsch- und Englischkenntnisse"),
            "must language: Sehr gute Deutsch- und Englischkenntnisse")
      << "a word that is cut off stands for no thing of its own";
}

TEST(Criteria, WhatANameEndsInBelongsToIt) {
  EXPECT_EQ(criteria("- Experience in C++"), "must experience: Experience in C++");
  EXPECT_EQ(criteria("- Programming skills in C#, Java and Go"),
            "must skills: Programming skills in C#, Java and Go");
  EXPECT_EQ(criteria("- Knowledge of C++/Python"), "must skills: Knowledge of C++/Python");
}

/// "must: willingness to travel", one line each.
std::string unread(std::string_view page) {
  std::string out;
  for (const FoundCriterion& one : extracted(page).unread)
    out += (out.empty() ? "" : "\n") + one.level + ": " + one.quote;
  return out;
}

TEST(Criteria, AnItemThatNoWordTellsTheKindOfIsNamed) {
  EXPECT_EQ(unread("# A place\n\n## Requirements\n\n- A PhD\n- Willingness to travel\n- You enjoy teaching. "
                   "You like it.\n- It may be short. Good English.\n\n## Nice to have\n\n- A boat and "
                   "a car\n\n## Benefits\n\n- Free coffee\n"),
            "must: Willingness to travel\nmust: You enjoy teaching\nshould: A boat and a car")
      << "of what is asked for, what isn't read; once for each item";
  EXPECT_EQ(unread("# A place\n\n## Requirements\n\nWe work in Jena.\n"), "") << "no item";
  EXPECT_EQ(unread("# A place\n\n## Requirements\n\n- No German is required\n"), "") << "a note says it";
  EXPECT_EQ(unread("# A place\n\n## Requirements\n\nPlease submit these documents:\n\n- a CV\n- your "
                   "transcripts\n"),
            "")
      << "documents";
  EXPECT_EQ(unread("# A place\n\n## Requirements\n\n- Travels\n- Travels\n"), "") << "it stands there twice";
}

TEST(Criteria, OfALongItemTheFirstWordsAreNamed) {
  std::string item = "- Joy";
  for (int i = 0; i < 40; ++i) item += " of doing";
  const std::vector<FoundCriterion> found = extracted("# A place\n\n## Requirements\n\n" + item).unread;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LE(found[0].quote.size(), 140U);
  EXPECT_GT(found[0].quote.size(), 120U);
  EXPECT_TRUE(found[0].quote.ends_with("of") || found[0].quote.ends_with("doing")) << found[0].quote;
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
           {"de", "degree", "abgeschlossenes Hochschulstudium",
            "Haben Sie ein abgeschlossenes Hochschulstudium?"},
           {"de", "experience", "Mindestens ein Jahr Berufserfahrung",
            "Haben Sie mindestens ein Jahr Berufserfahrung?"},
           {"en", "skills", "you have written programs of your own",
            "Have you written programs of your own?"},
           {"en", "skills", "You have a driving licence", "Do you have a driving licence?"},
           {"en", "skills", "You are enrolled at a university", "Are you enrolled at a university?"},
           {"en", "skills", "you must be willing to travel", "Are you willing to travel?"},
           {"en", "skills", "You can work on site", "Can you work on site?"},
           {"en", "experience", "Hands-on experience", "Do you have hands-on experience?"},
           {"en", "language", "Fluent English", "Do you speak fluent English?"},
           {"en", "language", "German at level B2 or higher", "Do you speak German at level B2 or higher?"},
           {"de", "language", "Deutsch auf Niveau B2", "Sprechen Sie Deutsch auf Niveau B2?"},
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
