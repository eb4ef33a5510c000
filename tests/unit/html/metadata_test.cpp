#include "html/metadata.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "author/load.h"
#include "base/json.h"
#include "doc/parse.h"
#include "html/oembed.h"
#include "html/sitemap.h"
#include "html/structured_data.h"

namespace aushang::html {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string check_with(std::string_view facts, std::string_view deadline = "null") {
  return R"({"version": 1, "apply": {"to": ["a@b.example"], "deadline": )" + std::string(deadline) + R"(},
    "facts": )" +
         std::string(facts) + "}";
}

constexpr std::string_view k_facts =
    R"({"organization": {"name": "Group", "url": "https://group.example/"}, "place": {"city": "Berlin", "country": "DE"},
        "employment": "full_or_part_time", "posted": "2026-01-31"})";

class Metadata : public testing::Test {
 protected:
  void load(std::string_view markdown, const std::string& check) {
    document = *doc::parse(markdown);
    base::Result<rules::RuleSet> loaded = author::load_rules(check, "check.json");
    ASSERT_TRUE(loaded.ok()) << (loaded ? "" : base::format(loaded.errors().front()));
    rules = std::move(*loaded);
  }
  [[nodiscard]] PageInput input() const {
    return {.document = document,
            .rules = rules,
            .title = "",
            .description = "What it is \"about\"",
            .language = "en",
            .alternates = {},
            .to_files = "",
            .to_root = ""};
  }
  [[nodiscard]] static std::string metadata_of(const PageInput& input) {
    return metadata({input, i18n::language_for(input.language), page_title(input)});
  }
  [[nodiscard]] static std::string data_of(const PageInput& input) {
    return structured_data({input, i18n::language_for(input.language), page_title(input)});
  }
  [[nodiscard]] base::Json parsed(const PageInput& input) const {
    const std::string text = data_of(input);
    base::Result<base::Json> json = base::parse_json(text, "ld");
    EXPECT_TRUE(json.ok()) << text;
    return json ? std::move(*json) : base::Json();
  }
  [[nodiscard]] site::SiteConfig known() const {
    site::SiteConfig config;
    config.url = "https://x.example/jobs/";
    config.name.versions = {{"", "Our \"group\""}};
    return config;
  }
  doc::Document document;
  rules::RuleSet rules;
};

std::string string_at(const base::Json& json, std::string_view key) {
  const base::Json* found = json.find(key);
  return found != nullptr && found->string() != nullptr ? *found->string() : "none";
}

TEST_F(Metadata, WithoutAnAddressNothingIsAbsolute) {
  load("# Job\n", check_with("{}"));
  PageInput page = input();
  page.alternates = {{"de", "de/"}};
  EXPECT_EQ(metadata_of(page),
            "<link rel=\"alternate\" hreflang=\"de\" href=\"de/\">\n"
            "<meta property=\"og:title\" content=\"Job\">\n"
            "<meta property=\"og:description\" content=\"What it is &quot;about&quot;\">\n"
            "<meta property=\"og:type\" content=\"website\">\n"
            "<meta property=\"og:locale\" content=\"en_US\">\n");
}

TEST_F(Metadata, WithAnAddressItIsCompleteAndEscaped) {
  load("# Job\n", check_with("{}"));
  site::SiteConfig config = known();
  config.logo = "logo.png";
  PageInput page = input();
  page.site = &config;
  page.path = "job/";
  page.language = "de-AT";
  const std::string head = metadata_of(page);
  EXPECT_TRUE(has(head, "<link rel=\"canonical\" href=\"https://x.example/jobs/job/\">"));
  EXPECT_TRUE(has(head, "property=\"og:url\" content=\"https://x.example/jobs/job/\""));
  EXPECT_TRUE(has(head, "property=\"og:image\" content=\"https://x.example/jobs/site-logo.png\""));
  EXPECT_TRUE(has(head, "property=\"og:locale\" content=\"de_AT\""));
  EXPECT_TRUE(has(head, "property=\"og:site_name\" content=\"Our &quot;group&quot;\""));
  EXPECT_TRUE(has(head, "type=\"application/json+oembed\" href=\"https://x.example/jobs/job/oembed.json\""));
  config.logo = "logo.svg";
  EXPECT_FALSE(has(metadata_of(page), "og:image")) << "nobody previews vectors";
  page.language = "fr";
  EXPECT_FALSE(has(metadata_of(page), "og:locale")) << "a country would be a guess";
}

TEST_F(Metadata, APageInOtherWordsLeavesItToThePostingsOwn) {
  load("# Job\n", check_with(k_facts));
  const site::SiteConfig config = known();
  PageInput page = input();
  page.site = &config;
  page.path = "job/de/";
  page.to_posting = "../";
  const std::string head = metadata_of(page);
  EXPECT_TRUE(has(head, "<link rel=\"canonical\" href=\"https://x.example/jobs/job/\">"));
  EXPECT_FALSE(has(head, "ld+json"));
  EXPECT_FALSE(has(head, "oembed"));
  page.site = nullptr;
  EXPECT_TRUE(has(metadata_of(page), "<link rel=\"canonical\" href=\"../\">"));
}

TEST_F(Metadata, ThePostingIsStructuredData) {
  load(
      "# Job\n\nWe *look* for [you](x.html) & more.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d "
      "|\n\n![map](m.png)\n",
      check_with(k_facts, R"({"date": "2026-03-01", "time": "12:00", "zone": "Europe/Berlin"})"));
  const base::Json json = parsed(input());
  EXPECT_EQ(string_at(json, "@context"), "https://schema.org/");
  EXPECT_EQ(string_at(json, "@type"), "JobPosting");
  EXPECT_EQ(string_at(json, "title"), "Job");
  EXPECT_EQ(string_at(json, "inLanguage"), "en");
  EXPECT_EQ(string_at(json, "datePosted"), "2026-01-31");
  EXPECT_EQ(string_at(json, "validThrough"), "2026-03-01")
      << "Berlin's distance from UTC is not ours to know";
  EXPECT_EQ(base::write_json(*json.find("employmentType")), R"(["FULL_TIME","PART_TIME"])");
  EXPECT_EQ(base::write_json(*json.find("hiringOrganization")),
            R"({"@type":"Organization","name":"Group","sameAs":"https://group.example/"})");
  EXPECT_EQ(
      base::write_json(*json.find("jobLocation")),
      R"({"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Berlin","addressCountry":"DE"}})");
  EXPECT_EQ(json.find("directApply"), nullptr);
  const std::string text = string_at(json, "description");
  EXPECT_TRUE(has(text, "<p>We <em>look</em> for you &amp; more.</p>")) << text;
  EXPECT_TRUE(has(text, "<ul>\n<li>one\n</li>\n<li>two\n</li>\n</ul>")) << text;
  EXPECT_TRUE(has(text, "<p>c d </p>")) << text;
  for (const char* part : {"href", "class", "<img", "<p></p>", "\n\n", "<table", "<h1", "<h2", "Job"})
    EXPECT_FALSE(has(text, part)) << part << " in " << text;
}

TEST_F(Metadata, OnlyUtcGivesADeadlineItsTime) {
  load("# Job\n", check_with(k_facts, R"({"date": "2026-03-01", "time": "12:00", "zone": "UTC"})"));
  EXPECT_EQ(string_at(parsed(input()), "validThrough"), "2026-03-01T12:00:00+00:00");
  load("# Job\n", check_with(k_facts, R"({"date": "2026-03-01"})"));
  EXPECT_EQ(string_at(parsed(input()), "validThrough"), "2026-03-01");
  load("# Job\n", check_with(k_facts, R"("until_filled")"));
  EXPECT_EQ(parsed(input()).find("validThrough"), nullptr);
}

TEST_F(Metadata, StructuredDataIsThereWholeOrNotAtAll) {
  for (const char* facts :
       {R"({"place": {"city": "Berlin", "country": "DE"}, "posted": "2026-01-31"})",
        R"({"organization": {"name": "G"}, "posted": "2026-01-31"})",
        R"({"organization": {"name": "G"}, "place": {"city": "Berlin"}, "posted": "2026-01-31"})",
        R"({"organization": {"name": "G"}, "place": {"city": "Berlin", "country": "DE"}})"}) {
    load("# Job\n", check_with(facts));
    EXPECT_EQ(data_of(input()), "") << facts;
    EXPECT_EQ(missing_for_structured_data(rules.facts).size(), 1u) << facts;
    EXPECT_FALSE(has(metadata_of(input()), "<script"));
  }
  load("# Job\n",
       check_with(R"({"organization": {"name": "G"}, "place": {"country": "DE"}, "posted": "2026-01-31"})"));
  const base::Json json = parsed(input());
  EXPECT_EQ(json.find("employmentType"), nullptr);
  EXPECT_EQ(json.find("jobLocation")->find("address")->find("addressLocality"), nullptr);
  EXPECT_EQ(json.find("hiringOrganization")->find("sameAs"), nullptr);
}

TEST_F(Metadata, NothingGetsOutOfTheScriptElement) {
  load(
      "# A </script><script>alert(1)</script> B\n\n<!-- <script> & \xE2\x80\xA8 \xE2\x80\xA9 \"q\" "
      "`</script>`\n",
      check_with(
          R"({"organization": {"name": "</ScRiPt><img src=x>&\u2028\u2029\""}, "place": {"country": "DE"}, "posted": "2026-01-31"})"));
  const std::string data = data_of(input());
  for (const char* part : {"<", ">", "&", "\xE2\x80\xA8", "\xE2\x80\xA9", "\n"})
    EXPECT_FALSE(has(data, part)) << part;
  EXPECT_EQ(string_at(*parsed(input()).find("hiringOrganization"), "name"),
            "</ScRiPt><img src=x>&\xE2\x80\xA8\xE2\x80\xA9\"");
  const std::string head = metadata_of(input());
  EXPECT_EQ(head.find("</script>"), head.size() - std::string_view("</script>\n").size());
}

TEST_F(Metadata, OembedHasASnippetThatStandsInQuotes) {
  load("# A \"job\" <b>\n", check_with(k_facts));
  const site::SiteConfig config = known();
  PageInput page = input();
  EXPECT_EQ(write_oembed(page), "") << "a frame needs an absolute address";
  page.site = &config;
  page.path = "a%20job/";
  page.title = "A \"job\" <b>";
  const base::Result<base::Json> json = base::parse_json(write_oembed(page), "oembed");
  ASSERT_TRUE(json.ok());
  EXPECT_EQ(string_at(*json, "version"), "1.0");
  EXPECT_EQ(string_at(*json, "type"), "rich");
  EXPECT_EQ(string_at(*json, "title"), "A \"job\" <b>");
  EXPECT_EQ(string_at(*json, "provider_name"), "Our \"group\"");
  EXPECT_EQ(string_at(*json, "provider_url"), "https://x.example/jobs/");
  const std::string html = string_at(*json, "html");
  EXPECT_TRUE(
      html.starts_with("<iframe src=\"https://x.example/jobs/a%20job/?embed=1\" title=\"A &quot;job&quot; "
                       "&lt;b&gt;\" width=\"100%\" height=\"720\" frameborder=\"0\" loading=\"lazy\" "));
  EXPECT_TRUE(html.ends_with(
      "><a href=\"https://x.example/jobs/a%20job/\">A &quot;job&quot; &lt;b&gt;</a></iframe>"));
}

TEST_F(Metadata, TheSitemapNamesEachPageWithItsLanguages) {
  load("# Job\n", check_with(k_facts));
  const site::SiteConfig config = known();
  PageInput page = input();
  page.site = &config;
  page.path = "job/de/";
  page.alternates = {{"fr", "../"}};
  page.language = "de";
  EXPECT_EQ(write_sitemap({sitemap_page(page), {"https://x.example/?a=1&b", {}, {}}}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
            "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            "<url>\n<loc>https://x.example/jobs/job/de/</loc>\n<lastmod>2026-01-31</lastmod>\n"
            "<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"https://x.example/jobs/job/de/\"/>\n"
            "<xhtml:link rel=\"alternate\" hreflang=\"fr\" href=\"https://x.example/jobs/job/\"/>\n</url>\n"
            "<url>\n<loc>https://x.example/?a=1&amp;b</loc>\n</url>\n</urlset>\n");
}

}  // namespace
}  // namespace aushang::html
