#pragma once
/// What was guessed, as people are told.
#include <string>

#include "main/posting_folder.h"

namespace aushang::cli {

/// The languages of pages that don't say theirs, and what is still to be confirmed of a draft. On standard
/// error, beside what was found: it isn't wrong to keep a guess. `folder`: as it was named. Silent where
/// there is none.
void tell_guesses(const PostingFolder& posting, const std::string& folder);

}  // namespace aushang::cli
