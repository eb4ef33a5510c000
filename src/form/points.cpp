#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/cards.h"
#include "form/picture.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Tone;
using layout::Widget;
using logic::Shape;
using rules::Level;
using rules::Truth;

constexpr std::size_t k_most_columns = 3;  ///< routes side by side; more are a list

/// "au-clause-degree" → "au-sign-clause-degree"
std::string part_id(std::string_view part, std::string_view whole) {
  return node_id(part, whole.substr(std::string_view("au-").size()));
}

/// The rule as one list of steps, in which steps may have routes, and these steps of their own.
class Points {
 public:
  explicit Points(Builder& builder)
      : form_(builder),
        is_judged_(has_result(builder.input.rules, builder.input.answers.position)),
        shown_(builder.input.rules.clauses.size()) {}

  void add(const std::vector<rules::CriterionState>& criteria) {
    if (criteria.empty()) return;
    const std::size_t list = form_.open(Widget::steps, "au-points");
    form_.node(list).label = form_.word(Word::check_points);
    // While the position isn't chosen, not all that is asked for is known.
    Truth musts =
        has_open_position(form_.input.rules, form_.input.answers.position) ? Truth::unknown : Truth::yes;
    bool has_musts = false;
    for (const rules::CriterionState& state : criteria) {
      if (!is_of(state, Level::must)) continue;
      add_criterion(state);
      musts = musts && state.value;
      has_musts = true;
    }
    add_wishes(criteria, tone_at_the_end(list));
    if (is_judged_ && has_musts) {
      const std::size_t step = open_step(Widget::step, "au-fits", musts);
      const Word end = musts == Truth::no ? Word::outcome_not_yet : Word::check_fits;
      add_row(Widget::conclusion, "au-fits", {form_.word(end), {}}, musts, Level::must);
      form_.close(step);
    }
    form_.close(list);
  }

  /// Whether a clause is on the page under its own id.
  [[nodiscard]] bool is_shown(std::size_t clause) const { return shown_[clause]; }
  [[nodiscard]] Tone tone(Truth truth) const { return is_judged_ ? tone_of(truth) : Tone::none; }

 private:
  /// What the rows of a criterion have in common.
  struct Of {
    const rules::Criterion& criterion;
    const rules::CriterionState& state;
    Said whose;
  };

  [[nodiscard]] bool is_of(const rules::CriterionState& state, Level level) const {
    const rules::Criterion* criterion = form_.input.rules.criterion(state.id);
    return criterion != nullptr && criterion->level == level;
  }

  /// What isn't required stands beside the rail, which passes by as it comes from the step before.
  void add_wishes(const std::vector<rules::CriterionState>& criteria, Tone before) {
    const auto is_wish = [&](const rules::CriterionState& state) { return is_of(state, Level::should); };
    if (std::none_of(criteria.begin(), criteria.end(), is_wish)) return;
    const std::size_t step = form_.open(Widget::step, "au-wishes");
    form_.node(step).tone = before;
    form_.leaf(Widget::aside, "au-wishes-text", Word::check_should);
    const std::size_t list = form_.open(Widget::points, "au-wishes-list");
    form_.node(list).labelled_by = "au-wishes-text";
    for (const rules::CriterionState& state : criteria) {
      if (is_wish(state)) add_criterion(state);
    }
    form_.close(list);
    form_.close(step);
  }

  void add_criterion(const rules::CriterionState& state) {
    const rules::Criterion& criterion = *form_.input.rules.criterion(state.id);
    const Of of = {criterion, state,
                   form_.whose([&](const rules::Position& one) { return one.asks_for(criterion); })};
    if (const std::optional<Shape> picture = picture_of(criterion, state)) {
      add_part(of, *picture, of.whose);
    } else {
      add_as_a_whole(of);
    }
  }

  /// What is needed together stands in series, so it isn't told from other steps of the same list.
  void add_part(const Of& of, const Shape& part, const Said& whose) {
    if (part.kind == Shape::Kind::name) return add_clause(Widget::step, of, part.name, whose);
    if (part.kind == Shape::Kind::any) return add_routes(of, part, whose);
    for (const Shape& one : part.parts) add_part(of, one, whose);
  }

  void add_routes(const Of& of, const Shape& any, const Said& whose) {
    const std::string id = unique(node_id("criterion", of.state.id));
    const std::size_t count = any.parts.size();
    const bool in_columns = count <= k_most_columns;
    const Truth truth = truth_of(any, of.state);
    const std::size_t step = open_step(Widget::step, id, truth);
    std::string text = count == 2   ? form_.word(Word::logic_one_of_two)
                       : count == 3 ? form_.word(Word::logic_one_of_three)
                                    : form_.word(Word::logic_one_of, "n", std::to_string(count));
    add_row(Widget::aside, id, {std::move(text), {}}, truth, of.criterion.level, whose);
    const std::size_t list = form_.open(in_columns ? Widget::routes : Widget::points, part_id("routes", id));
    form_.node(list).labelled_by = part_id("text", id);
    for (const Shape& route : any.parts) {
      const Widget item = in_columns ? Widget::route : Widget::step;
      if (route.kind == Shape::Kind::name) {
        add_clause(item, of, route.name, {});
        continue;
      }
      const std::string route_id = unique(node_id("route", of.state.id));
      const std::size_t around = open_step(item, route_id, truth_of(route, of.state));
      const std::size_t steps = form_.open(Widget::steps, part_id("steps", route_id));
      add_part(of, route, {});
      form_.close(steps);
      form_.close(around);
    }
    form_.close(list);
    form_.close(step);
  }

  /// One row with the criterion's own words, and what it is made of below.
  void add_as_a_whole(const Of& of) {
    const std::string id = unique(node_id("criterion", of.state.id));
    const std::size_t step = open_step(Widget::step, id, of.state.value);
    add_row(Widget::clause, id, form_.said(of.criterion.label), of.state.value, of.criterion.level, of.whose);
    if (!of.state.clauses.empty()) {
      const std::size_t list = form_.open(Widget::points, part_id("clauses", id));
      form_.node(list).labelled_by = part_id("text", id);
      for (const rules::ClauseState& clause : of.state.clauses) add_clause(Widget::step, of, clause.id, {});
      form_.close(list);
    }
    form_.close(step);
  }

  void add_clause(Widget item, const Of& of, const std::string& name, const Said& whose) {
    const std::vector<rules::Clause>& all = form_.input.rules.clauses;
    const rules::Clause& clause = *form_.input.rules.clause(name);
    const auto index = static_cast<std::size_t>(&clause - all.data());
    const std::string id =
        shown_[index] ? unique(node_id("again", of.state.id + "-" + name)) : unique(node_id("clause", name));
    shown_[index] = true;
    const Truth truth = truth_of({Shape::Kind::name, name, {}}, of.state);
    const std::size_t step = open_step(item, id, truth);
    add_row(Widget::clause, id, form_.said(clause.short_label.empty() ? clause.label : clause.short_label),
            truth, of.criterion.level, whose);
    form_.close(step);
  }

  std::size_t open_step(Widget widget, const std::string& id, Truth truth) {
    const std::size_t step = form_.open(widget, id);
    form_.node(step).tone = tone(truth);
    return step;
  }

  /// The text of a step and the sign beside it, which says in words how it stands, or what it is where nobody
  /// is judged.
  void add_row(Widget widget, const std::string& id, Said said, Truth truth, Level level,
               const Said& whose = {}) {
    const bool is_one = whose.language == said.language;
    if (is_one && !whose.text.empty()) said.text += " · " + whose.text;
    form_.leaf(widget, part_id("text", id), std::move(said));
    FormNode& sign = form_.leaf(Widget::sign, part_id("sign", id), std::string());
    sign.tone = tone(truth);
    sign.label = form_.word(is_judged_             ? state_of(truth)
                            : level == Level::must ? Word::check_must
                                                   : Word::check_should);
    if (!is_one && !whose.text.empty()) form_.leaf(Widget::aside, part_id("whose", id), whose);
  }

  [[nodiscard]] Tone tone_at_the_end(std::size_t list) {
    Tone last = Tone::none;
    const std::vector<FormNode>& nodes = form_.built.form.nodes;
    for (std::size_t i = list + 1; i < nodes.size(); i = nodes[i].end) last = nodes[i].tone;
    return last;
  }

  std::string unique(const std::string& id) {
    std::string out = id;
    for (int count = 2; !ids_.insert(out).second; ++count) out = id + "-" + std::to_string(count);
    return out;
  }

  Builder& form_;
  bool is_judged_;
  std::vector<bool> shown_;
  std::set<std::string> ids_;  ///< of the steps
};

/// The first of these questions that is asked and has no answer, else the first that is asked.
std::string target_of(const Input& input, const Questions& questions, const Questions& asked) {
  const rules::Question* target = nullptr;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (!questions[i] || !asked[i]) continue;
    const rules::Question& question = input.rules.questions[i];
    if (target == nullptr) target = &question;
    if (!input.answers.by_question.contains(question.id)) {
      target = &question;
      break;
    }
  }
  return target == nullptr ? std::string() : "#" + node_id("q", target->id);
}

void add_phrases(Builder& form, const Points& points) {
  const Input& input = form.input;
  const Questions asked = asked_questions(form.references, input.answers.position);
  for (std::size_t i = 0; i < input.rules.clauses.size(); ++i) {
    const rules::Clause& clause = input.rules.clauses[i];
    const auto phrase = input.phrases.find(clause.id);
    if (phrase == input.phrases.end()) continue;
    PhraseState state = {phrase->second, points.tone(form.clauses[i]),
                         target_of(input, questions_of(form.references, clause.logic), asked),
                         points.is_shown(i) ? node_id("clause", clause.id) : std::string()};
    if (state.href.empty()) state.href = "#" + (points.is_shown(i) ? state.described_by : "au-apply");
    form.built.phrases.push_back(std::move(state));
  }
}

}  // namespace

void add_points(Builder& form, const rules::Verdict& verdict) {
  Points points(form);
  points.add(verdict.criteria);
  add_phrases(form, points);
}

}  // namespace aushang::form
