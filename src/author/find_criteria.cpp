#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "base/text.h"
#include "doc/find.h"

namespace aushang::author {
namespace {

/// In this order: what comes first takes the words.
constexpr std::array<std::string_view, 6> k_kinds = {"industry",   "degree",   "publications",
                                                     "experience", "language", "skills"};
constexpr std::size_t k_longest_quote = 140;
constexpr std::size_t k_most_criteria = 12;

class CriteriaFinder {
 public:
  CriteriaFinder(const Source& source, Extract& out) : source_(source), out_(out) {}

  void find() {
    for (std::size_t i = 0; i < source_.outline.sentences.size(); ++i) {
      const Sentence& sentence = source_.sentence(i);
      if (sentence.is_heading) continue;
      const bool is_asked = source_.is_under(i, "section.qualification") ||
                            source_.says(i, "criterion.cue") || is_in_profile(sentence);
      const bool is_about_sending = source_.words["material.send"].in(sentence.tokens) ||
                                    source_.words["purpose.inquiry"].in(sentence.tokens);
      if (const auto none = source_.words["criterion.not_needed"].first(sentence.tokens)) {
        add(sentence, none->begin, none->end, "language", "note");
        read_block_ = sentence.block;
      } else if (is_asked && !is_about_sending && !source_.is_under(i, "section.apply")) {
        if (read_sentence(sentence)) read_block_ = sentence.block;
        if (sentence.is_item && ends_block(i) && read_block_ != sentence.block) add_unread(i);
      }
    }
  }

  FoundCriterion at(doc::Range phrase) const {
    FoundCriterion found;
    found.text = base::single_line(source_.slice(phrase.begin, phrase.end));
    found.kind = kind_of(tokenize(found.text));
    const std::size_t index = source_.outline.at(phrase.begin);
    if (index >= source_.outline.sentences.size()) return found;
    const Sentence& sentence = source_.sentence(index);
    found.position = position_of(source_, out_, sentence);
    if (const std::optional<Match> words = words_in(sentence, phrase))
      found.level = level_of(sentence, *words);
    return found;
  }

 private:
  /// "Your profile:" over a list, in a line that is no heading.
  bool is_in_profile(const Sentence& item) const {
    constexpr std::size_t k_longest_title = 6;
    if (!item.is_item || item.lead == k_nothing) return false;
    const Tokens& lead = source_.sentence(item.lead).tokens;
    const std::optional<Match> title = source_.words["section.qualification"].first(lead);
    return title && title->begin <= 1 && lead.size() <= k_longest_title &&
           !source_.words["material.send"].in(lead);
  }

  std::string_view kind_of(const Tokens& tokens) const {
    const auto found = std::find_if(k_kinds.begin(), k_kinds.end(), [&](std::string_view kind) {
      return source_.words["criterion." + std::string(kind)].in(tokens);
    });
    return found != k_kinds.end() ? *found : "skills";
  }

  /// Words of a sentence that ask for something.
  struct Piece {
    Match words;  ///< with what belongs to them
    Match cue;    ///< those by which it was found
    std::string_view kind;
  };

  /// Whether it was found what the sentence asks for.
  bool read_sentence(const Sentence& sentence) {
    const bool has_field = read_field(sentence);
    const std::vector<Piece> pieces =
        with_choices_joined(with_brackets(pieces_in(sentence.tokens), sentence.tokens), sentence.tokens);
    for (const Piece& one : pieces)
      add(sentence, one.words.begin, one.words.end, one.kind, level_of(sentence, one.cue));
    return has_field || !pieces.empty();
  }

  /// In the order in which they stand.
  std::vector<Piece> pieces_in(const Tokens& tokens) const {
    std::vector<Piece> pieces;
    std::vector<bool> taken(tokens.size(), false);
    for (const std::string_view kind : k_kinds) {
      for (const Match& match : source_.words["criterion." + std::string(kind)].all(tokens)) {
        std::size_t begin = start_of_words(tokens, match.begin), end = match.end;
        if (kind == "experience") begin = with_measure(tokens, begin, "criterion.years");
        if (kind == "language") begin = with_measure(tokens, begin, "criterion.command");
        if (kind == "experience" || kind == "skills") end = with_object(tokens, end, taken);
        if (kind == "language") end = with_level(tokens, end);
        const auto first = taken.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = taken.begin() + static_cast<std::ptrdiff_t>(end);
        if (std::find(first, last, true) != last) continue;
        std::fill(first, last, true);
        pieces.push_back({{begin, end}, match, kind});
      }
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece& a, const Piece& b) { return a.words.begin < b.words.begin; });
    return pieces;
  }

  std::size_t start_of_words(const Tokens& tokens, std::size_t begin) const {
    while (begin > 0 && !is_boundary(tokens, begin - 1)) --begin;
    // The "at" of "at least" ends words elsewhere.
    return begin > 0 && source_.words["criterion.least"].at(tokens, begin - 1) ? begin - 1 : begin;
  }

  /// With what stands right before and ends in "of": "at least two years of" experience, "a good command of"
  /// English.
  std::size_t with_measure(const Tokens& tokens, std::size_t begin, const char* topic) const {
    for (const Match& match : source_.words[topic].all(tokens)) {
      if (match.end == begin) return start_of_words(tokens, match.begin);
    }
    return begin;
  }

  /// A language with the level that is asked for (Common European Framework of Reference): "German at level
  /// B2 or higher", "English (C1)".
  std::size_t with_level(const Tokens& tokens, std::size_t end) const {
    constexpr std::size_t k_most_words = 4;
    const auto is_level = [](const Token& token) {
      return token.text.size() == 2 && token.text[0] >= 'a' && token.text[0] <= 'c' &&
             (token.text[1] == '1' || token.text[1] == '2');
    };
    for (std::size_t at = end; at < std::min(end + k_most_words + 1, tokens.size()); ++at) {
      const bool is_bracket = tokens[at].text == "(" && at == end;
      if (!is_level(tokens[at])) {
        if (is_bracket || (tokens[at].is_word && !source_.words["word.and"].at(tokens, at))) continue;
        return end;
      }
      ++at;
      if (const auto more = source_.words["criterion.or_more"].at(tokens, at)) at = more->end;
      if (at < tokens.size() && tokens[at].text == ")") ++at;
      return at;
    }
    return end;
  }

  /// What stands in brackets behind words of its kind says more of it: "a university degree (master's or
  /// equivalent)".
  static std::vector<Piece> with_brackets(const std::vector<Piece>& pieces, const Tokens& tokens) {
    std::vector<Piece> out;
    for (const Piece& piece : pieces) {
      const std::size_t before = out.empty() ? 0 : out.back().words.end;
      const bool is_inside = !out.empty() && out.back().kind == piece.kind &&
                             piece.words.begin == before + 1 && tokens[before].text == "(";
      if (!is_inside) {
        out.push_back(piece);
        continue;
      }
      std::size_t end = piece.words.end;
      while (end < tokens.size() && tokens[end].is_word) ++end;
      if (end < tokens.size() && tokens[end].text == ")")
        out.back().words.end = end + 1;
      else
        out.push_back(piece);
    }
    return out;
  }

  /// What "or" joins is one thing to ask for: "a Master's degree or a PhD", "German, French or English".
  std::vector<Piece> with_choices_joined(const std::vector<Piece>& pieces, const Tokens& tokens) const {
    std::vector<Piece> out;
    const auto join_last = [&] {
      Piece &one = out[out.size() - 2], &next = out.back();
      one.words.end = next.words.end;
      one.cue.end = next.cue.end;
      // Of two kinds the one that comes first takes the words, as above.
      one.kind = *std::find_if(k_kinds.begin(), k_kinds.end(),
                               [&](std::string_view kind) { return kind == one.kind || kind == next.kind; });
      out.pop_back();
    };
    for (const Piece& piece : pieces) {
      out.push_back(piece);
      if (out.size() < 2) continue;
      const std::size_t end = out[out.size() - 2].words.end, begin = piece.words.begin;
      if (!is_or_between(tokens, end, begin) && !is_alternative(tokens, end, begin)) continue;
      join_last();
      while (out.size() > 1 && out[out.size() - 2].kind == out.back().kind &&
             out[out.size() - 2].words.end + 1 == out.back().words.begin &&
             tokens[out.back().words.begin - 1].text == ",")
        join_last();
    }
    return out;
  }

  /// "or" stands right before the second of two, with what the first is in between: "a degree in physics, or
  /// equivalent experience".
  bool is_alternative(const Tokens& tokens, std::size_t begin, std::size_t end) const {
    if (end == 0 || begin >= end) return false;
    const bool ends_in_or = source_.words["word.or"].at(tokens, end - 1).has_value();
    for (std::size_t at = begin; ends_in_or && at + 1 < end; ++at) {
      if (tokens[at].text != "," && ends_object(tokens, at)) return false;
      if (source_.words["word.and"].at(tokens, at)) return false;
    }
    return ends_in_or;
  }

  /// Nothing else stands there but "or", or a "/" that joins two words, or what makes one word of two:
  /// "Deutsch- und Englischkenntnisse".
  bool is_or_between(const Tokens& tokens, std::size_t begin, std::size_t end) const {
    if (begin == end) return begin < tokens.size() && tokens[begin].glue == '/';
    const bool is_cut_off = tokens[begin].text == "-" && !tokens[begin].after_space;
    if (is_cut_off || tokens[begin].text == ",") ++begin;
    const auto ends_there = [&](const char* topic) {
      const std::optional<Match> joins = source_.words[topic].at(tokens, begin);
      return joins && joins->end == end;
    };
    return ends_there("word.or") || (is_cut_off && ends_there("word.and"));
  }

  /// "knowledge of" what, "experience in" what; a list of names to its end: "skills in Java, C++ and Python".
  std::size_t with_object(const Tokens& tokens, std::size_t end, const std::vector<bool>& taken) const {
    constexpr std::size_t k_most_words = 12;
    const Topic& link = source_.words["criterion.link"];
    std::size_t at = end;
    const bool has_link = link.at(tokens, at - 1) || (at < tokens.size() && link.at(tokens, at));
    if (has_link) {
      if (!link.at(tokens, at - 1)) ++at;
      const std::size_t first = at;
      // Something else has it: "communication skills in" English.
      if (first < tokens.size() && taken[first]) return first + 1;
      while (at < tokens.size() && at - first < k_most_words && !taken[at] && !ends_object(tokens, at)) ++at;
      // "in Java and" good English: what leads on to the next thing isn't part of it.
      while (at > first && is_boundary(tokens, at - 1)) --at;
      if (at == first) return end;
    }
    while (const std::size_t more = names_from(tokens, at)) at = more;
    // "Python and R" are two things to know, "Python, R or Julia" is one.
    const auto has = [&](const char* topic) {
      return source_.words[topic].first(tokens, end, at).has_value();
    };
    return has_link || (has("word.or") && !has("word.and")) ? at : end;
  }

  bool ends_object(const Tokens& tokens, std::size_t at) const {
    const bool is_inside = tokens[at].is_word || tokens[at].text == "'";
    return !is_inside || source_.words["criterion.object.end"].at(tokens, at).has_value();
  }

  /// The end of ", Name" or "and Name" that stands there; 0 where something else does.
  std::size_t names_from(const Tokens& tokens, std::size_t at) const {
    if (!is_name(tokens, at - 1)) return 0;
    std::size_t next = at;
    while (next < tokens.size() && (tokens[next].text == "," || source_.words["word.and"].at(tokens, next) ||
                                    source_.words["word.or"].at(tokens, next)))
      ++next;
    if (next == at || next >= tokens.size() || !is_name(tokens, next)) return 0;
    while (next < tokens.size() && is_name(tokens, next)) ++next;
    const bool goes_on = next < tokens.size() && tokens[next].is_word && !is_boundary(tokens, next);
    return goes_on ? 0 : next;  // "Java and Python programming" is something else
  }

  /// "Python", "C++"
  static bool is_name(const Tokens& tokens, std::size_t at) { return tokens[at].is_capital; }

  bool is_boundary(const Tokens& tokens, std::size_t at) const {
    if (!tokens[at].is_word && tokens[at].text != "'" && tokens[at].text != "\"") return true;
    // Within "Ph.D." or "high-quality" no word ends.
    if (at + 1 < tokens.size() && tokens[at + 1].glue != 0 && tokens[at + 1].glue != '/') return false;
    return source_.words["criterion.boundary"].at(tokens, at).has_value();
  }

  std::string_view level_of(const Sentence& sentence, const Match& match) const {
    if (is_nice(sentence.tokens, match)) return "should";
    const bool is_under_nice =
        sentence.heading != k_nothing && (source_.words["criterion.nice.after"].in(heading_of(sentence)) ||
                                          source_.words["criterion.nice.before"].in(heading_of(sentence)));
    return is_under_nice ? "should" : "must";
  }

  const Tokens& heading_of(const Sentence& sentence) const {
    return source_.sentence(sentence.heading).tokens;
  }

  /// "preferably with X" up to the next comma, "Ideally, you have X, Y" up to the sentence's end; "X and Y
  /// are a plus", unless it says in between that X is needed.
  bool is_nice(const Tokens& tokens, const Match& match) const {
    constexpr std::size_t k_near = 10, k_right_after = 4;
    const std::optional<Match> must =
        source_.words["criterion.must"].first(tokens, match.end, match.end + k_right_after);
    if (must && !has_comma(tokens, match.end, must->begin)) return false;
    const std::size_t from = match.begin > k_near ? match.begin - k_near : 0;
    for (const Match& cue : source_.words["criterion.nice.before"].all(tokens)) {
      if (cue.begin >= match.begin) break;
      if (cue.begin <= 1) return true;
      const bool is_set_apart = cue.end < match.begin && tokens[cue.end].text == ",";
      const std::size_t begin = cue.end + (is_set_apart ? 1 : 0);
      if (cue.begin >= from && !has_comma(tokens, begin, match.begin)) return true;
    }
    const std::optional<Match> cue =
        source_.words["criterion.nice.after"].first(tokens, match.end, match.end + k_near);
    return cue && !source_.words["criterion.must"].first(tokens, match.end, cue->begin) &&
           !source_.words["criterion.nice.before"].first(tokens, match.end, cue->begin);
  }

  static bool has_comma(const Tokens& tokens, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (std::string_view(",;，、；").find(tokens[i].text) != std::string_view::npos) return true;
    }
    return false;
  }

  /// "a background in statistics or physics"
  bool read_field(const Sentence& sentence) {
    if (has_kind("field")) return false;
    const Tokens& tokens = sentence.tokens;
    const std::optional<Match> cue = source_.words["criterion.field"].first(tokens);
    if (!cue) return false;
    std::size_t end = cue->end;
    while (end < tokens.size() && !ends_field(tokens, end)) ++end;
    // What it ends with isn't "or".
    while (end > cue->end && (source_.words["word.or"].at(tokens, end - 1) ||
                              source_.words["word.and"].at(tokens, end - 1) || tokens[end - 1].text == ","))
      --end;
    if (end == cue->end || end - cue->end > 24) return false;
    const std::vector<std::string> choices = split(tokens, cue->end, end);
    if (choices.empty()) return false;
    add(sentence, cue->end, end, "field", "must");
    if (!out_.criteria.empty() && out_.criteria.back().kind == "field")
      out_.criteria.back().choices = choices;
    return true;
  }

  bool ends_field(const Tokens& tokens, std::size_t at) const {
    const std::string& text = tokens[at].text;
    if (text == ",") {  // a list goes on while "or" or "and" is still to come soon
      for (std::size_t i = at + 1; i < std::min(at + 9, tokens.size()); ++i) {
        if (source_.words["word.or"].at(tokens, i) || source_.words["word.and"].at(tokens, i))
          return source_.words["criterion.field.end"].first(tokens, at + 1, i).has_value();
        if (!tokens[i].is_word && tokens[i].text != ",") return true;
      }
      return true;
    }
    if (!tokens[at].is_word) return true;
    return source_.words["criterion.field.end"].at(tokens, at).has_value();
  }

  std::vector<std::string> split(const Tokens& tokens, std::size_t begin, std::size_t end) const {
    std::vector<std::string> parts;
    std::size_t from = begin;
    // "computer science or library and information science": two, as "or" says.
    const bool has_or = source_.words["word.or"].first(tokens, begin, end).has_value();
    const auto cut = [&](std::size_t to) {
      while (from < to && source_.words["criterion.link"].at(tokens, from)) ++from;
      if (from < to)
        parts.push_back(base::single_line(source_.slice(tokens[from].begin, tokens[to - 1].end)));
    };
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens[i].text != "," && !source_.words["word.or"].at(tokens, i) &&
          (has_or || !source_.words["word.and"].at(tokens, i)))
        continue;
      cut(i);
      from = i + 1;
    }
    cut(end);
    return parts;
  }

  bool has_kind(std::string_view kind) const {
    return std::any_of(out_.criteria.begin(), out_.criteria.end(),
                       [&](const FoundCriterion& one) { return one.kind == kind; });
  }

  bool ends_block(std::size_t index) const {
    return index + 1 == source_.outline.sentences.size() ||
           source_.sentence(index + 1).block != source_.sentence(index).block;
  }

  /// An item of the list that no word tells the kind of; its first words, if it is long. `index`: of its last
  /// sentence.
  void add_unread(std::size_t index) {
    constexpr std::size_t k_most_unread = 20;
    std::size_t first = index;
    while (first > 0 && source_.sentence(first - 1).block == source_.sentence(index).block) --first;
    const Sentence& sentence = source_.sentence(first);
    const Tokens& tokens = sentence.tokens;
    std::size_t end = tokens.size();
    const auto is_too_long = [&] { return tokens[end - 1].end - tokens[0].begin > k_longest_quote; };
    while (end > 0 && (!tokens[end - 1].is_word || is_too_long())) --end;
    if (end == 0 || out_.unread.size() >= k_most_unread || holds_document(first, index)) return;
    FoundCriterion found;
    found.text = found.quote = base::single_line(source_.slice(tokens[0].begin, tokens[end - 1].end));
    if (doc::find_phrase(source_.document, found.quote, 2).size() != 1) return;
    found.kind = "skills";
    found.level = level_of(sentence, {0, end});
    found.position = position_of(source_, out_, sentence);
    found.sure = false;
    found.at = source_.places.of_text(tokens[0].begin);
    out_.unread.push_back(std::move(found));
  }

  /// "a list of your publications" is asked for, but not of people.
  bool holds_document(std::size_t first, std::size_t last) const {
    const base::Position begin = source_.places.of_text(source_.sentence(first).text.begin);
    const base::Position end = source_.places.of_text(source_.sentence(last).text.end);
    const auto order = [](const base::Position& at) { return std::pair(at.line, at.column); };
    return std::any_of(out_.materials.begin(), out_.materials.end(), [&](const FoundMaterial& one) {
      return order(begin) <= order(one.at) && order(one.at) < order(end);
    });
  }

  /// Words to the left and right are taken in until the quote stands once on the page.
  void add(const Sentence& sentence, std::size_t begin, std::size_t end, std::string_view kind,
           std::string_view level) {
    if (out_.criteria.size() >= k_most_criteria) return;
    const Tokens& tokens = sentence.tokens;
    constexpr std::size_t k_most_more_words = 5;
    const auto words = [&] {
      return base::single_line(source_.slice(tokens[begin].begin, tokens[end - 1].end));
    };
    // "a PhD" of "a PhD in": nobody is asked for an "in".
    while (end - begin > 1 && source_.words["criterion.link"].at(tokens, end - 1)) --end;
    std::string text = words(), quote;
    for (std::size_t more = 0;; ++more) {
      quote = words();
      if (quote.size() > k_longest_quote || more > k_most_more_words) return;
      if (doc::find_phrase(source_.document, quote, 2).size() == 1) break;
      if (end < tokens.size() && tokens[end].is_word) {
        ++end;
      } else if (begin > 0 && tokens[begin - 1].is_word) {
        --begin;
      } else {
        return;
      }
    }
    const base::Position at = source_.places.of_text(tokens[begin].begin);
    const bool is_known =
        std::any_of(out_.criteria.begin(), out_.criteria.end(),
                    [&](const FoundCriterion& one) { return one.quote.find(quote) != std::string::npos; });
    if (is_known) return;
    FoundCriterion found;
    found.text = std::move(text);
    found.quote = std::move(quote);
    found.kind = kind;
    found.level = level;
    found.is_alternative = kind != "field" && source_.words["criterion.alternative"].in(tokens);
    found.position = position_of(source_, out_, sentence);
    found.sure = false;
    found.at = at;
    out_.criteria.push_back(std::move(found));
  }

  const Source& source_;
  Extract& out_;
  std::size_t read_block_ = k_nothing;  ///< the last one of which it was found what it asks for
};

}  // namespace

FoundCriterion criterion_at(const doc::Document& document, doc::Range phrase, const Lexicon& lexicon,
                            const std::vector<FoundPosition>& positions) {
  PhraseSource own(document, lexicon, positions);
  return CriteriaFinder(own.source, own.known).at(phrase);
}

void find_criteria(const Source& source, Extract& out) { CriteriaFinder(source, out).find(); }

}  // namespace aushang::author
