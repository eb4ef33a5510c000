#include "app/update.h"

namespace aushang::app {
namespace {

struct Updater {
  State& state;
  const Seen& seen;

  void operator()(const Measured& event) const {
    state.width = event.width;
    state.islands = event.islands;
  }
  void operator()(const Scrolled& event) const { state.view = event.view; }
  void operator()(const LookChanged&) const { ++state.look; }
  void operator()(const PointerMoved& event) const {
    if (seen.page == nullptr) return;
    state.hovered = layout::link_at(*seen.page, event.point, *seen.measure);
  }
  void operator()(const PointerLeft&) const { state.hovered = {}; }
  void operator()(const ContextLost&) const {
    state.context_lost = true;
    // Once may be chance (a sleeping laptop, a driver's update); twice is this machine.
    if (++state.context_losses >= 2) state.plain = PlainReason::context_lost;
  }
  void operator()(const ContextRestored&) const {
    state.context_lost = false;
    ++state.look;
  }
  void operator()(const PlainWanted& event) const { state.plain = event.reason; }
  void operator()(const TileWanted&) const {
    if (state.posting != nullptr && state.posting->undrawable) {
      state.plain = PlainReason::script;
    } else {
      state.plain = PlainReason::none;
    }
  }
};

}  // namespace

State update(State state, const Event& event, const Seen& seen) {
  std::visit(Updater{state, seen}, event);
  return state;
}

bool needs_frame(const State& before, const State& after) {
  if (before.plain != after.plain) return true;
  if (after.plain != PlainReason::none || after.context_lost) return false;
  return before.width != after.width || before.islands != after.islands || before.view != after.view ||
         before.look != after.look || before.hovered != after.hovered ||
         before.context_lost != after.context_lost;
}

}  // namespace aushang::app
