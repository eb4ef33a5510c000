#include "site/addresses.h"

#include <gtest/gtest.h>

#include <string_view>

#include "site/site_config.h"

namespace aushang::site {
namespace {

constexpr std::string_view k_site = "https://x.example/jobs/";

TEST(Addresses, FollowTheWaysBetweenPages) {
  EXPECT_EQ(address_of(k_site, ""), "https://x.example/jobs/");
  EXPECT_EQ(address_of(k_site, "", "./"), "https://x.example/jobs/");
  EXPECT_EQ(address_of(k_site, "phd/de/"), "https://x.example/jobs/phd/de/");
  EXPECT_EQ(address_of(k_site, "phd/", "de/"), "https://x.example/jobs/phd/de/");
  EXPECT_EQ(address_of(k_site, "phd/de/", "../"), "https://x.example/jobs/phd/");
  EXPECT_EQ(address_of(k_site, "phd/de/", "../fr/"), "https://x.example/jobs/phd/fr/");
  EXPECT_EQ(address_of(k_site, "phd/de/", "../../site-logo.png"), "https://x.example/jobs/site-logo.png");
}

TEST(Addresses, NeverLeaveTheSite) {
  EXPECT_EQ(address_of(k_site, "de/", "../../../x/"), "https://x.example/jobs/x/");
}

TEST(Interface, IsTheTextsOwnLanguageOrTheSitesFirst) {
  SiteConfig german;
  german.languages = {i18n::Language::de};
  EXPECT_EQ(interface_for("en-GB", &german), i18n::Language::en);
  EXPECT_EQ(interface_for("de_AT", nullptr), i18n::Language::de);
  EXPECT_EQ(interface_for("fr", nullptr), i18n::Language::en);
  EXPECT_EQ(interface_for("fr", &german), i18n::Language::de);
  EXPECT_EQ(interface_for("", &german), i18n::Language::en) << "a page that doesn't say is in English";
  EXPECT_EQ(languages_of(nullptr).size(), i18n::k_languages.size());
}

}  // namespace
}  // namespace aushang::site
