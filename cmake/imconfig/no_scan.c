/* Dear ImGui reads settings files and typed numbers with sscanf; this project has neither. In its sources that
   name means this function (AushangDependencies.cmake), so the C library's scanner isn't linked. */
int aushang_no_scan(const char* text, const char* format, ...);

int aushang_no_scan(const char* text, const char* format, ...) {
  (void)text;
  (void)format;
  return 0;
}
