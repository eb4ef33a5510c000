#pragma once
/// JSON that people wrote: a slip of the pen is said in plain words, with its place and its cure. For the
/// tool; the app reads what the tool wrote and needs parse_json alone.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace aushang::base {

/// parse_json, whose "json-syntax" errors say what to do. `file` is only for messages.
[[nodiscard]] Result<Json> read_json(std::string_view text, std::string_view file);

struct JsonSlip {
  std::size_t offset = 0;  ///< bytes: where to mend it, which may be before the place where reading stopped
  std::string message;     ///< a sentence or two
};

/// The first place where the text isn't JSON by RFC 8259; nothing where it is.
[[nodiscard]] std::optional<JsonSlip> find_json_slip(std::string_view text);

}  // namespace aushang::base
