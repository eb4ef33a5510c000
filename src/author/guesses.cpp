#include "author/guesses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;

constexpr std::string_view k_between = "; ";

struct Beginning {
  Guess what;
  std::string_view words;
};
constexpr std::array<Beginning, 8> k_beginnings = {{{Guess::address, k_address_guess},
                                                    {Guess::address, k_no_address_guess},
                                                    {Guess::tag, k_tag_guess},
                                                    {Guess::deadline, k_deadline_guess},
                                                    {Guess::deadline, k_until_filled_guess},
                                                    {Guess::inquiry, k_inquiry_guess},
                                                    {Guess::portal, k_portal_guess},
                                                    {Guess::closed, k_closed_guess}}};

std::optional<Guess> begins(std::string_view words) {
  for (const Beginning& one : k_beginnings) {
    if (words.starts_with(one.words)) return one.what;
  }
  return std::nullopt;
}

bool is_guess(const JsonMember& member) {
  const std::string* text = member.value.string();
  return member.key == base::k_comment && text != nullptr && text->starts_with(k_to_be_confirmed);
}

void find_guesses(const Json& json, std::vector<const JsonMember*>& out) {
  if (const JsonArray* array = json.array()) {
    for (const Json& one : *array) find_guesses(one, out);
  } else if (const JsonObject* object = json.object()) {
    for (const JsonMember& member : *object) {
      if (is_guess(member)) out.push_back(&member);
      find_guesses(member.value, out);
    }
  }
}

std::string words_of(const JsonMember& comment) {
  return comment.value.string()->substr(k_to_be_confirmed.size());
}

/// Its own comment; null where it has none.
const JsonMember* comment_of(const Json& json) {
  const JsonObject* object = json.object();
  if (object == nullptr) return nullptr;
  const auto found = std::find_if(object->begin(), object->end(), is_guess);
  return found != object->end() ? &*found : nullptr;
}

/// What the comment of `apply` names. A tag may have a ";" itself, so each begins as guesses do.
std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(k_between, at), words.size());
    std::string one = words.substr(at, end - at);
    if (all.empty() || begins(one)) {
      all.push_back(std::move(one));
    } else {
      all.back() += std::string(k_between) + one;
    }
    at = end + k_between.size();
  }
  return all;
}

bool names_address(std::string_view words, std::string_view address) {
  if (!words.starts_with(k_address_guess)) return false;
  words.remove_prefix(k_address_guess.size());
  return words == address || words.starts_with(std::string(address) + " ");
}

bool is_about(const Json& apply, std::string_view words, Guess what, std::string_view address) {
  if (begins(words) != what) return false;
  const Json* list = apply.find("to");
  if (what != Guess::address || list == nullptr || list->array() == nullptr || list->array()->empty())
    return true;
  const auto is_named = [&](const Json& one) {
    return one.string() != nullptr && names_address(words, *one.string());
  };
  const JsonArray& to = *list->array();
  if (std::any_of(to.begin(), to.end(), is_named)) return names_address(words, address);
  return to.front().string() != nullptr && *to.front().string() == address;
}

/// "line 12, spelt out there" of "address ann@group.example (line 12), spelt out there".
std::string why(const std::string& words) {
  constexpr std::string_view k_place = " (line ";
  const std::size_t at = words.rfind(k_place);
  if (at == std::string::npos) return words;
  std::string out = words.substr(at + 2);
  if (const std::size_t close = out.find(')'); close != std::string::npos) out.erase(close, 1);
  return out;
}

}  // namespace

std::vector<base::Position> guesses_in(const Json& check) {
  std::vector<const JsonMember*> comments;
  find_guesses(check, comments);
  std::vector<base::Position> out;
  for (const JsonMember* one : comments) out.insert(out.end(), split(words_of(*one)).size(), one->key_at);
  return out;
}

std::optional<std::string> guess_in(const Json& value) {
  std::vector<const JsonMember*> comments;
  find_guesses(value, comments);
  if (comments.empty()) return std::nullopt;
  return words_of(*comments.front());
}

std::optional<std::string> own_guess_in(const Json& value) {
  const JsonMember* comment = comment_of(value);
  return comment != nullptr ? std::optional(words_of(*comment)) : std::nullopt;
}

std::optional<std::string> guess_in_apply(const Json& apply, Guess what, std::string_view address) {
  const JsonMember* comment = comment_of(apply);
  if (comment == nullptr) return std::nullopt;
  for (const std::string& one : split(words_of(*comment))) {
    if (is_about(apply, one, what, address)) return why(one);
  }
  return std::nullopt;
}

void confirm(Json& value) {
  if (JsonArray* array = value.array()) {
    for (Json& one : *array) confirm(one);
  } else if (JsonObject* object = value.object()) {
    confirm_own(value);
    for (JsonMember& member : *object) confirm(member.value);
  }
}

void confirm_own(Json& value) { std::erase_if(*value.object(), is_guess); }

void confirm_in_apply(Json& apply, Guess what, std::string_view address) {
  const JsonMember* comment = comment_of(apply);
  if (comment == nullptr) return;
  std::string left;
  bool is_found = false;
  for (const std::string& one : split(words_of(*comment))) {
    const bool goes = is_about(apply, one, what, address);
    is_found = is_found || goes;
    if (!goes) left += (left.empty() ? "" : std::string(k_between)) + one;
  }
  if (!is_found) return;
  if (left.empty()) std::erase_if(*apply.object(), is_guess);
  for (JsonMember& member : *apply.object()) {
    if (is_guess(member)) member.value = Json(std::string(k_to_be_confirmed) + left);
  }
}

void end_draft(Json& check) {
  if (check.object() == nullptr || !guesses_in(check).empty()) return;
  std::erase_if(*check.object(), [](const JsonMember& member) {
    const std::string* text = member.value.string();
    return member.key == base::k_comment && text != nullptr && text->starts_with(k_drafted);
  });
}

}  // namespace aushang::author
