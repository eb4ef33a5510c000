#include "doc/url.h"

#include <gtest/gtest.h>

#include <string>

namespace aushang::doc {
namespace {

TEST(Url, LinksMayBeHttpMailtoTelFragmentOrRelative) {
  for (const char* good : {"https://a.example/", "http://a.example", "HTTPS://A", "mailto:a@b.example",
                           "tel:+49301", "#top", "page.html", "../up", "/root", "//host/x", "?q=1", "",
                           "a/b:c", "?x=javascript:1", "#a:b", "page 2.html"}) {
    EXPECT_TRUE(is_allowed_link(good)) << good;
  }
}

TEST(Url, NoSpellingOfAScriptIsALink) {
  for (const char* bad : {"javascript:alert(1)",
                          "JaVaScRiPt:alert(1)",
                          " javascript:x",
                          "\tjavascript:x",
                          "java\tscript:x",
                          "java\nscript:x",
                          "java\r\nscript:x",
                          "\x01javascript:x",
                          "\x1F javascript:x",
                          "javascript\t:x",
                          "vbscript:x",
                          "data:text/html,x",
                          "file:///etc/passwd",
                          "blob:x",
                          "about:blank",
                          "ftp://x",
                          "intent:x",
                          "view-source:x",
                          "java\xC2\xADscript:x",
                          "jav\xE2\x80\x8B"
                          "ascript:x"}) {
    EXPECT_FALSE(is_allowed_link(bad)) << bad;
  }
  EXPECT_FALSE(is_allowed_link(std::string("java\0script:x", 13)));
}

TEST(Url, ImagesComeFromTheSiteItself) {
  EXPECT_TRUE(is_allowed_image("photo.png"));
  EXPECT_TRUE(is_allowed_image("img/photo.png?v=1"));
  for (const char* bad : {"https://a.example/p.png", "//a.example/p.png", "\\\\a.example\\p.png",
                          "/\\a.example/p.png", "data:image/png;base64,x", "javascript:x", ""}) {
    EXPECT_FALSE(is_allowed_image(bad)) << bad;
  }
}

TEST(Url, WhatHasNeitherHostNorSlashCountsFromTheFolder) {
  for (const char* inside : {"photo.png", "img/a.png", "./a", "../a", "?page=2", "a#b"}) {
    EXPECT_TRUE(counts_from_folder(inside)) << inside;
  }
  for (const char* elsewhere :
       {"", "#a", "/a", "\\a", " /a", "//a.example", "https://a.example", "mailto:a@b.example"}) {
    EXPECT_FALSE(counts_from_folder(elsewhere)) << elsewhere;
  }
}

TEST(Url, ExternalMeansAnotherHost) {
  EXPECT_TRUE(is_external("https://a.example"));
  EXPECT_TRUE(is_external("//a.example"));
  EXPECT_FALSE(is_external("page.html"));
  EXPECT_FALSE(is_external("mailto:a@b.example"));
}

}  // namespace
}  // namespace aushang::doc
