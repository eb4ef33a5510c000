#include "app/frame.h"

#include "app/tile.h"
#include "layout/arrange.h"

namespace aushang::app {
namespace {

std::vector<layout::Part> parts_of(const State& state) {
  std::vector<layout::Part> parts;
  const Posting& posting = *state.posting;
  if (posting.title != nullptr) {
    parts.push_back({.kind = layout::Part::Kind::title, .document = posting.title, .island_heights = {}});
  }
  if (state.islands.facts) {
    parts.push_back({.kind = layout::Part::Kind::island,
                     .document = nullptr,
                     .island_height = *state.islands.facts,
                     .island_heights = {}});
  }
  parts.push_back({.kind = layout::Part::Kind::text,
                   .document = posting.text,
                   .skip_block = posting.skip_block,
                   .island_heights = state.islands.blocks});
  return parts;
}

/// Whether the page that was laid out last is still the right one.
bool still_right(const State& state, const Shown& last) {
  return last.page != nullptr && last.width == state.width && last.islands == state.islands &&
         last.look == state.look;
}

}  // namespace

Frame frame(const State& state, const Env& env, const Shown& last) {
  Frame out;
  out.shown = last;
  if (state.plain != last.plain) {
    out.shown.plain = state.plain;
    if (state.plain != PlainReason::none) {
      out.shown.drawn = false;
      out.commands.emplace_back(EnterPlain{state.plain});
    } else {
      out.commands.emplace_back(LeavePlain{});
    }
  }
  if (state.plain != PlainReason::none || state.context_lost || state.posting == nullptr || state.width <= 0)
    return out;

  if (!still_right(state, last)) {
    const layout::Page* previous = last.look == state.look ? last.page.get() : nullptr;
    const std::vector<layout::Part> parts = parts_of(state);
    out.shown.page = std::make_shared<layout::Page>(
        layout::arrange(parts, state.width, *env.theme, *env.measure, previous));
    out.shown.width = state.width;
    out.shown.islands = state.islands;
    out.shown.look = state.look;
    out.shown.drawn = false;
    out.commands.emplace_back(UpdateLayer{layout::semantics_of(*out.shown.page)});
  }

  const layout::Page& page = *out.shown.page;
  const base::Band tile = tile_for(state.view, out.shown.tile, {page.height, env.max_tile_height});
  if (tile != out.shown.tile || !out.shown.drawn) {
    out.shown.tile = tile;
    out.shown.drawn = false;
    out.commands.emplace_back(PlaceTile{tile});
  }
  if (state.hovered != out.shown.hovered) {
    out.shown.hovered = state.hovered;
    out.shown.drawn = false;
  }
  if (!out.shown.drawn && tile.height() > 0) {
    out.draw = layout::draw(page, tile, *env.measure, {.hovered = state.hovered});
    out.draws = true;
    out.shown.drawn = true;
  }
  return out;
}

}  // namespace aushang::app
