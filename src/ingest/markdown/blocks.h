#pragma once
/// Blocks that generators know and CommonMark doesn't, written as HTML that means the same (its content stays
/// Markdown), line by line:
///
///     ::: {.callout-tip}  :::tip Title  !!! tip "Title"  ??? …  ```{tip} Title  > [!TIP]     a quote that
///     begins
///                                                                        with a strong title
///     ::: other   === "Tab"   ```{other}                                 what they hold
///     Term / : definition                                                <dl>
///     [^1]: note                                                         an <ol> at the end
///     {: #id} below a block                                              an anchor in it
///     $$ … $$                                                            a code block of class math
///     *[abbr]: …   [TOC]   \newpage                                      nothing
///
/// Markdown right below a line of HTML gets the blank line that CommonMark wants; lines of HTML that are set
/// in deep enough to be code are moved out.
#include "ingest/markdown/footnotes.h"
#include "ingest/text/source_text.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

[[nodiscard]] SourceText plain_blocks(const SourceText& page, const Footnotes& footnotes, Warnings& warnings);

}  // namespace aushang::ingest
