#pragma once
/// State to what is shown. The frame says what the host should do; it never calls the host.
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/motion.h"
#include "app/state.h"
#include "layout/measure.h"

namespace aushang::app {

/// What a frame needs from outside.
struct Env {
  const layout::Theme* theme = nullptr;
  const layout::FormTheme* form_theme = nullptr;
  const layout::TextMeasure* measure = nullptr;
  float max_tile_height = 4096;  ///< CSS px
  double now = 0;                ///< ms
  double motion = 0;             ///< how long a change is seen, ms; 0: it is there at once
};

/// What the last frame showed; kept by whoever makes frames.
struct Shown {
  std::shared_ptr<const Posting> posting;
  std::shared_ptr<const layout::Page> page;
  std::shared_ptr<const form::Built> form;    ///< what the panel holds
  std::shared_ptr<const form::Built> placed;  ///< what form_page is the layout of
  std::shared_ptr<const layout::FormPage> form_page;
  base::Point panel;  ///< its upper left corner on the sheet
  float width = 0;
  Islands islands;
  float panel_width = 0;
  std::uint32_t look = 0;
  base::Band tile;
  layout::LinkId hovered;
  std::uint32_t hovered_node = layout::k_no_node;
  PlainReason plain = PlainReason::none;
  bool drawn = false;
  std::optional<Motion> motion;  ///< what is seen changing
};

struct Frame {
  Shown shown;            ///< for the next frame
  bool draws = false;     ///< whether `draw` has to be painted; otherwise the tile is right as it is
  layout::DrawList draw;  ///< of shown.tile
  std::vector<Command> commands;
  bool again = false;  ///< whether the next frame shows something else though nothing happens
};

[[nodiscard]] Frame frame(const State& state, const Env& env, const Shown& last);

}  // namespace aushang::app
