#include "author/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "author/shape.gen.h"
#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Lexicon, PhrasesMatchWholeWordsBeginningsAndGaps) {
  Topic topic;
  topic.add("send _ letter*");
  topic.add("e-mail");
  EXPECT_TRUE(topic.in(tokenize("Please send a short letters")));
  EXPECT_TRUE(topic.in(tokenize("by E\xE2\x80\x91mail")));
  EXPECT_FALSE(topic.in(tokenize("send one two three four five letter")));
  EXPECT_FALSE(topic.in(tokenize("send. A letter")));
  EXPECT_FALSE(topic.in(tokenize("resend a letter")));
}

TEST(Lexicon, EachMonthHasTwelveNamesInOrderInEachLanguage) {
  EXPECT_EQ(the_words()["date.month"].size() % 12, 0u);
}

/// A name misspelt in the code or in the file would be an empty list, which finds nothing and says nothing.
TEST(Lexicon, TheCodeAsksForWhatTheFileHas) {
  std::set<std::string> asked;
  for (const auto& entry : std::filesystem::directory_iterator(AUSHANG_SOURCE_DIR "/src/author")) {
    const std::string reader = entry.path().filename().string().substr(0, 4);
    if (reader == "load" || reader == "lint") continue;  // they read check.json, and ask for no words
    std::ifstream file(entry.path());
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
      const std::size_t end = text.find('"', at + 1);
      if (end != std::string::npos) asked.insert(text.substr(at + 1, end - at - 1));
    }
  }
  for (const auto& [name, topic] : the_words().topics()) {
    const bool is_composed =
        name.starts_with("material.") || name.starts_with("criterion.") || name.starts_with("language.");
    EXPECT_TRUE(is_composed || asked.count(name) != 0) << name << " is in the file, and nothing asks for it";
    EXPECT_GT(topic.size(), 0u) << name;
  }
  for (const std::string& name : asked) {
    const std::string first = name.substr(0, name.find('.'));
    const bool is_name = name.find('.') != std::string::npos &&
                         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos &&
                         !name.ends_with(".h") && !name.ends_with('.') && !name.ends_with(".json") &&
                         name.size() > first.size() + 1 && !first.empty();
    if (!is_name) continue;
    EXPECT_TRUE(the_words().topics().count(name) != 0 || !the_words().list(name).empty() ||
                !the_words().text(name, "en").empty())
        << name;
  }
  for (const std::string_view kind : author::shape::k_kind_names) {
    EXPECT_TRUE(kind == "other" || the_words()["material." + std::string(kind)].size() > 0) << kind;
  }
}

}  // namespace
}  // namespace aushang::author
