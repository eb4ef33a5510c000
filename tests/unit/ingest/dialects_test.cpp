// Notations of generators, and mistakes that real pages make: what each comes out as, and what is said about
// it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "support.h"

namespace aushang::ingest {
namespace {

struct Case {
  std::string name, page, markdown;
  std::vector<std::string> warnings;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"what only generators see 1",
       R"(The TVL rules.

*[TVL]: A tariff

[TOC]
)",
       R"(The TVL rules.
)",
       {}},
      {"what only generators see 2",
       R"(* TOC
{:toc}

Text

\newpage

More
)",
       R"(Text

More
)",
       {}},
      {"anchors and ids 1",
       R"([Down](#apply), [here](#x1) and [lost](#nowhere).

<a name="x1"></a>

## How to apply

### Apply
)",
       R"([Down](#apply), [here](#x1) and [lost](#nowhere).

## How to apply {#x1}

### Apply {#apply}
)",
       {"anchor-missing 1:33"}},
      {"anchors and ids 2",
       R"([To](#note)

What counts.
{: #note .lead}

### Über uns {.unnumbered #ueber}
)",
       R"([To](#note)

What counts. {#note}

### Über uns {#ueber}
)",
       {}},
      {"Markdown below HTML 1",
       R"(<p>Lead</p>
## Head

<div class="x">
- a
- b
</div>
)",
       R"(Lead

## Head

- a
- b
)",
       {}},
      {"Markdown below HTML 2",
       R"(</div>
**Bold** text

<details><summary>More</summary>
1. one
2. two
</details>
)",
       R"(**Bold** text

More

1. one
2. two
)",
       {}},
      {"breaks 1",
       R"(One\\
Two

Three \

Four
)",
       R"(One\
Two

Three

Four
)",
       {}},
      {"breaks 2",
       R"(- a\\
  b
- c
)",
       R"(- a\
  b
- c
)",
       {}},
      {"bold beside punctuation of CJK 1",
       R"(**「募集」**します。これは**重要（必読）**です。**plain** x
)",
       R"(**「募集**」します。これは**重要（必読**）です。**plain** x
)",
       {}},
      {"bold beside punctuation of CJK 2",
       R"(제목은**"모집"**이다.
)",
       R"(제목은"**모집**"이다.
)",
       {}},
      {"comments of any generator 1",
       R"(Shown. {::comment}secret{:/comment} Shown too.

<!-- old

- call
-->

{% comment %}gone{% endcomment %}{# gone #}{{/* gone */}}
)",
       R"(Shown. Shown too.
)",
       {}},
      {"comments of any generator 2",
       R"(```{note}
In.
```

% a remark

Out {/* in

two */} end.
)",
       R"(> **Note**
>
> In.

Out end.
)",
       {}},
      {"containers 1",
       R"(:::note Mind this
Text **bold**.
:::

??? info
    Hidden *text*.

    - one

=== "Tab A"
    In A.
)",
       R"(> **Mind this**
>
> Text **bold**.

> **Info**
>
> Hidden *text*.
>
> - one

**Tab A**

In A.
)",
       {}},
      {"containers 2",
       R"(> [!WARNING]
> Send no originals.

::: {.panel-tabset}
## First
A
:::

The 2^nd^ call, H~2~O.

%{comment}
)",
       R"(> **Warning**
>
> Send no originals.

## First

A

The 2nd call, H₂O.

%\{comment}
)",
       {}},
      {"emoji codes 1",
       R"(Mail :email: us at 10:30:00 or a:b:c. :unknown_thing: here.
)",
       R"(Mail 📧 us at 10:30:00 or a:b:c. \:unknown_thing: here.
)",
       {"markup-left 1:39"}},
      {"emoji codes 2",
       R"(`:email:` and :warning:
)",
       R"(`:email:` and ⚠
)",
       {}},
      {"footnotes and definitions 1",
       R"(A[^b] and B[^a], again[^b].

[^a]: First *note*.
[^b]: Second
    goes on.

    More.
)",
       R"(A[\[1\]](#fn-b) and B[\[2\]](#fn-a), again[\[1\]](#fn-b). {#fnref-b}

1. Second goes on. {#fn-b}

   More. [↩](#fnref-b)

2. First *note*. [↩](#fnref-b) {#fn-a}
)",
       {}},
      {"footnotes and definitions 2",
       R"(Pay
:   E 13
:   full time

Place
:   Bog Town, with

    - fen
    - mire

After.
)",
       R"(- **Pay**

  E 13

  full time

- **Place**

  Bog Town, with

  - fen
  - mire

After.
)",
       {}},
      {"icons for characters 1",
       R"(bo<i class="fa-solid fa-at"></i>bog.example, x<span class="icon-dot"></span>y
)",
       R"(bo@bog.example, xy
)",
       {"icon-dropped 1:47"}},
      {"icons for characters 2",
       R"(<span class="bi bi-at"></span>bog and a <i class="fas fa-phone"></i> 12
)",
       R"(@bog and a 12
)",
       {}},
      {"LaTeX that is left 1",
       R"(Use \alpha and C:\\x.
)",
       R"(Use \\alpha and C:\\x.
)",
       {"markup-left 1:5"}},
      {"leftovers 1",
       R"(A ** b **c and [x] (y) &amp;nbsp; {{ open ##x

<div>### Raw</div>

\*\*meant\*\* `**code**` [^9] <p>x()</p>
)",
       R"(A \*\* b \*\*c and \[x\] (y) \&nbsp; \{\{ open ##x

\### Raw

\*\*meant\*\* `**code**` \[^9\]

x()
)",
       {"markup-left 1:8", "markup-left 1:24", "markup-left 1:35", "markup-left 3:6", "markup-left 5:26"}},
      {"leftovers 2",
       R"(Sent by ( ) , , and \frac.

!!! x
)",
       R"(Sent by ( ) , , and \\frac.

\!!! x
)",
       {"markup-left 1:9", "markup-left 1:13", "markup-left 1:21", "markup-left 3:1"}},
      {"mail as a relative link 1",
       R"([Write](bo@bog.example?subject=x) or <a href="bo@bog.example">Bo</a>.
)",
       R"([Write](mailto:bo@bog.example?subject=x) or [Bo](mailto:bo@bog.example).
)",
       {"mail-link 1:1", "mail-link 1:38"}},
      {"mail as a relative link 2",
       R"([a@b](a@b) and [Bo](bo@bog.example.)
)",
       R"([a@b](mailto:a@b) and [Bo](mailto:bo@bog.example.)
)",
       {"mail-link 1:1", "mail-link 1:16"}},
      {"math 1",
       R"(Cost is $5 and $10, but $a_1 * b_1$ and $$x \, y$$ are not.
)",
       R"(Cost is \$5 and \$10, but `$a_1 * b_1$` and `$$x \, y$$` are not.
)",
       {}},
      {"math 2",
       R"($$E = mc^2$$

Let $|x|$ be.

- in a list:

  $$
  \frac{a}{b}
  $$
)",
       R"(```math
E = mc^2
```

Let `$|x|$` be.

- in a list:

  ```math
  \frac{a}{b}
  ```
)",
       {}},
      {"MyST 1",
       R"(```{figure} lab.png
:width: 3
The lab.
```

```{code-block} python
x = 1
```

{ref}`Apply <apply>` and {math}`a^2`
)",
       R"(![](lab.png)

The lab.

```python
x = 1
```

[Apply](apply) and `$a^2$`
)",
       {}},
      {"MyST 2",
       R"(:::{tip}
:class: x
Short.
:::

```{toctree}
a
b
```
)",
       R"(> **Tip**
>
> Short.

a b
)",
       {"directive 6:1"}},
      {"links in links 1",
       R"([see www.x.example now](https://y.example) and <a href="u">write <a href="mailto:a@b.example">a@b.example</a></a>
)",
       R"([see www.x.example now](https://y.example) and [write](u) [a@b.example](mailto:a@b.example)
)",
       {}},
      {"links in links 2",
       R"(<a href="/x">**Bo** at https://bog.example</a>
)",
       R"([**Bo** at https://bog.example](/x)
)",
       {}},
      {"a header of lines 1",
       R"(Title: Two posts
Author: Bo
Status: draft

Text.
)",
       R"(Text.
)",
       {"not-published 3:1"}},
      {"a header of lines 2",
       R"(Date: 2027-02-01
Title: A post
  in two lines

[x]({static}/f.pdf) [y](../team/bo.rst)
)",
       R"([x](/f.pdf) y
)",
       {"link-to-source 5:21"}},
      {"placeholders 1",
       R"(Subject: [PhD] <your name>, <date>. Use <kbd>x</kbd>.
)",
       R"(Subject: \[PhD\] \<your name>, \<date>. Use `x`.
)",
       {}},
      {"placeholders 2",
       R"(Write "<Firstname Lastname>" and <Tabs>in</Tabs>.
)",
       R"(Write "\<Firstname Lastname>" and in.
)",
       {}},
      {"references to sources 1",
       R"([a]({% link _posts/a.md %}) [b]({{< ref "c.md" >}}) [c]({% post_url 2027-01-01-d %}) [d](../team.qmd)
)",
       R"(a b [c](2027-01-01-d) d
)",
       {"link-to-source 1:1", "link-to-source 1:29", "cross-reference 1:33", "cross-reference 1:57",
        "link-to-source 1:86"}},
      {"from right to left 1",
       R"(---
lang: he
---
טקסט עם English.
)",
       R"(טקסט עם English.
)",
       {}},
      {"from right to left 2",
       R"(---
lang: en
---
<p dir="rtl">שלום</p>
)",
       R"(שלום
)",
       {}},
      {"links with spaces 1",
       R"(See [plan](<a b.pdf>), [map](maps/Room 4.png "The way") and ![pic](my pic.png).
)",
       R"(See [plan](a%20b.pdf), [map](maps/Room%204.png "The way") and ![pic](my%20pic.png).
)",
       {}},
      {"links with spaces 2",
       R"(Mail [Bo](mailto: bo@bog.example?subject=A job).
)",
       R"(Mail [Bo](mailto:bo@bog.example?subject=A%20job).
)",
       {}},
      {"cells over columns and rows 1",
       R"(<table><tr><th colspan=2>Pay</th></tr><tr><td rowspan=2>E13</td><td>a</td></tr><tr><td>b</td></tr></table>
)",
       R"(| Pay | Pay |
| --- | --- |
| E13 | a |
| E13 | b |
)",
       {}},
      {"cells over columns and rows 2",
       R"(<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td colspan="2">both</td></tr></table>
)",
       R"(| A | B |
| --- | --- |
| both | both |
)",
       {}},
      {"struck through by style 1",
       R"(<p style="text-decoration:line-through">Gone post</p>

<del>Old</del> new
)",
       R"(~~Gone post~~

~~Old~~ new
)",
       {}},
      {"struck through by style 2",
       R"(<ul><li style="text-decoration: line-through">A</li><li>B</li></ul>
)",
       R"(- ~~A~~
- B
)",
       {}},
      {"ranges with tildes 1",
       R"(Open 8~16 and 18~20. Rooms 3~5.
)",
       R"(Open 8\~16 and 18\~20. Rooms 3\~5.
)",
       {}},
      {"ranges with tildes 2",
       R"(Pay: 40~50k, see https://x.example/~ada and https://x.example/~bo, ~~not this~~.
)",
       R"(Pay: 40\~50k, see [https://x.example/\~ada](https://x.example/\~ada) and [https://x.example/\~bo](https://x.example/\~bo), ~~not this~~.
)",
       {}},
      {"HTML in the title 1",
       R"(---
title: "PhD <br> in <b>Bogs</b> &amp; fens"
---
x
)",
       R"(x
)",
       {}},
      {"HTML in the title 2",
       R"(+++
title = "A &mdash; B"
+++
x
)",
       R"(x
)",
       {}},
      {"templates without front matter 1",
       R"({% if x %}We hire.{% endif %} `{{ kept }}`
)",
       R"(We hire. `{{ kept }}`
)",
       {"liquid-tag 1:1"}},
      {"templates without front matter 2",
       R"(# {{ page.title }}

```
{% kept %}
```
)",
       R"(```
{% kept %}
```
)",
       {"liquid-value 1:3"}},
  };
  return all;
}

TEST(Dialects, ComeOutAsTheirAuthorsMeanThem) {
  for (const Case& one : cases()) {
    EXPECT_EQ(test::take_in(one.page).markdown, one.markdown) << one.name;
    EXPECT_EQ(test::warnings_of(one.page), one.warnings) << one.name;
  }
}

TEST(Dialects, ComeOutTheSameWhenReadAgainAndSayNothingMore) {
  for (const Case& one : cases()) {
    EXPECT_EQ(test::take_in(one.markdown).markdown, one.markdown) << one.name;
    for (const std::string& warning : test::warnings_of(one.markdown)) {
      const bool lasting = warning.starts_with("anchor-missing") || one.name == "leftovers 2";  // still true
      EXPECT_TRUE(lasting) << one.name << ": " << warning;
    }
  }
}

TEST(Dialects, WorkInBlocksOfHtmlToo) {
  EXPECT_EQ(test::take_in("<p>1~2 and 2~3, https://x.example/~a/~b</p>\n").markdown,
            "1\\~2 and 2\\~3, [https://x.example/\\~a/\\~b](https://x.example/\\~a/\\~b)\n");
  EXPECT_EQ(test::take_in("<p>As $a_1 * b$ and x[^n].</p>\n\n[^n]: Note.\n").markdown,
            "As `$a_1 * b$` and x[\\[1\\]](#fn-n). {#fnref-n}\n\n1. Note. [↩](#fnref-n) {#fn-n}\n");
}

TEST(Dialects, ATitleIsWordsAlone) {
  EXPECT_EQ(test::take_in("---\ntitle: \"PhD <br> in <b>Bogs</b> &amp; fens\"\n---\n").meta.title,
            "PhD in Bogs & fens");
  EXPECT_EQ(test::take_in("+++\ntitle = \"A &mdash; B\"\n+++\n").meta.title, "A — B");
  EXPECT_EQ(test::take_in("Title: Two posts\nAuthor: Bo\nStatus: draft\n\nText.\n").meta.title, "Two posts");
  EXPECT_EQ(test::take_in("Date: 2027-02-01\nTitle: A post\n  in two lines\n\nx\n").meta.title,
            "A post in two lines");
}

TEST(Dialects, WarningsNameTheThingWhole) {
  const auto messages =
      test::take_in("{{ site.data.team['de x'].mail }} {{< email user=\"ada\" >}}").warnings;
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_NE(messages[0].message.find("{{ site.data.team['de x'].mail }}"), std::string::npos);
  EXPECT_NE(messages[1].message.find("“email user=\"ada\"”"), std::string::npos);
}

}  // namespace
}  // namespace aushang::ingest
