#include "ingest/text/source_text.h"

#include <algorithm>

namespace aushang::ingest {

std::size_t SourceText::piece_at(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t wanted, const Piece& one) { return wanted < one.at; });
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::size_t SourceText::origin(std::size_t offset) const {
  if (pieces_.empty()) return 0;
  const Piece& piece = pieces_[piece_at(offset)];
  return piece.copied ? piece.origin + (offset - piece.at) : piece.origin;
}

void SourceText::add_piece(std::size_t origin, bool copied) {
  if (!pieces_.empty()) {
    const Piece& last = pieces_.back();
    const std::size_t expected = last.copied ? last.origin + (text_.size() - last.at) : last.origin;
    if (last.copied == copied && expected == origin) return;
  }
  pieces_.push_back({text_.size(), origin, copied});
}

void SourceText::copy(const SourceText& from, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  for (std::size_t i = from.piece_at(begin); begin < end; ++i) {
    const Piece& piece = from.pieces_[i];
    const std::size_t until = i + 1 < from.pieces_.size() ? std::min(end, from.pieces_[i + 1].at) : end;
    add_piece(piece.copied ? piece.origin + (begin - piece.at) : piece.origin, piece.copied);
    text_.append(from.text_, begin, until - begin);
    begin = until;
  }
}

void SourceText::insert(std::string_view text, std::size_t origin) {
  if (text.empty()) return;
  add_piece(origin, false);
  text_ += text;
}

void SourceText::shorten(std::size_t size) {
  text_.resize(size);
  while (!pieces_.empty() && pieces_.back().at > size) pieces_.pop_back();
}

void SourceText::trim_end(std::string_view spaces) { shorten(text_.find_last_not_of(spaces) + 1); }

void SourceText::erase(std::size_t at) {
  const std::size_t index = piece_at(at);
  const bool splits = pieces_[index].copied && at + 1 < text_.size();
  const std::size_t behind = origin(at) + 1;
  for (std::size_t i = index + 1; i < pieces_.size(); ++i) --pieces_[i].at;
  if (splits && (index + 1 == pieces_.size() || pieces_[index + 1].at > at))
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(index) + 1, {at, behind, true});
  text_.erase(at, 1);
}

}  // namespace aushang::ingest
