#include "layout/draw_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "doc/mark.h"
#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

/// What tells one drawn text from another.
using Key = std::tuple<std::string, float, float, float, int, int>;
Key key_of(const TextDraw& text) {
  return {std::string(text.text), text.x, text.baseline, text.width, text.face, static_cast<int>(text.ink)};
}
std::vector<Key> keys_of(const DrawList& list) {
  std::vector<Key> keys;
  for (const TextDraw& text : list.texts) keys.push_back(key_of(text));
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<std::string> texts_of(const DrawList& list) {
  std::vector<std::string> out;
  for (const TextDraw& text : list.texts) out.emplace_back(text.text);
  return out;
}

using Texts = std::vector<std::string>;

TEST(DrawList, ShowsRunsOfOneStyle) {
  const Page page = arranged("a **b** [c](u.html) ~~d~~", 500);
  const DrawList list = draw(page, k_everything, measure(), {});
  EXPECT_EQ(texts_of(list), Texts({"a ", "b", " ", "c", " ", "d"}));
  EXPECT_EQ(list.texts[1].face, k_bold);
  EXPECT_EQ(list.texts[1].x, 20);
  EXPECT_EQ(list.texts[1].width, 11);
  EXPECT_EQ(list.texts[3].ink, Ink::link);
  EXPECT_TRUE(list.texts[3].link.valid());
  EXPECT_FALSE(list.texts[4].link.valid());
  EXPECT_EQ(list.above.size(), 2u) << "the link's underline and the line through d";
  EXPECT_EQ(list.texts[0].baseline, 18);
}

TEST(DrawList, MarkersStandBeforeTheirItems) {
  const Page page = arranged("- a\n  - b\n\n9. c\n10. d\n", 500);
  const DrawList list = draw(page, k_everything, measure(), {});
  EXPECT_EQ(texts_of(list), Texts({"\u2022", "a", "\u2013", "b", "9.", "c", "10.", "d"}));
  EXPECT_EQ(list.texts[0].x, 22 - 20) << "a bullet and an en space, ten px each";
  EXPECT_EQ(list.texts[4].x, 22 - 30);
  EXPECT_EQ(list.texts[0].ink, Ink::quiet);
}

TEST(DrawList, TasksShowTheirBox) {
  const Page page = arranged("- [x] a\n- [ ] b\n", 500);
  const DrawList list = draw(page, k_everything, measure(), {});
  EXPECT_EQ(texts_of(list), Texts({"\u2022", "\u2611", "a", "\u2022", "\u2610", "b"}));
}

TEST(DrawList, TasksWithoutTextShowTheirBoxToo) {
  for (const char* markdown : {"- [x] \n", "- [x] <b>\n", "- [x] # h\n"}) {
    const Page page = arranged(markdown, 500);
    const Texts texts = texts_of(draw(page, {0, 20}, measure(), {}));
    if (document_of(page).blocks[1].task == doc::Task::none) continue;  // md4c saw no task
    ASSERT_GE(texts.size(), 2u) << markdown;
    EXPECT_EQ(texts[1], "\u2611") << markdown;
  }
}

TEST(DrawList, EmptyItemsShowTheirMarkersWhereverTheBandBegins) {
  const Page page = arranged("- a\n-\n-\n", 500);
  EXPECT_EQ(draw(page, k_everything, measure(), {}).texts.size(), 4u);
  EXPECT_EQ(texts_of(draw(page, {page.height - 5, page.height + 100}, measure(), {})), Texts({"\u2022"}));
}

TEST(DrawList, AQuoteWithoutTextShowsNothing) {
  const DrawList list = draw(arranged(">\n", 500), k_everything, measure(), {});
  EXPECT_TRUE(list.below.empty());
}

TEST(DrawList, TheHoveredLinkLooksDifferent) {
  const Page page = arranged("[a](u.html) [b](v.html)", 500);
  const LinkId over = link_at(page, {5, 12}, measure());
  ASSERT_TRUE(over.valid());
  const DrawList list = draw(page, k_everything, measure(), {.hovered = over});
  EXPECT_EQ(list.above[0].rect.height, 2);
  EXPECT_EQ(list.above[1].rect.height, 1);
}

/// Lines under the marked beginning of a text whose inlines stand as `tones` says.
std::vector<RectDraw> lines_under_mark(std::vector<Tone> tones, std::string_view markdown,
                                       std::uint32_t length, Part::Kind kind = Part::Kind::text,
                                       std::vector<Tone> before = {}) {
  const std::vector<doc::Mark> marks = {{.text = {0, length}, .target = "#au-clause-a", .id = "au-quote-a"}};
  Part part = text_part(std::make_shared<const doc::Document>(doc::mark(*parsed(markdown), marks).document));
  part.kind = kind;
  EXPECT_EQ(part.document->inlines[0].kind, doc::InlineKind::mark);
  const Page page = arrange({&part, 1}, 500, platform::headless::theme(), measure());
  return draw(page, k_everything, measure(), {.tones = tones, .before = before}).above;
}

TEST(DrawList, AMarkThatChangesIsSeenAsItWasAndAsItIs) {
  const auto lines = [](Tone before, Tone now) {
    return lines_under_mark({now}, "some words", 4, Part::Kind::text, {before});
  };
  const std::vector<RectDraw> both = lines(Tone::open, Tone::good);
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].ink, Ink::mark);
  EXPECT_EQ(both[0].fade, Fade::out);
  EXPECT_EQ(both[1].ink, Ink::good);
  EXPECT_EQ(both[1].fade, Fade::in);
  const std::vector<RectDraw> same = lines(Tone::good, Tone::good);
  ASSERT_EQ(same.size(), 1u);
  EXPECT_EQ(same[0].fade, Fade::none);
}

TEST(DrawList, AMarkShowsHowItsPhraseStands) {
  const auto lines = [](Tone tone) { return lines_under_mark({tone, Tone::none}, "some words", 4); };
  EXPECT_EQ(lines(Tone::none).size(), 1u);
  EXPECT_EQ(lines(Tone::none)[0].rect, (base::Rect{0, 22, 40, 1}));
  EXPECT_EQ(lines(Tone::none)[0].ink, Ink::mark);

  EXPECT_EQ(lines(Tone::good).size(), 1u);
  EXPECT_EQ(lines(Tone::good)[0].rect, (base::Rect{0, 22, 40, 2})) << "solid";
  EXPECT_EQ(lines(Tone::good)[0].ink, Ink::good);

  for (const Tone tone : {Tone::bad, Tone::ask}) {
    const std::vector<RectDraw> both = lines(tone);
    ASSERT_EQ(both.size(), 2u) << "double, so not only the colour differs";
    EXPECT_EQ(both[0].rect, (base::Rect{0, 22, 40, 1}));
    EXPECT_EQ(both[1].rect, (base::Rect{0, 25, 40, 1}));
    EXPECT_EQ(both[0].ink, Ink::warn);
  }

  EXPECT_EQ(lines(Tone::open).size(), 1u);
  EXPECT_EQ(lines(Tone::open)[0].rect, (base::Rect{0, 22, 40, 1}))
      << "thin: each browser ends dashes elsewhere";
  EXPECT_EQ(lines(Tone::open)[0].ink, Ink::mark);
}

TEST(DrawList, AMarkThatNothingIsSaidOfLooksAsBefore) {
  const std::vector<RectDraw> lines = lines_under_mark({}, "some words", 4);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].ink, Ink::mark);
}

TEST(DrawList, OnlyThePostingsTextAnswers) {
  const std::vector<RectDraw> lines = lines_under_mark({Tone::bad}, "# some words", 4, Part::Kind::title);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].ink, Ink::mark);
}

TEST(DrawList, TheListKeepsWhatItMadeWhenItMoves) {
  const Page page = arranged("1. a\n2. b\n3. c\n", 500);
  DrawList first = draw(page, k_everything, measure(), {});
  const DrawList moved = std::move(first);
  EXPECT_EQ(moved.texts[4].text, "3.");
}

TEST(DrawList, BandsTogetherShowWhatTheWholeShows) {
  Random random(5);
  for (std::uint32_t seed = 0; seed < 400 && !testing::Test::HasFailure(); ++seed) {
    RandomMarkdown generator(seed);
    const std::string markdown = random.one_in(4) ? generator.soup(400) : generator.page();
    const Page page = arranged(markdown, static_cast<float>(60 + random.below(700)));
    const std::vector<Key> whole = keys_of(draw(page, k_everything, measure(), {}));
    std::vector<Key> together;
    for (float top = 0; top <= page.height;) {
      const float bottom = top + static_cast<float>(1 + random.below(300));
      const DrawList list = draw(page, {top, bottom}, measure(), {});
      std::vector<Key> band = keys_of(list);
      EXPECT_TRUE(std::includes(whole.begin(), whole.end(), band.begin(), band.end())) << markdown;
      for (const TextDraw& text : list.texts) {
        EXPECT_LT(text.baseline - 40, bottom) << "nothing far from the band\n" << markdown;
      }
      together.insert(together.end(), band.begin(), band.end());
      top = bottom;
    }
    std::sort(together.begin(), together.end());
    // A line on the border is in both bands.
    std::vector<Key> distinct = whole;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    together.erase(std::unique(together.begin(), together.end()), together.end());
    EXPECT_EQ(together.size(), distinct.size()) << markdown;
    EXPECT_TRUE(together == distinct) << markdown;
  }
}

TEST(DrawList, EveryVisibleCharacterIsInOneRun) {
  Random random(6);
  for (std::uint32_t seed = 0; seed < 400 && !testing::Test::HasFailure(); ++seed) {
    const std::string markdown = RandomMarkdown(seed).page();
    const Page page = arranged(markdown, static_cast<float>(20 + random.below(700)));
    const doc::Document& document = document_of(page);
    const DrawList list = draw(page, k_everything, measure(), {});
    std::vector<int> drawn(document.text.size());
    for (const TextDraw& text : list.texts) {
      const std::ptrdiff_t from = text.text.data() - document.text.data();
      if (from < 0 || from >= static_cast<std::ptrdiff_t>(drawn.size())) continue;  // markers, hyphens
      for (std::size_t i = 0; i < text.text.size(); ++i) ++drawn[static_cast<std::size_t>(from) + i];
    }
    for (const std::uint32_t leaf : page.leaves) {
      if (page.boxes[leaf].kind != BoxKind::text) continue;
      const doc::Range range = document.blocks[leaf].text;
      for (std::uint32_t i = range.begin; i < range.end;) {
        const base::Decoded decoded = base::decode(document.text, i);
        const bool space =
            decoded.code_point == ' ' || decoded.code_point == '\n' || decoded.code_point == '\t';
        if (space) {
          EXPECT_LE(drawn[i], 1) << markdown;
        } else if (measure().advance(0, decoded.code_point) > 0) {
          EXPECT_EQ(drawn[i], 1) << "byte " << i << "\n" << markdown;
        }
        i += static_cast<std::uint32_t>(decoded.length);
      }
    }
  }
}

TEST(DrawList, RunsEndWhereTheirLineEnds) {
  Random random(9);
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const std::string markdown = RandomMarkdown(seed).page();
    const Page page = arranged(markdown, static_cast<float>(60 + random.below(700)));
    for (const std::uint32_t leaf : page.leaves) {
      const Box& box = page.boxes[leaf];
      if (box.kind != BoxKind::text || box.context == Context::code_block) continue;
      for (std::uint32_t n = 0; n < box.line_count; ++n) {
        const Line& line = page.lines_of(box)[n];
        const float top = page.line_top(box, n);
        float right = line.x;
        for (const TextDraw& text : draw(page, {top + 1, top + 2}, measure(), {}).texts) {
          if (text.x + 0.01F < line.x || text.baseline < top) continue;
          if (box.context == Context::cell || box.context == Context::header_cell) continue;
          right = std::max(right, text.x + text.width);
        }
        if (right > line.x) {
          EXPECT_NEAR(right, line.x + line.width, 0.05) << markdown;
        }
      }
    }
  }
}

TEST(DrawList, LinksAreWhereTheirRunsAre) {
  Random random(10);
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const std::string markdown = RandomMarkdown(seed).page();
    const Page page = arranged(markdown, static_cast<float>(200 + random.below(600)));
    const DrawList list = draw(page, k_everything, measure(), {});
    for (const TextDraw& text : list.texts) {
      if (!text.link.valid()) continue;
      ++found;
      EXPECT_EQ(link_at(page, {text.x + text.width / 2, text.baseline - 1}, measure()), text.link)
          << markdown;
      EXPECT_FALSE(link_at(page, {text.x - 1000, text.baseline - 1}, measure()).valid());
    }
    for (int i = 0; i < 200; ++i) {
      const base::Point point = {static_cast<float>(random.below(800)),
                                 static_cast<float>(random.below(static_cast<std::size_t>(page.height) + 1))};
      const LinkId link = link_at(page, point, measure());
      const bool covered = std::any_of(list.texts.begin(), list.texts.end(), [&](const TextDraw& text) {
        return text.link == link && point.x >= text.x && point.x < text.x + text.width &&
               point.y >= text.baseline - 30 && point.y < text.baseline + 10;
      });
      EXPECT_TRUE(!link.valid() || covered) << markdown;
    }
  }
  EXPECT_GT(found, 500u);
}

}  // namespace
}  // namespace aushang::layout
