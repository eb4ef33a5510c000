#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::author {
namespace {

/// A heading without who may apply in brackets at its end: "Postdoc (m/f/d, 100 %)".
std::string name_of_position(const Source& source, const Sentence& heading) {
  std::string name = base::single_line(source.document.slice(heading.text));
  const std::size_t bracket = name.rfind('(');
  if (!name.ends_with(')') || bracket == std::string::npos || bracket == 0) return name;
  if (source.words["position.anybody"].in(tokenize(std::string_view(name).substr(bracket))))
    name = base::trim(std::string_view(name).substr(0, bracket));
  return name;
}

using doc::InlineKind;
using doc::Range;

/// Something set apart in a sentence that may be a subject.
struct Candidate {
  Range text;           ///< without its quotation marks
  Range whole;          ///< with them
  bool is_tag = false;  ///< [in brackets], which belong to it
  bool is_emphasis = false;
};

struct Pair {
  std::string_view open, close;
};
constexpr Pair k_quotes[] = {{"“", "”"},   {"„", "“"}, {"„", "”"}, {"\"", "\""}, {"``", "''"}, {"``", "\""},
                             {"‘", "’"},   {"‚", "‘"}, {"«", "»"}, {"»", "«"},   {"「", "」"}, {"『", "』"},
                             {"《", "》"}, {"”", "”"}, {"'", "'"}, {"“", "\""},  {"\"", "”"}};
constexpr Pair k_brackets[] = {{"[", "]"}, {"【", "】"}, {"［", "］"}};

constexpr std::size_t k_longest_subject = 120;

class SubjectFinder {
 public:
  SubjectFinder(const Source& source, Extract& out)
      : source_(source), out_(out), text_(source.document.text) {}

  void find() {
    for (std::size_t i = 0; i < source_.outline.sentences.size(); ++i) {
      read_sentence(i);
      read_number(i);
    }
    links();
    front_matter();
  }

 private:
  void read_sentence(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    if (sentence.is_heading) return;
    for (const Match& cue : source_.words["subject.cue"].all(sentence.tokens)) {
      if (source_.words["subject.not"].at(sentence.tokens, cue.begin)) continue;
      read_cue(index, cue);
    }
  }

  void read_cue(std::size_t index, const Match& cue) {
    const Sentence& sentence = source_.sentence(index);
    const std::uint32_t from = sentence.tokens[cue.end - 1].end;
    std::vector<Candidate> all = candidates(index, {from, sentence.text.end});
    const bool is_last = cue.end >= sentence.tokens.size() ||
                         (cue.end + 1 == sentence.tokens.size() && !sentence.tokens[cue.end].is_word);
    if (all.empty() && index + 1 < source_.outline.sentences.size() && sentence.tokens.back().text == ":") {
      // "… with the subject line:" and the subject in a block of its own; set apart in it, where more than
      // the subject leads up to it.
      const Sentence& next = source_.sentence(index + 1);
      all = candidates(index + 1, next.text);
      if (!is_last && !all.empty()) return add_group(index, all, cue);
      if (all.empty() && is_last && next.text.size() < k_longest_subject) add(trimmed(next.text), cue, index);
    }
    if (!all.empty() && !is_far(sentence, cue, all.front())) {
      add_group(index, all, cue);
      return;
    }
    if (read_unquoted(index, cue)) return;
    // "… and put [tag] in the subject line"
    std::vector<Candidate> before =
        candidates(index, {sentence.text.begin, sentence.tokens[cue.begin].begin});
    if (before.empty() ||
        !source_.words["subject.after"].first(sentence.tokens, cue.begin > 4 ? cue.begin - 4 : 0, cue.end))
      return;
    std::vector<Candidate> last = {before.back()};
    for (std::size_t i = before.size() - 1; i > 0 && joined(before[i - 1], before[i]); --i)
      last.insert(last.begin(), before[i - 1]);
    add_group(index, last, cue);
  }

  /// A subject follows within a few words.
  bool is_far(const Sentence& sentence, const Match& cue, const Candidate& first) const {
    constexpr std::size_t k_near = 14, k_near_for_emphasis = 3;
    std::size_t between = 0;
    for (std::size_t i = cue.end; i < sentence.tokens.size() && sentence.tokens[i].begin < first.whole.begin;
         ++i)
      ++between;
    return between > (first.is_emphasis ? k_near_for_emphasis : k_near);
  }

  void add_group(std::size_t index, const std::vector<Candidate>& all, const Match& cue) {
    add(all.front().text, cue, index, all.front().is_tag);
    for (std::size_t i = 1; i < all.size() && joined(all[i - 1], all[i]); ++i)
      add(all[i].text, cue, index, all[i].is_tag);
  }

  /// "a" or "b"; what stands between may explain ("a" for students, "b" for postdocs).
  bool joined(const Candidate& a, const Candidate& b) const {
    if (b.whole.begin < a.whole.end) return false;
    const Tokens between = tokenize(text_, a.whole.end, b.whole.begin);
    return between.size() <= 8 && source_.words["word.or"].in(between);
  }

  /// Quoted, in brackets or as code; the outermost of each, in order.
  std::vector<Candidate> candidates(std::size_t index, Range within) const {
    std::vector<Candidate> all;
    const std::string_view text = std::string_view(text_).substr(0, within.end);
    for (std::uint32_t at = within.begin; at < within.end;) {
      if (const std::optional<Candidate> found = candidate_at(text, at)) {
        if (is_subject(found->text)) all.push_back(*found);
        at = found->whole.end;
        continue;
      }
      at += static_cast<std::uint32_t>(base::decode(text, at).length);
    }
    if (!all.empty()) return all;
    for (const InlineKind kind : {InlineKind::code, InlineKind::strong, InlineKind::emphasis}) {
      const doc::Block& block = source_.document.blocks[source_.sentence(index).block];
      for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
        const doc::Inline& span = source_.document.inlines[i];
        if (span.kind == kind && span.text.begin >= within.begin && span.text.end <= within.end &&
            is_subject(span.text) && text_[span.text.end - 1] != ':')
          all.push_back({trimmed(span.text), span.text, false, kind != InlineKind::code});
      }
      if (!all.empty()) return all;
    }
    return all;
  }

  static std::optional<Candidate> candidate_at(std::string_view text, std::uint32_t at) {
    const auto match = [&](const Pair& pair, bool is_tag) -> std::optional<Candidate> {
      if (text.substr(at, pair.open.size()) != pair.open) return std::nullopt;
      // An apostrophe within a word opens nothing.
      if (pair.open == "'" && at > 0 && !base::is_ascii_space(text[at - 1]) && text[at - 1] != '(')
        return std::nullopt;
      const std::size_t begin = at + pair.open.size();
      const std::size_t close = text.find(pair.close, begin);
      if (close == std::string_view::npos || close - begin > k_longest_subject) return std::nullopt;
      const auto end = static_cast<std::uint32_t>(close + pair.close.size());
      Candidate found{
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close)}, {at, end}, is_tag};
      if (is_tag) found.text = found.whole;
      return found;
    };
    for (const Pair& pair : k_quotes) {
      if (std::optional<Candidate> found = match(pair, false)) return found;
    }
    for (const Pair& pair : k_brackets) {
      if (std::optional<Candidate> found = match(pair, true)) return found;
    }
    return std::nullopt;
  }

  bool is_subject(Range text) const {
    const Tokens tokens = tokenize(text_, text.begin, text.end);
    const std::vector<Dated> dates = dates_in(tokens, source_.words);
    const bool is_date = !dates.empty() && dates.front().begin == 0 && dates.front().end == tokens.size();
    const std::string_view words = source_.slice(text.begin, text.end);
    const bool is_address =
        words.find(' ') == std::string_view::npos &&
        (words.find('@') != std::string_view::npos || words.find("://") != std::string_view::npos);
    return !is_date && !is_address && !tokens.empty() && text.size() <= k_longest_subject &&
           std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_word; });
  }

  Range trimmed(Range range) const {
    std::string_view part = source_.document.slice(range);
    const std::string_view inner = base::trim(part);
    const auto begin = range.begin + static_cast<std::uint32_t>(inner.data() - part.data());
    auto end = static_cast<std::uint32_t>(begin + inner.size());
    while (end > begin && std::string_view(".,;").find(text_[end - 1]) != std::string_view::npos) --end;
    return {begin, end};
  }

  /// "subject: PhD application" up to the sentence's end, "a subject containing phd-7" the next word alone.
  bool read_unquoted(std::size_t index, const Match& cue) {
    const Sentence& sentence = source_.sentence(index);
    const Tokens& tokens = sentence.tokens;
    std::size_t at = cue.end;
    if (const auto mode = source_.words["subject.contains"].at(tokens, at)) {
      at = mode->end;
      while (at < tokens.size() && source_.words["word.article"].at(tokens, at)) ++at;
      if (at >= tokens.size()) return false;
      std::uint32_t begin = tokens[at].begin, end = begin;
      while (end < sentence.text.end && !base::is_ascii_space(text_[end])) ++end;
      const Range word = trimmed({begin, end});
      // A plain word isn't a tag: "a subject containing your name".
      const bool is_tag =
          source_.document.slice(word).find_first_of("-_[]#0123456789") != std::string_view::npos;
      if (is_tag && is_subject(word)) add(word, cue, index);
      return is_tag;
    }
    if (at < tokens.size() && tokens[at].text == ":" && at + 1 < tokens.size()) {
      const Range rest = trimmed({tokens[at].end, sentence.text.end});
      if (rest.size() > k_longest_subject / 2 || !is_subject(rest)) return false;
      add(rest, cue, index);
      return true;
    }
    return false;
  }

  /// "please mention application number X1", which any subject may do.
  void read_number(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    if (!source_.words["subject.mention"].in(sentence.tokens)) return;
    for (const Match& cue : source_.words["subject.number"].all(sentence.tokens)) {
      std::size_t at = cue.end;
      while (at < sentence.tokens.size() &&
             (!sentence.tokens[at].is_word || source_.words["word.article"].at(sentence.tokens, at)))
        ++at;
      if (at >= sentence.tokens.size()) continue;
      const std::uint32_t begin = sentence.tokens[at].begin;
      std::uint32_t end = begin;
      while (end < sentence.text.end && !base::is_ascii_space(text_[end])) ++end;
      Range word = trimmed({begin, end});
      while (word.end > word.begin &&
             std::string_view(")\"'").find(text_[word.end - 1]) != std::string_view::npos)
        --word.end;
      const std::string_view number = source_.document.slice(word);
      if (std::none_of(number.begin(), number.end(), base::is_ascii_digit)) continue;
      push({std::string(number), Mode::contains, false, "", true, source_.places.of_text(word.begin)}, index);
    }
  }

  void add(Range text, const Match& cue, std::size_t cue_sentence, bool is_tag = false) {
    std::string words = base::single_line(source_.document.slice(text));
    if (words.empty()) return;
    const Tokens& tokens = source_.sentence(cue_sentence).tokens;
    // What says how is near the cue: "starting with", "containing".
    const std::size_t from = cue.begin > 4 ? cue.begin - 4 : 0, to = std::min(cue.end + 4, tokens.size());
    const auto near = [&](std::string_view topic) {
      return source_.words[topic].first(tokens, from, to).has_value();
    };
    Mode mode = is_tag ? Mode::contains : Mode::exact;
    bool sure = true;
    if (is_template(words)) {
      // "[Your name]" alone is no tag but a place to fill in.
      if (is_tag) return;
      mode = Mode::template_;
    } else if (near("subject.starts")) {
      mode = Mode::starts;
    } else if (near("subject.ends")) {
      mode = Mode::suffix;
    } else if (near("subject.contains")) {
      mode = Mode::contains;
    }
    const std::size_t opening = static_cast<std::size_t>(std::count(words.begin(), words.end(), '['));
    if (opening != static_cast<std::size_t>(std::count(words.begin(), words.end(), ']'))) sure = false;
    push({std::move(words), mode, false, "", sure, source_.places.of_text(text.begin)}, cue_sentence);
  }

  bool is_template(const std::string& words) const {
    return source_.words["subject.placeholder"].in(tokenize(words));
  }

  void push(FoundSubject found, std::size_t sentence) {
    found.is_for_inquiry = purpose_of(source_, sentence) == Purpose::inquiry;
    for (const std::size_t heading : source_.outline.headings_of(sentence)) {
      const Tokens& tokens = source_.sentence(heading).tokens;
      if (source_.words["section.apply"].in(tokens) || source_.words["section.qualification"].in(tokens))
        continue;
      found.position = name_of_position(source_, source_.sentence(heading));
      break;
    }
    push(std::move(found));
  }

  void push(FoundSubject found) {
    const bool is_known =
        std::any_of(out_.subjects.begin(), out_.subjects.end(), [&](const FoundSubject& other) {
          return base::to_ascii_lower(other.text) == base::to_ascii_lower(found.text);
        });
    if (!is_known) out_.subjects.push_back(std::move(found));
  }

  void links() {
    for (const doc::Inline& span : source_.document.inlines) {
      if (span.kind != InlineKind::link || source_.outline.sentences.empty()) continue;
      const std::optional<MailLink> link = mail_link(source_.document.target(span));
      if (!link || link->subject.empty()) continue;
      const std::string& text = link->subject;
      const bool is_tag = text.front() == '[' && text.find(']') + 1 == text.size();
      const Mode mode = is_template(text) ? Mode::template_ : is_tag ? Mode::contains : Mode::exact;
      push({text, mode, false, "", true, source_.places.of_text(span.text.begin)},
           source_.outline.at(span.text.begin));
    }
  }

  void front_matter() {
    for (const auto& [key, value] : source_.page.meta.fields) {
      if (!source_.words["meta.subject"].in(words_of_key(key)) || base::trim(value).empty()) continue;
      const bool is_tag = value.front() == '[';
      push({base::single_line(value), is_tag ? Mode::contains : Mode::exact, false, "", is_tag,
            source_.places.in_front_matter(value)});
    }
  }

  const Source& source_;
  Extract& out_;
  const std::string& text_;
};

}  // namespace

void find_subjects(const Source& source, Extract& out) { SubjectFinder(source, out).find(); }

void find_positions(Extract& out) {
  // Several subjects for applications under headings of their own are several positions.
  std::vector<FoundPosition> positions;
  for (const FoundSubject& subject : out.subjects) {
    if (subject.is_for_inquiry || subject.position.empty()) continue;
    const bool is_known = std::any_of(positions.begin(), positions.end(), [&](const FoundPosition& one) {
      return one.label == subject.position;
    });
    if (!is_known) positions.push_back({subject.position, subject.at});
  }
  if (positions.size() >= 2) out.positions = std::move(positions);
  if (out.positions.empty()) {
    for (FoundSubject& subject : out.subjects) subject.position.clear();
  }
}

std::optional<Match> words_in(const Sentence& sentence, doc::Range phrase) {
  std::optional<Match> words;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& one = sentence.tokens[i];
    if (one.begin >= phrase.begin && one.begin < phrase.end)
      words = Match{words ? words->begin : i, i + 1, 0};
  }
  return words;
}

std::string position_of(const Source& source, const Extract& out, const Sentence& sentence) {
  for (std::size_t heading = sentence.heading; heading != k_nothing;
       heading = source.sentence(heading).heading) {
    std::string label = name_of_position(source, source.sentence(heading));
    if (std::any_of(out.positions.begin(), out.positions.end(),
                    [&](const FoundPosition& one) { return one.label == label; }))
      return label;
  }
  return "";
}

}  // namespace aushang::author
