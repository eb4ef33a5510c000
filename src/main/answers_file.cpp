#include "main/answers_file.h"

#include <filesystem>
#include <utility>

#include "author/load_answers.h"
#include "base/limits.h"
#include "main/files.h"
#include "main/generators.h"

namespace aushang::cli {

base::Result<AnsweredPosting> load_answered_posting(const Arguments& arguments,
                                                    const std::string& answers_file) {
  const std::filesystem::path folder = arguments.rest[0];
  base::Result<PostingFolder> posting =
      load_posting_folder(folder, Generators(arguments).near(folder / "posting.md"));
  if (!posting) return posting.errors();
  base::Result<std::string> json = read_file(answers_file, base::k_max_json_bytes);
  if (!json) return json.errors();
  base::Result<rules::Answers> answers = author::load_answers(*json, answers_file, posting->rules);
  if (!answers) return answers.errors();
  return AnsweredPosting{std::move(*posting), std::move(*answers)};
}

}  // namespace aushang::cli
