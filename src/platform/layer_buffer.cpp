#include "platform/layer_buffer.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "layout/draw_list.h"

namespace aushang::platform {
namespace {

using layout::Spacing;

constexpr std::string_view k_layer_header[] = {"version", "height", "node_count"};
constexpr std::string_view k_layer_node[] = {"tag", "drawn", "y", "height", "start_count"};
constexpr std::string_view k_form_header[] = {"version", "height", "node_count"};
constexpr std::string_view k_form_node[] = {"left", "top", "width", "height", "padding_top", "start_count"};
constexpr std::string_view k_contexts[] = {"h1", "h2", "h3", "h4", "h5", "h6", "body", "pre", "th", "td"};
constexpr std::string_view k_inks[] = {"ink",  "ink-quiet",   "accent",   "mark", "accent-soft",
                                       "line", "line-strong", "card",     "good", "good-soft",
                                       "warn", "warn-soft",   "on-accent"};
static_assert(std::size(k_contexts) == layout::k_context_count);
static_assert(std::size(k_inks) == layout::k_ink_count);

struct SpacingField {
  std::string_view name;
  float Spacing::* value;
};
constexpr SpacingField k_spacing[] = {
    {"title_to_next", &Spacing::title_to_next},
    {"island_to_next", &Spacing::island_to_next},
    {"block_gap", &Spacing::block_gap},
    {"after_heading", &Spacing::after_heading},
    {"rule_gap", &Spacing::rule_gap},
    {"rule_thickness", &Spacing::rule_thickness},
    {"list_indent", &Spacing::list_indent},
    {"item_padding", &Spacing::item_padding},
    {"item_gap", &Spacing::item_gap},
    {"item_block_gap", &Spacing::item_block_gap},
    {"quote_border", &Spacing::quote_border},
    {"quote_padding", &Spacing::quote_padding},
    {"code_border", &Spacing::code_border},
    {"code_padding_x", &Spacing::code_padding_x},
    {"code_padding_y", &Spacing::code_padding_y},
    {"code_radius", &Spacing::code_radius},
    {"cell_padding_right", &Spacing::cell_padding_right},
    {"cell_padding_y", &Spacing::cell_padding_y},
    {"cell_border", &Spacing::cell_border},
};

struct WidgetField {
  std::string_view name;
  float layout::WidgetLook::* value;
};
constexpr WidgetField k_widget_look[] = {
    {"margin_top", &layout::WidgetLook::margin_top},
    {"padding_top", &layout::WidgetLook::padding_top},
    {"padding_right", &layout::WidgetLook::padding_right},
    {"padding_bottom", &layout::WidgetLook::padding_bottom},
    {"padding_left", &layout::WidgetLook::padding_left},
    {"border", &layout::WidgetLook::border},
    {"radius", &layout::WidgetLook::radius},
    {"min_height", &layout::WidgetLook::min_height},
    {"gap", &layout::WidgetLook::gap},
    {"narrowest", &layout::WidgetLook::narrowest},
    {"icon_left", &layout::WidgetLook::icon_left},
    {"icon_size", &layout::WidgetLook::icon_size},
    {"icon_room", &layout::WidgetLook::icon_room},
    {"centred", &layout::WidgetLook::centred},
    {"line_height", &layout::WidgetLook::line_height},
    {"baseline", &layout::WidgetLook::baseline},
    {"face", &layout::WidgetLook::face},
};
static_assert(std::size(k_widget_look) * sizeof(float) == sizeof(layout::WidgetLook));

constexpr std::size_t k_style_numbers = 2 + layout::k_emphasis_count;
constexpr std::size_t k_look_numbers = 3 + std::size(k_spacing) + 6 +
                                       layout::k_context_count * k_style_numbers + layout::k_ink_count * 4 +
                                       layout::k_widget_count * std::size(k_widget_look);

std::int32_t units(float px) { return static_cast<std::int32_t>(std::lround(px * k_units_per_px)); }

void append_starts(std::vector<std::int32_t>& words, const std::vector<std::uint32_t>& starts,
                   std::uint32_t first, std::uint32_t count) {
  const std::uint32_t* from = starts.data() + first;
  words.insert(words.end(), from, from + count);
}

void add_key(std::string& out, std::string_view key) { out.append(",\"").append(key).append("\":["); }

void add_list(std::string& out, std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    out.append(i == 0 ? "\"" : ",\"").append(names[i]).append("\"");
  out += ']';
}

void add_names(std::string& out, std::string_view key, std::span<const std::string_view> names) {
  add_key(out, key);
  add_list(out, names);
}

template <typename Field, std::size_t n>
void add_fields(std::string& out, std::string_view key, const Field (&fields)[n]) {
  std::string_view names[n];
  for (std::size_t i = 0; i < n; ++i) names[i] = fields[i].name;
  add_names(out, key, names);
}

void add_widgets(std::string& out) {
  add_key(out, "widgets");
  for (std::size_t i = 0; i < layout::k_widget_count; ++i) {
    const layout::WidgetElement& element = layout::k_widgets[i];
    const std::string_view names[] = {element.tag, element.css_class, element.role};
    out += i == 0 ? "[" : ",[";
    add_list(out, names);
  }
  out += ']';
  add_key(out, "containers");
  for (std::size_t i = 0; i < layout::k_widget_count; ++i) {
    if (i != 0) out += ',';
    out += layout::is_container(static_cast<layout::Widget>(i)) ? '1' : '0';
  }
  out += ']';
}

}  // namespace

std::vector<std::int32_t> encode_layer(const layout::Semantics& semantics) {
  std::vector<std::int32_t> words = {k_buffer_version, units(semantics.height),
                                     static_cast<std::int32_t>(semantics.nodes.size())};
  words.reserve(words.size() + semantics.nodes.size() * std::size(k_layer_node) +
                semantics.line_starts.size());
  for (const layout::Node& node : semantics.nodes) {
    words.insert(words.end(), {static_cast<std::int32_t>(node.tag), node.drawn ? 1 : 0, units(node.y),
                               units(node.height), static_cast<std::int32_t>(node.start_count)});
  }
  for (const layout::Node& node : semantics.nodes) {
    append_starts(words, semantics.line_starts, node.first_start, node.start_count);
  }
  return words;
}

std::vector<std::int32_t> encode_form(const layout::FormSemantics& semantics) {
  std::vector<std::int32_t> words = {k_buffer_version, units(semantics.height),
                                     static_cast<std::int32_t>(semantics.placements.size())};
  words.reserve(words.size() + semantics.placements.size() * std::size(k_form_node) +
                semantics.line_starts.size());
  for (const layout::FormPlacement& leaf : semantics.placements) {
    words.insert(words.end(), {units(leaf.left), units(leaf.top), units(leaf.width), units(leaf.height),
                               units(leaf.padding_top), static_cast<std::int32_t>(leaf.start_count)});
  }
  for (const layout::FormPlacement& leaf : semantics.placements)
    append_starts(words, semantics.line_starts, leaf.first_start, leaf.start_count);
  return words;
}

bool decode_look(const float* numbers, std::size_t count, Look& look) {
  if (count != k_look_numbers || numbers[0] != static_cast<float>(k_buffer_version)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (!std::isfinite(numbers[i]) || numbers[i] < 0) return false;
  }
  const float* at = numbers + 1;
  look.density = *at++;
  const float faces = *at++;
  if (look.density <= 0 || faces < 1 || faces > 255 || faces != std::floor(faces)) return false;
  look.face_count = static_cast<int>(faces);
  for (const SpacingField& field : k_spacing) look.theme.spacing.*field.value = *at++;
  for (float& gap : look.theme.spacing.before_heading) gap = *at++;
  for (layout::TextStyle& style : look.theme.styles) {
    style.line_height = *at++;
    style.baseline = *at++;
    if (style.line_height <= 0) return false;
    for (layout::Face& face : style.faces) {
      if (*at >= faces) return false;
      face = static_cast<layout::Face>(*at++);
    }
  }
  look.inks.clear();
  for (std::size_t i = 0; i < layout::k_ink_count; ++i, at += 4) {
    if (std::max({at[0], at[1], at[2], at[3]}) > 255) return false;
    const auto channel = [&](int n) { return static_cast<std::uint32_t>(at[n]); };
    look.inks.push_back(channel(0) | channel(1) << 8 | channel(2) << 16 | channel(3) << 24);
  }
  for (layout::WidgetLook& widget : look.form.looks) {
    for (const WidgetField& field : k_widget_look) widget.*field.value = *at++;
    if (widget.face >= faces) return false;
  }
  return true;
}

std::string describe_buffers() {
  std::string out = "{\"version\":" + std::to_string(k_buffer_version) +
                    ",\"units_per_px\":" + std::to_string(static_cast<int>(k_units_per_px)) +
                    ",\"emphases\":" + std::to_string(layout::k_emphasis_count);
  add_names(out, "header", k_layer_header);
  add_names(out, "node", k_layer_node);
  add_names(out, "tags", layout::k_tag_names);
  add_names(out, "contexts", k_contexts);
  add_names(out, "inks", k_inks);
  add_fields(out, "spacing", k_spacing);
  add_names(out, "form_header", k_form_header);
  add_names(out, "form_node", k_form_node);
  add_widgets(out);
  add_names(out, "input_types", layout::k_input_types);
  add_names(out, "input_modes", layout::k_input_modes);
  add_names(out, "tones", layout::k_tone_classes);
  add_fields(out, "widget_look", k_widget_look);
  return out + "}";
}

}  // namespace aushang::platform
