// What has just changed is drawn as it was and as it is.
#include <gtest/gtest.h>

#include <vector>

#include "drawn_forms.h"
#include "forms.h"
#include "layout/form_draw.h"
#include "pages.h"

namespace aushang::layout {
namespace {

/// What is drawn of a form whose nodes stood otherwise before, with an ink and a fade.
std::vector<RectDraw> changing(const Form& before, const Form& now, Ink ink, Fade fade) {
  std::vector<Tone> tones;
  for (const FormNode& node : before.nodes) tones.push_back(node.tone);
  const FormPage page = arrange_form(now, 300, form_look(), measure());
  DrawList list;
  draw_form(now, page, form_look(), k_origin, k_everything, measure(), k_no_node, list, tones);
  std::erase_if(list.below, [&](const RectDraw& one) { return one.ink != ink || one.fade != fade; });
  return list.below;
}

TEST(FormFade, ARailThatFillsIsSeenAsItWasAndAsItIs) {
  const Tone open = Tone::open, good = Tone::good;
  const Form before = picture(open, open, open, open, open), now = picture(good, open, open, open, open);
  const std::vector<RectDraw> lit = changing(before, now, Ink::good, Fade::in);
  ASSERT_EQ(lit.size(), 2u) << "the rail, and the sign that it comes from";
  EXPECT_EQ(lit[0].rect, (base::Rect{647, 123, 2, 16}));
  EXPECT_EQ(changing(before, now, Ink::strong_line, Fade::out).size(), 4u) << "dashes";
  EXPECT_EQ(changing(before, now, Ink::link, Fade::out).size(), 1u) << "the ring it was";
  EXPECT_TRUE(changing(before, now, Ink::good, Fade::none).empty());

  EXPECT_EQ(changing(now, before, Ink::good, Fade::out).size(), 2u) << "and back";
  EXPECT_EQ(changing(now, before, Ink::strong_line, Fade::in).size(), 4u);
  for (const Ink ink : {Ink::good, Ink::strong_line, Ink::link})
    for (const Fade fade : {Fade::in, Fade::out}) EXPECT_TRUE(changing(now, now, ink, fade).empty());
}

TEST(FormFade, AVerdictThatChangesFadesIn) {
  const auto verdict = [](Tone tone) {
    FormBuilder builder;
    builder.container(Widget::status, [&] { builder.leaf(Widget::outcome, "a"); });
    builder.leaf(Widget::text, "b");
    builder.form.nodes[0].tone = tone;
    return builder.form;
  };
  const Form form = verdict(Tone::good);
  const FormPage page = arrange_form(form, 300, form_look(), measure());
  const std::vector<Tone> before = {Tone::open, Tone::none, Tone::none};
  DrawList list;
  draw_form(form, page, form_look(), {}, k_everything, measure(), k_no_node, list, before);
  ASSERT_EQ(list.texts.size(), 2u);
  EXPECT_EQ(list.texts[0].fade, Fade::in);
  EXPECT_EQ(list.texts[1].fade, Fade::none) << "what stands beside it doesn't";
  ASSERT_EQ(list.below.size(), 2u);
  EXPECT_EQ(list.below[0].ink, Ink::soft);
  EXPECT_EQ(list.below[0].fade, Fade::none) << "seen until it is covered";
  EXPECT_EQ(list.below[1].ink, Ink::good_soft);
  EXPECT_EQ(list.below[1].fade, Fade::in);
  EXPECT_EQ(changing(verdict(Tone::good), verdict(Tone::none), Ink::good_soft, Fade::out).size(), 1u);
}

}  // namespace
}  // namespace aushang::layout
