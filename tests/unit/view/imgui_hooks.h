#pragma once
/// What Dear ImGui tells its test engine, kept for tests to look at.
#include <imgui.h>
#include <imgui_internal.h>

#include <map>

#include "platform/headless/log.h"

namespace aushang::view {

struct Hooks {
  std::multimap<ImGuiID, ImRect> items;  ///< added since `items` was cleared
  platform::headless::Log log;
};

/// One for the program, as Dear ImGui's hooks are plain functions.
[[nodiscard]] Hooks& hooks();

}  // namespace aushang::view
