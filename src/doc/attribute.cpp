#include "doc/attribute.h"

#include <charconv>
#include <cstdint>

#include "base/utf8.h"

extern "C" {
#include <entity.h>
}

namespace aushang::doc {

void append_entity(std::string& out, std::string_view entity) {
  if (entity.size() > 3 && entity[1] == '#') {
    const bool hex = entity[2] == 'x' || entity[2] == 'X';
    const std::string_view digits = entity.substr(hex ? 3 : 2, entity.size() - (hex ? 4 : 3));
    std::uint32_t code_point = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code_point, hex ? 16 : 10);
    base::append(out, code_point == 0 ? base::k_replacement : code_point);
    return;
  }
  const ENTITY* known = entity_lookup(entity.data(), entity.size());
  if (known == nullptr) {
    out += entity;
    return;
  }
  base::append(out, known->codepoints[0]);
  if (known->codepoints[1] != 0) base::append(out, known->codepoints[1]);
}

void append_text(std::string& out, const MD_ATTRIBUTE& attribute) {
  if (attribute.size == 0) return;  // md4c then leaves the arrays null (indented code has no info string)
  for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET from = attribute.substr_offsets[i];
    const MD_OFFSET to = attribute.substr_offsets[i + 1];
    const std::string_view part(attribute.text + from, to - from);
    const MD_TEXTTYPE type = attribute.substr_types[i];  // md4c promises one of three
    if (type == MD_TEXT_ENTITY) {
      append_entity(out, part);
    } else if (type == MD_TEXT_NULLCHAR) {
      base::append(out, base::k_replacement);
    } else {
      out += part;
    }
  }
}

}  // namespace aushang::doc
