#pragma once
#include <string>

#include "main/arguments.h"
#include "main/posting_folder.h"
#include "rules/answers.h"

namespace aushang::cli {

struct AnsweredPosting {
  PostingFolder posting;
  rules::Answers answers;
};

/// The posting in the first folder named, and what someone answered to it. Errors of both; the answers can
/// only be checked against a sound posting.
[[nodiscard]] base::Result<AnsweredPosting> load_answered_posting(const Arguments& arguments,
                                                                  const std::string& answers_file);

}  // namespace aushang::cli
