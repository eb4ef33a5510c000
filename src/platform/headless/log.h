#pragma once
/// What nobody expected to read: tests fail on any line here that they didn't ask for.
#include <string>
#include <utility>
#include <vector>

namespace aushang::platform::headless {

class Log {
 public:
  void add(std::string line) { lines_.push_back(std::move(line)); }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
  /// From now on, what Dear ImGui finds wrong with how it is used (begin without end, …) goes here. Needs a
  /// context; the log has to outlive it.
  void watch_imgui();

 private:
  std::vector<std::string> lines_;
};

}  // namespace aushang::platform::headless
