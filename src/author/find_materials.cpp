#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "author/shape.gen.h"
#include "base/text.h"

namespace aushang::author {
namespace {

struct Named {
  Match match;
  std::string_view kind;
};

/// A part of a sentence between commas, brackets and "but".
struct Segment {
  std::size_t begin, end;
  int depth;  ///< of brackets
};

class MaterialFinder {
 public:
  MaterialFinder(const Source& source, Extract& out) : source_(source), out_(out) {}

  void find() {
    for (std::size_t i = 0; i < source_.outline.sentences.size(); ++i) {
      if (!source_.sentence(i).is_heading && asks_for_documents(i)) read_sentence(i);
    }
    // What is asked for now isn't asked for a second time later.
    std::vector<FoundMaterial> once;
    for (FoundMaterial& one : found_) {
      const auto same = std::find_if(once.begin(), once.end(),
                                     [&](const FoundMaterial& other) { return other.kind == one.kind; });
      if (same == once.end()) {
        once.push_back(std::move(one));
        continue;
      }
      std::vector<std::string> positions = of_both(std::move(same->positions), one.positions);
      if (same->is_later && !one.is_later) *same = std::move(one);
      same->positions = std::move(positions);
    }
    out_.materials = std::move(once);
  }

  /// What is named first in these bytes of the page.
  FoundMaterial at(doc::Range phrase) const {
    FoundMaterial found;
    found.kind = "other";
    found.text = base::single_line(source_.slice(phrase.begin, phrase.end));
    const std::size_t index = source_.outline.at(phrase.begin);
    if (index >= source_.outline.sentences.size()) return found;
    const Tokens& tokens = source_.sentence(index).tokens;
    found.is_later = is_later(index);
    if (std::string position = position_of(source_, out_, source_.sentence(index)); !position.empty())
      found.positions.push_back(std::move(position));
    std::optional<Match> words = words_in(source_.sentence(index), phrase);
    if (!words) return found;
    for (const Named& one : named(tokens)) {
      if (one.match.begin < words->begin || one.match.begin >= words->end) continue;
      found.kind = one.kind;
      words = one.match;
      break;
    }
    const std::vector<Segment> parts = segments(tokens);
    const std::size_t part = segment_of(parts, words->begin);
    if (part != k_nothing) found.required = required(tokens, parts, part, *words);
    return found;
  }

 private:
  static std::vector<std::string> of_both(std::vector<std::string> all,
                                          const std::vector<std::string>& others) {
    if (all.empty() || others.empty()) return {};
    for (const std::string& one : others) {
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
    return all;
  }

  bool asks_for_documents(std::size_t index) const {
    const Sentence& sentence = source_.sentence(index);
    if (source_.words["material.offered"].in(sentence.tokens)) return false;
    if (source_.words["material.send"].in(sentence.tokens)) return true;
    if (sentence.lead != k_nothing) {
      const Tokens& lead = source_.sentence(sentence.lead).tokens;
      if (source_.words["material.send"].in(lead) || source_.words["material.documents"].in(lead))
        return true;
      if (source_.words["stage.later"].in(lead)) return true;
    }
    const bool is_short = sentence.is_item || sentence.tokens.size() <= 12;
    // "Only a CV is required" says elsewhere what applicants are to have, here what they are to send.
    if (source_.is_under(index, "section.apply") && source_.words["criterion.must"].in(sentence.tokens))
      return true;
    const bool is_listed = is_short && source_.is_under(index, "material.documents");
    return is_listed || (sentence.is_item && source_.is_under(index, "section.apply"));
  }

  bool is_later(std::size_t index) const {
    const std::size_t heading = source_.sentence(index).heading;
    return source_.says(index, "stage.later") ||
           (heading != k_nothing && source_.words["stage.later"].in(source_.sentence(heading).tokens));
  }

  /// The longest phrases of all kinds, from left to right.
  std::vector<Named> named(const Tokens& tokens) const {
    std::vector<Named> all;
    for (std::size_t i = 0; i < tokens.size();) {
      std::optional<Named> longest;
      for (const std::string_view kind : shape::k_kind_names) {
        const std::optional<Match> match = source_.words["material." + std::string(kind)].at(tokens, i);
        if (match && (!longest || match->end > longest->match.end)) longest = Named{*match, kind};
      }
      if (const std::optional<Match> not_one = source_.words["material.none"].at(tokens, i);
          not_one && (!longest || not_one->end >= longest->match.end)) {
        i = not_one->end;
        continue;
      }
      if (longest) {
        i = longest->match.end;
        all.push_back(*longest);
      } else {
        ++i;
      }
    }
    return all;
  }

  std::vector<Segment> segments(const Tokens& tokens) const {
    std::vector<Segment> all;
    std::size_t begin = 0;
    int depth = 0;
    const auto cut = [&](std::size_t end) {
      if (begin < end) all.push_back({begin, end, depth});
      begin = end;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string& text = tokens[i].text;
      if (text == "(" || text == "[") {
        cut(i);
        ++depth;
        begin = i + 1;
      } else if (text == ")" || text == "]") {
        cut(i);
        depth = std::max(0, depth - 1);
        begin = i + 1;
      } else if (text == "," || text == ";" || text == "、" || text == "；" || text == "，" || text == ":" ||
                 source_.words["word.but"].at(tokens, i)) {
        cut(i);
      }
    }
    cut(tokens.size());
    return all;
  }

  void read_sentence(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    const Tokens& tokens = sentence.tokens;
    const std::vector<Named> all = named(tokens);
    const std::vector<Segment> parts = segments(tokens);
    const std::vector<std::size_t> refused = refused_segments(tokens, parts);
    std::size_t last = found_.size();
    std::size_t last_end = 0;
    for (const Named& one : all) {
      const std::size_t part = segment_of(parts, one.match.begin);
      if (is_in_subject(sentence, tokens[one.match.begin].begin)) continue;
      if (part == k_nothing || std::find(refused.begin(), refused.end(), part) != refused.end()) continue;
      if (is_relative(tokens, parts[part])) continue;
      // "a letter (including a short statement)": the statement is part of the letter.
      const bool is_inside =
          last < found_.size() && (is_in_bracket_of(tokens, parts, part, last_end, one.match.begin) ||
                                   is_described(tokens, found_[last].kind, last_end, one.match.begin));
      if (is_inside) {
        if (found_[last].kind != one.kind) found_[last].contains.emplace_back(one.kind);
        continue;
      }
      const Token& first = tokens[one.match.begin];
      FoundMaterial found;
      found.kind = one.kind;
      found.is_later = is_later(index);
      found.required = required(tokens, parts, part, one.match);
      found.text = base::single_line(source_.slice(first.begin, tokens[one.match.end - 1].end));
      found.at = source_.places.of_text(first.begin);
      found.sure = sentence.is_item || source_.words["material.send"].in(tokens);
      if (std::string position = position_of(source_, out_, sentence); !position.empty())
        found.positions.push_back(std::move(position));
      last = found_.size();
      last_end = one.match.end;
      found_.push_back(std::move(found));
    }
  }

  /// ", which the referees send" tells of what was named before.
  bool is_relative(const Tokens& tokens, const Segment& part) const {
    return part.begin + 1 < part.end && tokens[part.begin].text == "," &&
           source_.words["word.which"].at(tokens, part.begin + 1).has_value();
  }

  /// "with the subject 'Bachelor thesis'" asks for no thesis.
  bool is_in_subject(const Sentence& sentence, std::uint32_t at) const {
    const std::string_view text = source_.document.slice(sentence.text);
    return std::any_of(out_.subjects.begin(), out_.subjects.end(), [&](const FoundSubject& subject) {
      const std::size_t found = text.find(subject.text);
      return found != std::string_view::npos && at >= sentence.text.begin + found &&
             at < sentence.text.begin + found + subject.text.size();
    });
  }

  bool is_in_bracket_of(const Tokens& tokens, const std::vector<Segment>& parts, std::size_t part,
                        std::size_t last_end, std::size_t begin) const {
    return parts[part].depth > 0 && parts[part].begin >= last_end &&
           source_.words["material.including"].first(tokens, parts[part].begin, begin) &&
           opens_after(tokens, parts, part, last_end);
  }

  /// "a letter in which you describe your research interests"
  bool is_described(const Tokens& tokens, std::string_view container, std::size_t last_end,
                    std::size_t begin) const {
    constexpr std::string_view k_tell[] = {"cover_letter", "research_statement", "research_proposal",
                                           "interest_note"};
    if (std::find(std::begin(k_tell), std::end(k_tell), container) == std::end(k_tell)) return false;
    const std::optional<Match> within = source_.words["material.within"].first(tokens, last_end, begin);
    if (!within || within->begin > last_end + 2) return false;
    return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(within->end),
                        tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                        [](const Token& token) { return !token.is_word; });
  }

  static std::size_t segment_of(const std::vector<Segment>& parts, std::size_t token) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (token >= parts[i].begin && token < parts[i].end) return i;
    }
    return k_nothing;
  }

  /// Whether the bracket of this segment opens right after the material named before.
  static bool opens_after(const Tokens& tokens, const std::vector<Segment>& parts, std::size_t part,
                          std::size_t end) {
    std::size_t first = part;
    while (first > 0 && parts[first - 1].depth > 0) --first;
    const std::size_t opening = parts[first].begin;
    if (opening < end) return false;
    for (std::size_t i = end; i < opening; ++i) {
      if (tokens[i].is_word) return false;
    }
    return true;
  }

  std::vector<std::size_t> refused_segments(const Tokens& tokens, const std::vector<Segment>& parts) const {
    std::vector<std::size_t> refused;
    bool goes_on = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (source_.words["word.but"].at(tokens, parts[i].begin)) goes_on = false;
      // "do not send a letter, references or a photo" refuses all that follows, "a letter isn't needed"
      // itself.
      const bool begins =
          source_.words["material.refused.on"].first(tokens, parts[i].begin, parts[i].end).has_value();
      const bool here =
          source_.words["material.refused"].first(tokens, parts[i].begin, parts[i].end).has_value();
      goes_on = goes_on || begins;
      if (goes_on || here) refused.push_back(i);
    }
    return refused;
  }

  std::string required(const Tokens& tokens, const std::vector<Segment>& parts, std::size_t part,
                       const Match& match) const {
    // Its own segment, and the bracket after it, or before it where that opens the sentence.
    std::vector<std::size_t> own = {part};
    if (part == 1 && parts[0].depth > parts[1].depth) own.push_back(0);
    if (part + 1 < parts.size() && parts[part + 1].depth > parts[part].depth &&
        !named_between(tokens, match.end, parts[part].end))
      own.push_back(part + 1);
    // "references, if available": nothing but that stands behind the comma; "a letter and, if available,
    // references" says it of what follows.
    if (own.back() == part && part + 1 < parts.size() && is_condition(tokens, parts[part + 1]) &&
        !is_after_and(tokens, parts[part + 1]))
      own.push_back(part + 1);
    if (part > 0 && is_condition(tokens, parts[part - 1]) && is_after_and(tokens, parts[part - 1]) &&
        !named_between(tokens, parts[part].begin, match.begin))
      own.push_back(part - 1);
    std::string out = "yes";
    for (const std::size_t one : own) {
      const std::size_t begin =
          one == part ? start_of_item(tokens, parts[part].begin, match.begin) : parts[one].begin;
      const std::size_t end = one == part ? end_of_item(tokens, match.end, parts[one].end) : parts[one].end;
      if (source_.words["material.optional"].first(tokens, begin, end)) return "optional";
      if (says_if_any(tokens, begin, end)) out = "if_any";
    }
    // "previous reports", but not "references from previous projects"
    const std::size_t first = start_of_item(tokens, parts[part].begin, match.begin);
    if (out == "yes" && source_.words["material.if_any.before"].first(tokens, first, match.begin))
      out = "if_any";
    // "if you have published before, include …": the condition opens the sentence.
    if (out == "yes" && !tokens.empty() && source_.words["material.if_any.opening"].at(tokens, 0))
      out = "if_any";
    return out;
  }

  /// "for any of the positions" is no condition.
  bool says_if_any(const Tokens& tokens, std::size_t begin, std::size_t end) const {
    const std::optional<Match> found = source_.words["material.if_any"].first(tokens, begin, end);
    return found && !source_.words["material.if_any.not"].at(tokens, found->begin);
  }

  bool is_after_and(const Tokens& tokens, const Segment& part) const {
    return part.begin > 0 && source_.words["word.and"].at(tokens, part.begin - 1).has_value();
  }

  bool is_condition(const Tokens& tokens, const Segment& part) const {
    if (tokens[part.begin].text != ",") return false;
    for (const char* topic : {"material.if_any", "material.optional"}) {
      const std::optional<Match> found = source_.words[topic].at(tokens, part.begin + 1);
      if (found && (found->end == part.end || !tokens[found->end].is_word)) return true;
    }
    return false;
  }

  bool named_between(const Tokens& tokens, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      for (const std::string_view kind : shape::k_kind_names) {
        if (source_.words["material." + std::string(kind)].at(tokens, i)) return true;
      }
    }
    return false;
  }

  /// Up to the "and" on either side.
  std::size_t start_of_item(const Tokens& tokens, std::size_t begin, std::size_t at) const {
    for (std::size_t i = at; i > begin; --i) {
      if (source_.words["word.and"].at(tokens, i - 1)) return i;
    }
    return begin;
  }
  std::size_t end_of_item(const Tokens& tokens, std::size_t at, std::size_t end) const {
    for (std::size_t i = at; i < end; ++i) {
      if (source_.words["word.and"].at(tokens, i)) return i;
    }
    return end;
  }

  const Source& source_;
  Extract& out_;
  std::vector<FoundMaterial> found_;
};

}  // namespace

FoundMaterial material_at(const doc::Document& document, doc::Range phrase, const Lexicon& lexicon,
                          const std::vector<FoundPosition>& positions) {
  PhraseSource own(document, lexicon, positions);
  return MaterialFinder(own.source, own.known).at(phrase);
}

void find_materials(const Source& source, Extract& out) { MaterialFinder(source, out).find(); }

}  // namespace aushang::author
