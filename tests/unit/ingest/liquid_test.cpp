#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "support.h"

namespace aushang::ingest {
namespace {

using test::repeated;
using Notes = std::vector<std::string>;

constexpr std::string_view k_front = "---\ntitle: A *title*\na: {b: deep}\n---\n";

std::string body(std::string_view text) {
  return test::markdown_of(std::string(k_front) + std::string(text));
}
Notes notes(std::string_view text) { return test::warnings_of(std::string(k_front) + std::string(text)); }

TEST(Liquid, FillsInThePagesOwnFields) {
  EXPECT_EQ(body("# {{ page.title }} {{page.a.b}} {{ page['a']['b'] }}"), "# A *title* deep deep");
  EXPECT_EQ(body("{{ page.missing | default: \"else\" }}"), "else");
  EXPECT_TRUE(notes("{{ page.title }}").empty());
}

TEST(Liquid, KeepsPathsAsText) {
  EXPECT_EQ(body("[cv]({% link files/cv.pdf %}) [old]({% post_url 2020-01-01-x %})"),
            "[cv](files/cv.pdf) [old](2020-01-01-x)");
  EXPECT_EQ(body("[a]({{ \"/x\" | relative_url }}) [b]({{ '/y' | absolute_url }})"), "[a](/x) [b](/y)");
  EXPECT_EQ(body("[a]({{ site.url }}{{ site.baseurl }}/team) [b]({{ \"/z\" | prepend: site.baseurl }})"),
            "[a](/team) [b](/z)");
  EXPECT_TRUE(notes("[a]({{ site.url }}/team)").empty());
}

TEST(Liquid, CommentsGoAndRawStays) {
  EXPECT_EQ(body("a{% comment %}\nold {{ call }} {% if %}\n\n{% endcomment %}b"), "ab");
  EXPECT_EQ(test::visible_text(body("{% raw %}{{ page.title }} {% x %}{% endraw %}")),
            "{{ page.title }} {% x %}");
  EXPECT_EQ(body("a{%- comment -%}old{%- endcomment -%}b"), "ab");
}

TEST(Liquid, TextBetweenOtherTagsStaysWithOneWarningEach) {
  EXPECT_EQ(body("{% if page.open %}open{% else %}closed{% endif %}{% include x.html\n  a=\"b\" %}."),
            "openclosed.");
  EXPECT_EQ(notes("{% if page.open %}open{% else %}closed{% endif %}\n {% include x.html\n  a=\"b\" %}."),
            (Notes{"liquid-tag 5:1", "liquid-tag 6:2"}));
  EXPECT_EQ(body("{% capture x %}\n- item\n{% endcapture %}"), "- item");
  const Page page = test::take_in(std::string(k_front) + "{% include card.html %}");
  EXPECT_NE(page.warnings.front().message.find("include card.html"), std::string::npos) << "names the tag";
}

TEST(Liquid, WhatOnlyTheSiteKnowsIsLeftOutWithAWarning) {
  EXPECT_EQ(body("mail {{ site.data.email }} now"), "mail now");
  EXPECT_EQ(notes("mail {{ site.data.email }} now"), Notes{"liquid-value 5:6"});
  EXPECT_EQ(notes("{{ page.missing }}"), Notes{"liquid-value 5:1"});
}

TEST(Liquid, HighlightBecomesAFence) {
  EXPECT_EQ(body("{% highlight cpp linenos %}\nint *a;\n{% endhighlight %}\n"), "```cpp\nint *a;\n```");
}

TEST(Liquid, ShortcodesGoWithAWarning) {
  EXPECT_EQ(body("a {{< figure src=\"x.png\" >}} b {{% note %}}c{{% /note %}}"), "a b c");
  EXPECT_EQ(notes("a {{< figure src=\"x.png\" >}} b {{% note %}}c{{% /note %}}"),
            (Notes{"shortcode 5:3", "shortcode 5:32"}));
  EXPECT_EQ(test::visible_text(body("[x]({{< ref \"p\" >}}) {{</* shown */>}}")), "x {{< shown >}}");
}

TEST(Liquid, StandsInPagesWithoutFrontMatterTooButForCode) {
  EXPECT_EQ(test::markdown_of("a {{ page.title }} {% if x %}b `{{ c }}`"), "a b `{{ c }}`");
}

TEST(Liquid, WhatIsNotClosedStaysAsText) {
  EXPECT_EQ(test::visible_text(body("a {{ b {% c")), "a {{ b {% c");
  EXPECT_EQ(test::visible_text(body("RNA {App} { {x} }")), "RNA {App} { {x} }");
  EXPECT_EQ(body("{% comment %}text"), "text");
  EXPECT_EQ(notes("{% comment %}text"), Notes{"liquid-open 5:1"});
}

TEST(Liquid, SaysNothingAboutWhatACommentHides) {
  EXPECT_EQ(notes("<!-- {% include x %} {{ y }} -->"), Notes{});
}

TEST(Liquid, AValueNamedOftenDoesNotBlowUpThePage) {
  const std::string page = "---\nx: " + repeated("long ", 50000) + "\n---\n" + repeated("{{page.x}}", 20000);
  EXPECT_LE(test::markdown_of(page).size(), base::k_max_posting_bytes);
}

}  // namespace
}  // namespace aushang::ingest
