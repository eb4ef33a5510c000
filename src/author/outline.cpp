#include "author/outline.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace aushang::author {
namespace {

using doc::BlockKind;
using doc::InlineKind;
using doc::Range;

/// What a bold line is called among headings: below all that are written as such.
constexpr int k_level_of_bold = 7;
constexpr std::size_t k_most_words_of_bold_heading = 12;

class Reader {
 public:
  Reader(const doc::Document& document, const Lexicon& lexicon)
      : document_(document),
        abbreviations_(lexicon["sentence.abbreviation"]),
        months_(lexicon["date.month"]) {
    for (const doc::Inline& span : document.inlines) {
      if (span.kind == InlineKind::strikethrough) struck_.push_back(span.text);
    }
  }

  Outline read() {
    const std::vector<doc::Block>& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      close_containers(i);
      const doc::Block& block = blocks[i];
      if (doc::is_container(block.kind)) {
        open_container(i);
      } else if (block.kind != BlockKind::rule && block.kind != BlockKind::raw_html) {
        read_leaf(i);
      }
    }
    return std::move(out_);
  }

 private:
  struct List {
    std::size_t end;   ///< one past its last block
    std::size_t lead;  ///< the sentence before it
  };

  void close_containers(std::size_t at) {
    while (!lists_.empty() && lists_.back().end <= at) {
      list_before_ = lists_.back();
      lists_.pop_back();
    }
    if (row_end_ <= at) row_end_ = 0, row_lead_ = k_nothing;
  }

  void open_container(std::size_t index) {
    const doc::Block& block = document_.blocks[index];
    if (block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list) {
      lists_.push_back({block.end, lead_for_list()});
    } else if (block.kind == BlockKind::row) {
      row_end_ = block.end;
      row_lead_ = k_nothing;
    }
  }

  /// The sentence right before a list, unless a heading stands between.
  std::size_t lead_for_list() const {
    if (out_.sentences.empty() || out_.sentences.back().is_heading) return k_nothing;
    return out_.sentences.size() - 1;
  }

  void read_leaf(std::size_t index) {
    const doc::Block& block = document_.blocks[index];
    Range text = block.text;
    if (block.kind == BlockKind::heading) {
      add_heading(index, text, block.level);
      return;
    }
    if (const std::uint32_t end = end_of_bold_line(block); end > text.begin) {
      add_heading(index, {text.begin, end}, k_level_of_bold);
      text.begin = end;
    }
    if (block.kind == BlockKind::code) {
      add(index, text, block);
      return;
    }
    std::size_t count = 0;
    for (const Range sentence : split(text)) count += add(index, sentence, block) ? 1u : 0u;
    if (count > 0) list_before_ = {0, k_nothing};
  }

  /// Where the strong text ends that fills the block, or its first line; 0 where it is no heading.
  std::uint32_t end_of_bold_line(const doc::Block& block) const {
    if (block.kind != BlockKind::paragraph || block.inlines.empty() || !lists_.empty()) return 0;
    const doc::Inline& first = document_.inlines[block.inlines.begin];
    if (first.kind != InlineKind::strong || first.text.begin != block.text.begin) return 0;
    const bool fills = first.text.end == block.text.end;
    const bool breaks =
        first.end < block.inlines.end && (document_.inlines[first.end].kind == InlineKind::soft_break ||
                                          document_.inlines[first.end].kind == InlineKind::hard_break);
    if (!fills && !breaks) return 0;
    const Tokens tokens = tokenize(document_.text, first.text.begin, first.text.end);
    if (tokens.size() > k_most_words_of_bold_heading) return 0;
    const bool is_sentence = !tokens.empty() && tokens.back().text == "." && tokens.size() > 4;
    return is_sentence ? 0 : first.text.end;
  }

  void add_heading(std::size_t block, Range text, int level) {
    while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
    Sentence sentence = make(block, text);
    sentence.is_heading = true;
    if (!headings_.empty()) sentence.heading = headings_.back().sentence;
    headings_.push_back({level, out_.sentences.size()});
    out_.sentences.push_back(std::move(sentence));
    list_before_ = {0, k_nothing};
  }

  bool add(std::size_t index, Range text, const doc::Block& block) {
    Sentence sentence = make(index, text);
    if (sentence.tokens.empty()) return false;
    if (!headings_.empty()) sentence.heading = headings_.back().sentence;
    if (!lists_.empty()) {
      sentence.is_item = true;
      sentence.lead = lists_.back().lead;
    } else if (list_before_.lead != k_nothing && !sentence.tokens.front().is_capital) {
      sentence.lead = list_before_.lead;  // "… to the address below, with the subject …"
    }
    if (block.kind == BlockKind::cell || block.kind == BlockKind::header_cell) {
      if (row_lead_ == k_nothing) {
        row_lead_ = out_.sentences.size();
      } else {
        sentence.lead = row_lead_;
      }
    }
    // A line that ends with a colon leads up to the next block, whatever that is.
    if (sentence.lead == k_nothing && !out_.sentences.empty()) {
      const Sentence& before = out_.sentences.back();
      if (!before.is_heading && before.block != index && !before.tokens.empty() &&
          before.tokens.back().text == ":" && !before.is_item)
        sentence.lead = out_.sentences.size() - 1;
    }
    out_.sentences.push_back(std::move(sentence));
    return true;
  }

  Sentence make(std::size_t block, Range text) const {
    Sentence sentence;
    sentence.text = text;
    sentence.block = block;
    sentence.tokens = tokenize(document_.text, text.begin, text.end);
    for (const Range struck : struck_) {
      if (struck.end <= text.begin || struck.begin >= text.end) continue;
      std::erase_if(sentence.tokens, [&](const Token& token) {
        return token.begin >= struck.begin && token.end <= struck.end;
      });
    }
    return sentence;
  }

  /// At full stops and question marks that end a sentence: not within "e.g.", "Dr. Who", "3.5" or an address.
  std::vector<Range> split(Range text) const {
    std::vector<Range> parts;
    const Tokens tokens = tokenize(document_.text, text.begin, text.end);
    std::uint32_t begin = text.begin;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (!ends_sentence(tokens, i)) continue;
      parts.push_back({begin, tokens[i].end});
      begin = tokens[i].end;
    }
    if (begin < text.end) parts.push_back({begin, text.end});
    return parts;
  }

  bool ends_sentence(const Tokens& tokens, std::size_t i) const {
    const std::string& mark = tokens[i].text;
    if (mark == "。" || mark == "！" || mark == "？") return true;
    if (mark != "." && mark != "!" && mark != "?" && mark != "…") return false;
    const Token& next = tokens[i + 1];
    if (!next.after_space) return false;
    if (mark != ".") return true;
    if (next.is_word && !next.is_capital && !is_without_spaces(base::decode(next.text, 0).code_point))
      return false;
    if (i == 0) return true;
    const Token& last = tokens[i - 1];
    const bool is_day = last.text[0] >= '0' && last.text[0] <= '9' && months_.at(tokens, i + 1);  // "31. Mai"
    if (is_day) return false;
    const bool is_initial = last.is_word && base::count_code_points(last.text) == 1 &&
                            last.end == tokens[i].begin && !(last.text[0] >= '0' && last.text[0] <= '9');
    return !is_initial && !abbreviations_.at(tokens, i - 1);
  }

  struct Heading {
    int level;
    std::size_t sentence;
  };

  const doc::Document& document_;
  const Topic& abbreviations_;
  const Topic& months_;
  std::vector<Range> struck_;
  std::vector<Heading> headings_;
  std::vector<List> lists_;
  List list_before_{0, k_nothing};  ///< the last one, until a sentence stands after it
  std::size_t row_end_ = 0, row_lead_ = k_nothing;
  Outline out_;
};

}  // namespace

std::vector<std::size_t> Outline::headings_of(std::size_t sentence) const {
  std::vector<std::size_t> all;
  for (std::size_t at = sentences[sentence].heading; at != k_nothing; at = sentences[at].heading)
    all.push_back(at);
  return all;
}

std::size_t Outline::at(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), offset,
                       [](std::uint32_t place, const Sentence& one) { return place < one.text.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

Outline outline(const doc::Document& document, const Lexicon& lexicon) {
  return Reader(document, lexicon).read();
}

}  // namespace aushang::author
