// The page's program. The shell calls what is exported here; each call is one event, and aushang_frame makes
// what it changed visible. Nothing runs in between.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/frame.h"
#include "app/open.h"
#include "app/update.h"
#include "platform/layer_buffer.h"
#include "platform/panel_text.h"
#include "platform/web/glyph_loader.h"
#include "platform/web/host.h"
#include "platform/web/measure.h"
#include "platform/web/window.h"
#include "view/painter.h"

using namespace aushang;

namespace {

struct App {
  app::State state;
  app::Shown shown;
  platform::BrowserMeasure measure;
  platform::Look look;
  view::Palette palette = {};
  platform::Window window;
  view::Painter painter;
  view::Tile tile;
  std::string scratch;  ///< what the script hands over is written here
  std::string answer;   ///< what it gets back lives here until the next call
  i18n::Language language = i18n::Language::en;
  app::PanelPlace panel;
  float max_tile_height = 4096;
  bool window_open = false;
  bool frame_requested = false;
};

App& the_app() {
  static App app;
  return app;
}

void request_frame(App& app) {
  if (app.frame_requested) return;
  app.frame_requested = true;
  aushang_request_frame();
}

void happen(const app::Event& event) {
  App& app = the_app();
  const app::Seen seen = {.page = app.shown.page.get(),
                          .measure = &app.measure,
                          .form = app.shown.placed.get(),
                          .form_page = app.shown.form_page.get(),
                          .panel = app.shown.panel};
  app::State next = app::update(app.state, event, seen);
  const bool visible = app::needs_frame(app.state, next);
  app.state = std::move(next);
  if (visible) request_frame(app);
}

/// Carries out what a frame asks for.
struct Host {
  App& app;

  void operator()(const app::UpdatePanel& command) const {
    aushang_show_panel(platform::write_panel(*command.form).c_str());
  }
  void operator()(const app::PlacePanel& command) const {
    const std::vector<std::int32_t> words = platform::encode_form(command.semantics);
    aushang_place_panel(words.data(), static_cast<int>(words.size()), command.y);
  }
  void operator()(const app::UpdateLayer& command) const {
    const std::vector<std::int32_t> words = platform::encode_layer(command.semantics);
    aushang_show_layer(words.data(), static_cast<int>(words.size()));
  }
  void operator()(const app::PlaceTile& command) const {
    float placed[5] = {};
    aushang_place_tile(command.band.top, command.band.bottom, placed);
    app.tile = {{placed[0], placed[1], placed[2], placed[3]}, placed[4]};
  }
  void operator()(const app::EnterPlain& command) const {
    aushang_show_plain(static_cast<int>(command.reason));
  }
  void operator()(const app::LeavePlain&) const { aushang_show_plain(0); }
};

}  // namespace

extern "C" {

/// Room for `size` bytes that the next call reads.
AUSHANG_EXPORT char* aushang_room(int size) {
  App& app = the_app();
  app.scratch.resize(static_cast<std::size_t>(size));
  return app.scratch.data();
}

/// JSON that says what the buffers hold (platform/layer_buffer.h).
AUSHANG_EXPORT const char* aushang_describe() {
  App& app = the_app();
  app.answer = platform::describe_buffers();
  return app.answer.c_str();
}

/// The language of the interface from the room; counts for the next aushang_open.
AUSHANG_EXPORT void aushang_language() {
  App& app = the_app();
  app.language = i18n::language_for(app.scratch);
}

/// Reads the bundle from the room. May be called again, with another posting. Returns an error for people, or
/// an empty text.
AUSHANG_EXPORT const char* aushang_open() {
  App& app = the_app();
  app.answer.clear();
  base::Result<app::Posting> posting = app::open_posting(app.scratch);
  if (posting) {
    happen(app::Opened{std::make_shared<const app::Posting>(std::move(*posting)), app.language});
  } else {
    app.answer = posting.errors().front().message;
  }
  return app.answer.c_str();
}

/// Opens the window on #canvas. 0 where WebGL2 isn't to be had.
AUSHANG_EXPORT int aushang_open_window() {
  App& app = the_app();
  app.window_open = app.window.open();
  return app.window_open ? 1 : 0;
}

/// Reads the look from the room. 0 if it can't be right.
AUSHANG_EXPORT int aushang_look() {
  App& app = the_app();
  platform::Look look;
  const auto* numbers = reinterpret_cast<const float*>(app.scratch.data());
  if (!platform::decode_look(numbers, app.scratch.size() / sizeof(float), look)) return 0;
  for (std::size_t i = 0; i < app.palette.size(); ++i) app.palette[i] = look.inks[i];
  app.look = std::move(look);
  app.measure.reset(app.look.face_count);
  app.painter.set_faces(app.look.face_count, platform::browser_glyphs());
  happen(app::LookChanged{});
  return 1;
}

/// A node of the panel was activated or changed: the room holds its id, a zero byte, and what a field holds;
/// `on`: whether an option is chosen.
AUSHANG_EXPORT void aushang_act(int on) {
  const std::string& said = the_app().scratch;
  const std::size_t end = std::min(said.find('\0'), said.size());
  happen(app::Acted{.id = said.substr(0, end),
                    .value = end < said.size() ? said.substr(end + 1) : std::string(),
                    .on = on != 0});
}

/// Where the panel stands (app::PanelPlace).
AUSHANG_EXPORT void aushang_panel(float x, float width, float gap) { the_app().panel = {x, width, gap}; }

/// The sheet's width and the heights of its islands: the facts' (< 0: there are none) and, in the room, as
/// floats, those of the paragraphs with pictures.
AUSHANG_EXPORT void aushang_measured(float width, float facts, int island_count) {
  App& app = the_app();
  app::Measured event{.width = width, .panel = app.panel, .islands = {}};
  if (facts >= 0) event.islands.facts = facts;
  const auto* heights = reinterpret_cast<const float*>(app.scratch.data());
  const std::vector<std::uint32_t>& blocks = app.state.posting->picture_blocks;
  for (std::size_t i = 0; i < blocks.size() && i < static_cast<std::size_t>(island_count); ++i) {
    event.islands.blocks.emplace_back(blocks[i], heights[i]);
  }
  happen(event);
}

AUSHANG_EXPORT void aushang_scrolled(float top, float bottom, float max_tile_height) {
  the_app().max_tile_height = max_tile_height;
  happen(app::Scrolled{{top, bottom}});
}
AUSHANG_EXPORT void aushang_pointer(float x, float y) {
  the_app().painter.set_pointer({x, y});
  happen(app::PointerMoved{{x, y}});
}
AUSHANG_EXPORT void aushang_pointer_left() {
  the_app().painter.set_pointer({-1, -1});
  happen(app::PointerLeft{});
}
AUSHANG_EXPORT void aushang_context_lost() {
  App& app = the_app();
  if (app.window_open) app.window.forget_objects();
  happen(app::ContextLost{});
}
AUSHANG_EXPORT void aushang_context_restored() {
  App& app = the_app();
  if (!app.window.make_objects()) return;
  app.painter.set_faces(app.look.face_count, platform::browser_glyphs());
  happen(app::ContextRestored{});
}
AUSHANG_EXPORT void aushang_want_plain(int reason) {
  happen(app::PlainWanted{static_cast<app::PlainReason>(reason)});
}
AUSHANG_EXPORT void aushang_want_tile() { happen(app::TileWanted{}); }

/// Makes visible what happened since the last call: at `now`, ms; `motion`: how long a change is seen, ms.
/// Returns 1 if it painted.
AUSHANG_EXPORT int aushang_frame(double now, double motion) {
  App& app = the_app();
  app.frame_requested = false;
  app::Frame frame = app::frame(app.state,
                                {.theme = &app.look.theme,
                                 .form_theme = &app.look.form,
                                 .measure = &app.measure,
                                 .max_tile_height = app.max_tile_height,
                                 .now = now,
                                 .motion = motion},
                                app.shown);
  for (const app::Command& command : frame.commands) std::visit(Host{app}, command);
  app.shown = std::move(frame.shown);
  if (frame.again) request_frame(app);
  if (!frame.draws || !app.window_open) return 0;
  app.painter.paint(frame.draw, app.tile, app.palette, app.measure);
  app.window.present();
  return 1;
}

}  // extern "C"
