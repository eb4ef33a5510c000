#include "html/fragment.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "doc/mark.h"
#include "doc/parse.h"

namespace aushang::html {
namespace {

std::string page(std::string_view markdown, FragmentOptions options = {}) {
  return write_fragment(*doc::parse(markdown), options);
}

TEST(Fragment, RawHtmlNeverReachesAPage) {
  for (const char* markdown :
       {"<script>alert(1)</script>", "a <img src=x onerror=y> b", "<div>\n<b>x</b>\n</div>", "<!-- c -->",
        "<?php ?>", "<![CDATA[x]]>", "<iframe src=x>\n", "a <svg/onload=x> b"}) {
    const std::string out = page(markdown);
    for (const char* sign : {"<script", "<img", "onerror", "<div", "<!--", "<?", "<![", "<iframe", "<svg"}) {
      EXPECT_EQ(out.find(sign), std::string::npos) << markdown << " → " << out;
    }
  }
}

TEST(Fragment, MarkupInTextIsText) {
  EXPECT_EQ(page("`<b>` \\<i> &lt;u>"), "<p><code>&lt;b&gt;</code> &lt;i&gt; &lt;u&gt;</p>\n");
  EXPECT_EQ(page("[x](a.html \"t\\\"><script>\")"),
            "<p><a href=\"a.html\" title=\"t&quot;&gt;&lt;script&gt;\">x</a></p>\n");
}

TEST(Fragment, RefusedLinksLeaveTheirWords) {
  EXPECT_EQ(page("[x *y*](javascript:a)"), "<p>x <em>y</em></p>\n");
  EXPECT_EQ(page("[](https://a.example)"), "<p></p>\n") << "a link without words can't be clicked";
}

TEST(Fragment, ATasksBoxStandsInItsText) {
  EXPECT_EQ(page("- [x] a\n"), "<ul>\n<li>\u2611 a\n</li>\n</ul>\n");
  EXPECT_EQ(page("- [ ] a\n\n  b\n"), "<ul>\n<li><p>\u2610 a</p>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST(Fragment, InTightListsOnlyTheFirstTextGoesWithoutAnElement) {
  EXPECT_EQ(page("- a\n  > q\n\n"), "<ul>\n<li>a\n<blockquote>\n<p>q</p>\n</blockquote>\n</li>\n</ul>\n");
  EXPECT_EQ(page("- a\n  ```\n  c\n  ```\n  b\n"),
            "<ul>\n<li>a\n<pre><code>c\n</code></pre>\n<p>b</p>\n</li>\n</ul>\n");
  EXPECT_EQ(page("- a ![x](x.png)\n"), "<ul>\n<li><p>a <img src=\"x.png\" alt=\"x\"></p>\n</li>\n</ul>\n")
      << "a paragraph with a picture has its own height";
}

TEST(Fragment, HeadingsNeverSkipALevel) {
  FragmentOptions options;
  options.top_heading = 2;
  const std::string out = page("# A\n\n### B\n\n## C\n\n# D\n\n###### E\n", options);
  EXPECT_EQ(out,
            "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h3 id=\"c\">C</h3>\n<h2 id=\"d\">D</h2>\n<h3 "
            "id=\"e\">E</h3>\n");
  EXPECT_EQ(page("### only\n", options), "<h2 id=\"only\">only</h2>\n");
}

TEST(Fragment, PicturesFromElsewhereAreLinks) {
  EXPECT_EQ(page("![a map](map.png)"), "<p><img src=\"map.png\" alt=\"a map\"></p>\n");
  EXPECT_EQ(page("![a map](https://x.example/map.png)"),
            "<p><a href=\"https://x.example/map.png\">a map</a></p>\n");
  EXPECT_EQ(page("[![a map](https://x.example/map.png)](y.html)"), "<p><a href=\"y.html\">a map</a></p>\n")
      << "no link in a link";
  EXPECT_EQ(page("![x](data:image/png;base64,AA)"), "<p>x</p>\n");
}

TEST(Fragment, TablesHaveHeadersWithScopeAndNoStyleAttributes) {
  const std::string out = page("|a|b|\n|:-:|-:|\n|1|2|\n");
  EXPECT_NE(out.find("<th scope=\"col\" class=\"align-center\">a</th>"), std::string::npos) << out;
  EXPECT_NE(out.find("<td class=\"align-right\">2</td>"), std::string::npos);
  EXPECT_EQ(out.find("style="), std::string::npos);
}

TEST(Fragment, LinksCanBeRewritten) {
  FragmentOptions options;
  options.rewrite = [](const std::string& target) {
    return Link{target == "a" ? std::string("b&c") : target};
  };
  EXPECT_EQ(page("[x](a) [y](d)", options), "<p><a href=\"b&amp;c\">x</a> <a href=\"d\">y</a></p>\n");
}

TEST(Fragment, RelativeAddressesCountFromTheGivenFolder) {
  FragmentOptions options;
  options.to_folder = "../";
  options.rewrite = [](const std::string& target) { return Link{target == "a" ? std::string("b") : target}; };
  EXPECT_EQ(page("![p](img/p.png) [x](a) [y](#d) [z](/e) [w](https://x.example/f)", options),
            "<p><img src=\"../img/p.png\" alt=\"p\"> <a href=\"../b\">x</a> <a href=\"#d\">y</a> "
            "<a href=\"/e\">z</a> <a href=\"https://x.example/f\">w</a></p>\n");
}

TEST(Fragment, MarkedPhrasesAreLinksThatSayWhatTheyAreBoundTo) {
  const doc::Document document = *doc::parse("a *b* cd\n");
  const auto marked =
      doc::mark(document, {{.text = {0, 3}, .target = "#x", .id = "i", .kind = doc::MarkKind::note},
                           {.text = {4, 5}, .target = "#y", .id = ""},
                           {.text = {5, 6}, .target = "#z", .id = "", .kind = doc::MarkKind::material}});
  EXPECT_EQ(write_fragment(marked.document, {}),
            "<p><a class=\"mark note\" id=\"i\" href=\"#x\">a <em>b</em></a> <a class=\"mark clause\" "
            "href=\"#y\">c</a><a class=\"mark material beside\" href=\"#z\">d</a></p>\n");
}

/// Of each part its blocks' names.
std::vector<std::string> parts_of(std::string_view markdown) {
  FragmentOptions options;
  options.parts = true;
  const std::string html = page(markdown, options), start = "<div class=\"part\">\n", end = "</div>\n";
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (; html.compare(at, start.size(), start) == 0;) {
    const std::size_t from = at + start.size(), to = html.find(end, from);
    std::string names;
    for (std::size_t tag = html.find('<', from); tag < to; tag = html.find('<', tag + 1)) {
      if (html[tag + 1] != '/') names += html.substr(tag + 1, html.find_first_of(" >", tag) - tag - 1) + ' ';
    }
    parts.push_back(names);
    at = to + end.size();
  }
  EXPECT_EQ(at, html.size()) << "all of it stands in parts: " << html;
  return parts;
}

std::string times(int count, std::string_view what) {
  std::string out;
  for (int i = 0; i < count; ++i) out += what;
  return out;
}

TEST(Fragment, PartsEndBeforeHeadings) {
  const std::string section = "# h\n\n" + times(11, "t\n\n"), names = "h1 " + times(11, "p ");
  EXPECT_EQ(parts_of(times(5, section)), (std::vector<std::string>{names + names, names + names, names}));
  EXPECT_EQ(parts_of("t\n"), (std::vector<std::string>{"p "}));
  EXPECT_EQ(parts_of(""), std::vector<std::string>{});
  EXPECT_EQ(parts_of("<!-- hidden -->\n"), std::vector<std::string>{}) << "no empty part";
}

TEST(Fragment, PartsWithoutHeadingsEndAnywhereButBesideRulesAndAfterHeadings) {
  EXPECT_EQ(parts_of(times(100, "t\n\n")),
            (std::vector<std::string>{times(48, "p "), times(48, "p "), times(4, "p ")}));
  EXPECT_EQ(parts_of(times(48, "t\n\n") + "***\n\n***\n\nt\n\nt\n"),
            (std::vector<std::string>{times(48, "p ") + "hr hr p ", "p "}));
  EXPECT_EQ(parts_of(times(23, "t\n\n") + "# h\n\n# h\n\n<!-- hidden -->\n\nt\n\n# h\n"),
            (std::vector<std::string>{times(23, "p ") + "h1 h1 p ", "h1 "}))
      << "what follows a heading stays with it, whatever is not shown between them";
}

TEST(Fragment, AListOrTableIsNeverDivided) {
  const std::vector<std::string> parts =
      parts_of(times(200, "- i\n") + "\n# h\n\n> " + times(60, "q\n>\n> ") + "q\n");
  EXPECT_EQ(parts, (std::vector<std::string>{"ul " + times(200, "li "), "h1 blockquote " + times(61, "p ")}));
}

TEST(Fragment, TasksArePlainMarks) {
  EXPECT_EQ(page("- [x] a\n- [ ] b\n"), "<ul>\n<li>\u2611 a\n</li>\n<li>\u2610 b\n</li>\n</ul>\n");
}

TEST(Fragment, BlocksThatRunTheOtherWaySaySo) {
  const std::string farsi = "\u0633\u0644\u0627\u0645 \u062f\u0646\u06cc\u0627";
  EXPECT_EQ(page("# " + farsi + "\n\nHello, " + farsi.substr(0, 8) + " and all.\n\n" + farsi + "\n\n123"),
            "<h1 id=\"" + farsi.substr(0, 8) + "-" + farsi.substr(9) + "\" dir=\"rtl\">" + farsi +
                "</h1>\n<p>Hello, " + farsi.substr(0, 8) + " and all.</p>\n<p dir=\"rtl\">" + farsi +
                "</p>\n<p>123</p>\n");
  EXPECT_EQ(page("- " + farsi + "\n- C++\n"),
            "<ul dir=\"rtl\">\n<li>" + farsi + "\n</li>\n<li><bdi dir=\"ltr\">C++</bdi>\n</li>\n</ul>\n")
      << "an item's marker stands with the others";
  FragmentOptions options;
  options.direction = base::Direction::right_to_left;
  EXPECT_EQ(
      page(farsi + " Python\n\nIn English\n\n> > Also\n\n    int x = 1;\n", options),
      "<p>" + farsi +
          " Python</p>\n<p dir=\"ltr\">In English</p>\n<blockquote dir=\"ltr\">\n<blockquote>\n<p>Also</"
          "p>\n</blockquote>\n</blockquote>\n<pre dir=\"ltr\"><code>int x = 1;\n</code></pre>\n");
  EXPECT_EQ(page("|" + farsi + "|B|\n|-|-|\n|1|2|\n", options).find("dir="),
            page("|" + farsi + "|B|\n|-|-|\n|1|2|\n", options).find("dir=\"ltr\">B"))
      << "columns stand in the order of the table's direction";
  options.verbatim = true;
  EXPECT_EQ(page("In English", options), "<p>In English</p>\n");
}

}  // namespace
}  // namespace aushang::html
