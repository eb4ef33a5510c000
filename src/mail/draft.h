#pragma once
/// The draft: the mail an applicant is about to send.
#include <string>
#include <vector>

namespace aushang::mail {

/// Everything in it is valid UTF-8. Header fields hold no line break and no control character. The body's
/// lines end in "\n"; transports write what their format wants.
struct Draft {
  std::vector<std::string> to;
  std::vector<std::string> cc;
  std::string subject;
  std::string body;
};

}  // namespace aushang::mail
