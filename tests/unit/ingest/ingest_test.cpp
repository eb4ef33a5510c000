#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"
#include "support.h"

namespace aushang::ingest {
namespace {

using test::has_raw_html;
using test::markdown_of;
using test::repeated;
using test::visible_text;

TEST(Ingest, CleansBytes) {
  EXPECT_EQ(markdown_of("\xEF\xBB\xBF---\ntitle: x\n---\na\r\nb\rc\n"), "a b c");
  EXPECT_EQ(markdown_of("\xEF\xBB\xBF\xEF\xBB\xBFx\xEF\xBB\xBFy"), "xy");
  EXPECT_EQ(markdown_of(std::string_view("a\0b", 3)), "a\uFFFDb");
  for (const char* control : {"\x1E", "\x7F", "\xC2\x9F", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBF"})
    EXPECT_EQ(markdown_of("[A]" + std::string(control) + "a"), "\\[A\\]\uFFFDa") << "wherever it stands";
  EXPECT_EQ(markdown_of("a\tb \uFDEE \U0001F600"), "a b \uFFFD \U0001F600");
}

TEST(Ingest, WritesPlainMarkdownInOneWay) {
  const std::string page =
      "# A\n\n* b  \n  c\n\n  \n1) d\n\n| e | f |\n|---|---|\n| g | h |\n\n> i\n\n    j\n\n~~~\nk\n~~~\n\n"
      "[l]: m \"n\"\n\n<https://o> ![p](q) ***r*** ~~s~~ • t\n• u [l]\n\nName at example dot org, "
      "ｎame@example.org。\n";
  const std::string canonical =
      "# A\n\n- b\\\n  c\n\n1. d\n\n| e | f |\n| --- | --- |\n| g | h |\n\n> "
      "i\n\n```\nj\n```\n\n```\nk\n```\n\n"
      "[https://o](https://o) ![p](q) ***r*** ~~s~~ • t • u [l](m \"n\")\n\nName at example dot org, "
      "ｎame@example.org。";
  EXPECT_EQ(markdown_of(page), canonical);
  EXPECT_EQ(markdown_of(canonical), canonical);
}

TEST(Ingest, RefusesWhatIsNotUtf8WithItsPlace) {
  for (const auto& [page, line, column] :
       {std::tuple{"---\ntitle: M\xFCnchen\n---\n", 2u, 9u}, {"a\r\nb\xFF", 2u, 2u}, {"\xFF\xFEx", 1u, 1u}}) {
    const auto result = ingest(page, "latin.md");
    ASSERT_FALSE(result.ok()) << page;
    EXPECT_EQ(result.errors().front().code, "not-utf8");
    EXPECT_EQ(result.errors().front().at, (base::Position{line, column}));
  }
}

TEST(Ingest, RefusesOnlyWhatIsTooLarge) {
  const auto result = ingest(std::string(base::k_max_posting_bytes + 1, 'x'), "big.md");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.errors().front().code, "posting-too-large");
  EXPECT_EQ(result.errors().front().file, "big.md");
}

TEST(Ingest, NamesPlacesInThePageAsItWasGiven) {
  const std::string page =
      "---\r\ntitle: x\r\n---\r\n{% raw %}{% endraw %}<!-- x\r\n\r\n-->\r\nä <iframe></iframe>\r\n";
  EXPECT_EQ(test::warnings_of(page), std::vector<std::string>{"html-dropped 7:3"});
}

TEST(Ingest, ListsNoMoreWarningsThanAnyoneReads) {
  const Page page = test::take_in(repeated("<video></video> ", 16000));
  EXPECT_EQ(page.warnings.size(), base::k_max_diagnostics + 1);
  EXPECT_EQ(page.warnings.back().code, "more-warnings");
}

/// The invariants of the module, for any page.
void expect_canonical(const std::string& page) {
  const std::string markdown = test::take_in(page).markdown;
  EXPECT_TRUE(base::is_valid_utf8(markdown));
  EXPECT_FALSE(has_raw_html(markdown)) << page << "\n----\n" << markdown;
  EXPECT_EQ(test::named_references(markdown), 0u) << page << "\n----\n" << markdown;
  EXPECT_EQ(test::take_in(markdown).markdown, markdown) << "taking it in again changes nothing:\n" << page;
}

TEST(Ingest, MakesAnyMixtureCanonical) {
  EXPECT_EQ(test::named_references("&auml; &#228; [x](u?&amp; \"&uuml;\")\n\n``` &ouml;\n```\n"), 4u);
  const std::vector<std::string> parts = {"<div>",
                                          "</div>",
                                          "<b>",
                                          "</b>",
                                          "<i>",
                                          "</i>",
                                          "<a href=\"u\">",
                                          "</a>",
                                          "<br>",
                                          "<code>",
                                          "</code>",
                                          "<ul>\n<li>",
                                          "</ul>",
                                          "<ol start=3><li>",
                                          "<table><tr><td>",
                                          "</table>",
                                          "<pre>",
                                          "</pre>",
                                          "<script>",
                                          "</script>",
                                          "<!--",
                                          "-->",
                                          "\n",
                                          "\n\n",
                                          "\n    ",
                                          "> ",
                                          "- ",
                                          "1. ",
                                          "```\n",
                                          "---\n",
                                          "{: .x}",
                                          "{:toc}",
                                          "{::comment}",
                                          "{:/}",
                                          "{#i}",
                                          "<h2>",
                                          "<img src=x alt='y*'>",
                                          "<sup>2</sup>",
                                          "<s>",
                                          "</s>",
                                          "**",
                                          "*",
                                          "_",
                                          "~",
                                          "`",
                                          "\\",
                                          "[",
                                          "](u)",
                                          "<",
                                          "&",
                                          "&amp;",
                                          "&auml;",
                                          "&amp;copy;",
                                          "](u?a&copy;=1 \"&uuml;\")",
                                          "``` &ouml;\n",
                                          "# ",
                                          "word ",
                                          "ä",
                                          "| a | b |\n|---|---|\n",
                                          "<p markdown=1>",
                                          "<?x",
                                          "<![CDATA[",
                                          "]]>",
                                          "<dl><dt>",
                                          "<span\nid='>'>",
                                          "\t",
                                          "a@example.org ",
                                          "$x$",
                                          "$",
                                          "^",
                                          "1~2",
                                          "[^1]",
                                          "\n[^1]: ",
                                          "\n: ",
                                          "\n::: ",
                                          "note\n",
                                          "\n!!! tip\n",
                                          "\n$$\n",
                                          ":email:",
                                          "{{ x }}",
                                          "{% if %}",
                                          "{/*",
                                          "*/}",
                                          "“",
                                          "漢",
                                          "\\\\\n",
                                          "{#i}\n\n",
                                          "[x](#i)",
                                          "Title: x\n",
                                          "```{note}\n",
                                          "% x\n",
                                          "<your name>",
                                          "<a id=i>",
                                          "<td rowspan=2>",
                                          "<span style='text-decoration:line-through'>",
                                          "<i class='fa fa-at'></i>",
                                          ":",
                                          "{",
                                          "</ol>",
                                          "<dd>",
                                          "</dl>",
                                          "<hr>",
                                          "<h3>x<sup>2</sup></h3>",
                                          "<a href='#x2'>y</a>",
                                          "<p id=i>",
                                          "（",
                                          "」",
                                          "#}",
                                          "http://e.example/\\",
                                          "<li>",
                                          "</li>",
                                          "\n  - "};
  std::mt19937 random(7);  // NOLINT: the same pages every time
  for (int i = 0; i < 4000; ++i) {
    std::string page = i % 5 == 0 ? "---\ntitle: x\n---\n" : "";
    for (std::size_t n = 1 + random() % 14; n > 0; --n) page += parts[random() % parts.size()];
    expect_canonical(page);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Ingest, MakesWhatWasOnceUnstableCanonical) {
  for (const char* page :
       {"<b>*](u)****~*/}", "[http://e.example~", "<<http://e>http://e~", "http://<x", "http://\\`",
        "[o](o@>)", "<strong>**漢*", "<b><code>**漢", "<del>http://e", "http://l<s>~~s~~",
        "<table><th>><tr><td>", "- d\n<div>\n- a\n- v", "[^1]:\n1) }\n<div>", "`$b\n-|\n2$`", "<table><30:>",
        "[^b]<i>\n[^a]:\n[^b]:.\n\n  ."})
    expect_canonical(page);
}

TEST(Ingest, TakesOnlyAbbreviationsForAbbreviations) {
  EXPECT_EQ(markdown_of("*[HTML]: HyperText\n\nText"), "Text");
  EXPECT_EQ(visible_text(markdown_of("*[Apply](u) by [1 March]: no later*")), "Apply by [1 March]: no later");
  EXPECT_EQ(visible_text(markdown_of("<em><a href=\"u\">]: x")), "]: x");
}

TEST(Ingest, KeepsEveryWordOfHtml) {
  const std::vector<std::string> tags = {"<div>",        "</div>",         "<b>",      "</b>",     "<i>",
                                         "</i>",         "<a href=\"u\">", "</a>",     "<br>",     "<code>",
                                         "</code>",      "<ul>",           "<li>",     "</li>",    "</ul>",
                                         "<ol start=3>", "</ol>",          "<table>",  "<tr>",     "<td>",
                                         "<th>",         "</td>",          "</tr>",    "</table>", "<pre>",
                                         "</pre>",       "<h2>",           "</h2>",    "<p>",      "</p>",
                                         "<blockquote>", "</blockquote>",  "<dl>",     "<dt>",     "<dd>",
                                         "</dl>",        "<span>",         "</span>",  "<s>",      "</s>",
                                         "<hr>",         "<caption>",      "<figure>", "\n"};
  std::mt19937 random(11);  // NOLINT: the same pages every time
  for (int i = 0; i < 3000; ++i) {
    std::string page = "<div>";
    std::vector<std::string> words;
    for (std::size_t n = 1 + random() % 20; n > 0; --n) {
      page += tags[random() % tags.size()];
      words.push_back("w" + std::to_string(words.size()) + "w");
      if (random() % 2 == 0)
        page += (random() % 2 == 0 ? " " : "") + words.back() + (random() % 2 == 0 ? " " : "");
      else
        words.pop_back();
    }
    page += "</pre>";  // an open one would make Markdown of the rest
    const std::string text = visible_text(markdown_of(page));
    for (const std::string& word : words)
      ASSERT_NE(text.find(word), std::string::npos) << word << " in\n"
                                                    << page << "\n----\n"
                                                    << markdown_of(page);
  }
}

TEST(Ingest, HostileRepetitionEndsAndDoesNotGrow) {
  bool has_front = false;
  for (const char* part : {"<",
                           "{",
                           "[",
                           "-",
                           "`",
                           "{%",
                           "{{",
                           "<!--",
                           "<div>",
                           "<div>\n\n",
                           "<b>",
                           "<a href=\"x\">",
                           "<br>",
                           "<td>",
                           "<script>\n",
                           "<pre>\n",
                           "{:",
                           "{::comment}",
                           "<a b=\"",
                           "<?",
                           "<![CDATA[",
                           "<form>",
                           "<i></u>",
                           "<u></u>*",
                           "<p><b>x</p>",
                           "<div><b id=1>",
                           "<table><td></div>",
                           "a\n<b>\n",
                           "<x y='",
                           "<svg><tr>",
                           "~~http://a",
                           "[http://a~",
                           "** a",
                           "u\u0308\u0323",
                           "\U000F0000\U00100000"}) {
    has_front = !has_front;
    const std::string page = (has_front ? "---\nt: x\n---\n" : "") + repeated(part, 40000);
    const std::string markdown = markdown_of(page);
    EXPECT_FALSE(has_raw_html(markdown)) << part;
    EXPECT_LE(markdown.size(), 3 * page.size()) << part;
  }
}

}  // namespace
}  // namespace aushang::ingest
