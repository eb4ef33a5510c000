#include "layout/form_semantics.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "forms.h"

namespace aushang::layout {
namespace {

FormSemantics semantics_of(const Form& form, float width) {
  const FormTheme theme = platform::headless::form_theme();
  return form_semantics_of(form, arrange_form(form, width, theme, measure()), theme);
}

TEST(FormSemantics, PlacesLeavesAndNoContainers) {
  FormBuilder builder;
  builder.container(Widget::card, [&] {
    builder.leaf(Widget::title, "a");
    builder.container(Widget::row, [&] {
      builder.leaf(Widget::option, "b");
      builder.leaf(Widget::field);
    });
  });
  const FormSemantics semantics = semantics_of(builder.form, 400);
  ASSERT_EQ(semantics.placements.size(), 3u);
  EXPECT_EQ(semantics.height, 22 + 32 + 8 + 46 + 24);
  const FormPlacement& option = semantics.placements[1];
  EXPECT_EQ(option.node, 3u);
  EXPECT_EQ(option.left, 25);
  EXPECT_EQ(option.top, 62);
  EXPECT_EQ(option.width, 171);
  EXPECT_EQ(option.height, 46) << "as high as the field beside it";
  EXPECT_EQ(option.padding_top, 7 + 2) << "its text is in the middle, 2 px below the padding";
  EXPECT_EQ(semantics.placements[2].left, 25 + 171 + 10);
}

TEST(FormSemantics, CountsLinesAsTheDocumentDoes) {
  FormBuilder builder;
  builder.leaf(Widget::text, "\U0001F600\u00FC  bb cc");
  builder.leaf(Widget::text, "dd ee");
  const FormSemantics semantics = semantics_of(builder.form, 30);
  EXPECT_EQ(semantics.line_starts, (std::vector<std::uint32_t>{5, 8, 3}));
  EXPECT_EQ(semantics.placements[0].start_count, 2u);
  EXPECT_EQ(semantics.placements[1].first_start, 2u);
}

TEST(FormSemantics, EachLineButTheFirstBeginsAtAStart) {
  Random random(3);
  const FormTheme theme = platform::headless::form_theme();
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const Form form = random_form(seed);
    const FormPage page = arrange_form(form, static_cast<float>(random.below(500)), theme, measure());
    const FormSemantics semantics = form_semantics_of(form, page, theme);
    std::size_t starts = 0, leaf = 0;
    for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
      if (is_container(form.nodes[i].widget)) continue;
      ASSERT_LT(leaf, semantics.placements.size());
      const FormPlacement& placement = semantics.placements[leaf++];
      EXPECT_EQ(placement.node, i);
      EXPECT_EQ(placement.first_start, starts);
      const std::span<const Line> lines = page.lines_of(page.boxes[i]);
      ASSERT_EQ(placement.start_count, lines.empty() ? 0 : lines.size() - 1);
      for (std::size_t n = 1; n < lines.size(); ++n, ++starts) {
        std::uint32_t units = 0;
        for (std::size_t at = 0; at < lines[n].begin;) {
          const base::Decoded decoded = base::decode(form.nodes[i].text, at);
          units += decoded.code_point > 0xFFFF ? 2 : 1;
          at += decoded.length;
        }
        EXPECT_EQ(semantics.line_starts[starts], units) << form.nodes[i].text;
      }
      EXPECT_NEAR(placement.top + theme.look(form.nodes[i].widget).border + placement.padding_top,
                  page.boxes[i].text_top, 0.01);
    }
    EXPECT_EQ(leaf, semantics.placements.size());
    EXPECT_EQ(starts, semantics.line_starts.size());
  }
}

}  // namespace
}  // namespace aushang::layout
