#include <algorithm>
#include <cassert>
#include <utility>

#include "base/formats.h"
#include "base/json_reader.h"
#include "base/text.h"

namespace aushang::base {

// ---- objects ----------------------------------------------------------------------------------------------

namespace {

void complain_of_type(Complaints& complaints, const Place& place, std::string_view expected,
                      const std::string& cure = {}) {
  complaints.error("wrong-type", place.json->at, place.path,
                   "expected " + std::string(expected) + ", found " + std::string(place.json->type_name()) +
                       (cure.empty() ? "." : "; " + cure + "."));
}

/// An example with the string that was found in place of its "…".
std::string with_found(std::string_view example, const Json& found) {
  constexpr std::string_view k_gap = "\"…\"";
  std::string out(example);
  const std::size_t gap = out.find(k_gap);
  if (gap != std::string::npos && found.string() != nullptr)
    out.replace(gap, k_gap.size(), quoted(*found.string()));
  return out;
}

}  // namespace

ObjectReader::ObjectReader(Complaints& complaints, const Place& place, const Shape& shape)
    : complaints_(complaints),
      place_(place),
      shape_(shape),
      is_object_(place && place.json->object() != nullptr) {
  if (!place) return;
  if (!is_object_) {
    complain_of_type(complaints, place, "an object", "write " + with_found(shape.example, *place.json));
    return;
  }
  std::vector<std::string_view> keys;
  for (const Member& one : shape.members) {
    if (one.key != k_comment) keys.push_back(one.key);
  }
  for (const JsonMember& member : *place.json->object()) {
    if (member.key == k_comment || std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    complaints.error("unknown-key", member.key_at, member_of(place, member).path,
                     "the key " + quoted(member.key) + " isn't known here; " + suggest(member.key, keys));
  }
}

Place ObjectReader::member(std::string_view key) const {
  const auto known = std::find_if(shape_.members.begin(), shape_.members.end(),
                                  [&](const Member& one) { return one.key == key; });
  assert(known != shape_.members.end());
  const Place found = known->is_required ? required(key) : optional(key);
  return found && known->may_be_null && found.json->is_null() ? Place{} : found;
}

Place ObjectReader::required(std::string_view key) const {
  const Place found = optional(key);
  if (!found && is_object_) {
    complaints_.error("missing-key", place_.json->at, place_.path,
                      "\"" + std::string(key) + "\" is missing here.");
  }
  return found;
}

Place ObjectReader::optional(std::string_view key) const {
  if (!is_object_) return {};
  for (const JsonMember& member : *place_.json->object()) {
    if (member.key == key) return member_of(place_, member);
  }
  return {};
}

// ---- values -----------------------------------------------------------------------------------------------

std::string read_string(Complaints& complaints, const Place& place) {
  if (!place) return {};
  const std::string* text = place.json->string();
  if (text == nullptr) {
    complain_of_type(complaints, place, "a string");
    return {};
  }
  if (trim(*text).empty()) {
    complaints.error("empty-string", place.json->at, place.path,
                     "an empty string; write the text, or leave the key out where it is optional.");
    return {};
  }
  return *text;
}

std::string read_line(Complaints& complaints, const Place& place) {
  std::string text = read_string(complaints, place);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::any_of(text.begin(), text.end(), is_control)) {
    complaints.error("bad-value", place.json->at, place.path,
                     "this has a line break or another control character in it; write it in one line.");
    return {};
  }
  return text;
}

std::optional<bool> read_flag(Complaints& complaints, const Place& place) {
  if (!place) return std::nullopt;
  if (const bool* flag = place.json->boolean()) return *flag;
  complain_of_type(complaints, place, "true or false");
  return std::nullopt;
}

std::optional<double> read_number(Complaints& complaints, const Place& place) {
  if (!place) return std::nullopt;
  if (const double* number = place.json->number()) return *number;
  complain_of_type(complaints, place, "a number");
  return std::nullopt;
}

LocalText read_text(Complaints& complaints, const Place& place) {
  LocalText text;
  if (!place) return text;
  if (place.json->object() == nullptr) {
    if (place.json->string() == nullptr) {
      complain_of_type(complaints, place, "a string, or {\"en\": \"…\", \"de\": \"…\"}");
      return text;
    }
    std::string own = read_string(complaints, place);
    if (!own.empty()) text.versions.push_back({"", std::move(own)});
    return text;
  }
  bool has_languages = false;
  for (const JsonMember& member : *place.json->object()) {
    if (member.key == k_comment) continue;
    has_languages = true;
    const Place version = member_of(place, member);
    if (!is_language_tag(member.key)) {
      complaints.error("bad-language", member.key_at, version.path,
                       quoted(member.key) + " isn't a language; write tags such as \"en\" or \"de\".");
    }
    std::string words = read_string(complaints, version);
    if (!words.empty()) text.versions.push_back({member.key, std::move(words)});
  }
  if (!has_languages) {
    complaints.error("bad-value", place.json->at, place.path,
                     "no text in any language; write {\"en\": \"…\"} or a string.");
  }
  return text;
}

std::optional<std::size_t> read_name(Complaints& complaints, const Place& place,
                                     std::span<const std::string_view> names) {
  if (!place) return std::nullopt;
  const std::string* text = place.json->string();
  if (text == nullptr) {
    complain_of_type(complaints, place, "a string: " + list_names(names));
    return std::nullopt;
  }
  const auto found = std::find(names.begin(), names.end(), *text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  complaints.error("bad-value", place.json->at, place.path,
                   quoted(*text) + " isn't one of the known values; " + suggest(*text, names));
  return std::nullopt;
}

std::string read_url(Complaints& complaints, const Place& place) {
  std::string url = read_string(complaints, place);
  if (url.empty()) return url;
  const std::string problem = what_is_wrong_with_url(url);
  if (problem.empty()) return url;
  complaints.error("bad-url", place.json->at, place.path, quoted(url) + " isn't a web address: " + problem);
  return {};
}

std::optional<Date> read_date(Complaints& complaints, const Place& place) {
  const std::string text = read_string(complaints, place);
  if (text.empty()) return std::nullopt;
  std::optional<Date> date = parse_date(text);
  if (!date) {
    complaints.error(
        "bad-date", place.json->at, place.path,
        quoted(text) + " isn't a date that exists; write year, month and day as in \"2026-01-31\".");
  }
  return date;
}

std::vector<Place> read_list(Complaints& complaints, const Place& place) {
  std::vector<Place> elements;
  if (!place) return elements;
  const JsonArray* list = place.json->array();
  if (list == nullptr) {
    const bool is_one_entry = place.json->string() != nullptr || place.json->object() != nullptr;
    complain_of_type(complaints, place, "a list",
                     place.json->string() != nullptr ? "write [" + quoted(*place.json->string()) + "]"
                     : is_one_entry                  ? "write [ ] around it"
                                                     : "write […]");
    return elements;
  }
  if (list->size() > k_max_list) {
    complaints.error(
        "too-many-entries", place.json->at, place.path,
        std::to_string(list->size()) + " entries; at most " + std::to_string(k_max_list) + " are allowed.");
    return elements;
  }
  for (std::size_t i = 0; i < list->size(); ++i) elements.push_back(element_of(place, i));
  return elements;
}

std::vector<Place> read_nonempty_list(Complaints& complaints, const Place& place, std::string_view what) {
  if (place && place.json->array() != nullptr && place.json->array()->empty()) {
    complaints.error("bad-value", place.json->at, place.path,
                     "an empty list; name at least one " + std::string(what) + ", or leave the key out.");
  }
  return read_distinct_list(complaints, place);
}

std::vector<Place> read_distinct_list(Complaints& complaints, const Place& place) {
  std::vector<Place> elements = read_list(complaints, place);
  std::vector<std::string_view> seen;
  for (const Place& element : elements) {
    const std::string* text = element.json->string();
    if (text == nullptr) continue;
    if (std::find(seen.begin(), seen.end(), *text) != seen.end()) {
      complaints.error("duplicate-value", element.json->at, element.path,
                       quoted(*text) + " is in this list twice; keep one.");
    }
    seen.push_back(*text);
  }
  return elements;
}

void check_version(Complaints& complaints, const Place& place) {
  const std::optional<double> version = read_number(complaints, place);
  if (version && *version != 1) {
    complaints.error("bad-version", place.json->at, place.path, "this program reads version 1; write 1.");
  }
}

std::string Ids::read(Complaints& complaints, const Place& place) {
  std::string id = read_string(complaints, place);
  if (id.empty()) return id;
  if (!is_id(id)) {
    complaints.error(
        "bad-id", place.json->at, place.path,
        quoted(id) + " isn't an id: a lower-case letter, then lower-case letters, digits and \"_\".");
    return id;  // so that what refers to it isn't complained about as well
  }
  const auto [found, is_new] = seen_.emplace(id, place.json->at);
  if (!is_new) {
    complaints.error("duplicate-id", place.json->at, place.path,
                     "the id " + quoted(id) + " is already taken, on line " +
                         std::to_string(found->second.line) + ". Choose another.");
  }
  return id;
}

}  // namespace aushang::base
