# aushang_node_tool(NAME SOURCES … DEPENDS …): the tool as a module for Node, as tool/aushang.mjs, tool/aushang.wasm and
# tool/licences.txt in the build folder; tools/build-package.mjs makes the npm package of it. Every flag of its link stands here.
#
# It belongs to the preset `web-tool`, whose objects are compiled with -Oz -flto and with WebAssembly's own exceptions.
function(aushang_node_tool name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME aushang SUFFIX ".mjs" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tool")
  target_link_libraries(${name} PRIVATE ${arg_DEPENDS} $<BUILD_INTERFACE:aushang_warnings>)
  target_link_options(${name} PRIVATE
    -Oz -flto --no-entry
    # A module whose one function may be called any number of times; it reads and writes the machine's own files.
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=node -sNODERAWFS=1 -sFORCE_FILESYSTEM=1 -sEXIT_RUNTIME=0
    -sEXPORTED_FUNCTIONS=_aushang_run,_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS,HEAPU8
    -sINCOMING_MODULE_JS_API=wasmBinary -sASSERTIONS=0 -sSUPPORT_LONGJMP=0
    # Quotes 10,000 deep fit this stack.
    -sINITIAL_MEMORY=32MB -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB)
  aushang_write_licences("${CMAKE_BINARY_DIR}/tool/licences.txt" "The tool of Aushang"
    Aushang md4c nlohmann yaml-cpp toml11 gumbo brotli zlib libmd Unicode Emscripten musl)
endfunction()
