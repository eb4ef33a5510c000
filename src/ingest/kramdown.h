#pragma once
/// kramdown's additions to Markdown (kramdown.gettalong.org/syntax.html): attribute lists and extensions.
/// They style the page on the site it came from; here they go, and nothing of the text with them.
///
///     {: .lead}            a line of its own: goes; with "toc" so does the one-item list it replaces
///     [x](y){:.button}     behind a span: goes
///     # Title {#name}      at the end of a heading: goes, headings get ids from their words
///     {::comment}…{:/}     goes with what it holds
///     {::nomarkdown}…{:/}  the marks go, what they hold stays
///     {::options … /}      goes
#include "ingest/outline.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

void remove_kramdown(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings);

}  // namespace aushang::ingest
