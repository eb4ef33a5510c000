#include "base/json_edit.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace aushang::base {
namespace {

constexpr std::size_t k_line_width = 120;
constexpr std::size_t k_none = static_cast<std::size_t>(-1);

/// A value's bytes; `start` is that of its key, where it has one.
struct Span {
  std::size_t start = 0, begin = 0, end = 0;
  std::vector<Span> parts;
};

/// Text that is known to be JSON.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Span run() {
    while (text_.substr(at_).starts_with("\xEF\xBB\xBF")) at_ += 3;
    skip_space();
    return value(at_);
  }

 private:
  Span value(std::size_t start) {
    Span span{start, at_, at_, {}};
    const char first = text_[at_];
    if (first == '"') {
      skip_string();
    } else if (first == '{' || first == '[') {
      ++at_;
      parts(first == '{', span.parts);
    } else {
      while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos)
        ++at_;
    }
    span.end = at_;
    return span;
  }

  void parts(bool have_keys, std::vector<Span>& out) {
    for (skip_space(); text_[at_] != ']' && text_[at_] != '}'; skip_space()) {
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      const std::size_t start = at_;
      if (have_keys) {
        skip_string();
        skip_space();
        ++at_;  // the colon
        skip_space();
      }
      out.push_back(value(start));
    }
    ++at_;
  }

  void skip_space() {
    while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
  }
  void skip_string() {
    for (++at_; text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool are_same(const Json& a, const Json& b);

bool are_same(const JsonArray& a, const JsonArray& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Json& one, const Json& other) { return are_same(one, other); });
}

bool are_same(const JsonObject& a, const JsonObject& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const JsonMember& one, const JsonMember& other) {
                      return one.key == other.key && are_same(one.value, other.value);
                    });
}

bool are_same(const Json& a, const Json& b) {
  if (a.boolean() && b.boolean()) return *a.boolean() == *b.boolean();
  if (a.number() && b.number()) return *a.number() == *b.number();
  if (a.string() && b.string()) return *a.string() == *b.string();
  if (a.array() && b.array()) return are_same(*a.array(), *b.array());
  if (a.object() && b.object()) return are_same(*a.object(), *b.object());
  return a.is_null() && b.is_null();
}

std::size_t count_lines(std::string_view space) {
  return static_cast<std::size_t>(std::count(space.begin(), space.end(), '\n'));
}

/// Of white space, the last line break and what stands behind it.
std::string last_line(std::string_view space) {
  const std::size_t at = space.rfind('\n');
  if (at == std::string_view::npos) return std::string(space);
  return std::string(space.substr(at > 0 && space[at - 1] == '\r' ? at - 1 : at));
}

class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text), root_(Scanner(text).run()) {
    const std::string_view whole = slice(root_.begin, root_.end);
    is_one_line_ = count_lines(whole) == 0;
    const std::size_t first = text.find('\n');
    if (first != std::string_view::npos && first > 0 && text[first - 1] == '\r') line_break_ = "\r\n";
    if (root_.parts.empty()) return;
    const std::string lead = last_line(slice(root_.begin + 1, root_.parts.front().start));
    if (!is_one_line_ && count_lines(lead) != 0) unit_ = lead.substr(lead.find('\n') + 1);
    if (const std::string_view key = slice(root_.parts.front().start, root_.parts.front().begin);
        !key.empty())
      colon_ = colon_of(key);
  }

  std::string run(const Json& before, const Json& after) {
    return std::string(text_.substr(0, root_.begin)) + edited(root_, before, after) +
           std::string(text_.substr(root_.end));
  }

 private:
  /// A part of a list or an object as it will be.
  struct Part {
    std::size_t old = k_none;  ///< its number in the text; none: it is new
    const std::string* key = nullptr;
    const Json *before = nullptr, *after = nullptr;
  };

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  /// What stands between a key and its value.
  static std::string colon_of(std::string_view key_and_colon) {
    const std::string_view colon = key_and_colon.substr(key_and_colon.rfind('"') + 1);
    return std::string(count_lines(colon) == 0 ? colon : ": ");
  }

  std::string edited(const Span& span, const Json& before, const Json& after) const {
    if (are_same(before, after)) return std::string(slice(span.begin, span.end));
    std::optional<std::vector<Part>> parts;
    if (!span.parts.empty() && before.at == after.at) parts = parts_of(before, after);
    if (!parts) return fresh(after, indent_at(span.begin), column_at(span.begin));
    return with_parts(span, *parts);
  }

  /// Nothing where both aren't lists or objects, or what stays doesn't stay in order.
  static std::optional<std::vector<Part>> parts_of(const Json& before, const Json& after) {
    std::vector<Part> parts;
    if (before.array() != nullptr && after.array() != nullptr) {
      const JsonArray& was = *before.array();
      for (const Json& one : *after.array()) {
        const auto old = std::find_if(was.begin(), was.end(), [&](const Json& other) {
          return one.at.line != 0 && other.at == one.at;
        });
        parts.push_back(old == was.end()
                            ? Part{k_none, nullptr, nullptr, &one}
                            : Part{static_cast<std::size_t>(old - was.begin()), nullptr, &*old, &one});
      }
    } else if (before.object() != nullptr && after.object() != nullptr) {
      const JsonObject& was = *before.object();
      for (const JsonMember& one : *after.object()) {
        const auto old = std::find_if(was.begin(), was.end(),
                                      [&](const JsonMember& other) { return other.key == one.key; });
        parts.push_back(old == was.end() ? Part{k_none, &one.key, nullptr, &one.value}
                                         : Part{static_cast<std::size_t>(old - was.begin()), &one.key,
                                                &old->value, &one.value});
      }
    } else {
      return std::nullopt;
    }
    std::size_t next = 0;
    for (const Part& part : parts) {
      if (part.old == k_none) continue;
      if (part.old < next) return std::nullopt;
      next = part.old + 1;
    }
    return parts;
  }

  std::string with_parts(const Span& span, const std::vector<Part>& parts) const {
    const char open = text_[span.begin], close = text_[span.end - 1];
    if (parts.empty()) return {open, close};
    std::string out(1, open);
    std::size_t last = k_none;  // of the old ones that stay, the one before
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      const std::string lead = part.old != k_none ? lead_of_old(span, part.old, last, i == 0)
                                                  : lead_of_new(span, part, last, i == 0);
      out += lead;
      out += part.old != k_none ? old_part(span.parts[part.old], part) : new_part(span, part, lead);
      if (i + 1 < parts.size()) {
        if (part.old != k_none && part.old + 1 < span.parts.size()) out += trail(span, part.old);
        out += ',';
      }
      if (part.old != k_none) last = part.old;
    }
    out += slice(span.parts.back().end, span.end - 1);
    return out + close;
  }

  /// White space before a part, behind the comma or bracket.
  std::string_view lead(const Span& span, std::size_t part) const {
    if (part == 0) return slice(span.begin + 1, span.parts.front().start);
    const std::string_view gap = slice(span.parts[part - 1].end, span.parts[part].start);
    return gap.substr(gap.find(',') + 1);
  }
  /// White space behind a part, before its comma.
  std::string_view trail(const Span& span, std::size_t part) const {
    const std::string_view gap = slice(span.parts[part].end, span.parts[part + 1].start);
    return gap.substr(0, gap.find(','));
  }

  /// Where parts before it were taken out, the wider of the gaps stays, so that what is set apart by lines
  /// stays apart.
  std::string lead_of_old(const Span& span, std::size_t part, std::size_t last, bool is_first) const {
    if (is_first) return std::string(lead(span, 0));
    if (last == k_none && part == 0) return lead_between(span, 0);
    std::string_view widest = lead(span, part);
    for (std::size_t i = part; i-- > (last == k_none ? 1 : last + 1);) {
      if (count_lines(lead(span, i)) > count_lines(widest)) widest = lead(span, i);
    }
    return std::string(widest);
  }

  std::string lead_of_new(const Span& span, const Part& part, std::size_t last, bool is_first) const {
    if (is_first) return std::string(lead(span, 0));
    std::string space = lead_between(span, last == k_none ? 0 : last);
    const bool is_entry = part.key == nullptr && part.after->object() != nullptr;
    if (!is_one_line_ && is_entry && count_lines(space) == 0) {
      const std::size_t length = span.end - span.begin + one_line(*part.after).size();
      if (column_at(span.begin) + length > k_line_width)
        space = std::string(line_break_) + indent_at(span.begin) + unit_;
    }
    return space;
  }

  /// Before a part that comes behind this one.
  std::string lead_between(const Span& span, std::size_t part) const {
    if (part > 0) return last_line(lead(span, part));
    if (span.parts.size() > 1) return last_line(lead(span, 1));
    if (count_lines(lead(span, 0)) != 0) return last_line(lead(span, 0));
    return colon_.ends_with(':') ? "" : " ";
  }

  std::string old_part(const Span& span, const Part& part) const {
    return std::string(slice(span.start, span.begin)) + edited(span, *part.before, *part.after);
  }

  std::string new_part(const Span& span, const Part& part, const std::string& lead) const {
    std::string out;
    if (part.key != nullptr) {
      const Span& beside = span.parts.front();
      out = quote_json(*part.key) + colon_of(slice(beside.start, beside.begin));
    }
    const std::size_t line = lead.rfind('\n');
    const std::string indent = line == std::string::npos ? indent_at(span.begin) : lead.substr(line + 1);
    const std::size_t column = line == std::string::npos ? column_at(span.begin) : indent.size();
    return out + fresh(*part.after, indent, column + out.size());
  }

  /// The white space that the line begins with on which this byte stands.
  std::string indent_at(std::size_t offset) const {
    const std::size_t line = text_.rfind('\n', offset) + 1;  // npos + 1 is the beginning
    std::size_t end = line;
    while (end < offset && (text_[end] == ' ' || text_[end] == '\t')) ++end;
    return std::string(slice(line, end));
  }
  std::size_t column_at(std::size_t offset) const { return offset - (text_.rfind('\n', offset) + 1); }

  std::string one_line(const Json& value) const {
    return colon_.ends_with(':') ? write_json(value) : laid_out(value, "", k_none - 1);
  }

  /// In one line, if it fits behind `column`; else further lines are indented from `indent` on.
  std::string fresh(const Json& value, const std::string& indent, std::size_t column) const {
    std::string line = one_line(value);
    const bool is_leaf = value.array() == nullptr && value.object() == nullptr;
    if (is_leaf || is_one_line_ || column + line.size() < k_line_width) return line;
    return laid_out(value, indent, k_line_width - std::min(indent.size(), k_line_width / 2));
  }

  /// As `init` lays out: what fits stands in one line.
  std::string laid_out(const Json& value, const std::string& indent, std::size_t width) const {
    // write_json never puts the outermost into one line, so there is a list around it.
    const std::string text = write_json(JsonArray{value}, 1, width);
    std::string out;
    for (const std::string_view line : split_lines(text)) {
      const std::size_t depth = std::min(line.find_first_not_of(' '), line.size());
      if (depth == 0) continue;  // the list's own brackets
      if (!out.empty()) {
        out.append(line_break_).append(indent);
        for (std::size_t i = 1; i < depth; ++i) out += unit_;
      }
      out += line.substr(depth);
    }
    return out;
  }

  std::string_view text_;
  Span root_;
  bool is_one_line_ = false;
  std::string_view line_break_ = "\n";
  std::string unit_ = "  ", colon_ = ": ";
};

}  // namespace

std::string edit_json(std::string_view text, const Json& before, const Json& after) {
  return Editor(text).run(before, after);
}

}  // namespace aushang::base
