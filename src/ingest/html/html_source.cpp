#include "ingest/html/html_source.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "ingest/text/character_set.h"

namespace aushang::ingest {
namespace {

constexpr char32_t k_first = 0xF0000, k_second = 0x100000, k_count = 0x10000;
constexpr CharacterSet k_escaped{"&<>\""};
constexpr std::string_view k_spaces = " \t\n\f\r";

/// What is so short is as well parsed, unless it could be taken for a sign.
bool stays(std::string_view text) {
  return text.size() < HtmlSource::k_sign_bytes && text.find_first_of("\xF3\xF4") == std::string_view::npos;
}

}  // namespace

void HtmlSource::text(std::string_view text, std::size_t origin) {
  if (text.find_first_not_of(k_spaces) == std::string_view::npos) return gap(text, origin);
  SourceText piece;
  piece.insert(text, origin);
  this->text(piece, 0, text.size());
}

void HtmlSource::text(const SourceText& from, std::size_t first, std::size_t last) {
  const std::string_view text = std::string_view(from.text()).substr(first, last - first);
  const std::size_t begin = std::min(text.find_first_not_of(k_spaces), text.size());
  if (begin > 0) gap(text.substr(0, begin), from.origin(first));
  if (begin == text.size()) return;
  const std::size_t end = text.find_last_not_of(k_spaces) + 1;
  const std::string_view inside = text.substr(begin, end - begin);
  if (!in_run_ && stays(inside)) {
    html_.insert(escape_html(inside), from.origin(first + begin));
  } else {
    if (!in_run_) sign(from.origin(first + begin));
    in_run_ = true;
    words_.insert(gap_, gap_origin_);
    words_.copy(from, first + begin, first + end);
    gap_.clear();
  }
  if (end < text.size()) gap(text.substr(end), from.origin(first + end));
}

void HtmlSource::gap(std::string_view spaces, std::size_t origin) {
  if (!in_run_) return html_.insert(spaces, origin);
  if (gap_.empty()) gap_origin_ = origin;
  gap_ += spaces;
}

void HtmlSource::end_run() {
  html_.insert(gap_, gap_origin_);
  gap_.clear();
  in_run_ = false;
}

void HtmlSource::sign(std::size_t origin) {
  const auto number = static_cast<char32_t>(begins_.size());
  begins_.push_back(words_.text().size());
  std::string sign;
  base::append(sign, k_first + number / k_count);
  base::append(sign, k_second + number % k_count);
  html_.insert(sign, origin);
}

std::optional<HtmlSource::Run> HtmlSource::run_at(std::string_view text, std::size_t at) const {
  if (text.size() < at + k_sign_bytes) return std::nullopt;
  const char32_t first = base::decode(text, at).code_point, second = base::decode(text, at + 4).code_point;
  if (first < k_first || first >= k_second || second < k_second) return std::nullopt;
  const std::size_t number = static_cast<std::size_t>(first - k_first) * k_count + (second - k_second);
  if (number >= begins_.size()) return std::nullopt;
  return Run{begins_[number], number + 1 < begins_.size() ? begins_[number + 1] : words_.text().size()};
}

bool forges_sign(std::string_view reference) {
  if (!reference.starts_with("&#")) return false;
  reference.remove_prefix(2);
  const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (hexadecimal) reference.remove_prefix(1);
  std::size_t number = 0;
  const auto read =
      std::from_chars(reference.data(), reference.data() + reference.size(), number, hexadecimal ? 16 : 10);
  const bool control =
      number > 0 && number < ' ' && k_spaces.find(static_cast<char>(number)) == k_spaces.npos;
  return read.ec == std::errc::result_out_of_range || number >= k_first || control || number == 0x7F;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0;; ++begin) {
    const std::size_t end = k_escaped.find(text, begin);
    out += text.substr(begin, end - begin);
    if (end == text.size()) return out;
    const char c = text[end];
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
    begin = end;
  }
}

}  // namespace aushang::ingest
