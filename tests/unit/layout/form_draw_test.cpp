#include "layout/form_draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "drawn_forms.h"
#include "forms.h"
#include "pages.h"

namespace aushang::layout {
namespace {

/// A form as it looks 300 px wide.
struct Drawn {
  explicit Drawn(const Form& the_form, std::uint32_t hovered = k_no_node)
      : form(the_form), page(arrange_form(form, 300, form_look(), measure())) {
    draw_form(form, page, form_look(), k_origin, k_everything, measure(), hovered, list);
  }
  Form form;
  FormPage page;
  DrawList list;
};

Form one(Widget widget, Tone tone = Tone::none, std::string text = "a b") {
  FormBuilder builder;
  builder.leaf(widget, std::move(text)).tone = tone;
  return builder.form;
}

Form one_option(Input input, bool checked, Widget widget = Widget::option) {
  Form form = one(widget);
  form.nodes[0].input = input;
  form.nodes[0].checked = checked;
  return form;
}

/// Ink and thickness (0: filled) of what lies below the texts.
using Surfaces = std::vector<std::pair<Ink, float>>;
Surfaces surfaces_of(const DrawList& list) {
  Surfaces out;
  for (const RectDraw& rect : list.below) out.emplace_back(rect.ink, rect.outline);
  return out;
}

TEST(FormDraw, TextStandsAtTheOriginOnItsBaseLine) {
  const Drawn drawn(one(Widget::text));
  ASSERT_EQ(drawn.list.texts.size(), 1u);
  const TextDraw& text = drawn.list.texts[0];
  EXPECT_EQ(text.text, "a b");
  EXPECT_EQ(text.text.data(), drawn.form.nodes[0].text.data()) << "a view into the form";
  EXPECT_EQ(text.x, 640);
  EXPECT_EQ(text.baseline, 118);
  EXPECT_EQ(text.width, 30);
  EXPECT_EQ(text.ink, Ink::text);
  EXPECT_FALSE(text.link.valid());
  EXPECT_TRUE(drawn.list.below.empty());
  EXPECT_TRUE(drawn.list.items.empty());
}

TEST(FormDraw, TextsAndHintsHaveTheColourOfTheirTone) {
  for (const Widget widget : {Widget::text, Widget::hint}) {
    const Ink plain = Drawn(one(widget)).list.texts[0].ink;
    EXPECT_EQ(plain, widget == Widget::text ? Ink::text : Ink::quiet);
    for (const Tone tone : {Tone::bad, Tone::ask})
      EXPECT_EQ(Drawn(one(widget, tone)).list.texts[0].ink, Ink::warn);
  }
}

TEST(FormDraw, CardsAndDraftsHaveAFrame) {
  FormBuilder builder;
  builder.container(Widget::card, [&] { builder.container(Widget::preview, [] {}); });
  const Drawn drawn(builder.form);
  EXPECT_EQ(surfaces_of(drawn.list), (Surfaces{{Ink::card, 0}, {Ink::line, 1}, {Ink::line, 1}}));
  EXPECT_EQ(drawn.list.below[0].rect, (base::Rect{640, 100, 300, drawn.page.height}));
  EXPECT_EQ(drawn.list.below[0].radius, 16);
}

TEST(FormDraw, AStatusIsColouredByItsTone) {
  const auto drawn_status = [](Tone tone) {
    FormBuilder builder;
    builder.container(Widget::status, [&] {
      builder.leaf(Widget::outcome, "a");
      builder.leaf(Widget::reason, "b");
    });
    builder.form.nodes[0].tone = tone;
    return Drawn(builder.form);
  };
  const auto expect = [&](Tone tone, Ink surface, Ink text) {
    const Drawn drawn = drawn_status(tone);
    EXPECT_EQ(surfaces_of(drawn.list), (Surfaces{{surface, 0}}));
    EXPECT_EQ(drawn.list.texts[0].ink, text);
    EXPECT_EQ(drawn.list.texts[1].ink, Ink::text) << "the reason is plain text";
  };
  expect(Tone::good, Ink::good_soft, Ink::good);
  expect(Tone::open, Ink::soft, Ink::link);
  expect(Tone::bad, Ink::warn_soft, Ink::warn);
  expect(Tone::ask, Ink::warn_soft, Ink::warn);
  EXPECT_TRUE(drawn_status(Tone::none).list.below.empty());
}

TEST(FormDraw, CheckboxesAreSquaresWithACheckMarkIfChecked) {
  const Drawn empty(one_option(Input::checkbox, false)), checked(one_option(Input::checkbox, true));
  EXPECT_EQ(surfaces_of(empty.list), (Surfaces{{Ink::strong_line, 2}}));
  EXPECT_EQ(empty.list.below[0].rect, (base::Rect{640, 112, 18, 18})) << "beside the first line";
  EXPECT_EQ(empty.list.below[0].radius, 5);
  EXPECT_TRUE(empty.list.strokes.empty());
  EXPECT_EQ(surfaces_of(checked.list), (Surfaces{{Ink::good, 0}}));
  ASSERT_EQ(checked.list.strokes.size(), 1u);
  const StrokeDraw& mark = checked.list.strokes[0];
  EXPECT_EQ(mark.count, 3);
  EXPECT_EQ(mark.ink, Ink::on_accent);
  for (const base::Point& point : mark.points) EXPECT_TRUE(checked.list.below[0].rect.contains(point));
}

TEST(FormDraw, AChosenChipIsFilledAndHasACheckMark) {
  const Drawn empty(one_option(Input::radio, false, Widget::chip));
  EXPECT_EQ(surfaces_of(empty.list), (Surfaces{{Ink::strong_line, 1}}));
  EXPECT_EQ(empty.list.texts[0].ink, Ink::text);
  EXPECT_TRUE(empty.list.strokes.empty());
  const Drawn chosen(one_option(Input::radio, true, Widget::chip));
  EXPECT_EQ(surfaces_of(chosen.list), (Surfaces{{Ink::link, 0}}));
  EXPECT_EQ(chosen.list.texts[0].ink, Ink::on_accent);
  ASSERT_EQ(chosen.list.strokes.size(), 1u) << "told without colour, too";
  EXPECT_LT(chosen.list.strokes[0].points[2].x, chosen.list.texts[0].x) << "beside the text";
  EXPECT_EQ(chosen.page.boxes[0].rect, empty.page.boxes[0].rect) << "nothing moves";
}

TEST(FormDraw, AChipForSeveralAnswersIsABox) {
  const Drawn one(one_option(Input::radio, false, Widget::chip)),
      many(one_option(Input::checkbox, false, Widget::chip));
  EXPECT_EQ(one.list.below[0].radius, 21) << "half of 42 px";
  EXPECT_EQ(many.list.below[0].radius, 9);
}

TEST(FormDraw, AQuietChipIsQuieterAndUnmistakableWhenChosen) {
  const Drawn empty(one_option(Input::radio, false, Widget::quiet_chip));
  EXPECT_EQ(surfaces_of(empty.list), (Surfaces{{Ink::line, 1}}));
  EXPECT_EQ(empty.list.texts[0].ink, Ink::quiet);
  const Drawn chosen(one_option(Input::radio, true, Widget::quiet_chip));
  EXPECT_EQ(surfaces_of(chosen.list), (Surfaces{{Ink::quiet, 0}}));
  EXPECT_EQ(chosen.list.texts[0].ink, Ink::card);
  EXPECT_EQ(chosen.list.strokes.size(), 1u);
}

TEST(FormDraw, AClosedDisclosureDrawsItsSummaryAlone) {
  const auto drawn = [](bool is_open) {
    FormBuilder builder;
    builder.container(Widget::disclosure, [&] {
      builder.leaf(Widget::summary, "more");
      builder.leaf(Widget::button, "hidden");
    });
    builder.leaf(Widget::text, "below");
    builder.form.nodes[0].checked = is_open;
    return Drawn(builder.form);
  };
  const Drawn closed = drawn(false), open = drawn(true);
  EXPECT_EQ(closed.list.texts.size(), 2u);
  EXPECT_EQ(closed.list.items.size(), 1u) << "the summary";
  EXPECT_EQ(open.list.texts.size(), 3u);
  ASSERT_EQ(closed.list.strokes.size(), 1u);
  EXPECT_GT(closed.list.strokes[0].points[1].x, closed.list.strokes[0].points[2].x) << "to the right";
  EXPECT_GT(open.list.strokes[0].points[1].y, open.list.strokes[0].points[2].y) << "down";
}

TEST(FormDraw, SignsDifferByFormNotOnlyByColour) {
  const auto icon = [](Tone tone) { return Drawn(one(Widget::sign, tone, "")).list; };
  EXPECT_EQ(surfaces_of(icon(Tone::good)), (Surfaces{{Ink::good, 0}}));
  EXPECT_EQ(icon(Tone::good).strokes.size(), 1u) << "check mark";
  EXPECT_EQ(surfaces_of(icon(Tone::open)), (Surfaces{{Ink::link, 2}}));
  EXPECT_TRUE(icon(Tone::open).strokes.empty());
  EXPECT_EQ(surfaces_of(icon(Tone::bad)), (Surfaces{{Ink::warn, 2}}));
  EXPECT_EQ(icon(Tone::bad).strokes.size(), 2u) << "cross";
  EXPECT_EQ(icon(Tone::ask).strokes.size(), 2u) << "exclamation mark";
  EXPECT_NE(icon(Tone::bad).strokes[0].points[0].x, icon(Tone::ask).strokes[0].points[0].x);
  EXPECT_EQ(surfaces_of(icon(Tone::none)), (Surfaces{{Ink::strong_line, 2}})) << "where nobody is judged";
  EXPECT_EQ(icon(Tone::open).below[0].rect, (base::Rect{640, 107, 16, 16}));
}

/// Where rails are, as "x y width height"; dashes that follow one another are one.
std::vector<base::Rect> rails_of(const DrawList& list, Ink ink) {
  std::vector<base::Rect> rails;
  for (const RectDraw& draw : list.below) {
    if (draw.ink != ink || draw.outline > 0 || draw.radius > 0) continue;
    const base::Rect& rect = draw.rect;
    base::Rect* last = rails.empty() ? nullptr : &rails.back();
    const auto follows = [&](float next, float end) { return next > end && next <= end + 5; };
    if (last != nullptr && rect.width == 2 && rect.x == last->x && follows(rect.y, last->bottom())) {
      last->height = rect.bottom() - last->y;
    } else if (last != nullptr && rect.height == 2 && rect.y == last->y && follows(rect.x, last->right())) {
      last->width = rect.right() - last->x;
    } else {
      rails.push_back(rect);
    }
  }
  std::sort(rails.begin(), rails.end(), [](const base::Rect& a, const base::Rect& b) {
    return std::tie(a.y, a.x, a.width) < std::tie(b.y, b.x, b.width);
  });
  return rails;
}

TEST(FormDraw, RailsJoinStepsAndRoutesAndAreDashedUntilLit) {
  // Signs at 107, 139, in the columns at 181 (and 213), and at 259; their middles at 648 and 804.
  const Tone open = Tone::open, good = Tone::good;
  const Drawn drawn(picture(open, open, open, open, open));
  EXPECT_TRUE(rails_of(drawn.list, Ink::good).empty());
  const std::vector<base::Rect> all = rails_of(drawn.list, Ink::strong_line);
  ASSERT_FALSE(all.empty());
  float lowest = 0;
  for (const base::Rect& rail : all) lowest = std::max(lowest, rail.bottom());
  EXPECT_NEAR(all[0].y, 123, 0.01) << "from the first sign's lower edge";
  EXPECT_NEAR(lowest, 259, 4) << "to the last one's upper edge, or a gap before it";

  const Drawn met(picture(good, good, good, good, good));
  EXPECT_TRUE(rails_of(met.list, Ink::strong_line).empty());
  EXPECT_EQ(rails_of(met.list, Ink::good),
            (std::vector<base::Rect>{{647, 123, 2, 16},     // to the second step
                                     {647, 155, 2, 14},     // to where the routes part: 164 + 5
                                     {647, 168, 158, 2},    // there
                                     {647, 169, 2, 12},     // into the first
                                     {803, 169, 2, 12},     // into the second
                                     {647, 197, 2, 48},     // through the first
                                     {803, 197, 2, 16},     // between the second one's steps
                                     {803, 229, 2, 16},     // out of it
                                     {647, 244, 158, 2},    // where they meet: 238 + 7
                                     {647, 245, 2, 14}}));  // to the last step
}

TEST(FormDraw, OfTheRoutesOnlyTheOneThatIsMetIsLit) {
  const Tone open = Tone::open, good = Tone::good;
  const std::vector<base::Rect> first =
      rails_of(Drawn(picture(good, good, good, open, open)).list, Ink::good);
  EXPECT_EQ(
      first,
      (std::vector<base::Rect>{
          {647, 123, 2, 16}, {647, 155, 2, 14}, {647, 169, 2, 12}, {647, 197, 2, 48}, {647, 245, 2, 14}}));
  const std::vector<base::Rect> half = rails_of(Drawn(picture(open, open, open, good, open)).list, Ink::good);
  EXPECT_EQ(half, (std::vector<base::Rect>{{803, 197, 2, 16}})) << "from what is met to what comes next";
}

TEST(FormDraw, RoutesBelowEachOtherArePassedBy) {
  const Tone good = Tone::good;
  const Form form = picture(good, good, good, good, good);
  const FormPage page = arrange_form(form, 180, form_look(), measure());
  DrawList list;
  draw_form(form, page, form_look(), {}, k_everything, measure(), k_no_node, list);
  const std::vector<base::Rect> rails = rails_of(list, Ink::good);
  ASSERT_EQ(rails.size(), 3u);
  EXPECT_EQ(rails[1], (base::Rect{7, 55, 2, page.boxes[page.boxes.size() - 1].rect.y - 55})) << "to the end";
  EXPECT_EQ(rails[2].x, 28 + 7) << "between the steps of the one that has two";
}

TEST(FormDraw, LinksAreUnderlinedAndButtonsFramed) {
  const Drawn link(one(Widget::link)), over_link(one(Widget::link), 0);
  ASSERT_EQ(link.list.above.size(), 1u);
  EXPECT_EQ(link.list.above[0].rect, (base::Rect{640, 121, 30, 1}));
  EXPECT_EQ(link.list.texts[0].ink, Ink::link);
  EXPECT_EQ(over_link.list.above[0].rect.height, 2);

  const Drawn quiet(one(Widget::text_button));
  ASSERT_EQ(quiet.list.above.size(), 1u) << "a button that looks like a link";
  EXPECT_EQ(quiet.list.above[0].rect, link.list.above[0].rect);
  EXPECT_TRUE(quiet.list.below.empty());

  const Drawn main(one(Widget::main_button)), over_main(one(Widget::main_button), 0);
  EXPECT_EQ(surfaces_of(main.list), (Surfaces{{Ink::link, 0}}));
  EXPECT_EQ(main.list.texts[0].ink, Ink::on_accent);
  EXPECT_TRUE(main.list.above.empty());
  ASSERT_EQ(over_main.list.above.size(), 1u);
  EXPECT_EQ(over_main.list.above[0].ink, Ink::on_accent);

  const Drawn button(one(Widget::button)), over(one(Widget::button), 0);
  EXPECT_EQ(surfaces_of(button.list), (Surfaces{{Ink::strong_line, 1}}));
  EXPECT_EQ(surfaces_of(over.list), (Surfaces{{Ink::link, 1}}));
  EXPECT_EQ(button.list.texts[0].ink, Ink::link);
  EXPECT_EQ(surfaces_of(Drawn(one_option(Input::radio, false, Widget::chip), 0).list),
            (Surfaces{{Ink::link, 1}}));
}

TEST(FormDraw, ProgressFillsItsShare) {
  const auto filled = [](std::string value) {
    Form form = one(Widget::progress, Tone::none, "");
    form.nodes[0].value = std::move(value);
    const Drawn drawn(form);
    EXPECT_EQ(drawn.list.below[0].rect, (base::Rect{640, 100, 300, 6}));
    EXPECT_EQ(drawn.list.below[0].ink, Ink::line);
    return drawn.list.below.size() == 1 ? 0 : drawn.list.below[1].rect.width;
  };
  EXPECT_EQ(filled("0"), 0);
  EXPECT_EQ(filled("0.25"), 75);
  EXPECT_EQ(filled("1"), 300);
  EXPECT_EQ(filled("7"), 300);
  EXPECT_EQ(filled(""), 0);
  EXPECT_EQ(filled("nan"), 0);
}

TEST(FormDraw, EverythingToUseIsAnItem) {
  for (std::size_t i = 0; i < k_widget_count; ++i) {
    const auto widget = static_cast<Widget>(i);
    const bool used = is_activated(widget) || is_drawn_by_document(widget) || widget == Widget::progress;
    const Drawn drawn(one(widget, Tone::none, is_container(widget) ? "" : "a"));
    ASSERT_EQ(drawn.list.items.size(), used ? 1u : 0u) << i;
    if (!used) continue;
    EXPECT_EQ(drawn.list.items[0].id, "au-1");
    EXPECT_EQ(drawn.list.items[0].rect.x, 640 + drawn.page.boxes[0].rect.x);
    EXPECT_EQ(drawn.list.items[0].rect.height, drawn.page.boxes[0].rect.height);
  }
}

using Key = std::tuple<int, std::string, float, float, float, float, int, float>;

/// Everything of a list that meets a band, in an order of its own.
std::vector<Key> keys_of(const DrawList& list, base::Band band) {
  std::vector<Key> keys;
  const auto add = [&](int kind, std::string_view text, const base::Rect& rect, Ink ink, float more) {
    if (band.meets(rect.y, rect.bottom()))
      keys.emplace_back(kind, text, rect.x, rect.y, rect.width, rect.height, static_cast<int>(ink), more);
  };
  for (const RectDraw& rect : list.below) add(0, "", rect.rect, rect.ink, rect.outline);
  for (const RectDraw& rect : list.above) add(1, "", rect.rect, rect.ink, rect.outline);
  for (const TextDraw& text : list.texts) {
    const WidgetLook& look = *std::find_if(form_look().looks.begin(), form_look().looks.end(),
                                           [&](const WidgetLook& other) { return other.face == text.face; });
    const float baseline = look.baseline;
    add(2, text.text, {text.x, text.baseline - baseline, text.width, baseline * 4 / 3}, text.ink, 0);
  }
  for (const ItemDraw& item : list.items) add(3, item.id, item.rect, Ink::text, 0);
  std::sort(keys.begin(), keys.end());
  return keys;
}

TEST(FormDraw, ABandShowsWhatTheWholeShowsThere) {
  FormTheme even = form_look();  // with the baseline at three quarters of every line
  even.looks[static_cast<std::size_t>(Widget::heading)].line_height = 32;
  Random random(4);
  for (std::uint32_t seed = 0; seed < 400 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const Form form = random_form(seed);
    const FormPage page = arrange_form(form, static_cast<float>(80 + random.below(600)), even, measure());
    DrawList whole;
    draw_form(form, page, even, k_origin, k_everything, measure(), 3, whole);
    for (int n = 0; n < 5; ++n) {
      const float top = 50 + static_cast<float>(random.below(static_cast<std::size_t>(page.height) + 100));
      const base::Band band = {top, top + static_cast<float>(1 + random.below(200))};
      DrawList part;
      draw_form(form, page, even, k_origin, band, measure(), 3, part);
      EXPECT_EQ(keys_of(part, k_everything), keys_of(whole, band));
      for (const StrokeDraw& stroke : part.strokes) {
        EXPECT_GT(stroke.points[0].y + 20, band.top);
        EXPECT_LT(stroke.points[0].y - 20, band.bottom);
      }
      const auto inside = [&](const StrokeDraw& stroke) {
        return stroke.points[0].y > band.top && stroke.points[0].y < band.bottom;
      };
      EXPECT_EQ(std::count_if(part.strokes.begin(), part.strokes.end(), inside),
                std::count_if(whole.strokes.begin(), whole.strokes.end(), inside));
    }
  }
}

/// Without spaces, tabs, and what is drawn as nothing.
std::string ink_of(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\t') continue;
    if (text.substr(i, 2) == "\u00AD") {
      ++i;
      continue;
    }
    out += text[i];
  }
  return out;
}

TEST(FormDraw, EveryVisibleCharacterIsDrawnOnceAndInOrder) {
  Random random(7);
  for (std::uint32_t seed = 0; seed < 400 && !testing::Test::HasFailure(); ++seed) {
    const Form form = random_form(seed);
    const FormPage page = arrange_form(form, static_cast<float>(random.below(600)), form_look(), measure());
    DrawList list;
    draw_form(form, page, form_look(), {}, k_everything, measure(), k_no_node, list);
    const auto is_of = [](const TextDraw& text, const FormNode& node) {
      return text.text.data() >= node.text.data() && text.text.data() < node.text.data() + node.text.size();
    };
    // What stands in no node is a hyphen where a line ends.
    std::erase_if(list.texts, [&](const TextDraw& text) {
      return std::none_of(form.nodes.begin(), form.nodes.end(),
                          [&](const FormNode& node) { return is_of(text, node); }) &&
             text.text == "-";
    });
    std::size_t next = 0;
    for (const FormNode& node : form.nodes) {
      std::string drawn;
      for (; next < list.texts.size() && is_of(list.texts[next], node); ++next) {
        const std::string_view text = list.texts[next].text;
        EXPECT_TRUE(node.widget == Widget::preview_text || text.find("  ") == std::string::npos);
        drawn += text;
      }
      const bool hidden = page.boxes[static_cast<std::size_t>(&node - form.nodes.data())].hidden;
      EXPECT_EQ(ink_of(drawn), hidden ? std::string() : ink_of(node.text));
    }
    EXPECT_EQ(next, list.texts.size());
  }
}

TEST(FormDraw, IsAppendedToWhatTheListHolds) {
  DrawList list;
  list.texts.emplace_back();
  list.below.emplace_back();
  const Drawn drawn(one(Widget::main_button));
  draw_form(drawn.form, drawn.page, form_look(), {}, k_everything, measure(), k_no_node, list);
  EXPECT_EQ(list.texts.size(), 2u);
  EXPECT_EQ(list.below.size(), 2u);
}

}  // namespace
}  // namespace aushang::layout
