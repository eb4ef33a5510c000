#include "app/motion.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "running.h"

namespace aushang::app {
namespace {

using layout::Fade;
using layout::Tone;

constexpr const char* k_degree_and_years =
    R"({"version": 1, "apply": {"to": ["jobs@group.example"], "subject": {"contains": "[job-1]"}},
        "questions": [{"id": "degree", "type": "yes_no", "label": "Do you hold a degree?"},
                      {"id": "years", "type": "number", "label": "For how many years?", "min": 0, "max": 50}],
        "clauses": [{"id": "has", "quote": "a degree", "label": "A degree", "logic": {"var": "degree"}},
                    {"id": "long", "quote": "some years", "label": "Years", "logic": {">": [{"var": "years"}, 2]}}],
        "criteria": [{"id": "c", "level": "must", "label": "Both",
                      "logic": {"and": [{"var": "has"}, {"var": "long"}]}}],
        "materials": []})";

TEST(Motion, IsQuickAtFirstAndEnds) {
  const Motion motion = {.before = nullptr, .since = 1000};
  EXPECT_EQ(seen_share(motion, 1000, 200), 0);
  EXPECT_EQ(seen_share(motion, 1100, 200), 0.75F);
  EXPECT_EQ(seen_share(motion, 1200, 200), 1);
  EXPECT_EQ(seen_share(motion, 9000, 200), 1) << "a page that was away";
  EXPECT_EQ(seen_share(motion, 900, 200), 0) << "a clock that was set back";
  EXPECT_EQ(seen_share(motion, 1000, 0), 1) << "for who wants none";
}

TEST(Motion, WhatWasNotThereHadNoTone) {
  layout::Form before, now;
  const auto add = [](layout::Form& form, std::string id, Tone tone) {
    layout::FormNode& node = form.nodes.emplace_back();
    node.id = std::move(id);
    node.tone = tone;
  };
  add(before, "au-a", Tone::good);
  add(before, "au-b", Tone::open);
  add(now, "au-b", Tone::bad);
  add(now, "au-c", Tone::good);
  EXPECT_EQ(tones_before(before, now), (std::vector<Tone>{Tone::open, Tone::none}));
}

class Moving : public testing::Test {
 protected:
  Moving() : app("text") {
    app.happen(Opened{.posting = std::make_shared<const Posting>(*open_posting(
                          write_bundle({.language = "en",
                                        .title = "A post",
                                        .description = "",
                                        .alternates = {},
                                        .check_language = "en",
                                        .rules = *author::load_rules(k_degree_and_years, "check.json"),
                                        .markdown = "You hold a degree and bring some years.\n"})))});
    app.motion = 200;
    app.start();
  }
  void act(std::string id, std::string value = {}) {
    app.happen(Acted{.id = std::move(id), .value = std::move(value), .on = true});
  }
  Names at(double now) {
    app.now = now;
    return app.run();
  }
  [[nodiscard]] std::size_t fading(Fade fade) const {
    const layout::DrawList& list = app.last.draw;
    const auto fades = [&](const auto& one) { return one.fade == fade; };
    return static_cast<std::size_t>(
        std::ranges::count_if(list.below, fades) + std::ranges::count_if(list.above, fades) +
        std::ranges::count_if(list.texts, fades) + std::ranges::count_if(list.strokes, fades));
  }

  Running app;
};

TEST_F(Moving, AnAnswerIsSeenChangingAndThenThePageRests) {
  at(0);
  EXPECT_FALSE(app.last.again) << "nothing moves at the start";
  act("au-o-degree-0");
  EXPECT_EQ(at(1000).back(), "draw");
  EXPECT_TRUE(app.last.again);
  EXPECT_EQ(app.last.draw.share, 0);
  EXPECT_GT(fading(Fade::in), 0u);
  EXPECT_GT(fading(Fade::out), 0u);
  EXPECT_EQ(at(1100), Names({"draw"})) << "nothing else";
  EXPECT_TRUE(app.last.again);
  EXPECT_EQ(app.last.draw.share, 0.75F);
  EXPECT_EQ(at(1200), Names({"draw"}));
  EXPECT_FALSE(app.last.again);
  EXPECT_EQ(fading(Fade::in) + fading(Fade::out), 0u) << "the last picture is of how things are";
  EXPECT_EQ(at(1300), Names());
  EXPECT_FALSE(app.last.again);
}

TEST_F(Moving, NothingChangesItsPlaceMeanwhile) {
  at(0);
  act("au-o-degree-0");
  at(1000);
  const auto places = [&] {
    std::vector<std::pair<float, float>> found;
    for (const layout::TextDraw& text : app.last.draw.texts) found.emplace_back(text.x, text.baseline);
    return found;
  };
  const auto first = places();
  at(1200);
  EXPECT_EQ(places(), first);
}

TEST_F(Moving, WhoWantsNoneHasTheChangeAtOnce) {
  at(0);
  act("au-o-degree-0");
  app.motion = 0;
  at(1000);
  EXPECT_FALSE(app.last.again);
  EXPECT_EQ(fading(Fade::in) + fading(Fade::out), 0u);
  EXPECT_EQ(at(1010), Names());

  app.motion = 200;
  act("au-o-degree-1");
  at(2000);
  EXPECT_TRUE(app.last.again);
  app.motion = 0;
  EXPECT_EQ(at(2010), Names({"draw"})) << "the wish counts while something moves, too";
  EXPECT_FALSE(app.last.again);
  EXPECT_EQ(fading(Fade::in) + fading(Fade::out), 0u);
}

TEST_F(Moving, WhatChangesNoStateMovesNothing) {
  at(0);
  act("au-w-name", "Ada");
  at(1000);
  EXPECT_FALSE(app.last.again);
}

TEST_F(Moving, TypingGoesOnWhileSomethingMoves) {
  at(0);
  act("au-o-degree-0");
  at(1000);
  act("au-w-name", "Ada");
  at(1100);
  EXPECT_EQ(app.last.draw.share, 0.75F) << "and doesn't begin anew";
}

TEST_F(Moving, NothingMovesOnAPlainPageNorOnTheWayBack) {
  at(0);
  act("au-o-degree-0");
  at(1000);
  app.happen(PlainWanted{});
  at(1010);
  EXPECT_FALSE(app.last.again);
  act("au-o-degree-1");
  at(1020);
  EXPECT_FALSE(app.last.again);
  app.happen(TileWanted{});
  EXPECT_EQ(at(1030).back(), "draw");
  EXPECT_FALSE(app.last.again);
  EXPECT_EQ(fading(Fade::in) + fading(Fade::out), 0u);
}

}  // namespace
}  // namespace aushang::app
