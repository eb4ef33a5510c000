#pragma once
/// Where links lead, as far as that can be known away from the site, and which places within the page they
/// name.
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ingest/html/html_dom.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

class Links {
 public:
  Links(const HtmlTree& tree, Warnings& warnings);

  /// The address a link gets; empty where it becomes text, with a warning where there was one.
  [[nodiscard]] std::string address(const GumboNode* link);

  /// Whether some link leads to "#id".
  [[nodiscard]] bool is_target(std::string_view id) const { return targets_.contains(std::string(id)); }
  /// The id that some link uses for a heading with these words, as a generator would make it; else empty.
  [[nodiscard]] std::string generated_id(std::string_view words);
  /// A block is called `id`, and this names it, too.
  void found(const std::string& name, const std::string& id) { found_[name] = id; }
  /// Warns of links to places that aren't there.
  void finish();

 private:
  void collect(const GumboNode* node, bool in_link);

  const HtmlTree& tree_;
  Warnings& warnings_;
  std::unordered_set<std::string> targets_;
  std::unordered_map<std::string, std::string> found_;
  std::unordered_map<std::string, unsigned> made_;
  std::vector<std::pair<std::string, std::size_t>> inner_;  ///< links within the page, and where they stand
};

}  // namespace aushang::ingest
