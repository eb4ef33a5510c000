#include <memory>
#include <string>
#include <utility>

#include "running.h"

namespace aushang::app {
namespace {

constexpr const char* k_asking =
    R"({"version": 1, "apply": {"to": ["jobs@group.example"], "subject": {"contains": "[job-1]"}},
        "questions": [{"id": "degree", "type": "yes_no", "label": "Do you hold a degree?"},
                      {"id": "years", "type": "number", "label": "For how many years?", "min": 0, "max": 50}],
        "clauses": [{"id": "has", "quote": "a degree", "label": "A degree", "logic": {"var": "degree"}}],
        "criteria": [{"id": "c", "level": "must", "label": "Degree", "logic": {"var": "has"}}],
        "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}]})";

std::string asking(const std::string& language = "en") {
  return write_bundle({.language = language,
                       .title = "A post",
                       .description = "",
                       .alternates = {},
                       .check_language = language,
                       .rules = *author::load_rules(k_asking, "check.json"),
                       .markdown = "You hold a degree.\n"});
}

class Panel : public testing::Test {
 protected:
  Panel() : app("text") {
    open("en", i18n::Language::en);
    app.start();
    app.run();
  }
  void open(const std::string& posting_language, i18n::Language interface_language) {
    app.happen(Opened{.posting = std::make_shared<const Posting>(*open_posting(asking(posting_language))),
                      .language = interface_language});
  }
  void act(std::string id, bool on = true, std::string value = {}) {
    app.happen(Acted{.id = std::move(id), .value = std::move(value), .on = on});
  }
  [[nodiscard]] const std::string& outcome() const { return app.state.form->outcome; }

  Running app;
};

TEST_F(Panel, AnAnswerChangesThePanelTheVerdictAndThePicture) {
  const std::string before = outcome();
  act("au-o-degree-0");
  EXPECT_TRUE(app.wanted);
  EXPECT_NE(outcome(), before);
  EXPECT_EQ(app.run(), Names({"panel", "place", "tile", "draw"}));
  EXPECT_EQ(app.state.form->phrases.at(0).tone, layout::Tone::good);
  EXPECT_FALSE(app.wanted);
  EXPECT_EQ(app.run(), Names()) << "and then it rests";
}

TEST_F(Panel, WhatIsNoNodeChangesNothing) {
  const State before = app.state;
  act("au-o-degree-9");
  act("");
  EXPECT_FALSE(app.wanted);
  EXPECT_EQ(app.state.form, before.form);
}

TEST_F(Panel, APlainPageIsFilledButNotPlaced) {
  app.happen(PlainWanted{});
  app.run();
  act("au-o-degree-1");
  EXPECT_EQ(app.run(), Names({"panel"}));
}

TEST_F(Panel, AnotherLanguageKeepsTheAnswers) {
  act("au-o-degree-0");
  act("au-w-name", true, "Ada");
  app.run();
  const std::string english = outcome();
  open("en", i18n::Language::de);
  EXPECT_NE(outcome(), english) << "in German";
  EXPECT_EQ(app.state.answers.by_question.count("degree"), 1u);
  EXPECT_EQ(app.state.answers.words.name, "Ada");
}

TEST_F(Panel, AnotherPostingDropsWhatItDoesNotAsk) {
  act("au-o-degree-0");
  act("au-have-cv");
  app.happen(Opened{.posting = std::make_shared<const Posting>(*open_posting(bundle_of("text")))});
  EXPECT_TRUE(app.state.answers.by_question.empty());
  EXPECT_EQ(app.state.did.have.count("cv"), 1u) << "which it asks for, too";
}

TEST_F(Panel, StandsBesideOrBelowThePosting) {
  EXPECT_EQ(app.shown.panel, (base::Point{0, app.shown.page->height + 40}));
  app.happen(Measured{.width = 400, .panel = {.x = 450, .width = 300, .gap = 0}, .islands = {}});
  EXPECT_EQ(app.run(), Names({"place", "tile", "draw"}));
  EXPECT_EQ(app.shown.panel, (base::Point{450, 0}));
  EXPECT_EQ(app.shown.form_page->width, 300);
  EXPECT_GE(app.shown.tile.bottom, 600) << "the panel is longer than the posting";
}

TEST_F(Panel, TheNodeUnderThePointerIsDrawnAnew) {
  app.happen(Measured{.width = 400, .panel = {.x = 450, .width = 300, .gap = 0}, .islands = {}});
  app.run();
  const auto& nodes = app.state.form->form.nodes;
  std::size_t option = 0;
  while (nodes[option].id != "au-o-degree-0") ++option;
  const base::Rect& rect = app.shown.form_page->boxes[option].rect;
  app.happen(PointerMoved{{450 + rect.x + 5, rect.y + 5}});
  EXPECT_EQ(app.state.hovered_node, option);
  EXPECT_EQ(app.run(), Names({"draw"}));
  app.happen(PointerLeft{});
  EXPECT_EQ(app.run(), Names({"draw"}));
}

TEST_F(Panel, PhrasesAreToldApartByHowTheyStand) {
  EXPECT_EQ(app.state.posting->clause_marks.size(), 1u);
  const auto lines = [&] { return app.last.draw.above.size(); };
  act("au-o-degree-0");
  app.run();
  const std::size_t solid = lines();
  act("au-o-degree-1");
  app.run();
  EXPECT_GT(lines(), solid) << "two lines where it isn't met";
}

}  // namespace
}  // namespace aushang::app
