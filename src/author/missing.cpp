#include "author/missing.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/asked_by.h"
#include "author/check_tree.h"
#include "author/compare.h"
#include "author/inquiry.h"
#include "author/wording.h"
#include "base/formats.h"
#include "base/json_reader.h"
#include "base/normal_form.h"
#include "base/text.h"
#include "doc/find.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

void add_once(std::vector<std::string>& all, std::string one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
}

class MissingFinder {
 public:
  MissingFinder(const Json& check, const Confirming& posting) : check_(check), posting_(posting) {}

  JsonArray run() {
    if (const Json* apply = check_.find("apply"); apply != nullptr && apply->object() != nullptr)
      compare_apply(*apply);
    for (const FoundMaterial& one : posting_.found.materials) {
      if (!is_listed(one.kind)) add_material(one);
    }
    for (const auto* all : {&posting_.found.criteria, &posting_.found.unread}) {
      for (const FoundCriterion& one : *all) {
        if (stands_once(one.quote) && !is_quoted(one.quote)) add_criterion(one);
      }
    }
    return std::move(out_);
  }

 private:
  bool stands_once(std::string_view quote) const {
    return !base::trim(quote).empty() && doc::find_phrase(*posting_.page().document, quote, 2).size() == 1;
  }

  static JsonObject step(const char* kind) { return {{"do", "add", {}}, {"kind", kind, {}}}; }

  void add(JsonObject step, std::string label, const base::Position& at) {
    step.push_back({"label", std::move(label), {}});
    step.push_back({"at_page", place_json(at.line != 0 ? std::optional(at) : std::nullopt), {}});
    out_.emplace_back(std::move(step));
  }

  /// `position`: the id of the one it is for; empty: it is for all.
  void add_value(const char* kind, const std::string& value, const base::Position& at,
                 const std::string& position = "") {
    JsonObject one = step(kind);
    if (!position.empty()) one.push_back({"position", position, {}});
    one.push_back({"set", JsonObject{{"value", value, {}}}, {}});
    add(std::move(one), value, at);
  }

  static bool is_null_in(const Json& object, std::string_view key) {
    const Json* value = object.find(key);
    return value == nullptr || value->is_null();
  }

  /// Whether somewhere in the file, whatever it is for, this very text stands.
  static bool says(const Json& json, std::string_view text) {
    if (json.string() != nullptr) return base::to_ascii_lower(*json.string()) == base::to_ascii_lower(text);
    if (const JsonArray* list = json.array())
      return std::any_of(list->begin(), list->end(), [&](const Json& one) { return says(one, text); });
    const JsonObject* object = json.object();
    return object != nullptr && std::any_of(object->begin(), object->end(), [&](const base::JsonMember& one) {
             return one.key != base::k_comment && says(one.value, text);
           });
  }

  void compare_apply(const Json& apply) {
    const Extract& page = posting_.found;
    const bool takes_mail = !list_in(apply, "to").empty();
    for (const FoundAddress& one : page.addresses) {
      const bool counts = one.role == Role::apply || (!takes_mail && is_null_in(apply, "portal"));
      const bool can_be_written = one.complete && base::what_is_wrong_with_address(one.address).empty();
      if (counts && can_be_written && !page.refuses_mail && !says(check_, one.address) &&
          !all_say(check_, "to"))
        add_value("address", one.address, one.at);
    }
    if (is_null_in(apply, "portal") && base::what_is_wrong_with_url(page.portal).empty())
      add_value("portal", page.portal, page.portal_at);
    if (page.is_closed && apply.find("closed") == nullptr) {
      JsonObject closed = step("closed");
      closed.push_back({"set", JsonObject{{"value", true, {}}}, {}});
      add(std::move(closed), "closed", page.closed_at);
    }
    compare_tags(apply, takes_mail);
    compare_inquiry(apply, takes_mail);
    const auto deadline =
        std::find_if(page.deadlines.begin(), page.deadlines.end(),
                     [](const FoundDeadline& one) { return one.until_filled || one.date.has_value(); });
    if (is_null_in(apply, "deadline") && !all_say(check_, "deadline") && deadline != page.deadlines.end())
      add_value("deadline", deadline->until_filled ? "until_filled" : base::to_string(*deadline->date),
                deadline->at);
  }

  /// The position that is called so on the page and has no tag; null where there is none.
  const Json* untagged(const std::string& label) const {
    for (const Json& one : list_in(check_, "positions")) {
      const bool is_called_so = text_in(one, "label", posting_.page().language) == label;
      if (is_called_so && is_null_in(one, "subject") && !string_in(one, "id").empty()) return &one;
    }
    return nullptr;
  }

  void compare_tags(const Json& apply, bool takes_mail) {
    bool is_said = !is_null_in(apply, "subject") || !takes_mail || all_say(check_, "subject");
    for (const FoundSubject& one : posting_.found.subjects) {
      const std::string tag = tag_of(one);
      if (one.is_for_inquiry || tag.empty() || says(check_, tag)) continue;
      if (const Json* position = untagged(one.position); position != nullptr && !one.position.empty()) {
        add_value("tag", tag, one.at, string_in(*position, "id"));
      } else if (one.position.empty() && !is_said) {
        add_value("tag", tag, one.at);
        is_said = true;
      }
    }
  }

  void compare_inquiry(const Json& apply, bool takes_mail) {
    const std::optional<FoundInquiry> found = inquiry_on(posting_.found, takes_mail);
    if (!found || apply.find("inquiry") != nullptr || all_say(check_, "inquiry")) return;
    JsonObject one = step("inquiry");
    JsonObject says = says_of_inquiry(author::to_json(*found));
    std::erase_if(says, [](const base::JsonMember& member) { return member.value.is_null(); });
    one.push_back({"set", std::move(says), {}});
    add(std::move(one), in_words(*found), found->at);
  }

  bool is_listed(std::string_view kind) const {
    const JsonArray& all = list_in(check_, "materials");
    return std::any_of(all.begin(), all.end(), [&](const Json& one) {
      const JsonArray& parts = list_in(one, "contains");
      return are_kin(string_in(one, "kind"), kind) ||
             std::any_of(parts.begin(), parts.end(), [&](const Json& part) {
               return part.string() != nullptr && *part.string() == kind;
             });
    });
  }

  void add_material(const FoundMaterial& one) {
    JsonObject material = step("document");
    const std::string label = document_label(posting_.words, posting_.page().language, one);
    if (stands_once(one.text)) material.push_back({"quote", one.text, {}});
    material.push_back({"set",
                        JsonObject{{"material", one.kind, {}},
                                   {"stage", one.is_later ? "later" : "now", {}},
                                   {"required", one.required, {}},
                                   {"label", label, {}}},
                        {}});
    add(std::move(material), label, one.at);
  }

  /// By a clause or a note, with more words or fewer.
  bool is_quoted(std::string_view quote) const {
    for (const char* list : {"clauses", "notes"}) {
      for (const Json& one : list_in(check_, list)) {
        for (const std::string& phrase : phrases_in(one, posting_.page().language)) {
          const std::string a = doc::fold_visible(phrase), b = doc::fold_visible(quote);
          if (a.find(b) != std::string::npos || b.find(a) != std::string::npos) return true;
        }
      }
    }
    return false;
  }

  void add_criterion(const FoundCriterion& one) {
    const bool is_note = one.level == "note";
    JsonObject criterion = step(is_note ? "note" : "question");
    criterion.push_back({"quote", one.quote, {}});
    add(std::move(criterion), as_label(one.quote), one.at);
  }

  const Json& check_;
  const Confirming& posting_;
  JsonArray out_;
};

}  // namespace

JsonArray missing_steps(const Json& check, const Confirming& posting) {
  return MissingFinder(check, posting).run();
}

std::optional<base::Position> place_on_page(const Confirming& posting, std::string_view phrase) {
  const Translation& page = posting.page();
  if (!page.place_of) return std::nullopt;
  const std::vector<doc::Range> found = doc::find_phrase(*page.document, base::compose(phrase), 1);
  if (found.empty()) return std::nullopt;
  return page.place_of(found.front().begin);
}

Json place_json(const std::optional<base::Position>& at) {
  if (!at) return {};
  return JsonObject{{"line", static_cast<double>(at->line), {}},
                    {"column", static_cast<double>(at->column), {}}};
}

std::vector<std::string> addresses_on(const Extract& page) {
  std::vector<std::string> all;
  for (const FoundAddress& one : page.addresses) {
    if (one.complete && base::what_is_wrong_with_address(one.address).empty()) add_once(all, one.address);
  }
  return all;
}

std::vector<std::string> tags_on(const Extract& page) {
  std::vector<std::string> all;
  for (const FoundSubject& one : page.subjects) {
    if (std::string tag = tag_of(one); !tag.empty()) add_once(all, std::move(tag));
  }
  return all;
}

std::vector<std::string> deadlines_on(const Extract& page) {
  std::vector<std::string> all;
  for (const FoundDeadline& one : page.deadlines) {
    if (one.date) add_once(all, base::to_string(*one.date));
    if (one.until_filled) add_once(all, "until_filled");
  }
  return all;
}

}  // namespace aushang::author
