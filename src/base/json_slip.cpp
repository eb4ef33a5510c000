#include "base/json_slip.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/json_reader.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

/// What may come next.
enum class Next { value, value_or_end, key, key_or_end, colon, comma_or_end, nothing };

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_quotes[] = {"'", "`", "“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "″"};

class SlipFinder {
 public:
  explicit SlipFinder(std::string_view text) : text_(text) {}

  std::optional<JsonSlip> find() {
    while (text_.substr(at_).starts_with(k_byte_order_mark)) at_ += k_byte_order_mark.size();
    while (!slip_) {
      while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
      if (at_ == text_.size()) {
        if (next_ != Next::nothing) end_of_text();
        break;
      }
      if (is_comment()) {
        say(at_, "JSON has no comments; write an entry \"$comment\": \"…\" instead.");
      } else {
        take(text_[at_]);
      }
    }
    return std::move(slip_);
  }

 private:
  static bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  static bool is_word(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
  }
  bool has(std::size_t at, std::string_view what) const { return text_.substr(at).starts_with(what); }
  bool is_comment() const { return has(at_, "//") || has(at_, "/*") || text_[at_] == '#'; }

  void say(std::size_t offset, std::string message) { slip_ = {offset, std::move(message)}; }

  std::string line_of(std::size_t offset) const {
    return std::to_string(
        1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  }
  char closer(std::size_t open) const { return text_[open] == '{' ? '}' : ']'; }
  /// "the { of line 4".
  std::string bracket(std::size_t open) const {
    return std::string("the ") + text_[open] + " of line " + line_of(open);
  }

  void end_of_text() {
    if (open_.empty()) {
      say(at_, "the file is empty; JSON begins with { and ends with }.");
    } else {
      say(at_, "the file ends here, but " + bracket(open_.back()) + " is still open; write " +
                   closer(open_.back()) + " where it ends.");
    }
  }

  void take(char c) {
    switch (next_) {
      case Next::value_or_end:
        if (c == ']') return close(c);
        return value(c);
      case Next::value:
        return value(c);
      case Next::key_or_end:
        if (c == '}') return close(c);
        return key(c);
      case Next::key:
        return key(c);
      case Next::colon:
        return colon(c);
      case Next::comma_or_end:
        return comma_or_end(c);
      case Next::nothing:
        say(at_, "there is more here, although what begins on line " + line_of(begin_) +
                     " ends before it. Take it away, or move the closing bracket behind it.");
    }
  }

  void key(char c) {
    if (c == '"') {
      key_ = at_;
      if (string()) next_ = Next::colon, key_end_ = at_;
    } else if (c == '}' && next_ == Next::key) {
      trailing_comma(c);
    } else if (c == ']') {
      wrong_closer(c);
    } else if (c == ',') {
      say(at_, "there is a comma too many here; take it away.");
    } else if (!typographic_quotes() && !bare_word("key")) {
      say(at_, "a key was expected here, as in \"id\": …; a list of values stands in [ ], not in { }.");
    }
  }

  void colon(char c) {
    if (c == ':') {
      next_ = Next::value, ++at_;
    } else if (c == '=') {
      say(at_, "write : instead of = between a key and its value.");
    } else {
      say(key_end_, "a colon is missing between the key " + written(key_, key_end_) + " and its value.");
    }
  }

  void comma_or_end(char c) {
    const bool in_object = text_[open_.back()] == '{';
    if (c == ',') {
      comma_ = at_++;
      next_ = in_object ? Next::key : Next::value;
    } else if (c == closer(open_.back())) {
      close(c);
    } else if (c == '}' || c == ']') {
      wrong_closer(c);
    } else if (c == ';') {
      say(at_, "write , instead of ; between two entries.");
    } else if (c == ':') {
      say(at_, "a key and its value stand in { }, not in [ ].");
    } else if (is_word(c) && at_ == value_end_ && text_[at_ - 1] == '"') {
      say(at_ - 1, "a quotation mark inside a text is written \\\"; else the text ends here.");
    } else {
      say(value_end_, "a comma is missing here, before the next entry.");
    }
  }

  void value(char c) {
    if (open_.empty()) begin_ = at_;
    if (c == '{' || c == '[') {
      open_.push_back(at_++);
      next_ = c == '{' ? Next::key_or_end : Next::value_or_end;
    } else if (c == '"') {
      if (string()) done();
    } else if (c == '-' || is_ascii_digit(c)) {
      number();
    } else if (c == '}' || c == ']' || c == ',') {
      missing_value(c);
    } else if (!typographic_quotes() && !literal() && !bare_word("text")) {
      say(at_, "a value was expected here: a text in quotation marks, a number, true, false, null, [ or {.");
    }
  }

  void missing_value(char c) {
    if (open_.empty()) return say(at_, std::string("nothing is open that this ") + c + " could belong to.");
    if (text_[open_.back()] == '{') {
      return say(key_end_, "the value of the key " + written(key_, key_end_) + " is missing.");
    }
    if (c == ']' && next_ == Next::value) return trailing_comma(c);
    if (c == ',') return say(at_, "there is a comma too many here; take it away.");
    wrong_closer(c);
  }

  void done() {
    value_end_ = at_;
    next_ = open_.empty() ? Next::nothing : Next::comma_or_end;
  }

  void close(char c) {
    static_cast<void>(c);
    open_.pop_back();
    ++at_;
    done();
  }

  void trailing_comma(char c) {
    say(comma_, std::string("this comma is one too many: only ") + c + " follows it. Take it away.");
  }

  void wrong_closer(char c) {
    const char right = closer(open_.back());
    say(at_, std::string("this ") + c + " doesn't fit: " + bracket(open_.back()) + " is open; write " +
                 right + (c == right ? "." : std::string(" instead, or before it.")));
  }

  bool typographic_quotes() {
    const bool is_quote = std::any_of(std::begin(k_quotes), std::end(k_quotes),
                                      [&](std::string_view quote) { return has(at_, quote); });
    if (is_quote) say(at_, "texts and keys stand in straight double quotes: write \"…\".");
    return is_quote;
  }

  bool bare_word(std::string_view what) {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    if (end == at_) return false;
    // A text goes on over spaces, to where the next entry could begin.
    while (next_ != Next::key && next_ != Next::key_or_end && end < text_.size() &&
           std::string_view(",]}\"\n\r").find(text_[end]) == std::string_view::npos)
      ++end;
    say(at_, "this " + std::string(what) + " needs quotation marks: write " +
                 quoted(trim(text_.substr(at_, end - at_))) + ".");
    return true;
  }

  /// true, false and null; and what other languages call them.
  bool literal() {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word == "true" || word == "false" || word == "null") {
      at_ = end;
      done();
      return true;
    }
    struct Alias {
      std::string_view word, json;
    };
    constexpr std::array<Alias, 10> k_aliases = {{{"true", "true"},
                                                  {"yes", "true"},
                                                  {"on", "true"},
                                                  {"false", "false"},
                                                  {"no", "false"},
                                                  {"off", "false"},
                                                  {"null", "null"},
                                                  {"none", "null"},
                                                  {"nil", "null"},
                                                  {"undefined", "null"}}};
    const std::string lower = to_ascii_lower(word);
    for (const Alias& alias : k_aliases) {
      if (lower != alias.word) continue;
      say(at_, std::string(word) + " isn't JSON; write " + std::string(alias.json) + ", or \"" +
                   std::string(word) + "\" if a text is meant.");
      return true;
    }
    return false;
  }

  void number() {
    const std::size_t begin = at_;
    const auto digits = [&] {
      const std::size_t first = at_;
      while (at_ < text_.size() && is_ascii_digit(text_[at_])) ++at_;
      return at_ - first;
    };
    const auto skip = [&](std::string_view any) {
      const bool is_there = at_ < text_.size() && any.find(text_[at_]) != std::string_view::npos;
      if (is_there) ++at_;
      return is_there;
    };
    skip("-");
    const std::size_t whole = at_;
    const std::size_t count = digits();
    bool is_right = count == 1 || (count > 1 && text_[whole] != '0');
    if (skip(".")) is_right = digits() > 0 && is_right;
    if (skip("eE")) {
      skip("+-");
      is_right = digits() > 0 && is_right;
    }
    const auto goes_on = [&] {
      return at_ < text_.size() && (is_word(text_[at_]) || text_[at_] == '.' || text_[at_] == ':');
    };
    if (is_right && !goes_on()) return done();
    while (goes_on()) ++at_;
    say(begin, written(begin, at_) +
                   " isn't a number as JSON writes it, such as 3, -1 or 0.5; texts and dates "
                   "need quotation marks.");
  }

  /// Past its end; false after a slip in it.
  bool string() {
    const std::size_t begin = at_++;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') return ++at_, true;
      if (c == '\n' || c == '\r') break;
      if (static_cast<unsigned char>(c) < 0x20) {
        return say(at_, c == '\t' ? "a tab inside a text is written \\t."
                                  : "there is a control character inside this text; take it away."),
               false;
      }
      if (c == '\\' && !escape()) return false;
      if (c == '\\') continue;
      const Decoded letter = decode(text_, at_);
      if (letter.code_point == k_replacement && !has(at_, "\xEF\xBF\xBD")) {
        return say(at_, "this isn't UTF-8; save the file as UTF-8."), false;
      }
      at_ += letter.length;
    }
    say(begin,
        "this text has no closing quotation mark on its line; write one at its end (and \\n where a line is "
        "to break).");
    return false;
  }

  bool escape() {
    const std::size_t begin = at_++;
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    constexpr std::string_view k_hex = "0123456789abcdefABCDEF";
    if (c == 'u' && text_.substr(at_ + 1, 4).size() == 4 &&
        text_.substr(at_ + 1, 4).find_first_not_of(k_hex) == std::string_view::npos) {
      return at_ += 5, true;
    }
    if (c != '\0' && c != 'u' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
      return ++at_, true;
    }
    const std::size_t length = c == '\0' ? 0 : decode(text_, at_).length;
    say(begin, "\\" + single_line(text_.substr(at_, length)) +
                   " means nothing in JSON; a backslash itself is written \\\\.");
    return false;
  }

  std::string written(std::size_t begin, std::size_t end) const {
    constexpr std::size_t k_most = 40;
    return single_line(text_.substr(begin, std::min(end - begin, k_most)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Next next_ = Next::value;
  std::vector<std::size_t> open_;  ///< offsets of the brackets that are open
  std::size_t begin_ = 0;          ///< of the whole value
  std::size_t key_ = 0, key_end_ = 0, value_end_ = 0, comma_ = 0;
  std::optional<JsonSlip> slip_;
};

}  // namespace

std::optional<JsonSlip> find_json_slip(std::string_view text) { return SlipFinder(text).find(); }

Result<Json> read_json(std::string_view text, std::string_view file) {
  while (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
  Result<Json> json = parse_json(text, file);
  if (json) return json;
  Diagnostics errors = json.errors();
  for (Diagnostic& error : errors) {
    if (error.code != "json-syntax") continue;
    if (std::optional<JsonSlip> slip = find_json_slip(text)) {
      error.at = position_at(text, slip->offset);
      error.message = std::move(slip->message);
    }
  }
  return errors;
}

}  // namespace aushang::base
