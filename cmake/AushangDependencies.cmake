# One target per library, SYSTEM so that our warnings stay about our code.

aushang_fetch(md4c)
add_library(dep_md4c STATIC
  "${md4c_SOURCE_DIR}/src/md4c.c" "${md4c_SOURCE_DIR}/src/entity.c")
target_include_directories(dep_md4c SYSTEM PUBLIC "${md4c_SOURCE_DIR}/src")
add_library(dep::md4c ALIAS dep_md4c)
set(AUSHANG_MD4C_DIR "${md4c_SOURCE_DIR}")

aushang_fetch(nlohmann)
add_library(dep_nlohmann INTERFACE)
target_include_directories(dep_nlohmann SYSTEM INTERFACE "${nlohmann_SOURCE_DIR}/single_include")
target_compile_definitions(dep_nlohmann INTERFACE JSON_NOEXCEPTION JSON_NO_IO)
add_library(dep::nlohmann ALIAS dep_nlohmann)

# Dear ImGui: the core for the app and for view's tests, the same in both. Its WebGL2 renderer needs a browser. What
# the app does not use is not built: widgets, tables, demo, other backends (imconfig/absent.cpp has what the core calls
# in them), and SDL2's events, which the layer makes unneeded. Nor is it built where no program links it.
if(AUSHANG_APP OR AUSHANG_TESTS)
  aushang_fetch(imgui)
  # What of the core is called in every frame and has no effect on a window without decoration, keys and focus: it
  # would bring a third of the library along. The list is about the version in sources.txt.
  set(imgui_trimmed "${CMAKE_BINARY_DIR}/imgui-trimmed")
  aushang_trim("${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_trimmed}/imgui.cpp"
    # keys, focus and navigation by them, the wheel, moving windows: the page does that
    "static void ImGui::UpdateKeyboardInputs(" "bool ImGui::Shortcut(ImGuiKeyChord key_chord, ImGuiInputFlags flags, ImGuiID"
    "void ImGui::ItemHandleShortcut(" "static void ImGui::NavUpdate(" "static void ImGui::NavEndFrame("
    "static void ImGui::NavProcessItem(" "void ImGui::NavInitWindow(" "void ImGui::FocusWindow("
    "void ImGui::FocusTopMostWindowUnderOne(" "void ImGui::UpdateMouseWheel("
    "void ImGui::UpdateMouseMovingWindowNewFrame(" "void ImGui::UpdateMouseMovingWindowEndFrame("
    # decoration, automatic sizes, scrolling, popups, tooltips, a cursor of its own
    "static int ImGui::UpdateWindowManualResize(" "void ImGui::RenderWindowDecorations("
    "void ImGui::RenderWindowTitleBarContents(" "void ImGui::RenderMouseCursor(" "static void ImGui::RenderDimmedBackgrounds("
    "static ImVec2 CalcWindowAutoFitSize(" "static void CalcWindowContentSizes("
    "static ImVec2 CalcNextScrollFromScrollTargetAndClamp(" "ImVec2 ImGui::FindBestWindowPosForPopup("
    "void ImGui::ClosePopupsOverWindow(" "void ImGui::SetTooltip("
    # settings, logs, translations, repairs after unbalanced calls, memory of windows gone
    "void ImGui::UpdateSettings(" "void ImGui::SaveIniSettingsToDisk(" "static void WindowSettingsHandler_ClearAll("
    "static void* WindowSettingsHandler_ReadOpen(" "static void WindowSettingsHandler_ReadLine("
    "static void WindowSettingsHandler_ApplyAll(" "static void WindowSettingsHandler_WriteAll(" "void ImGui::LogFinish("
    "void ImGui::LocalizeRegisterEntries(" "void ImGui::ErrorRecoveryTryToRecoverState("
    "void    ImGui::ErrorRecoveryTryToRecoverWindowState(" "void ImGui::ErrorCheckEndFrameFinalizeErrorTooltip("
    "void ImGui::GcCompactTransientMiscBuffers(" "void ImGui::GcCompactTransientWindowBuffers(" "void ImGui::DebugAllocHook(")
  # colours: the sheet has its own palette
  aushang_trim("${imgui_SOURCE_DIR}/imgui_draw.cpp" "${imgui_trimmed}/imgui_draw.cpp" "void ImGui::StyleColorsDark(")
  add_library(dep_imgui STATIC EXCLUDE_FROM_ALL
    "${imgui_trimmed}/imgui.cpp" "${imgui_trimmed}/imgui_draw.cpp" "${CMAKE_CURRENT_LIST_DIR}/imconfig/absent.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/imconfig/stdio.c")
  target_include_directories(dep_imgui SYSTEM PUBLIC
    "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends" "${CMAKE_CURRENT_LIST_DIR}/imconfig")
  target_compile_definitions(dep_imgui PUBLIC IMGUI_USER_CONFIG="aushang_imconfig.h")
  set_source_files_properties("${imgui_trimmed}/imgui.cpp" PROPERTIES COMPILE_DEFINITIONS sscanf=aushang_no_scan)
  target_compile_features(dep_imgui PUBLIC cxx_std_20)
  target_link_libraries(dep_imgui PRIVATE aushang_no_exceptions)
  aushang_trust(dep_imgui)
  if(AUSHANG_APP)
    target_sources(dep_imgui PRIVATE "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
    set_source_files_properties("${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp"
      PROPERTIES COMPILE_DEFINITIONS "sscanf=aushang_scan_version;fprintf=aushang_report")
    target_compile_definitions(dep_imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
  else()
    # Tests look at every item as it is added; the test program defines ImGuiTestEngineHook_….
    target_compile_definitions(dep_imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
  endif()
  add_library(dep::imgui ALIAS dep_imgui)
endif()

# SDL2: window, WebGL2 context and events, for Emscripten only; sdlconfig/ says what is left out.
if(AUSHANG_APP)
  aushang_fetch(sdl2)
  # SDL2's pointer arithmetic needs this flag from LLVM 20 on; older compilers don't know it.
  include(CheckCCompilerFlag)
  check_c_compiler_flag(-fwrapv-pointer aushang_has_fwrapv_pointer)
  set(sdl2_src "${sdl2_SOURCE_DIR}/src")
  # SDL_video.c and what it stands on; of the rest it calls a few functions, which sdlconfig/absent.c has.
  file(GLOB sdl2_sources
    "${sdl2_src}/SDL.c" "${sdl2_src}/SDL_hints.c" "${sdl2_src}/SDL_list.c" "${sdl2_src}/SDL_utils.c"
    "${sdl2_src}/atomic/*.c" "${sdl2_src}/cpuinfo/*.c" "${sdl2_src}/libm/*.c" "${sdl2_src}/stdlib/*.c"
    "${sdl2_src}/video/SDL_pixels.c" "${sdl2_src}/video/SDL_rect.c" "${sdl2_src}/video/SDL_video.c"
    "${sdl2_src}/video/emscripten/SDL_emscriptenvideo.c")
  list(FILTER sdl2_sources EXCLUDE REGEX "/SDL_(getenv|iconv)\\.c$")
  add_library(dep_sdl2 STATIC ${sdl2_sources} "${CMAKE_CURRENT_LIST_DIR}/sdlconfig/absent.c")
  target_include_directories(dep_sdl2 SYSTEM PUBLIC "${sdl2_SOURCE_DIR}/include" PRIVATE "${sdl2_src}")
  target_compile_options(dep_sdl2 PRIVATE -w "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/sdlconfig/aushang_sdl_config.h"
    $<$<BOOL:${aushang_has_fwrapv_pointer}>:-fwrapv-pointer>)
  set_source_files_properties("${sdl2_src}/video/emscripten/SDL_emscriptenvideo.c" PROPERTIES COMPILE_DEFINITIONS
    "emscripten_request_fullscreen_strategy=aushang_no_fullscreen;emscripten_exit_fullscreen=aushang_no_fullscreen_end;\
emscripten_set_window_title=aushang_no_title")
  add_library(dep::sdl2 ALIAS dep_sdl2)
endif()

# The tools below serve the command line alone; they may throw.
if(NOT AUSHANG_APP)
  aushang_fetch(yaml-cpp)
  file(GLOB yaml_sources "${yaml-cpp_SOURCE_DIR}/src/*.cpp")
  add_library(dep_yaml STATIC ${yaml_sources})
  target_include_directories(dep_yaml SYSTEM PUBLIC "${yaml-cpp_SOURCE_DIR}/include")
  target_compile_definitions(dep_yaml PUBLIC YAML_CPP_STATIC_DEFINE)
  target_link_libraries(dep_yaml PUBLIC aushang_exceptions)
  aushang_join(dep_yaml)
  add_library(dep::yaml ALIAS dep_yaml)

  aushang_fetch(toml11)
  add_library(dep_toml INTERFACE)
  target_include_directories(dep_toml SYSTEM INTERFACE "${toml11_SOURCE_DIR}/include")
  target_link_libraries(dep_toml INTERFACE aushang_exceptions)
  add_library(dep::toml ALIAS dep_toml)

  # What a site's files are packed with: compressors and SHA-256, the halves of their libraries that write.
  aushang_fetch(brotli)
  file(GLOB brotli_sources "${brotli_SOURCE_DIR}/c/common/*.c" "${brotli_SOURCE_DIR}/c/enc/*.c")
  add_library(dep_brotli STATIC ${brotli_sources})
  target_include_directories(dep_brotli SYSTEM PUBLIC "${brotli_SOURCE_DIR}/c/include")
  aushang_trust(dep_brotli)
  add_library(dep::brotli ALIAS dep_brotli)

  aushang_fetch(zlib)
  add_library(dep_zlib STATIC "${zlib_SOURCE_DIR}/adler32.c" "${zlib_SOURCE_DIR}/crc32.c" "${zlib_SOURCE_DIR}/deflate.c"
    "${zlib_SOURCE_DIR}/trees.c" "${zlib_SOURCE_DIR}/zutil.c")
  target_include_directories(dep_zlib SYSTEM PUBLIC "${zlib_SOURCE_DIR}")
  aushang_trust(dep_zlib)
  add_library(dep::zlib ALIAS dep_zlib)

  aushang_fetch(libmd)
  add_library(dep_libmd STATIC "${libmd_SOURCE_DIR}/src/sha2.c")
  target_include_directories(dep_libmd SYSTEM PUBLIC "${libmd_SOURCE_DIR}/include" PRIVATE "${CMAKE_CURRENT_LIST_DIR}/mdconfig")
  aushang_trust(dep_libmd)
  add_library(dep::libmd ALIAS dep_libmd)

  aushang_fetch(gumbo)
  file(GLOB gumbo_sources "${gumbo_SOURCE_DIR}/src/*.c")
  add_library(dep_gumbo STATIC ${gumbo_sources})
  target_include_directories(dep_gumbo SYSTEM PUBLIC "${gumbo_SOURCE_DIR}/src")
  add_library(dep::gumbo ALIAS dep_gumbo)
endif()

if(AUSHANG_TESTS)
  aushang_fetch(googletest)
  set(gtest_dir "${googletest_SOURCE_DIR}/googletest")
  add_library(dep_gtest STATIC "${gtest_dir}/src/gtest-all.cc" "${gtest_dir}/src/gtest_main.cc")
  target_include_directories(dep_gtest SYSTEM PUBLIC "${gtest_dir}/include" PRIVATE "${gtest_dir}")
  target_compile_features(dep_gtest PUBLIC cxx_std_20)
  find_package(Threads)
  if(Threads_FOUND AND NOT EMSCRIPTEN)
    target_link_libraries(dep_gtest PUBLIC Threads::Threads)
  else()
    target_compile_definitions(dep_gtest PUBLIC GTEST_HAS_PTHREAD=0)
  endif()
  target_link_libraries(dep_gtest PUBLIC aushang_exceptions PRIVATE aushang_tests_flags)
  aushang_trust(dep_gtest)
  add_library(dep::gtest ALIAS dep_gtest)
endif()

if(AUSHANG_BENCH)
  aushang_fetch(benchmark)
  file(GLOB benchmark_sources "${benchmark_SOURCE_DIR}/src/*.cc")
  list(FILTER benchmark_sources EXCLUDE REGEX "benchmark_main\\.cc$")
  add_library(dep_benchmark STATIC ${benchmark_sources})
  target_include_directories(dep_benchmark SYSTEM PUBLIC "${benchmark_SOURCE_DIR}/include")
  target_compile_definitions(dep_benchmark PUBLIC BENCHMARK_STATIC_DEFINE
    PRIVATE BENCHMARK_VERSION="1.9.1" HAVE_STD_REGEX HAVE_STEADY_CLOCK NDEBUG)
  find_package(Threads REQUIRED)
  target_link_libraries(dep_benchmark PUBLIC Threads::Threads)
  add_library(dep::benchmark ALIAS dep_benchmark)

  # md4c's own renderer is the yardstick of the speed budget.
  add_library(dep_md4c_html STATIC "${md4c_SOURCE_DIR}/src/md4c-html.c")
  target_link_libraries(dep_md4c_html PUBLIC dep_md4c)
  add_library(dep::md4c_html ALIAS dep_md4c_html)
endif()
