#pragma once
/// JSON read as JsonLogic: which operation an object stands for and what its operands are. Used by the
/// compiler and by the checks of check.json, so that both see the same.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace aushang::logic {

struct Call {
  std::string_view operation;
  base::Position at;                        ///< of the operation's name
  std::vector<const base::Json*> operands;  ///< one where no list is written
  bool is_list = false;                     ///< operands stand in a list
};

/// Nothing if `json` is no object with exactly one key, "$comment" aside.
[[nodiscard]] std::optional<Call> as_call(const base::Json& json);

/// The path of one operand: $.logic["=="][1].
[[nodiscard]] std::string operand_path(std::string_view path, const Call& call, std::size_t index);

/// The name a `var` asks for; nothing if it isn't written out. {"var": []} and {"var": null} mean "".
[[nodiscard]] std::optional<std::string> variable_name(const Call& call);

}  // namespace aushang::logic
