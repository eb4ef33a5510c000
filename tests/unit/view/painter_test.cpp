// From a bundle to corners of triangles, without a browser.
#include "view/painter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "imgui_hooks.h"
#include "layout/form_draw.h"
#include "platform/headless/glyphs.h"
#include "running.h"

namespace aushang::view {
namespace {

using app::Running;

/// Does with textures what a renderer does, but shows nothing.
void take_textures(const ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

class PainterTest : public testing::Test {
 protected:
  PainterTest() {
    hooks().items.clear();
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
    hooks().log = {};
    hooks().log.watch_imgui();
    painter_.set_faces(platform::headless::k_face_count, platform::headless::box_glyphs());
    for (std::size_t i = 0; i < palette_.size(); ++i) palette_[i] = IM_COL32(i + 1, 0, 0, 255);
  }
  void TearDown() override {
    const std::vector<std::string>& lines = hooks().log.lines();
    EXPECT_TRUE(lines.empty()) << lines.front();
  }

  const ImDrawData& paint(const app::Frame& frame, float width, float density) {
    const base::Band band = frame.shown.tile;
    painter_.paint(frame.draw, {{0, band.top, width, band.height()}, density}, palette_, measure_);
    const ImDrawData& data = *ImGui::GetDrawData();
    take_textures(data);
    return data;
  }

  Painter painter_;
  Palette palette_ = {};
  platform::headless::Measure measure_;
};

template <typename Use>
void each_vertex(const ImDrawData& data, const Use& use) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) use(vertex);
  }
}

/// Corners of glyphs: what isn't one colour all over.
bool is_glyph(const ImDrawVert& vertex) {
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  if (vertex.uv.x == white.x && vertex.uv.y == white.y) return false;
  // Thin lines come from the texture, too.
  for (const ImVec4& line : ImGui::GetIO().Fonts->TexUvLines) {
    if ((vertex.uv.x == line.x && vertex.uv.y == line.y) || (vertex.uv.x == line.z && vertex.uv.y == line.w))
      return false;
  }
  return true;
}

TEST_F(PainterTest, ABundleBecomesTriangles) {
  Running app(app::long_page());
  app.start();
  EXPECT_EQ(app.run(), app::Names({"panel", "layer", "place", "tile", "draw"}));
  const ImDrawData& data = paint(app.last, 400, 1);
  EXPECT_GT(data.TotalVtxCount, 1000);
  std::size_t visible = 0;
  for (const layout::TextDraw& text : app.last.draw.texts) {
    for (const char c : text.text) visible += c != ' ' && c != '\n' ? 1 : 0;
  }
  std::size_t corners = 0;
  each_vertex(data, [&](const ImDrawVert& vertex) { corners += is_glyph(vertex) ? 1 : 0; });
  EXPECT_EQ(corners, 4 * visible) << "a box for each character";
  EXPECT_FALSE(app.wanted);
  EXPECT_EQ(app.run(), app::Names()) << "at rest";
}

TEST_F(PainterTest, PaintsInsideTheTile) {
  Running app(
      "# Title\n\n- item\n\n  ```\n  code\n  ```\n\n> quote with [a "
      "link](u.html)\n\n|a|b|\n|-|-|\n|c|d|\n\n---\n");
  app.start();
  app.happen(app::Scrolled{{0, 4000}});  // all of it is in view
  app.run();
  const base::Band tile = app.shown.tile;
  const ImDrawData& data = paint(app.last, 400, 1);
  EXPECT_GT(data.TotalVtxCount, 100);
  each_vertex(data, [&](const ImDrawVert& vertex) {
    EXPECT_GE(vertex.pos.x, -1.01F);
    EXPECT_LE(vertex.pos.x, 401);
    EXPECT_GE(vertex.pos.y, -1);
    EXPECT_LE(vertex.pos.y, tile.height() + 1);
  });
}

TEST_F(PainterTest, LinksAreItemsUnderTheirIds) {
  Running app("[one](a.html) and [two words that wrap somewhere](b.html) and more\n\n- [three](c.html)\n");
  app.start(200);
  app.run();
  hooks().items.clear();
  paint(app.last, 200, 1);
  std::size_t links = 0;
  for (const layout::TextDraw& text : app.last.draw.texts) {
    if (!text.link.valid()) continue;
    ++links;
    const auto [from, to] = hooks().items.equal_range(item_id(text.link));
    const bool found = std::any_of(from, to, [&](const auto& item) {
      return std::abs(item.second.Min.x - text.x) < 0.01F &&
             std::abs(item.second.Max.x - text.x - text.width) < 0.01F &&
             item.second.Contains({text.x + 1, text.baseline - app.shown.tile.top - 1});
    });
    EXPECT_TRUE(found) << text.text;
  }
  EXPECT_GE(links, 4u);
}

/// A card with an option of each kind, and a field.
layout::Form small_form() {
  layout::Form form;
  const auto add = [&](layout::Widget widget, layout::Input input, const char* id) {
    layout::FormNode& node = form.nodes.emplace_back();
    node.widget = widget;
    node.input = input;
    node.checked = input == layout::Input::checkbox;
    node.end = static_cast<std::uint32_t>(form.nodes.size());
    node.id = id;
    node.text = input == layout::Input::none ? "" : "some words";
  };
  add(layout::Widget::card, layout::Input::none, "au-card");
  add(layout::Widget::chip, layout::Input::radio, "au-radio");
  add(layout::Widget::option, layout::Input::checkbox, "au-checkbox");
  add(layout::Widget::field, layout::Input::none, "au-field");
  form.nodes[0].end = 4;
  return form;
}

TEST_F(PainterTest, FormsArePaintedAndTheirInputsAreItems) {
  const layout::Form form = small_form();
  const layout::FormTheme theme = platform::headless::form_theme();
  const layout::FormPage page = layout::arrange_form(form, 300, theme, measure_);
  layout::DrawList list;
  const base::Point origin = {500, 40};
  layout::draw_form(form, page, theme, origin, {0, 600}, measure_, layout::k_no_node, list);
  hooks().items.clear();
  const Tile tile = {{450, 20, 400, 600}, 1};
  painter_.paint(list, tile, palette_, measure_);
  take_textures(*ImGui::GetDrawData());

  for (const std::size_t node : {1u, 2u, 3u}) {
    const auto [from, to] = hooks().items.equal_range(item_id(form.nodes[node].id));
    ASSERT_EQ(std::distance(from, to), 1) << node;
    const base::Rect& rect = page.boxes[node].rect;
    EXPECT_EQ(from->second.Min.x, rect.x + 50);
    EXPECT_EQ(from->second.Min.y, rect.y + 20);
    EXPECT_EQ(from->second.GetWidth(), rect.width);
    EXPECT_EQ(from->second.GetHeight(), rect.height);
  }
  EXPECT_FALSE(hooks().items.contains(item_id("au-card")));

  // The check mark is the only thing in its colour, and it lies in its box.
  const float left = page.boxes[2].rect.x + 50, top = page.boxes[2].rect.y + 20 + 13;
  std::size_t corners = 0;
  each_vertex(*ImGui::GetDrawData(), [&](const ImDrawVert& vertex) {
    if ((vertex.col & 0xFFFFFF) != (palette_[static_cast<std::size_t>(layout::Ink::on_accent)] & 0xFFFFFF))
      return;
    ++corners;
    EXPECT_GE(vertex.pos.x, left);
    EXPECT_LE(vertex.pos.x, left + 18);
    EXPECT_GE(vertex.pos.y, top);
    EXPECT_LE(vertex.pos.y, top + 18);
  });
  EXPECT_GE(corners, 6u);
}

TEST_F(PainterTest, WhatFadesIsSeenInPart) {
  layout::DrawList list;
  using layout::Fade;
  for (const auto& [ink, fade] : {std::pair{layout::Ink::good, Fade::in},
                                  {layout::Ink::warn, Fade::out},
                                  {layout::Ink::line, Fade::none}})
    list.below.push_back({.rect = {10, 10, 20, 20}, .ink = ink, .fade = fade});
  list.share = 0.75F;
  painter_.paint(list, {{0, 0, 400, 600}, 1}, palette_, measure_);
  take_textures(*ImGui::GetDrawData());
  const auto alpha_of = [&](layout::Ink ink) {
    ImU32 most = 0;
    each_vertex(*ImGui::GetDrawData(), [&](const ImDrawVert& vertex) {
      if ((vertex.col & 0xFFFFFF) == (palette_[static_cast<std::size_t>(ink)] & 0xFFFFFF))
        most = std::max(most, vertex.col >> IM_COL32_A_SHIFT);
    });
    return most;
  };
  EXPECT_EQ(alpha_of(layout::Ink::good), 191u);
  EXPECT_EQ(alpha_of(layout::Ink::warn), 63u);
  EXPECT_EQ(alpha_of(layout::Ink::line), 255u);
}

TEST_F(PainterTest, IdsOfDifferentLinksDiffer) {
  EXPECT_NE(item_id(layout::LinkId{0, 1}), item_id(layout::LinkId{1, 1}));
  EXPECT_NE(item_id(layout::LinkId{0, 1}), item_id(layout::LinkId{0, 2}));
  EXPECT_EQ(item_id(layout::LinkId{2, 7}), item_id(layout::LinkId{2, 7}));
}

TEST_F(PainterTest, GlyphsStandOnWholeDevicePixels) {
  Running app("some **bold** words\n\n- and `code`\n\n> x\n");
  app.theme.styles[static_cast<std::size_t>(layout::Context::body)].line_height = 26.35F;
  app.theme.styles[static_cast<std::size_t>(layout::Context::body)].baseline = 19.13F;
  app.start(217.3F);
  app.run();
  for (const float density : {1.0F, 1.25F, 1.5F, 2.0F, 2.625F}) {
    std::size_t count = 0;
    each_vertex(paint(app.last, 217.3F, density), [&](const ImDrawVert& vertex) {
      if (!is_glyph(vertex)) return;
      ++count;
      EXPECT_NEAR(vertex.pos.x * density, std::round(vertex.pos.x * density), 0.01) << density;
      EXPECT_NEAR(vertex.pos.y * density, std::round(vertex.pos.y * density), 0.01) << density;
    });
    EXPECT_GT(count, 50u);
  }
}

TEST_F(PainterTest, FontsCanBeReplacedAgainAndAgain) {
  Running app("some words\n");
  app.start();
  app.run();
  const int before = paint(app.last, 400, 1).TotalVtxCount;
  for (int round = 0; round < 3; ++round) {
    painter_.set_faces(platform::headless::k_face_count, platform::headless::box_glyphs());
    EXPECT_EQ(paint(app.last, 400, 1).TotalVtxCount, before);
    EXPECT_EQ(paint(app.last, 400, 2).TotalVtxCount, before);
  }
}

TEST_F(PainterTest, InksAreThePalettes) {
  Running app("text\n\n[link](u.html)\n");
  app.start();
  app.run();
  bool text = false, link = false;
  each_vertex(paint(app.last, 400, 1), [&](const ImDrawVert& vertex) {
    if (!is_glyph(vertex)) return;
    text = text || vertex.col == palette_[static_cast<std::size_t>(layout::Ink::text)];
    link = link || vertex.col == palette_[static_cast<std::size_t>(layout::Ink::link)];
  });
  EXPECT_TRUE(text);
  EXPECT_TRUE(link);
}

}  // namespace
}  // namespace aushang::view
