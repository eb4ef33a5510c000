#pragma once
/// The app without a browser: what main/web.cpp does with events and frames, and a list of what the host was
/// asked to do.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <utility>

#include <string>
#include <vector>

#include "app/bundle.h"
#include "app/frame.h"
#include "app/open.h"
#include "app/update.h"
#include "author/load.h"
#include "platform/headless/measure.h"

namespace aushang::app {

inline constexpr const char* k_check =
    R"({"version": 1, "apply": {"to": ["jobs@group.example"], "subject": {"contains": "[job-1]"}},
        "questions": [], "clauses": [], "criteria": [],
        "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "quote": "your CV"}]})";

inline std::string bundle_of(std::string markdown, std::string title = "A post") {
  return write_bundle({.language = "en",
                       .title = std::move(title),
                       .description = "",
                       .alternates = {},
                       .check_language = "en",
                       .rules = *author::load_rules(k_check, "check.json"),
                       .markdown = std::move(markdown)});
}

/// The panel stands below and is as wide as the sheet.
inline Measured measured(float width, Islands islands = {}) {
  return {.width = width, .panel = {.x = 0, .width = width, .gap = 40}, .islands = std::move(islands)};
}

class Running {
 public:
  explicit Running(std::string markdown) {
    base::Result<Posting> posting = open_posting(bundle_of(std::move(markdown)));
    EXPECT_TRUE(posting.ok());
    happen(Opened{.posting = std::make_shared<const Posting>(std::move(*posting))});
  }

  void happen(const Event& event) {
    State next = update(state, event,
                        {.page = shown.page.get(),
                         .measure = &measure,
                         .form = shown.placed.get(),
                         .form_page = shown.form_page.get(),
                         .panel = shown.panel});
    wanted = wanted || needs_frame(state, next);
    state = std::move(next);
  }
  void start(float width = 400) {
    happen(measured(width));
    happen(Scrolled{{0, 600}});
    happen(LookChanged{});
  }

  /// Names of the commands, in order, and "draw" at the end if it draws.
  std::vector<std::string> run() {
    wanted = false;
    last = frame(state,
                 {.theme = &theme,
                  .form_theme = &form_theme,
                  .measure = &measure,
                  .max_tile_height = 4096,
                  .now = now,
                  .motion = motion},
                 shown);
    shown = last.shown;
    std::vector<std::string> names;
    for (const Command& command : last.commands) {
      static constexpr const char* k_names[] = {"panel", "layer", "place", "tile", "plain", "unplain"};
      names.emplace_back(k_names[command.index()]);
    }
    if (last.draws) names.emplace_back("draw");
    return names;
  }

  State state;
  Shown shown;
  Frame last;
  bool wanted = false;
  double now = 0, motion = 0;
  layout::Theme theme = platform::headless::theme();
  layout::FormTheme form_theme = platform::headless::form_theme();
  platform::headless::Measure measure;
};

using Names = std::vector<std::string>;

inline std::string long_page() {
  std::string out = "# A post\n\nWrite to [us](mailto:us@example.org).\n\n";
  for (int i = 0; i < 200; ++i) out += "A paragraph of some words that wraps.\n\n";
  return out;
}

}  // namespace aushang::app
