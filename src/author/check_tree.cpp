#include "author/check_tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/language.h"
#include "base/local_text.h"

namespace aushang::author {

using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;

Json* find(Json& object, std::string_view key) {
  if (JsonObject* members = object.object()) {
    for (JsonMember& member : *members) {
      if (member.key == key) return &member.value;
    }
  }
  return nullptr;
}

const JsonArray& list_in(const Json& object, std::string_view key) {
  static const JsonArray nothing;
  const Json* list = object.find(key);
  return list != nullptr && list->array() != nullptr ? *list->array() : nothing;
}

JsonArray* list_in(Json& object, std::string_view key) {
  Json* list = find(object, key);
  return list != nullptr ? list->array() : nullptr;
}

std::string string_of(const Json* value) {
  return value != nullptr && value->string() != nullptr ? *value->string() : std::string();
}

std::string string_in(const Json& object, std::string_view key) { return string_of(object.find(key)); }

void put(Json& object, std::string_view key, Json value, const base::Shape& shape) {
  JsonObject* members = object.object();
  if (members == nullptr) return;
  if (Json* old = find(object, key)) return replace(*old, std::move(value));
  const auto place = [&](std::string_view name) {
    return std::find_if(shape.members.begin(), shape.members.end(),
                        [&](const base::Member& one) { return one.key == name; });
  };
  auto behind = members->begin();
  for (auto one = members->begin(); one != members->end(); ++one) {
    if (place(one->key) < place(key)) behind = std::next(one);
  }
  members->insert(behind, {std::string(key), std::move(value), {}});
}

void take(Json& object, std::string_view key) {
  if (JsonObject* members = object.object())
    std::erase_if(*members, [&](const JsonMember& one) { return one.key == key; });
}

void take_name(JsonArray& names, std::string_view name) {
  std::erase_if(names, [&](const Json& one) { return one.string() != nullptr && *one.string() == name; });
}

void replace(Json& old, Json value) {
  value.at = old.at;
  old = std::move(value);
}

Json without_places(Json json) {
  json.at = {};
  if (JsonArray* list = json.array()) {
    for (Json& one : *list) one = without_places(std::move(one));
  } else if (JsonObject* object = json.object()) {
    for (JsonMember& one : *object) one = {one.key, without_places(std::move(one.value)), {}};
  }
  return json;
}

namespace {

/// The member for a language: of just that name, else one that differs in region alone.
const JsonMember* version_in(const JsonObject& versions, std::string_view language) {
  const JsonMember* near = nullptr;
  for (const JsonMember& one : versions) {
    if (one.key == base::k_comment) continue;
    if (one.key == language) return &one;
    if (near == nullptr && base::is_same_language(one.key, language)) near = &one;
  }
  return near;
}

}  // namespace

std::string text_in(const Json& object, std::string_view key, std::string_view language) {
  const Json* text = object.find(key);
  if (text == nullptr) return {};
  if (text->string() != nullptr) return *text->string();
  base::LocalText all;
  if (const JsonObject* versions = text->object()) {
    for (const JsonMember& one : *versions) {
      if (one.key != base::k_comment && one.value.string() != nullptr)
        all.versions.push_back({one.key, *one.value.string()});
    }
  }
  return std::string(all.pick(language));
}

void put_text(Json& object, std::string_view key, Json value, std::string_view language,
              const base::Shape& shape) {
  Json* text = find(object, key);
  JsonObject* versions = text != nullptr ? text->object() : nullptr;
  if (versions == nullptr) return put(object, key, std::move(value), shape);
  const JsonMember* version = version_in(*versions, language);
  put(*text, version != nullptr ? version->key : std::string(language), std::move(value), {});
}

std::vector<std::string> phrases_in(const Json& object, std::string_view language) {
  const Json* quote = object.find("quote");
  if (quote != nullptr && quote->object() != nullptr) {
    const JsonMember* version = version_in(*quote->object(), language);
    quote = version != nullptr ? &version->value : nullptr;
  }
  std::vector<std::string> out;
  if (quote == nullptr) return out;
  if (quote->string() != nullptr) out.push_back(*quote->string());
  if (const JsonArray* all = quote->array()) {
    for (const Json& one : *all) {
      if (one.string() != nullptr) out.push_back(*one.string());
    }
  }
  return out;
}

}  // namespace aushang::author
