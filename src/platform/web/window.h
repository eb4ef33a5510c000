#pragma once
/// The SDL2 window on #canvas and its WebGL2 context. The context is made directly, not through SDL's EGL
/// layer, which would be 14 kB more to load for one call.
#include <cstdint>

struct SDL_Window;

namespace aushang::platform {

class Window {
 public:
  Window() = default;
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Makes the window, its context and Dear ImGui's renderer. False where WebGL2 isn't to be had.
  [[nodiscard]] bool open();
  /// After the context was lost: the renderer's objects are gone with it. After it came back: made anew.
  void forget_objects();
  [[nodiscard]] bool make_objects();
  /// Paints what ImGui::GetDrawData() holds.
  void present();

 private:
  SDL_Window* window_ = nullptr;
  std::uintptr_t context_ = 0;
};

}  // namespace aushang::platform
