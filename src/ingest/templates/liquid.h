#pragma once
/// What template languages leave in a page: Liquid (Jekyll; shopify.github.io/liquid) and Hugo's shortcodes
/// (gohugo.io/content-management/shortcodes).
///
/// As in Jekyll it comes before Markdown, so it works inside code too; `{% raw %}` keeps it out. In a page
/// without front matter, which Jekyll wouldn't fill in, code is left alone. Nothing is run: values that stand
/// in the page's own front matter or in the site's configuration are filled in, paths stay as text,
/// everything else costs a warning. Text between two tags always stays, because a condition can't be decided
/// here and losing text is worse than keeping it.
#include <string>
#include <string_view>

#include "ingest/front_matter/front_matter.h"
#include "ingest/text/source_text.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

/// `site` is what the configuration of the site says.
[[nodiscard]] SourceText fill_in_templates(SourceText page, const FrontMatter& front, const Fields& site,
                                           Warnings& warnings);

/// The value of what stands between "{{" and "}}".
struct LiquidValue {
  std::string text;
  std::string problem;  ///< what couldn't be done, as the end of a sentence; empty if all could
};
[[nodiscard]] LiquidValue evaluate_liquid(std::string_view expression, const Fields& page,
                                          const Fields& site);

}  // namespace aushang::ingest
