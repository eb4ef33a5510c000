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
  /// With --no-config none is looked for.
  explicit Generators(const Arguments& arguments) : wanted_(!arguments.has("--no-config")) {}

  /// What the nearest one says that says anything: in the page's folder and those around it up to the
  /// repository's root, three up where there is no repository. Standard error tells that it was read, once.
  /// Nothing for "-".
  [[nodiscard]] const ingest::Generator& near(const std::filesystem::path& page);

 private:
  [[nodiscard]] const ingest::Generator& in(const std::filesystem::path& folder);

  bool wanted_;
  ingest::Generator none_;
  std::map<std::filesystem::path, ingest::Generator> by_folder_;
};

}  // namespace aushang::cli
