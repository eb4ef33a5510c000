#include "platform/layer_buffer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

#include "base/json.h"
#include "doc/parse.h"
#include "layout/arrange.h"
#include "layout/draw_list.h"
#include "platform/headless/measure.h"

namespace aushang::platform {
namespace {

/// The description as the layer's script reads it.
class Description {
 public:
  Description() : json_(*base::parse_json(describe_buffers(), "description")) {}
  [[nodiscard]] double number(std::string_view key) const { return *json_.find(key)->number(); }
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
    EXPECT_EQ(record.at("placed") == 1, node.placed);
    EXPECT_NEAR(px("left"), node.left, 1.0 / 64);
    EXPECT_NEAR(px("top"), node.top, 1.0 / 64);
    EXPECT_NEAR(px("right"), node.right, 1.0 / 64);
    EXPECT_NEAR(px("y"), node.y, 1.0 / 64);
    EXPECT_NEAR(px("height"), node.height, 1.0 / 64);
    ASSERT_EQ(static_cast<std::uint32_t>(record.at("start_count")), node.start_count);
    for (std::uint32_t i = 0; i < node.start_count; ++i, ++start)
      EXPECT_EQ(static_cast<std::uint32_t>(words.at(start)), semantics.line_starts[node.first_start + i]);
  }
  EXPECT_EQ(start, words.size());
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
