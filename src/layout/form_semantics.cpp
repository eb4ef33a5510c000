#include "layout/form_semantics.h"

#include "layout/semantics.h"

namespace aushang::layout {

FormSemantics form_semantics_of(const Form& form, const FormPage& page, const FormTheme& theme) {
  FormSemantics out;
  out.height = page.height;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
    const FormNode& node = form.nodes[i];
    while (!open.empty() && form.nodes[open.back()].end <= i) open.pop_back();
    base::Point corner;
    if (!open.empty()) {
      const float border = theme.look(form.nodes[open.back()].widget).border;
      const base::Rect& around = page.boxes[open.back()].rect;
      corner = {around.x + border, around.y + border};
    }
    if (is_container(node.widget)) open.push_back(i);
    const FormBox& box = page.boxes[i];
    FormPlacement& placement = out.placements.emplace_back();
    placement.left = box.rect.x - corner.x;
    placement.top = box.rect.y - corner.y;
    placement.width = box.rect.width;
    placement.height = box.rect.height;
    if (is_container(node.widget)) continue;
    placement.padding_top = box.text_top - box.rect.y - theme.look(node.widget).border;
    placement.first_start = static_cast<std::uint32_t>(out.line_starts.size());
    append_line_starts(node.text, 0, page.lines_of(box), 0, out.line_starts);
    placement.start_count = static_cast<std::uint32_t>(out.line_starts.size()) - placement.first_start;
  }
  return out;
}

}  // namespace aushang::layout
