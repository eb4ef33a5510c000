#include "logic/value.h"

#include <algorithm>

namespace aushang::logic {

const ValueArray* Value::array() const {
  const auto* shared = std::get_if<std::shared_ptr<const ValueArray>>(&held_);
  return shared != nullptr ? shared->get() : nullptr;
}

const ValueObject* Value::object() const {
  const auto* shared = std::get_if<std::shared_ptr<const ValueObject>>(&held_);
  return shared != nullptr ? shared->get() : nullptr;
}

Value make_array(ValueArray elements) {
  return Value(Value::Held(std::make_shared<const ValueArray>(std::move(elements))));
}

Value to_value(const base::Json& json) {
  if (const bool* flag = json.boolean()) return Value(*flag);
  if (const double* number = json.number()) return Value(*number);
  if (const std::string* text = json.string()) return Value(*text);
  if (const base::JsonArray* array = json.array()) {
    ValueArray elements;
    elements.reserve(array->size());
    for (const base::Json& element : *array) elements.push_back(to_value(element));
    return make_array(std::move(elements));
  }
  if (const base::JsonObject* object = json.object()) {
    ValueObject members;
    members.reserve(object->size());
    for (const base::JsonMember& member : *object) members.emplace_back(member.key, to_value(member.value));
    return Value(Value::Held(std::make_shared<const ValueObject>(std::move(members))));
  }
  return Value(nullptr);
}

bool is_known_throughout(const Value& value) {
  if (const ValueArray* array = value.array()) {
    return std::all_of(array->begin(), array->end(), is_known_throughout);
  }
  if (const ValueObject* object = value.object()) {
    return std::all_of(object->begin(), object->end(),
                       [](const auto& member) { return is_known_throughout(member.second); });
  }
  return !value.is_unknown();
}

}  // namespace aushang::logic
