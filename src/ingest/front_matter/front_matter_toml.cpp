/// The only user of toml11, and the place where its exceptions end.

// GCC 12 sees an index out of bounds in toml11's inlined scanners that isn't there.
#pragma GCC diagnostic ignored "-Warray-bounds"
#if defined(__clang__) && __clang_major__ < 16
// These have no std::source_location that goes with GCC's library; toml11 brings its own to C++17.
#include <toml11/version.hpp>
#undef TOML11_CPLUSPLUS_STANDARD_VERSION
#define TOML11_CPLUSPLUS_STANDARD_VERSION 201703L
#endif
#include <toml.hpp>

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "ingest/front_matter/front_matter.h"

namespace aushang::ingest {
namespace {

/// toml11 4.4 tries to go on behind an error, and loops for ever where it then meets a "#", or a "=" in an
/// array. So it never sees either: comments go, in strings both are replaced for the time of reading, and an
/// array with a "=" in it is refused here. The stand-ins are from Unicode's private use area.
constexpr std::string_view k_number_sign = "\xEF\xA3\xB0";  // U+F8F0
constexpr std::string_view k_equals_sign = "\xEF\xA3\xB1";  // U+F8F1

std::string with_signs(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view three = text.substr(i, 3);
    if (three == k_number_sign || three == k_equals_sign) {
      out += three == k_number_sign ? '#' : '=';
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

/// Reads a block by its strings, comments and brackets only (toml.io/en/v1.0.0).
class Guard {
 public:
  explicit Guard(std::string_view block) : block_(block) {}

  /// False where something is wrong: `problem` says what, `at` where.
  bool run() {
    while (problem_.empty() && at_ < block_.size()) {
      const char c = block_[at_];
      if (c == '"' || c == '\'') {
        string(c);
      } else if (c == '#') {
        at_ = std::min(block_.find('\n', at_), block_.size());
      } else {
        structure(c);
        text_ += c;
        ++at_;
      }
    }
    return problem_.empty();
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  /// toml11 calls itself for each bracket and each part of a dotted key.
  static constexpr std::size_t k_deepest = 50;

  void structure(char c) {
    if (c == '\n' || c == ',') dots_ = 0;
    if (c == '.') ++dots_;
    if (c == '[' || c == '{') open_ += c;
    if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
    if (c == '=' && open_.ends_with('[')) problem_ = "a list is not closed before the next \"=\"";
    if (open_.size() > k_deepest || dots_ > k_deepest) problem_ = "fields are nested too deeply";
  }

  void string(char quote) {
    const std::string three(3, quote);
    const bool multi_line = block_.substr(at_, 3) == three;
    const std::size_t begin = at_;
    std::size_t i = at_ + (multi_line ? 3 : 1);
    while (i < block_.size()) {
      if (quote == '"' && block_[i] == '\\') {
        i += 2;
      } else if (!multi_line && block_[i] == '\n') {
        break;
      } else if (multi_line ? block_.substr(i, 3) == three : block_[i] == quote) {
        i += multi_line ? 3 : 1;
        for (int extra = 0; multi_line && extra < 2 && i < block_.size() && block_[i] == quote; ++extra) ++i;
        return copy(begin, i);
      } else {
        ++i;
      }
    }
    problem_ = "a text in quotes is never closed";
  }

  void copy(std::size_t begin, std::size_t end) {
    for (const char c : block_.substr(begin, end - begin)) {
      if (c == '#') {
        text_ += k_number_sign;
      } else if (c == '=') {
        text_ += k_equals_sign;
      } else {
        text_ += c;
      }
    }
    at_ = end;
  }

  std::string_view block_;
  std::size_t at_ = 0;
  std::size_t dots_ = 0;
  std::string open_;  ///< brackets
  std::string text_;
  std::string problem_;
};

std::string scalar_text(const toml::value& value) {
  if (value.is_string()) return with_signs(value.as_string());
  if (value.is_boolean()) return value.as_boolean() ? "true" : "false";
  if (value.is_integer()) return std::to_string(value.as_integer());
  return std::string(base::trim(toml::format(value)));  // floats and the kinds of dates, as written
}

void flatten(const toml::value& value, const std::string& path, std::size_t depth, Fields& fields) {
  if (depth > k_max_field_depth || fields.size() >= k_max_fields) return;
  const std::string prefix = path.empty() ? path : path + ".";
  if (value.is_table()) {
    for (const auto& [key, member] : value.as_table())
      flatten(member, prefix + with_signs(key), depth + 1, fields);
  } else if (value.is_array()) {
    std::size_t index = 0;
    for (const toml::value& item : value.as_array())
      flatten(item, prefix + std::to_string(index++), depth + 1, fields);
  } else if (!path.empty()) {
    fields[path] = scalar_text(value);
  }
}

ParsedFields broken(std::size_t line, std::size_t column, std::string message) {
  ParsedFields out;
  out.problems.push_back({line, column, std::move(message)});
  return out;
}

}  // namespace

ParsedFields parse_toml_fields(const std::string& block) {
  Guard guard(block);
  if (!guard.run()) {
    const base::Position at = base::position_at(block, guard.at());
    return broken(at.line - 1, at.column - 1, guard.problem());
  }
  try {
    const auto result = toml::try_parse_str(guard.text());
    if (result.is_err()) {
      if (result.unwrap_err().empty()) return broken(0, 0, "unreadable");
      const toml::error_info& error = result.unwrap_err().front();
      // Titles read "toml::parse_value: what is wrong"; the part before the colon is for programmers.
      const std::string_view title = error.title();
      const std::size_t colon = title.find(": ");
      const std::string message(colon == std::string_view::npos ? title : title.substr(colon + 2));
      if (error.locations().empty()) return broken(0, 0, message);
      const toml::source_location& at = error.locations().front().first;
      return broken(std::max<std::size_t>(at.first_line_number(), 1) - 1,
                    std::max<std::size_t>(at.first_column_number(), 1) - 1, message);
    }
    ParsedFields out;
    out.state = ParsedFields::State::fields;
    flatten(result.unwrap(), "", 0, out.fields);
    return out;
  } catch (const std::exception& error) {
    return broken(0, 0, error.what());
  }
}

}  // namespace aushang::ingest
