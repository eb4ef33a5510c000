/* What Dear ImGui's sources call instead of sscanf and fprintf (AushangDependencies.cmake), so that the C library's
   scanner and printer aren't linked. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int aushang_no_scan(const char* text, const char* format, ...);
int aushang_scan_version(const char* text, const char* format, ...);
int aushang_report(FILE* out, const char* format, ...);

/* In the core, which reads settings files and typed numbers with it: this project has neither. */
int aushang_no_scan(const char* text, const char* format, ...) {
  (void)text;
  (void)format;
  return 0;
}

/* In the renderer, which reads "#version 300 es" and "3.0": the first number of the text is enough. */
int aushang_scan_version(const char* text, const char* format, ...) {
  va_list places;
  while (*text != '\0' && (*text < '0' || *text > '9')) ++text;
  if (*text == '\0') return 0;
  va_start(places, format);
  *va_arg(places, int*) = atoi(text);
  va_end(places);
  return 1;
}

/* In the renderer, which says with it that a shader couldn't be compiled and then, as "%s\n", why: the format and the
   first text it asks for, on the console. */
#ifdef __EMSCRIPTEN__
#include <emscripten/console.h>
#include <string.h>
int aushang_report(FILE* out, const char* format, ...) {
  va_list values;
  (void)out;
  if (strcmp(format, "%s\n") != 0) emscripten_console_error(format);
  if (strstr(format, "%s") == NULL) return 0;
  va_start(values, format);
  emscripten_console_error(va_arg(values, const char*));
  va_end(values);
  return 0;
}
#endif
