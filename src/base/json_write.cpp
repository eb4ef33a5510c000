#include <cmath>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/number.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

void new_line(std::string& out, int indent, int depth) {
  if (indent == 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent * depth), ' ');
}

void write(std::string& out, const Json& value, int indent, int depth) {
  if (value.is_null()) {
    out += "null";
  } else if (const bool* flag = value.boolean()) {
    out += *flag ? "true" : "false";
  } else if (const double* number = value.number()) {
    out += std::isfinite(*number) ? number_text(*number) : "null";  // JSON has no other way to say it
  } else if (const std::string* text = value.string()) {
    out += quote_json(*text);
  } else if (const JsonArray* array = value.array()) {
    out += '[';
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i != 0) out += ',';
      new_line(out, indent, depth + 1);
      write(out, (*array)[i], indent, depth + 1);
    }
    if (!array->empty()) new_line(out, indent, depth);
    out += ']';
  } else if (const JsonObject* object = value.object()) {
    out += '{';
    for (std::size_t i = 0; i < object->size(); ++i) {
      if (i != 0) out += ',';
      new_line(out, indent, depth + 1);
      out += quote_json((*object)[i].key);
      out += indent == 0 ? ":" : ": ";
      write(out, (*object)[i].value, indent, depth + 1);
    }
    if (!object->empty()) new_line(out, indent, depth);
    out += '}';
  }
}

}  // namespace

std::string quote_json(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    const char32_t c = d.code_point;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      out += "\\u00";
      out += hex[c >> 4];
      out += hex[c & 15u];
    } else {
      append(out, c);
    }
  }
  out += '"';
  return out;
}

std::string write_json(const Json& value, int indent) {
  std::string out;
  write(out, value, indent, 0);
  return out;
}

}  // namespace aushang::base
