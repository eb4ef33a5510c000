// Wrapping compared with a slow and obvious way to do it: for each line, try every end.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "layout/line_break.h"
#include "layout/segments.h"
#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

struct Character {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t code_point = 0;
  Face face = 0;
  bool ends_line = false;

  [[nodiscard]] bool is_space() const {
    return code_point == ' ' || code_point == '\n' || code_point == '\t' || code_point == '\r';
  }
  [[nodiscard]] float width(char32_t c) const { return measure().advance(face, c); }
};

constexpr char32_t k_soft_hyphen = 0xAD;
constexpr float k_tolerance = 1.0F / 64;

/// A block's characters, and the lines that they have to be in.
class Reference {
 public:
  Reference(const doc::Document& document, const doc::Block& block, const TextStyle& style) {
    std::vector<Segment> segments;
    collect_segments(document, block, segments);
    for (const Segment& segment : segments) {
      for (std::uint32_t i = segment.text.begin; i < segment.text.end;) {
        const base::Decoded decoded = base::decode(document.text, i);
        const auto end = i + static_cast<std::uint32_t>(decoded.length);
        all_.push_back({i, end, decoded.code_point, style.faces[segment.emphasis], segment.line_end});
        i = end;
      }
    }
    begin_ = block.text.begin;
    std::vector<std::uint32_t> breaks;
    find_breaks(document.slice(block.text), breaks);
    for (const std::uint32_t at : breaks) breaks_.push_back(block.text.begin + at);
  }

  /// Lines without their places.
  std::vector<Line> lines(float width, float first_indent) const {
    std::vector<Line> out;
    float room = width - first_indent;
    bool beside_box = first_indent > 0;
    for (std::size_t at = 0; at < all_.size(); room = width) {
      while (at < all_.size() && all_[at].is_space() && !all_[at].ends_line) ++at;
      if (at == all_.size()) break;
      if (all_[at].ends_line) {
        out.push_back({all_[at].begin, all_[at].begin, 0, 0, false});
        ++at;
        beside_box = false;
        continue;
      }
      // The best of: the whole rest up to a hard break, and every opportunity before it.
      std::size_t stop = at;
      while (stop < all_.size() && !all_[stop].ends_line) ++stop;
      std::size_t best = at;
      bool hyphen = false;
      if (fits(at, stop, false, room)) {
        best = stop;
      } else {
        for (std::size_t end = stop - 1; end > at; --end) {
          if (!is_opportunity(end)) continue;
          const bool shows = all_[end - 1].code_point == k_soft_hyphen;
          if (!fits(at, end, shows, room)) continue;
          best = end;
          hyphen = shows;
          break;
        }
      }
      if (best == at && beside_box) {
        out.push_back({all_[at].begin, all_[at].begin, 0, 0, false});
      } else {
        if (best == at) {  // no stretch fits: as many characters as do
          best = at + 1;
          while (best < stop && fits(at, best + 1, false, room)) ++best;
        }
        out.push_back(line(at, best, hyphen));
      }
      beside_box = false;
      at = best;
      while (at < stop && all_[at].is_space()) ++at;  // hang at the line's end
      if (at == stop && stop < all_.size()) ++at;     // the hard break itself
    }
    // A task's box has a line even where there is no text.
    if (out.empty() && first_indent > 0) out.push_back({begin_, begin_, 0, 0, false});
    return out;
  }

 private:
  [[nodiscard]] bool is_opportunity(std::size_t at) const {
    return std::binary_search(breaks_.begin(), breaks_.end(), all_[at].begin);
  }
  [[nodiscard]] bool fits(std::size_t begin, std::size_t end, bool hyphen, float room) const {
    return line(begin, end, hyphen).width <= room + k_tolerance;
  }
  [[nodiscard]] Line line(std::size_t begin, std::size_t end, bool hyphen) const {
    while (end > begin && all_[end - 1].is_space()) --end;
    Line out;
    out.begin = all_[begin].begin;
    out.end = end > begin ? all_[end - 1].end : out.begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (!all_[i].is_space())
        out.width += all_[i].width(all_[i].code_point);
      else if (!all_[i - 1].is_space())
        out.width += all_[i].width(' ');
    }
    out.hyphen = hyphen;
    if (hyphen) out.width += all_[end - 1].width('-');
    return out;
  }

  std::uint32_t begin_ = 0;
  std::vector<Character> all_;
  std::vector<std::uint32_t> breaks_;
};

/// `begin` may stand on spaces or not: what counts is the first character that is seen.
void expect_same(const Page& page, std::uint32_t box, const std::vector<Line>& expected,
                 const std::string& what) {
  const std::span<const Line> lines = page.lines_of(page.boxes[box]);
  ASSERT_EQ(lines.size(), expected.size()) << what;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].begin, expected[i].begin) << "line " << i << what;
    EXPECT_EQ(lines[i].end, expected[i].end) << "line " << i << what;
    EXPECT_EQ(lines[i].hyphen, expected[i].hyphen) << "line " << i << what;
    EXPECT_NEAR(lines[i].width, expected[i].width, 0.01) << "line " << i << what;
  }
}

TEST(WrapReference, RandomTextsBreakAsInTheSlowWay) {
  Random random(7);
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    RandomMarkdown generator(seed);
    const bool task = random.one_in(4);
    const std::string markdown = (task ? "- [x] " : "") + generator.line(1 + random.below(40));
    const auto width = static_cast<float>(1 + random.below(random.one_in(3) ? 60 : 600));
    const Page page = arranged(markdown, width);
    for (const std::uint32_t leaf : page.leaves) {
      const Box& box = page.boxes[leaf];
      if (box.kind != BoxKind::text || box.context == Context::code_block) continue;
      const doc::Block& block = document_of(page).blocks[leaf];
      const bool has_box = task && leaf == page.leaves.front();
      const Reference reference(document_of(page), block, page.theme.style(box.context));
      expect_same(page, leaf, reference.lines(box.rect.width, has_box ? 20.0F : 0.0F),
                  "\nwidth " + std::to_string(width) + "\n" + markdown);
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(WrapReference, LinesHoldEveryVisibleCharacterOnceAndInOrder) {
  Random random(8);
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const std::string markdown = RandomMarkdown(seed).page();
    const auto width = static_cast<float>(1 + random.below(800));
    const Page page = arranged(markdown, width);
    const doc::Document& document = document_of(page);
    for (const std::uint32_t leaf : page.leaves) {
      const Box& box = page.boxes[leaf];
      if (box.kind != BoxKind::text) continue;
      std::uint32_t at = document.blocks[leaf].text.begin;
      std::string left_out;
      for (const Line& line : page.lines_of(box)) {
        ASSERT_GE(line.begin, at);
        ASSERT_GE(line.end, line.begin);
        left_out += document.slice({at, line.begin});
        at = line.end;
        const std::string_view text = document.slice({line.begin, line.end});
        const float room = box.context == Context::header_cell || box.context == Context::cell
                               ? box.rect.width - page.theme.spacing.cell_padding_right
                           : box.context == Context::code_block ? box.rect.width - 36
                                                                : box.rect.width;
        if (base::count_code_points(text) > 1 && line.width > 40) {
          ASSERT_LE(line.width, std::max(room, 1.0F) + 0.1F) << text << "\n" << markdown;
        }
      }
      left_out += document.slice({at, document.blocks[leaf].text.end});
      ASSERT_EQ(left_out.find_first_not_of(" \n\t\r"), std::string::npos) << left_out << "\n" << markdown;
    }
  }
}

}  // namespace
}  // namespace aushang::layout
