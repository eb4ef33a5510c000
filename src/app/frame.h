#pragma once
/// State to what is shown. The frame says what the host should do; it never calls the host.
#include "app/state.h"
#include "layout/measure.h"

namespace aushang::app {

/// What a frame needs from outside.
struct Env {
  const layout::Theme* theme = nullptr;
  const layout::TextMeasure* measure = nullptr;
  float max_tile_height = 4096;  ///< CSS px
};

/// What the last frame showed; kept by whoever makes frames.
struct Shown {
  std::shared_ptr<const layout::Page> page;
  float width = 0;
  Islands islands;
  std::uint32_t look = 0;
  base::Band tile;
  layout::LinkId hovered;
  PlainReason plain = PlainReason::none;
  bool drawn = false;
};

struct Frame {
  Shown shown;            ///< for the next frame
  bool draws = false;     ///< whether `draw` has to be painted; otherwise the tile is right as it is
  layout::DrawList draw;  ///< of shown.tile
  std::vector<Command> commands;
};

[[nodiscard]] Frame frame(const State& state, const Env& env, const Shown& last);

}  // namespace aushang::app
