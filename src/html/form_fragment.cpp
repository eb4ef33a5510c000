#include "html/form_fragment.h"

#include <vector>

#include "html/escape.h"

namespace aushang::html {
namespace {

using layout::FormNode;
using layout::Input;
using layout::Widget;

class Writer {
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
    optional("aria-label", node.label);
    optional("aria-labelledby", node.labelled_by);
    const bool has_input = node.widget == Widget::option || node.widget == Widget::quiet_option;
    if (!has_input) {
      optional("lang", node.language);
      optional("aria-describedby", node.described_by);
    }
    own_attributes(node);
    out_ += '>';
    if (has_input) input(node);
  }

  /// What stands in a leaf, and its end.
  void finish_leaf(const FormNode& node) {
    switch (node.widget) {
      case Widget::field:
        out_ += '\n';
        return;
      case Widget::area:
        // A line break right after the start tag isn't part of the text (HTML, 13.1.2.5).
        out_.append("\n").append(escape(node.value));
        break;
      case Widget::option:
      case Widget::quiet_option:
        out_ += "<span";
        optional("lang", node.language);
        out_.append(">").append(escape(node.text)).append("</span>");
        break;
      default:
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
  void attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"").append(escape(value)).append("\"");
  }
  void optional(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }

  void own_attributes(const FormNode& node) {
    switch (node.widget) {
      case Widget::status:
        attribute("role", "status");
        break;
      case Widget::link:
      case Widget::main_button:
      case Widget::link_button:
        attribute("href", node.value);
        break;
      case Widget::button:
        attribute("type", "button");
        break;
      case Widget::progress:
        attribute("value", node.value);
        attribute("max", "1");
        break;
      case Widget::field_label:
        attribute("for", node.value);
        break;
      case Widget::field:
        attribute("type", layout::k_input_types[static_cast<std::size_t>(node.input)]);
        optional("autocomplete", node.name);
        optional("value", node.value);
        break;
      case Widget::area:
        optional("autocomplete", node.name);
        break;
      default:
        break;
    }
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
  Writer writer;
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
