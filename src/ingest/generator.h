#pragma once
/// The configuration of the generator that a page was written for: Jekyll's _config.yml, Hugo's hugo.toml, …
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace aushang::ingest {

struct Generator {
  std::string name;      ///< of the site; may be empty, as all of these
  std::string address;   ///< http or https
  std::string language;  ///< BCP 47
  /// Each line of a paragraph is one of its own: kramdown's hard_wrap, Goldmark's hardWraps, nl2br of MkDocs.
  bool breaks_lines = false;
  std::map<std::string, std::string, std::less<>> fields;  ///< "a.b" for nested ones, as in front matter

  [[nodiscard]] bool says_nothing() const {
    return name.empty() && address.empty() && language.empty() && !breaks_lines;
  }
};

/// What such files are called, below the folder that a site's sources are in.
inline constexpr std::array<std::string_view, 14> k_generator_files = {
    "_config.yml",    "_config.yaml", "hugo.toml",  "hugo.yaml",   "hugo.yml",   "config/_default/hugo.toml",
    "config.toml",    "config.yaml",  "config.yml", "_quarto.yml", "mkdocs.yml", "mkdocs.yaml",
    "pelicanconf.py", "conf.py"};

/// Takes any text: what can't be understood says nothing, as the generator itself tells its author.
[[nodiscard]] Generator read_generator(std::string_view file_name, const std::string& text);

}  // namespace aushang::ingest
