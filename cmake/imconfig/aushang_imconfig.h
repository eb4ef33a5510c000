#pragma once
/// Dear ImGui as this project uses it (IMGUI_USER_CONFIG): it draws, and tells what the pointer is over. Files,
/// fonts, clipboard, windows people move about: the browser has all that, so nothing of it is linked.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_SSE
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS  // absent.cpp

// A posting may use any script.
#define IMGUI_USE_WCHAR32

// Glyphs come from the browser. With FreeType named, Dear ImGui leaves out its own rasteriser and asks
// ImGuiFreeType::GetFontLoader() for one; view/ defines that function. FreeType itself is not used.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION

// A long posting has more corners than 16 bits count, and the WebGL2 renderer has no vertex offsets.
#define ImDrawIdx unsigned int
