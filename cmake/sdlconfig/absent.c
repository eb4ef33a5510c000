/* What SDL2's video part calls in parts that the web app leaves out (AushangDependencies.cmake), as functions that do
   nothing. The page gives the app its events and its pointer, WebGL draws its pictures, and nobody reads SDL2's error
   texts: platform/web/window.cpp only asks whether there is a window.

   Where a function of SDL is missing, Emscripten may take it, without a word, from its own SDL 1, which is a large
   script: after a change here, look that app/aushang.mjs has no "SDL" in it. */
#include "SDL_internal.h"

#include <emscripten/html5.h>

#include "SDL.h"
#include "SDL_log_c.h"
#include "events/SDL_events_c.h"
#include "render/SDL_sysrender.h"
#include "thread/SDL_thread_c.h"
#include "video/emscripten/SDL_emscriptenevents.h"
#include "video/emscripten/SDL_emscriptenframebuffer.h"
#include "video/emscripten/SDL_emscriptenmouse.h"

/* Errors and messages: the answer is that of a failure, without its text. */
int SDL_SetError(const char* format, ...) {
  (void)format;
  return -1;
}
int SDL_Error(SDL_errorcode code) {
  (void)code;
  return -1;
}
const char* SDL_GetError(void) { return ""; }
void SDL_ClearError(void) {}
void SDL_LogInit(void) {}
void SDL_LogQuit(void) {}
void SDL_LogResetPriorities(void) {}

/* One thread, no environment. */
SDL_threadID SDL_ThreadID(void) { return 1; }
char* SDL_getenv(const char* name) {
  (void)name;
  return NULL;
}
void SDL_InitTLSData(void) {}
void SDL_QuitTLSData(void) {}
SDL_TLSID SDL_TLSCreate(void) { return 0; }
void* SDL_TLSGet(SDL_TLSID id) {
  (void)id;
  return NULL;
}
int SDL_TLSSet(SDL_TLSID id, const void* value, SDL_TLSDestructorCallback destructor) {
  (void)id;
  (void)value;
  (void)destructor;
  return 0;
}

/* Events: none is made. */
int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
Uint8 SDL_EventState(Uint32 type, int state) {
  (void)type;
  (void)state;
  return SDL_IGNORE;
}
int SDL_SendWindowEvent(SDL_Window* window, Uint8 event, int data1, int data2) {
  (void)window;
  (void)event;
  (void)data1;
  (void)data2;
  return 0;
}
void Emscripten_RegisterEventHandlers(SDL_WindowData* data) { (void)data; }
void Emscripten_UnregisterEventHandlers(SDL_WindowData* data) { (void)data; }
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* data) {
  (void)type;
  (void)reserved;
  (void)data;
  return EM_FALSE;
}

/* Keyboard, mouse and touch. */
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* window) { (void)window; }
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
SDL_Window* SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window* window) { (void)window; }
int SDL_UpdateMouseCapture(SDL_bool force) {
  (void)force;
  return 0;
}
void SDL_WarpMouseInWindow(SDL_Window* window, int x, int y) {
  (void)window;
  (void)x;
  (void)y;
}
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}

/* Pictures drawn by the processor. */
void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return NULL;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window* window, Uint32* format, void** pixels, int* pitch) {
  (void)_this;
  (void)window;
  (void)format;
  (void)pixels;
  (void)pitch;
  return -1;
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window* window, const SDL_Rect* rects, int count) {
  (void)_this;
  (void)window;
  (void)rects;
  (void)count;
  return -1;
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window* window) {
  (void)_this;
  (void)window;
}

/* What SDL_emscriptenvideo.c calls instead of Emscripten's functions for the whole screen and the document's title,
   which would bring their scripts along. */
EMSCRIPTEN_RESULT aushang_no_fullscreen(const char* target, EM_BOOL later, const EmscriptenFullscreenStrategy* how);
EMSCRIPTEN_RESULT aushang_no_fullscreen(const char* target, EM_BOOL later, const EmscriptenFullscreenStrategy* how) {
  (void)target;
  (void)later;
  (void)how;
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT aushang_no_fullscreen_end(void);
EMSCRIPTEN_RESULT aushang_no_fullscreen_end(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void aushang_no_title(const char* title);
void aushang_no_title(const char* title) { (void)title; }
