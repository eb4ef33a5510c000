// What Dear ImGui's core calls in parts that this project leaves out: widgets and tables (imgui_widgets.cpp,
// imgui_tables.cpp), as functions that do nothing, and formatted text, as the texts without their values. The
// sheet is one window without decoration, drawn by a draw list; people read, click and type in the page's own
// elements.
#include <imgui_internal.h>

#include <cstring>

// ---- formatting: only for window names, logs and error texts, of which the app shows none
int ImFormatStringV(char* out, size_t size, const char* format, va_list) {
  const size_t length = std::strlen(format);
  if (out == nullptr || size == 0) return static_cast<int>(length);
  const size_t kept = length < size ? length : size - 1;
  std::memcpy(out, format, kept);
  out[kept] = 0;
  return static_cast<int>(kept);
}
int ImFormatString(char* out, size_t size, const char* format, ...) {
  va_list none;
  va_start(none, format);
  const int length = ImFormatStringV(out, size, format, none);
  va_end(none);
  return length;
}

// ---- what a context and a window hold for widgets
ImGuiInputTextState::ImGuiInputTextState() { std::memset(static_cast<void*>(this), 0, sizeof *this); }
ImGuiInputTextState::~ImGuiInputTextState() = default;
void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

void TextV(const char*, va_list) {}
void SeparatorText(const char*) {}
bool Button(const char*, const ImVec2&) { return false; }
bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
bool SliderInt(const char*, int*, int, int, const char*, ImGuiSliderFlags) { return false; }
bool InputText(const char*, char*, size_t, ImGuiInputTextFlags, ImGuiInputTextCallback, void*) {
  return false;
}
void InputTextDeactivateHook(ImGuiID) {}
void Scrollbar(ImGuiAxis) {}
void TreePop() {}
void EndMenuBar() {}
void EndTabBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void EndColumns() {}
void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
