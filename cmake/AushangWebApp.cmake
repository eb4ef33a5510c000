# aushang_web_app(NAME SOURCES … DEPENDS … [JS_LIBRARIES …]): the program of the page, as app/aushang.mjs (an ES module
# that tools/build-app.mjs bundles), app/aushang.wasm and app/licences.txt in the build folder. Every flag of its link
# stands here.
#
# It belongs to the preset `web-app`, whose objects are compiled with -Oz -flto and without exceptions: the command
# line and the tests want other flags (see AushangModules.cmake), so they have objects of their own.
function(aushang_web_app name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;JS_LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME aushang SUFFIX ".mjs" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/app")
  target_link_libraries(${name} PRIVATE
    ${arg_DEPENDS} $<BUILD_INTERFACE:aushang_warnings> $<BUILD_INTERFACE:aushang_no_exceptions>)
  target_link_options(${name} PRIVATE
    -Oz -flto -fno-exceptions -fno-rtti
    # A module that starts when the page says so, in browsers only.
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sINVOKE_RUN=0 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString
    -sINCOMING_MODULE_JS_API=canvas,locateFile,instantiateWasm,print,printErr,onAbort
    # Neither eval nor new Function: the page's policy forbids both.
    -sDYNAMIC_EXECUTION=0
    # What a page has no use for: files, signals, process exit, longjmp, assertions.
    -sFILESYSTEM=0 -sEXIT_RUNTIME=0 -sSUPPORT_LONGJMP=0 -sASSERTIONS=0
    # WebGL2 only; nothing is drawn from client memory.
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sGL_TRACK_ERRORS=0 -sGL_POOL_TEMP_BUFFERS=0 -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
    -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
    # The example needs a few megabytes; a posting of a megabyte makes the heap grow.
    -sINITIAL_MEMORY=8MB -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=256KB -sMALLOC=emmalloc
    -sTEXTDECODER=2)
  foreach(library IN LISTS arg_JS_LIBRARIES)
    target_link_options(${name} PRIVATE "SHELL:--js-library ${library}")
    set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${library}")
  endforeach()
  aushang_write_licences("${CMAKE_BINARY_DIR}/app/licences.txt" "The web app of Aushang"
    Aushang imgui sdl2 md4c nlohmann Unicode Emscripten musl)
endfunction()
