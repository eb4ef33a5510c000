#pragma once
/// HTML in running text: tags become Markdown where it is sure to mean the same, else they go and their text
/// stays.
///
/// The text around them isn't touched but for a backslash where a tag's going would let characters grow into
/// something: in `<sup>*</sup> note` the star would begin a list.
#include "ingest/outline.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

void convert_inline_html(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings);

}  // namespace aushang::ingest
