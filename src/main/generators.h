#pragma once
/// The configurations of the generators that pages were written for, as they lie on disk.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ingest/generator.h"
#include "main/arguments.h"

namespace aushang::cli {

class Generators {
 public:
  /// Whether standard error tells which file was read, once. Who asks for one thing after the other doesn't
  /// want to be told each time.
  enum class Telling { on, off };
  /// With --no-config none is looked for.
  explicit Generators(const Arguments& arguments, Telling telling = Telling::on)
      : wanted_(!arguments.has("--no-config")), telling_(arguments.has("--quiet") ? Telling::off : telling) {}

  /// What the nearest one says that says anything: in the page's folder and those around it up to the
  /// repository's root, three up where there is no repository. Nothing for "-".
  [[nodiscard]] const ingest::Generator& near(const std::filesystem::path& page);

 private:
  [[nodiscard]] const ingest::Generator& in(const std::filesystem::path& folder);

  bool wanted_;
  Telling telling_;
  ingest::Generator none_;
  std::map<std::filesystem::path, ingest::Generator> by_folder_;
};

}  // namespace aushang::cli
