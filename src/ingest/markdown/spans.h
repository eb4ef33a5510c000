#pragma once
/// Notations in running text that generators know and CommonMark doesn't:
///
///     # Title {#id}   text {#id}       an anchor in the block
///     [x](y){: .z}    [x]{.z}          [x](y), x
///     [a](b c.pdf)                     [a](b%20c.pdf)
///     [^1]                             a link to the note
///     $x$                              a code run that keeps the signs
///     1~2 and 2~3                      text: only "~~" strikes through
///     1^st^  H~2~O                     <sup>, <sub>
///     {ref}`words <target>`            MyST's roles: what they say
///     :email:  a\\                      ✉, a line break
#include "ingest/markdown/footnotes.h"
#include "ingest/text/source_text.h"

namespace aushang::ingest {

[[nodiscard]] SourceText plain_spans(const SourceText& page, const Footnotes& footnotes);

}  // namespace aushang::ingest
