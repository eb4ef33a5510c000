#include "author/compare.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/json_reader.h"
#include "base/text.h"
#include "doc/find.h"

namespace aushang::author {
namespace {

using base::Json;
using base::quoted;

class Comparer {
 public:
  Comparer(const Extract& page, const doc::Document& document, std::string_view page_file,
           const rules::RuleSet& rules, const Json& check, std::string_view check_file)
      : page_(page),
        document_(document),
        page_file_(page_file),
        rules_(rules),
        check_(check),
        file_(check_file) {}

  base::Diagnostics run() {
    const Json* apply = check_.find("apply");
    if (apply == nullptr) return {};
    compare_addresses(*apply);
    compare_tag(*apply);
    compare_deadline(*apply);
    compare_materials();
    if (const Json* to = apply->find("to"); to != nullptr && page_.refuses_mail && !rules_.apply.to.empty()) {
      say(*to, "mail-refused", "$.apply.to",
          "the page says that applications by e-mail aren't read (" + place(page_.refuses_mail_at) +
              "), so nobody should be led to write one; name the \"portal\" alone, or change the page.");
    }
    return std::move(out_);
  }

 private:
  std::string place(const base::Position& at) const {
    return std::string(page_file_) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void say(const Json& where, std::string code, std::string path, std::string message,
           base::Severity severity = base::Severity::warning) {
    out_.push_back(
        {severity, std::string(file_), where.at, std::move(code), std::move(path), std::move(message)});
  }

  void compare_addresses(const Json& apply) {
    const Json* to = apply.find("to");
    const FoundAddress* asked = page_.address(Role::apply);
    if (to == nullptr || to->array() == nullptr || asked == nullptr || !asked->sure) return;
    for (std::size_t i = 0; i < to->array()->size(); ++i) {
      const Json& one = (*to->array())[i];
      const std::string address =
          one.string() != nullptr ? base::to_ascii_lower(*one.string()) : std::string();
      const bool is_there =
          std::any_of(page_.addresses.begin(), page_.addresses.end(), [&](const FoundAddress& found) {
            return base::to_ascii_lower(found.address) == address ||
                   base::to_ascii_lower(found.shown) == address;
          });
      if (is_there || address.empty()) continue;
      const std::string other = base::to_ascii_lower(asked->address);
      const bool is_near = !base::nearest(address, {std::string_view(other)}).empty();
      say(one, "other-address", "$.apply.to[" + std::to_string(i) + "]",
          quoted(*one.string()) + " isn't on the page, where applications go to " + quoted(asked->address) +
              " (" + place(asked->at) + "). Set the wrong one right.",
          is_near ? base::Severity::error : base::Severity::warning);
    }
  }

  void compare_tag(const Json& apply) {
    const Json* subject = apply.find("subject");
    const std::string& tag = rules_.apply.subject_tag;
    const auto other = std::find_if(page_.subjects.begin(), page_.subjects.end(),
                                    [](const FoundSubject& one) { return !one.is_for_inquiry && one.sure; });
    if (subject == nullptr || tag.empty() || other == page_.subjects.end() || !rules_.positions.empty())
      return;
    const bool is_there =
        !doc::find_phrase(document_, tag, 1).empty() ||
        std::any_of(page_.subjects.begin(), page_.subjects.end(),
                    [&](const FoundSubject& one) { return one.text.find(tag) != std::string::npos; });
    if (is_there) return;
    say(*subject, "other-tag", "$.apply.subject",
        "the tag " + quoted(tag) + " isn't on the page, which asks for " + quoted(other->text) + " (" +
            place(other->at) + "). Set the wrong one right.");
  }

  void compare_deadline(const Json& apply) {
    const Json* deadline = apply.find("deadline");
    const auto* own = std::get_if<rules::DeadlineAt>(&rules_.apply.deadline);
    if (deadline == nullptr || own == nullptr) return;
    const FoundDeadline* other = nullptr;
    for (const FoundDeadline& one : page_.deadlines) {
      if (!one.date) continue;
      // Without a year on the page only day and month can be held against it.
      const bool same_day = one.date->month == own->date.month && one.date->day == own->date.day;
      if (same_day && (!one.inferred.empty() || one.date->year == own->date.year)) return;
      if (other == nullptr && one.inferred.empty()) other = &one;
    }
    if (other == nullptr) return;
    say(*deadline, "other-deadline", "$.apply.deadline",
        "the deadline " + base::to_string(own->date) + " isn't on the page, which says " +
            quoted(other->text) + " (" + place(other->at) + "). Set the wrong one right.");
  }

  /// Names and letters of referees, a thesis and its summary: what a page calls one, an author may list as
  /// the other.
  static bool are_kin(std::string_view a, std::string_view b) {
    const auto family = [](std::string_view kind) { return kind.substr(0, kind.find('_')); };
    return a == b || (family(a) == family(b) && family(a) != "single" && family(a) != "other");
  }

  /// Whether a document of this kind is listed, by itself or as part of another.
  bool lists(std::string_view kind) const {
    return std::any_of(rules_.materials.begin(), rules_.materials.end(), [&](const rules::Material& one) {
      return are_kin(one.kind, kind) ||
             std::find(one.contains.begin(), one.contains.end(), kind) != one.contains.end();
    });
  }

  bool asks_for(std::string_view kind) const {
    return std::any_of(page_.materials.begin(), page_.materials.end(), [&](const FoundMaterial& one) {
      return are_kin(one.kind, kind) ||
             std::find(one.contains.begin(), one.contains.end(), kind) != one.contains.end();
    });
  }

  void compare_materials() {
    const Json* materials = check_.find("materials");
    if (materials == nullptr || materials->array() == nullptr) return;
    const auto counted = std::count_if(page_.materials.begin(), page_.materials.end(),
                                       [](const FoundMaterial& one) { return one.sure; });
    constexpr std::ptrdiff_t k_enough = 2;  // one document alone may be one that just wasn't understood
    if (counted < k_enough) return;
    for (std::size_t i = 0; i < rules_.materials.size(); ++i) {
      const rules::Material& one = rules_.materials[i];
      if (one.kind == "other" || !one.quotes.empty() || asks_for(one.kind)) continue;
      say((*materials->array())[i], "material-not-asked", "$.materials[" + std::to_string(i) + "]",
          "the page doesn't seem to ask for " + quoted(one.kind) + "; it lists documents from " +
              place(page_.materials.front().at) + " on. Quote the words that ask for it, or leave it out.");
    }
    for (const FoundMaterial& one : page_.materials) {
      if (!one.sure || lists(one.kind)) continue;
      say(*materials, "material-missing", "$.materials",
          "the page asks for " + quoted(one.text) + " (" + place(one.at) +
              "), and no material has the kind " + quoted(one.kind) +
              ". List it, so that nobody forgets it.");
    }
  }

  const Extract& page_;
  const doc::Document& document_;
  std::string_view page_file_;
  const rules::RuleSet& rules_;
  const Json& check_;
  std::string_view file_;
  base::Diagnostics out_;
};

}  // namespace

base::Diagnostics compare(const Extract& page, const doc::Document& document, std::string_view page_file,
                          const rules::RuleSet& rules, const base::Json& check, std::string_view check_file) {
  return Comparer(page, document, page_file, rules, check, check_file).run();
}

}  // namespace aushang::author
