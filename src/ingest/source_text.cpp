#include "ingest/source_text.h"

#include <algorithm>
#include <iterator>

namespace aushang::ingest {

std::size_t SourceText::origin(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t value, const Piece& piece) { return value < piece.at; });
  const Piece& piece = *std::prev(after);
  return piece.copied ? piece.origin + (offset - piece.at) : piece.origin;
}

void SourceText::apply(Edits edits) {
  std::stable_sort(edits.all_.begin(), edits.all_.end(), [](const Edits::Edit& a, const Edits::Edit& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    const bool a_inserts = a.begin == a.end, b_inserts = b.begin == b.end;
    return a_inserts != b_inserts ? a_inserts : a.end > b.end;
  });
  std::string text;
  text.reserve(text_.size());
  std::vector<Piece> pieces;
  std::size_t from = 0;      // of the old text, what is not yet copied
  std::size_t piece_at = 0;  // the old piece that `from` lies in

  const auto copy_to = [&](std::size_t to) {
    while (from < to) {
      while (piece_at + 1 < pieces_.size() && pieces_[piece_at + 1].at <= from) ++piece_at;
      const Piece& old = pieces_[piece_at];
      const std::size_t old_end = piece_at + 1 < pieces_.size() ? pieces_[piece_at + 1].at : text_.size();
      const std::size_t end = std::min(to, old_end);
      pieces.push_back({text.size(), old.copied ? old.origin + (from - old.at) : old.origin, old.copied});
      text.append(text_, from, end - from);
      from = end;
    }
  };
  bool first = true;
  for (const Edits::Edit& edit : edits.all_) {
    if (!first && edit.begin < from) continue;
    first = false;
    copy_to(edit.begin);
    if (!edit.with.empty()) pieces.push_back({text.size(), origin(edit.begin), false});
    text += edit.with;
    from = std::max(from, edit.end);
  }
  copy_to(text_.size());
  if (pieces.empty() || pieces.front().at != 0) pieces.insert(pieces.begin(), {0, origin(0), false});
  text_ = std::move(text);
  pieces_ = std::move(pieces);
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

std::size_t LineIndex::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::size_t LineIndex::end(std::size_t line) const {
  return line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
}

}  // namespace aushang::ingest
