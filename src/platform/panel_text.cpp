#include "platform/panel_text.h"

#include <string_view>
#include <utility>

#include "base/json.h"
#include "layout/form_direction.h"

namespace aushang::platform {
namespace {

class Object {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!value.empty()) members_.push_back({std::string(name), std::string(value), {}});
  }
  void add(std::string_view name, std::size_t value) {
    if (value != 0) members_.push_back({std::string(name), static_cast<double>(value), {}});
  }
  void add_list(std::string_view name, base::JsonArray value) {
    members_.push_back({std::string(name), std::move(value), {}});
  }
  base::Json take() { return std::move(members_); }

 private:
  base::JsonObject members_;
};

base::Json write_node(const layout::FormNode& node) {
  Object out;
  out.add("widget", static_cast<std::size_t>(node.widget));
  out.add("input", static_cast<std::size_t>(node.input));
  out.add("tone", static_cast<std::size_t>(node.tone));
  out.add("checked", node.checked ? 1U : 0U);
  out.add("invalid", node.invalid ? 1U : 0U);
  out.add("live", node.live ? 1U : 0U);
  out.add("end", node.end);
  out.add("id", node.id);
  out.add("text", node.text);
  out.add("value", node.value);
  out.add("language", node.language);
  out.add("direction", layout::direction_of(node));
  out.add("label", node.label);
  out.add("labelled_by", node.labelled_by);
  out.add("described_by", node.described_by);
  out.add("name", node.name);
  return out.take();
}

}  // namespace

std::string write_panel(const form::Built& built) {
  base::JsonArray nodes;
  for (const layout::FormNode& node : built.form.nodes) nodes.push_back(write_node(node));
  base::JsonArray phrases;
  for (const form::PhraseState& phrase : built.phrases) {
    Object out;
    out.add("id", phrase.phrase_id);
    out.add("tone", static_cast<std::size_t>(phrase.tone));
    out.add("href", phrase.href);
    out.add("described_by", phrase.described_by);
    phrases.push_back(out.take());
  }
  Object out;
  out.add_list("nodes", std::move(nodes));
  out.add_list("phrases", std::move(phrases));
  out.add("mail", built.mail);
  out.add("outcome", built.summary.title);
  out.add("tone", static_cast<std::size_t>(built.tone));
  out.add("left", built.summary.detail);
  return base::write_json(out.take());
}

}  // namespace aushang::platform
