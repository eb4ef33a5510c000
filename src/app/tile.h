#pragma once
/// Where the tile lies.
#include "base/geometry.h"

namespace aushang::app {

struct TileLimits {
  float page_height = 0;  ///< CSS px
  float max_height = 0;   ///< the highest canvas allowed, CSS px
};

/// In heights of the view: what the tile may be short of on a side before it is moved, and the room it then
/// gets on each side; of that, what it gets ahead instead of behind where the view has come nearer to an
/// edge.
inline constexpr float k_tile_margin = 0.25F;
inline constexpr float k_tile_overscan = 1.0F;
inline constexpr float k_tile_lead = 0.5F;

/// The band the tile has to cover for what is in view. `now` (empty: none yet) is kept as long as the view
/// stays away from its edges or those are the page's own; so scrolling a little moves and draws nothing. A
/// view that comes near one edge is taken to go on in that direction. Empty if the sheet is out of view
/// altogether.
[[nodiscard]] base::Band tile_for(base::Band view, base::Band now, const TileLimits& limits);

}  // namespace aushang::app
