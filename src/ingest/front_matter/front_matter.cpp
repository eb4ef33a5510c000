#include "ingest/front_matter/front_matter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"

namespace aushang::ingest {
namespace {

std::string_view line_at(std::string_view page, std::size_t offset) {
  return page.substr(offset, page.find('\n', offset) - offset);
}

std::size_t next_line(std::string_view page, std::size_t offset) {
  const std::size_t end = page.find('\n', offset);
  return end == std::string_view::npos ? page.size() : end + 1;
}

std::string_view without_trailing_space(std::string_view line) {
  while (!line.empty() && base::is_ascii_space(line.back())) line.remove_suffix(1);
  return line;
}

/// The block between two fences, found by its lines alone.
struct Block {
  FrontMatterKind kind = FrontMatterKind::none;
  std::size_t fence = 0;  ///< offset of the opening fence
  std::size_t begin = 0;
  std::size_t end = 0;  ///< of the closing fence's line, or the page's size
  std::size_t body = 0;
  bool closed = false;
};

Block find_block(std::string_view page) {
  Block block;
  while (block.fence < page.size() && base::trim(line_at(page, block.fence)).empty()) {
    block.fence = next_line(page, block.fence);
  }
  const std::string_view fence = without_trailing_space(line_at(page, block.fence));
  if (fence == "---") block.kind = FrontMatterKind::yaml;
  if (fence == "+++") block.kind = FrontMatterKind::toml;
  if (block.kind == FrontMatterKind::none) return block;
  block.begin = next_line(page, block.fence);
  for (std::size_t at = block.begin; at < page.size(); at = next_line(page, at)) {
    const std::string_view line = without_trailing_space(line_at(page, at));
    if (line == fence || (line == "..." && block.kind == FrontMatterKind::yaml)) {
      block.end = at;
      block.body = next_line(page, at);
      block.closed = true;
      return block;
    }
  }
  block.end = page.size();
  return block;
}

struct Line {
  std::string_view key, value;
};

/// `key: value` or `key = value` at the beginning of a line.
std::optional<Line> as_field(std::string_view line, FrontMatterKind kind) {
  std::size_t end = 0;
  while (end < line.size() && (base::is_ascii_alpha(line[end]) || base::is_ascii_digit(line[end]) ||
                               line[end] == '_' || line[end] == '-' || line[end] == '.')) {
    ++end;
  }
  const std::string_view key = line.substr(0, end);
  std::string_view rest = line.substr(end);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
  const char sign = kind == FrontMatterKind::yaml ? ':' : '=';
  if (key.empty() || rest.empty() || rest.front() != sign) return std::nullopt;
  rest.remove_prefix(1);
  if (sign == ':' && !rest.empty() && !base::is_ascii_space(rest.front())) return std::nullopt;
  return Line{key, base::trim(rest)};
}

std::string_view without_quotes_or_comment(std::string_view value) {
  const char quote = value.empty() ? '\0' : value.front();
  if (quote == '"' || quote == '\'') {
    const std::size_t close = value.rfind(quote);
    return close > 0 ? value.substr(1, close - 1) : value.substr(1);
  }
  return base::trim(value.substr(0, value.find(" #")));
}

Fields salvage(std::string_view block, FrontMatterKind kind) {
  Fields fields;
  for (const std::string_view line : base::split_lines(block)) {
    if (fields.size() >= k_max_fields) break;
    if (const auto field = as_field(line, kind)) {
      fields[std::string(field->key)] = std::string(without_quotes_or_comment(field->value));
    }
  }
  return fields;
}

bool has_field(std::string_view block, FrontMatterKind kind) {
  const auto lines = base::split_lines(block);
  return std::any_of(lines.begin(), lines.end(),
                     [&](std::string_view line) { return as_field(line, kind).has_value(); });
}

/// Tabs may not indent YAML. Four spaces each keeps nesting apart as most editors show it.
std::string with_spaces_for_tabs(std::string_view block) {
  std::string out;
  for (const char c : block) {
    if (c == '\t') {
      out += "    ";
    } else {
      out += c;
    }
  }
  return out;
}

std::size_t offset_of(std::string_view page, const Block& block, const FieldProblem& problem) {
  std::size_t at = block.begin;
  for (std::size_t line = 0; line < problem.line && at < block.end; ++line) at = next_line(page, at);
  return std::min({at + problem.column, at + line_at(page, at).size(), block.end});
}

ParsedFields parse_fields(const std::string& text, FrontMatterKind kind) {
  if (text.size() > k_max_front_matter_bytes) {
    ParsedFields out;
    out.problems.push_back(
        {0, 0, "it is larger than " + std::to_string(k_max_front_matter_bytes >> 10) + " KiB"});
    return out;
  }
  return kind == FrontMatterKind::yaml ? parse_yaml_fields(text) : parse_toml_fields(text);
}

void read_fields(std::string_view page, const Block& block, FrontMatter& out, Warnings& warnings) {
  const std::string text(page.substr(block.begin, block.end - block.begin));
  const std::string_view language = block.kind == FrontMatterKind::yaml ? "YAML" : "TOML";
  ParsedFields parsed = parse_fields(text, block.kind);
  if (parsed.state == ParsedFields::State::broken && block.kind == FrontMatterKind::yaml) {
    if (const std::size_t tab = text.find('\t');
        tab != std::string::npos && text.size() <= k_max_front_matter_bytes) {
      ParsedFields retried = parse_fields(with_spaces_for_tabs(text), block.kind);
      if (retried.state == ParsedFields::State::fields) {
        warnings.add(block.begin + tab, "front-matter-tab",
                     "the front matter has a tab where YAML allows spaces only; it was read as four spaces. "
                     "Use spaces; other tools will reject the page.");
        parsed = std::move(retried);
      }
    }
  }
  if (parsed.state != ParsedFields::State::broken) {
    for (FieldProblem& problem : parsed.problems) {
      warnings.add(offset_of(page, block, problem), "front-matter-field",
                   "the front matter " + std::move(problem.message) + ".");
    }
    out.fields = std::move(parsed.fields);
    return;
  }
  const FieldProblem& problem = parsed.problems.front();
  warnings.add(offset_of(page, block, problem), "front-matter-syntax",
               "the front matter isn't valid " + std::string(language) + ": " +
                   base::single_line(problem.message) +
                   ". Its lines were read one by one, so nested fields are missing. Put values with special "
                   "characters into quotes.");
  out.fields = salvage(text, block.kind);
}

bool holds_fields(std::string_view page, const Block& block) {
  if (block.kind == FrontMatterKind::none || !block.closed) return false;
  const std::string text(page.substr(block.begin, block.end - block.begin));
  if (has_field(text, block.kind)) return true;
  // Without such a line it may still be empty, in flow style, or comments only. Behind blank lines, where not
  // every generator looks for front matter, a heading between two rules is the better guess.
  return block.fence == 0 && parse_fields(text, block.kind).state == ParsedFields::State::fields;
}

/// Two lines at least, the first with a name that generators know: else it is text.
FrontMatter read_header(std::string_view page) {
  constexpr std::array<std::string_view, 14> known = {"title",    "date",     "slug", "category", "tags",
                                                      "author",   "authors",  "lang", "status",   "summary",
                                                      "modified", "subtitle", "url",  "template"};
  FrontMatter out;
  std::string key;
  std::size_t at = 0;
  for (; at < page.size() && !base::trim(line_at(page, at)).empty(); at = next_line(page, at)) {
    const std::string_view line = line_at(page, at);
    if (!key.empty() && base::is_ascii_space(line.front())) {
      out.fields[key].append(" ").append(base::trim(line));
      continue;
    }
    const auto field = as_field(line, FrontMatterKind::yaml);
    if (!field || line.ends_with('\\') || out.fields.size() >= k_max_fields) return {};
    key = field->key;
    if (out.fields.empty() && std::find(known.begin(), known.end(), base::to_ascii_lower(key)) == known.end())
      return {};
    out.fields[key] = field->value;
  }
  if (out.fields.size() < 2) return {};
  out.kind = FrontMatterKind::header;
  out.body = at;
  return out;
}

}  // namespace

FrontMatter read_front_matter(std::string_view page, Warnings& warnings) {
  const Block block = find_block(page);
  FrontMatter out;
  if (block.kind == FrontMatterKind::none) return read_header(page);
  const std::string_view text = page.substr(block.begin, block.end - block.begin);
  if (!block.closed) {
    // A lone "---" is a rule. Only where fields follow was more meant.
    if (has_field(text.substr(0, k_max_front_matter_bytes), block.kind)) {
      warnings.add(block.fence, "front-matter-open",
                   std::string("the front matter that begins here has no closing ") +
                       (block.kind == FrontMatterKind::yaml ? "\"---\"" : "\"+++\"") +
                       " line, so all of it is shown as text. Add the line.");
    }
    return out;
  }
  if (!holds_fields(page, block)) {
    warnings.add(block.fence, "front-matter-empty",
                 "there is no \"key: value\" between these two fences, so they are read as text, not as "
                 "front matter.");
    return out;
  }
  out.kind = block.kind;
  out.body = block.body;
  read_fields(page, block, out, warnings);
  return out;
}

Fields read_fields_of(const std::string& text, FrontMatterKind kind) {
  if (kind == FrontMatterKind::header) return salvage(text, FrontMatterKind::toml);
  ParsedFields parsed = parse_fields(text, kind);
  return parsed.state == ParsedFields::State::broken ? salvage(text, kind) : std::move(parsed.fields);
}

std::string guard_beginning(std::string markdown) {
  const Block block = find_block(markdown);
  if (!holds_fields(markdown, block)) return markdown;
  // "---" is a rule and so is "***"; "+++" is text.
  markdown.replace(block.fence, 3, block.kind == FrontMatterKind::yaml ? "***" : "\\+++");
  return markdown;
}

}  // namespace aushang::ingest
