// Numbers as text and back, by JavaScript. The app's JSON, its rules and its form write and read them in
// JavaScript's notation anyway, and the C library's way would bring its arithmetic of 128 bits into the app:
// a twentieth of it.
#include <cstddef>
#include <cstring>
#include <string>

#include "base/number.h"
#include "platform/web/host.h"

namespace aushang::base {

std::string number_text(double number) {
  char text[32];  // the longest is "-1.2345678901234567e-300"
  return {text, static_cast<std::size_t>(aushang_number_text(number, text))};
}

}  // namespace aushang::base

/// In place of the C library's (--wrap=strtod): for text that is one number and nothing else, which is what
/// its callers have.
extern "C" double __wrap_strtod(const char* text, char** end) {
  if (end != nullptr) *end = const_cast<char*>(text) + std::strlen(text);
  return aushang_read_number(text);
}

/// Only the JSON parser asks for it, to show a control character in a message about JSON. What the app reads
/// is its own bundle, and such a message is read by nobody.
extern "C" int __wrap_snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}
