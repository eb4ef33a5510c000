#pragma once
/// One posting, ready to be laid out: parsed once, never changed.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "doc/document.h"
#include "layout/page.h"
#include "rules/rule_set.h"

namespace aushang::app {

struct Posting {
  std::string heading;         ///< as the page shows it
  std::string language;        ///< the posting's, BCP 47
  std::string check_language;  ///< of check.json's texts that name none, BCP 47
  rules::RuleSet rules;
  /// Clause id → id of its phrase's element on the page.
  std::map<std::string, std::string, std::less<>> phrases;
  /// Inlines of `text` that are marked for a clause, all its pieces; and that id.
  std::vector<std::pair<std::uint32_t, std::string>> clause_marks;
  std::shared_ptr<const doc::Document> title;       ///< one heading
  std::shared_ptr<const doc::Document> text;        ///< phrases marked
  std::uint32_t skip_block = layout::Part::k_none;  ///< the heading that the title repeats
  std::vector<std::uint32_t> picture_blocks;        ///< paragraphs that the document draws, ascending
  /// Whether the text holds something that the tile can't show as the browser would: characters (see
  /// layout/drawable.h), or pictures in headings and cells. Then the page stays plain.
  bool undrawable = false;
};

}  // namespace aushang::app
