#include "author/load_quote.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "author/nearest_text.h"
#include "base/formats.h"
#include "base/normal_form.h"
#include "doc/find.h"
#include "logic/call.h"

namespace aushang::author {
namespace {

/// "posting.md:12:3", as far as it is known.
std::string place_of(const Translation& page, std::uint32_t offset) {
  if (!page.place_of) return page.file;
  const base::Position at = page.place_of(offset);
  return page.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// What the page has instead of the phrase; may be empty.
std::string hint(const Translation& page, std::string_view phrase) {
  std::string out;
  if (phrase.find_first_of("*`[]") != std::string_view::npos) {
    out = " Quote what a reader sees, without Markdown's stars, brackets and addresses.";
  }
  const std::optional<doc::Range> near = nearest_text(*page.document, phrase);
  if (!near) return out;
  const std::string_view text = std::string_view(page.document->text).substr(near->begin, near->size());
  out += " The nearest there is " + quoted(text);
  if (!page.file.empty()) out += " (" + place_of(page, near->begin) + ")";
  return out + ".";
}

/// " (posting.md, lines 9, 13 and 41)"; empty where nobody knows.
std::string lines_of(const Translation& page, const std::vector<doc::Range>& ranges) {
  if (!page.place_of) return {};
  constexpr std::size_t k_most = 8;
  std::vector<std::uint32_t> lines;
  for (const doc::Range& range : ranges) {
    const std::uint32_t line = page.place_of(range.begin).line;
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  }
  std::string out = " (" + page.file + (lines.size() == 1 ? ", line " : ", lines ");
  for (std::size_t i = 0; i < std::min(lines.size(), k_most); ++i) {
    if (i > 0) out += i + 1 == lines.size() ? " and " : ", ";
    out += std::to_string(lines[i]);
  }
  return out + (lines.size() > k_most ? ", …)" : ")");
}

class QuoteReader {
 public:
  QuoteReader(Complaints& complaints, const std::vector<Translation>& translations)
      : complaints_(complaints), translations_(translations) {}

  std::vector<Quote> read(const Place& place) {
    if (place.json->object() == nullptr) {
      add("", place, translations_.empty() ? nullptr : &translations_.front());
      return std::move(quotes_);
    }
    bool has_languages = false;
    for (const base::JsonMember& member : *place.json->object()) {
      if (member.key == base::k_comment) continue;
      has_languages = true;
      add(member.key, member_of(place, member), page_in(member, place));
    }
    if (!has_languages) {
      complaints_.error("bad-value", place.json->at, place.path,
                        "no quote in any language; write a string, a list of strings, or {\"en\": \"…\"}.");
    }
    return std::move(quotes_);
  }

 private:
  const Translation* page_in(const base::JsonMember& member, const Place& object) {
    const std::string path = member_of(object, member).path;
    if (!base::is_language_tag(member.key)) {
      complaints_.error("bad-language", member.key_at, path,
                        quoted(member.key) + " isn't a language; write tags such as \"en\" or \"de\".");
      return nullptr;
    }
    std::vector<std::string_view> languages;
    for (const Translation& translation : translations_) {
      if (translation.language == member.key) return &translation;
      languages.emplace_back(translation.language);
    }
    if (!languages.empty()) {
      complaints_.error(
          "bad-language", member.key_at, path,
          "there is no page in " + quoted(member.key) + " to quote from; " + suggest(member.key, languages));
    }
    return nullptr;
  }

  void add(std::string language, const Place& place, const Translation* page) {
    Quote quote{std::move(language), {}};
    const auto add_phrase = [&](const Place& phrase) {
      std::string text = base::compose(read_string(complaints_, phrase));  // as pages are read
      if (text.empty()) return;
      if (page != nullptr) check(*page, text, phrase);
      quote.phrases.push_back(std::move(text));
    };
    if (place.json->array() == nullptr) {
      add_phrase(place);
    } else {
      for (const Place& phrase : read_nonempty_list(complaints_, place, "phrase")) add_phrase(phrase);
    }
    if (!quote.phrases.empty()) quotes_.push_back(std::move(quote));
  }

  void check(const Translation& page, const std::string& phrase, const Place& place) {
    constexpr std::size_t k_enough_to_count = 100;
    const std::vector<doc::Range> found = doc::find_phrase(*page.document, phrase, k_enough_to_count);
    if (found.size() == 1) return;
    if (found.empty()) {
      complaints_.error("quote-not-found", place.json->at, place.path,
                        quoted(phrase) + " isn't on the page; quote it word for word." + hint(page, phrase));
      return;
    }
    complaints_.error("quote-ambiguous", place.json->at, place.path,
                      quoted(phrase) + " is on the page " + std::to_string(found.size()) + " times" +
                          lines_of(page, found) + "; quote more of the words around the one you mean.");
  }

  Complaints& complaints_;
  const std::vector<Translation>& translations_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> read_quotes(Complaints& complaints, const Place& place,
                               const std::vector<Translation>& translations) {
  return place ? QuoteReader(complaints, translations).read(place) : std::vector<Quote>();
}

}  // namespace aushang::author
