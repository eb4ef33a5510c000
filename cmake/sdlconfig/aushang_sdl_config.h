#ifndef AUSHANG_SDL_CONFIG_H
#define AUSHANG_SDL_CONFIG_H
/* SDL2 as the web app needs it: one window on the page's canvas. Read before every file of SDL2; SDL2's
   own settings for Emscripten come first, and its choice among systems is skipped. */
#define SDL_config_h_
#include "SDL_platform.h"
#include "SDL_config_emscripten.h"

#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_SENSOR_DUMMY
#undef SDL_LOADSO_DLOPEN
#undef SDL_POWER_EMSCRIPTEN
#undef SDL_FILESYSTEM_EMSCRIPTEN
#undef SDL_VIDEO_RENDER_OGL_ES2
#undef SDL_VIDEO_OPENGL_ES2
#undef SDL_VIDEO_OPENGL_EGL
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_LOADSO_DUMMY 1
#define SDL_POWER_DISABLED 1
#define SDL_FILESYSTEM_DUMMY 1
#define SDL_FILE_DISABLED 1
#define SDL_RENDER_DISABLED 1
#undef SDL_TIMER_UNIX
#define SDL_TIMERS_DISABLED 1

/* Pictures are drawn by WebGL: only plain copies between surfaces are left. */
#define SDL_LEAN_AND_MEAN 1
/* Assertions would bring message boxes along. */
#define SDL_DEFAULT_ASSERT_LEVEL 0
/* SDL2's own formatting is smaller than the C library's, and iconv's tables are large. */
#undef HAVE_VSNPRINTF
#undef HAVE_VSSCANF
#undef HAVE_SSCANF
#undef HAVE_ICONV
#undef HAVE_ICONV_H
#endif
