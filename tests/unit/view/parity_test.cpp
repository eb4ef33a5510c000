// The form on the tile and in the layer is one: each control is a Dear ImGui item under its node's id, where
// the layer puts the node; each run is words of the node it is drawn in, and no node has words that aren't
// drawn.
#include <gtest/gtest.h>

#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../form/forms.h"
#include "imgui_hooks.h"
#include "layout/form_draw.h"
#include "layout/form_semantics.h"
#include "platform/headless/glyphs.h"
#include "platform/headless/measure.h"
#include "view/painter.h"

namespace aushang::view {
namespace {

using layout::FormNode;
using layout::FormPlacement;
using layout::Widget;

/// What applicants come across: nothing done yet, answers of each kind, a draft with words in it.
std::vector<form::Built> situations() {
  form::Applicant fresh = form::example();
  std::vector<form::Built> all = {fresh.see()};
  form::Applicant busy = form::example();
  for (const char* id :
       {"au-words", "au-draft", "au-o-field-0", "au-o-masters-0", "au-have-cv", "au-send-check"})
    busy.act(id);
  busy.type("au-w-name", "Ada Lovelace");
  busy.type("au-w-why",
            "Because.\n\n  So, and with quite a few words more than go into one line of a draft.");
  all.push_back(busy.see());
  form::Applicant german = form::example();
  german.language = i18n::Language::de;
  german.act("au-o-field-none");
  all.push_back(german.see());
  return all;
}

/// Where the layer puts each node, on the form: what its containers' places add up to.
std::vector<base::Rect> rects_of(const layout::Form& form, const layout::FormSemantics& semantics,
                                 const layout::FormTheme& theme) {
  std::vector<base::Rect> rects;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
    while (!open.empty() && form.nodes[open.back()].end <= i) open.pop_back();
    const FormPlacement& place = semantics.placements[i];
    base::Rect rect = {place.left, place.top, place.width, place.height};
    if (!open.empty()) {
      const float border = theme.look(form.nodes[open.back()].widget).border;
      rect.x += rects[open.back()].x + border;
      rect.y += rects[open.back()].y + border;
    }
    rects.push_back(rect);
    if (is_container(form.nodes[i].widget)) open.push_back(i);
  }
  return rects;
}

bool is_control(const FormNode& node) {
  return layout::is_activated(node.widget) || layout::is_drawn_by_document(node.widget) ||
         node.widget == Widget::progress;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

class ParityTest : public testing::TestWithParam<float> {
 protected:
  /// Draws all of it, as the page would in a window without end.
  layout::DrawList drawn(const layout::Form& form) {
    page_ = layout::arrange_form(form, GetParam(), theme_, measure_);
    rects_ = rects_of(form, layout::form_semantics_of(form, page_, theme_), theme_);
    layout::DrawList list;
    layout::draw_form(form, page_, theme_, {0, 0}, {-1, page_.height + 1}, measure_, layout::k_no_node, list);
    return list;
  }

  platform::headless::Measure measure_;
  layout::FormTheme theme_ = platform::headless::form_theme();
  layout::FormPage page_;
  std::vector<base::Rect> rects_;
};

TEST_P(ParityTest, EachControlIsAnItemUnderItsNodesIdWhereTheLayerHasIt) {
  Painter painter;
  painter.set_faces(platform::headless::k_face_count, platform::headless::box_glyphs());
  Palette palette = {};
  palette.fill(IM_COL32_WHITE);
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
  hooks().items.clear();
  painter.paint({}, {{0, 0, GetParam(), 100}, 1}, palette, measure_);
  const std::size_t own = hooks().items.size();  // of the window that all is painted in
  for (const form::Built& built : situations()) {
    const layout::DrawList list = drawn(built.form);
    hooks().items.clear();
    painter.paint(list, {{0, 0, GetParam(), page_.height}, 1}, palette, measure_);
    std::size_t controls = 0;
    for (std::size_t i = 0; i < built.form.nodes.size(); ++i) {
      const FormNode& node = built.form.nodes[i];
      const auto [from, to] = hooks().items.equal_range(item_id(node.id));
      ASSERT_EQ(std::distance(from, to), is_control(node) && !page_.boxes[i].hidden ? 1 : 0) << node.id;
      if (from == to) continue;
      ++controls;
      EXPECT_NEAR(from->second.Min.x, rects_[i].x, 0.01) << node.id;
      EXPECT_NEAR(from->second.Min.y, rects_[i].y, 0.01) << node.id;
      EXPECT_NEAR(from->second.GetWidth(), rects_[i].width, 0.01) << node.id;
      EXPECT_NEAR(from->second.GetHeight(), rects_[i].height, 0.01) << node.id;
    }
    EXPECT_EQ(hooks().items.size(), controls + own) << "an item without a node";
    EXPECT_GT(controls, 25u);
  }
}

TEST_P(ParityTest, EachRunIsWordsOfTheNodeItIsDrawnIn) {
  for (const form::Built& built : situations()) {
    const layout::DrawList list = drawn(built.form);
    std::vector<std::string> seen(built.form.nodes.size());
    for (const layout::TextDraw& text : list.texts) {
      std::size_t found = built.form.nodes.size();
      for (std::size_t i = 0; i < built.form.nodes.size(); ++i) {
        if (!is_container(built.form.nodes[i].widget) && rects_[i].contains({text.x + 0.01F, text.baseline}))
          found = i;
      }
      ASSERT_LT(found, built.form.nodes.size()) << "no node for \"" << text.text << "\"";
      seen[found] += text.text;
    }
    for (std::size_t i = 0; i < built.form.nodes.size(); ++i) {
      const std::string_view words = page_.boxes[i].hidden ? std::string_view() : built.form.nodes[i].text;
      EXPECT_EQ(without_spaces(seen[i]), without_spaces(words)) << built.form.nodes[i].id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Widths, ParityTest, testing::Values(280.0F, 400.0F, 720.0F));

}  // namespace
}  // namespace aushang::view
