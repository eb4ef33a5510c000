// What is accepted survives writing and reading unchanged; what isn't has one reason.
#include <cstdint>
#include <string>

#include "app/bundle.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bundle = aushang::app::read_bundle({reinterpret_cast<const char*>(data), size});
  if (!bundle) {
    FUZZ_CHECK(!bundle.errors().empty() && !bundle.errors().front().message.empty());
    return 0;
  }
  const std::string once = aushang::app::write_bundle(*bundle);
  const auto again = aushang::app::read_bundle(once);
  FUZZ_CHECK(again.ok());
  FUZZ_CHECK(again->markdown == bundle->markdown && again->title == bundle->title);
  FUZZ_CHECK(again->alternates.size() == bundle->alternates.size());
  FUZZ_CHECK(aushang::app::write_bundle(*again) == once);
  return 0;
}
