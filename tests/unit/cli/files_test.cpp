#include "main/files.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace aushang::cli {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the test is.
class Files : public testing::Test {
 protected:
  Files() : folder_(fs::path(testing::TempDir()) / "aushang-files") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Files() override { fs::remove_all(folder_); }

  fs::path write(const std::string& text) {
    std::ofstream(folder_ / "check.json", std::ios::binary) << text;
    return folder_ / "check.json";
  }
  static std::string text_of(const fs::path& file) { return *read_file(file, 1000); }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(Files, AreReplacedWhileTheyHoldWhatWasRead) {
  const fs::path file = write("before");
  EXPECT_TRUE(replace_unchanged(file, "before", "after, and longer").ok());
  EXPECT_EQ(text_of(file), "after, and longer");
  EXPECT_TRUE(replace_unchanged(file, "after, and longer", "").ok());
  EXPECT_EQ(text_of(file), "");
  EXPECT_EQ(count(), 1u);
}

TEST_F(Files, StayWhereSomebodyElseChangedThem) {
  for (const char* meanwhile : {"Before", "befor", "before ", ""}) {
    const fs::path file = write(meanwhile);
    const base::Result<std::size_t> result = replace_unchanged(file, "before", "after");
    ASSERT_FALSE(result.ok()) << meanwhile;
    EXPECT_EQ(result.errors().front().code, "file-changed");
    EXPECT_EQ(text_of(file), meanwhile);
    EXPECT_EQ(count(), 1u) << "nothing is left beside it";
  }
  fs::remove(folder_ / "check.json");
  EXPECT_FALSE(replace_unchanged(folder_ / "check.json", "before", "after").ok());
  EXPECT_EQ(count(), 0u);
}

TEST_F(Files, KeepTheirMode) {
  const fs::path file = write("before");
  const fs::perms mode = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
  fs::permissions(file, mode);
  ASSERT_TRUE(replace_unchanged(file, "before", "after").ok());
  EXPECT_EQ(fs::status(file).permissions(), mode);
}

}  // namespace
}  // namespace aushang::cli
