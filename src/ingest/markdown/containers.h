#pragma once
/// What a container or a box says about itself, in the words of any generator.
#include <string>
#include <string_view>

namespace aushang::ingest {

struct Container {
  std::string name;  ///< in lower case
  std::string title;
};

/// `{.callout-tip title="T"}`, `tip T`, `tip "T"`, `{note} T`, `tip[T]`.
[[nodiscard]] Container container_of(std::string_view said);

/// Whether it is a note, a warning and the like; others only hold what they hold.
[[nodiscard]] bool is_box(std::string_view name);
/// ":name: value", as MyST sets options of a box in its first lines.
[[nodiscard]] bool is_option(std::string_view text);
/// What generators put above a box without a title.
[[nodiscard]] std::string default_title(std::string name);

}  // namespace aushang::ingest
