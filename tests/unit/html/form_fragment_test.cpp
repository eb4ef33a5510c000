#include "html/form_fragment.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace aushang::html {
namespace {

using layout::FormNode;
using layout::Widget;

FormNode node(Widget widget, std::string id, std::string text, std::uint32_t end) {
  FormNode out;
  out.widget = widget;
  out.id = std::move(id);
  out.text = std::move(text);
  out.end = end;
  return out;
}

TEST(FormFragment, WritesContainersAroundWhatTheyHold) {
  layout::Form form;
  form.nodes = {node(Widget::card, "au-a", "", 5),      node(Widget::title, "au-b", "Check", 2),
                node(Widget::list, "au-c", "", 5),      node(Widget::item, "au-d", "", 5),
                node(Widget::text, "au-e", "x < y", 5), node(Widget::hint, "au-f", "after", 6)};
  form.nodes[0].labelled_by = "au-b";
  EXPECT_EQ(write_form(form, Script::app),
            "<section id=\"au-a\" class=\"card\" aria-labelledby=\"au-b\">\n"
            "<h2 id=\"au-b\" class=\"f-title\">Check</h2>\n"
            "<ul id=\"au-c\" class=\"f-list\">\n<li id=\"au-d\" class=\"f-item\">\n"
            "<p id=\"au-e\" class=\"f-text\">x &lt; y</p>\n</li>\n</ul>\n</section>\n"
            "<p id=\"au-f\" class=\"f-hint\">after</p>\n");
}

TEST(FormFragment, AnOptionIsALabelAroundItsInput) {
  layout::Form form;
  form.nodes = {node(Widget::option, "au-o", "Ja", 1)};
  FormNode& option = form.nodes[0];
  option.input = layout::Input::radio;
  option.name = "q";
  option.checked = true;
  option.language = "de";
  option.described_by = "au-h";
  EXPECT_EQ(write_form(form, Script::app),
            "<label id=\"au-o\" class=\"f-option\"><input type=\"radio\" id=\"au-o-input\" name=\"q\" "
            "aria-describedby=\"au-h\" checked><span lang=\"de\">Ja</span></label>\n");
}

TEST(FormFragment, ValuesStandWhereTheElementHasThem) {
  layout::Form form;
  form.nodes = {node(Widget::main_button, "au-l", "Go", 1),
                node(Widget::progress, "au-p", "", 2),
                node(Widget::field_label, "au-n", "Name", 3),
                node(Widget::field, "au-f", "", 4),
                node(Widget::area, "au-t", "", 5),
                node(Widget::button, "au-b", "Copy", 6)};
  form.nodes[0].value = "mailto:a@b.example?subject=x&body=\"y\"";
  form.nodes[1].value = "0.5";
  form.nodes[1].label = "How far";
  form.nodes[2].value = "au-f";
  form.nodes[3].value = "Ada";
  form.nodes[3].name = "name";
  form.nodes[3].input = layout::Input::text;
  form.nodes[4].value = "\nfirst";
  EXPECT_EQ(
      write_form(form, Script::app),
      "<a id=\"au-l\" class=\"f-main-button\" "
      "href=\"mailto:a@b.example?subject=x&amp;body=&quot;y&quot;\">Go</a>\n"
      "<progress id=\"au-p\" class=\"f-progress\" aria-label=\"How far\" value=\"0.5\" "
      "max=\"1\"></progress>\n"
      "<label id=\"au-n\" class=\"f-field-label\" for=\"au-f\">Name</label>\n"
      "<input id=\"au-f\" class=\"f-field\" dir=\"auto\" type=\"text\" value=\"Ada\" autocomplete=\"name\">\n"
      "<textarea id=\"au-t\" class=\"f-area\" dir=\"auto\">\n\nfirst</textarea>\n"
      "<button id=\"au-b\" class=\"f-button\" type=\"button\">Copy</button>\n");
}

TEST(FormFragment, AStepIsAnItemWhoseSignIsAPictureWithAName) {
  layout::Form form;
  form.nodes = {node(Widget::steps, "au-s", "", 4), node(Widget::step, "au-a", "", 4),
                node(Widget::clause, "au-t", "A degree", 3), node(Widget::sign, "au-i", "", 4)};
  form.nodes[1].tone = form.nodes[3].tone = layout::Tone::good;
  form.nodes[3].label = "met";
  EXPECT_EQ(
      write_form(form, Script::app),
      "<ul id=\"au-s\" class=\"f-steps\">\n<li id=\"au-a\" class=\"f-step good\">\n"
      "<p id=\"au-t\" class=\"f-clause\">A degree</p>\n"
      "<span id=\"au-i\" class=\"f-sign good\" role=\"img\" aria-label=\"met\"></span>\n</li>\n</ul>\n");
}

TEST(FormFragment, WhatNeedsTheAppIsMarkedOrLeftOutWithWhatItHolds) {
  layout::Form form;
  form.nodes = {node(Widget::group, "au-g", "", 2), node(Widget::legend, "au-l", "Q", 2),
                node(Widget::status, "au-s", "", 4), node(Widget::outcome, "au-x", "Open", 4),
                node(Widget::text, "au-t", "stays", 5)};
  form.nodes[0].live = form.nodes[1].live = true;
  form.nodes[2].tone = layout::Tone::open;
  EXPECT_EQ(
      write_form(form, Script::none),
      "<div id=\"au-s\" class=\"f-status open\" role=\"status\" aria-live=\"off\">\n"
      "<p id=\"au-x\" class=\"f-outcome\">Open</p>\n</div>\n<p id=\"au-t\" class=\"f-text\">stays</p>\n");
  EXPECT_EQ(write_form(form, Script::app).substr(0, 51),
            "<fieldset id=\"au-g\" class=\"f-group f-live\">\n<legend");
}

TEST(FormFragment, AnEmptyFormIsEmpty) { EXPECT_EQ(write_form({}, Script::app), ""); }

TEST(FormFragment, TextOfAnotherDirectionSaysSo) {
  layout::Form form;
  form.nodes = {node(Widget::text, "au-e", "\u0633\u0644\u0627\u0645", 1),
                node(Widget::option, "au-o", "\u0628\u0644\u0647", 2),
                node(Widget::text, "au-d", "Hallo", 3)};
  form.nodes[0].language = form.nodes[1].language = "fa";
  form.nodes[2].language = "de";
  const std::string out = write_form(form, Script::app);
  EXPECT_NE(out.find("<p id=\"au-e\" class=\"f-text\" lang=\"fa\" dir=\"rtl\">"), std::string::npos) << out;
  EXPECT_NE(out.find("<span lang=\"fa\" dir=\"rtl\">"), std::string::npos) << out;
  EXPECT_NE(out.find("<p id=\"au-d\" class=\"f-text\" lang=\"de\">"), std::string::npos) << out;
}

}  // namespace
}  // namespace aushang::html
