#include "author/points.h"

#include <algorithm>
#include <utility>

#include "author/asked_by.h"
#include "author/check_tree.h"
#include "author/compare.h"
#include "author/guesses.h"
#include "author/inquiry.h"
#include "author/missing.h"
#include "author/names.h"
#include "author/simple_answers.h"
#include "author/simple_rule.h"
#include "author/tell_rule.h"
#include "base/text.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;

Json string_or_null(const Json* value) {
  return value != nullptr && value->string() != nullptr ? Json(*value->string()) : Json();
}

Json list_of(const std::vector<std::string>& all) { return JsonArray(all.begin(), all.end()); }

class PointFinder {
 public:
  PointFinder(const Json& check, const Confirming& posting, const base::Diagnostics& findings)
      : check_(check), posting_(posting), language_(posting.page().language), asked_(check) {
    for (const base::Diagnostic& one : findings) {
      if (one.file == posting.check_file) findings_.push_back(one);
    }
    is_told_.resize(findings_.size());
    for (const Json& one : list_in(check_, "clauses")) {
      if (std::string id = string_in(one, "id"); !id.empty()) clauses_.insert(std::move(id));
    }
  }

  Points run() {
    if (const Json* apply = check_.find("apply"); apply != nullptr && apply->object() != nullptr)
      add_apply(*apply);
    add_facts();
    add_each("positions", &PointFinder::add_position);
    add_each("materials", &PointFinder::add_document);
    add_each("questions", &PointFinder::add_question);
    add_each("notes", &PointFinder::add_note);
    add_each("criteria", &PointFinder::add_rule);
    out_.language = language_;
    for (const Json& one : list_in(check_, "clauses")) {
      const std::vector<std::string> phrases = phrases_in(one, language_);
      out_.clauses.emplace_back(JsonObject{{"id", string_in(one, "id"), {}},
                                           {"label", text_in(one, "label", language_), {}},
                                           {"quote", phrases.empty() ? Json() : Json(phrases.front()), {}}});
    }
    for (const Json& one : list_in(check_, "positions")) {
      if (std::string id = string_in(one, "id"); !id.empty())
        out_.positions.emplace_back(
            JsonObject{{"id", std::move(id), {}}, {"label", text_in(one, "label", language_), {}}});
    }
    out_.missing = missing_steps(check_, posting_);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (!is_told_[i]) out_.doubts.push_back(findings_[i].message);
    }
    return std::move(out_);
  }

 private:
  /// What `apply` and a position say alike.
  struct Way {
    const Json& json;
    std::string path, before_id;
    std::optional<std::size_t> position;
  };

  // ---- the parts of a point ------------------------------------------------------------------------------

  std::string free_point_id(const std::string& id, std::size_t index) const {
    const auto is_taken = [&](const std::string& name) {
      return std::any_of(out_.points.begin(), out_.points.end(),
                         [&](const Point& one) { return one.id == name; });
    };
    return is_taken(id) ? id + "#" + std::to_string(index + 1) : id;
  }

  /// An entry of a list by its id, else by its number.
  static std::string name_of(const Json& entry, std::size_t index) {
    const std::string id = string_in(entry, "id");
    return id.empty() ? "#" + std::to_string(index + 1) : id;
  }

  /// What `check` says about this value and all in it.
  void take_doubts(Point& point, const std::string& path) {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const std::string& about = findings_[i].path;
      const bool is_in = about.starts_with(path) && (about.size() == path.size() ||
                                                     about[path.size()] == '.' || about[path.size()] == '[');
      if (is_in) tell(point, i);
    }
  }
  /// What it says about something that isn't there.
  void take_doubts_of(Point& point, std::string_view code) {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (findings_[i].code == code) tell(point, i);
    }
  }
  /// What it says about a list as a whole.
  void take_doubts_at(Point& point, const std::string& path) {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (findings_[i].path == path) tell(point, i);
    }
  }
  void tell(Point& point, std::size_t finding) {
    is_told_[finding] = true;
    point.doubts.push_back(findings_[finding].message);
  }

  Point& add(Point point) {
    take_doubts(point, point.path);
    out_.points.push_back(std::move(point));
    return out_.points.back();
  }

  /// A point of its own among others in a list.
  Point of_list(PointKind kind, const char* list, const Json& entry, std::size_t index) const {
    Point point;
    point.kind = kind;
    point.id = free_point_id(std::string(author::name_of(kind)) + ":" + name_of(entry, index), index);
    point.path = "$." + std::string(list) + "[" + std::to_string(index) + "]";
    point.index = index;
    point.at = entry.at;
    set_guess(point, guess_in(entry));
    return point;
  }

  /// Where there are positions, those that ask for it.
  void say_positions(Point& point, JsonArray asking) const {
    if (!list_in(check_, "positions").empty()) point.says.push_back({"positions", std::move(asking), {}});
  }

  static void set_guess(Point& point, std::optional<std::string> guess) {
    point.is_open = guess.has_value();
    point.why = std::move(guess).value_or("");
  }

  void set_place(Point& point, const std::vector<std::string>& phrases) const {
    if (!phrases.empty() && !point.at_page) point.at_page = place_on_page(posting_, phrases.front());
  }

  template <class Found, class Is>
  static std::optional<base::Position> place_in(const std::vector<Found>& all, const Is& is) {
    const auto found = std::find_if(all.begin(), all.end(), is);
    return found != all.end() ? std::optional(found->at) : std::nullopt;
  }

  // ---- how to apply --------------------------------------------------------------------------------------

  void add_apply(const Json& apply) {
    const Way way{apply, "$.apply", "", std::nullopt};
    add_addresses(way);
    add_tag(way);
    add_deadline(way);
    add_inquiry(way);
    if (const Json* portal = apply.find("portal"); portal != nullptr && !portal->is_null()) {
      Point point = of_way(way, PointKind::portal, "portal", *portal);
      point.says = {
          {"value", string_or_null(portal), {}},
          {"choices", posting_.found.portal.empty() ? JsonArray{} : JsonArray{posting_.found.portal}, {}}};
      if (string_in(apply, "portal") == posting_.found.portal) point.at_page = posting_.found.portal_at;
      set_guess(point, guess_in_apply(apply, Guess::portal));
      add(std::move(point));
    }
    if (const Json* closed = apply.find("closed")) {
      Point point = of_way(way, PointKind::closed, "closed", *closed);
      point.says = {{"value", closed->boolean() != nullptr && *closed->boolean(), {}}};
      if (posting_.found.is_closed) point.at_page = posting_.found.closed_at;
      set_guess(point, guess_in_apply(apply, Guess::closed));
      add(std::move(point));
    }
  }

  Point of_way(const Way& way, PointKind kind, const char* key, const Json& value) const {
    Point point;
    point.kind = kind;
    point.id = free_point_id(way.before_id + std::string(author::name_of(kind)), 0);
    point.path = way.path + "." + key;
    point.position = way.position;
    point.at = value.at;
    return point;
  }

  /// What the comment of `apply` names, or one in the value itself.
  static std::optional<std::string> guess_about(const Way& way, Guess what, const Json& value,
                                                std::string_view address = {}) {
    if (std::optional<std::string> own = guess_in(value)) return own;
    return way.position ? std::nullopt : guess_in_apply(way.json, what, address);
  }

  void add_addresses(const Way& way) {
    const JsonArray& to = list_in(way.json, "to");
    for (std::size_t i = 0; i < to.size(); ++i) {
      Point point = of_way(way, PointKind::address, "to", to[i]);
      const std::string address = to[i].string() != nullptr ? *to[i].string() : std::string();
      if (i == 0) take_doubts_at(point, point.path);
      if (i > 0) point.id = free_point_id(way.before_id + "address:" + address, i);
      point.path += "[" + std::to_string(i) + "]";
      point.index = i;
      point.says = {{"value", string_or_null(&to[i]), {}},
                    {"choices", list_of(addresses_on(posting_.found)), {}}};
      const std::string own = base::to_ascii_lower(address);
      point.at_page = place_in(posting_.found.addresses, [&](const FoundAddress& one) {
        return base::to_ascii_lower(one.address) == own || base::to_ascii_lower(one.shown) == own;
      });
      set_guess(point, guess_about(way, Guess::address, to[i], address));
      add(std::move(point));
    }
  }

  void add_tag(const Way& way) {
    const Json* subject = way.json.find("subject");
    if (subject == nullptr || subject->is_null()) return;
    Point point = of_way(way, PointKind::tag, "subject", *subject);
    const std::string tag = string_in(*subject, "contains");
    if (const Json* contains = subject->find("contains")) point.at = contains->at;
    point.says = {{"value", string_or_null(subject->find("contains")), {}},
                  {"mode", "contains", {}},
                  {"choices", list_of(tags_on(posting_.found)), {}}};
    point.at_page = place_in(posting_.found.subjects, [&](const FoundSubject& one) {
      return !tag.empty() && one.text.find(tag) != std::string::npos;
    });
    set_guess(point, guess_about(way, Guess::tag, *subject));
    add(std::move(point));
  }

  void add_deadline(const Way& way) {
    const Json* deadline = way.json.find("deadline");
    if (deadline == nullptr) return;
    Point point = of_way(way, PointKind::deadline, "deadline", *deadline);
    const Json* date = deadline->object() != nullptr ? deadline->find("date") : deadline;
    if (date != nullptr) point.at = date->at;
    const Json value = string_or_null(date);
    point.says = {{"value", value, {}}, {"choices", list_of(deadlines_on(posting_.found)), {}}};
    point.at_page = place_in(posting_.found.deadlines, [&](const FoundDeadline& one) {
      if (value.string() == nullptr) return false;
      return one.date ? base::to_string(*one.date) == *value.string()
                      : one.until_filled && *value.string() == "until_filled";
    });
    set_guess(point, guess_about(way, Guess::deadline, *deadline));
    if (!way.position) take_doubts_of(point, "deadline-missing");
    add(std::move(point));
  }

  void add_inquiry(const Way& way) {
    const Json* inquiry = way.json.find("inquiry");
    if (inquiry == nullptr || inquiry->is_null()) return;
    Point point = of_way(way, PointKind::inquiry, "inquiry", *inquiry);
    point.says = says_of_inquiry(*inquiry);
    const Extract& page = posting_.found;
    point.says.push_back({"choices", list_of(addresses_on(page)), {}});
    point.says.push_back({"tags", list_of(tags_on(page)), {}});
    const JsonArray& to = list_in(*inquiry, "to");
    const std::string tag = string_of(point.said("tag"));
    point.at_page = place_in(page.addresses, [&](const FoundAddress& one) {
      return !to.empty() && base::to_ascii_lower(one.address) == base::to_ascii_lower(string_of(&to.front()));
    });
    if (!point.at_page) {
      point.at_page = place_in(page.subjects, [&](const FoundSubject& one) {
        return !tag.empty() && one.text.find(tag) != std::string::npos;
      });
    }
    if (!point.at_page && page.inquiry_is_welcome) point.at_page = page.inquiry_at;
    set_guess(point, guess_about(way, Guess::inquiry, *inquiry));
    add(std::move(point));
  }

  void add_facts() {
    const Json* facts = check_.find("facts");
    if (facts == nullptr) return;
    for (const PointKind kind :
         {PointKind::organization, PointKind::place, PointKind::employment, PointKind::start}) {
      const Json* fact = facts->find(author::name_of(kind));
      if (fact == nullptr || fact->is_null()) continue;
      Point point;
      point.kind = kind;
      point.id = author::name_of(kind);
      point.path = "$.facts." + point.id;
      point.at = fact->at;
      if (kind == PointKind::place) {
        point.says = {{"city", string_or_null(fact->find("city")), {}},
                      {"country", string_or_null(fact->find("country")), {}}};
      } else {
        point.says = {
            {"value", string_or_null(kind == PointKind::organization ? fact->find("name") : fact), {}}};
      }
      set_guess(point, guess_in(*fact));
      add(std::move(point));
    }
  }

  // ---- lists ---------------------------------------------------------------------------------------------

  void add_each(const char* list, void (PointFinder::*add_one)(const Json&, std::size_t)) {
    const JsonArray& all = list_in(check_, list);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].object() != nullptr) (this->*add_one)(all[i], i);
    }
  }

  /// What a position asks for, by id.
  JsonArray asked_in(const Json& position, const char* list) const {
    JsonArray out;
    for (const Json& one : list_in(check_, list)) {
      if (std::string id = string_in(one, "id"); !id.empty() && asks_for(position, list, id))
        out.emplace_back(std::move(id));
    }
    return out;
  }

  void add_position(const Json& entry, std::size_t index) {
    Point point = of_list(PointKind::position, "positions", entry, index);
    const Way way{entry, point.path, point.id + "/", index};
    set_guess(point, own_guess_in(entry));  // what it says of how to apply are points of their own
    point.says = {{"label", text_in(entry, "label", language_), {}},
                  {"materials", asked_in(entry, "materials"), {}},
                  {"criteria", asked_in(entry, "criteria"), {}}};
    point.at_page = place_in(posting_.found.positions, [&](const FoundPosition& one) {
      return one.label == text_in(entry, "label", language_);
    });
    const std::size_t own = out_.points.size();
    out_.points.push_back(std::move(point));  // before those of its parts, which take their doubts first
    add_addresses(way);
    add_tag(way);
    add_deadline(way);
    add_inquiry(way);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const std::string& about = findings_[i].path;
      if (!is_told_[i] && (about == way.path || about.starts_with(way.path + "."))) tell(out_.points[own], i);
    }
  }

  void add_document(const Json& entry, std::size_t index) {
    Point point = of_list(PointKind::document, "materials", entry, index);
    const std::vector<std::string> phrases = phrases_in(entry, language_);
    point.says = {{"material", string_or_null(entry.find("kind")), {}},
                  {"label", text_in(entry, "label", language_), {}},
                  {"quote", phrases.empty() ? Json() : Json(phrases.front()), {}},
                  {"stage", string_or_null(entry.find("stage")), {}},
                  {"required", string_or_null(entry.find("required")), {}}};
    if (const Json* when = entry.find("when")) point.says.push_back({"when", sentence(*when), {}});
    say_positions(point, asking_for(check_, "materials", string_in(entry, "id")));
    set_place(point, phrases);
    if (!point.at_page) {
      point.at_page = place_in(posting_.found.materials, [&](const FoundMaterial& one) {
        return one.kind == string_in(entry, "kind");
      });
    }
    add(std::move(point));
  }

  void add_question(const Json& entry, std::size_t index) {
    Point point = of_list(PointKind::question, "questions", entry, index);
    JsonArray phrases, counts;
    const std::string id = string_in(entry, "id");
    Json answers = simple_answers(check_, entry, language_);
    const JsonArray& clauses = list_in(check_, "clauses");
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Json* logic = clauses[i].find("logic");
      if (id.empty() || logic == nullptr || !names_in(*logic).contains(id)) continue;
      const std::vector<std::string> quotes = phrases_in(clauses[i], language_);
      for (const std::string& one : quotes)
        phrases.emplace_back(JsonObject{{"clause", string_in(clauses[i], "id"), {}}, {"quote", one, {}}});
      if (answers.is_null()) counts.emplace_back(sentence(*logic, id));
      set_place(point, quotes);
      take_doubts(point, "$.clauses[" + std::to_string(i) + "]");
    }
    point.says = {{"label", text_in(entry, "label", language_), {}},
                  {"type", string_or_null(entry.find("type")), {}},
                  {"options", list_of(option_labels(entry, language_)), {}},
                  {"answers", std::move(answers), {}},
                  {"phrases", std::move(phrases), {}}};
    if (!counts.empty()) point.says.push_back({"counts", std::move(counts), {}});
    if (const std::optional<std::size_t> own = own_clause(check_, entry)) {
      const std::vector<std::string> quotes = phrases_in(clauses[*own], language_);
      point.says.push_back({"clause", text_in(clauses[*own], "label", language_), {}});
      if (quotes.size() <= 1)
        point.says.push_back({"quote", quotes.empty() ? Json() : Json(quotes.front()), {}});
    }
    say_positions(point, asked_.by(id));
    add(std::move(point));
  }

  void add_note(const Json& entry, std::size_t index) {
    Point point = of_list(PointKind::note, "notes", entry, index);
    const std::vector<std::string> phrases = phrases_in(entry, language_);
    point.says = {{"label", text_in(entry, "label", language_), {}},
                  {"quote", phrases.empty() ? Json() : Json(phrases.front()), {}}};
    set_place(point, phrases);
    add(std::move(point));
  }

  std::string sentence(const Json& logic, std::string_view question = {}) const {
    return tell_in_a_sentence(logic, check_, posting_.words, language_, question);
  }

  /// What can't be put together by clicking: in words, and as it is written, from which line on.
  void add_logic(JsonObject& says, const Json& logic) const {
    constexpr std::size_t k_width = 60;
    says.push_back({"told", tell_rule(logic, check_, posting_.words, language_), {}});
    says.push_back({"json", base::write_json(logic, 2, k_width), {}});
    says.push_back({"line", static_cast<double>(logic.at.line), {}});
  }

  void add_rule(const Json& entry, std::size_t index) {
    Point point = of_list(PointKind::rule, "criteria", entry, index);
    const Json* logic = entry.find("logic");
    std::optional<Json> rule = logic != nullptr ? simple_rule(*logic, clauses_) : std::nullopt;
    const bool says_more = logic != nullptr && !rule;
    point.says = {{"level", string_or_null(entry.find("level")), {}},
                  {"label", text_in(entry, "label", language_), {}},
                  {"rule", rule ? *std::move(rule) : Json(), {}},
                  {"shown", logic != nullptr ? sentence(*logic) : std::string(), {}}};
    if (says_more) add_logic(point.says, *logic);
    say_positions(point, asking_for(check_, "criteria", string_in(entry, "id")));
    add(std::move(point));
  }

  const Json& check_;
  const Confirming& posting_;
  std::string language_;
  base::Diagnostics findings_;  ///< in check.json
  std::vector<bool> is_told_;
  Names clauses_;
  QuestionsAsked asked_;
  Points out_;
};

Json to_json(const Point& point) {
  JsonObject out = {{"id", point.id, {}}, {"kind", std::string(name_of(point.kind)), {}}};
  out.insert(out.end(), point.says.begin(), point.says.end());
  out.push_back({"open", point.is_open, {}});
  out.push_back({"why", point.why, {}});
  out.push_back({"at", place_json(point.at), {}});
  out.push_back({"at_page", place_json(point.at_page), {}});
  out.push_back({"doubts", list_of(point.doubts), {}});
  return out;
}

}  // namespace

const Json* Point::said(std::string_view key) const {
  const auto found =
      std::find_if(says.begin(), says.end(), [&](const JsonMember& one) { return one.key == key; });
  return found != says.end() ? &found->value : nullptr;
}

base::Diagnostics findings(std::string_view check_json, const Confirming& posting) {
  const base::Result<Loaded> loaded =
      load(check_json, posting.check_file, posting.translations, posting.today);
  if (!loaded) return loaded.errors();
  base::Diagnostics all = loaded->warnings;
  const Translation& page = posting.page();
  const base::Diagnostics differ =
      compare(posting.found, *page.document, page.file, loaded->rules, loaded->check, posting.check_file);
  all.insert(all.end(), differ.begin(), differ.end());
  return all;
}

Points find_points(const Json& check, const Confirming& posting, const base::Diagnostics& findings) {
  return PointFinder(check, posting, findings).run();
}

JsonObject to_json(const Points& points) {
  JsonArray all;
  for (const Point& one : points.points) all.push_back(to_json(one));
  return {{"lang", points.language, {}},       {"points", std::move(all), {}},
          {"positions", points.positions, {}}, {"clauses", points.clauses, {}},
          {"missing", points.missing, {}},     {"doubts", list_of(points.doubts), {}}};
}

}  // namespace aushang::author
