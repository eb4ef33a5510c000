#pragma once
/// A page in, what it says out.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/lexicon.h"
#include "base/date.h"
#include "doc/parse.h"
#include "ingest/ingest.h"

namespace aushang::author {

inline const Lexicon& the_words() {
  static const Lexicon lexicon = read_lexicon(k_words);
  return lexicon;
}

inline Extract extracted(std::string_view page, std::optional<base::Date> today = std::nullopt) {
  const base::Result<ingest::Page> ingested = ingest::ingest(page, "page.md");
  const base::Result<doc::Document> document = doc::parse(ingested->markdown);
  return extract(page, *ingested, *document, the_words(), today);
}

/// "jane@group.example apply", one line each; what is odd about it after that.
inline std::string addresses(std::string_view page) {
  std::string out;
  for (const FoundAddress& one : extracted(page).addresses) {
    out += (out.empty() ? "" : "\n") + one.address + " " + std::string(name_of(one.role));
    if (!one.complete) out += " incomplete";
    if (one.is_hidden) out += " hidden";
    if (!one.shown.empty()) out += " shown as " + one.shown;
  }
  return out;
}

inline std::string subjects(std::string_view page) {
  std::string out;
  for (const FoundSubject& one : extracted(page).subjects) {
    out += (out.empty() ? "" : "\n") + one.text + " | " + std::string(name_of(one.mode));
    if (one.is_for_inquiry) out += " | inquiry";
    if (!one.position.empty()) out += " | " + one.position;
  }
  return out;
}

inline std::string deadlines(std::string_view page, std::optional<base::Date> today = std::nullopt) {
  std::string out;
  for (const FoundDeadline& one : extracted(page, today).deadlines) {
    out += (out.empty() ? "" : "\n") + (one.until_filled ? "until filled"
                                        : one.date       ? base::to_string(*one.date)
                                                         : "?");
    for (const std::string& what : one.inferred) out += " " + what + "?";
  }
  return out;
}

inline std::string materials(std::string_view page) {
  std::string out;
  for (const FoundMaterial& one : extracted(page).materials) {
    out += (out.empty() ? "" : ", ") + one.kind;
    if (one.is_later) out += " later";
    if (one.required != "yes") out += " " + one.required;
    for (const std::string& kind : one.contains) out += " with " + kind;
  }
  return out;
}

}  // namespace aushang::author
