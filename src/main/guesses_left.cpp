#include "main/guesses_left.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "author/guesses.h"
#include "main/command.h"

namespace aushang::cli {

void tell_guesses(const PostingFolder& posting, const std::string& folder) {
  for (const PostingText& text : posting.texts) {
    if (text.is_language_guessed)
      std::fprintf(stderr,
                   "%s: in \"%s\", by its words. If it isn't, write its lang into its front matter.\n",
                   text.file.string().c_str(), text.language.c_str());
  }
  const std::vector<base::Position> guesses = author::guesses_in(posting.check);
  if (guesses.empty()) return;
  std::vector<std::uint32_t> lines;
  for (const base::Position& one : guesses) lines.push_back(one.line);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  constexpr std::size_t k_most = 10;
  std::string list;
  for (std::size_t i = 0; i < std::min(lines.size(), k_most); ++i)
    list += (list.empty() ? "" : ", ") + std::to_string(lines[i]);
  std::fprintf(
      stderr,
      "%s: %zu %s of init still to be confirmed (line%s %s%s): npx aushang serve %s, or take away the "
      "$comment of each that is right.\n",
      (std::filesystem::path(folder) / "check.json").string().c_str(), guesses.size(),
      guesses.size() == 1 ? "guess" : "guesses", lines.size() == 1 ? "" : "s", list.c_str(),
      lines.size() > k_most ? ", …" : "", as_word(folder).c_str());
}

}  // namespace aushang::cli
