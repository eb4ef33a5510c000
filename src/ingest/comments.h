#pragma once
/// HTML comments: authors keep whole old calls in them, so they go before anything else is looked at.
#include "ingest/outline.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

/// Collects what takes out every comment outside code. A comment may begin inside a paragraph and run over
/// blank lines, where Markdown itself no longer sees one. A comment without an end hides nothing: only its
/// "<!--" goes. Comments that begin and end within one block of HTML are left to whoever reads that block.
void remove_comments(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings);

}  // namespace aushang::ingest
