#include "platform/web/window.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace aushang::platform {

bool Window::open() {
  // SDL would listen for keys on the window and cancel most of them. The canvas never has the focus, so keys
  // stay the browser's; wheel and touch as well, because the canvas takes no pointer events.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  SDL_EventState(SDL_MOUSEWHEEL, SDL_IGNORE);
  SDL_EventState(SDL_FINGERDOWN, SDL_IGNORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 8);
  window_ = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  if (window_ == nullptr) return false;
  context_ = SDL_GL_CreateContext(window_);
  return context_ != nullptr && make_objects();
}

Window::~Window() {
  if (context_ != nullptr) {
    ImGui_ImplOpenGL3_Shutdown();
    SDL_GL_DeleteContext(context_);
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
