#pragma once
/// Where links lead, as far as that can be known away from the site, and which places within the page they
/// name.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ingest/html/html_dom.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

/// Something that the page has beside it.
struct Reference {
  std::string address;
  bool is_image = false;
  std::size_t origin = 0;
};

class Links {
 public:
  Links(const HtmlTree& tree, Warnings& warnings);

  /// The address a link gets; empty where it becomes text, with a warning where there was one.
  [[nodiscard]] std::string address(const GumboNode* link);

  /// Whether some link leads to "#id".
  [[nodiscard]] bool is_target(std::string_view id) const { return targets_.contains(std::string(id)); }
  /// Whether a block has the name already: of several with one id the first counts, as in browsers.
  [[nodiscard]] bool is_found(std::string_view id) const { return found_.contains(std::string(id)); }
  /// The id that some link uses for a heading with these words, as a generator would make it; else empty.
  /// `written`: as they are read when the page is taken in again ("m²" for "m<sup>2</sup>").
  [[nodiscard]] std::string generated_id(std::string_view words, std::string_view written);
  /// A block is called `id`, and this names it, too.
  void found(const std::string& name, const std::string& id) { found_[name] = id; }
  /// The page links to this, or shows it.
  void refer(std::string_view address, bool is_image, std::size_t origin);
  /// Warns of links to places that aren't there. Gives what lies beside the page.
  [[nodiscard]] std::vector<Reference> finish();

 private:
  void collect(const GumboNode* node, bool in_link);

  const HtmlTree& tree_;
  Warnings& warnings_;
  std::unordered_set<std::string> targets_;
  std::unordered_map<std::string, std::string> found_;
  static constexpr std::size_t k_rules = 4;  ///< GitHub's and kramdown's, for the words and as written
  std::array<std::unordered_map<std::string, unsigned>, k_rules> made_;  ///< how often each made an id
  std::vector<std::pair<std::string, std::size_t>> inner_;  ///< links within the page, and where they stand
  std::unordered_set<std::string> referred_;
  std::vector<Reference> references_;
};

}  // namespace aushang::ingest
