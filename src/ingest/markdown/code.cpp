#include "ingest/markdown/code.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/html/open_tags.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

struct Prefix {
  std::size_t length = 0;  ///< quote marks, list markers and white space in front of a line's own text
  std::size_t indent = 0;  ///< columns since the last of them
  bool quoted = false, marked = false;
};

Prefix prefix_of(std::string_view line) {
  Prefix out;
  while (out.length < line.size()) {
    const char c = line[out.length];
    if (c == ' ' || c == '\t') {
      out.indent += c == '\t' ? 4 - out.indent % 4 : 1;
      ++out.length;
    } else if (c == '>') {
      out.quoted = true, out.indent = 0;
      ++out.length;
      if (out.length < line.size() && line[out.length] == ' ') ++out.length;
    } else if (const std::size_t marker = list_marker(line.substr(out.length)); marker > 0) {
      out.marked = true, out.indent = 0;
      out.length += marker;
    } else {
      break;
    }
  }
  return out;
}

/// Whether what is set in below the line belongs to it.
bool opens(std::string_view line) {
  const std::string_view text = base::trim(line);
  if (text.empty() || base::is_ascii_alpha(text.front())) return false;
  return prefix_of(line).marked || text.front() == '<' || text.starts_with("[^") || text.starts_with(": ") ||
         text.starts_with("!!!") || text.starts_with("???") || text.starts_with("===");
}

std::size_t run_of(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

}  // namespace

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

bool is_blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; });
}

std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? 4 - columns % 4 : 1;
  }
  return columns;
}

std::size_t list_marker(std::string_view text) {
  std::size_t end = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
    end = 1;
  } else {
    while (end < text.size() && end < 9 && base::is_ascii_digit(text[end])) ++end;
    if (end == 0 || end >= text.size() || (text[end] != '.' && text[end] != ')')) return 0;
    ++end;
  }
  return end < text.size() && (text[end] == ' ' || text[end] == '\t') ? end + 1 : 0;
}

bool begins_block(std::string_view line) {
  const std::string_view text = base::trim(line);
  return text.empty() || text.front() == '#' || text.front() == '>' || list_marker(text) > 0 ||
         fence_of(line).has_value();
}

std::optional<Fence> fence_of(std::string_view line) {
  const Prefix prefix = prefix_of(line);
  const std::string_view text = line.substr(prefix.length);
  if (text.size() < 3 || (text[0] != '`' && text[0] != '~')) return std::nullopt;
  Fence fence{text[0], run_of(text, 0), prefix.marked ? prefix.length : indent_of(line), prefix.quoted, {}};
  fence.info = base::trim(text.substr(fence.length));
  if (fence.length < 3 || (fence.sign == '`' && fence.info.find('`') != npos)) return std::nullopt;
  return fence;
}

bool closes(const Fence& fence, std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t>");
  if (at == npos || line[at] != fence.sign) return false;
  const std::size_t length = run_of(line, at);
  return length >= fence.length && is_blank(line.substr(at + length));
}

bool leaves(const Fence& fence, std::string_view line) {
  if (fence.quoted) return line.find_first_not_of(" \t") == npos || base::trim(line).front() != '>';
  return !is_blank(line) && fence.indent > 1 && indent_of(line) + 1 < fence.indent;
}

bool Indentation::is_code(std::string_view line) {
  if (is_blank(line)) {
    after_blank_ = true;
    return in_code_;
  }
  const std::size_t indent = indent_of(line);
  in_code_ = indent >= 4 && !open_ && (in_code_ || after_blank_);
  if (!in_code_) {
    if (opens(line)) {
      open_ = true;
    } else if (after_blank_ && indent == 0) {
      open_ = false;
    }
  }
  after_blank_ = false;
  return in_code_;
}

std::string tag_name(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (text[at] != '<') return {};
  if (end < text.size() && text[end] == '/') ++end;
  const std::size_t begin = end;
  while (end < text.size() && (base::is_ascii_alpha(text[end]) ||
                               (end > begin && (base::is_ascii_digit(text[end]) || text[end] == '-' ||
                                                text[end] == ':' || text[end] == '_')))) {
    ++end;
  }
  return end == begin || end - begin > 60 ? std::string()
                                          : base::to_ascii_lower(text.substr(at + 1, end - at - 1));
}

std::size_t Elements::end_of(std::string_view name, std::size_t from) {
  constexpr std::size_t k_most_names = 64;  // a page that has more of them is after something else
  if (unclosed_.size() >= k_most_names ||
      std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end())
    return npos;
  const std::string wanted = "/" + std::string(name);
  for (std::size_t at = text_.find("</", from); at != npos; at = text_.find("</", at + 2)) {
    if (tag_name(text_, at) != wanted) continue;
    const std::size_t end = text_.find('>', at);
    if (end != npos) return end + 1;
  }
  unclosed_.emplace_back(name);
  return npos;
}

std::string literal_element(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "</") return {};
  std::string name = tag_name(text, at);
  return name == "pre" || name == "textarea" || use_of(name) == TagUse::dropped ? name : std::string();
}

std::size_t CodeFinder::skip(std::size_t at) {
  if (at == 0 || text_[at - 1] == '\n') {
    if (const std::size_t end = at_line(at); end > at) return end;
  }
  if (text_[at] == '`') return span(at);
  if (text_[at] != '<') return at;
  const std::string name = literal_element(text_, at);
  if (name.empty() || name == "form") return at;
  const std::size_t end = elements_.end_of(name, at);
  return end == npos ? at : end;
}

std::size_t CodeFinder::at_line(std::size_t at) {
  std::size_t end = end_of_line(text_, at);
  const std::string_view line = text_.substr(at, end - at);
  if (indentation_.is_code(line) && !is_blank(line)) return end;
  const std::optional<Fence> fence = fence_of(line);
  if (!fence) return at;
  while (end < text_.size()) {
    const std::size_t begin = end + 1;
    end = end_of_line(text_, begin);
    const std::string_view next = text_.substr(begin, end - begin);
    if (leaves(*fence, next)) return begin;
    if (closes(*fence, next)) break;
  }
  return end;
}

std::size_t CodeFinder::span(std::size_t at) {
  const std::size_t length = run_of(text_, at);
  if (at >= paragraph_end_) {
    std::size_t end = end_of_line(text_, at);
    while (end < text_.size()) {
      const std::size_t next = end_of_line(text_, end + 1);
      if (begins_block(text_.substr(end + 1, next - end - 1))) break;
      end = next;
    }
    paragraph_end_ = end;
  }
  const std::size_t slot = std::min(length, none_until_.size() - 1);
  if (at < none_until_[slot]) return at + length;
  for (std::size_t i = at + length; (i = text_.find('`', i)) < paragraph_end_;) {
    const std::size_t found = run_of(text_, i);
    if (found == length) return i + found;
    i += found;
  }
  none_until_[slot] = paragraph_end_;
  return at + length;
}

}  // namespace aushang::ingest
