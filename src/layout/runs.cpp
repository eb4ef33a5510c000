#include "layout/runs.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "layout/wrap.h"

namespace aushang::layout {
namespace {

class Collector {
 public:
  Collector(std::string_view text, const Line& line, bool preserve, const TextMeasure& measure,
            std::vector<Run>& out)
      : text_(text), start_(line.x), x_(line.x), preserve_(preserve), measure_(measure), out_(out) {}

  void add(const Segment& segment, doc::Range range, Face face) {
    run_ = {{range.begin, range.begin}, face, segment.link, segment.struck, x_, 0};
    const std::array<float, 128>& ascii = measure_.ascii(face);
    for (std::uint32_t i = range.begin; i < range.end;) {
      const base::Decoded decoded = base::decode(text_, i);
      const auto length = static_cast<std::uint32_t>(decoded.length);
      const char32_t c = decoded.code_point;
      if (preserve_ && c == '\t') {
        flush(i);
        const float tab = k_tab_size * ascii[' '];
        if (tab > 0) x_ = start_ + (std::floor((x_ - start_) / tab) + 1) * tab;
        restart(i + length);
      } else if (!preserve_ && collapses(c)) {
        if (after_space_) {
          flush(i);
          restart(i + length);
        } else {
          x_ += ascii[' '];
        }
        after_space_ = true;
      } else {
        x_ += c < 0x80 ? ascii[c] : measure_.advance(face, c);
        after_space_ = false;
      }
      i += length;
    }
    flush(range.end);
  }

 private:
  void flush(std::uint32_t end) {
    run_.text.end = end;
    run_.width = x_ - run_.x;
    if (!run_.text.empty() && run_.width > 0) out_.push_back(run_);
  }
  void restart(std::uint32_t begin) {
    run_.text = {begin, begin};
    run_.x = x_;
  }

  std::string_view text_;
  float start_;
  float x_;
  bool preserve_;
  bool after_space_ = true;  // none is drawn at the start of a line
  const TextMeasure& measure_;
  std::vector<Run>& out_;
  Run run_;
};

}  // namespace

void collect_runs(std::string_view text, const Line& line, const TextStyle& style,
                  std::span<const Segment> segments, bool preserve, const TextMeasure& measure,
                  std::vector<Run>& out) {
  auto segment = std::partition_point(segments.begin(), segments.end(), [&](const Segment& candidate) {
    return candidate.text.end <= line.begin;
  });
  Collector collector(text, line, preserve, measure, out);
  for (; segment != segments.end() && segment->text.begin < line.end; ++segment) {
    if (segment->line_end) continue;
    const doc::Range range = {std::max(segment->text.begin, line.begin),
                              std::min(segment->text.end, line.end)};
    if (!range.empty()) collector.add(*segment, range, style.faces[preserve ? 0 : segment->emphasis]);
  }
}

}  // namespace aushang::layout
