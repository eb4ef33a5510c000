#include "main/offline.h"

#include <array>
#include <utility>

#include "base/json.h"
#include "base/percent.h"
#include "pack/hash.h"
#include "site/colour.h"
#include "site/theme.h"

namespace aushang::cli {
namespace {

/// The address that readers use: a page is that of its folder.
std::string address_of(const std::string& name) {
  constexpr std::string_view page = "index.html";
  const bool is_page = name == page || name.ends_with("/index.html");
  const std::string address = is_page ? name.substr(0, name.size() - page.size()) : name;
  return address.empty() ? "./" : base::percent_encode(address, "/");
}

bool is_read(const std::string& name, const std::string& folder) {
  constexpr std::array<std::string_view, 6> not_read = {".br",          ".gz",   ".webmanifest",
                                                        "licences.txt", "sw.js", ".png"};
  if (name.starts_with(folder + "app/")) {
    for (const std::string_view ending : not_read)
      if (name.ends_with(ending)) return false;
    return true;
  }
  constexpr std::array<std::string_view, 7> of_servers = {
      ".br", ".gz", ".webmanifest", "version.txt", "sitemap.xml", "oembed.json", "embed.js"};
  for (const std::string_view ending : of_servers)
    if (name.ends_with(ending)) return false;
  return name != k_worker_file;
}

/// Puts `text` where `place` stands; false unless it stands there exactly once.
bool fill(std::string& script, std::string_view place, std::string_view text) {
  const std::size_t at = script.find(place);
  if (at == std::string::npos || script.find(place, at + 1) != std::string::npos) return false;
  script.replace(at, place.size(), text);
  return true;
}

}  // namespace

base::Result<std::string> worker_script(std::string_view script, const std::string& version,
                                        const std::string& folder, const FolderContents& site) {
  base::JsonArray files;
  for (const auto& [name, data] : site) {
    if (!is_read(name, folder)) continue;
    // What lies in the version's folder never changes; a page may have been kept by the browser as it was.
    const base::Json revision = name.starts_with(folder) ? base::Json() : base::Json(pack::sha256_hex(data));
    files.push_back(base::JsonObject{{"url", base::Json(address_of(name)), {}},
                                     {"revision", revision, {}},
                                     {"integrity", base::Json(pack::integrity(data)), {}}});
  }
  std::string out(script);
  const bool has_list = fill(out, "self.__WB_MANIFEST", base::write_json(base::Json(std::move(files))));
  if (has_list && fill(out, "__AUSHANG_VERSION__", version)) return out;
  return base::Diagnostic{
      base::Severity::error,
      k_worker_file,
      {},
      "bad-worker",
      "",
      "the service worker has no place for the list of files. Build the app anew with ./dev build."};
}

std::string write_manifest(const ManifestInput& input) {
  const std::string paper = input.paper.empty() ? site::to_string(site::k_light.paper) : input.paper;
  const auto icon = [&](const char* name, const char* size, const char* purpose) {
    return base::Json(base::JsonObject{{"src", base::Json(input.folder + "app/" + name), {}},
                                       {"sizes", base::Json(size), {}},
                                       {"type", base::Json("image/png"), {}},
                                       {"purpose", base::Json(purpose), {}}});
  };
  return base::write_json(
             base::JsonObject{{"name", base::Json(input.name), {}},
                              {"lang", base::Json(input.language), {}},
                              {"dir", base::Json("auto"), {}},
                              {"start_url", base::Json("./"), {}},
                              {"scope", base::Json("./"), {}},
                              {"display", base::Json("minimal-ui"), {}},
                              {"theme_color", base::Json(input.accent.empty() ? paper : input.accent), {}},
                              {"background_color", base::Json(paper), {}},
                              {"icons",
                               base::Json(base::JsonArray{icon("icon-192.png", "192x192", "any"),
                                                          icon("icon-512.png", "512x512", "any"),
                                                          icon("maskable-512.png", "512x512", "maskable")}),
                               {}}},
             2) +
         "\n";
}

}  // namespace aushang::cli
