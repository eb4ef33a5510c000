#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "author/check_tree.h"
#include "author/names.h"
#include "author/step.h"
#include "base/json_slip.h"

namespace aushang::author {
namespace {

constexpr std::array<std::string_view, 4> k_actions = {"keep", "change", "drop", "add"};
static_assert(static_cast<std::size_t>(Step::Action::add) + 1 == k_actions.size());

/// A step comes from the preview, not from people: it has no schema. What `missing` says beside a step may
/// come back with it.
constexpr base::Member k_members[] = {{"do"},    {"point"}, {"points"}, {"kind"},  {"position"},
                                      {"quote"}, {"set"},   {"was"},    {"label"}, {"at_page"}};
constexpr base::Shape k_step = {R"({"do": "keep", "point": "tag"})", k_members};

/// The members of an object; none, after a complaint, where it is none.
base::JsonObject read_members(Complaints& complaints, const Place& place) {
  if (!place) return {};
  if (const base::JsonObject* members = place.json->object()) return *members;
  complaints.error(
      "wrong-type", place.json->at, place.path,
      R"(an object such as {"label": "…"} was expected, not )" + std::string(place.json->type_name()) + ".");
  return {};
}

}  // namespace

base::Result<Step> read_step(std::string_view json) {
  constexpr std::string_view k_file = "step";
  const base::Result<Json> read = base::read_json(json, k_file);
  if (!read) return read.errors();
  Complaints complaints(k_file);
  const ObjectReader object(complaints, {&*read, "$"}, k_step);
  Step step;
  const std::optional<std::size_t> action = read_name(complaints, object.required("do"), k_actions);
  if (action) step.action = static_cast<Step::Action>(*action);
  if (action && step.action == Step::Action::add) {
    const Place kind = object.required("kind");
    if (const std::optional<std::size_t> index = read_name(complaints, kind, k_point_kinds))
      step.kind = static_cast<PointKind>(*index);
    step.position = read_string(complaints, object.optional("position"));
  } else if (action && step.action == Step::Action::keep && object.optional("points")) {
    for (const Place& one : read_nonempty_list(complaints, object.optional("points"), "a point"))
      step.points.push_back(read_string(complaints, one));
  } else if (action) {
    step.points = {read_string(complaints, object.required("point"))};
  }
  step.quote = read_string(complaints, object.optional("quote"));
  step.set = read_members(complaints, object.optional("set"));
  step.was = read_members(complaints, object.optional("was"));
  if (complaints.has_errors()) return complaints.take();
  return step;
}

}  // namespace aushang::author
