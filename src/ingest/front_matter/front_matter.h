#pragma once
/// The block of fields before a page: YAML between "---" lines (or closed by "..."), TOML between "+++"
/// lines.
///
/// It must be the first thing in the page; blank lines before it are skipped, because Hugo skips them and
/// nobody means them. What stands between two "---" lines but holds no `key: value` is Markdown (a rule, then
/// a heading) and stays. A block that its language can't read is read line by line instead, so that at least
/// the title survives. Pelican and MultiMarkdown have a header instead: `Title: …` lines up to the first
/// blank one.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/warnings.h"

namespace aushang::ingest {

using Fields = std::map<std::string, std::string, std::less<>>;

enum class FrontMatterKind { none, yaml, toml, header };

struct FrontMatter {
  FrontMatterKind kind = FrontMatterKind::none;
  std::size_t body = 0;  ///< offset of the page behind it; 0 without front matter
  Fields fields;         ///< scalars by key, "a.b" and "a.0" for nested ones
};

[[nodiscard]] FrontMatter read_front_matter(std::string_view page, Warnings& warnings);

/// The fields of a whole file in one of these languages (`header` stands for Python's assignments of texts);
/// as many as can be understood.
[[nodiscard]] Fields read_fields_of(const std::string& text, FrontMatterKind kind);

/// The same Markdown, its first rule spelt so that nobody takes what follows for front matter.
[[nodiscard]] std::string guard_beginning(std::string markdown);

// ---- for the readers of the two languages
// -----------------------------------------------------------------------

/// Bounds on what a hostile block can cost; a real one has a few dozen fields.
inline constexpr std::size_t k_max_front_matter_bytes = 64u << 10;
inline constexpr std::size_t k_max_fields = 1000;
inline constexpr std::size_t k_max_field_depth = 12;

/// What a reader of YAML or TOML has to say about one place of the block. Lines and columns count from 0.
struct FieldProblem {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
};

struct ParsedFields {
  enum class State { fields, no_fields, broken };  ///< no_fields: readable, but a list or plain text
  State state = State::broken;
  Fields fields;
  std::vector<FieldProblem> problems;  ///< `broken` has exactly one
};

[[nodiscard]] ParsedFields parse_yaml_fields(const std::string& block);
[[nodiscard]] ParsedFields parse_toml_fields(const std::string& block);

}  // namespace aushang::ingest
