#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "main/app_files.h"
#include "main/command.h"
#include "main/generators.h"
#include "main/guesses_left.h"
#include "main/site_plan.h"
#include "main/site_sources.h"
#include "main/site_writer.h"

namespace aushang::cli {
namespace {

SourceNames names_of(const Arguments& arguments, std::optional<base::Date> today) {
  SourceNames names = {arguments.rest, arguments.value("--site"), AppWish::if_there, arguments.app_folder,
                       today};
  if (arguments.has("--no-app")) names.app = AppWish::none;
  if (const std::optional<std::string> named = arguments.value("--app")) {
    names.app = AppWish::needed;
    names.app_folder = *named;
  }
  return names;
}

int nothing_built(const base::Diagnostics& problems, const std::string& output) {
  report(problems);
  if (is_standard_output(output))
    std::fprintf(stderr, "Nothing was built.\n");
  else
    std::fprintf(stderr, "Nothing was built; %s is unchanged.\n", output.c_str());
  return k_failed;
}

void sum_up(const std::string& output, std::size_t postings, const Written& written) {
  std::printf("%s: %zu posting%s, %zu files, %zu bytes\n", output.c_str(), postings, postings == 1 ? "" : "s",
              written.files, written.bytes);
}

}  // namespace

int run_build(const Arguments& arguments) {
  if (arguments.rest.empty()) return usage("build", "name the folder of a posting.");
  const std::optional<std::string> output = arguments.value("-o");
  if (!output || output->empty()) return usage("build", "-o FOLDER is needed: where the site goes.");
  if (arguments.has("--no-app") && arguments.has("--app"))
    return usage("build", "--app and --no-app contradict each other.");
  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("build", k_what_today_is);

  base::Diagnostics problems;
  Generators generators(arguments);
  SiteSources sources = read_site_sources(names_of(arguments, today), generators, problems);
  if (base::has_errors(problems)) return nothing_built(problems, *output);
  if (arguments.has("--no-offline")) sources.app.erase(k_app_worker);
  const std::size_t postings = sources.postings.size();
  const bool tells = !is_standard_output(*output) && !arguments.has("--quiet");
  for (std::size_t i = 0; tells && i < postings; ++i) tell_guesses(sources.postings[i], arguments.rest[i]);
  SitePlan plan = plan_site(std::move(sources), problems);
  if (base::has_errors(problems)) return nothing_built(problems, *output);
  report(problems);

  const Packed packed = arguments.has("--no-packed") ? Packed::no : Packed::yes;
  const base::Result<Written> written = write_site(std::move(plan), *output, packed);
  if (!written) {
    report(written.errors());
    return k_failed;
  }
  if (tells) sum_up(*output, postings, *written);
  return k_done;
}

}  // namespace aushang::cli
