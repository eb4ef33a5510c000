#include "author/inquiry.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "author/check_tree.h"
#include "author/shape.gen.h"
#include "author/wording.h"
#include "base/formats.h"
#include "base/text.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

constexpr std::string_view k_comma = ", ";
bool is_welcome(const Json& inquiry) {
  return inquiry.object() != nullptr || (inquiry.boolean() != nullptr && *inquiry.boolean());
}

std::string joined(const std::vector<std::string>& addresses) {
  std::string out;
  for (const std::string& one : addresses) out += (out.empty() ? "" : std::string(k_comma)) + one;
  return out;
}

Json text_or_null(std::string text) { return text.empty() ? Json() : Json(std::move(text)); }

/// "ann@group.example, bob@group.example" as a list.
JsonArray split_addresses(std::string_view text) {
  JsonArray all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (const std::string_view one = base::trim(text.substr(0, end)); !one.empty())
      all.emplace_back(std::string(one));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

/// Sets the addresses or the tag; none where the text is empty or null. What is no text stays what it is, for
/// `check` to say so.
void set_part(Json& inquiry, std::string_view key, const Json& value) {
  const bool is_none = value.is_null() || (value.string() != nullptr && value.string()->empty());
  if (is_none) {
    take(inquiry, key);
  } else if (key == "to") {
    put(inquiry, key, value.string() != nullptr ? Json(split_addresses(*value.string())) : value,
        shape::k_inquiry);
  } else if (Json* subject = find(inquiry, key); subject != nullptr && subject->object() != nullptr) {
    put(*subject, "contains", value, {});
  } else {
    put(inquiry, key, JsonObject{{"contains", value, {}}}, shape::k_inquiry);
  }
}

}  // namespace

std::optional<FoundInquiry> inquiry_on(const Extract& page, bool takes_mail) {
  FoundInquiry out;
  for (const FoundAddress& one : page.addresses) {
    const bool is_new = std::find(out.to.begin(), out.to.end(), one.address) == out.to.end();
    if (one.role != Role::inquiry || !one.complete || !is_new ||
        !base::what_is_wrong_with_address(one.address).empty())
      continue;
    if (out.to.empty()) out.at = one.at;
    out.to.push_back(one.address);
  }
  if (out.to.empty() && !takes_mail) return std::nullopt;
  const auto subject = std::find_if(page.subjects.begin(), page.subjects.end(), [](const FoundSubject& one) {
    return one.is_for_inquiry && !tag_of(one).empty();
  });
  if (subject != page.subjects.end()) {
    out.tag = tag_of(*subject);
    if (out.to.empty()) out.at = subject->at;
  } else if (out.to.empty()) {
    if (!page.inquiry_is_welcome) return std::nullopt;
    out.at = page.inquiry_at;
  }
  return out;
}

Json to_json(const FoundInquiry& inquiry) {
  if (inquiry.to.empty() && inquiry.tag.empty()) return true;
  JsonObject out;
  if (!inquiry.to.empty()) out.push_back({"to", JsonArray(inquiry.to.begin(), inquiry.to.end()), {}});
  if (!inquiry.tag.empty()) out.push_back({"subject", JsonObject{{"contains", inquiry.tag, {}}}, {}});
  return out;
}

std::string in_words(const FoundInquiry& inquiry) {
  const std::string to = joined(inquiry.to);
  if (inquiry.tag.empty()) return to.empty() ? "welcome" : to;
  return to.empty() ? inquiry.tag : to + " with " + inquiry.tag;
}

JsonObject says_of_inquiry(const Json& inquiry) {
  std::vector<std::string> to;
  for (const Json& one : list_in(inquiry, "to")) to.push_back(one.string() != nullptr ? *one.string() : "");
  const Json* subject = inquiry.find("subject");
  return {{"welcome", is_welcome(inquiry), {}},
          {"to", text_or_null(joined(to)), {}},
          {"tag", text_or_null(subject != nullptr ? string_in(*subject, "contains") : ""), {}}};
}

Json inquiry_of(const JsonObject& set, const Json* old) {
  const auto said = [&](std::string_view key) -> const Json* {
    const auto found = std::find_if(set.begin(), set.end(), [&](const auto& one) { return one.key == key; });
    return found != set.end() ? &found->value : nullptr;
  };
  Json out = old != nullptr && old->object() != nullptr ? *old : Json(JsonObject{});
  if (const Json* to = said("to")) set_part(out, "to", *to);
  if (const Json* tag = said("tag")) set_part(out, "subject", *tag);
  const bool is_way = out.find("to") != nullptr || out.find("subject") != nullptr;
  const Json* welcome = said("welcome");
  if (welcome != nullptr && (welcome->boolean() == nullptr || !*welcome->boolean())) return *welcome;
  if (is_way) return out;
  return welcome != nullptr || old == nullptr || is_welcome(*old);
}

}  // namespace aushang::author
