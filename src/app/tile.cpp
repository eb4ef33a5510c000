#include "app/tile.h"

#include <algorithm>

namespace aushang::app {

base::Band tile_for(base::Band view, base::Band now, const TileLimits& limits) {
  const float height = view.height();
  const base::Band page = {0, limits.page_height};
  const base::Band seen = {std::max(view.top, page.top), std::min(view.bottom, page.bottom)};
  if (height <= 0 || page.height() <= 0) return {};
  if (seen.height() <= 0) return now;

  const auto within = [&](float margin) {
    return base::Band{std::max(view.top - height * margin, page.top),
                      std::min(view.bottom + height * margin, page.bottom)};
  };
  const bool fits = now.height() > 0 && now.top >= page.top && now.bottom <= page.bottom &&
                    now.height() <= limits.max_height;
  // Where the highest canvas allowed leaves less room, what is seen and a little more has to do.
  const float room = std::max(0.0F, (limits.max_height - height) / 2 / height);
  if (fits && now.covers(within(std::min(k_tile_margin, room / 2)))) return now;
  base::Band wanted = within(std::min(k_tile_overscan, room));
  if (wanted.height() > limits.max_height) {
    wanted = {seen.top, std::min(seen.bottom, seen.top + limits.max_height)};
  }
  return wanted;
}

}  // namespace aushang::app
