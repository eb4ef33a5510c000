#include <cstdio>
#include <optional>
#include <string>

#include "author/extract.h"
#include "base/json.h"
#include "main/command.h"
#include "main/generators.h"
#include "main/posting_folder.h"

namespace aushang::cli {

int run_extract(const Arguments& arguments) {
  if (arguments.rest.size() != 1) return usage("extract", "name one file, or - for standard input.");
  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("extract", k_what_today_is);
  const base::Result<PostingText> page =
      load_posting_text(arguments.rest[0], Generators(arguments).near(arguments.rest[0]));
  if (!page) {
    report(page.errors());
    return k_failed;
  }
  std::printf("%s\n", base::write_json(author::to_json(extract_from(*page, today)), 2).c_str());
  return k_done;
}

}  // namespace aushang::cli
