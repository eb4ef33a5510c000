#include "author/extract.h"

#include <algorithm>
#include <map>
#include <utility>

#include "author/finding.h"
#include "author/outline.h"
#include "author/places.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::author {
namespace {

std::string found_title(const ingest::Page& page, const doc::Document& document) {
  if (!page.meta.title.empty()) return page.meta.title;
  for (const doc::Block& block : document.blocks) {
    if (block.kind == doc::BlockKind::heading) return base::single_line(document.slice(block.text));
  }
  return {};
}

}  // namespace

GuessedLanguage guess_language(const doc::Document& document, const Lexicon& lexicon) {
  std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
  const std::string_view text = std::string_view(document.text).substr(0, 50'000);
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded d = base::decode(text, at);
    at += d.length;
    if (!base::is_word_character(d.code_point)) continue;
    ++letters;
    if (d.code_point >= 0x3040 && d.code_point <= 0x30FF)
      ++kana;
    else if (d.code_point >= 0xAC00 && d.code_point <= 0xD7A3)
      ++hangul;
    else if (is_without_spaces(d.code_point))
      ++han;
  }
  // A letter of these scripts says as much as several Latin ones.
  if ((han + kana + hangul) * 4 > letters) {
    if (hangul > han + kana) return {"ko", true};
    return {kana * 5 > han ? "ja" : "zh", true};
  }
  const Tokens tokens = tokenize(text);
  constexpr std::size_t k_many = 10;
  std::string best = "en";
  std::size_t most = tokens.size() / 25;  // every text of a language has more of them than that
  std::size_t second = 0;
  for (const std::string& language : lexicon.list("languages")) {
    const std::size_t count = lexicon["language." + language].all(tokens).size();
    if (count > most) {
      second = most;
      most = count;
      best = language;
    } else {
      second = std::max(second, count);
    }
  }
  return {best, most >= k_many && most >= 2 * second};
}

const FoundAddress* Extract::address(Role role) const {
  const auto found = std::find_if(addresses.begin(), addresses.end(),
                                  [&](const FoundAddress& one) { return one.role == role && one.complete; });
  return found != addresses.end() ? &*found : nullptr;
}

Extract extract(std::string_view page, const ingest::Page& ingested, const doc::Document& document,
                const Lexicon& lexicon, std::optional<base::Date> today) {
  const Outline sentences = outline(document, lexicon);
  const Places places(page, ingested.markdown, document);
  const Source source{ingested, document, lexicon, sentences, places, today};
  Extract out;
  out.title = found_title(ingested, document);
  out.language_is_sure = base::is_language(ingested.meta.language);
  out.language = out.language_is_sure ? ingested.meta.language : guess_language(document, lexicon).tag;
  find_addresses(source, out);
  find_subjects(source, out);
  find_positions(out);
  find_deadlines(source, out);
  find_materials(source, out);
  find_channel(source, out);
  find_criteria(source, out);
  return out;
}

}  // namespace aushang::author
