// Whatever steps are taken, in any order and whatever the layout: what a step promises holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/guesses.h"
#include "base/text.h"
#include "confirming.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;

/// Small pages, of many kinds.
constexpr std::string_view k_pages[] = {
    k_logic_page,
    "# Stelle 7\n\nWir suchen eine Person mit einem Master in Physik und Erfahrung in der Lehre. Kenntnisse "
    "in Python sind "
    "von Vorteil.\n\nBitte senden Sie Ihren Lebenslauf, Ihre Zeugnisse und ein Motivationsschreiben mit dem "
    "Betreff „Stelle 7“ "
    "bis zum 31. März 2027 an ann@group.example.\n",
    "# Join us\n\nSend us your CV.\n",
    "# A post\n\nUse the [application form](https://jobs.example/7). Applications by e-mail are not "
    "accepted. Questions: "
    "ann@group.example\n",
    "# Two posts\n\nApply to ann@group.example or bob@group.example.\n\n## Postdoc\n\nSubject: [post-1]. A "
    "PhD is required.\n\n## "
    "Doctoral student\n\nSubject: [phd-2]. A master's degree is required, and experience in optics.\n\nSend "
    "a CV, references and a "
    "cover letter until the position is filled.\n",
    "The position has been filled.\n\n# Old post\n\nYou need a degree in biology; knowledge of R is a plus. "
    "Send CV, certificates "
    "to jane (at) lab (dot) example with subject \"[bio; 1]\" before 2027-05-01 or 2027-06-01.\n",
};

/// With comments, two texts of some, rules that say more, evidence, positions.
constexpr std::string_view k_odd = R"({ "$schema":"check.schema.json", "version" : 1,
   "$comment" : "odd, and by hand",
 "facts":{"start":"2027-06-01" , "place":{ "country":"DE","$comment":"not the town" }, "employment" :"temporary"},
"apply" : { "to":["ann@group.example" ,"bob@group.example"], "$comment":"two read it",

	"subject" : {"contains":"[logic-1]", "$comment":"a filter looks for it"} , "deadline":null,"portal" :"https://jobs.example/9" ,
	"inquiry":{ "to":["bob@group.example"],"$comment":"he knows" } },
  "questions":[ {"id":"masters", "type":"one", "label":{"en":"Master?","de":"Master?"},
       "options":[{"value":"yes"},{"value":"soon","label":"Soon","$comment":"counts"},{"value":"no"}]},
  {"id":"python","type":"yes_no","label":"Python?"}
      , {"id":"years","type":"number","label":"Years?" , "$comment":"Confirm: line 3"} ] ,

  "clauses":[{"id":"degree","quote":{"en":"a master's degree"},"label":"Degree","logic":{"in":[{"var":"masters"},["yes","soon"]]},
   "evidence":["grades","cv"]},
{"id":"code","quote":["Knowledge of Python","some research experience"],"label":"Code","$comment":"two phrases","logic":{"var":"python"}},
  {"id":"long","quote":"industrial experience","label":"Long","logic":{"and":[{">=":[{"var":"years"},2]},{"var":"code"}]}} ],
  "criteria":[
 {"id":"one","level":"must","label":"One","logic":{"and":[{"var":"degree"},{"or":[{"var":"code"},{"var":"long"}],"$comment":"either"}]}},
 {"id":"two","level":"should","label":"Two","logic":{"!":[{"var":"long"}]}, "$comment":"Confirm: really?" }
  ],
  "notes":[],"materials":[ {"id":"cv","kind":"cv","stage":"now","required":"yes","label":"CV"},
   {"id":"papers","kind":"transcripts","stage":"now","required":"if_any","label":"Grades","when":{"!=":[{"var":"masters"},"no"]}},
 {"id":"grades","kind":"certificates","stage":"later","required":"yes","label":"Papers","quote":"two reference letters"}],
  "positions":[{"id":"a","label":"A","criteria":["one","two"],"to":["eve@other.example"],"inquiry" : false},
  {"id":"b","label":{"de":"B"},"materials":["cv"],"criteria":[],"deadline":"until_filled"}]})";

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + fresh.size()))
    text.replace(at, old.size(), fresh);
  return text;
}

/// The same file as others would write it.
std::string laid_out(const std::string& text, std::size_t how) {
  const Json json = *base::parse_json(text, "t.json");
  if (how == 1) return replaced(text, "\n", "\r\n");
  if (how == 2) return replaced(replaced(base::write_json(json, 1), "\n ", "\n\t"), "\t ", "\t\t");
  if (how == 3) return base::write_json(json);
  if (how == 4) return base::write_json(json, 4, 60);
  return text;
}

void find_comments(const Json& json, std::multiset<std::string>& out) {
  if (const JsonArray* list = json.array()) {
    for (const Json& one : *list) find_comments(one, out);
  } else if (const JsonObject* object = json.object()) {
    for (const JsonMember& one : *object) {
      if (one.key == base::k_comment) out.insert(base::write_json(one.value));
      find_comments(one.value, out);
    }
  }
}

/// Those of before that are gone.
std::vector<std::string> lost_comments(const Json& before, const Json& now) {
  std::multiset<std::string> was, is;
  find_comments(before, was), find_comments(now, is);
  std::vector<std::string> lost;
  std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(lost));
  return lost;
}

/// Whether `part` is what is left of `whole` once some of its letters are taken out.
bool is_left_of(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole) at += at < part.size() && part[at] == c ? 1 : 0;
  return at == part.size();
}

class AnySteps {
 public:
  AnySteps(Posted& posted, unsigned seed) : posted_(posted), random_(seed) {}

  void run(int steps) {
    is_sound_ = posted_.errors().empty();
    points_ = posted_.points();
    for (int i = 0; i < steps && !testing::Test::HasFailure(); ++i) take(any_step());
  }

  static inline std::map<std::string, int> done;  ///< how often which steps were taken

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  template <class List>
  auto any_of(const List& list) {
    return *std::next(std::begin(list), static_cast<std::ptrdiff_t>(below(std::size(list))));
  }

  /// Some words of the page.
  std::string any_phrase() {
    const std::string& text = posted_.page_text();
    std::size_t begin = below(text.size());
    begin = text.find(' ', begin) == std::string::npos ? 0 : text.find(' ', begin) + 1;
    std::size_t end = begin;
    for (std::size_t words = 1 + below(4); words > 0 && end != std::string::npos; --words)
      end = text.find(' ', end + 1);
    return text.substr(begin, end == std::string::npos ? end : end - begin);
  }

  Json any_rule(const Points& points, int depth) {
    if (depth == 0 || below(2) == 0) {
      if (points.clauses.empty()) return "nothing";
      return *any_of(points.clauses).find("id");
    }
    JsonArray parts;
    for (std::size_t i = below(4); i > 0; --i) parts.push_back(any_rule(points, depth - 1));
    return JsonObject{{below(2) == 0 ? "all" : "one", std::move(parts), {}}};
  }

  /// Those that a question has, less, more, with other words, and counted otherwise.
  Json any_answers(const Json& now) {
    if (now.is_null()) return JsonObject{{"type", "one", {}}, {"options", JsonArray{}, {}}};
    const std::string type =
        any_of(std::vector<std::string>{*now.find("type")->string(), "one", "many", "yes_no"});
    JsonArray options;
    for (const Json& one : *now.find("options")->array()) {
      if (type != "yes_no" && below(5) == 0) continue;
      JsonObject option = {{"value", *one.find("value"), {}}, {"label", *one.find("label"), {}}};
      if (type != "yes_no" && below(4) == 0) option[1].value = any_of(std::vector<Json>{"Words", "Ja", ""});
      if (one.find("counts") != nullptr) option.push_back({"counts", below(2) == 0, {}});
      if (type != "yes_no" && below(4) == 0) option.push_back({"reachable", true, {}});
      options.emplace_back(std::move(option));
    }
    if (type != "yes_no" && below(2) == 0 && now.find("options")->array()->front().find("counts") != nullptr)
      options.emplace_back(
          JsonObject{{"value", "new", {}}, {"label", "New", {}}, {"counts", below(2) == 0, {}}});
    return JsonObject{{"type", type, {}}, {"options", std::move(options), {}}};
  }

  Json any_value(PointKind kind, const std::string& key, const Points& points) {
    using Values = std::vector<Json>;
    if (key == "rule") return any_rule(points, 3);
    if (key == "level") return any_of(Values{"must", "should", "may"});
    if (key == "stage") return any_of(Values{"now", "later", nullptr});
    if (key == "required") return any_of(Values{"yes", "if_any", "optional", true});
    if (key == "material") return any_of(Values{"cv", "thesis", "transcripts", "certificates", "other", "x"});
    if (key == "quote") return any_phrase();
    if (key == "materials" || key == "criteria") return JsonArray{};
    if (key == "positions") {
      JsonArray some;
      for (const Json& one : points.positions) {
        if (below(2) == 0) some.push_back(*one.find("id"));
      }
      return some;
    }
    if (key == "label" || key == "clause")
      return any_of(Values{"Words", "ein \"Wort\" \\ ü", "", JsonObject{{"en", "In English", {}}}});
    if (key == "mode") return any_of(Values{"contains", "exact"});
    if (key == "welcome") return any_of(Values{true, false, "yes"});
    if (key == "to")
      return any_of(Values{"ann@group.example", "ann@group.example, eve@other.example", "@", nullptr, 3});
    if (kind == PointKind::deadline) return any_of(Values{"2027-12-31", "until_filled", nullptr, "soon", 3});
    if (kind == PointKind::address)
      return any_of(Values{"somebody@elsewhere.example", "ann@group.example", "@", nullptr});
    if (kind == PointKind::portal) return any_of(Values{"https://jobs.example/8", "jobs", nullptr});
    if (key == "city") return any_of(Values{"Jena", nullptr, 3});
    if (key == "country") return any_of(Values{"DE", "UK", nullptr});
    if (kind == PointKind::employment) return any_of(Values{"full_time", "part_time", "often", nullptr});
    if (kind == PointKind::start) return any_of(Values{"2027-06-01", "soon", ""});
    if (kind == PointKind::closed) return any_of(Values{true, false, "yes"});
    return any_of(Values{"[new-1]", "a; tag (line 3)", " ", JsonArray{}});
  }

  Step any_step() {
    const Points& points = points_;
    Step step;
    const std::size_t what = below(10);
    if (what < 7 && !points.points.empty()) {
      step.action = what < 2 ? Step::Action::keep : what < 5 ? Step::Action::change : Step::Action::drop;
      // Of three, the one to whose kind that has happened least, so that it happens to all.
      const auto times = [&](const Point& one) { return done[name_of(step.action) + name_of_kind(one)]; };
      Point point = any_of(points.points);
      for (int more = 0; more < 2; ++more) {
        if (const Point other = any_of(points.points); times(other) < times(point)) point = other;
      }
      step.points = {point.id};
      if (step.action == Step::Action::keep && below(3) == 0) step.points.push_back(any_of(points.points).id);
      if (step.action == Step::Action::change) {
        const JsonMember one = any_of(point.says);
        step.set.push_back(
            {one.key,
             one.key == "answers" ? any_answers(one.value) : any_value(point.kind, one.key, points),
             {}});
        if (below(3) == 0) step.was.push_back(one);
      }
    } else if (what < 9 && !points.missing.empty()) {
      step = *read_step(base::write_json(any_of(points.missing)));
    } else {
      step.action = Step::Action::add;
      const auto kind = static_cast<PointKind>(below(k_point_kinds.size()));
      step.kind = kind;
      if (kind == PointKind::document || kind == PointKind::question || kind == PointKind::note)
        step.quote = any_phrase();
      if (kind == PointKind::rule) step.set.push_back({"rule", any_value(kind, "rule", points), {}});
      for (const std::string key : {"city", "country"}) {
        if (kind == PointKind::place && below(3) > 0)
          step.set.push_back({key, any_value(kind, key, points), {}});
      }
      if (kind == PointKind::inquiry) step.set.push_back({"to", any_value(kind, "to", points), {}});
      if (kind <= PointKind::start && kind != PointKind::place && kind != PointKind::inquiry)
        step.set.push_back({"value", any_value(kind, "value", points), {}});
      if (kind == PointKind::position)
        step.set.push_back({"label", any_of(std::vector<Json>{"Words", "ein \"Wort\" \\ ü", ""}), {}});
      if (kind <= PointKind::inquiry && !points.positions.empty() && below(2) == 0)
        step.position = *any_of(points.positions).find("id")->string();
    }
    return step;
  }

  static std::string name_of_kind(const Point& point) {
    return " " + std::string(author::name_of(point.kind));
  }
  static std::string name_of(Step::Action action) {
    return action == Step::Action::keep ? "keep" : action == Step::Action::change ? "change" : "drop";
  }

  /// Of an addition none.
  static std::string id_of(const Step& step) { return step.points.empty() ? "" : step.points.front(); }

  void take(const Step& step) {
    const Points before = points_;
    const Json json = posted_.json();
    const std::string text = posted_.check;
    std::string name =
        step.action == Step::Action::add ? "add " + std::string(author::name_of(step.kind)) : "";
    if (const Point* point = point_of(before, id_of(step)))
      name = name_of(step.action) + name_of_kind(*point);
    SCOPED_TRACE(name + " " + id_of(step) + " " + step.quote + base::write_json(JsonObject(step.set)) + "\n" +
                 text);
    const base::Result<std::string> result = posted_.tried(step);
    if (!result) {
      ASSERT_FALSE(result.errors().front().message.empty());
      return;
    }
    ++done[name];
    posted_.check = *result;
    const base::Diagnostics all = findings(posted_.check, posted_.confirming());
    if (is_sound_) {
      ASSERT_FALSE(base::has_errors(all)) << all.front().message << "\n" << posted_.check;
    }
    points_ = find_points(posted_.json(), posted_.confirming(), all);
    const Points& now = points_;
    check_points(step, before, now);
    check_text(step, before, text, json);
  }

  static bool adds(const Step& step, PointKind kind) {
    return step.action == Step::Action::add && step.kind == kind;
  }
  /// What says which positions there are, or what others rest on.
  static bool is_about_others(std::string_view key, const Point& one, const Step& step) {
    if (key == "told" || key == "json" || key == "line" || key == "when" || key == "counts") return true;
    if (one.kind == PointKind::position && (key == "materials" || key == "criteria")) return true;
    const bool positions_differ = id_of(step).starts_with("position:") || adds(step, PointKind::position);
    const bool rests_on_rules = one.kind == PointKind::question && step.action != Step::Action::keep;
    return key == "positions" && (positions_differ || rests_on_rules);
  }

  /// What the step is about says what it sets; the others say what they said.
  void check_points(const Step& step, const Points& before, const Points& now) {
    const Point* own = point_of(before, id_of(step));
    const bool drops = step.action == Step::Action::drop;
    const bool drops_question = drops && own->kind == PointKind::question;
    const bool is_address =
        own != nullptr && own->kind == PointKind::address;  // they are called by what they say
    for (const Point& one : before.points) {
      if (one.id == id_of(step) || (is_address && one.kind == PointKind::address)) continue;
      if (drops && own->kind == PointKind::position && one.position) continue;
      // In the place of null, or of an address that is nobody's.
      if (step.action == Step::Action::add && one.id == author::name_of(step.kind)) continue;
      const Point* same = point_of(now, one.id);
      if (same == nullptr) {
        EXPECT_TRUE(drops_question && one.kind == PointKind::rule) << one.id << "\n" << posted_.check;
        continue;
      }
      const bool is_kept_too = std::find(step.points.begin(), step.points.end(), one.id) != step.points.end();
      EXPECT_EQ(one.is_open && !is_kept_too, same->is_open) << one.id << "\n" << posted_.check;
      for (const JsonMember& member : one.says) {
        if (member.key == "shown" || member.key == "phrases") continue;
        if (is_about_others(member.key, one, step)) continue;
        const bool may_differ = one.kind == PointKind::rule && member.key == "rule" &&
                                (drops_question || adds(step, PointKind::question));
        if (!may_differ) {
          EXPECT_EQ(said(now, one.id, member.key), base::write_json(member.value)) << one.id << "\n"
                                                                                   << posted_.check;
        }
      }
    }
    const std::size_t count = before.points.size();
    if (step.action == Step::Action::add) {
      EXPECT_TRUE(says_added(step, before, now)) << posted_.check;
    }
    if (step.action == Step::Action::keep) {
      EXPECT_FALSE(point_of(now, id_of(step))->is_open);
    }
    if (step.action == Step::Action::keep || step.action == Step::Action::change) {
      EXPECT_EQ(now.points.size(), count);
    }
    if (drops && !is_address) {
      EXPECT_EQ(point_of(now, id_of(step)), nullptr);
    }
    if (drops) {
      EXPECT_LT(now.points.size(), count);
    }
    if (step.action != Step::Action::change) return;
    const auto changed = std::find_if(now.points.begin(), now.points.end(), [&](const Point& one) {
      return is_address ? one.path == own->path : one.id == id_of(step);
    });
    ASSERT_NE(changed, now.points.end());
    EXPECT_FALSE(changed->is_open);
    for (const JsonMember& one : step.set) {
      const bool is_text_of_many =
          one.value.object() != nullptr && (one.key == "label" || one.key == "clause");
      if (!is_text_of_many && one.key != "quote") {
        EXPECT_EQ(base::write_json(*changed->said(one.key)), base::write_json(one.value)) << posted_.check;
      }
    }
  }

  static bool says_added(const Step& step, const Points& before, const Points& now) {
    return std::any_of(now.points.begin(), now.points.end(), [&](const Point& one) {
      if (one.kind != step.kind) return false;
      const Point* old = point_of(before, one.id);
      const bool is_new =
          old == nullptr || base::write_json(JsonObject(old->says)) != base::write_json(JsonObject(one.says));
      return is_new && std::all_of(step.set.begin(), step.set.end(), [&](const JsonMember& set) {
               return base::write_json(*one.said(set.key)) == base::write_json(set.value);
             });
    });
  }

  /// What isn't part of the step is written as it was.
  void check_text(const Step& step, const Points& before, const std::string& text, const Json& json) {
    const std::string& now = posted_.check;
    const std::vector<std::string> lost = lost_comments(json, posted_.json());
    if (step.action == Step::Action::keep) {
      EXPECT_TRUE(is_left_of(now, text)) << now;
      EXPECT_LE(lost.size(), 1u + step.points.size());
    }
    const Point* point = point_of(before, id_of(step));
    if (step.action == Step::Action::drop && point->kind != PointKind::question) {
      EXPECT_TRUE(is_left_of(now, text)) << now;
    }
    if (step.action == Step::Action::add &&
        (step.kind == PointKind::note || step.kind == PointKind::document ||
         step.kind == PointKind::portal)) {
      EXPECT_TRUE(is_left_of(text, now)) << now;
    }
    for (const std::string& one : lost) {
      const bool is_guess = one.starts_with("\"" + std::string(k_to_be_confirmed)) ||
                            one.starts_with("\"" + std::string(k_drafted));
      const bool is_in_it =
          step.action == Step::Action::drop ||
          (point != nullptr && (point->kind == PointKind::deadline || point->kind == PointKind::inquiry));
      EXPECT_TRUE(is_guess || is_in_it) << one;
    }
    EXPECT_EQ(text.ends_with('\n'), now.ends_with('\n'));
    const auto count = [](const std::string& in, std::string_view what) {
      std::size_t found = 0;
      for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++found;
      return found;
    };
    if (count(text, "\r\n") == count(text, "\n")) {
      EXPECT_EQ(count(now, "\r\n"), count(now, "\n")) << now;
    }
    if (count(text, "\r\n") == 0) {
      EXPECT_EQ(count(now, "\r"), 0u) << now;
    }
    if (count(text, "\n") == 0) {
      EXPECT_EQ(count(now, "\n"), 0u) << now;
    }
    if (count(text, "\n ") == 0) {
      EXPECT_EQ(count(now, "\n "), 0u) << "tabs stay tabs\n" << now;
    }
  }

  Posted& posted_;
  std::mt19937 random_;
  bool is_sound_ = true;
  Points points_;
};

TEST(AnySteps, KeepWhatAStepPromises) {
  constexpr int k_steps = 4;
  unsigned seed = 0;
  const auto run = [&](const std::string& page, const std::string& check, const std::string& translation,
                       int sequences) {
    for (std::size_t layout = 0; layout < 5 && !testing::Test::HasFailure(); ++layout) {
      for (int i = 0; i < sequences && !testing::Test::HasFailure(); ++i) {
        Posted posted(page, check);
        if (!translation.empty()) posted.add_page("de", translation);
        posted.check = laid_out(posted.check, layout);
        SCOPED_TRACE("seed " + std::to_string(seed));
        AnySteps(posted, seed++).run(k_steps);
      }
    }
  };
  for (const std::string_view page : k_pages) run(std::string(page), "", "", 6);
  run(std::string(k_logic_page), std::string(k_odd), "", 8);
  for (const char* name : {"phd-ot", "msca-doctoral"}) {
    const std::string folder = "assets/postings/" + std::string(name);
    run(file_of_source(folder + "/posting.md"), file_of_source(folder + "/check.json"),
        file_of_source(folder + "/posting.de.md"), 1);
  }
  if (testing::Test::HasFailure()) return;
  EXPECT_GE(seed, 200u);
  for (const char* name : {"keep", "change", "drop"}) {
    for (const std::string_view kind : k_point_kinds)
      EXPECT_GT(AnySteps::done[name + (" " + std::string(kind))], 0) << name << kind;
  }
  for (const char* kind : {"address", "tag", "deadline", "inquiry", "portal", "place", "employment", "start",
                           "document", "question", "note", "rule", "position"})
    EXPECT_GT(AnySteps::done["add " + std::string(kind)], 0) << kind;
}

}  // namespace
}  // namespace aushang::author
