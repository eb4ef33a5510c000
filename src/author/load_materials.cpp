// Materials and positions.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load_quote.h"
#include "author/load_sections.h"
#include "author/shape.gen.h"

namespace aushang::author {
namespace {

std::string read_kind(Complaints& complaints, const Place& place) {
  const auto kind = read_name(complaints, place, shape::k_kind_names);
  return kind ? std::string(shape::k_kind_names[*kind]) : std::string();
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
    const ObjectReader object(complaints, element, shape::k_material);
    Material material;
    material.id = ids.read(complaints, object.member("id"));
    material.kind = read_kind(complaints, object.member("kind"));
    const auto stage = read_name(complaints, object.member("stage"), shape::k_stage_names);
    material.stage = stage == 1u ? Stage::later : Stage::now;
    const auto required = read_name(complaints, object.member("required"), shape::k_required_names);
    material.required = static_cast<Required>(required.value_or(0));
    material.when = logic.read(object.member("when"));
    material.label = read_text(complaints, object.member("label"));
    material.quotes = read_quotes(complaints, object.member("quote"), translations);
    for (const Place& kind : read_nonempty_list(complaints, object.member("contains"), "kind of material")) {
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
    const ObjectReader object(complaints, element, shape::k_position);
    Position position;
    position.id = ids.read(complaints, object.member("id"));
    position.label = read_text(complaints, object.member("label"));
    position.to = read_addresses(complaints, object.member("to"));
    position.subject_tag = read_subject(complaints, object.member("subject"));
    if (const Place inquiry = object.member("inquiry")) position.inquiry = read_inquiry(complaints, inquiry);
    // Here null says that nothing is said for this position, whatever apply says.
    if (const Place deadline = object.optional("deadline"))
      position.deadline = read_deadline(complaints, deadline);
    position.materials = read_references(complaints, object.member("materials"), "material", material_ids);
    position.criteria = read_references(complaints, object.member("criteria"), "criterion", criterion_ids);
    positions.push_back(std::move(position));
  }
  return positions;
}

}  // namespace aushang::author
