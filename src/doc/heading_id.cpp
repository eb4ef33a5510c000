#include "doc/heading_id.h"

#include "base/utf8.h"

namespace aushang::doc {
namespace {

constexpr std::size_t k_max_id_bytes = 96;  // a pasted paragraph marked as a heading needs no longer address

std::string slug(std::string_view text) {
  std::string out;
  bool dash_due = false;
  for (std::size_t i = 0; i < text.size() && out.size() < k_max_id_bytes;) {
    const base::Decoded d = base::decode(text, i);
    i += d.length;
    if (d.valid && base::is_word_character(d.code_point)) {
      if (dash_due && !out.empty()) out += '-';
      dash_due = false;
      base::append(out, base::to_lower(d.code_point));
    } else if (d.code_point == '-' || base::is_visual_space(d.code_point)) {
      dash_due = true;
    }
  }
  if (out.empty()) return "section";
  return out.starts_with("au-") ? "h-" + out : out;
}

}  // namespace

std::string HeadingIds::make(std::string_view heading_text) { return unique(slug(heading_text)); }

std::string HeadingIds::keep(std::string_view id) {
  return unique(id.starts_with("au-") ? "h-" + std::string(id) : std::string(id));
}

std::string HeadingIds::unique(const std::string& wanted) {
  std::string id = wanted;
  // A later heading may read "a-1" by itself, so every candidate is checked, not only counted.
  for (unsigned& count = used_.try_emplace(wanted, 0).first->second; count != 0 && used_.contains(id);
       ++count) {
    id = wanted + "-" + std::to_string(count);
  }
  ++used_.try_emplace(id, 0).first->second;
  return id;
}

}  // namespace aushang::doc
