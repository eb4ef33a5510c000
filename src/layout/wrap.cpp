#include "layout/wrap.h"

#include <cmath>

#include "base/utf8.h"
#include "layout/line_break.h"

namespace aushang::layout {
namespace {

/// Browsers lay out in 1/64 px; a line may be that much too long.
constexpr float k_tolerance = 1.0F / 64;
constexpr std::uint32_t k_none = 0xFFFFFFFF;

/// White space that collapses (CSS Text 3, section 4.1.1); no-break spaces don't.
constexpr bool collapses(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Wrapper {
 public:
  Wrapper(const WrapRequest& request, const TextMeasure& measure, WrapBuffers& buffers,
          std::vector<Line>& lines)
      : request_(request), measure_(measure), buffers_(buffers), lines_(lines), x_(request.first_indent) {}

  void run() {
    const doc::Range all = request_.block.text;
    if (all.empty()) return;
    buffers_.segments.clear();
    collect_segments(request_.document, request_.block, buffers_.segments);
    buffers_.breaks.clear();
    if (!request_.preserve) find_breaks(request_.document.slice(all), buffers_.breaks);
    next_ = 0;
    line_begin_ = visible_end_ = all.begin;
    for (const Segment& segment : buffers_.segments) {
      if (segment.line_end) {
        end_line(segment.text.end);
      } else if (request_.preserve) {
        preserved(segment);
      } else {
        flowing(segment);
      }
    }
    if (visible_end_ > line_begin_) push({line_begin_, visible_end_, 0, visible_x_, false});
  }

 private:
  [[nodiscard]] float advance(Face face, char32_t c) const {
    return c < 0x80 ? measure_.ascii(face)[c] : measure_.advance(face, c);
  }

  void flowing(const Segment& segment) {
    const std::string_view text = request_.document.text;
    const Face face = request_.style.faces[segment.emphasis];
    const std::array<float, 128>& ascii = measure_.ascii(face);
    const float room = request_.width + k_tolerance;
    const std::uint32_t base = request_.block.text.begin;
    const std::vector<std::uint32_t>& breaks = buffers_.breaks;
    std::uint32_t next = next_ < breaks.size() ? base + breaks[next_] : k_none;
    for (std::uint32_t i = segment.text.begin; i < segment.text.end;) {
      while (i >= next) {
        // A break before the line's first character would be an empty line.
        if (visible_end_ > line_begin_ && (!soft_hyphen_ || visible_x_ + ascii['-'] <= room)) {
          break_at_ = i;
          break_visible_end_ = visible_end_;
          break_visible_x_ = visible_x_ + (soft_hyphen_ ? ascii['-'] : 0);
          break_x_ = x_;
          break_hyphen_ = soft_hyphen_;
        }
        next = ++next_ < breaks.size() ? base + breaks[next_] : k_none;
      }
      const auto byte = static_cast<unsigned char>(text[i]);
      char32_t c = byte;
      std::uint32_t length = 1;
      if (byte >= 0x80) {
        const base::Decoded decoded = base::decode(text, i);
        c = decoded.code_point;
        length = static_cast<std::uint32_t>(decoded.length);
      }
      if (collapses(c)) {
        if (!after_space_ && visible_end_ > line_begin_) x_ += ascii[' '];
        after_space_ = true;
        if (visible_end_ == line_begin_) line_begin_ = visible_end_ = i + 1;  // none at the start of a line
        ++i;
        continue;
      }
      const float width = byte < 0x80 ? ascii[byte] : measure_.advance(face, c);
      if (x_ + width > room && visible_end_ > line_begin_) {
        if (break_at_ != k_none) {
          take_break();
          if (x_ + width > room && visible_end_ > line_begin_) end_line(i);
        } else {
          end_line(i);
        }
      }
      x_ += width;
      i += length;
      visible_end_ = i;
      visible_x_ = x_;
      after_space_ = false;
      soft_hyphen_ = c == 0xAD;
    }
  }

  /// The line ends at the last opportunity; what came after it starts the next one.
  void take_break() {
    push({line_begin_, break_visible_end_, 0, break_visible_x_, break_hyphen_});
    line_begin_ = break_at_;
    x_ -= break_x_;
    visible_x_ -= break_x_;
    if (visible_end_ <= line_begin_) {
      visible_end_ = line_begin_;
      x_ = visible_x_ = 0;
    }
    break_at_ = k_none;
  }

  void end_line(std::uint32_t next_begin) {
    push({line_begin_, visible_end_, 0, visible_x_, false});
    line_begin_ = visible_end_ = next_begin;
    x_ = visible_x_ = 0;
    break_at_ = k_none;
    after_space_ = soft_hyphen_ = false;
  }

  void preserved(const Segment& segment) {
    const std::string_view text = request_.document.text;
    const Face face = request_.style.faces[0];
    const float tab = k_tab_size * advance(face, ' ');
    const float room = request_.width + k_tolerance;
    for (std::uint32_t i = segment.text.begin; i < segment.text.end;) {
      const base::Decoded decoded = base::decode(text, i);
      const auto length = static_cast<std::uint32_t>(decoded.length);
      if (decoded.code_point == '\n') {
        end_line(i + 1);
        ++i;
        continue;
      }
      float width = advance(face, decoded.code_point);
      if (decoded.code_point == '\t' && tab > 0) width = (std::floor(x_ / tab) + 1) * tab - x_;
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
  WrapBuffers& buffers_;
  std::vector<Line>& lines_;

  std::size_t next_ = 0;           ///< in breaks
  std::uint32_t line_begin_ = 0;   ///< first byte of the line
  std::uint32_t visible_end_ = 0;  ///< one past its last character that isn't collapsible space
  float x_ = 0;                    ///< pen, from the line's start
  float visible_x_ = 0;            ///< pen after visible_end_
  bool after_space_ = false;
  bool soft_hyphen_ = false;  ///< the last character is one
  bool first_ = true;

  // The last opportunity on this line, or k_none.
  std::uint32_t break_at_ = k_none;
  std::uint32_t break_visible_end_ = 0;
  float break_visible_x_ = 0;
  float break_x_ = 0;
  bool break_hyphen_ = false;
};

}  // namespace

void wrap(const WrapRequest& request, const TextMeasure& measure, WrapBuffers& buffers,
          std::vector<Line>& lines) {
  Wrapper(request, measure, buffers, lines).run();
}

}  // namespace aushang::layout
