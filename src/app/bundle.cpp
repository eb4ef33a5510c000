#include "app/bundle.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/json.h"
#include "rules/stored.h"

namespace aushang::app {
namespace {

using base::Json;

constexpr double k_version = 2;
constexpr std::string_view k_file = "posting.json";

/// The members of an object, each read once; complains about the first that is wrong.
class Reader {
 public:
  Reader(const Json& json, std::initializer_list<std::string_view> names) : json_(json) {
    if (json.object() == nullptr) complain(json.at, "an object is needed here.");
    if (error_) return;
    for (const base::JsonMember& member : *json.object()) {
      if (std::find(names.begin(), names.end(), member.key) == names.end())
        complain(member.key_at, "there is no member \"" + member.key + "\" in a bundle.");
    }
    for (const std::string_view name : names) {
      if (json.find(name) == nullptr)
        complain(json.at, "the member \"" + std::string(name) + "\" is missing.");
    }
  }

  std::string text(std::string_view name) {
    if (error_) return {};
    const Json& value = *json_.find(name);
    if (value.string() != nullptr) return *value.string();
    complain(value.at, "\"" + std::string(name) + "\" has to be a string.");
    return {};
  }

  void complain(base::Position at, std::string message) {
    if (error_) return;
    error_ = {base::Severity::error, std::string(k_file), at, "bad-bundle", "", std::move(message)};
  }
  [[nodiscard]] const std::optional<base::Diagnostic>& error() const { return error_; }

 private:
  const Json& json_;
  std::optional<base::Diagnostic> error_;
};

}  // namespace

std::string write_bundle(const Bundle& bundle) {
  base::JsonArray alternates;
  for (const html::Alternate& other : bundle.alternates) {
    alternates.emplace_back(base::JsonObject{{"language", other.language, {}}, {"href", other.href, {}}});
  }
  return base::write_json(base::JsonObject{{"version", k_version, {}},
                                           {"language", bundle.language, {}},
                                           {"title", bundle.title, {}},
                                           {"description", bundle.description, {}},
                                           {"alternates", std::move(alternates), {}},
                                           {"check_language", bundle.check_language, {}},
                                           {"rules", rules::write_rules(bundle.rules), {}},
                                           {"markdown", bundle.markdown, {}}}) +
         "\n";
}

base::Result<Bundle> read_bundle(std::string_view text) {
  const base::Result<Json> json = base::parse_json(text, k_file);
  if (!json) return json.errors();
  if (const Json* version = json->find("version");
      version != nullptr && (version->number() == nullptr || *version->number() != k_version)) {
    return base::Diagnostic{base::Severity::error,
                            std::string(k_file),
                            version->at,
                            "bad-bundle",
                            "",
                            "this bundle has another version than this app reads (2). Build the site anew."};
  }
  Reader reader(*json, {"version", "language", "title", "description", "alternates", "check_language",
                        "rules", "markdown"});
  Bundle out;
  out.language = reader.text("language");
  out.title = reader.text("title");
  out.description = reader.text("description");
  out.check_language = reader.text("check_language");
  out.markdown = reader.text("markdown");
  if (reader.error()) return *reader.error();

  const Json& stored = *json->find("rules");
  std::optional<rules::RuleSet> rules = rules::read_rules(stored);
  if (!rules) reader.complain(stored.at, "\"rules\" can't be read. Build the site anew.");
  if (rules) out.rules = *std::move(rules);

  const Json& alternates = *json->find("alternates");
  if (alternates.array() == nullptr) {
    reader.complain(alternates.at, "\"alternates\" has to be a list.");
  } else {
    for (const Json& element : *alternates.array()) {
      Reader alternate(element, {"language", "href"});
      out.alternates.push_back({alternate.text("language"), alternate.text("href")});
      if (alternate.error()) return *alternate.error();
    }
  }
  if (reader.error()) return *reader.error();
  return out;
}

}  // namespace aushang::app
