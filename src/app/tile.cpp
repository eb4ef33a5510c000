#include "app/tile.h"

#include <algorithm>

namespace aushang::app {

base::Band tile_for(base::Band view, base::Band now, const TileLimits& limits) {
  const float height = view.height();
  const base::Band page = {0, limits.page_height};
  const base::Band seen = {std::max(view.top, page.top), std::min(view.bottom, page.bottom)};
  if (height <= 0 || page.height() <= 0) return {};
  if (seen.height() <= 0) return now;

  const auto within = [&](float above, float below) {
    return base::Band{std::max(view.top - height * above, page.top),
                      std::min(view.bottom + height * below, page.bottom)};
  };
  const bool fits = now.height() > 0 && now.top >= page.top && now.bottom <= page.bottom &&
                    now.height() <= limits.max_height;
  // Where the highest canvas allowed leaves less room, what is seen and a little more has to do. A pixel
  // less: sums are rounded.
  const float room = std::max(0.0F, (limits.max_height - 1 - height) / 2 / height);
  const float margin = std::min(k_tile_margin, room / 2);
  const base::Band least = within(margin, margin);
  if (fits && now.covers(least)) return now;

  const float around = std::min(k_tile_overscan, room);
  const bool goes_on = fits && now.meets(view.top, view.bottom);
  float lead = 0;
  if (goes_on && now.top <= least.top) lead = k_tile_lead;
  if (goes_on && now.bottom >= least.bottom) lead = -k_tile_lead;
  base::Band wanted = within(around * (1 - lead), around * (1 + lead));
  if (wanted.height() > limits.max_height) {
    wanted = {seen.top, std::min(seen.bottom, seen.top + limits.max_height)};
  }
  return wanted;
}

}  // namespace aushang::app
