#include "app/frame.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "running.h"

namespace aushang::app {
namespace {

TEST(Open, ParsesTheTextAndSetsTheTitleApart) {
  const base::Result<Posting> posting =
      open_posting(bundle_of("# A post\n\ntext\n\n![x](x.png)\n\n- ![y](y.png)\n"));
  ASSERT_TRUE(posting.ok());
  EXPECT_EQ(posting->title->text, "A post");
  EXPECT_EQ(posting->skip_block, 0u);
  EXPECT_EQ(posting->picture_blocks, (std::vector<std::uint32_t>{2, 5}));
  EXPECT_FALSE(posting->undrawable);
  EXPECT_FALSE(open_posting("{}").ok());
}

TEST(Open, MarksThePhrasesThatRulesBind) {
  const base::Result<Posting> posting = open_posting(bundle_of("Send *your CV* today."));
  ASSERT_TRUE(posting.ok());
  const auto& inlines = posting->text->inlines;
  const auto mark = std::find_if(inlines.begin(), inlines.end(),
                                 [](const doc::Inline& one) { return one.kind == doc::InlineKind::mark; });
  ASSERT_NE(mark, inlines.end());
  EXPECT_EQ(posting->text->slice(mark->text), "your CV");
  EXPECT_EQ(posting->text->target(*mark), "#au-material-cv");
}

TEST(Open, APostingFromRightToLeftStaysPlain) {
  EXPECT_TRUE(open_posting(write_bundle({.language = "fa",
                                         .title = "PhD",
                                         .description = "",
                                         .alternates = {},
                                         .check_language = {},
                                         .rules = *author::load_rules(k_check, "check.json"),
                                         .markdown = "Python, your CV"}))
                  ->undrawable)
      << "its page begins at the right, whatever it says";
}

TEST(Open, FindsWhatTheTileCantDraw) {
  EXPECT_TRUE(open_posting(bundle_of("שלום"))->undrawable);
  EXPECT_TRUE(open_posting(bundle_of("text", "नमस्ते"))->undrawable) << "in the title, too";
  EXPECT_TRUE(open_posting(bundle_of("## A heading with ![a picture](x.png)"))->undrawable);
  EXPECT_FALSE(open_posting(bundle_of("## A heading with ![one from elsewhere](https://example.org/x.png)"))
                   ->undrawable);
}

TEST(Frame, TheFirstPutsLayerTileAndPicture) {
  Running app(long_page());
  EXPECT_EQ(app.run(), Names({"panel"})) << "nothing is measured yet";
  app.start();
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"layer", "place", "tile", "draw"}));
  EXPECT_FALSE(app.last.draw.texts.empty());
  EXPECT_EQ(std::get<PlaceTile>(app.last.commands[2]).band, (base::Band{0, 1200}));
}

TEST(Frame, WithoutEventsNothingIsDrawnTwice) {
  Running app(long_page());
  app.start();
  app.run();
  EXPECT_FALSE(app.wanted);
  EXPECT_EQ(app.run(), Names());
  EXPECT_EQ(app.run(), Names());
}

TEST(Frame, EventsThatChangeNothingWantNoFrame) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(measured(400));
  app.happen(Scrolled{{0, 600}});
  app.happen(PointerMoved{{390, 3000}});
  app.happen(PointerLeft{});
  app.happen(TileWanted{});
  EXPECT_FALSE(app.wanted);
}

TEST(Frame, ScrollingALittleDrawsNothing) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(Scrolled{{100, 700}});
  EXPECT_EQ(app.run(), Names());
  app.happen(Scrolled{{3000, 3600}});
  EXPECT_EQ(app.run(), Names({"tile", "draw"}));
}

TEST(Frame, AnotherWidthLaysOutAnew) {
  Running app(long_page());
  app.start();
  app.run();
  const float height = app.shown.page->height;
  app.happen(measured(200));
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"layer", "place", "tile", "draw"}));
  EXPECT_GT(app.shown.page->height, height);
}

TEST(Frame, IslandsMoveWhatIsBelowThem) {
  Running app(long_page());
  app.start();
  app.run();
  const float height = app.shown.page->height;
  app.happen(measured(400, {.facts = 100.0F, .blocks = {}}));
  app.run();
  EXPECT_EQ(app.shown.page->height, height + 100 + app.theme.spacing.island_to_next);
}

TEST(Frame, ALinkUnderThePointerIsDrawnAnew) {
  Running app(long_page());
  app.start();
  app.run();
  const auto link = std::find_if(app.last.draw.texts.begin(), app.last.draw.texts.end(),
                                 [](const layout::TextDraw& text) { return text.link.valid(); });
  ASSERT_NE(link, app.last.draw.texts.end());
  const base::Point on = {link->x + 1, link->baseline - 1};
  app.happen(PointerMoved{on});
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"draw"}));
  app.happen(PointerMoved{{on.x + 1, on.y}});
  EXPECT_FALSE(app.wanted) << "still the same link";
  app.happen(PointerLeft{});
  EXPECT_EQ(app.run(), Names({"draw"}));
}

TEST(Frame, ALostContextWaitsAndComesBack) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(ContextLost{});
  EXPECT_FALSE(app.wanted) << "there is nothing to draw on";
  EXPECT_EQ(app.run(), Names());
  app.happen(Scrolled{{3000, 3600}});
  EXPECT_FALSE(app.wanted);
  app.happen(ContextRestored{});
  EXPECT_TRUE(app.wanted);
  const Names names = app.run();
  EXPECT_EQ(names.back(), "draw");
}

TEST(Frame, AContextLostTwiceMakesThePagePlain) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(ContextLost{});
  app.happen(ContextRestored{});
  app.run();
  app.happen(ContextLost{});
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"plain"}));
  EXPECT_EQ(std::get<EnterPlain>(app.last.commands[0]).reason, PlainReason::context_lost);
  app.happen(ContextRestored{});
  EXPECT_EQ(app.run(), Names()) << "it stays plain";
}

TEST(Frame, TheSwitchLeadsToPlainAndBack) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(PlainWanted{});
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"plain"}));
  app.happen(Scrolled{{2000, 2600}});
  app.happen(measured(300));
  EXPECT_FALSE(app.wanted) << "the document draws";
  app.happen(TileWanted{});
  EXPECT_TRUE(app.wanted);
  EXPECT_EQ(app.run(), Names({"unplain", "layer", "place", "tile", "draw"}))
      << "with what happened meanwhile";
  EXPECT_EQ(app.shown.page->width, 300);
}

TEST(Frame, BackFromPlainTheLayerAndTileAreShownAgain) {
  Running app(long_page());
  app.start();
  app.run();
  app.happen(PlainWanted{});
  app.run();
  app.happen(TileWanted{});
  const Names names = app.run();
  EXPECT_EQ(names.front(), "unplain");
  EXPECT_EQ(names.back(), "draw");
}

TEST(Frame, WhatCantBeDrawnStaysPlain) {
  Running app("שלום");
  app.start();
  EXPECT_EQ(app.run(), Names({"panel", "plain"}));
  EXPECT_EQ(std::get<EnterPlain>(app.last.commands[1]).reason, PlainReason::script);
  app.happen(TileWanted{});
  EXPECT_FALSE(app.wanted);
  EXPECT_EQ(app.run(), Names());
}

TEST(Frame, AnotherReasonToBePlainKeepsItPlain) {
  Running app("שלום");
  app.start();
  app.run();
  app.happen(PlainWanted{PlainReason::forced_colors});
  app.run();
  app.happen(TileWanted{});
  EXPECT_EQ(app.state.plain, PlainReason::script);
}

}  // namespace
}  // namespace aushang::app
