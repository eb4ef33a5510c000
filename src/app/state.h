#pragma once
/// What the app knows, what can happen to it, and what it asks for. Values only: no clock, no I/O.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/posting.h"
#include "base/geometry.h"
#include "form/form.h"
#include "layout/draw_list.h"
#include "layout/form_semantics.h"
#include "layout/semantics.h"

namespace aushang::app {

/// Why the page is plain. The shell knows them by their numbers (shell/modes.js): the switch is offered only
/// where pressing it changes something.
enum class PlainReason : std::uint8_t {
  none,           ///< it isn't
  asked,          ///< by the switch or the address
  no_webgl,       ///< no WebGL2 here
  context_lost,   ///< lost for the second time
  disturbed,      ///< what is read back from a canvas is not what was drawn
  text_settings,  ///< the reader's own text size or spacing is in force
  forced_colors,
  script,  ///< a script or character that the tile can't draw as the browser does
  translated,
  no_match,  ///< the page in the document isn't the one the core knows
};

/// Pieces of the page that the document draws, as high as it says they are.
struct Islands {
  std::optional<float> facts;                           ///< none: the page has no facts
  std::vector<std::pair<std::uint32_t, float>> blocks;  ///< blocks of the text, ascending
  friend bool operator==(const Islands&, const Islands&) = default;
};

/// Where the panel stands: beside the posting, or below it.
struct PanelPlace {
  float x = 0;  ///< from the sheet's left edge, CSS px; 0: below
  float width = 0;
  float gap = 0;  ///< below: between the posting and the panel
  friend bool operator==(const PanelPlace&, const PanelPlace&) = default;
};

struct State {
  std::shared_ptr<const Posting> posting;
  PlainReason plain = PlainReason::none;
  float width = 0;  ///< of the sheet, CSS px; 0: not measured yet
  Islands islands;
  base::Band view;         ///< what of the sheet is in the window, CSS px from its upper edge
  std::uint32_t look = 0;  ///< counts changes of theme, fonts and density
  int context_losses = 0;
  bool context_lost = false;
  layout::LinkId hovered;
  std::uint32_t hovered_node = layout::k_no_node;  ///< of the form
  PanelPlace panel;
  i18n::Language language = i18n::Language::en;  ///< of the interface
  rules::Answers answers;
  form::View did;
  std::shared_ptr<const form::Built> form;  ///< what stands in the panel; null before a posting is open
};

// ---- events ----

/// A posting is there, in place of the one before. Answers are kept as far as it asks the same.
struct Opened {
  std::shared_ptr<const Posting> posting;
  i18n::Language language = i18n::Language::en;
};
/// A node of the form was activated or changed by hand (form::act).
struct Acted {
  std::string id;
  std::string value;
  bool on = false;
};
struct Measured {
  float width = 0;
  PanelPlace panel = {};
  Islands islands;
};
struct Scrolled {
  base::Band view;
};
struct LookChanged {};
struct PointerMoved {
  base::Point point;
};
struct PointerLeft {};
struct ContextLost {};
struct ContextRestored {};
struct PlainWanted {
  PlainReason reason = PlainReason::asked;
};
struct TileWanted {};

using Event = std::variant<Opened, Acted, Measured, Scrolled, LookChanged, PointerMoved, PointerLeft,
                           ContextLost, ContextRestored, PlainWanted, TileWanted>;

// ---- commands ----

/// The panel is to hold this; in every mode.
struct UpdatePanel {
  std::shared_ptr<const form::Built> form;
};
/// The layer is to look like this.
struct UpdateLayer {
  layout::Semantics semantics;
};
/// The panel's elements are to lie there.
struct PlacePanel {
  layout::FormSemantics semantics;
  float y = 0;  ///< the panel's upper edge on the sheet
};
/// The canvas is to lie there; `draw` is what it shows.
struct PlaceTile {
  base::Band band;
};
struct EnterPlain {
  PlainReason reason = PlainReason::asked;
};
struct LeavePlain {};

using Command = std::variant<UpdatePanel, UpdateLayer, PlacePanel, PlaceTile, EnterPlain, LeavePlain>;

}  // namespace aushang::app
