#pragma once
/// Which way the text of a form's node runs, for the static page and for the panel alike.
#include <string_view>

#include "base/direction.h"
#include "layout/form.h"

namespace aushang::layout {

/// `dir` as HTML has it, empty where the text runs as the interface's words do. What people write themselves
/// runs as they write it.
[[nodiscard]] inline std::string_view direction_of(const FormNode& node) {
  if (node.widget == Widget::field || node.widget == Widget::area || node.widget == Widget::preview_text)
    return "auto";
  const bool turned = base::direction_of_language(node.language) == base::Direction::right_to_left;
  return turned ? name_of(base::Direction::right_to_left) : std::string_view();
}

}  // namespace aushang::layout
