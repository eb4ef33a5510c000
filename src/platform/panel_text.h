#pragma once
/// What the panel holds, as JSON for the layer's script.
#include <string>

#include "form/form.h"

namespace aushang::platform {

/// {"nodes": [{"widget": 3, "id": "…", …}], "phrases": [{"id", "tone", "href", "described_by"}], "outcome",
/// "tone", "left"}. Members of a node are those of
/// layout::FormNode; what has its default isn't written. Widgets, inputs and tones are numbers
/// (describe_buffers says which).
[[nodiscard]] std::string write_panel(const form::Built& built);

}  // namespace aushang::platform
