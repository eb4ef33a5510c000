#include "base/formats.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace aushang::base {
namespace {

TEST(Formats, an_address_is_an_addr_spec_alone) {
  for (const char* fine : {"a@b.de", "first.last+tag@mail.example.org", "o'neil@x-y.example",
                           "x@xn--bcher-kva.example", "UPPER@EXAMPLE.ORG", "a@1und1.de"}) {
    EXPECT_EQ(what_is_wrong_with_address(fine), "") << fine;
  }
  const std::pair<const char*, const char*> k_wrong[] = {
      {"A B <a@b.de>", "without a name"}, {"mailto:a@b.de", "mailto"},
      {"a@b.de, c@d.de", "list"},         {"a at b.de", "spaces"},
      {"ab.de", "@ is missing"},          {"a@b@c.de", "more than one"},
      {".a@b.de", "before the @"},        {"a..b@c.de", "before the @"},
      {"@b.de", "before the @"},          {"a@b", "after the @"},
      {"a@-b.de", "after the @"},         {"a@b.de.", "after the @"},
      {"a@[1.2.3.4]", "after the @"},     {"a@1.2.3.4", "after the @"},
      {"m\xC3\xBCller@b.de", "ASCII"},    {"a@b.de\r\nBcc: c@d.de", "ASCII"},
      {"\"a b\"@c.de", "spaces"}};
  for (const auto& [text, words] : k_wrong) {
    EXPECT_NE(what_is_wrong_with_address(text).find(words), std::string::npos)
        << text << ": " << what_is_wrong_with_address(text);
  }
}

TEST(Formats, a_web_address_has_a_scheme_and_a_host) {
  for (const char* fine : {"https://example.org", "http://www.example.org:8080/a?b=c#d",
                           "HTTPS://EXAMPLE.ORG/%C3%BC", "https://example.org?x"}) {
    EXPECT_EQ(what_is_wrong_with_url(fine), "") << fine;
  }
  for (const char* wrong :
       {"example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https://localhost",
        "https://user@example.org/", "https://example.org/a b", "https://example.org/\xC3\xBC",
        "https://example.org:/", "https://example.org:x/", "https://exa mple.org", "https://example.org/<x>",
        "https://example.org\\evil", " https://example.org"}) {
    EXPECT_NE(what_is_wrong_with_url(wrong), "") << wrong;
  }
}

TEST(Formats, ids_language_tags_and_times_have_their_shapes) {
  EXPECT_TRUE(is_id("a") && is_id("did_research") && is_id("q2"));
  EXPECT_FALSE(is_id("") || is_id("2q") || is_id("Degree") || is_id("a-b") || is_id("_a") || is_id("a.b") ||
               is_id("\xC3\xA4"));
  EXPECT_TRUE(is_language_tag("en") && is_language_tag("de-AT") && is_language_tag("zh-Hant") &&
              is_language_tag("gsw"));
  EXPECT_FALSE(is_language_tag("") || is_language_tag("e") || is_language_tag("EN") ||
               is_language_tag("english") || is_language_tag("en-") || is_language_tag("de_AT"));
  EXPECT_TRUE(is_time_of_day("00:00") && is_time_of_day("23:59"));
  EXPECT_FALSE(is_time_of_day("24:00") || is_time_of_day("9:00") || is_time_of_day("12:60") ||
               is_time_of_day("12:5a"));
}

}  // namespace
}  // namespace aushang::base
