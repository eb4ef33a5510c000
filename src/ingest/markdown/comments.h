#pragma once
/// Comments of any generator go, over blank lines too, before anyone takes what they hold for a list:
///
///     <!-- … -->   {/* … */}   {::comment}…{:/comment}   <? … ?>   <![CDATA[ … ]]>   <!DOCTYPE …>
///     % …          a line, in pages that have MyST's directives
///
/// With them go kramdown's {::options … /} and {::nomarkdown}. The tag of an element that would swallow the
/// rest of the page because it is never closed goes with a warning.
#include "ingest/text/source_text.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

[[nodiscard]] SourceText without_comments(SourceText page, Warnings& warnings);

}  // namespace aushang::ingest
