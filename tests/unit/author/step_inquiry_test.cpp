// Questions before applying, as a point.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "confirming.h"

namespace aushang::author {
namespace {

constexpr std::string_view k_asking_page =
    "# A position\n\nSend your CV to ann@group.example.\n\nQuestions go to bob@group.example with the "
    "subject "
    "[ask-1].\n";

/// What "inquiry" is once a step is done, or what is said against it. "" is none, before as well as after.
std::string inquiry_after(const std::string& inquiry, const std::string& step) {
  Posted posted(std::string(k_asking_page), R"({"version": 1, "apply": {"to": ["ann@group.example"])" +
                                                (inquiry.empty() ? "" : R"(, "inquiry": )" + inquiry) + "}}");
  if (std::string refused = posted.step(step); !refused.empty()) return refused;
  EXPECT_TRUE(posted.errors().empty()) << posted.check;
  const base::Json json = posted.json();
  const base::Json* now = json.find("apply")->find("inquiry");
  return now != nullptr ? base::write_json(*now) : "";
}

std::string changed(const std::string& inquiry, const std::string& set) {
  return inquiry_after(inquiry, R"({"do": "change", "point": "inquiry", "set": )" + set + "}");
}

TEST(StepInquiry, IsGuessedAndConfirmed) {
  Posted posted{std::string(k_asking_page)};
  const Points points = posted.points();
  const Point* inquiry = point_of(points, "inquiry");
  ASSERT_NE(inquiry, nullptr);
  EXPECT_TRUE(inquiry->is_open);
  EXPECT_EQ(inquiry->why, "line 5");
  EXPECT_EQ(inquiry->at_page->line, 5u);
  EXPECT_EQ(said(points, "inquiry", "welcome"), "true");
  EXPECT_EQ(said(points, "inquiry", "to"), "\"bob@group.example\"");
  EXPECT_EQ(said(points, "inquiry", "tag"), "\"[ask-1]\"");
  ASSERT_EQ(posted.step(R"({"do": "keep", "point": "inquiry"})"), "");
  EXPECT_FALSE(point_of(posted.points(), "inquiry")->is_open);
  EXPECT_TRUE(point_of(posted.points(), "address")->is_open);
}

TEST(StepInquiry, IsChanged) {
  EXPECT_EQ(changed("true", R"({"to": "bob@group.example"})"), R"({"to":["bob@group.example"]})");
  EXPECT_EQ(changed("false", R"({"tag": "[ask-1]"})"), R"({"subject":{"contains":"[ask-1]"}})");
  EXPECT_EQ(changed("false", R"({"welcome": true})"), "true");
  EXPECT_EQ(changed("true", R"({"welcome": false})"), "false");
  const std::string both =
      R"({"$comment":"he knows","to":["bob@group.example"],"subject":{"contains":"[ask-1]"}})";
  EXPECT_EQ(changed(both, R"({"to": "bob@group.example, office@elsewhere.example,"})"),
            R"({"$comment":"he knows","to":["bob@group.example","office@elsewhere.example"],)"
            R"("subject":{"contains":"[ask-1]"}})");
  EXPECT_EQ(changed(both, R"({"tag": null})"), R"({"$comment":"he knows","to":["bob@group.example"]})");
  EXPECT_EQ(changed(both, R"({"welcome": true})"), both);
  EXPECT_EQ(changed(both, R"({"to": "", "tag": ""})"), "true");
  EXPECT_EQ(changed(both, R"({"welcome": false})"), "false");
}

TEST(StepInquiry, IsAddedAndDropped) {
  EXPECT_EQ(inquiry_after("", R"({"do": "add", "kind": "inquiry"})"), "true");
  EXPECT_EQ(
      inquiry_after("", R"({"do": "add", "kind": "inquiry", "set": {"welcome": true, "tag": "[ask-1]"}})"),
      R"({"subject":{"contains":"[ask-1]"}})");
  EXPECT_EQ(inquiry_after("true", R"({"do": "drop", "point": "inquiry"})"), "");
  EXPECT_NE(inquiry_after("false", R"({"do": "add", "kind": "inquiry"})").find("an inquiry already (line 1)"),
            std::string::npos);
}

TEST(StepInquiry, WhatCannotBeIsRefused) {
  EXPECT_NE(changed("true", R"({"to": "bob"})").find("\"bob\""), std::string::npos);
  EXPECT_NE(changed("true", R"({"to": 3})").find("list"), std::string::npos);
  EXPECT_NE(changed("true", R"({"tag": 3})"), "");
  EXPECT_NE(changed("true", R"({"welcome": "yes"})").find("true or false"), std::string::npos);
  EXPECT_NE(changed("true", R"({"value": true})").find("it can set"), std::string::npos);
}

TEST(StepInquiry, APositionHasItsOwn) {
  Posted posted(std::string(k_asking_page),
                R"({"version": 1, "apply": {"to": ["ann@group.example"], "inquiry": true},
  "positions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "inquiry": false}]})");
  EXPECT_EQ(said(posted.points(), "position:b/inquiry", "welcome"), "false");
  ASSERT_EQ(
      posted.step(
          R"({"do": "add", "kind": "inquiry", "position": "a", "set": {"to": "office@elsewhere.example"}})"),
      "");
  EXPECT_EQ(said(posted.points(), "position:a/inquiry", "to"), "\"office@elsewhere.example\"");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "position:b/inquiry"})"), "");
  EXPECT_EQ(point_of(posted.points(), "position:b/inquiry"), nullptr);
  EXPECT_NE(point_of(posted.points(), "inquiry"), nullptr);
}

}  // namespace
}  // namespace aushang::author
