#include "platform/layer_buffer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "doc/parse.h"
#include "layout/arrange.h"
#include "layout/draw_list.h"
#include "layout/form_layout.h"
#include "platform/headless/measure.h"

namespace aushang::platform {
namespace {

/// The description as the layer's script reads it.
class Description {
 public:
  Description() : json_(*base::parse_json(describe_buffers(), "description")) {}
  [[nodiscard]] double number(std::string_view key) const { return *json_.find(key)->number(); }
  [[nodiscard]] const std::vector<base::Json>& array(std::string_view key) const {
    return *json_.find(key)->array();
  }
  [[nodiscard]] std::vector<std::string> names(std::string_view key) const {
    std::vector<std::string> out;
    for (const base::Json& name : *json_.find(key)->array()) out.push_back(*name.string());
    return out;
  }

 private:
  base::Json json_;
};

layout::Page example() {
  layout::Part part;
  part.document = std::make_shared<const doc::Document>(std::move(
      *doc::parse("# Title\n\nsome words that wrap\n\n- an item with words\n\n> quoted 😀 words here\n\n"
                  "|a|b|\n|-|-|\n|c|d|\n")));
  return layout::arrange(std::vector<layout::Part>{part}, 123.25F, headless::theme(), headless::Measure());
}

TEST(LayerBuffer, IsReadBackByTheNamesOfItsDescription) {
  const layout::Page page = example();
  const layout::Semantics semantics = layout::semantics_of(page);
  const std::vector<std::int32_t> words = encode_layer(semantics);
  const Description description;
  const std::vector<std::string> header = description.names("header"), fields = description.names("node"),
                                 tags = description.names("tags");
  std::map<std::string, std::int32_t> head;
  for (std::size_t i = 0; i < header.size(); ++i) head[header[i]] = words.at(i);
  EXPECT_EQ(head["version"], description.number("version"));
  EXPECT_NEAR(head["height"] / description.number("units_per_px"), semantics.height, 1.0 / 64);
  ASSERT_EQ(static_cast<std::size_t>(head["node_count"]), semantics.nodes.size());
  std::size_t start = header.size() + semantics.nodes.size() * fields.size();
  for (std::size_t n = 0; n < semantics.nodes.size(); ++n) {
    const layout::Node& node = semantics.nodes[n];
    std::map<std::string, std::int32_t> record;
    for (std::size_t i = 0; i < fields.size(); ++i)
      record[fields[i]] = words.at(header.size() + n * fields.size() + i);
    const auto px = [&](const char* name) { return record.at(name) / description.number("units_per_px"); };
    EXPECT_EQ(tags.at(static_cast<std::size_t>(record.at("tag"))),
              layout::k_tag_names[static_cast<std::size_t>(node.tag)]);
    EXPECT_EQ(record.at("drawn") == 1, node.drawn);
    EXPECT_NEAR(px("y"), node.y, 1.0 / 64);
    EXPECT_NEAR(px("height"), node.height, 1.0 / 64);
    ASSERT_EQ(static_cast<std::uint32_t>(record.at("start_count")), node.start_count);
    for (std::uint32_t i = 0; i < node.start_count; ++i, ++start)
      EXPECT_EQ(static_cast<std::uint32_t>(words.at(start)), semantics.line_starts[node.first_start + i]);
  }
  EXPECT_EQ(start, words.size());
}

layout::Form example_form() {
  layout::Form form;
  const auto add = [&](layout::Widget widget, std::uint32_t end, std::string text) {
    layout::FormNode& node = form.nodes.emplace_back();
    node.widget = widget;
    node.end = end;
    node.text = std::move(text);
  };
  add(layout::Widget::card, 6, "");
  add(layout::Widget::title, 2, "A title 😀 that wraps");
  add(layout::Widget::row, 5, "");
  add(layout::Widget::option, 4, "Yes");
  add(layout::Widget::option, 5, "I am not sure about it");
  add(layout::Widget::field, 6, "");
  return form;
}

TEST(FormBuffer, IsReadBackByTheNamesOfItsDescription) {
  const layout::Form form = example_form();
  const layout::FormTheme theme = headless::form_theme();
  const layout::FormPage page = layout::arrange_form(form, 301.3F, theme, headless::Measure());
  const layout::FormSemantics semantics = layout::form_semantics_of(form, page, theme);
  ASSERT_GT(semantics.line_starts.size(), 2u);
  const std::vector<std::int32_t> words = encode_form(semantics);
  const Description description;
  const std::vector<std::string> header = description.names("form_header"),
                                 fields = description.names("form_node");
  std::map<std::string, std::int32_t> head;
  for (std::size_t i = 0; i < header.size(); ++i) head[header[i]] = words.at(i);
  EXPECT_EQ(head["version"], description.number("version"));
  EXPECT_NEAR(head["height"] / description.number("units_per_px"), page.height, 1.0 / 64);
  ASSERT_EQ(head["node_count"], 6);
  std::size_t start = header.size() + 6 * fields.size();
  for (std::size_t n = 0; n < semantics.placements.size(); ++n) {
    const layout::FormPlacement& leaf = semantics.placements[n];
    std::map<std::string, std::int32_t> record;
    for (std::size_t i = 0; i < fields.size(); ++i)
      record[fields[i]] = words.at(header.size() + n * fields.size() + i);
    const auto px = [&](const char* name) { return record.at(name) / description.number("units_per_px"); };
    EXPECT_NEAR(px("left"), leaf.left, 1.0 / 64);
    EXPECT_NEAR(px("top"), leaf.top, 1.0 / 64);
    EXPECT_NEAR(px("width"), leaf.width, 1.0 / 64);
    EXPECT_NEAR(px("height"), leaf.height, 1.0 / 64);
    EXPECT_NEAR(px("padding_top"), leaf.padding_top, 1.0 / 64);
    ASSERT_EQ(static_cast<std::uint32_t>(record.at("start_count")), leaf.start_count);
    for (std::uint32_t i = 0; i < leaf.start_count; ++i, ++start)
      EXPECT_EQ(static_cast<std::uint32_t>(words.at(start)), semantics.line_starts[leaf.first_start + i]);
  }
  EXPECT_EQ(start, words.size());
}

TEST(FormBuffer, TheDescriptionNamesEveryWidget) {
  const Description description;
  const std::vector<base::Json>& widgets = description.array("widgets");
  const std::vector<base::Json>& containers = description.array("containers");
  ASSERT_EQ(widgets.size(), layout::k_widget_count);
  ASSERT_EQ(containers.size(), layout::k_widget_count);
  for (std::size_t i = 0; i < layout::k_widget_count; ++i) {
    const std::vector<base::Json>& pair = *widgets[i].array();
    ASSERT_EQ(pair.size(), 3u);
    EXPECT_EQ(*pair[0].string(), layout::k_widgets[i].tag);
    EXPECT_EQ(*pair[1].string(), layout::k_widgets[i].css_class);
    EXPECT_EQ(*pair[2].string(), layout::k_widgets[i].role);
    EXPECT_EQ(*containers[i].number() == 1, layout::is_container(static_cast<layout::Widget>(i)));
  }
  EXPECT_EQ(description.names("input_types"),
            (std::vector<std::string>{"", "radio", "checkbox", "text", "text", "text"}));
  EXPECT_EQ(description.names("input_modes"), (std::vector<std::string>{"", "", "", "", "decimal", ""}));
  EXPECT_EQ(description.names("tones"), (std::vector<std::string>{"", "good", "open", "bad", "ask"}));
}

/// Numbers in the order that the description gives.
std::vector<float> look() {
  const Description description;
  std::vector<float> out = {static_cast<float>(description.number("version")), 1.25F, 12};
  for (std::size_t i = 0; i < description.names("spacing").size(); ++i) out.push_back(static_cast<float>(i));
  for (int level = 1; level <= 6; ++level) out.push_back(static_cast<float>(100 + level));
  for (std::size_t context = 0; context < description.names("contexts").size(); ++context) {
    out.push_back(20);
    out.push_back(15);
    for (int i = 0; i < description.number("emphases"); ++i) out.push_back(static_cast<float>(i));
  }
  for (std::size_t ink = 0; ink < description.names("inks").size(); ++ink)
    out.insert(out.end(), {static_cast<float>(ink), 2, 3, 255});
  for (std::size_t widget = 0; widget < description.array("widgets").size(); ++widget) {
    const std::size_t fields = description.names("widget_look").size();
    for (std::size_t i = 0; i + 1 < fields; ++i) out.push_back(static_cast<float>(100 * widget + i));
    out.push_back(static_cast<float>(widget % 12));
  }
  return out;
}

bool accepted(const std::vector<float>& numbers) {
  Look out;
  return decode_look(numbers.data(), numbers.size(), out);
}

TEST(Look, IsReadInTheOrderOfTheDescription) {
  const std::vector<float> numbers = look();
  Look out;
  ASSERT_TRUE(decode_look(numbers.data(), numbers.size(), out));
  EXPECT_EQ(out.density, 1.25F);
  EXPECT_EQ(out.face_count, 12);
  EXPECT_EQ(out.theme.spacing.title_to_next, 0);
  EXPECT_EQ(out.theme.spacing.island_to_next, 1);
  EXPECT_EQ(out.theme.spacing.before_heading[5], 106);
  EXPECT_EQ(out.theme.style(layout::Context::cell).faces[layout::k_code], 4);
  ASSERT_EQ(out.inks.size(), layout::k_ink_count);
  EXPECT_EQ(out.inks[5], 0xFF030205u);
}

TEST(Look, HoldsTheWidgetsInTheOrderOfTheDescription) {
  const std::vector<float> numbers = look();
  Look out;
  ASSERT_TRUE(decode_look(numbers.data(), numbers.size(), out));
  const layout::WidgetLook& card = out.form.look(layout::Widget::card);
  EXPECT_EQ(card.margin_top, 0);
  EXPECT_EQ(card.padding_top, 1);
  const layout::WidgetLook& field = out.form.look(layout::Widget::field);
  constexpr int k_field = static_cast<int>(layout::Widget::field);
  EXPECT_EQ(field.margin_top, k_field * 100);
  EXPECT_EQ(field.padding_left, k_field * 100 + 4);
  EXPECT_EQ(field.min_height, k_field * 100 + 7);
  EXPECT_EQ(field.baseline, k_field * 100 + 15);
  EXPECT_EQ(field.face, k_field % 12);
  // By name, as the script finds them.
  const std::vector<std::string> names = Description().names("widget_look");
  EXPECT_EQ(names[7], "min_height");
  EXPECT_EQ(names.back(), "face");
  std::vector<float> wrong = numbers;
  wrong.back() = 12;
  EXPECT_FALSE(accepted(wrong)) << "no such face";
}

TEST(Look, OfAnotherLengthOrVersionIsRefused) {
  EXPECT_FALSE(accepted({}));
  std::vector<float> numbers = look();
  numbers.push_back(1);
  EXPECT_FALSE(accepted(numbers));
  numbers.resize(numbers.size() - 2);
  EXPECT_FALSE(accepted(numbers));
  numbers = look();
  numbers[0] += 1;
  EXPECT_FALSE(accepted(numbers));
}

TEST(Look, WithImpossibleNumbersIsRefused) {
  const std::vector<float> sound = look();
  ASSERT_TRUE(accepted(sound));
  for (std::size_t i = 0; i < sound.size(); ++i) {
    for (const float wrong :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -1.0F}) {
      std::vector<float> numbers = sound;
      numbers[i] = wrong;
      EXPECT_FALSE(accepted(numbers)) << "number " << i << ": " << wrong;
    }
  }
  const auto with = [&](std::size_t at, float value) {
    std::vector<float> numbers = sound;
    numbers[at] = value;
    return accepted(numbers);
  };
  EXPECT_FALSE(with(1, 0)) << "density";
  EXPECT_FALSE(with(2, 0)) << "no faces";
  EXPECT_FALSE(with(2, 300)) << "more faces than a byte counts";
  EXPECT_FALSE(with(2, 7)) << "a style has a face that isn't there";
  EXPECT_FALSE(with(2, 12.5F)) << "half a face";
  EXPECT_FALSE(with(sound.size() - 1, 256)) << "a colour is a byte";
  EXPECT_FALSE(with(sound.size() - 1, 1e30F));
}

}  // namespace
}  // namespace aushang::platform
