#include "base/json.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iterator>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::base {

// Here and not in the class, where JsonMember is incomplete still and the variant's vectors can't be made.
Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(bool value) : held_(value) {}
Json::Json(double value) : held_(value) {}
Json::Json(int value) : held_(static_cast<double>(value)) {}
Json::Json(std::string value) : held_(std::move(value)) {}
Json::Json(std::string_view value) : held_(std::string(value)) {}
Json::Json(const char* value) : held_(std::string(value)) {}
Json::Json(JsonArray value) : held_(std::move(value)) {}
Json::Json(JsonObject value) : held_(std::move(value)) {}

const Json* Json::find(std::string_view key) const {
  if (const JsonObject* members = object()) {
    for (const JsonMember& member : *members) {
      if (member.key == key) return &member.value;
    }
  }
  return nullptr;
}

std::string_view Json::type_name() const {
  if (is_null()) return "null";
  if (boolean()) return "true or false";
  if (number()) return "a number";
  if (string()) return "a string";
  return array() ? "an array" : "an object";
}

namespace {

/// Feeds the parser and counts what it has taken: nlohmann_json 3.11 keeps no positions of its own.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

/// Turns byte offsets that only grow into positions, in one pass over the text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  Position at(std::size_t offset) {
    for (; next_ < offset && next_ < text_.size();) {
      if (text_[next_] == '\n') {
        ++position_.line, position_.column = 1, ++next_;
      } else {
        ++position_.column, next_ += decode(text_, next_).length;
      }
    }
    return position_;
  }

 private:
  std::string_view text_;
  std::size_t next_ = 0;
  Position position_{1, 1};
};

/// Builds the tree. The invariant that gives positions: events come in the order of their tokens, so a token
/// starts at the first byte after the last one's end that is no white space, comma or colon.
class Builder {
 public:
  Builder(std::string_view text, std::string_view file, const std::size_t* taken)
      : text_(text), file_(file), taken_(taken), lines_(text) {}

  bool null() { return put(Json()); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(std::int64_t value) { return put(Json(static_cast<double>(value))); }
  bool number_unsigned(std::uint64_t value) { return put(Json(static_cast<double>(value))); }
  bool number_float(double value, const std::string&) { return put(Json(value)); }
  bool string(std::string& value) { return put(Json(std::move(value))); }
  bool binary(std::vector<std::uint8_t>&) { return false; }

  bool start_object(std::size_t) { return open(Json(JsonObject{})); }
  bool start_array(std::size_t) { return open(Json(JsonArray{})); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    const Position at = token_position();
    for (const JsonMember& member : *stack_.back().object()) {
      if (member.key == name) {
        complain("json-duplicate-key", at,
                 "the key \"" + name + "\" is here a second time; the first is on line " +
                     std::to_string(member.key_at.line) + ". Keep one of them.");
      }
    }
    keys_.push_back({std::move(name), at});
    return true;
  }

  bool parse_error(std::size_t offset, const std::string&, const nlohmann::json::exception& error) {
    // The message reads "[json.exception.parse_error.101] parse error at line …: syntax error while …".
    std::string message = error.what();
    const std::size_t detail = message.find("syntax error");
    if (detail != std::string::npos) message.erase(0, detail);
    complain("json-syntax", position_at(text_, offset == 0 ? 0 : offset - 1), single_line(message));
    return false;
  }

  Json root;
  Diagnostics errors;

 private:
  struct Key {
    std::string name;
    Position at;
  };

  Position token_position() {
    std::size_t start = token_end_;
    while (start < text_.size() && (is_ascii_space(text_[start]) || text_[start] == ',' ||
                                    text_[start] == ':' || text_[start] == ']' || text_[start] == '}')) {
      ++start;
    }
    token_end_ = *taken_;
    return lines_.at(start);
  }

  bool put(Json value) {
    value.at = token_position();
    return attach(std::move(value));
  }

  bool attach(Json value) {
    if (stack_.empty()) {
      root = std::move(value);
    } else if (JsonArray* array = stack_.back().array()) {
      array->push_back(std::move(value));
    } else {
      Key key = std::move(keys_.back());
      keys_.pop_back();
      stack_.back().object()->push_back({std::move(key.name), std::move(value), key.at});
    }
    return true;
  }

  bool open(Json value) {
    value.at = token_position();
    if (stack_.size() >= k_max_json_depth) {
      complain("json-too-deep", value.at,
               "nested more than " + std::to_string(k_max_json_depth) + " levels deep; flatten it.");
      return false;
    }
    stack_.push_back(std::move(value));
    return true;
  }

  bool close() {
    token_end_ = *taken_;
    Json done = std::move(stack_.back());
    stack_.pop_back();
    return attach(std::move(done));
  }

  void complain(std::string code, Position at, std::string message) {
    if (errors.size() < k_max_diagnostics) {
      errors.push_back({Severity::error, std::string(file_), at, std::move(code), "", std::move(message)});
    }
  }

  std::string_view text_;
  std::string_view file_;
  const std::size_t* taken_;
  LineCounter lines_;
  std::size_t token_end_ = 0;
  std::vector<Json> stack_;
  std::vector<Key> keys_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view file) {
  if (text.size() > k_max_json_bytes) {
    return Diagnostic{
        Severity::error,
        std::string(file),
        {},
        "json-too-large",
        "",
        "larger than " + std::to_string(k_max_json_bytes >> 20) + " MiB; this can't be what was meant."};
  }
  while (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);                // the parser, too, skips one
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {  // the parser would end there
    return Diagnostic{Severity::error,
                      std::string(file),
                      position_at(text, nul),
                      "json-syntax",
                      "",
                      "there is a NUL byte here; save the file as UTF-8 text."};
  }
  std::size_t taken = 0;
  Builder builder(text, file, &taken);
  const CountingIterator begin(text.data(), &taken);
  const CountingIterator end(text.data() + text.size(), &taken);
  const bool complete = nlohmann::json::sax_parse(begin, end, &builder);
  if (!complete || !builder.errors.empty()) return builder.errors;
  return std::move(builder.root);
}

}  // namespace aushang::base
