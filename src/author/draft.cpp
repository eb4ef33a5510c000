#include "author/draft.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "author/guesses.h"
#include "author/inquiry.h"
#include "author/wording.h"
#include "base/formats.h"
#include "base/json_reader.h"
#include "base/text.h"
#include "doc/find.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

constexpr std::size_t k_most_questions = 6;
constexpr std::size_t k_most_of_a_kind = 2;
constexpr std::size_t k_most_positions = 20;

std::string line_of(const base::Position& at) { return "line " + std::to_string(at.line); }

class Drafter {
 public:
  Drafter(const Extract& extract, const doc::Document& document, const Lexicon& lexicon,
          const SiteFacts& site)
      : found_(extract), document_(document), words_(lexicon), site_(site) {}

  Draft run() {
    JsonObject check = {
        {"version", 1, {}},
        {"$comment",
         std::string(k_drafted) +
             ": guesses from the page. Confirm what each $comment names, set right what is wrong, then "
             "remove the comments.",
         {}}};
    add_facts(check);
    check.push_back({"apply", apply(), {}});
    add_materials();
    add_criteria();
    JsonArray of_each = positions();
    check.push_back({"questions", std::move(questions_), {}});
    check.push_back({"clauses", std::move(clauses_), {}});
    check.push_back({"criteria", std::move(criteria_), {}});
    check.push_back({"notes", std::move(notes_), {}});
    check.push_back({"materials", std::move(materials_), {}});
    if (!of_each.empty()) check.push_back({"positions", std::move(of_each), {}});
    return {std::move(check), std::move(to_confirm_), std::move(left_out_)};
  }

 private:
  void confirm(std::string what) { to_confirm_.push_back(std::move(what)); }
  void leave_out(const std::string& what, const base::Position& at) {
    left_out_.push_back(what + " (" + line_of(at) + ")");
  }
  static base::JsonMember to_be_confirmed(const base::Position& at) {
    return {"$comment", std::string(k_to_be_confirmed) + line_of(at), {}};
  }

  std::string text(std::string_view name, std::string_view phrase) const {
    return base::fill_in(words_.text(name, found_.language), "phrase", phrase);
  }

  bool stands_once(std::string_view quote) const {
    return !base::trim(quote).empty() && doc::find_phrase(document_, quote, 2).size() == 1;
  }

  void add_facts(JsonObject& check) {
    if (!is_line(site_.name)) return;
    JsonObject organization = {
        {"$comment", std::string(k_to_be_confirmed) + "from the site's configuration", {}},
        {"name", site_.name, {}}};
    if (base::what_is_wrong_with_url(site_.url).empty()) organization.push_back({"url", site_.url, {}});
    check.push_back({"facts", JsonObject{{"organization", std::move(organization), {}}}, {}});
    confirm("name " + site_.name + " (configuration)");
  }

  std::vector<std::string> addresses(Role role) const {
    std::vector<std::string> all;
    for (const FoundAddress& one : found_.addresses) {
      const bool is_new = std::find(all.begin(), all.end(), one.address) == all.end();
      if (one.role == role && one.complete && is_new && base::what_is_wrong_with_address(one.address).empty())
        all.push_back(one.address);
    }
    return all;
  }

  /// Where applications go; nowhere if the page takes none by mail.
  std::vector<std::string> recipients(std::string& comment) {
    if (has_portal() && (found_.channel == Channel::portal || found_.refuses_mail)) return {};
    for (const Role role : {Role::apply, Role::contact, Role::inquiry}) {
      if (role != Role::apply && has_portal()) return {};
      std::vector<std::string> all = addresses(role);
      if (all.empty()) continue;
      if (role != Role::apply) all.resize(1);
      for (const FoundAddress& one : found_.addresses) {
        if (std::find(all.begin(), all.end(), one.address) == all.end() || one.role != role) continue;
        std::string what = std::string(k_address_guess) + one.address + " (" + line_of(one.at) + ")";
        if (one.is_hidden) what += ", spelt out there";
        if (!one.shown.empty()) what += ", shown as " + one.shown;
        comment += (comment.empty() ? "" : "; ") + what;
        confirm(std::move(what));
      }
      return all;
    }
    comment = std::string(k_no_address_guess) + ": write the one that is read.";
    confirm("address: none is complete on the page, write it in");
    return {std::string(k_nobody)};
  }

  bool has_portal() const { return base::what_is_wrong_with_url(found_.portal).empty(); }

  static JsonArray list(const std::vector<std::string>& all) { return {all.begin(), all.end()}; }

  Json apply() {
    JsonObject out;
    std::string comment;
    const std::vector<std::string> to = recipients(comment);
    for (const FoundAddress& one : found_.addresses) {
      if (one.role == Role::apply && std::find(to.begin(), to.end(), one.address) == to.end())
        leave_out("address " + one.address, one.at);
    }
    if (!to.empty()) out.push_back({"to", list(to), {}});
    const std::vector<std::string> cc = addresses(Role::cc);
    if (!cc.empty() && !to.empty()) out.push_back({"cc", list(cc), {}});
    if (has_portal()) {
      out.push_back({"portal", found_.portal, {}});
      note(comment, std::string(k_portal_guess) + "(" + line_of(found_.portal_at) + ")");
    }
    add_subject(out, comment);
    if (const auto inquiry = inquiry_on(found_, !to.empty() && to.front() != k_nobody)) {
      out.push_back({"inquiry", author::to_json(*inquiry), {}});
      note(comment, std::string(k_inquiry_guess) + in_words(*inquiry) + " (" + line_of(inquiry->at) + ")");
    }
    add_deadline(out, comment);
    if (found_.is_closed) {
      out.push_back({"closed", true, {}});
      note(comment, std::string(k_closed_guess) + "(" + line_of(found_.closed_at) + ")");
    }
    if (!comment.empty()) out.insert(out.begin(), {"$comment", std::string(k_to_be_confirmed) + comment, {}});
    return out;
  }

  void note(std::string& comment, std::string what) {
    comment += (comment.empty() ? "" : "; ") + what;
    confirm(std::move(what));
  }

  void add_subject(JsonObject& out, std::string& comment) {
    std::string first;
    for (const FoundSubject& one : found_.subjects) {
      const std::string tag = tag_of(one);
      // What belongs to a position is said there.
      if (one.is_for_inquiry || tag.empty() || tag == first || !one.position.empty()) continue;
      if (!first.empty()) {
        // "Ref. 27/V" holds "27/V".
        if (first.find(tag) == std::string::npos) leave_out("tag " + tag, one.at);
        continue;
      }
      first = tag;
      out.push_back({"subject", JsonObject{{"contains", tag, {}}}, {}});
      note(comment, std::string(k_tag_guess) + tag + " (" + line_of(one.at) + ")" +
                        (one.sure ? "" : ", as it stands there"));
    }
  }

  void add_deadline(JsonObject& out, std::string& comment) {
    const auto filled = std::find_if(found_.deadlines.begin(), found_.deadlines.end(),
                                     [](const FoundDeadline& one) { return one.until_filled; });
    const auto dated = std::find_if(found_.deadlines.begin(), found_.deadlines.end(),
                                    [](const FoundDeadline& one) { return one.date.has_value(); });
    if (filled != found_.deadlines.end()) {
      out.push_back({"deadline", "until_filled", {}});
      note(comment, std::string(k_until_filled_guess) + " (" + line_of(filled->at) + ")");
    } else if (dated != found_.deadlines.end()) {
      out.push_back({"deadline", JsonObject{{"date", base::to_string(*dated->date), {}}}, {}});
      std::string what =
          std::string(k_deadline_guess) + base::to_string(*dated->date) + " (" + line_of(dated->at) + ")";
      for (const std::string& inferred : dated->inferred) what += ", " + inferred + " inferred";
      note(comment, std::move(what));
    } else {
      out.push_back({"deadline", Json(), {}});
    }
    const auto taken = filled != found_.deadlines.end() ? filled : dated;
    for (auto one = found_.deadlines.begin(); one != found_.deadlines.end(); ++one) {
      if (one != taken && one->date) leave_out("deadline " + base::to_string(*one->date), one->at);
    }
  }

  void add_materials() {
    for (const FoundMaterial& one : found_.materials) {
      JsonObject material = {
          to_be_confirmed(one.at),        {"id", one.kind, {}},
          {"kind", one.kind, {}},         {"stage", one.is_later ? "later" : "now", {}},
          {"required", one.required, {}}, {"label", document_label(words_, found_.language, one), {}}};
      if (stands_once(one.text)) material.push_back({"quote", one.text, {}});
      std::vector<std::string> parts;
      for (const std::string& kind : one.contains) {
        if (std::find(parts.begin(), parts.end(), kind) == parts.end()) parts.push_back(kind);
      }
      if (!parts.empty()) material.push_back({"contains", list(parts), {}});
      materials_.push_back(std::move(material));
    }
    if (found_.materials.empty()) return;
    const auto later = std::count_if(found_.materials.begin(), found_.materials.end(),
                                     [](const FoundMaterial& one) { return one.is_later; });
    confirm(std::to_string(found_.materials.size()) +
            (found_.materials.size() == 1 ? " document" : " documents") +
            (later > 0 ? ", " + std::to_string(later) + " of them later" : ""));
  }

  /// The clauses that go into the rules of all, or of one position.
  struct Asked {
    JsonArray musts, shoulds, alternatives;
    std::size_t questions = 0;
    std::map<std::string, std::size_t> of_kind;
  };

  void add_criteria() {
    std::map<std::string, Asked> asked;  // by position; "" is for all
    std::map<std::string, std::size_t> count;
    for (const FoundCriterion& one : found_.criteria) {
      if (!stands_once(one.quote)) {
        leave_out(base::quoted(one.quote), one.at);
        continue;
      }
      if (one.level == "note") {
        notes_.push_back(JsonObject{to_be_confirmed(one.at),
                                    {"id", "note" + std::to_string(notes_.size() + 1), {}},
                                    {"quote", one.quote, {}},
                                    {"label", as_label(one.text), {}}});
        continue;
      }
      Asked &all = asked[""], &own = asked[one.position];
      const bool is_for_all = one.position.empty();
      const std::size_t of_kind = own.of_kind[one.kind] + (is_for_all ? 0 : all.of_kind[one.kind]);
      const std::size_t questions = own.questions + (is_for_all ? 0 : all.questions);
      if (of_kind >= k_most_of_a_kind || questions >= k_most_questions) {
        leave_out(base::quoted(one.quote), one.at);
        continue;
      }
      ++own.of_kind[one.kind];
      ++own.questions;
      const std::size_t number = ++count[one.kind];
      const std::string id = one.kind + (number == 1 ? "" : std::to_string(number));
      Json logic = question(one, "has_" + id);
      clauses_.push_back(JsonObject{{"id", id, {}},
                                    {"quote", one.quote, {}},
                                    {"label", as_label(one.text), {}},
                                    {"logic", std::move(logic), {}}});
      Json var = JsonObject{{"var", id, {}}};
      (one.is_alternative    ? own.alternatives
       : one.level == "must" ? own.musts
                             : own.shoulds)
          .push_back(std::move(var));
    }
    for (const FoundCriterion& one : found_.unread) leave_out(base::quoted(one.quote), one.at);
    add_rules("", "", asked[""]);
    for (std::size_t i = 0; i < std::min(found_.positions.size(), k_most_positions); ++i)
      add_rules(position_id(i), found_.positions[i].label, asked[found_.positions[i].label]);
    if (!questions_.empty())
      confirm(std::to_string(questions_.size()) + (questions_.size() == 1 ? " question" : " questions"));
  }

  /// The question that decides the criterion, and the rule of its clause.
  Json question(const FoundCriterion& one, const std::string& id) {
    JsonObject question = {to_be_confirmed(one.at), {"id", id, {}}};
    const std::string label = question_label(words_, found_.language, one.kind, one.text);
    if (one.kind == "field" && !one.choices.empty()) {
      JsonArray options, values;
      std::vector<std::string> names;
      for (std::size_t i = 0; i < one.choices.size(); ++i) {
        std::string value = as_value(one.choices[i]);
        if (value.empty() || std::find(names.begin(), names.end(), value) != names.end())
          value = "f" + std::to_string(i + 1);
        names.push_back(value);
        options.push_back(JsonObject{{"value", value, {}}, {"label", as_label(one.choices[i]), {}}});
        values.push_back(value);
      }
      question.insert(question.end(), {{"type", "many", {}},
                                       {"none_of_these", true, {}},
                                       {"label", label, {}},
                                       {"options", std::move(options), {}}});
      questions_.push_back(std::move(question));
      return JsonObject{
          {"some",
           JsonArray{JsonObject{{"var", id, {}}},
                     JsonObject{{"in", JsonArray{JsonObject{{"var", "", {}}}, std::move(values)}, {}}}},
           {}}};
    }
    if (one.kind == "degree") {
      JsonArray options = {
          JsonObject{{"value", "yes", {}}},
          JsonObject{
              {"value", "expected", {}}, {"label", text("draft.expected", ""), {}}, {"reachable", true, {}}},
          JsonObject{{"value", "no", {}}}};
      question.insert(question.end(),
                      {{"type", "one", {}}, {"label", label, {}}, {"options", std::move(options), {}}});
      questions_.push_back(std::move(question));
      return JsonObject{{"==", JsonArray{JsonObject{{"var", id, {}}}, "yes"}, {}}};
    }
    question.insert(question.end(), {{"type", "yes_no", {}}, {"label", label, {}}});
    questions_.push_back(std::move(question));
    return JsonObject{{"var", id, {}}};
  }

  static std::optional<Json> together(const char* operation, JsonArray all) {
    if (all.empty()) return std::nullopt;
    if (all.size() == 1) return std::move(all.front());
    return JsonObject{{operation, std::move(all), {}}};
  }

  static std::optional<Json> with_alternatives(JsonArray musts, JsonArray alternatives) {
    std::optional<Json> all = together("and", std::move(musts));
    if (alternatives.empty()) return all;
    if (all) alternatives.insert(alternatives.begin(), std::move(*all));
    return together("or", std::move(alternatives));
  }

  /// `position`: its id; empty: the rules are for all.
  void add_rules(const std::string& position, const std::string& label, Asked asked) {
    const auto add = [&](std::string id, const char* level, std::string_view name, const char* doubt,
                         std::optional<Json> logic) {
      if (!logic) return;
      if (!position.empty()) id += "_" + position;
      criteria_of_[position].push_back(id);
      criteria_.push_back(JsonObject{{"$comment", std::string(k_to_be_confirmed) + doubt, {}},
                                     {"id", std::move(id), {}},
                                     {"level", level, {}},
                                     {"label", text(name, "") + (label.empty() ? "" : ": " + label), {}},
                                     {"logic", std::move(*logic), {}}});
    };
    add("asked", "must", "draft.musts", "Is this what applicants must have?",
        with_alternatives(std::move(asked.musts), std::move(asked.alternatives)));
    add("liked", "should", "draft.shoulds", "Is this desirable, but not required?",
        together("and", std::move(asked.shoulds)));
  }

  JsonArray positions() {
    JsonArray all;
    for (const FoundPosition& one : found_.positions) {
      if (all.size() >= k_most_positions) break;
      const std::string id = position_id(all.size());
      JsonObject position = {to_be_confirmed(one.at), {"id", id, {}}, {"label", one.label, {}}};
      for (const FoundSubject& subject : found_.subjects) {
        const std::string tag = tag_of(subject);
        if (subject.is_for_inquiry || subject.position != one.label || tag.empty()) continue;
        position.push_back({"subject", JsonObject{to_be_confirmed(subject.at), {"contains", tag, {}}}, {}});
        break;
      }
      ask(position, "materials", documents_of(one.label), materials_.size());
      ask(position, "criteria", rules_of(id), criteria_.size());
      all.push_back(std::move(position));
    }
    if (!all.empty())
      confirm(std::to_string(all.size()) + " positions: which documents and criteria are for which?");
    return all;
  }

  static std::string position_id(std::size_t index) { return "position" + std::to_string(index + 1); }

  std::vector<std::string> documents_of(const std::string& position) const {
    std::vector<std::string> ids;
    for (const FoundMaterial& one : found_.materials) {
      if (one.positions.empty() ||
          std::find(one.positions.begin(), one.positions.end(), position) != one.positions.end())
        ids.push_back(one.kind);
    }
    return ids;
  }

  std::vector<std::string> rules_of(const std::string& position) {
    std::vector<std::string> ids = criteria_of_[""];
    ids.insert(ids.end(), criteria_of_[position].begin(), criteria_of_[position].end());
    return ids;
  }

  /// A position says what it asks for where that isn't everything.
  static void ask(JsonObject& position, const char* what, const std::vector<std::string>& ids,
                  std::size_t all) {
    if (ids.size() < all) position.push_back({what, list(ids), {}});
  }

  const Extract& found_;
  const doc::Document& document_;
  const Lexicon& words_;
  const SiteFacts& site_;
  JsonArray questions_, clauses_, criteria_, notes_, materials_;
  std::map<std::string, std::vector<std::string>> criteria_of_;  ///< ids by a position's; "" is for all
  std::vector<std::string> to_confirm_, left_out_;
};

}  // namespace

Draft draft(const Extract& extract, const doc::Document& document, const Lexicon& lexicon,
            const SiteFacts& site) {
  return Drafter(extract, document, lexicon, site).run();
}

}  // namespace aushang::author
