#include "layout/wrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "base/utf8.h"
#include "layout/line_break.h"

namespace aushang::layout {
namespace {

/// Browsers lay out in 1/64 px; a line may be that much too long. Where they round each run, half of it.
constexpr float k_tolerance = 1.0F / 64;
constexpr std::uint32_t k_none = 0xFFFFFFFF;
constexpr char32_t k_soft_hyphen = 0xAD;

class Wrapper {
 public:
  Wrapper(const WrapRequest& request, const TextMeasure& measure, std::vector<std::uint32_t>& breaks,
          std::vector<Line>& lines)
      : request_(request),
        measure_(measure),
        breaks_(breaks),
        lines_(lines),
        run_unit_(measure.run_unit()),
        x_(request.first_indent) {}

  /// Returns whether no line ends within a word, because that is wider than a line.
  bool run() {
    const doc::Range all = request_.range;
    if (!all.empty()) text(all);
    // A task's box has a line even where the text has none.
    if (first_ && request_.first_indent > 0) push({all.begin, all.begin, 0, request_.first_indent, false});
    return words_fit_;
  }

 private:
  void text(doc::Range all) {
    const bool code = request_.white_space == WhiteSpace::code;
    breaks_.clear();
    if (!code) find_breaks(request_.text.substr(all.begin, all.size()), breaks_);
    next_ = 0;
    line_begin_ = visible_end_ = all.begin;
    visible_x_ = x_;
    if (request_.first_indent > 0) {  // what stands there may have the first line for itself
      break_ = {all.begin, all.begin, x_, x_, false};
    }
    for (std::size_t i = 0; i < request_.segments.size(); ++i) {
      const Segment& segment = request_.segments[i];
      if (segment.line_end) {
        end_line(segment.text.end);
      } else if (code) {
        preserved(segment);
      } else {
        flowing(segment);
        if (i + 1 < request_.segments.size() && !are_one_run(segment, request_.segments[i + 1])) end_run();
      }
    }
    if (visible_end_ > line_begin_) push({line_begin_, visible_end_, 0, visible_x_, false});
  }

  [[nodiscard]] float advance(Face face, char32_t c) const {
    return c < 0x80 ? measure_.ascii(face)[c] : measure_.advance(face, c);
  }

  [[nodiscard]] float room() const {
    return request_.width + (run_unit_ > 0 ? std::min(k_tolerance, run_unit_ / 2) : k_tolerance);
  }

  /// Whether no element begins or ends between them.
  static bool are_one_run(const Segment& a, const Segment& b) {
    return a.emphasis == b.emphasis && a.struck == b.struck && a.link == b.link;
  }

  void end_run() {
    if (run_unit_ <= 0) return;
    const bool ends_with_space = x_ > visible_x_;
    x_ = std::ceil(x_ / run_unit_ - 0.01F) * run_unit_;  // floats' own error isn't rounded up
    if (!ends_with_space) visible_x_ = x_;
  }

  void flowing(const Segment& segment) {
    const std::string_view text = request_.text;
    const Face face = request_.style.faces[segment.emphasis];
    const std::array<float, 128>& ascii = measure_.ascii(face);
    const float room = this->room();
    const std::uint32_t base = request_.range.begin;
    const bool keep = request_.white_space == WhiteSpace::keep;
    std::uint32_t next = next_ < breaks_.size() ? base + breaks_[next_] : k_none;
    for (std::uint32_t i = segment.text.begin; i < segment.text.end;) {
      while (i >= next) {
        // A break before the line's first character would be an empty line. White space that stays hangs as
        // one (CSS Text 3, section 4.1.3): a line ends behind all of it, not between a space and a tab.
        const bool amid_spaces = keep && collapses(static_cast<unsigned char>(text[i]));
        if (visible_end_ > line_begin_ && !amid_spaces) {
          const Opportunity here = {i, visible_end_, visible_x_ + hyphen_, x_, hyphen_ > 0};
          (here.visible_x <= room ? break_ : late_) = here;
        }
        next = ++next_ < breaks_.size() ? base + breaks_[next_] : k_none;
      }
      if (const std::uint32_t end = fitting(i, std::min(next, segment.text.end), ascii, room); end > i) {
        i = end;
        continue;
      }
      const auto byte = static_cast<unsigned char>(text[i]);
      char32_t c = byte;
      std::uint32_t length = 1;
      if (byte >= 0x80) {
        const base::Decoded decoded = base::decode(text, i);
        c = decoded.code_point;
        length = static_cast<std::uint32_t>(decoded.length);
      }
      if (keep && collapses(c)) {
        kept_space(byte, face, ++i);
        continue;
      }
      if (collapses(c)) {
        if (!after_space_ && visible_end_ > line_begin_) x_ += ascii[' '];
        after_space_ = true;
        hyphen_ = 0;
        if (visible_end_ == line_begin_) {  // none at the start of a line
          line_begin_ = visible_end_ = i + 1;
          if (break_.at != k_none) break_.at = break_.visible_end = i + 1;
        }
        ++i;
        continue;
      }
      const float width = byte < 0x80 ? ascii[byte] : measure_.advance(face, c);
      if (x_ + width > room) {
        if (break_.at != k_none) take_break();
        if (x_ + width > room && visible_end_ > line_begin_) {
          end_line(i);
          words_fit_ = false;
        }
      }
      x_ += width;
      i += length;
      visible_end_ = i;
      visible_x_ = x_;
      after_space_ = false;
      only_spaces_ = false;
      hyphen_ = c == k_soft_hyphen ? ascii['-'] : 0;
    }
  }

  /// Takes the ASCII characters of a word that have room on the line: most of a text. Gives where they end.
  std::uint32_t fitting(std::uint32_t begin, std::uint32_t limit, const std::array<float, 128>& ascii,
                        float room) {
    const std::string_view text = request_.text;
    std::uint32_t end = begin;
    float x = x_;
    for (; end < limit; ++end) {
      const auto byte = static_cast<unsigned char>(text[end]);
      if (byte <= ' ' || byte >= 0x80) break;
      const float behind = x + ascii[byte];
      if (behind > room) break;
      x = behind;
    }
    if (end == begin) return begin;
    x_ = visible_x_ = x;
    visible_end_ = end;
    after_space_ = only_spaces_ = false;
    hyphen_ = 0;
    return end;
  }

  /// White space that stays needs no room, for it may hang. What a text begins with is seen.
  void kept_space(unsigned char c, Face face, std::uint32_t end) {
    x_ += c == '\t' ? to_tab_stop(face) : measure_.ascii(face)[c];
    hyphen_ = 0;
    if (!only_spaces_) return;
    visible_end_ = end;
    visible_x_ = std::min(x_, request_.width);
  }

  /// From the pen to the next tab stop.
  [[nodiscard]] float to_tab_stop(Face face) const {
    const float tab = k_tab_size * advance(face, ' ');
    return tab > 0 ? (std::floor(x_ / tab) + 1) * tab - x_ : advance(face, '\t');
  }

  /// The line ends at the last opportunity; what came after it starts the next one.
  void take_break() {
    push({line_begin_, break_.visible_end, 0, break_.visible_x, break_.hyphen});
    line_begin_ = break_.at;
    x_ -= break_.x;
    visible_x_ -= break_.x;
    // A hyphen that had no room on the old line has it on the new one.
    if (late_.at != k_none && late_.at > break_.at) {
      late_.visible_x -= break_.x;
      late_.x -= break_.x;
      break_ = late_;
    } else {
      break_ = {};
    }
    late_ = {};
    if (visible_end_ <= line_begin_) {
      visible_end_ = line_begin_;
      x_ = visible_x_ = 0;
    }
  }

  void end_line(std::uint32_t next_begin) {
    push({line_begin_, visible_end_, 0, visible_x_, false});
    line_begin_ = visible_end_ = next_begin;
    x_ = visible_x_ = 0;
    break_ = late_ = {};
    after_space_ = false;
    hyphen_ = 0;
  }

  void preserved(const Segment& segment) {
    const std::string_view text = request_.text;
    const Face face = request_.style.faces[0];
    const float room = this->room();
    for (std::uint32_t i = segment.text.begin; i < segment.text.end;) {
      const base::Decoded decoded = base::decode(text, i);
      const auto length = static_cast<std::uint32_t>(decoded.length);
      if (decoded.code_point == '\n') {
        end_line(i + 1);
        ++i;
        continue;
      }
      const float width = decoded.code_point == '\t' ? to_tab_stop(face) : advance(face, decoded.code_point);
      if (x_ + width > room && visible_end_ > line_begin_) end_line(i);
      x_ += width;
      i += length;
      visible_end_ = i;
      visible_x_ = x_;
    }
  }

  void push(Line line) {
    line.x = request_.left + (first_ ? request_.first_indent : 0);
    if (first_) line.width -= request_.first_indent;
    first_ = false;
    lines_.push_back(line);
  }

  const WrapRequest& request_;
  const TextMeasure& measure_;
  std::vector<std::uint32_t>& breaks_;
  std::vector<Line>& lines_;
  float run_unit_;

  std::size_t next_ = 0;           ///< in breaks
  std::uint32_t line_begin_ = 0;   ///< first byte of the line
  std::uint32_t visible_end_ = 0;  ///< one past its last character that isn't collapsible space
  float x_ = 0;                    ///< pen, from the line's start
  float visible_x_ = 0;            ///< pen after visible_end_
  bool after_space_ = false;
  bool only_spaces_ = true;  ///< so far in the whole text
  float hyphen_ = 0;         ///< width of the hyphen, if the last character is a soft one
  bool first_ = true;
  bool words_fit_ = true;

  /// Where the line may end, and what was on it up to there.
  struct Opportunity {
    std::uint32_t at = k_none;  ///< first byte of the next line
    std::uint32_t visible_end = 0;
    float visible_x = 0;  ///< with the hyphen
    float x = 0;
    bool hyphen = false;
  };
  Opportunity break_;  ///< the last one on this line
  Opportunity late_;   ///< one behind it whose hyphen has no room
};

}  // namespace

void wrap(const WrapRequest& request, const TextMeasure& measure, std::vector<std::uint32_t>& breaks,
          std::vector<Line>& lines) {
  const std::size_t first = lines.size();
  const bool words_fit = Wrapper(request, measure, breaks, lines).run();
  const std::size_t count = lines.size() - first;
  if (!request.balance || !words_fit || count < 2 || count > k_most_balanced_lines) return;
  // The narrowest room that takes no more lines and breaks no word, to half a pixel.
  WrapRequest narrower = request;
  const auto fits = [&](float width) {
    narrower.width = width;
    lines.resize(first);
    return Wrapper(narrower, measure, breaks, lines).run() && lines.size() - first <= count;
  };
  float enough = request.width;
  for (float too_little = 0; enough - too_little > 0.5F;) {
    const float between = (enough + too_little) / 2;
    (fits(between) ? enough : too_little) = between;
  }
  fits(enough);
}

}  // namespace aushang::layout
