#include "html/form_fragment.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "html/escape.h"
#include "layout/form_direction.h"

namespace aushang::html {
namespace {

using layout::FormNode;
using layout::Input;
using layout::Widget;

class FormWriter {
 public:
  void start(const FormNode& node) {
    const layout::WidgetElement& element = layout::element_of(node.widget);
    out_.append("<").append(element.tag);
    attribute("id", node.id);
    std::string classes(element.css_class);
    if (node.tone != layout::Tone::none)
      classes.append(" ").append(layout::k_tone_classes[static_cast<std::size_t>(node.tone)]);
    if (node.live) classes += " f-live";
    attribute("class", classes);
    optional("role", element.role);
    if (node.widget == Widget::status)
      attribute("aria-live", "off");  // it changes piece by piece; shell/voice.js tells the whole
    optional("aria-label", node.label);
    optional("aria-labelledby", node.labelled_by);
    if (!holds_input(node)) {
      optional("lang", node.language);
      optional("dir", layout::direction_of(node));
      optional("aria-describedby", node.described_by);
    }
    own_attributes(node);
    out_ += '>';
    if (holds_input(node)) input(node);
  }

  /// What stands in a leaf, and its end.
  void finish_leaf(const FormNode& node) {
    if (node.widget == Widget::field) {
      out_ += '\n';
      return;
    }
    if (node.widget == Widget::area) {
      // A line break right after the start tag isn't part of the text (HTML, 13.1.2.5).
      out_.append("\n").append(escape(node.value));
    } else if (holds_input(node)) {
      out_ += "<span";
      optional("lang", node.language);
      optional("dir", layout::direction_of(node));
      out_.append(">").append(escape(node.text)).append("</span>");
    } else {
      out_ += escape(node.text);
    }
    end(node);
  }

  void end(const FormNode& node) {
    out_.append("</").append(layout::element_of(node.widget).tag).append(">\n");
  }
  void line_break() { out_ += '\n'; }
  std::string take() { return std::move(out_); }

 private:
  static bool holds_input(const FormNode& node) { return layout::is_option(node.widget); }
  void attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(escape(value)).append("\"");
  }
  void optional(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }

  void own_attributes(const FormNode& node) {
    const Widget widget = node.widget;
    if (widget == Widget::link || widget == Widget::why || widget == Widget::main_button)
      attribute("href", node.value);
    if (widget == Widget::disclosure && node.checked) out_ += " open";
    if (layout::element_of(widget).tag == "button") attribute("type", "button");
    if (widget == Widget::field_label) attribute("for", node.value);
    if (widget == Widget::progress) {
      attribute("value", node.value);
      attribute("max", "1");
    }
    if (widget == Widget::field) {
      attribute("type", layout::k_input_types[static_cast<std::size_t>(node.input)]);
      optional("inputmode", layout::k_input_modes[static_cast<std::size_t>(node.input)]);
      optional("value", node.value);
      if (node.invalid) attribute("aria-invalid", "true");
    }
    if (widget == Widget::field || widget == Widget::area) optional("autocomplete", node.name);
  }

  void input(const FormNode& node) {
    out_ += "<input";
    attribute("type", layout::k_input_types[static_cast<std::size_t>(node.input)]);
    attribute("id", node.id + "-input");
    optional("name", node.name);
    optional("aria-describedby", node.described_by);
    if (node.checked) out_ += " checked";
    out_ += '>';
  }

  std::string out_;
};

}  // namespace

std::string write_form(const layout::Form& form, Script script) {
  FormWriter writer;
  std::vector<std::uint32_t> open;
  const auto close_until = [&](std::uint32_t index) {
    while (!open.empty() && form.nodes[open.back()].end <= index) {
      writer.end(form.nodes[open.back()]);
      open.pop_back();
    }
  };
  for (std::uint32_t i = 0; i < form.nodes.size();) {
    const FormNode& node = form.nodes[i];
    close_until(i);
    if (node.live && script == Script::none) {
      i = node.end;
      continue;
    }
    writer.start(node);
    if (layout::is_container(node.widget)) {
      writer.line_break();
      open.push_back(i);
    } else {
      writer.finish_leaf(node);
    }
    ++i;
  }
  close_until(static_cast<std::uint32_t>(form.nodes.size()));
  return writer.take();
}

}  // namespace aushang::html
