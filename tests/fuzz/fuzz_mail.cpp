// Whatever an applicant types: the tag stands in the subject, the link holds only its own fields.
#include <algorithm>
#include <cstdint>
#include <string>

#include "base/percent.h"
#include "base/utf8.h"
#include "check.h"
#include "mail/compose.h"
#include "mail/mailto.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string first = text.substr(0, size / 2), second = text.substr(size / 2);
  aushang::rules::RuleSet rules;
  rules.apply.to = {"jobs@group.example"};
  rules.apply.subject_tag = "[tag & co]";
  aushang::rules::Answers answers;
  answers.words = {first, second, text, second};
  aushang::mail::Request request;
  request.title = second;
  request.attached = {{"", first}};
  const aushang::mail::Draft draft = aushang::mail::compose(rules, answers, request);
  FUZZ_CHECK(draft.subject.starts_with("[tag & co] "));
  FUZZ_CHECK(draft.subject.find_first_of("\r\n") == std::string::npos);
  FUZZ_CHECK(aushang::base::is_valid_utf8(draft.subject) && aushang::base::is_valid_utf8(draft.body));
  const std::string link = aushang::mail::to_mailto(draft);
  FUZZ_CHECK(link.starts_with("mailto:jobs@group.example?subject=%5Btag%20%26%20co%5D%20"));
  FUZZ_CHECK(std::count(link.begin(), link.end(), '&') == 1 &&
             std::count(link.begin(), link.end(), '?') == 1);
  const std::string subject = link.substr(34, link.find('&') - 34);
  FUZZ_CHECK(aushang::base::percent_decode(subject) == draft.subject);
  return 0;
}
