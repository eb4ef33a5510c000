#include "main/terminal.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "base/diagnostic.h"

namespace aushang::cli {
namespace {

base::Diagnostic finding(base::Severity severity) {
  return {severity, "job/check.json", {4, 7}, "bad-url", "$.apply.portal", "“x” isn't a web address."};
}

TEST(Terminal, ShowsWhereAFindingIsAndWhetherItIsAnError) {
  EXPECT_EQ(shown(finding(base::Severity::error), true),
            "\x1b[1mjob/check.json:4:7\x1b[0m: \x1b[1;31mbad-url\x1b[0m: “x” isn't a web address. "
            "[$.apply.portal]");
  EXPECT_EQ(shown(finding(base::Severity::warning), true),
            "\x1b[1mjob/check.json:4:7\x1b[0m: \x1b[1;33mbad-url\x1b[0m: warning: “x” isn't a web address. "
            "[$.apply.portal]");
}

TEST(Terminal, ElsewhereShowsTheBareLine) {
  for (const base::Severity severity : {base::Severity::error, base::Severity::warning})
    EXPECT_EQ(shown(finding(severity), false), base::format(finding(severity)));
}

TEST(Terminal, GetsNothingFromAFileThatWouldColourIt) {
  base::Diagnostic hostile = finding(base::Severity::error);
  hostile.file = "a\x1b[31m: bad-url: b";
  const std::string text = shown(hostile, true);
  EXPECT_EQ(text.find("\x1b[31m"), std::string::npos) << text;
}

/// What two steps of four print.
std::string printed(Terminal terminal, std::chrono::milliseconds moment) {
  set_terminal(terminal);
  testing::internal::CaptureStderr();
  {
    Progress progress(4, "files packed", moment);
    progress.step();
    progress.step();
  }
  set_terminal({});
  return testing::internal::GetCapturedStderr();
}

TEST(Terminal, TellsHowFarLongWorkIsAndWipesItOut) {
  const Terminal terminal{.colours_output = false, .colours_errors = false, .shows_progress = true};
  EXPECT_EQ(printed(terminal, std::chrono::milliseconds(0)),
            "\r\x1b[K1 of 4 files packed\r\x1b[K2 of 4 files packed\r\x1b[K");
  EXPECT_EQ(printed(terminal, std::chrono::hours(1)), "") << "what is done at once";
  EXPECT_EQ(printed({}, std::chrono::milliseconds(0)), "") << "what isn't read by a person";
}

}  // namespace
}  // namespace aushang::cli
