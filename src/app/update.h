#pragma once
/// State and event to state. Pure.
#include "app/state.h"
#include "layout/measure.h"

namespace aushang::app {

/// What the page looks like now, as far as events need it; null before the first frame.
struct Seen {
  const layout::Page* page = nullptr;
  const layout::TextMeasure* measure = nullptr;
  const form::Built* form = nullptr;  ///< what form_page shows
  const layout::FormPage* form_page = nullptr;
  base::Point panel = {};  ///< its upper left corner
};

[[nodiscard]] State update(State state, const Event& event, const Seen& seen);

/// Whether the way from one state to the next is visible, so that a frame has to be made.
[[nodiscard]] bool needs_frame(const State& before, const State& after);

}  // namespace aushang::app
