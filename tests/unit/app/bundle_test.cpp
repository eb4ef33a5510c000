#include "app/bundle.h"

#include "author/load.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace aushang::app {
namespace {

Bundle example() {
  return {.language = "en-GB",
          .title = "A job \"here\"",
          .description = "",
          .alternates = {{"de", "de/"}, {"fr", "../fr/"}},
          .check_language = "fr",
          .rules = *author::load_rules(R"({"version": 1, "apply": {"to": ["a@b.example"]}})", "check.json"),
          .markdown = "# A job\n\nwith *Ümläut*, \\ and \t\n"};
}

std::string with(std::string text, std::string_view part, std::string_view other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), other);
}

std::string complaint(std::string_view text) {
  const base::Result<Bundle> bundle = read_bundle(text);
  if (bundle) return "accepted";
  EXPECT_EQ(bundle.errors().size(), 1u);
  return bundle.errors().front().message;
}

TEST(Bundle, IsReadAsItWasWritten) {
  const Bundle bundle = example();
  const base::Result<Bundle> read = read_bundle(write_bundle(bundle));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->language, bundle.language);
  EXPECT_EQ(read->title, bundle.title);
  EXPECT_EQ(read->description, bundle.description);
  EXPECT_EQ(read->markdown, bundle.markdown);
  EXPECT_EQ(read->check_language, "fr");
  ASSERT_EQ(read->alternates.size(), 2u);
  EXPECT_EQ(read->alternates[1].language, "fr");
  EXPECT_EQ(read->alternates[1].href, "../fr/");
  EXPECT_EQ(read->rules.apply.to, bundle.rules.apply.to);
}

TEST(Bundle, OfAnotherVersionIsRefusedBeforeAnythingElse) {
  const std::string message = complaint(R"({"version": 3, "whatever": "came later"})");
  EXPECT_NE(message.find("another version"), std::string::npos) << message;
  EXPECT_NE(complaint(R"({"version": "1"})").find("another version"), std::string::npos);
}

TEST(Bundle, NeedsEveryMemberAndNoOther) {
  const std::string text = write_bundle(example());
  for (const std::string name :
       {"version", "language", "title", "description", "alternates", "check_language", "rules", "markdown"}) {
    const std::string message = complaint(with(text, "\"" + name + "\":", "\"renamed\":"));
    EXPECT_EQ(message, "there is no member \"renamed\" in a bundle.");
  }
  EXPECT_EQ(complaint(with(text, "\"description\":\"\",", "")), "the member \"description\" is missing.");
}

TEST(Bundle, NeedsTheRightTypes) {
  const std::string text = write_bundle(example());
  EXPECT_EQ(complaint(with(text, "\"description\":\"\"", "\"description\":null")),
            "\"description\" has to be a string.");
  EXPECT_EQ(
      complaint(with(text, R"([{"language":"de","href":"de/"},{"language":"fr","href":"../fr/"}])", "{}")),
      "\"alternates\" has to be a list.");
  EXPECT_EQ(complaint(with(text, R"("href":"de/")", R"("href":1)")), "\"href\" has to be a string.");
  EXPECT_EQ(complaint(with(text, R"({"language":"de","href":"de/"})", "7")), "an object is needed here.");
  EXPECT_EQ(complaint(with(text, R"("rules":{)", R"("rules":{"no_such":1,)")),
            "\"rules\" can't be read. Build the site anew.");
  EXPECT_EQ(complaint("[]"), "an object is needed here.");
}

TEST(Bundle, ThatIsCutOffIsRefused) {
  const std::string text = write_bundle(example());
  for (std::size_t length = 0; length + 2 < text.size(); ++length)
    EXPECT_NE(complaint(text.substr(0, length)), "accepted");
}

}  // namespace
}  // namespace aushang::app
