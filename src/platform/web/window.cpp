#include "platform/web/window.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace aushang::platform {

bool Window::open() {
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  // No title: SDL would make any title, even an empty one, the document's.
  window_ = SDL_CreateWindow(nullptr, 0, 0, 1, 1, 0);
  if (window_ == nullptr) return false;
  // SDL listens to nothing: its listeners would cancel keys, wheel, touch and releases of the mouse, and ask
  // whether to leave the page, which keeps it out of the back/forward cache. They aren't built
  // (cmake/sdlconfig/absent.c); events are the browser's and the shell's.

  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.depth = false;
  attributes.antialias = false;  // glyphs and rectangles lie on whole pixels
  context_ = emscripten_webgl_create_context("#canvas", &attributes);
  return context_ > 0 && emscripten_webgl_make_context_current(context_) == EMSCRIPTEN_RESULT_SUCCESS &&
         make_objects();
}

Window::~Window() {
  if (context_ > 0) {
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(context_);
  }
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_Quit();
}

bool Window::make_objects() { return ImGui_ImplOpenGL3_Init("#version 300 es"); }

void Window::forget_objects() { ImGui_ImplOpenGL3_Shutdown(); }

void Window::present() {
  ImDrawData& data = *ImGui::GetDrawData();
  glViewport(0, 0, static_cast<GLsizei>(data.DisplaySize.x * data.FramebufferScale.x + 0.5F),
             static_cast<GLsizei>(data.DisplaySize.y * data.FramebufferScale.y + 0.5F));
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace aushang::platform
