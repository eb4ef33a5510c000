#include "main/command.h"

#include <cstdio>
#include <ctime>

namespace aushang::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"check",
       "find mistakes in a posting before applicants do",
       R"(aushang check DIR… [--site FILE] [--today YYYY-MM-DD] [--json]

Reads the posting in each folder DIR (posting.md, or the one other .md file; translations such as posting.de.md; check.json)
and prints every error and warning as

  file:line:col: code: message [JSON path]

Errors: unknown or missing keys, names that don't exist, logic outside the profile, quotes that don't occur exactly once in
the posting, addresses and dates that can't be. Warnings: questions nobody needs, questions a posting should not ask, a deadline that is over,
a page that says it isn't published, …
A site.json beside the folders (docs/site-json.md) is read and checked as well.

  --site FILE   the site.json, if it lies elsewhere
  --today DATE  the day it is, if not this machine's
  --json        the same as one JSON array of {"severity","file","line","column","code","path","message"}

Exit code: 0 no errors (warnings are allowed) · 1 errors · 2 called wrongly

Example
  aushang check assets/postings/phd-ot
)",
       {"--site=", "--today=", "--json"},
       {},
       run_check},
      {"build",
       "make the site: pages to read, to check oneself against and to apply from",
       R"(aushang build DIR… -o FOLDER [--site FILE] [--app FOLDER | --no-app] [--no-offline] [--today YYYY-MM-DD]

Makes FOLDER a complete site of static files with relative addresses: put it anywhere on any web server. One posting becomes
FOLDER/index.html, a translation posting.de.md FOLDER/de/index.html; several postings get a folder each and an index.

The words around the posting are there in English and German. Where the posting isn't translated, a page of its own, such as
FOLDER/de/index.html, has the posting as it is with the other words around it. Each page leads to the others.

Every page can be read, with the right mail link and checklist, before and without any script. The app adds the self-check
and the growing mail draft, and draws it all on a canvas under the same text; its files come along, and
each posting's posting.json is what it loads.

What the pages share lies in FOLDER/v/VERSION/. VERSION stands for the content of the whole site, so these files never change
and may be kept by browsers for good; the version before it stays for pages that are open. FOLDER/version.txt names the
current one. Text and wasm also lie there packed, as .br and .gz, for servers that send them.
Comments in check.json ("$comment") are not published.

A site.json beside the postings' folders says what all pages share: name, logo, colours, legal notice, the languages to offer,
and the address where the site will live. With an address there are absolute links, sitemap.xml, and an oembed.json beside
each posting.

Nothing is written unless every posting is free of errors. An old output is replaced whole or not at all; a folder that
aushang didn't make is never touched.

  -o FOLDER      where the site goes (needed)
  --site FILE    the site.json, if it lies elsewhere
  --app FOLDER   where the app is, if not in ../app beside the folder of this program
  --no-app       pages without script
  --no-offline   pages that can't be kept on a device; a service worker of an earlier build removes itself and what it kept
  --today DATE   the day it is, if not this machine's; a deadline that is over is warned of

Exit code: 0 built · 1 errors, nothing changed · 2 called wrongly

Examples
  aushang build assets/postings/phd-ot -o dist
  aushang build assets/postings/phd-ot assets/postings/msca-doctoral -o dist
)",
       {"-o=", "--site=", "--app=", "--no-app", "--no-offline", "--today="},
       {},
       run_build},
      {"render",
       "turn a Markdown page into HTML, text or JSON",
       R"(aushang render FILE.md [--to html|text|json] [--commonmark | --gfm]

Prints the document that FILE.md holds; "-" reads standard input. Front matter, Liquid and raw HTML are dealt with
as in a posting: no raw HTML and no dangerous address ever comes out.

  --to html      an HTML fragment (default)
  --to text      as a reader would copy it
  --to json      blocks and inlines with their places in the source and in the visible text
  --commonmark   pure CommonMark 0.31.2, raw HTML passed on: not for pages, but for comparison with the specification
  --gfm          the same with tables, task lists, strikethrough and autolinks

Exit code: 0 done · 1 can't be read · 2 called wrongly

Example
  aushang render posting.md --to text
)",
       {"--to=", "--commonmark", "--gfm"},
       {},
       run_render},
      {"verdict",
       "judge an applicant's answers",
       R"(aushang verdict DIR --answers ANSWERS.json [--today YYYY-MM-DD]

Prints one JSON object: "outcome" (meets, ask, not_yet, open), "criteria" with their clauses and the questions these depend
on, "ask" (the questions that still matter, in order), "at_most" (how many more there can be) and "would_change" (the
smallest changes of answers that would change the outcome). Advisory, always: people decide.

  --answers FILE   {"version": 1, "answers": {"masters": "yes", "field": ["ml"], "x": {"unknown": "not_sure"}}}; "-" is standard input
  --today DATE     adds "deadline_passed" where the posting has a deadline with a date

Exit code: 0 judged · 1 errors in the posting or the answers · 2 called wrongly

Example
  aushang verdict assets/postings/phd-ot --answers answers.json
)",
       {"--answers=", "--today="},
       {},
       run_verdict},
      {"mail",
       "draft the application mail",
       R"(aushang mail DIR --answers ANSWERS.json --as mailto|text [--attach FILE]… [--lang en|de]

Prints the draft: recipients, a subject that contains the tag, a body that lists what is attached. Nothing is sent.

  --as mailto     a mailto: link (RFC 6068); it can't carry files, the body names them
  --as text       headers and body, to read or copy
  --attach FILE   a file that goes along, once for each. Which material it is, is read off its name
                  (Doe_CV.pdf); say it with --attach thesis=Doe_2024.pdf where the name doesn't tell
  --lang L        language of the mail; else that of the answers, else that of the posting

What is required and missing is said on standard error; the draft is printed all the same.

Exit code: 0 drafted · 1 errors · 2 called wrongly

Example
  aushang mail assets/postings/phd-ot --answers answers.json --as text --attach Doe_CV.pdf
)",
       {"--answers=", "--as=", "--attach=", "--lang="},
       {"--attach"},
       run_mail},
      {"logic",
       "evaluate rules line by line",
       R"(aushang logic < LINES

Reads one [rule, data] per line and prints, for each, one of: true · false · "unknown" · {"refused": "why"}.

The rules are a fixed profile of JsonLogic: var (no default) and or ! == === != !== < <= > >= in if some all none, judged in
three-valued logic: a variable that data lacks is unknown.

Exit code: 0

Example
  echo '[{"and": [{"var": "a"}, {"var": "b"}]}, {"a": false}]' | aushang logic
)",
       {},
       {},
       run_logic},
  };
  return all;
}

std::optional<base::Date> today_of(const Arguments& arguments) {
  if (const std::optional<std::string> said = arguments.value("--today")) return base::parse_date(*said);
  const std::time_t now = std::time(nullptr);
  const std::tm* here = std::localtime(&now);
  return base::Date{here->tm_year + 1900, here->tm_mon + 1, here->tm_mday};
}

void report(const base::Diagnostics& all) {
  for (const base::Diagnostic& one : all) std::fprintf(stderr, "%s\n", base::format(one).c_str());
}

int usage(std::string_view command, std::string_view mistake) {
  std::fprintf(stderr, "aushang %.*s: %.*s\nSee: aushang %.*s --help\n", static_cast<int>(command.size()),
               command.data(), static_cast<int>(mistake.size()), mistake.data(),
               static_cast<int>(command.size()), command.data());
  return k_usage;
}

}  // namespace aushang::cli
