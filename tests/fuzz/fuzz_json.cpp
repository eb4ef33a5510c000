// What parses can be written, in one line or several, and parses again to the same; what doesn't has a
// diagnostic inside the text. A slip is found in what isn't JSON, and in nothing else.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/json_slip.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = aushang::base::parse_json(text, "f");
  const auto slip = aushang::base::find_json_slip(text);
  FUZZ_CHECK(!slip || (slip->offset <= size && !slip->message.empty()));
  if (!parsed) {
    FUZZ_CHECK(!parsed.errors().empty());
    for (const auto& error : parsed.errors()) FUZZ_CHECK(!error.message.empty() && error.at.line <= size + 1);
    return 0;
  }
  FUZZ_CHECK(!slip);
  const std::string once = aushang::base::write_json(*parsed);
  const auto again = aushang::base::parse_json(once, "f");
  FUZZ_CHECK(again.ok());
  FUZZ_CHECK(aushang::base::write_json(*again) == once);
  const auto lines = aushang::base::parse_json(aushang::base::write_json(*parsed, 2, 40), "f");
  FUZZ_CHECK(lines.ok() && aushang::base::write_json(*lines) == once);
  return 0;
}
