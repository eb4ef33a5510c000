#include "main/versions.h"

#include <gtest/gtest.h>

#include <string>

namespace aushang::cli {
namespace {

TEST(Versions, AreNamedAfterWhatTheSiteHolds) {
  const std::string unnamed = unnamed_version({"# Job"});
  const FolderContents site = {{"index.html", "<link href=" + unnamed + "a.css>"},
                               {unnamed + "a.css", "a {}"}};
  const std::string version = version_of(site, unnamed);
  EXPECT_EQ(version.size(), 16u);
  FolderContents other = site;
  other[unnamed + "a.css"] = "b {}";
  EXPECT_NE(version_of(other, unnamed), version);
}

TEST(Versions, DoNotDependOnWhatStandsInPlaceOfTheirName) {
  const auto site = [](const std::string& folder) {
    return FolderContents{{"index.html", folder + "x" + folder}, {folder + "x", "y"}};
  };
  const std::string one = unnamed_version({"# One"}), two = unnamed_version({"# Two"});
  EXPECT_NE(one, two);
  EXPECT_EQ(version_of(site(one), one), version_of(site(two), two));
}

TEST(Versions, OfFilesWithTheSameNameElsewhereAreOthers) {
  const std::string unnamed = unnamed_version({});
  const FolderContents site = {{"icon.svg", "a picture"}, {unnamed + "icon.svg", "the icon"}};
  FolderContents other = site;
  other[unnamed + "icon.svg"] = "another icon";
  EXPECT_NE(version_of(other, unnamed), version_of(site, unnamed));
}

TEST(Versions, AreNamedInNamesAndContentsAlike) {
  const std::string unnamed = unnamed_version({"# Job"}), folder = version_folder("0123456789abcdef");
  EXPECT_EQ(unnamed.size(), folder.size());
  FolderContents site = {
      {"index.html", unnamed + "a " + unnamed + "b"}, {unnamed + "a", "z"}, {"photo.png", "p"}};
  name_version(site, unnamed, folder);
  EXPECT_EQ(site,
            (FolderContents{
                {"index.html", folder + "a " + folder + "b"}, {folder + "a", "z"}, {"photo.png", "p"}}));
}

}  // namespace
}  // namespace aushang::cli
