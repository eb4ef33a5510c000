#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/number.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

class Writer {
 public:
  Writer(int indent, std::size_t width) : indent_(indent), width_(width) {}

  std::string run(const Json& value) {
    write(value, 0);
    return std::move(out_);
  }

 private:
  void write(const Json& value, int depth) {
    if (value.is_null()) {
      out_ += "null";
    } else if (const bool* flag = value.boolean()) {
      out_ += *flag ? "true" : "false";
    } else if (const double* number = value.number()) {
      out_ += std::isfinite(*number) ? number_text(*number) : "null";  // JSON has no other way to say it
    } else if (const std::string* text = value.string()) {
      out_ += quote_json(*text);
    } else if (const JsonArray* array = value.array()) {
      list('[', ']', *array, depth, [&](const Json& one) { write(one, depth + 1); });
    } else if (const JsonObject* object = value.object()) {
      list('{', '}', *object, depth, [&](const JsonMember& one) {
        out_ += quote_json(one.key);
        out_ += indent_ == 0 ? ":" : ": ";
        write(one.value, depth + 1);
      });
    }
  }

  /// In one line if it fits, else with a line for each.
  template <class List, class Write>
  void list(char open, char close, const List& all, int depth, const Write& write_one) {
    const std::size_t begin = out_.size();
    const bool tries_one_line = width_ != 0 && depth > 0 && !is_in_line_;
    if (tries_one_line) {
      is_in_line_ = true;
      entries(open, close, all, depth, write_one);
      is_in_line_ = false;
      const std::size_t line = out_.rfind('\n', begin) + 1;  // npos + 1 is the beginning
      if (out_.size() - line <= width_) return;
      out_.resize(begin);
    }
    entries(open, close, all, depth, write_one);
  }

  template <class List, class Write>
  void entries(char open, char close, const List& all, int depth, const Write& write_one) {
    out_ += open;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i != 0) out_ += is_in_line_ ? ", " : ",";
      new_line(depth + 1);
      write_one(all[i]);
    }
    if (!all.empty()) new_line(depth);
    out_ += close;
  }

  void new_line(int depth) {
    if (indent_ == 0 || is_in_line_) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_ * depth), ' ');
  }

  int indent_;
  std::size_t width_;
  bool is_in_line_ = false;
  std::string out_;
};

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

std::string write_json(const Json& value, int indent, std::size_t width) {
  return Writer(indent, width).run(value);
}

}  // namespace aushang::base
