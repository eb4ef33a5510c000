#include "html/page.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load.h"
#include "doc/parse.h"

namespace aushang::html {
namespace {

class Page : public testing::Test {
 protected:
  void load(std::string_view markdown, std::string_view check) {
    document = *doc::parse(markdown);
    base::Result<author::Loaded> loaded = author::load(check, "check.json", {{"en", &document}});
    if (!loaded) {
      for (const base::Diagnostic& one : loaded.errors()) ADD_FAILURE() << base::format(one);
      return;
    }
    rules = std::move(loaded->rules);
  }
  [[nodiscard]] PageInput input(std::string language = "en") const {
    return {.document = document,
            .rules = rules,
            .title = "",
            .description = "",
            .language = std::move(language),
            .alternates = {},
            .to_files = ""};
  }
  doc::Document document;
  rules::RuleSet rules;
};

constexpr std::string_view k_small =
    R"({"version": 1, "apply": {"to": ["jobs@group.example"], "subject": {"contains": "[x-1]"}, "inquiry": true,
  "reply": "We answer where it fits."}, "questions": [], "clauses": [], "criteria": [],
  "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"},
                {"id": "letter", "kind": "cover_letter", "stage": "later", "required": "yes", "label": "Letter", "contains": ["research_statement"]}]})";

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

TEST_F(Page, HasItsLandmarksInOrder) {
  load("# Job\n\nText\n", k_small);
  const std::string page = write_page(input());
  std::size_t at = 0;
  for (const char* part :
       {"<a class=\"skip\" href=\"#au-apply\">", "<main aria-label=\"Job\">", "<h1 id=\"au-title\">Job</h1>",
        "<section id=\"au-facts\"", "<p>Text</p>", "<section id=\"au-apply\"", "aria-label=\"To send now\"",
        "aria-label=\"Later, if you are selected\"", "id=\"au-mail\"", "id=\"au-reply\"", "id=\"au-ask\"",
        "</main>", "<footer>"}) {
    const std::size_t found = page.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
}

TEST_F(Page, SaysWhatPassedLaterAndWhatIsClosedAtOnce) {
  constexpr std::string_view dated =
      R"({"version": 1, "apply": {"to": ["a@b.example"], "deadline": {"date": "2027-03-31", "zone": "Europe/Berlin"}}})";
  load("# Job\n", dated);
  EXPECT_FALSE(has(write_page(input()), "data-deadline")) << "nobody would show it";
  PageInput with_app = input();
  with_app.script = Script::app;
  EXPECT_TRUE(has(write_page(with_app),
                  "<strong data-deadline=\"2027-03-31  Europe/Berlin\" hidden>(passed)</strong>"));
  load("# Job\n",
       R"({"version": 1, "apply": {"to": ["a@b.example"], "deadline": "until_filled", "closed": true}})");
  const std::string page = write_page(input());
  EXPECT_TRUE(has(page, "<dd>No longer open</dd>"));
  EXPECT_FALSE(has(page, "Open until filled"));
  EXPECT_TRUE(has(page, "id=\"au-closed\"")) << "without the app, too";
  EXPECT_TRUE(has(page, "id=\"au-mail\""));
}

TEST_F(Page, TheHeadSaysWhoWhereAndUntilWhenAsFarAsItIsKnown) {
  const auto lead_of = [&](const std::string& facts, const std::string& apply) {
    load("# Job\n",
         R"({"version": 1, "facts": {)" + facts + R"(}, "apply": {"to": ["a@b.example"])" + apply + "}}");
    PageInput with_app = input();
    with_app.script = Script::app;
    const std::string page = write_page(with_app);
    const std::size_t begin = page.find("<p class=\"lead");
    return begin == std::string::npos ? std::string() : page.substr(begin, page.find('\n', begin) - begin);
  };
  const std::string group = R"("organization": {"name": "A & B"})", place = R"("place": {"city": "Berlin"})";
  const std::string filled = R"(, "deadline": "until_filled")",
                    dated = R"(, "deadline": {"date": "2027-03-31"})";
  EXPECT_EQ(
      lead_of(group + ", " + place, filled),
      "<p class=\"lead\"><span class=\"employer\">A &amp; B, </span>Berlin\u00A0· open until filled</p>");
  EXPECT_EQ(lead_of(R"("organization": {"name": "WIAS Berlin"
}, )" + place,
                    filled),
            "<p class=\"lead\"><span class=\"employer\">WIAS Berlin\u00A0\u2013 </span>open until filled</p>")
      << "not twice";
  EXPECT_EQ(lead_of(R"("organization": {"name": "Berliner Institut"}, )" + place, ""),
            "<p class=\"lead\"><span class=\"employer\">Berliner Institut, </span>Berlin</p>");
  EXPECT_EQ(lead_of(group, filled),
            "<p class=\"lead\"><span class=\"employer\">A &amp; B\u00A0\u2013 </span>open until filled</p>");
  EXPECT_EQ(lead_of(group, ""), "<p class=\"lead employer\">A &amp; B</p>");
  EXPECT_EQ(lead_of(R"("place": {"country": "DE"})", ""), "<p class=\"lead\">Germany</p>");
  EXPECT_EQ(lead_of("", ""), "");
  EXPECT_EQ(
      lead_of(place, dated),
      "<p class=\"lead\">Berlin\u00A0· apply by <time datetime=\"2027-03-31\">31 March 2027</time> <strong "
      "data-deadline=\"2027-03-31  \" hidden>(passed)</strong></p>");
  EXPECT_EQ(lead_of(place, dated + R"(, "closed": true)"),
            "<p class=\"lead\">Berlin\u00A0· no longer open</p>");
  EXPECT_EQ(
      lead_of(
          place,
          dated +
              R"(}, "positions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "deadline": "until_filled"}], "$comment": {)"),
      "<p class=\"lead\">Berlin</p>")
      << "each has its own";
}

/// A rule set in which all of `count` questions matter.
std::string asks(std::size_t count) {
  std::string questions, clauses;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = "q" + std::to_string(i), comma = i > 0 ? ", " : "";
    questions += comma + R"({"id": ")" + id + R"(", "type": "yes_no", "label": "L"})";
    clauses += comma + R"({"var": ")" + id + R"("})";
  }
  return R"({"version": 1, "apply": {"to": ["a@b.example"], "deadline": {"date": "2027-03-31"}}, "questions": [)" +
         questions + R"(], "criteria": [)" +
         (count > 0 ? R"({"id": "c", "level": "must", "label": "C", "logic": {"and": [)" + clauses + "]}}"
                    : "") +
         "]}";
}

TEST_F(Page, TheStartCardSaysHowManyQuestionsAndHowLongTheyTake) {
  const auto page_of = [&](std::size_t count, const char* language) {
    load("# Job\n", asks(count));
    PageInput with_app = input(language);
    with_app.script = Script::app;
    return write_page(with_app);
  };
  EXPECT_TRUE(has(page_of(5, "en"),
                  "<a id=\"au-start\" class=\"start\" href=\"#au-check\"><strong>Does this fit you?</strong> "
                  "<span>5 questions, about a minute. Nothing leaves your device.</span></a>\n</section>"));
  EXPECT_TRUE(has(page_of(1, "en"), "<span>1 question, about a minute."));
  EXPECT_TRUE(has(page_of(6, "en"), "<span>6 questions, about a minute."));
  EXPECT_TRUE(has(page_of(7, "en"), "<span>7 questions, about 2 minutes."));
  EXPECT_TRUE(has(page_of(1, "de"), "<span>1 Frage, etwa eine Minute."));
  EXPECT_TRUE(has(page_of(7, "de"), "<span>7 Fragen, etwa 2 Minuten."));
  EXPECT_FALSE(has(page_of(0, "en"), "au-start"));
  load("# Job\n", asks(5));
  EXPECT_FALSE(has(write_page(input()), "au-start")) << "nobody would ask";
}

TEST_F(Page, TheDockSaysWhatIsNextAndWhereNothingIsAskedUntilWhen) {
  const auto dock_of = [&](const std::string& check) {
    load("# Job\n", check);
    PageInput with_app = input();
    with_app.script = Script::app;
    const std::string page = write_page(with_app);
    const std::size_t begin = page.find("<a class=\"next\""), end = page.find("</a>", begin);
    return page.substr(begin, end - begin);
  };
  EXPECT_EQ(dock_of(asks(5)),
            "<a class=\"next\" href=\"#au-check\"><strong>Self-check</strong> <span>5 questions</span>");
  EXPECT_EQ(dock_of(asks(0)),
            "<a class=\"next\" href=\"#au-facts\"><strong>Deadline</strong> <span><time "
            "datetime=\"2027-03-31\">31 March 2027</time></span>");
  EXPECT_EQ(dock_of(R"({"version": 1, "apply": {"to": ["a@b.example"], "deadline": "until_filled"}})"),
            "<a class=\"next\" href=\"#au-facts\"><strong>Open until filled</strong> <span></span>");
  EXPECT_EQ(dock_of(std::string(k_small)),
            "<a class=\"next\" href=\"#au-facts\"><strong>At a glance</strong> <span></span>");
  load("# Job\n", asks(5));
  EXPECT_FALSE(has(write_page(input()), "au-dock"));
}

TEST_F(Page, AnAddressInTheTextGetsTheDraftOfThePositionItBelongsTo) {
  load(
      "# Job\n\n[here](mailto:all@b.example) [or](mailto:hiwi@b.example) [not](mailto:x@b.example)\n",
      R"({"version": 1, "apply": {"to": ["all@b.example"]}, "positions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"},
           {"id": "hiwi", "label": "HiWi", "to": ["hiwi@b.example"], "deadline": {"date": "2027-03-31"}}]})");
  const std::string page = write_page(input());
  EXPECT_TRUE(has(page, "<a href=\"mailto:all@b.example\" class=\"apply\">")) << "waits for the choice";
  EXPECT_TRUE(has(page, "<a href=\"mailto:hiwi@b.example?subject=Application%3A%20HiWi&amp;"));
  EXPECT_TRUE(has(page, "<a href=\"mailto:x@b.example\">"));
  EXPECT_TRUE(has(page, "<dd>HiWi: <time datetime=\"2027-03-31\">31 March 2027</time></dd>"));
}

TEST(Index, SaysUntilWhenAndWhatIsClosed) {
  const rules::DeadlineAt at = {{2027, 3, 31}, "17:00", "Europe/Berlin"};
  const std::vector<IndexEntry> entries = {
      {.title = "A", .href = "a/", .language = "en", .detail = "", .deadline = at},
      {.title = "B", .href = "b/", .language = "en", .detail = "", .deadline = at, .closed = true},
      {.title = "C", .href = "c/", .language = "en", .detail = "", .deadline = rules::UntilFilled()}};
  const std::string page = write_index(
      {.entries = entries, .language = i18n::Language::en, .to_files = "v/1/", .script = Script::app});
  EXPECT_TRUE(
      has(page,
          "A</a> <span class=\"remark\">Deadline: <time datetime=\"2027-03-31\">31 March 2027</time>, 17:00 "
          "(Europe/Berlin) <strong data-deadline=\"2027-03-31 17:00 Europe/Berlin\" hidden>("
          "passed)</strong></span></li>"));
  EXPECT_TRUE(has(page, "B</a> <span class=\"remark\">No longer open</span></li>"));
  EXPECT_TRUE(has(page, "C</a> <span class=\"remark\">Open until filled</span></li>"));
  EXPECT_LT(page.find("href=\"c/\""), page.find("href=\"b/\"")) << "what is closed comes last";
  EXPECT_TRUE(has(page, "src=\"v/1/app/app.js\""));
  EXPECT_FALSE(has(page, "posting.json")) << "there is no posting to load";
  const std::string plain =
      write_index({.entries = entries, .language = i18n::Language::en, .to_files = "v/1/"});
  EXPECT_FALSE(has(plain, "<script") || has(plain, "data-deadline"));
  EXPECT_TRUE(has(plain, "31 March 2027"));
}

TEST_F(Page, StartsTheAppOnlyWhenAsked) {
  load("# Job\n", k_small);
  PageInput with_app = input();
  with_app.to_files = "../";
  EXPECT_FALSE(has(write_page(with_app), "script"));
  with_app.script = Script::app;
  with_app.to_bundle = "../phd/";
  const std::string page = write_page(with_app);
  EXPECT_TRUE(has(page, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';"));
  EXPECT_TRUE(has(page, "<script type=\"module\" src=\"../app/app.js\"></script>"));
  EXPECT_TRUE(has(page, "id=\"au-wasm\" href=\"../app/aushang.wasm\""));
  EXPECT_TRUE(has(page, "id=\"au-bundle\" href=\"../phd/posting.json\""));
}

TEST_F(Page, NeedsNoScriptAndNoOtherSite) {
  load("# Job\n\n![p](https://x.example/p.png)\n", k_small);
  const std::string page = write_page(input());
  EXPECT_FALSE(has(page, "<script"));
  EXPECT_FALSE(has(page, "style="));
  EXPECT_FALSE(has(page, "src=\"http"));
  EXPECT_TRUE(has(page, "default-src 'none'"));
}

TEST_F(Page, TheTitleStandsOnce) {
  load("# Job\n\n## Job\n\ntext\n", k_small);
  const std::string page = write_page(input());
  EXPECT_TRUE(has(page, "<h1 id=\"au-title\">Job</h1>"));
  EXPECT_FALSE(has(page, "<h2 id=\"job\""));
  EXPECT_TRUE(has(page, "<h2 id=\"job-1\">Job</h2>"))
      << "a later heading of the same words is the author's own";
}

TEST_F(Page, ALinkToTheApplyAddressCarriesTheSubject) {
  load("Write [here](mailto:JOBS@group.example) or [there](mailto:else@group.example).\n", k_small);
  const std::string page = write_page(input());
  EXPECT_TRUE(has(page, "<a href=\"mailto:jobs@group.example?subject=%5Bx-1%5D%20Application&amp;body="));
  EXPECT_TRUE(has(page, "<a href=\"mailto:else@group.example\">there</a>"));
}

TEST_F(Page, TextsInAnotherLanguageSaySo) {
  load("# Stelle\n", k_small);
  PageInput german = input("de");
  const std::string page = write_page(german);
  EXPECT_TRUE(has(page, "<html lang=\"de\""));
  EXPECT_TRUE(has(page, "aria-label=\"Jetzt mitschicken\""));
  load("# Poste\n", k_small);
  const std::string french = write_page(input("fr"));
  EXPECT_TRUE(has(french, "<html lang=\"en\"")) << "the interface speaks English then";
  EXPECT_TRUE(has(french, "<h1 id=\"au-title\" lang=\"fr\">Poste</h1>"));
  EXPECT_TRUE(has(french, "<span lang=\"fr\">CV</span>"));
}

TEST_F(Page, InATranslationTextsWithoutALanguageAreInThatOfThePostingItself) {
  load(
      "# Job\n",
      R"({"version": 1, "apply": {"to": ["a@b.example"], "reply": "Wir antworten."}, "questions": [], "clauses": [], "criteria": [],
    "notes": [{"id": "n", "quote": "Job", "label": "Kein Deutsch nötig"}],
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "Lebenslauf"}]})");
  PageInput translation = input("en");
  translation.check_language = "de";
  const std::string page = write_page(translation);
  EXPECT_TRUE(has(page, "<html lang=\"en\""));
  EXPECT_TRUE(has(page, "<span lang=\"de\">Lebenslauf</span>"));
  EXPECT_TRUE(has(page, "<span lang=\"de\">Kein Deutsch nötig</span>"));
  EXPECT_TRUE(has(page, "lang=\"de\">Wir antworten.</p>"));
}

TEST_F(Page, InOtherWordsTheTextKeepsItsLanguage) {
  load(
      "# Job\n\nText ![p](p.png)\n",
      R"({"version": 1, "apply": {"to": ["a@b.example"], "reply": "In English only."}, "questions": [], "clauses": [], "criteria": [],
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": {"en": "CV", "de": "Lebenslauf"}}]})");
  PageInput other = input();
  other.interface_language = "de";
  other.to_files = "../../";
  other.to_posting = "../";
  other.to_bundle = "../../v/";
  other.script = Script::app;
  const std::string page = write_page(other);
  EXPECT_TRUE(has(page, "<html lang=\"de\""));
  EXPECT_TRUE(has(page, "<h1 id=\"au-title\" lang=\"en\">Job</h1>"));
  EXPECT_TRUE(
      has(page, "<div class=\"posting\" lang=\"en\">\n<div class=\"part\">\n<p>Text <img src=\"../p.png\""));
  EXPECT_TRUE(has(page, "aria-label=\"Jetzt mitschicken\""));
  EXPECT_TRUE(has(page, "<span>Lebenslauf</span>")) << "a German label is used, and needs no lang";
  EXPECT_TRUE(has(page, "<p id=\"au-reply\" class=\"f-hint\" lang=\"en\">In English only.</p>"));
  EXPECT_TRUE(has(page, "<link rel=\"canonical\" href=\"../\">"));
  EXPECT_TRUE(has(page, "id=\"au-bundle\" href=\"../../v/posting.json\""));
  EXPECT_TRUE(has(page, "src=\"../../app/app.js\""));
  EXPECT_FALSE(has(write_page(input()), "canonical")) << "the posting's own page is the canonical one anyway";
}

TEST_F(Page, TheLanguageSwitchShowsThemAllAndSaysWhichIsRead) {
  load("# Job\n", k_small);
  EXPECT_FALSE(has(write_page(input()), "<nav"));
  PageInput several = input("de");
  several.languages = {{"en", "../"}, {"de", ""}, {"fr", "../fr/"}};
  EXPECT_TRUE(has(write_page(several),
                  "<nav class=\"languages\" aria-label=\"Sprachen\">\n"
                  "<a href=\"../\" hreflang=\"en\" lang=\"en\">English</a>\n"
                  "<span lang=\"de\" aria-current=\"true\">Deutsch</span>\n"
                  "<a href=\"../fr/\" hreflang=\"fr\" lang=\"fr\">fr</a>\n"
                  "</nav>\n"));
  EXPECT_FALSE(has(write_page(several), "rel=\"alternate\"")) << "that is for texts in other languages";
  several.alternates = {{"en", "../"}};
  EXPECT_TRUE(has(write_page(several), "<link rel=\"alternate\" hreflang=\"en\" href=\"../\">"));
}

TEST_F(Page, WithOnlyAPortalThereIsNoMailLink) {
  load(
      "# Job\n",
      R"({"version": 1, "apply": {"portal": "https://jobs.example/apply?id=1&x=2"}, "questions": [], "clauses": [], "criteria": [], "materials": []})");
  const std::string page = write_page(input());
  EXPECT_FALSE(has(page, "mailto:"));
  EXPECT_FALSE(has(page, "mail app")) << "nor does one send the application";
  EXPECT_TRUE(has(page, "href=\"https://jobs.example/apply?id=1&amp;x=2\""));
}

TEST_F(Page, EachPositionHasItsLinkAndIdsStayUnique) {
  load("# Jobs\n",
       R"({"version": 1, "apply": {"to": ["a@b.example"]}, "questions": [], "clauses": [], "criteria": [],
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}],
    "positions": [{"id": "one", "label": "One", "subject": {"contains": "[one]"}}, {"id": "two", "label": "Two", "subject": {"contains": "[two]"}}]})");
  const std::string page = write_page(input());
  EXPECT_TRUE(has(page, "subject=%5Bone%5D"));
  EXPECT_TRUE(has(page, "subject=%5Btwo%5D"));
  EXPECT_TRUE(has(page, "id=\"au-material-cv\""));
  EXPECT_TRUE(has(page, "id=\"au-mail-0\"")) << "until one is chosen, each has its own";
  EXPECT_TRUE(has(page, "id=\"au-mail-1\""));
}

TEST_F(Page, WhatIsWrittenInCheckJsonIsTextNotMarkup) {
  load(
      "# Job\n",
      R"({"version": 1, "apply": {"to": ["a@b.example"], "reply": "<script>x</script> {tag}"}, "questions": [], "clauses": [], "criteria": [],
    "notes": [], "facts": {"organization": {"name": "A&B <i>"}},
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "<b onclick=x>"}]})");
  const std::string page = write_page(input());
  EXPECT_FALSE(has(page, "<script"));
  EXPECT_FALSE(has(page, "<b onclick"));
  EXPECT_TRUE(has(page, "A&amp;B &lt;i&gt;"));
}

TEST_F(Page, APostingFromRightToLeftSaysSoWhereItsLanguageIs) {
  load("# \u0645\u0648\u0642\u0639\u06cc\u062a\n\n\u0645\u062a\u0646\n", k_small);
  const std::string page = write_page(input("fa"));
  EXPECT_TRUE(has(page, "<html lang=\"en\" data-"));
  EXPECT_TRUE(has(page, "<h1 id=\"au-title\" lang=\"fa\" dir=\"rtl\">"));
  EXPECT_TRUE(has(page, "<div class=\"posting\" lang=\"fa\" dir=\"rtl\">"));
  PageInput english_title = input("fa");
  english_title.title = "PhD position";
  EXPECT_TRUE(has(write_page(english_title), "<h1 id=\"au-title\" lang=\"fa\">"));
  load("# Stelle\n", k_small);
  EXPECT_FALSE(has(write_page(input("de")), "dir=\"rtl\""));
  const std::vector<IndexEntry> entries = {{"\u0645\u062a\u0646", "a/", "fa", ""}, {"Job", "b/", "fa", ""}};
  EXPECT_TRUE(has(write_index({.entries = entries, .language = i18n::Language::en, .to_files = ""}),
                  "lang=\"fa\" dir=\"rtl\">\u0645\u062a\u0646</a></li>\n<li><a href=\"b/\" lang=\"fa\">Job"));
}

}  // namespace
}  // namespace aushang::html
