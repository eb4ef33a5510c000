#include "mail/mailto.h"

#include <span>
#include <string_view>

#include "base/percent.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::mail {
namespace {

/// addr-specs joined by commas. "@" stays as it is, every other special character of an address is encoded.
std::string recipients(std::span<const std::string> addresses) {
  std::string out;
  for (const std::string& address : addresses) {
    if (!out.empty()) out += ',';
    out += base::percent_encode(base::single_line(address), "@");
  }
  return out;
}

std::string joined(std::span<const std::string> addresses) {
  std::string out;
  for (const std::string& address : addresses) {
    if (!out.empty()) out += ", ";
    out += base::single_line(address);
  }
  return out;
}

}  // namespace

std::string to_mailto(const Draft& draft) {
  if (draft.to.empty()) return {};
  std::string out = "mailto:" + recipients(draft.to);
  char separator = '?';
  const auto field = [&](std::string_view name, std::string_view encoded) {
    if (encoded.empty()) return;
    out += separator;
    out.append(name).append("=").append(encoded);
    separator = '&';
  };
  field("cc", recipients(draft.cc));
  field("subject", base::percent_encode(base::single_line(draft.subject)));
  field("body", base::percent_encode(base::with_line_breaks(base::sanitize_utf8(draft.body), "\r\n")));
  return out;
}

std::string to_text(const Draft& draft) {
  std::string out = "To: " + joined(draft.to) + "\n";
  if (!draft.cc.empty()) out += "Cc: " + joined(draft.cc) + "\n";
  out += "Subject: " + base::single_line(draft.subject) + "\n\n";
  out += base::with_line_breaks(base::sanitize_utf8(draft.body), "\n");
  return out;
}

}  // namespace aushang::mail
