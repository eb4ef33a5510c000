// Materials and positions.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load_quote.h"
#include "author/load_sections.h"

namespace aushang::author {
namespace {

constexpr std::array<std::string_view, 2> k_stages = {"now", "later"};
constexpr std::array<std::string_view, 3> k_required = {"yes", "if_any", "optional"};

std::string read_kind(Complaints& complaints, const Place& place) {
  const auto kind = read_name(complaints, place, k_material_kinds);
  return kind ? std::string(k_material_kinds[*kind]) : std::string();
}

/// Nothing where there is no list; an empty one names none.
std::optional<std::vector<std::string>> read_references(Complaints& complaints, const Place& list,
                                                        std::string_view what,
                                                        const std::vector<std::string_view>& known) {
  if (!list) return std::nullopt;
  std::vector<std::string> ids;
  for (const Place& place : read_distinct_list(complaints, list)) {
    std::string id = read_string(complaints, place);
    if (id.empty()) continue;
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      complaints.error("unknown-name", place.json->at, place.path,
                       "no " + std::string(what) + " has the id " + quoted(id) + "; " + suggest(id, known));
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace

std::vector<Material> read_materials(Complaints& complaints, const Place& place, LogicReader& logic,
                                     const std::vector<Translation>& translations) {
  Ids ids;
  std::vector<Material> materials;
  for (const Place& element : read_list(complaints, place)) {
    ObjectReader object(complaints, element,
                        R"({"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "…"})",
                        {"id", "kind", "stage", "required", "when", "label", "quote", "contains"});
    Material material;
    material.id = ids.read(complaints, object.required("id"));
    material.kind = read_kind(complaints, object.required("kind"));
    const auto stage = read_name(complaints, object.required("stage"), k_stages);
    material.stage = stage == 1u ? Stage::later : Stage::now;
    const auto required = read_name(complaints, object.required("required"), k_required);
    material.required = static_cast<Required>(required.value_or(0));
    material.when = logic.read(object.optional("when"));
    material.label = read_text(complaints, object.required("label"));
    material.quotes = read_quotes(complaints, object.optional("quote"), translations);
    for (const Place& kind :
         read_nonempty_list(complaints, object.optional("contains"), "kind of material")) {
      if (std::string name = read_kind(complaints, kind); !name.empty())
        material.contains.push_back(std::move(name));
    }
    materials.push_back(std::move(material));
  }
  return materials;
}

std::vector<Position> read_positions(Complaints& complaints, const Place& place,
                                     const std::vector<Material>& materials,
                                     const std::vector<Criterion>& criteria) {
  std::vector<std::string_view> material_ids;
  for (const Material& material : materials) material_ids.emplace_back(material.id);
  std::vector<std::string_view> criterion_ids;
  for (const Criterion& criterion : criteria) criterion_ids.emplace_back(criterion.id);

  Ids ids;
  std::vector<Position> positions;
  for (const Place& element : read_list(complaints, place)) {
    ObjectReader object(complaints, element, R"({"id": "optics", "label": "…"})",
                        {"id", "label", "to", "subject", "inquiry", "deadline", "materials", "criteria"});
    Position position;
    position.id = ids.read(complaints, object.required("id"));
    position.label = read_text(complaints, object.required("label"));
    position.to = read_addresses(complaints, object.optional("to"));
    position.subject_tag = read_subject(complaints, object.nullable("subject"));
    if (const Place inquiry = object.optional("inquiry"))
      position.inquiry = read_inquiry(complaints, inquiry);
    if (const Place deadline = object.optional("deadline"))
      position.deadline = read_deadline(complaints, deadline);
    position.materials = read_references(complaints, object.optional("materials"), "material", material_ids);
    position.criteria = read_references(complaints, object.optional("criteria"), "criterion", criterion_ids);
    positions.push_back(std::move(position));
  }
  return positions;
}

}  // namespace aushang::author
