#include "author/wording.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "author/tokens.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::author {

bool is_line(std::string_view text) {
  return !base::trim(text).empty() && base::trim(text).size() == text.size() &&
         base::single_line(text) == text;
}

std::string as_label(std::string_view words) {
  const base::Decoded first = base::decode(words, 0);
  const base::Decoded second = base::decode(words, std::min(first.length, words.size()));
  const char32_t c = first.code_point;
  const bool is_small = (c >= U'a' && c <= U'z') || (c >= U'à' && c <= U'þ' && c != U'÷');
  if (words.empty() || !is_small || base::to_lower(second.code_point) != second.code_point)
    return std::string(words);
  std::string out;
  base::append(out, c - 0x20);
  return out + std::string(words.substr(first.length));
}

std::string document_label(const Lexicon& lexicon, std::string_view language, const FoundMaterial& found) {
  const std::string_view whole = found.kind == "single_pdf" ? lexicon.text("draft.single_pdf", language) : "";
  if (!whole.empty()) return std::string(whole);
  std::string label = as_label(found.text);
  // German lists name documents in the dative: "mit Zeugnissen".
  const std::vector<std::string>& cases = lexicon.list("draft.dative");
  for (std::size_t i = 0; i + 1 < cases.size(); i += 2) {
    if (base::primary_subtag(language) == "de" && label == cases[i]) return cases[i + 1];
  }
  return label;
}

std::string tag_of(const FoundSubject& subject) {
  std::string tag = subject.text;
  if (subject.mode == Mode::template_) tag = tag.substr(0, tag.find_first_of("([<{"));
  while (!tag.empty() && std::string_view(" :-,").find(tag.back()) != std::string_view::npos) tag.pop_back();
  tag = base::single_line(tag);
  return is_line(tag) ? tag : std::string();
}

namespace {

/// With a small letter, as in the middle of a sentence.
std::string in_a_sentence(std::string_view words) {
  const base::Decoded first = base::decode(words, 0);
  std::string out;
  base::append(out, base::to_lower(first.code_point));
  return out + std::string(words.substr(first.length));
}

}  // namespace

std::string question_label(const Lexicon& lexicon, std::string_view language, std::string_view kind,
                           std::string_view words) {
  const auto ask = [&](std::string_view name, std::string_view phrase) {
    return base::fill_in(lexicon.text("draft." + std::string(name), language), "phrase", phrase);
  };
  const std::string_view tag = base::primary_subtag(language);
  const bool is_en = tag == "en", is_de = tag == "de";
  if (kind == "field" || (!is_en && !is_de)) return ask(kind, words);
  // What they begin with decides how one asks for them.
  const Tokens tokens = tokenize(words);
  const auto opens = [&](const char* topic) {
    return !tokens.empty() && lexicon[topic].at(tokens, 0).has_value();
  };
  // "You are enrolled" is asked as "Are you enrolled?".
  for (const auto& [said, name] : {std::pair("draft.opens.you_have", "have"),
                                   {"draft.opens.you_are", "are"},
                                   {"draft.opens.you_can", "can"}}) {
    const std::optional<Match> opening = is_en ? lexicon[said].at(tokens, 0) : std::nullopt;
    if (!opening || opening->end >= tokens.size()) continue;
    const std::string_view rest = words.substr(tokens[opening->end].begin);
    const std::string& verb = tokens[opening->end].text;
    const bool is_done = verb.ends_with("ed") || verb.ends_with("en") ||
                         lexicon["draft.opens.done"].at(tokens, opening->end).has_value();
    return ask(is_done && std::string_view(name) == "have" ? "done" : name, rest);
  }
  // "fluent English" is spoken, "fluent in English" is what one is.
  const bool is_spoken = kind == "language" && tokens.size() > 1 && tokens[1].is_capital;
  if (is_en && is_spoken && opens("draft.opens.are")) return ask("speak", in_a_sentence(words));
  if (is_en && opens("draft.opens.are")) return ask("are", in_a_sentence(words));
  if (is_en && opens("draft.opens.done")) return ask("done", in_a_sentence(words));
  if (opens("draft.opens.neuter")) return ask("have", "ein " + in_a_sentence(words));
  if (opens("draft.opens.have")) return ask("have", in_a_sentence(words));
  if (is_en ? as_label(words) != words : opens("draft.opens.noun")) return ask("have", words);
  const bool is_name = words.find(' ') == std::string_view::npos;
  const bool has_level =
      kind == "language" && tokens.size() > 1 && tokens[0].is_capital && !tokens[1].is_capital;
  if (has_level) return ask("speak", words);
  if (is_name && kind == "language") return ask("speak", words);
  if (is_name && kind == "skills") return ask("know", words);
  return ask(kind, words);
}

std::string free_id(std::string_view name, const std::vector<std::string>& taken) {
  std::string id(name);
  for (std::size_t number = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++number)
    id = std::string(name) + std::to_string(number);
  return id;
}

std::string as_value(std::string_view words) {
  constexpr std::size_t k_most = 30;
  std::string out;
  for (const char c : base::to_ascii_lower(words)) {
    const bool is_kept = base::is_ascii_alpha(c) || base::is_ascii_digit(c);
    if (is_kept) out += c;
    if (!is_kept && !out.empty() && out.back() != '_') out += '_';
    if (out.size() >= k_most) break;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

}  // namespace aushang::author
