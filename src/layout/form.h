#pragma once
/// The form: what stands beside the posting (self-check, checklist, draft) as one list of nodes. The static
/// page, the layer and the tile are all made from it, so they can't disagree.
///
/// Nodes stand in reading order; a container is followed by its descendants (`end`). A node is either a
/// container (no text) or a leaf. Containers stack their children, but for `row`, `chips`, `pair` and
/// `routes`, which put them side by side. In the document each node is one element with the node's id.
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "layout/theme.h"

namespace aushang::layout {

/// In the order of k_widgets.
enum class Widget : std::uint8_t {
  card,     ///< region; its `label` says what the title says that it starts with
  title,    ///< of a card
  heading,  ///< inside a card
  text,
  hint,      ///< small and quiet; with a tone in its colour, as is a text
  remark,    ///< a hint below an option, where its text begins
  progress,  ///< `value`: share done, "0" to "1"; `label` names it
  status,    ///< says by itself what changes in it; coloured by its tone
  outcome,   ///< in a status: what it comes to
  reason,    ///< in a status: why
  group,     ///< a question and its answers, named by the legend it starts with
  legend,
  why,         ///< a link at the right end of the line above it, in room that this line leaves free
  option,      ///< radio button or checkbox with its text, a line of its own
  chips,       ///< options one after the other, each as wide as its text, in lines
  chip,        ///< one of them
  quiet_chip,  ///< one that is no answer: "Not sure"
  row,
  pair,   ///< of two: the second as wide as its text and at the right, the first in what that leaves
  count,  ///< second of a pair, beside a title
  tag,    ///< second of a pair, beside an option
  link,   ///< `value`: address
  list,   ///< of items; `labelled_by` names it
  item,
  line,          ///< a list of things that are only named
  line_item,     ///< one of them
  clause,        ///< in a step: a point of the posting
  field_label,   ///< `value`: id of the input it names
  field,         ///< one line of text, a number or a date; drawn by the document
  area,          ///< lines of text; drawn by the document
  disclosure,    ///< what stands in it is hidden until it is opened (`checked`); begins with its summary
  summary,       ///< opens and closes the disclosure around it
  preview,       ///< box around a draft
  preview_name,  ///< "Subject"
  preview_text,  ///< a line of the draft; white space kept
  main_button,   ///< a link, `value`: address
  button,        ///< `value`: text that it copies, or empty
  text_button,   ///< a button that looks like a link
  steps,         ///< what is needed together: one below the other on a rail, on which their signs stand
  step,          ///< of steps or points; its tone says whether the rail below it is lit
  routes,        ///< in a step: what is enough each by itself, side by side where there is room
  route,         ///< holds a text and a sign, or steps
  points,        ///< like steps, but indented and without a rail
  aside,         ///< quiet text of a step
  conclusion,    ///< text of the last step
  sign,          ///< beside the text before it: shows by its tone, and says by its `label`, how that stands
};
inline constexpr std::size_t k_widget_count = 46;

/// How a widget appears in the document: its element and its class.
struct WidgetElement {
  std::string_view tag;
  std::string_view css_class;
  std::string_view role = {};  ///< where the element's own isn't meant
  bool holds_others = false;   ///< a container
};
inline constexpr std::array<WidgetElement, k_widget_count> k_widgets = {{
    {"section", "card", {}, true},
    {"h2", "f-title"},
    {"h3", "f-heading"},
    {"p", "f-text"},
    {"p", "f-hint"},
    {"p", "f-remark"},
    {"progress", "f-progress"},
    {"div", "f-status", "status", true},
    {"p", "f-outcome"},
    {"p", "f-reason"},
    {"fieldset", "f-group", {}, true},
    {"legend", "f-legend"},
    {"a", "f-why"},
    {"label", "f-option"},
    {"div", "f-chips", {}, true},
    {"label", "f-chip"},
    {"label", "f-quiet-chip"},
    {"div", "f-row", {}, true},
    {"div", "f-pair", {}, true},
    {"p", "f-count"},
    {"p", "f-tag"},
    {"a", "f-link"},
    {"ul", "f-list", {}, true},
    {"li", "f-item", {}, true},
    {"ul", "f-line", {}, true},
    {"li", "f-line-item"},
    {"p", "f-clause"},
    {"label", "f-field-label"},
    {"input", "f-field"},
    {"textarea", "f-area"},
    {"details", "f-disclosure", {}, true},
    {"summary", "f-summary"},
    {"div", "f-preview", "group", true},
    {"p", "f-preview-name"},
    {"p", "f-preview-text"},
    {"a", "f-main-button"},
    {"button", "f-button"},
    {"button", "f-text-button"},
    {"ul", "f-steps", {}, true},
    {"li", "f-step", {}, true},
    {"ul", "f-routes", {}, true},
    {"li", "f-route", {}, true},
    {"ul", "f-points", {}, true},
    {"p", "f-aside"},
    {"p", "f-conclusion"},
    {"span", "f-sign", "img"},
}};

[[nodiscard]] constexpr const WidgetElement& element_of(Widget widget) {
  return k_widgets[static_cast<std::size_t>(widget)];
}
[[nodiscard]] constexpr bool is_container(Widget widget) { return element_of(widget).holds_others; }
/// A label around the input that is chosen by it.
[[nodiscard]] constexpr bool is_option(Widget widget) {
  return widget == Widget::option || widget == Widget::chip || widget == Widget::quiet_chip;
}

/// What the document draws itself; the tile leaves its place free.
[[nodiscard]] constexpr bool is_drawn_by_document(Widget widget) {
  return widget == Widget::field || widget == Widget::area;
}

/// The input of an option or a field. Numbers and dates are written as their writers write them, in a field
/// of text: the browser's own for these take only what its language, not the page's, does.
enum class Input : std::uint8_t { none, radio, checkbox, text, number, date };
inline constexpr std::string_view k_input_types[] = {"", "radio", "checkbox", "text", "text", "text"};
/// Which keys a screen offers (HTML, inputmode); empty: all.
inline constexpr std::string_view k_input_modes[] = {"", "", "", "", "decimal", ""};
static_assert(std::size(k_input_types) == std::size(k_input_modes));

/// What a state says, in colour and icon: met or fits, still open, not met, worth a second look.
enum class Tone : std::uint8_t { none, good, open, bad, ask };
inline constexpr std::string_view k_tone_classes[] = {"", "good", "open", "bad", "ask"};

struct FormNode {
  Widget widget = Widget::text;
  Input input = Input::none;
  Tone tone = Tone::none;
  bool checked = false;      ///< options; disclosures: open
  bool invalid = false;      ///< fields: what is in it is no answer
  bool live = false;         ///< of no use without the app, so the static page hides or leaves it out
  std::uint32_t end = 0;     ///< one past the last descendant; leaves: one past themselves
  std::string id;            ///< unique on the page, starts with "au-"
  std::string text;          ///< leaves: what is read, valid UTF-8 without line breaks
  std::string value;         ///< see Widget; fields: what is written in them
  std::string language;      ///< of the text where it isn't the interface's, BCP 47
  std::string label;         ///< accessible name, where no text gives it
  std::string labelled_by;   ///< ids
  std::string described_by;  ///< ids
  std::string name;  ///< radio buttons: their group's; fields: what the browser may fill in (autocomplete)

  friend bool operator==(const FormNode&, const FormNode&) = default;
};

/// A disclosure that hides what stands in it, but for its summary.
[[nodiscard]] inline bool is_closed(const FormNode& node) {
  return node.widget == Widget::disclosure && !node.checked;
}

struct Form {
  std::vector<FormNode> nodes;
  friend bool operator==(const Form&, const Form&) = default;
};

/// What a widget looks like, read off the style sheet like the rest of the theme. CSS pixels; border-box
/// sizes.
struct WidgetLook {
  float margin_top = 0;  ///< unless it is the first in its container; nothing collapses
  float padding_top = 0;
  float padding_right = 0;
  float padding_bottom = 0;
  float padding_left = 0;
  float border = 0;  ///< width, on all sides
  float radius = 0;
  float min_height = 0;  ///< text is centred vertically in what is left
  float gap = 0;         ///< row, chips, pair, routes: between what stands side by side
  float narrowest = 0;   ///< row, routes, pair: what would be narrower doesn't stand side by side
  float icon_left = 0;   ///< options: from the box's outer edge to the icon, which is centred vertically
  float icon_size = 0;
  float icon_room = 0;  ///< chips: how far a chosen one's text gives way to its icon
  float centred = 0;    ///< 1: text stands in the middle of its line
  float line_height = 0;
  float baseline = 0;  ///< below the line's upper edge
  float face = 0;      ///< number of the font
};

struct FormTheme {
  std::array<WidgetLook, k_widget_count> looks;
  [[nodiscard]] const WidgetLook& look(Widget widget) const {
    return looks[static_cast<std::size_t>(widget)];
  }
};

}  // namespace aushang::layout
