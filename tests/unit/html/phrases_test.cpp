#include "html/phrases.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "author/load.h"
#include "doc/parse.h"
#include "html/page.h"

namespace aushang::html {
namespace {

constexpr std::string_view k_start =
    R"({"version": 1, "apply": {"to": ["a@b.example"]}, "questions": [{"id": "q", "type": "yes_no", "label": "Q"}],
  "criteria": [{"id": "r", "level": "must", "label": "R", "logic": {"var": "degree"}}], )";

/// "id → target: phrase", a line for each.
std::string list(std::string_view markdown, std::string_view check, std::string_view language = "en") {
  const doc::Document document = *doc::parse(markdown);
  const base::Result<rules::RuleSet> rules =
      author::load_rules(std::string(k_start) + std::string(check), "check.json");
  if (!rules) {
    for (const base::Diagnostic& one : rules.errors()) ADD_FAILURE() << base::format(one);
    return {};
  }
  std::string out;
  for (const doc::Mark& mark : phrases(document, *rules, language)) {
    out += mark.id + " → " + mark.target + ": " + std::string(document.slice(mark.text)) + "\n";
  }
  return out;
}

TEST(Phrases, LeadToTheirPlaces) {
  EXPECT_EQ(list("No German needed. A master's degree. Send your CV, transcripts.\n", R"(
      "clauses": [{"id": "degree", "label": "D", "quote": "A master's degree", "evidence": ["transcripts", "cv"], "logic": {"var": "q"}}],
      "notes": [{"id": "german", "label": "G", "quote": "No German"}],
      "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "quote": "your CV"},
                    {"id": "transcripts", "kind": "transcripts", "stage": "later", "required": "yes", "label": "T"}]})"),
            "au-phrase-german → #au-note-german: No German\n"
            "au-phrase-cv → #au-material-cv: your CV\n"
            "au-phrase-degree → #au-clause-degree: A master's degree\n");
}

TEST(Phrases, AClauseWithoutEvidenceLeadsToApply) {
  EXPECT_EQ(list("degree\n", R"("materials": [],
      "clauses": [{"id": "degree", "label": "D", "quote": "degree", "logic": {"var": "q"}}]})"),
            "au-phrase-degree → #au-clause-degree: degree\n");
}

TEST(Phrases, WithPositionsTheFirstThatAsksForAMaterialHasIt) {
  EXPECT_EQ(list("degree, CV, list, plan\n", R"(
      "clauses": [{"id": "degree", "label": "D", "quote": "degree", "evidence": ["plan", "list"], "logic": {"var": "q"}}],
      "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "quote": "CV"},
                    {"id": "list", "kind": "publication_list", "stage": "now", "required": "yes", "label": "L", "quote": "list"},
                    {"id": "plan", "kind": "other", "stage": "now", "required": "yes", "label": "P", "quote": "plan"}],
      "positions": [{"id": "one", "label": "1", "materials": ["cv"]}, {"id": "two", "label": "2", "materials": ["cv", "list"]}]})"),
            "au-phrase-cv → #au-material-cv: CV\n"
            "au-phrase-list → #au-material-list: list\n"
            "au-phrase-plan → #au-material-plan: plan\n"
            "au-phrase-degree → #au-clause-degree: degree\n")
      << "what nobody is asked for isn't marked";
}

TEST(Phrases, EachLanguageHasItsOwn) {
  constexpr std::string_view check = R"("materials": [], "notes": [{"id": "n", "label": "N", "quote": "one"}],
      "clauses": [{"id": "degree", "label": "D", "quote": {"en": ["a degree", "a title"], "de": "ein Abschluss"}, "logic": {"var": "q"}}]})";
  EXPECT_EQ(list("a degree or a title, one\n", check),
            "au-phrase-n → #au-note-n: one\nau-phrase-degree → #au-clause-degree: a degree\n → "
            "#au-clause-degree: a title\n");
  EXPECT_EQ(list("ein Abschluss\n", check, "de"), "au-phrase-degree → #au-clause-degree: ein Abschluss\n");
}

TEST(Phrases, IdsStayUnique) {
  EXPECT_EQ(
      list("degree title\n", R"("materials": [], "notes": [{"id": "degree", "label": "N", "quote": "title"}],
      "clauses": [{"id": "degree", "label": "D", "quote": "degree", "logic": {"var": "q"}}]})"),
      "au-phrase-degree → #au-note-degree: title\nau-phrase-degree-2 → #au-clause-degree: degree\n");
}

TEST(Phrases, ThePageHasThemAsLinks) {
  const doc::Document document = *doc::parse("hold **a degree** now\n");
  const auto rules = author::load_rules(std::string(k_start) + R"("materials": [],
      "clauses": [{"id": "degree", "label": "D", "quote": "a degree now", "logic": {"var": "q"}}]})",
                                        "check.json");
  const auto page_of = [&](std::string_view quote) {
    rules::RuleSet some = *rules;
    some.clauses[0].quotes[0].phrases = {std::string(quote)};
    return write_page({.document = document,
                       .rules = some,
                       .title = "T",
                       .description = "",
                       .language = "en",
                       .alternates = {},
                       .to_files = ""});
  };
  EXPECT_NE(page_of("a degree")
                .find("<p>hold <a class=\"mark clause\" id=\"au-phrase-degree\" "
                      "href=\"#au-clause-degree\"><strong>a degree</strong></a> now</p>"),
            std::string::npos);
  EXPECT_EQ(page_of("elsewhere").find("mark"), std::string::npos);
}

}  // namespace
}  // namespace aushang::html
