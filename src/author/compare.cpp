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
    compare_links();
    const Json* apply = check_.find("apply");
    if (apply == nullptr) return {};
    compare_way({apply, "$.apply", &rules_.apply.to, &rules_.apply.subject_tag, &rules_.apply.deadline,
                 &rules_.apply.inquiry});
    const Json* positions = check_.find("positions");
    for (std::size_t i = 0; i < rules_.positions.size(); ++i) {
      const rules::Position& one = rules_.positions[i];
      compare_way({&(*positions->array())[i], "$.positions[" + std::to_string(i) + "]", &one.to,
                   &one.subject_tag, one.deadline ? &*one.deadline : nullptr,
                   one.inquiry ? &*one.inquiry : nullptr});
    }
    if (rules_.positions.empty()) compare_silence(*apply);
    compare_channel(*apply);
    compare_materials();
    return std::move(out_);
  }

 private:
  /// What `apply` and a position say alike.
  struct Way {
    const Json* json;
    std::string path;
    const std::vector<std::string>* to;
    const std::string* tag;
    const rules::Deadline* deadline;  ///< null where it says none
    const rules::Inquiry* inquiry;    ///< the same
  };

  std::string place(const base::Position& at) const {
    return std::string(page_file_) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void say(const Json& where, std::string code, std::string path, std::string message,
           base::Severity severity = base::Severity::warning) {
    out_.push_back(
        {severity, std::string(file_), where.at, std::move(code), std::move(path), std::move(message)});
  }

  void compare_way(const Way& way) {
    compare_mail(*way.json, way.path, *way.to, *way.tag, Role::apply);
    if (const Json* inquiry = way.json->find("inquiry"); inquiry != nullptr && way.inquiry != nullptr)
      compare_mail(*inquiry, way.path + ".inquiry", way.inquiry->to, way.inquiry->tag, Role::inquiry);
    if (const Json* deadline = way.json->find("deadline"); deadline != nullptr && way.deadline != nullptr) {
      compare_deadline(*way.deadline, *deadline, way.path + ".deadline");
    }
  }

  /// To whom, and with which tag. `role`: applications or questions.
  void compare_mail(const Json& json, const std::string& path, const std::vector<std::string>& addresses,
                    const std::string& tag, Role role) {
    if (const Json* to = json.find("to"); to != nullptr && to->array() != nullptr) {
      for (std::size_t i = 0; i < addresses.size(); ++i)
        compare_address(addresses[i], (*to->array())[i], path + ".to[" + std::to_string(i) + "]", role);
    }
    if (const Json* subject = json.find("subject"); subject != nullptr && !tag.empty())
      compare_tag(tag, *subject, path + ".subject", role);
  }

  /// What the page shows, and where it leads: whoever copies the one and whoever follows the other write to
  /// different people.
  void compare_links() {
    for (const FoundAddress& one : page_.addresses) {
      if (one.shown.empty()) continue;
      out_.push_back({base::Severity::warning, std::string(page_file_), one.at, "other-link", "",
                      "the page shows the address " + quoted(one.shown) + ", and its link opens a mail to " +
                          quoted(one.address) + ". Make them the same."});
    }
  }

  void compare_address(const std::string& written, const Json& where, std::string path, Role role) {
    const std::string own = base::to_ascii_lower(written);
    const FoundAddress* near = nullptr;
    for (const FoundAddress& found : page_.addresses) {
      const std::string other = base::to_ascii_lower(found.address);
      if (other == own || base::to_ascii_lower(found.shown) == own) return;
      const bool is_near = found.complete && !base::nearest(own, {std::string_view(other)}).empty();
      if (is_near && near == nullptr) near = &found;
    }
    const FoundAddress* asked = page_.address(role);
    const FoundAddress* other = near != nullptr ? near : asked;
    if (other == nullptr || !other->sure) return;
    say(where, "other-address", std::move(path),
        quoted(written) + " isn't on the page, " +
            (other != asked        ? "which has "
             : role == Role::apply ? "where applications go to "
                                   : "where questions go to ") +
            quoted(other->address) + " (" + place(other->at) + "). Set the wrong one right.",
        near != nullptr ? base::Severity::error : base::Severity::warning);
  }

  void compare_tag(const std::string& tag, const Json& where, std::string path, Role role) {
    const FoundSubject* other = nullptr;
    for (const FoundSubject& one : page_.subjects) {
      if (one.text.find(tag) != std::string::npos) return;
      if (other == nullptr && one.is_for_inquiry == (role == Role::inquiry) && one.sure) other = &one;
    }
    if (other == nullptr || !doc::find_phrase(document_, tag, 1).empty()) return;
    say(where, "other-tag", std::move(path),
        "the tag " + quoted(tag) + " isn't on the page, which asks for " + quoted(other->text) + " (" +
            place(other->at) + "). Set the wrong one right.");
  }

  void compare_deadline(const rules::Deadline& deadline, const Json& where, std::string path) {
    const auto* own = std::get_if<rules::DeadlineAt>(&deadline);
    const bool is_until_filled = std::holds_alternative<rules::UntilFilled>(deadline);
    // Of one of several positions a page says this in many ways.
    if (own == nullptr && (!is_until_filled || path != "$.apply.deadline")) return;
    const FoundDeadline* other = nullptr;
    for (const FoundDeadline& one : page_.deadlines) {
      if (one.until_filled && is_until_filled) return;
      if (own != nullptr && one.date) {
        // Without a year on the page only day and month can be held against it.
        const bool same_day = one.date->month == own->date.month && one.date->day == own->date.day;
        if (same_day && (!one.inferred.empty() || one.date->year == own->date.year)) return;
      }
      const bool counts = one.sure && one.inferred.empty() && (one.date || one.until_filled);
      if (counts && (other == nullptr || (one.date && !other->date))) other = &one;
    }
    if (other == nullptr) return;
    say(where, "other-deadline", std::move(path),
        (own != nullptr ? "the deadline " + base::to_string(own->date) : quoted("until_filled")) +
            " isn't on the page, which says " + quoted(other->text) + " (" + place(other->at) +
            "). Set the wrong one right.");
  }

  /// What the page says and check.json leaves out.
  void compare_silence(const Json& apply) {
    const auto subject =
        std::find_if(page_.subjects.begin(), page_.subjects.end(), [](const FoundSubject& one) {
          return one.sure && !one.is_for_inquiry && one.mode != Mode::template_;
        });
    if (rules_.apply.subject_tag.empty() && !rules_.apply.to.empty() && subject != page_.subjects.end()) {
      say(apply, "tag-missing", "$.apply",
          "the page asks for " + quoted(subject->text) + " in the subject (" + place(subject->at) +
              "), and check.json doesn't; write \"subject\": {\"contains\": " + quoted(subject->text) + "}.");
    }
    const auto deadline =
        std::find_if(page_.deadlines.begin(), page_.deadlines.end(), [](const FoundDeadline& one) {
          return one.sure && one.inferred.empty() && (one.date || one.until_filled);
        });
    if (std::holds_alternative<rules::NotSaid>(rules_.apply.deadline) && deadline != page_.deadlines.end()) {
      say(apply, "deadline-missing", "$.apply",
          "the page says until when (" + quoted(deadline->text) + ", " + place(deadline->at) +
              "), and check.json doesn't; write \"deadline\": " +
              (deadline->date ? "{\"date\": " + quoted(base::to_string(*deadline->date)) + "}"
                              : "\"until_filled\"") +
              ".");
    }
  }

  bool links_to(std::string_view address) const {
    const auto bare = [](std::string_view text) {
      std::string out = base::to_ascii_lower(text);
      if (out.starts_with("http://")) out.insert(4, "s");
      while (out.ends_with('/')) out.pop_back();
      return out;
    };
    return bare(page_.portal) == bare(address) ||
           std::any_of(document_.references.begin(), document_.references.end(),
                       [&](const doc::Reference& one) {
                         return bare(document_.string(one.target)) == bare(address);
                       });
  }

  /// Mail or portal.
  void compare_channel(const Json& apply) {
    const Json* to = apply.find("to");
    const Json* portal = apply.find("portal");
    const FoundAddress* asked = page_.address(Role::apply);
    if (to != nullptr && page_.refuses_mail && !rules_.apply.to.empty()) {
      say(*to, "mail-refused", "$.apply.to",
          "the page says that applications by e-mail aren't read (" + place(page_.refuses_mail_at) +
              "), so nobody should be led to write one; name the \"portal\" alone, or change the page.");
    }
    if (portal != nullptr && !rules_.apply.portal.empty() && !links_to(rules_.apply.portal)) {
      const bool has_portal = !page_.portal.empty();
      if (!has_portal && (asked == nullptr || !asked->sure)) return;
      say(*portal, "other-portal", "$.apply.portal",
          quoted(rules_.apply.portal) + " isn't on the page, " +
              (has_portal ? "which leads to " + quoted(page_.portal) + " (" + place(page_.portal_at)
                          : "where applications go to " + quoted(asked->address) + " (" + place(asked->at)) +
              "). Set the wrong one right.");
    }
    if (rules_.apply.portal.empty() && page_.channel == Channel::portal && page_.channel_is_sure &&
        !page_.portal.empty() && !rules_.apply.to.empty()) {
      say(apply, "portal-missing", "$.apply",
          "the page takes applications at " + quoted(page_.portal) + " (" + place(page_.portal_at) +
              "), and check.json by mail alone; write \"portal\": " + quoted(page_.portal) + ".");
    }
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

bool are_kin(std::string_view kind, std::string_view other) {
  const auto family = [](std::string_view one) { return one.substr(0, one.find('_')); };
  return kind == other ||
         (family(kind) == family(other) && family(kind) != "single" && family(kind) != "other");
}

base::Diagnostics compare(const Extract& page, const doc::Document& document, std::string_view page_file,
                          const rules::RuleSet& rules, const base::Json& check, std::string_view check_file) {
  return Comparer(page, document, page_file, rules, check, check_file).run();
}

}  // namespace aushang::author
