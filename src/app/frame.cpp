#include "app/frame.h"

#include <algorithm>
#include <utility>

#include "app/tile.h"
#include "layout/arrange.h"
#include "layout/form_draw.h"

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
  return last.page != nullptr && last.posting == state.posting && last.width == state.width &&
         last.islands == state.islands && last.look == state.look;
}

/// How each phrase of the posting stands, by index of its inline.
std::vector<layout::Tone> tones_of(const Posting& posting, const form::Built& form) {
  std::vector<layout::Tone> tones(posting.text->inlines.size(), layout::Tone::none);
  for (const auto& [inline_index, id] : posting.clause_marks) {
    for (const form::PhraseState& phrase : form.phrases) {
      if (phrase.phrase_id == id) tones[inline_index] = phrase.tone;
    }
  }
  return tones;
}

class Framing {
 public:
  Framing(const State& state, const Env& env, const Shown& last) : state_(state), env_(env) {
    out_.shown = last;
  }

  Frame run() {
    Shown& shown = out_.shown;
    if (state_.form != nullptr && state_.form != shown.form) {
      shown.form = state_.form;
      out_.commands.emplace_back(UpdatePanel{state_.form});
    }
    mode();
    if (state_.plain != PlainReason::none || state_.context_lost || state_.posting == nullptr ||
        state_.width <= 0) {
      shown.motion.reset();
      return std::move(out_);
    }
    posting();
    panel();
    const float height = std::max(shown.page->height, shown.panel.y + shown.form_page->height);
    const base::Band tile = tile_for(state_.view, shown.tile, {height, env_.max_tile_height});
    if (tile != shown.tile || !shown.drawn) {
      shown.tile = tile;
      shown.drawn = false;
      out_.commands.emplace_back(PlaceTile{tile});
    }
    if (state_.hovered != shown.hovered || state_.hovered_node != shown.hovered_node) {
      shown.hovered = state_.hovered;
      shown.hovered_node = state_.hovered_node;
      shown.drawn = false;
    }
    const float share = move();
    if (!shown.drawn && tile.height() > 0) draw(share);
    return std::move(out_);
  }

 private:
  void mode() {
    if (state_.plain == out_.shown.plain) return;
    out_.shown.plain = state_.plain;
    if (state_.plain != PlainReason::none) {
      out_.shown.drawn = false;
      out_.commands.emplace_back(EnterPlain{state_.plain});
    } else {
      out_.commands.emplace_back(LeavePlain{});
    }
  }

  void posting() {
    Shown& shown = out_.shown;
    if (still_right(state_, shown)) return;
    const layout::Page* previous = shown.look == state_.look ? shown.page.get() : nullptr;
    shown.page = std::make_shared<layout::Page>(
        layout::arrange(parts_of(state_), state_.width, *env_.theme, *env_.measure, previous));
    shown.posting = state_.posting;
    shown.width = state_.width;
    shown.islands = state_.islands;
    shown.drawn = false;
    out_.commands.emplace_back(UpdateLayer{layout::semantics_of(*shown.page)});
  }

  void panel() {
    Shown& shown = out_.shown;
    const PanelPlace& place = state_.panel;
    const base::Point corner = {place.x, place.x > 0 ? 0 : shown.page->height + place.gap};
    const bool same = shown.form_page != nullptr && shown.placed == state_.form &&
                      shown.panel_width == place.width && shown.look == state_.look;
    shown.look = state_.look;
    if (same && corner == shown.panel) return;
    if (!same) {
      const layout::Form& form = state_.form->form;
      shown.form_page = std::make_shared<layout::FormPage>(
          layout::arrange_form(form, place.width, *env_.form_theme, *env_.measure));
    }
    // Only from one picture of the same page to the next.
    if (shown.drawn && shown.placed != state_.form && stands_differently(*shown.placed, *state_.form))
      shown.motion = {.before = shown.placed, .since = env_.now};
    shown.placed = state_.form;
    shown.panel_width = place.width;
    shown.panel = corner;
    shown.drawn = false;
    out_.commands.emplace_back(PlacePanel{
        layout::form_semantics_of(state_.form->form, *shown.form_page, *env_.form_theme), corner.y});
  }

  /// How much is seen of what changes. The last picture is one of how things are.
  float move() {
    Shown& shown = out_.shown;
    if (!shown.motion) return 1;
    shown.drawn = false;
    const float share = seen_share(*shown.motion, env_.now, env_.motion);
    if (share >= 1) shown.motion.reset();
    out_.again = shown.motion.has_value();
    return share;
  }

  void draw(float share) {
    Shown& shown = out_.shown;
    const std::vector<layout::Tone> tones = tones_of(*state_.posting, *state_.form);
    std::vector<layout::Tone> before, nodes_before;
    if (shown.motion) {
      before = tones_of(*state_.posting, *shown.motion->before);
      nodes_before = tones_before(shown.motion->before->form, state_.form->form);
    }
    out_.draw = layout::draw(*shown.page, shown.tile, *env_.measure,
                             {.hovered = state_.hovered, .tones = tones, .before = before});
    layout::draw_form(state_.form->form, *shown.form_page, *env_.form_theme, shown.panel, shown.tile,
                      *env_.measure, state_.hovered_node, out_.draw, nodes_before);
    out_.draw.share = share;
    out_.draws = true;
    shown.drawn = true;
  }

  const State& state_;
  const Env& env_;
  Frame out_;
};

}  // namespace

Frame frame(const State& state, const Env& env, const Shown& last) { return Framing(state, env, last).run(); }

}  // namespace aushang::app
