#pragma once
/// Blocks of HTML in a page (CommonMark 0.31.2, section 4.6) become Markdown.
///
/// A blank line ends such a block, so authors' HTML comes in pieces. Pieces that follow one another are read
/// together while elements are open, and so is HTML that blank lines and its own indentation turned into
/// code. Pieces with Markdown between them are fragments, each read for itself.
#include "ingest/outline.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

void convert_html_blocks(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings);

}  // namespace aushang::ingest
