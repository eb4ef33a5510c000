#include "imgui_hooks.h"

#include <cstdarg>
#include <cstdio>

namespace aushang::view {

Hooks& hooks() {
  static Hooks one;
  return one;
}

}  // namespace aushang::view

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& rect, const ImGuiLastItemData*) {
  aushang::view::hooks().items.emplace(id, rect);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char* format, ...) {
  char line[512];
  std::va_list values;
  va_start(values, format);
  std::vsnprintf(line, sizeof line, format, values);
  va_end(values);
  aushang::view::hooks().log.add(line);
}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
