#include "base/json_reader.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/formats.h"
#include "base/limits.h"
#include "base/text.h"

namespace aushang::base {

// ---- complaints -------------------------------------------------------------------------------------------

void Complaints::error(std::string code, Position at, std::string_view path, std::string message) {
  add(Diagnostic{Severity::error, file_, at, std::move(code), std::string(path), std::move(message)});
}

void Complaints::warn(std::string code, Position at, std::string_view path, std::string message) {
  add(Diagnostic{Severity::warning, file_, at, std::move(code), std::string(path), std::move(message)});
}

void Complaints::add(Diagnostics all) {
  for (Diagnostic& one : all) add(std::move(one));
}

void Complaints::add(Diagnostic one) {
  const bool is_error = one.severity == Severity::error;
  if (is_error) ++errors_;
  if (all_.size() < k_max_diagnostics) {
    all_.push_back(std::move(one));
  } else {
    ++left_out_;
  }
}

Diagnostics Complaints::take() {
  if (errors_ != 0) {
    std::erase_if(all_, [](const Diagnostic& one) { return one.severity == Severity::warning; });
  }
  sort_by_place(all_);
  if (left_out_ > 0) {
    all_.push_back({errors_ != 0 ? Severity::error : Severity::warning,
                    file_,
                    {},
                    "too-many",
                    "",
                    "and " + std::to_string(left_out_) + " more; set these right first."});
  }
  return std::move(all_);
}

// ---- places and names -------------------------------------------------------------------------------------

Place element_of(const Place& list, std::size_t index) {
  return {&(*list.json->array())[index], list.path + "[" + std::to_string(index) + "]"};
}

Place member_of(const Place& object, const JsonMember& member) {
  if (is_plain_key(member.key)) return {&member.value, object.path + "." + member.key};
  return {&member.value, object.path + "[" + quote_json(member.key) + "]"};
}

std::string quoted(std::string_view text) {
  constexpr std::size_t k_most_bytes = 80;
  if (text.size() <= k_most_bytes) return "\"" + single_line(text) + "\"";
  std::size_t end = k_most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return "\"" + single_line(text.substr(0, end)) + "…\"";
}

std::string list_names(std::span<const std::string_view> names) {
  constexpr std::size_t k_most = 20;
  std::string out;
  const std::size_t count = std::min(names.size(), k_most);
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) out += i + 1 == names.size() ? " or " : ", ";
    out += quoted(names[i]);
  }
  if (count < names.size()) out += ", …";
  return out;
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
  const std::string_view near = nearest(word, {known.begin(), known.end()});
  if (!near.empty()) return "did you mean " + quoted(near) + "?";
  return known.empty() ? "there are none." : "expected " + list_names(known) + ".";
}

}  // namespace aushang::base
