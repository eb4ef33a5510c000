/// The only user of yaml-cpp, and the place where its exceptions end.
#include <yaml-cpp/yaml.h>

#include <exception>
#include <set>
#include <string>
#include <utility>

#include "ingest/front_matter/front_matter.h"

namespace aushang::ingest {
namespace {

/// Walks the nodes. Aliases are followed like anything else, so the number of visits is bounded, not only
/// their depth.
class Flattener {
 public:
  explicit Flattener(ParsedFields& out) : out_(out) {}

  void visit(const YAML::Node& node, const std::string& path, std::size_t depth) {
    if (++visits_ > 4 * k_max_fields || depth > k_max_field_depth || out_.fields.size() >= k_max_fields) {
      if (!said_too_much_)
        complain(node.Mark(), "has too many or too deeply nested fields; the rest is left out");
      said_too_much_ = true;
      return;
    }
    const std::string prefix = path.empty() ? path : path + ".";
    if (node.IsMap()) {
      visit_map(node, prefix, depth);
    } else if (node.IsSequence()) {
      std::size_t index = 0;
      for (const YAML::Node& item : node) visit(item, prefix + std::to_string(index++), depth + 1);
    } else if (!path.empty()) {
      out_.fields[path] = node.IsScalar() ? node.Scalar() : std::string();
    }
  }

 private:
  void visit_map(const YAML::Node& node, const std::string& prefix, std::size_t depth) {
    std::set<std::string> seen;
    for (const auto& member : node) {
      if (!member.first.IsScalar()) continue;
      const std::string& key = member.first.Scalar();
      if (!seen.insert(key).second) {
        complain(member.first.Mark(), "has the field " + quoted(prefix + key) +
                                          " twice; the last one counts. Remove the one you don't mean");
      }
      visit(member.second, prefix + key, depth + 1);
    }
  }

  void complain(const YAML::Mark& at, std::string message) {
    const auto count = [](int value) { return value < 0 ? std::size_t{0} : static_cast<std::size_t>(value); };
    out_.problems.push_back({count(at.line), count(at.column), std::move(message)});
  }

  ParsedFields& out_;
  std::size_t visits_ = 0;
  bool said_too_much_ = false;
};

}  // namespace

ParsedFields parse_yaml_fields(const std::string& block) {
  ParsedFields out;
  try {
    const YAML::Node root = YAML::Load(block);
    if (root.IsMap() || root.IsNull()) {
      out.state = ParsedFields::State::fields;
      Flattener(out).visit(root, "", 0);
    } else {
      out.state = ParsedFields::State::no_fields;
    }
  } catch (const YAML::Exception& error) {
    const auto count = [](int value) { return value < 0 ? std::size_t{0} : static_cast<std::size_t>(value); };
    out = {};
    out.problems.push_back({count(error.mark.line), count(error.mark.column), error.msg});
  } catch (const std::exception& error) {
    out = {};
    out.problems.push_back({0, 0, error.what()});
  }
  return out;
}

}  // namespace aushang::ingest
