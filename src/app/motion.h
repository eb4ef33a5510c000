#pragma once
/// What has just changed is seen changing, for a moment: colours only, nothing changes its place.
#include <memory>
#include <vector>

#include "form/form.h"

namespace aushang::app {

/// How things stood before, and since when they don't any more.
struct Motion {
  std::shared_ptr<const form::Built> before;
  double since = 0;  ///< ms, of the clock of Env::now
};

/// Whether a phrase or a node of the panel stands differently.
[[nodiscard]] bool stands_differently(const form::Built& before, const form::Built& after);

/// The tone that each node of `now` had before: of the node of the same id, none where there was none.
[[nodiscard]] std::vector<layout::Tone> tones_before(const layout::Form& before, const layout::Form& now);

/// How much of a change is seen by now, 0 to 1, quick at first; 1 where `duration` is 0.
[[nodiscard]] float seen_share(const Motion& motion, double now, double duration);

}  // namespace aushang::app
