// What parses can be written and parses again to the same; what doesn't has a diagnostic inside the text.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = aushang::base::parse_json(text, "f");
  if (!parsed) {
    FUZZ_CHECK(!parsed.errors().empty());
    for (const auto& error : parsed.errors()) FUZZ_CHECK(!error.message.empty() && error.at.line <= size + 1);
    return 0;
  }
  const std::string once = aushang::base::write_json(*parsed);
  const auto again = aushang::base::parse_json(once, "f");
  FUZZ_CHECK(again.ok());
  FUZZ_CHECK(aushang::base::write_json(*again) == once);
  return 0;
}
