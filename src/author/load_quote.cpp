#include "author/load_quote.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/formats.h"
#include "base/normal_form.h"
#include "base/utf8.h"
#include "doc/find.h"
#include "logic/call.h"

namespace aushang::author {
namespace {

std::string to_lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    base::append(out, base::to_lower(d.code_point));
    i += d.length;
  }
  return out;
}

/// The ends of the words of `text`: where a beginning of it can be cut.
std::vector<std::size_t> word_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    const bool is_end = i == text.size() || text[i] == ' ';
    if (is_end && text[i - 1] != ' ') ends.push_back(i);
  }
  return ends;
}

/// The longest beginning of the phrase, in whole words, that the page has.
std::string_view longest_found_beginning(const doc::Document& document, std::string_view phrase) {
  const std::vector<std::size_t> ends = word_ends(phrase);
  std::size_t found = 0;
  std::size_t missing = ends.size();
  while (found + 1 < missing) {  // if some words are found, so are fewer of them
    const std::size_t middle = (found + missing) / 2;
    (doc::find_phrase(document, phrase.substr(0, ends[middle - 1]), 1).empty() ? missing : found) = middle;
  }
  return found == 0 ? std::string_view() : phrase.substr(0, ends[found - 1]);
}

/// A guess at why a phrase isn't found; may be empty.
std::string hint(const doc::Document& document, std::string_view phrase) {
  const std::string folded = doc::fold_visible(phrase);
  if (to_lower(doc::fold_visible(document.text)).find(to_lower(folded)) != std::string::npos) {
    return " It is there with other capital letters.";
  }
  if (phrase.find_first_of("*`[]") != std::string_view::npos) {
    return " Quote what a reader sees, without Markdown's stars, brackets and addresses.";
  }
  constexpr std::size_t k_longest = 400;  // a guess isn't worth more work than that
  if (folded.size() > k_longest) return {};
  const std::string_view beginning = longest_found_beginning(document, folded);
  if (beginning.find(' ') == std::string_view::npos) return {};  // a single word tells nothing
  return " The page has " + quoted(beginning) + ", but goes on differently.";
}

class QuoteReader {
 public:
  QuoteReader(Complaints& complaints, const std::vector<Translation>& translations)
      : complaints_(complaints), translations_(translations) {}

  std::vector<Quote> read(const Place& place) {
    if (place.json->object() == nullptr) {
      add("", place, translations_.empty() ? nullptr : translations_.front().document);
      return std::move(quotes_);
    }
    bool has_languages = false;
    for (const base::JsonMember& member : *place.json->object()) {
      if (member.key == base::k_comment) continue;
      has_languages = true;
      add(member.key, member_of(place, member), document_in(member, place));
    }
    if (!has_languages) {
      complaints_.error("bad-value", place.json->at, place.path,
                        "no quote in any language; write a string, a list of strings, or {\"en\": \"…\"}.");
    }
    return std::move(quotes_);
  }

 private:
  const doc::Document* document_in(const base::JsonMember& member, const Place& object) {
    const std::string path = member_of(object, member).path;
    if (!base::is_language_tag(member.key)) {
      complaints_.error("bad-language", member.key_at, path,
                        quoted(member.key) + " isn't a language; write tags such as \"en\" or \"de\".");
      return nullptr;
    }
    std::vector<std::string_view> languages;
    for (const Translation& translation : translations_) {
      if (translation.language == member.key) return translation.document;
      languages.emplace_back(translation.language);
    }
    if (!languages.empty()) {
      complaints_.error(
          "bad-language", member.key_at, path,
          "there is no page in " + quoted(member.key) + " to quote from; " + suggest(member.key, languages));
    }
    return nullptr;
  }

  void add(std::string language, const Place& place, const doc::Document* document) {
    Quote quote{std::move(language), {}};
    const auto add_phrase = [&](const Place& phrase) {
      std::string text = base::compose(read_string(complaints_, phrase));  // as pages are read
      if (text.empty()) return;
      if (document != nullptr) check(*document, text, phrase);
      quote.phrases.push_back(std::move(text));
    };
    if (place.json->array() == nullptr) {
      add_phrase(place);
    } else {
      for (const Place& phrase : read_nonempty_list(complaints_, place, "phrase")) add_phrase(phrase);
    }
    if (!quote.phrases.empty()) quotes_.push_back(std::move(quote));
  }

  void check(const doc::Document& document, const std::string& phrase, const Place& place) {
    constexpr std::size_t k_enough_to_count = 100;
    const std::size_t count = doc::find_phrase(document, phrase, k_enough_to_count).size();
    if (count == 1) return;
    if (count == 0) {
      complaints_.error(
          "quote-not-found", place.json->at, place.path,
          quoted(phrase) + " isn't on the page; quote it word for word." + hint(document, phrase));
      return;
    }
    complaints_.error("quote-ambiguous", place.json->at, place.path,
                      quoted(phrase) + " is on the page " + std::to_string(count) +
                          " times; quote more of the words around the one you mean.");
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
