#include "i18n/pseudo.h"

namespace aushang::i18n {
namespace {

std::string_view accented(char c) {
  switch (c) {
    case 'a':
      return "á";
    case 'c':
      return "ç";
    case 'e':
      return "é";
    case 'i':
      return "í";
    case 'l':
      return "ļ";
    case 'n':
      return "ñ";
    case 'o':
      return "ô";
    case 'p':
      return "þ";
    case 's':
      return "š";
    case 'u':
      return "ü";
    case 'y':
      return "ý";
    case 'A':
      return "Á";
    case 'E':
      return "É";
    case 'I':
      return "Í";
    case 'O':
      return "Ö";
    case 'S':
      return "Š";
    case 'U':
      return "Ü";
    default:
      return {};
  }
}

}  // namespace

std::string pseudo(std::string_view english) {
  std::string out = "[";
  bool in_slot = false;
  for (const char c : english) {
    if (c == '{') in_slot = true;
    const std::string_view form = in_slot ? std::string_view() : accented(c);
    if (form.empty()) {
      out += c;
    } else {
      out += form;
    }
    if (c == '}') in_slot = false;
  }
  out += ' ';
  out.append(english.size() / 2 + 1,
             '~');  // German runs about a third longer than English; this is a safe half
  out += ']';
  return out;
}

}  // namespace aushang::i18n
