// What `aushang extract` prints.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/extract.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

Json place(const base::Position& at) {
  return JsonObject{{"line", static_cast<double>(at.line), {}},
                    {"column", static_cast<double>(at.column), {}}};
}

void end_with(JsonObject& object, const base::Position& at, bool sure) {
  object.push_back({"at", place(at), {}});
  object.push_back({"sure", sure, {}});
}

JsonArray list(const std::vector<std::string>& all) { return {all.begin(), all.end()}; }

Json to_json(const FoundAddress& one) {
  JsonObject out = {
      {"address", one.address, {}}, {"role", name_of(one.role), {}}, {"complete", one.complete, {}}};
  if (one.is_hidden) out.push_back({"hidden", true, {}});
  if (!one.shown.empty()) out.push_back({"shown", one.shown, {}});
  end_with(out, one.at, one.sure);
  return out;
}

Json to_json(const FoundSubject& one) {
  JsonObject out = {{"text", one.text, {}},
                    {"mode", name_of(one.mode), {}},
                    {"for", one.is_for_inquiry ? "inquiry" : "apply", {}}};
  if (!one.position.empty()) out.push_back({"position", one.position, {}});
  end_with(out, one.at, one.sure);
  return out;
}

Json to_json(const FoundDeadline& one) {
  JsonObject out = {{"date", one.date ? Json(base::to_string(*one.date)) : Json(), {}},
                    {"until_filled", one.until_filled, {}},
                    {"for", "apply", {}},
                    {"inferred", list(one.inferred), {}},
                    {"text", one.text, {}}};
  end_with(out, one.at, one.sure);
  return out;
}

Json to_json(const FoundMaterial& one) {
  JsonObject out = {{"kind", one.kind, {}},
                    {"stage", one.is_later ? "later" : "now", {}},
                    {"required", one.required, {}},
                    {"text", one.text, {}}};
  if (!one.contains.empty()) out.push_back({"contains", list(one.contains), {}});
  if (!one.positions.empty()) out.push_back({"positions", list(one.positions), {}});
  end_with(out, one.at, one.sure);
  return out;
}

Json to_json(const FoundCriterion& one) {
  JsonObject out = {{"quote", one.quote, {}}, {"kind", one.kind, {}}, {"level", one.level, {}}};
  if (one.is_alternative) out.push_back({"alternative", true, {}});
  if (!one.choices.empty()) out.push_back({"choices", list(one.choices), {}});
  if (!one.position.empty()) out.push_back({"position", one.position, {}});
  end_with(out, one.at, one.sure);
  return out;
}

Json to_json(const FoundPosition& one) {
  JsonObject out = {{"label", one.label, {}}};
  end_with(out, one.at, false);
  return out;
}

template <class T>
Json all(const std::vector<T>& list) {
  JsonArray out;
  for (const T& one : list) out.push_back(to_json(one));
  return out;
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::apply:
      return "apply";
    case Role::inquiry:
      return "inquiry";
    case Role::cc:
      return "cc";
    case Role::contact:
      return "contact";
  }
  return "";
}

std::string_view name_of(Mode mode) {
  switch (mode) {
    case Mode::contains:
      return "contains";
    case Mode::exact:
      return "exact";
    case Mode::starts:
      return "starts";
    case Mode::template_:
      return "template";
    case Mode::suffix:
      return "suffix";
  }
  return "";
}

std::string_view name_of(Channel channel) {
  switch (channel) {
    case Channel::email:
      return "email";
    case Channel::portal:
      return "portal";
    case Channel::both:
      return "both";
    case Channel::other:
      return "other";
    case Channel::none:
      return "none";
  }
  return "";
}

base::Json to_json(const Extract& extract) {
  JsonObject out = {{"title", extract.title, {}},
                    {"lang", extract.language, {}},
                    {"addresses", all(extract.addresses), {}},
                    {"subjects", all(extract.subjects), {}},
                    {"deadlines", all(extract.deadlines), {}},
                    {"materials", all(extract.materials), {}},
                    {"channel", name_of(extract.channel), {}}};
  if (!extract.portal.empty()) out.push_back({"portal", extract.portal, {}});
  if (extract.refuses_mail) out.push_back({"mail_refused", place(extract.refuses_mail_at), {}});
  out.push_back({"closed", extract.is_closed, {}});
  out.push_back({"inquiry", extract.inquiry_is_welcome, {}});
  out.push_back({"positions", all(extract.positions), {}});
  out.push_back({"criteria", all(extract.criteria), {}});
  const bool has_way = extract.address(Role::apply) != nullptr || !extract.portal.empty();
  out.push_back({"sure", extract.channel_is_sure && has_way, {}});
  return out;
}

}  // namespace aushang::author
