#pragma once
/// Command line arguments: "--name value", "--name=value", flags, and what is left over, in order.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::cli {

/// The options a command knows. A name ends in "=" if it takes a value ("--to=", "-o=").
using Known = std::vector<std::string_view>;

class Arguments {
 public:
  /// Misspelt options, missing and repeated values are mistakes, said in `mistakes`. "--" ends the options;
  /// "-" is no option.
  Arguments(const std::vector<std::string>& words, const Known& known,
            const std::vector<std::string_view>& repeatable = {});

  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

  std::filesystem::path app_folder;   ///< where the app is when nobody says
  std::vector<std::string> rest;      ///< file and folder names
  std::vector<std::string> mistakes;  ///< sentences
 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace aushang::cli
