#pragma once
/// Bounds that keep hostile or broken input from costing more than it is worth. Each is far above
/// what a real posting needs; what lies beyond one is refused with a message or, where said, flattened.
#include <cstddef>

namespace aushang::base {

inline constexpr std::size_t k_max_posting_bytes = 16u << 20;  ///< a Markdown page
inline constexpr std::size_t k_max_json_bytes = 4u << 20;      ///< check.json, answers.json, site.json
inline constexpr std::size_t k_max_json_depth = 100;           ///< nested arrays and objects
inline constexpr std::size_t k_max_nesting =
    64;  ///< quotes, lists and spans in a page; deeper ones are flattened
inline constexpr std::size_t k_max_diagnostics = 200;  ///< per file; the rest are counted, not listed

}  // namespace aushang::base
