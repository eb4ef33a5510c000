#pragma once
/// What template languages leave in a page: Liquid (Jekyll; shopify.github.io/liquid) and Hugo's shortcodes
/// (gohugo.io/content-management/shortcodes).
///
/// As in Jekyll it comes before Markdown, so it works inside code too; `{% raw %}` keeps it out. Nothing is
/// run: values that stand in the page's own front matter are filled in, paths stay as text, everything else
/// costs a warning. Text between two tags always stays, because a condition can't be decided here and losing
/// text is worse than keeping it.
#include <string>
#include <string_view>

#include "ingest/front_matter.h"
#include "ingest/source_text.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

void fill_in_templates(SourceText& page, const Fields& fields, Warnings& warnings);

/// The value of what stands between "{{" and "}}".
struct LiquidValue {
  std::string text;
  std::string problem;  ///< what couldn't be done, as the end of a sentence; empty if all could
};
[[nodiscard]] LiquidValue evaluate_liquid(std::string_view expression, const Fields& fields);

}  // namespace aushang::ingest
