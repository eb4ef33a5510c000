#include "layout/form_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "forms.h"

namespace aushang::layout {
namespace {

using Lines = std::vector<std::string>;

FormPage arranged(const Form& form, float width) {
  return arrange_form(form, width, platform::headless::form_theme(), measure());
}

Lines lines_of(const Form& form, const FormPage& page, std::size_t node) {
  Lines out;
  for (const Line& line : page.lines_of(page.boxes[node]))
    out.push_back(form.nodes[node].text.substr(line.begin, line.end - line.begin) + (line.hyphen ? "-" : ""));
  return out;
}

/// Lines of one leaf; ten px a letter.
Lines wrapped(Widget widget, std::string text, float width) {
  FormBuilder builder;
  builder.leaf(widget, std::move(text));
  return lines_of(builder.form, arranged(builder.form, width), 0);
}

TEST(FormLayout, AnEmptyFormIsNothingHigh) {
  const FormPage page = arranged({}, 300);
  EXPECT_EQ(page.height, 0);
  EXPECT_TRUE(page.boxes.empty());
}

TEST(FormLayout, NodesStackWithTheirMarginsBetweenThem) {
  FormBuilder builder;
  builder.leaf(Widget::heading, "a");
  builder.leaf(Widget::text, "b");
  builder.leaf(Widget::heading, "c");
  const FormPage page = arranged(builder.form, 300);
  EXPECT_EQ(page.boxes[0].rect, (base::Rect{0, 0, 300, 30})) << "the first has no margin";
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 38, 300, 24}));
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{0, 88, 300, 30})) << "26 above a heading, not more";
  EXPECT_EQ(page.height, 118);
}

TEST(FormLayout, ContainersAddBorderAndPaddingAroundTheirChildren) {
  FormBuilder builder;
  builder.container(Widget::card, [&] {
    builder.leaf(Widget::title, "a");
    builder.container(Widget::status, [&] { builder.leaf(Widget::outcome, "b"); });
  });
  builder.container(Widget::card, [] {});
  const FormPage page = arranged(builder.form, 400);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{25, 22, 352, 32})) << "title";
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{25, 62, 352, 49})) << "status";
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{40, 74, 323, 24})) << "outcome";
  EXPECT_EQ(page.boxes[0].rect, (base::Rect{0, 0, 400, 135})) << "card";
  EXPECT_EQ(page.boxes[4].rect, (base::Rect{0, 163, 400, 46})) << "empty card";
  EXPECT_EQ(page.height, 209);
}

TEST(FormLayout, ARowHasEqualColumnsAsHighAsTheHighest) {
  FormBuilder builder;
  builder.leaf(Widget::text, "above");
  builder.container(Widget::row, [&] {
    builder.leaf(Widget::option, "a");
    builder.leaf(Widget::option, "word word");
    builder.leaf(Widget::hint, "c");
  });
  const FormPage page = arranged(builder.form, 395);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 32, 395, 44}));
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{0, 32, 125, 44}));
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{135, 32, 125, 44}));
  EXPECT_EQ(page.boxes[4].rect, (base::Rect{270, 32, 125, 44})) << "no margins in a row";
  EXPECT_EQ(page.boxes[2].text_top, 32 + 7 + 2) << "in the middle of the higher box";
  EXPECT_EQ(page.boxes[4].text_top, 32) << "without a height of its own: at the top";
}

TEST(FormLayout, ARowThatIsTooNarrowIsAColumn) {
  FormBuilder builder;
  builder.container(Widget::row, [&] {
    builder.leaf(Widget::option, "a");
    builder.leaf(Widget::option, "word word");
    builder.leaf(Widget::hint, "c");
  });
  builder.leaf(Widget::option, "below");
  FormTheme theme = platform::headless::form_theme();
  theme.looks[static_cast<std::size_t>(Widget::row)].narrowest = 100;
  const platform::headless::Measure measure;
  const FormPage wide = arrange_form(builder.form, 320, theme, measure);
  EXPECT_EQ(wide.boxes[3].rect.x, 220) << "three times 100 and two gaps";
  const FormPage page = arrange_form(builder.form, 319, theme, measure);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 0, 319, 44}));
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{0, 54, 319, 44}));
  EXPECT_EQ(page.boxes[3].rect.y, 108);
  EXPECT_EQ(page.boxes[0].rect, (base::Rect{0, 0, 319, page.boxes[3].rect.bottom()}));
  EXPECT_GT(page.boxes[4].rect.y, page.boxes[0].rect.bottom());
}

TEST(FormLayout, ChipsAreAsWideAsTheirTextAndWrap) {
  FormBuilder builder;
  builder.container(Widget::chips, [&] {
    builder.leaf(Widget::chip, "Yes");
    builder.leaf(Widget::chip, "No");
    builder.leaf(Widget::quiet_chip, "Not sure");
    builder.leaf(Widget::chip, "a text that is far too long for one line of this form");
  });
  const FormPage page = arranged(builder.form, 200);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 0, 64, 42})) << "three letters, padding and border";
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{71, 0, 54, 42}));
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{0, 49, 114, 42})) << "a line of its own, one gap below";
  EXPECT_EQ(page.boxes[4].rect.y, 98);
  EXPECT_EQ(page.boxes[4].rect.width, 200) << "no wider than the form: it wraps inside";
  EXPECT_GT(page.boxes[4].line_count, 1u);
  EXPECT_EQ(page.boxes[0].rect.bottom(), page.boxes[4].rect.bottom());
  EXPECT_EQ(arranged(builder.form, 125).boxes[2].rect.x, 71) << "just fits";
  EXPECT_EQ(arranged(builder.form, 124).boxes[2].rect.x, 0);
}

TEST(FormLayout, AChosenChipsTextGivesWayToItsMarkInABoxThatStays) {
  FormBuilder builder;
  builder.container(Widget::chips, [&] {
    builder.leaf(Widget::chip, "No");
    builder.leaf(Widget::chip, "a text that is far too long for one line of this form");
  });
  const FormPage before = arranged(builder.form, 200);
  for (FormNode& node : builder.form.nodes) node.checked = true;
  const FormPage after = arranged(builder.form, 200);
  const float room = platform::headless::form_theme().look(Widget::chip).icon_room;
  ASSERT_GT(room, 0);
  for (const std::size_t chip : {1u, 2u}) {
    EXPECT_EQ(after.boxes[chip].rect, before.boxes[chip].rect);
    EXPECT_EQ(after.boxes[chip].text_left, before.boxes[chip].text_left + room);
    EXPECT_EQ(after.boxes[chip].line_count, before.boxes[chip].line_count);
  }
}

TEST(FormLayout, APairsSecondStandsAtTheRight) {
  FormBuilder builder;
  builder.container(Widget::pair, [&] {
    builder.leaf(Widget::text, "a first that wraps");
    builder.leaf(Widget::tag, "if any");
  });
  const FormPage page = arranged(builder.form, 200);
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{140, 0, 60, 33})) << "as wide as its text";
  EXPECT_EQ(page.boxes[1].rect.width, 200 - 60 - 12);
  EXPECT_EQ(page.boxes[1].line_count, 2u);
  const FormPage narrow = arranged(builder.form, 100);
  EXPECT_EQ(narrow.boxes[2].rect.width, 45) << "at most its share";
  EXPECT_EQ(narrow.boxes[2].line_count, 2u);
}

TEST(FormLayout, WhatStandsBesideAnOptionStandsBelowItInANarrowPair) {
  FormBuilder builder;
  builder.container(Widget::pair, [&] {
    builder.leaf(Widget::option, "an option that wraps");
    builder.leaf(Widget::tag, "if any");
  });
  const FormPage beside = arranged(builder.form, 150);
  EXPECT_EQ(beside.boxes[2].rect.y, 0);
  const FormPage below = arranged(builder.form, 149);
  EXPECT_EQ(below.boxes[1].rect.width, 149);
  EXPECT_GE(below.boxes[2].rect.y, below.boxes[1].rect.bottom());
  EXPECT_EQ(below.boxes[2].rect.width, 149) << "all of the room is its";
}

TEST(FormLayout, AWhyStandsBesideTheQuestionAndTakesNoRoom) {
  FormBuilder builder;
  builder.container(Widget::group, [&] {
    builder.leaf(Widget::legend, "A question");
    builder.leaf(Widget::why, "Why?");
    builder.leaf(Widget::text, "below");
  });
  const FormPage page = arranged(builder.form, 300);
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{260, 0, 40, 24}));
  EXPECT_EQ(page.boxes[3].rect.y, 32) << "right below the question";
}

TEST(FormLayout, AClosedDisclosureIsAsHighAsItsSummary) {
  for (const bool is_open : {false, true}) {
    FormBuilder builder;
    builder.container(Widget::disclosure, [&] {
      builder.leaf(Widget::summary, "more");
      builder.leaf(Widget::text, "hidden");
      builder.container(Widget::group, [&] { builder.leaf(Widget::button, "press"); });
    });
    builder.form.nodes[0].checked = is_open;
    const FormPage page = arranged(builder.form, 300);
    EXPECT_EQ(page.boxes[0].rect.height == 42, !is_open) << page.boxes[0].rect.height;
    EXPECT_EQ(page.boxes[4].rect.height > 0, is_open);
    EXPECT_EQ(form_node_at(builder.form, page, {5, 5}), 1u) << "the summary can be pressed";
  }
}

TEST(FormLayout, TextStandsInTheMiddleOfAHighBox) {
  FormBuilder builder;
  builder.leaf(Widget::option, "a");
  const FormPage page = arranged(builder.form, 300);
  EXPECT_EQ(page.boxes[0].rect.height, 44);
  EXPECT_EQ(page.boxes[0].text_left, 31);
  EXPECT_EQ(page.boxes[0].text_top, 7 + 2) << "4 px are left over";
}

TEST(FormLayout, ButtonsHaveTheirTextInTheMiddle) {
  FormBuilder builder;
  builder.leaf(Widget::button, "abc");
  builder.leaf(Widget::button, "abcdefghijklmnopqr");
  const FormPage page = arranged(builder.form, 200);
  EXPECT_EQ(page.lines[0].x, 17 + (166.0F - 33) / 2);
  EXPECT_EQ(lines_of(builder.form, page, 1), Lines({"abcdefghijklmno", "pqr"}));
  EXPECT_EQ(page.lines[2].x, 17 + (166.0F - 33) / 2) << "each line by itself";
  const FormPage narrow = arranged(builder.form, 40);
  EXPECT_EQ(narrow.lines[0].x, 17) << "what is wider than its room starts at its edge";
}

TEST(FormLayout, WhatTheDocumentDrawsIsAsHighAsItIsSaidToBe) {
  FormBuilder builder;
  builder.leaf(Widget::field).value = "words that nobody lays out here";
  builder.leaf(Widget::area);
  builder.leaf(Widget::progress);
  const FormPage page = arranged(builder.form, 100);
  EXPECT_EQ(page.boxes[0].rect, (base::Rect{0, 0, 100, 46}));
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 54, 100, 96}));
  EXPECT_EQ(page.boxes[2].rect, (base::Rect{0, 158, 100, 6}));
  EXPECT_TRUE(page.lines.empty());
}

TEST(FormLayout, TextWrapsGreedilyAndBreaksLongStretchesAnywhere) {
  EXPECT_EQ(wrapped(Widget::text, "aa bb cc", 50), Lines({"aa bb", "cc"}));
  EXPECT_EQ(wrapped(Widget::text, "  aa    bb\n cc  ", 50), Lines({"aa    bb", "cc"}))
      << "white space is one space";
  EXPECT_EQ(wrapped(Widget::text, "abcdefgh", 30), Lines({"abc", "def", "gh"}));
  EXPECT_EQ(wrapped(Widget::text, "soft\u00ADly", 50), Lines({"soft\u00AD-", "ly"}));
  EXPECT_EQ(wrapped(Widget::text, "ab", 5), Lines({"a", "b"}));
}

TEST(FormLayout, ADraftKeepsItsWhiteSpace) {
  const auto draft = [](std::string text, float width) {
    return wrapped(Widget::preview_text, std::move(text), width);
  };
  EXPECT_EQ(draft("aa  bb", 60), Lines({"aa  bb"}));
  EXPECT_EQ(draft("aa  bb", 59), Lines({"aa", "bb"}));
  EXPECT_EQ(draft("aa      bb", 30), Lines({"aa", "bb"})) << "spaces hang at the end of a line";
  EXPECT_EQ(draft("  aa bb  ", 60), Lines({"  aa", "bb"})) << "and indent its beginning";
  EXPECT_EQ(draft("\ta", 90), Lines({"\ta"}));
  EXPECT_EQ(draft("a\tb\tc", 170), Lines({"a\tb\tc"})) << "tab stops are 80 px apart";
  EXPECT_EQ(draft("a\tb\tc", 169), Lines({"a\tb", "c"}));
  EXPECT_EQ(draft("abcdef  g", 40), Lines({"abcd", "ef", "g"}));
  EXPECT_EQ(draft("  \tb", 8), Lines({"  \t", "b"})) << "no line begins between a space and a tab";
  EXPECT_EQ(draft("a \t  \tb", 60), Lines({"a", "b"}));
  EXPECT_EQ(draft("aa \t!b", 40), Lines({"aa", "!b"})) << "also where none may end behind the tab";
}

TEST(FormLayout, OnlyADraftHasEmptyLines) {
  FormBuilder builder;
  builder.leaf(Widget::text);
  builder.leaf(Widget::preview_text);
  builder.leaf(Widget::option, "  ");
  builder.leaf(Widget::preview_text, "   ");
  const FormPage page = arranged(builder.form, 300);
  EXPECT_EQ(page.boxes[0].rect.height, 0);
  EXPECT_EQ(page.boxes[1].rect.height, 24);
  EXPECT_EQ(page.boxes[2].rect.height, 44);
  EXPECT_EQ(page.boxes[2].line_count, 0u);
  EXPECT_EQ(page.boxes[3].rect.height, 24);
}

/// A step with its text and sign, and what else `fill` adds.
template <typename Fill>
void add_step(FormBuilder& builder, Widget widget, const Fill& fill) {
  builder.container(widget, [&] {
    builder.leaf(Widget::clause, "a");
    builder.leaf(Widget::sign);
    fill();
  });
}
void add_step(FormBuilder& builder, Widget widget = Widget::step) {
  add_step(builder, widget, [] {});
}

TEST(FormLayout, ASignStandsBesideTheFirstLineAndTakesNoRoom) {
  FormBuilder builder;
  builder.container(Widget::steps, [&] {
    add_step(builder);
    add_step(builder);
  });
  const FormPage page = arranged(builder.form, 300);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 0, 300, 32})) << "3 + 24 + 5";
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{0, 7, 16, 16}));
  EXPECT_EQ(page.boxes[4].rect, (base::Rect{0, 32, 300, 32}));
  EXPECT_EQ(page.boxes[6].rect, (base::Rect{0, 39, 16, 16}));
  EXPECT_EQ(page.height, 64);
}

/// A step with a route of two steps, one of one, and a third if wanted.
Form with_routes(bool third = false) {
  FormBuilder builder;
  add_step(builder, Widget::step, [&] {
    builder.container(Widget::routes, [&] {
      builder.container(Widget::route, [&] {
        builder.container(Widget::steps, [&] {
          add_step(builder);
          add_step(builder);
        });
      });
      add_step(builder, Widget::route);
      if (third) add_step(builder, Widget::route);
    });
  });
  return builder.form;
}

TEST(FormLayout, RoutesStandSideBySideAtTheEdgeAndReachDownAlike) {
  const Form form = with_routes();
  const FormPage page = arranged(form, 292);
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{0, 32, 292, 10 + 64 + 14})) << "routes";
  EXPECT_EQ(page.boxes[4].rect, (base::Rect{0, 42, 140, 64})) << "no wider than half of what 12 leave";
  EXPECT_EQ(page.boxes[9].rect, (base::Rect{0, 74, 140, 32})) << "its second step";
  EXPECT_EQ(page.boxes[12].rect, (base::Rect{152, 42, 140, 64})) << "as high as the other";
  EXPECT_EQ(page.boxes[14].rect, (base::Rect{152, 49, 16, 16})) << "its sign";
  EXPECT_TRUE(stand_side_by_side(form, page, 3));
}

TEST(FormLayout, WhatALowerRouteEndsWithReachesDown) {
  FormBuilder builder;
  builder.container(Widget::routes, [&] {
    builder.container(Widget::route, [&] { builder.container(Widget::steps, [&] { add_step(builder); }); });
    add_step(builder, Widget::route, [&] { builder.leaf(Widget::text, "b"); });
  });
  const FormPage page = arranged(builder.form, 300);
  for (const std::uint32_t node : {1U, 2U, 3U})
    EXPECT_EQ(page.boxes[node].rect.height, 64) << "route, steps and the last step";
  EXPECT_EQ(page.boxes[4].rect.height, 32) << "texts stay as they are";
}

TEST(FormLayout, RoutesThatAreTooNarrowStandBelowEachOtherAndIndented) {
  const Form form = with_routes();
  const FormPage wide = arranged(form, 192), page = arranged(form, 191);
  EXPECT_TRUE(stand_side_by_side(form, wide, 3)) << "twice 90 and a gap of 12";
  EXPECT_FALSE(stand_side_by_side(form, page, 3));
  EXPECT_EQ(page.boxes[4].rect, (base::Rect{28, 42, 163, 64}));
  EXPECT_EQ(page.boxes[12].rect, (base::Rect{28, 118, 163, 32})) << "12 below";
  EXPECT_EQ(page.boxes[3].rect, (base::Rect{0, 32, 191, 132}));
  EXPECT_FALSE(stand_side_by_side(with_routes(true), arranged(with_routes(true), 293), 3));
  EXPECT_TRUE(stand_side_by_side(with_routes(true), arranged(with_routes(true), 294), 3));
}

/// What has to hold for any form at any width.
void check(const Form& form, const FormPage& page) {
  constexpr float k_near = 0.02F;
  const FormTheme theme = platform::headless::form_theme();
  ASSERT_EQ(page.boxes.size(), form.nodes.size());
  std::uint32_t lines = 0;
  for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
    const FormNode& node = form.nodes[i];
    const FormBox& box = page.boxes[i];
    const WidgetLook& look = theme.look(node.widget);
    if (box.hidden) {
      EXPECT_EQ(box.rect.height + box.rect.width + static_cast<float>(box.line_count), 0);
      continue;
    }
    EXPECT_GE(box.rect.y, 0);
    EXPECT_LE(box.rect.bottom(), page.height + k_near);
    EXPECT_GE(box.rect.height, look.min_height);
    float x = 0, y = 0;
    base::Rect before = {box.rect.x, box.rect.y, 0, 0};
    for (std::uint32_t child = i + 1; child < node.end; child = form.nodes[child].end) {
      const base::Rect& rect = page.boxes[child].rect;
      EXPECT_GE(rect.y, box.rect.y + look.border + look.padding_top);
      EXPECT_LE(rect.bottom(), box.rect.bottom() - look.padding_bottom - look.border + k_near);
      if (rect.width > 0) {
        EXPECT_GE(rect.x, box.rect.x);
        EXPECT_LE(rect.right(), box.rect.right() + k_near);
      }
      if (form.nodes[child].widget == Widget::why || page.boxes[child].hidden) continue;  // takes no room
      if (node.widget == Widget::chips || node.widget == Widget::pair) {
        if (form.nodes[child].widget == Widget::sign) continue;  // takes no room of a stack
        const bool is_beside = rect.y == before.y && rect.x + k_near >= before.right();
        EXPECT_TRUE(is_beside || rect.y + k_near >= before.bottom()) << "chips don't overlap";
        before = rect;
        continue;
      }
      const bool in_columns =
          node.widget == Widget::row || (node.widget == Widget::routes && stand_side_by_side(form, page, i));
      if (form.nodes[child].widget == Widget::sign && !in_columns && node.widget != Widget::routes) continue;
      EXPECT_GE(rect.y + k_near, y) << "siblings don't overlap";
      EXPECT_GE(rect.x + k_near, x);
      (in_columns ? x : y) = in_columns ? rect.right() : rect.bottom();
    }
    if (is_container(node.widget)) continue;
    EXPECT_EQ(box.first_line, lines) << "lines stand in the order of the nodes";
    lines += box.line_count;
    EXPECT_GE(box.text_top, box.rect.y);
    EXPECT_LE(box.text_top + static_cast<float>(box.line_count) * box.line_height,
              box.rect.bottom() + k_near);
    const float room = box.rect.width - 2 * look.border - look.padding_left - look.padding_right;
    std::uint32_t at = 0;
    const auto left_out = [&](std::size_t to) {
      ASSERT_LE(at, to);
      EXPECT_EQ(node.text.substr(at, to - at).find_first_not_of(" \t"), std::string::npos) << node.text;
    };
    for (const Line& line : page.lines_of(box)) {
      left_out(line.begin);
      EXPECT_LE(line.begin, line.end);
      EXPECT_GE(line.x, box.text_left);
      EXPECT_GE(line.width, 0) << node.text;
      std::size_t visible = 0;
      for (std::size_t c = line.begin; c < line.end;) {
        const base::Decoded decoded = base::decode(node.text, c);
        visible += measure().advance(0, decoded.code_point) > 0 ? 1 : 0;
        c += decoded.length;
      }
      if (visible > 1) {
        EXPECT_LE(line.x + line.width, box.text_left + room + k_near) << node.text;
      }
      at = line.end;
    }
    left_out(node.text.size());
  }
  EXPECT_EQ(lines, page.lines.size());
}

TEST(FormLayout, AnyFormKeepsItsPartsInTheirPlaces) {
  Random random(1);
  for (std::uint32_t seed = 0; seed < 1500 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const Form form = random_form(seed);
    check(form, arranged(form, static_cast<float>(random.below(700))));
  }
}

constexpr Widget k_used[] = {Widget::option,      Widget::chip,   Widget::quiet_chip,
                             Widget::link,        Widget::why,    Widget::summary,
                             Widget::main_button, Widget::button, Widget::text_button};

TEST(FormLayout, APointIsOverTheNodeWhoseBoxItIsIn) {
  Random random(2);
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const Form form = random_form(seed);
    const FormPage page = arranged(form, static_cast<float>(100 + random.below(600)));
    for (int n = 0; n < 100; ++n) {
      const base::Point point = {
          static_cast<float>(random.below(700)),
          static_cast<float>(random.below(static_cast<std::size_t>(page.height) + 20))};
      std::uint32_t expected = k_no_node;
      for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
        const Widget widget = form.nodes[i].widget;
        const bool used = std::find(std::begin(k_used), std::end(k_used), widget) != std::end(k_used);
        if (used && page.boxes[i].rect.contains(point)) expected = i;
      }
      EXPECT_EQ(form_node_at(form, page, point), expected);
      found += expected != k_no_node ? 1 : 0;
    }
  }
  EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace aushang::layout
