#include "layout/form_semantics.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "forms.h"

namespace aushang::layout {
namespace {

FormSemantics semantics_of(const Form& form, float width) {
  const FormTheme theme = platform::headless::form_theme();
  return form_semantics_of(form, arrange_form(form, width, theme, measure()), theme);
}

TEST(FormSemantics, PlacesEachNodeInThePaddingBoxAroundIt) {
  FormBuilder builder;
  builder.container(Widget::card, [&] {
    builder.leaf(Widget::title, "a");
    builder.container(Widget::row, [&] {
      builder.leaf(Widget::option, "b");
      builder.leaf(Widget::field);
    });
  });
  const FormSemantics semantics = semantics_of(builder.form, 400);
  ASSERT_EQ(semantics.placements.size(), 5u);
  EXPECT_EQ(semantics.height, 22 + 32 + 8 + 46 + 24);
  const FormPlacement& card = semantics.placements[0];
  EXPECT_EQ(card.left, 0);
  EXPECT_EQ(card.width, 400);
  EXPECT_EQ(card.height, semantics.height);
  const FormPlacement& row = semantics.placements[2];
  EXPECT_EQ(row.left, 24) << "the card's border doesn't count";
  EXPECT_EQ(row.top, 61);
  const FormPlacement& option = semantics.placements[3];
  EXPECT_EQ(option.left, 0);
  EXPECT_EQ(option.top, 0);
  EXPECT_EQ(option.width, 171);
  EXPECT_EQ(option.height, 46) << "as high as the field beside it";
  EXPECT_EQ(option.padding_top, 7 + 3) << "its text is in the middle, 3 px below the padding";
  EXPECT_EQ(semantics.placements[4].left, 171 + 10);
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

/// Adding up the way from the top leads to each box.
void expect_places(const Form& form, const FormPage& page, const FormTheme& theme,
                   const FormSemantics& semantics) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
    while (!open.empty() && form.nodes[open.back()].end <= i) open.pop_back();
    if (is_container(form.nodes[i].widget)) open.push_back(i);
    float x = 0, y = 0;
    for (const std::uint32_t around : open) {
      const float border = around == i ? 0 : theme.look(form.nodes[around].widget).border;
      x += semantics.placements[around].left + border;
      y += semantics.placements[around].top + border;
    }
    if (!is_container(form.nodes[i].widget)) {
      x += semantics.placements[i].left;
      y += semantics.placements[i].top;
    }
    EXPECT_NEAR(x, page.boxes[i].rect.x, 0.01);
    EXPECT_NEAR(y, page.boxes[i].rect.y, 0.01);
  }
}

TEST(FormSemantics, EachLineButTheFirstBeginsAtAStart) {
  Random random(3);
  const FormTheme theme = platform::headless::form_theme();
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const Form form = random_form(seed);
    const FormPage page = arrange_form(form, static_cast<float>(random.below(500)), theme, measure());
    const FormSemantics semantics = form_semantics_of(form, page, theme);
    ASSERT_EQ(semantics.placements.size(), form.nodes.size());
    std::size_t starts = 0;
    for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
      const FormPlacement& placement = semantics.placements[i];
      if (is_container(form.nodes[i].widget)) {
        EXPECT_EQ(placement.start_count, 0u);
        continue;
      }
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
      EXPECT_NEAR(placement.padding_top,
                  page.boxes[i].text_top - page.boxes[i].rect.y - theme.look(form.nodes[i].widget).border,
                  0.01);
    }
    expect_places(form, page, theme, semantics);
    EXPECT_EQ(starts, semantics.line_starts.size());
  }
}

}  // namespace
}  // namespace aushang::layout
