#pragma once
/// The form (layout/form.h) as HTML. shell/panel.js makes the same elements from the same nodes; a test
/// compares them.
#include <string>

#include "html/page.h"
#include "layout/form.h"

namespace aushang::html {

/// Each node is an element with its id. Nodes that are of no use without the app get the class "f-live", or
/// are left out of pages that don't start it.
[[nodiscard]] std::string write_form(const layout::Form& form, Script script);

}  // namespace aushang::html
