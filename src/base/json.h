#pragma once
/// JSON (RFC 8259) as values that know where they stood, so that every later complaint can name a line.
///
/// The parser is nlohmann_json's; this is its only user. Duplicate keys are errors (RFC 8259, section 4,
/// leaves them undefined), nesting is bounded by k_max_json_depth. Of syntax errors the first is reported:
/// after it nothing that follows can be trusted. A byte order mark is accepted.
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace aushang::base {

class Json;
struct JsonMember;
using JsonArray = std::vector<Json>;
using JsonObject = std::vector<JsonMember>;  ///< in the order of the file, keys unique

class Json {
 public:
  Json();
  Json(std::nullptr_t);
  Json(bool value);
  Json(double value);
  Json(int value);
  Json(std::string value);
  Json(std::string_view value);
  Json(const char* value);
  Json(JsonArray value);
  Json(JsonObject value);

  [[nodiscard]] bool is_null() const { return held_.index() == 0; }
  /// Each is null unless the value is of that type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&held_); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&held_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&held_); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&held_); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&held_); }
  [[nodiscard]] JsonArray* array() { return std::get_if<JsonArray>(&held_); }
  [[nodiscard]] JsonObject* object() { return std::get_if<JsonObject>(&held_); }

  /// The member of that name, or null (also where this is no object).
  [[nodiscard]] const Json* find(std::string_view key) const;

  /// "a string", "an array", … for messages.
  [[nodiscard]] std::string_view type_name() const;

  Position at;  ///< where the value starts; line 0 for values that came from no file

 private:
  std::variant<std::monostate, bool, double, std::string, JsonArray, JsonObject> held_;
};

/// The key of a note to whoever edits a file; nobody else sees it.
inline constexpr std::string_view k_comment = "$comment";

struct JsonMember {
  std::string key;
  Json value;
  Position key_at;
};

/// `file` is only for messages.
[[nodiscard]] Result<Json> parse_json(std::string_view text, std::string_view file);

/// Whether the text could be JSON is not asked: these write it. Keys stay in order; numbers that are whole
/// print without a fraction; strings are valid UTF-8 afterwards. `indent == 0` gives one line. Else each
/// entry has a line of its own, but for those of a list or an object that ends within `width` bytes of its
/// line.
[[nodiscard]] std::string write_json(const Json& value, int indent = 0, std::size_t width = 0);
[[nodiscard]] std::string quote_json(std::string_view text);

}  // namespace aushang::base
