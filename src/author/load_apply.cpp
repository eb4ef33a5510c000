#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "author/load_sections.h"
#include "author/place_names.h"
#include "author/shape.gen.h"
#include "base/formats.h"
#include "base/json_reader.h"
#include "base/text.h"

namespace aushang::author {

std::vector<std::string> read_addresses(Complaints& complaints, const Place& place) {
  std::vector<std::string> addresses;
  for (const Place& element : read_list(complaints, place)) {
    std::string address = read_string(complaints, element);
    if (address.empty()) continue;
    const std::string problem = base::what_is_wrong_with_address(address);
    if (!problem.empty()) {
      complaints.error("bad-address", element.json->at, element.path,
                       quoted(address) + " isn't an e-mail address: " + problem);
    } else if (std::find(addresses.begin(), addresses.end(), address) != addresses.end()) {
      complaints.error("duplicate-value", element.json->at, element.path,
                       quoted(address) + " is in this list twice; keep one.");
    }
    addresses.push_back(std::move(address));
  }
  return addresses;
}

Deadline read_deadline(Complaints& complaints, const Place& place) {
  if (!place || place.json->is_null()) return NotSaid{};
  if (const std::string* text = place.json->string()) {
    if (*text == "until_filled") return UntilFilled{};
    complaints.error("bad-value", place.json->at, place.path,
                     base::parse_date(*text)
                         ? "a deadline is an object; write {\"date\": " + quoted(*text) + "}."
                         : quoted(*text) +
                               " isn't a deadline; write \"until_filled\", {\"date\": \"2026-01-31\"}, or "
                               "null where the page doesn't say.");
    return NotSaid{};
  }
  const ObjectReader object(complaints, place, shape::k_deadline);
  DeadlineAt deadline;
  const std::optional<base::Date> date = read_date(complaints, object.member("date"));
  const Place time = object.member("time");
  deadline.time = read_string(complaints, time);
  if (!deadline.time.empty() && !base::is_time_of_day(deadline.time)) {
    complaints.error(
        "bad-value", time.json->at, time.path,
        quoted(deadline.time) + " isn't a time of day; write hours and minutes as in \"23:59\".");
  }
  const Place zone = object.member("zone");
  deadline.zone = read_string(complaints, zone);
  const std::string problem = deadline.zone.empty() ? "" : what_is_wrong_with_zone(deadline.zone);
  if (!problem.empty()) {
    complaints.error("bad-value", zone.json->at, zone.path,
                     quoted(deadline.zone) + " isn't a time zone; " + problem);
  }
  if (!date) return NotSaid{};
  deadline.date = *date;
  return deadline;
}

Inquiry read_inquiry(Complaints& complaints, const Place& place) {
  Inquiry inquiry;
  if (!place) return inquiry;
  if (place.json->object() == nullptr) {
    inquiry.welcome = read_flag(complaints, place).value_or(false);
    return inquiry;
  }
  const ObjectReader object(complaints, place, shape::k_inquiry);
  inquiry.welcome = true;
  const Place to = object.member("to"), subject = object.member("subject");
  inquiry.to = read_addresses(complaints, to);
  inquiry.tag = read_subject(complaints, subject);
  if (!to && !subject) {
    complaints.error(
        "missing-key", place.json->at, place.path,
        "\"subject\" or \"to\" is missing here; write true where questions go the way applications go.");
  }
  return inquiry;
}

std::string read_subject(Complaints& complaints, const Place& place) {
  if (!place) return {};
  const ObjectReader object(complaints, place, shape::k_subject);
  const Place contains = object.member("contains");
  std::string tag = read_line(complaints, contains);
  if (tag.empty()) return tag;
  if (base::trim(tag).size() != tag.size()) {
    complaints.error("bad-value", contains.json->at, contains.path,
                     quoted(tag) + " begins or ends with a space, which mail programs drop; leave it out.");
  } else if (std::any_of(tag.begin(), tag.end(),
                         [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    complaints.warn("subject-not-ascii", contains.json->at, contains.path,
                    quoted(tag) +
                        " has letters beyond ASCII; mail filters find a plain tag such as \"[apply-phd]\" "
                        "more reliably.");
  }
  return tag;
}

Apply read_apply(Complaints& complaints, const Place& place, bool all_have_addresses) {
  Apply apply;
  const ObjectReader object(complaints, place, shape::k_apply);
  const Place to = object.member("to");
  const Place portal = object.member("portal");
  apply.to = read_addresses(complaints, to);
  apply.cc = read_addresses(complaints, object.member("cc"));
  apply.portal = read_url(complaints, portal);
  apply.subject_tag = read_subject(complaints, object.member("subject"));
  apply.inquiry = read_inquiry(complaints, object.member("inquiry"));
  apply.deadline = read_deadline(complaints, object.member("deadline"));
  const Place limit = object.member("max_total_mb");
  apply.max_total_mb = read_number(complaints, limit);
  apply.reply = read_text(complaints, object.member("reply"));
  apply.closed = read_flag(complaints, object.member("closed")).value_or(false);

  if (apply.max_total_mb && !(*apply.max_total_mb > 0)) {
    complaints.error("bad-value", limit.json->at, limit.path, "a size above 0 was expected, in megabytes.");
  }
  const bool has_no_address = !to || (to.json->array() != nullptr && to.json->array()->empty());
  if (object.is_object() && has_no_address && !portal && !all_have_addresses) {
    complaints.error(
        "missing-key", place.json->at, place.path,
        "nobody can apply: give \"to\" with at least one e-mail address, or \"portal\" with a web "
        "address.");
  }
  return apply;
}

}  // namespace aushang::author
