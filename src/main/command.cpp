#include "main/command.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "base/text.h"
#include "main/terminal.h"

namespace aushang::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"check",
       "find mistakes in a posting before applicants do",
       R"(aushang check DIR… [--site FILE] [--no-config] [--today YYYY-MM-DD] [--json] [--quiet]

Reads the posting in each folder DIR (posting.md, or the one other .md file; translations such as posting.de.md; check.json)
and prints every error and warning as

  file:line:col: code: message [JSON path]

Errors: unknown or missing keys, names that don't exist, logic outside the profile, quotes that don't occur exactly once in
the posting, impossible addresses and dates. Warnings: questions nobody needs, questions a posting should not ask, a deadline that has passed,
a page that says it isn't published, an address, a tag, a deadline or a document that isn't the page's, …
A site.json beside the folders is read and checked as well; schemas/site.schema.json says what it may hold.

  --site FILE   the site.json, if it is elsewhere
  --no-config   don't read the configuration of the site that the page is from
  --today DATE  today's date, if not this machine's
  --json        the same as one JSON array of {"severity","file","line","column","code","path","message"}
  --quiet       nothing but errors and warnings: where there are none, nothing at all

Exit code: 0 no errors (warnings are allowed) · 1 errors · 2 usage error

Example
  aushang check assets/postings/phd-ot
)",
       {"--site=", "--no-config", "--today=", "--json", "--quiet"},
       {},
       run_check},
      {"extract",
       "find out what a page says about applying",
       R"(aushang extract FILE.md [--no-config] [--today YYYY-MM-DD]

Prints one JSON object: what the page in FILE.md says about applying, as far as general rules can tell. "-" reads standard
input. Postings in English, German, Spanish, French, Italian, Chinese, Japanese and Korean are understood.

  addresses   with "role" (apply, inquiry, cc, contact); "complete" is false where the page shows only a part, "hidden" is
              true where it spells the address out, "shown" is another address that the link to this one shows
  subjects    with "mode" (contains, exact, starts, template, suffix), what it is "for", and its "position"
  deadlines   with "date" or "until_filled"; "inferred" lists what the page doesn't say, such as the year
  materials   with "kind", "stage" (now, later) and "required" (yes, if_any, optional)
  channel     email, portal, both, other or none; "portal" is the address of the form
  closed      whether the page says that the position is filled
  positions   where each has a subject of its own
  criteria    what is asked of applicants, with a "quote" that stands once on the page

Everything has its place ("at") and says whether it is "sure".

  --no-config   don't read the configuration of the site that the page is from
  --today DATE  today's date, if not this machine's: the year of a deadline that has none

Exit code: 0 done · 1 can't be read · 2 usage error

Example
  aushang extract posting.md
)",
       {"--no-config", "--today="},
       {},
       run_extract},
      {"init",
       "draft a check.json for a page",
       R"(aushang init FILE.md [-o DIR] [--no-config] [--today YYYY-MM-DD]

Makes the folder DIR with the page as posting.md and a check.json drafted from what the page says (`aushang extract`): where
applications go, the subject's tag, the deadline, the documents, and questions about what is asked of applicants. What it writes
passes `aushang check`. Each guess has a "$comment" to confirm, and all are listed in one line.

Nothing is overwritten. Where DIR has a check.json already, init says what the page says differently by now.

  -o DIR        the folder; without it, one called as the page, beside it
  --no-config   don't read the configuration of the site that the page is from: its name, address, language and values
  --today DATE  today's date, if not this machine's: the year of a deadline that has none

Exit code: 0 written or compared · 1 can't be read or written · 2 usage error

Example
  aushang init phd.md -o my-posting
)",
       {"-o=", "--no-config", "--today="},
       {},
       run_init},
      {"confirm",
       "go through what init guessed, point by point",
       R"(aushang confirm DIR [--do STEP] [--no-config] [--today YYYY-MM-DD]

Prints one JSON object: what check.json in the folder DIR says, point by point, beside what the page says.

  points    each with its "id" and "kind" (address, tag, deadline, portal, closed, organization, position, document, question,
            note, rule) and what it says. "open" is true for a guess of `aushang init` that nobody has confirmed, "why" has the
            guess's own words, "at" and "at_page" are its places in check.json and on the page, "doubts" is what
            `aushang check` says about it. "choices" has what the page offers
  clauses   what rules are made of: a "rule" is the id of a clause, {"all": [RULE, …]} or {"one": [RULE, …]}, or null where it
            says more than that; "shown" is the rule in words
  missing   what the page says and check.json doesn't, each as the step that would add it
  doubts    what `aushang check` says about the rest of check.json
  sha256    of check.json; after a step also "sha256_before", of what the step was done on

With --do, changes check.json by one step first. All that isn't part of the step stays as it is written: comments, order and
layout. A file that passes `aushang check` passes it afterwards, too; a step that can't be done changes nothing.

  {"do": "keep", "point": ID}                 the guess is right; "points": [ID, …] keeps several at once
  {"do": "change", "point": ID, "set": {…}}   other values, by the keys of the point; "was" may say which ones are there now
  {"do": "drop", "point": ID}                 the point goes, and whatever names it: with a question its clauses
  {"do": "add", "kind": KIND, "quote": "…"}   a document, question or note for words that stand once on the page; a rule, an
                                              address, a tag, a deadline or a portal by what is "set"

  --do STEP     the step, as JSON; "-" reads it from standard input
  --no-config   don't read the configuration of the site that the page is from
  --today DATE  today's date, if not this machine's

Exit code: 0 done · 1 the page or check.json can't be read, or the step can't be done · 2 usage error

Examples
  aushang confirm my-posting
  aushang confirm my-posting --do '{"do": "keep", "point": "deadline"}'
  aushang confirm my-posting --do '{"do": "change", "point": "document:cv", "set": {"required": "optional"}}'
)",
       {"--do=", "--no-config", "--today="},
       {},
       run_confirm},
      {"build",
       "make the site: pages to read, check yourself against and apply from",
       R"(aushang build DIR… -o FOLDER|FILE.zip|- [--site FILE] [--no-config] [--app FOLDER | --no-app] [--no-offline] [--no-packed]
              [--today YYYY-MM-DD] [--quiet]

Makes FOLDER a complete site of static files with relative addresses: put it anywhere on any web server. One posting becomes
FOLDER/index.html, a translation posting.de.md FOLDER/de/index.html; several postings get a folder each and an index.

The words around the posting come in English and German. If the posting isn't translated, a page of its own, such as
FOLDER/de/index.html, has the posting as it is, with the other language around it. Each page links to the others.

Every page can be read, with the right mail link and checklist, before any script runs and without scripts. The app adds the
self-check and the growing mail draft, and draws everything on a canvas under the same text; its files are included, and it
loads each posting's posting.json.

What the pages share is in FOLDER/v/VERSION/. VERSION stands for the content of the whole site, so these files never change
and browsers may cache them for good; the previous version stays for pages that are still open. FOLDER/version.txt names the
current one. Text and wasm are there compressed as well, as .br and .gz, for servers that send them.
Comments in check.json ("$comment") are not published.

A site.json beside the postings' folders says what all pages share: name, logo, colours, fonts, legal notice, the languages to
offer, and the address where the site will live. With an address there are absolute links, sitemap.xml, and an oembed.json
beside each posting.

Nothing is written unless every posting is free of errors. An old output is replaced atomically; a folder that
aushang didn't make is never touched.

  -o FOLDER      where the site goes (required); with a name such as site.zip, all of it in one file, and "-o -" prints that file
  --site FILE    the site.json, if it is elsewhere
  --no-config    don't read the configuration of the site that a page is from (_config.yml, hugo.toml, _quarto.yml, mkdocs.yml, …)
                 for its language and the values its templates name
  --app FOLDER   where the app is, if not the one that came with this program
  --no-app       pages without script
  --no-offline   pages that can't be saved on a device; the service worker of an earlier build removes itself and what it saved
  --no-packed    no .br and .gz, for servers that compress by themselves
  --today DATE   today's date, if not this machine's; there is a warning if a deadline has passed
  --quiet        nothing but errors and warnings

Exit code: 0 built · 1 errors, nothing changed · 2 usage error

Examples
  aushang build assets/postings/phd-ot -o dist
  aushang build assets/postings/phd-ot assets/postings/msca-doctoral -o dist
  aushang build assets/postings/phd-ot -o site.zip
)",
       {"-o=", "--site=", "--no-config", "--app=", "--no-app", "--no-offline", "--no-packed",
        "--today=", "--quiet"},
       {},
       run_build},
      {"serve",
       "show a posting while you write it (npm package)",
       R"(aushang serve DIR… [--port N] [--site FILE] [--today YYYY-MM-DD]

Shows the site of the postings in a browser on this machine, and shows it anew whenever a file changes. What readers have answered,
written and looked at stays. What `aushang check` finds stands in a bar over the page; a click on a place shows the line. As
long as there is an error, the last page without one stays.

Beside the page stands what check.json says, with the guesses of `aushang init`: keep, change or drop each of them by clicking, and add what
you mark on the page. Each step is written to check.json at once and can be taken back. None of it is part of a built site.

The npm package serves; the native program doesn't.

  --port N      where to listen; by default the first free port from 8080 on
  --site FILE   the site.json, if it doesn't lie beside the postings
  --today DATE  today's date, if not this machine's

Exit code: 0 stopped · 1 no port is free · 2 usage error

Example
  npx aushang serve my-posting
)",
       {"--port=", "--site=", "--today="},
       {},
       run_serve},
      {"render",
       "turn a Markdown page into HTML, text or JSON",
       R"(aushang render FILE.md [--to html|text|json] [--no-config] [--commonmark | --gfm]

Prints the document in FILE.md; "-" reads standard input. Front matter, Liquid and raw HTML are treated
as in a posting: no raw HTML and no dangerous address ever comes out.

  --to html      an HTML fragment (default)
  --to text      as a reader would copy it
  --to json      blocks and inlines with their places in the source and in the visible text
  --no-config    don't read the configuration of the site that the page is from
  --commonmark   pure CommonMark 0.31.2, raw HTML passed on: not for pages, but for comparison with the specification
  --gfm          the same with tables, task lists, strikethrough and autolinks

Exit code: 0 done · 1 can't be read · 2 usage error

Example
  aushang render posting.md --to text
)",
       {"--to=", "--commonmark", "--gfm", "--no-config"},
       {},
       run_render},
      {"verdict",
       "judge an applicant's answers",
       R"(aushang verdict DIR --answers ANSWERS.json [--no-config] [--today YYYY-MM-DD]

Prints one JSON object: "outcome" (meets, ask, not_yet, open), "criteria" with their clauses and the questions these depend
on, "ask" (the questions that still matter, in order), "at_most" (how many more there can be) and "would_change" (the
smallest changes of answers that would change the outcome). Always advice only: people decide.

  --answers FILE   {"version": 1, "answers": {"masters": "yes", "field": ["ml"], "x": {"unknown": "not_sure"}}}; "-" is standard input
  --no-config      don't read the configuration of the site that the page is from
  --today DATE     adds "deadline_passed" where the posting has a deadline with a date

Exit code: 0 judged · 1 errors in the posting or the answers · 2 usage error

Example
  aushang verdict assets/postings/phd-ot --answers answers.json
)",
       {"--answers=", "--no-config", "--today="},
       {},
       run_verdict},
      {"mail",
       "draft the application mail",
       R"(aushang mail DIR --answers ANSWERS.json --as mailto|text [--attach FILE]… [--lang en|de] [--no-config]

Prints the draft: recipients, a subject that contains the tag, a body that lists what is attached. Nothing is sent.

  --as mailto     a mailto: link (RFC 6068); it can't carry files, the body names them
  --as text       headers and body, to read or copy
  --attach FILE   a file to attach; repeat it for each one. Which material it is is guessed from its name
                  (Doe_CV.pdf); write --attach thesis=Doe_2024.pdf where the name doesn't tell
  --lang L        the language of the mail; by default that of the answers, or else that of the posting
  --no-config     don't read the configuration of the site that the page is from

Required documents that are missing are listed on standard error; the draft is printed anyway.

Exit code: 0 drafted · 1 errors · 2 usage error

Example
  aushang mail assets/postings/phd-ot --answers answers.json --as text --attach Doe_CV.pdf
)",
       {"--answers=", "--as=", "--attach=", "--lang=", "--no-config"},
       {"--attach"},
       run_mail},
      {"logic",
       "evaluate rules line by line",
       R"(aushang logic < LINES

Reads one [rule, data] per line and prints, for each, one of: true · false · "unknown" · {"refused": "why"}.

The rules are a fixed profile of JsonLogic: var (no default) and or ! == === != !== < <= > >= in if some all none, judged in
three-valued logic: a variable missing from the data is unknown.

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

std::string as_word(const std::string& path) {
  const bool is_plain = std::all_of(path.begin(), path.end(), [](char c) {
    return base::is_ascii_alpha(c) || base::is_ascii_digit(c) ||
           std::string_view("._/\\:~-").find(c) != std::string_view::npos;
  });
  return is_plain ? path : "\"" + path + "\"";
}

void report(const base::Diagnostics& all) {
  for (const base::Diagnostic& one : all)
    std::fprintf(stderr, "%s\n", shown(one, terminal().colours_errors).c_str());
}

int usage(std::string_view command, std::string_view mistake) {
  std::fprintf(stderr, "aushang %.*s: %.*s\nSee: aushang %.*s --help\n", static_cast<int>(command.size()),
               command.data(), static_cast<int>(mistake.size()), mistake.data(),
               static_cast<int>(command.size()), command.data());
  return k_usage;
}

}  // namespace aushang::cli
