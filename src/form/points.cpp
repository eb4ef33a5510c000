#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "form/cards.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::Tone;
using layout::Widget;
using rules::Truth;

class Points {
 public:
  explicit Points(Builder& builder)
      : form_(builder),
        is_judged_(has_result(builder.input.rules, builder.input.answers.position)),
        shown_(builder.input.rules.clauses.size()) {}

  void add(const rules::CriterionState& state) {
    const rules::Criterion* criterion = form_.input.rules.criterion(state.id);
    if (criterion == nullptr) return;
    Said said = form_.said(criterion->label);
    const auto also = [&](Word word) { said.text += " · " + form_.word_beside(said, word); };
    also(criterion->level == rules::Level::must ? Word::check_must : Word::check_should);
    const std::vector<std::vector<std::string>> groups = groups_of(*criterion, state);
    if (groups.size() > 1) also(Word::logic_any);
    if (groups.size() == 1 && groups[0].size() > 1) also(Word::logic_all);
    if (is_judged_ && (state.clauses.empty() || state.value != Truth::unknown)) also(state_of(state.value));

    Said whose = form_.whose([&](const rules::Position& one) { return one.asks_for(*criterion); });
    const bool is_one = whose.language == said.language;
    if (is_one && !whose.text.empty()) said.text += " · " + whose.text;

    const std::string id = node_id("criterion", state.id);
    const bool has_clauses = !state.clauses.empty();
    form_.leaf(has_clauses ? Widget::text : Widget::clause, id, std::move(said)).tone =
        has_clauses ? Tone::none : tone(state.value);
    if (!is_one && !whose.text.empty())
      form_.leaf(Widget::hint, node_id("whose", state.id), std::move(whose));
    if (!has_clauses) return;
    const std::size_t list = form_.open(Widget::list, node_id("clauses", state.id));
    form_.node(list).labelled_by = id;
    if (groups.size() > 1) {
      for (const std::vector<std::string>& group : groups) add_item(state, group);
    } else {
      for (const rules::ClauseState& clause : state.clauses) add_item(state, {clause.id});
    }
    form_.close(list);
  }

  /// Whether a clause is on the page under its own id.
  [[nodiscard]] bool is_shown(std::size_t clause) const { return shown_[clause]; }
  [[nodiscard]] Tone tone(Truth truth) const { return is_judged_ ? tone_of(truth) : Tone::none; }

 private:
  /// Alternatives whose clauses are those of the criterion, each once; none for any other logic.
  [[nodiscard]] static std::vector<std::vector<std::string>> groups_of(const rules::Criterion& criterion,
                                                                       const rules::CriterionState& state) {
    std::vector<std::vector<std::string>> groups = rules::alternatives(criterion.logic);
    std::size_t names = 0;
    bool all_known = true;
    for (const std::vector<std::string>& group : groups) {
      for (const std::string& name : group) {
        ++names;
        all_known = all_known && std::any_of(state.clauses.begin(), state.clauses.end(),
                                             [&](const auto& clause) { return clause.id == name; });
      }
    }
    if (!all_known || names != state.clauses.size()) groups.clear();
    return groups;
  }

  void add_item(const rules::CriterionState& state, const std::vector<std::string>& clauses) {
    const std::string of = state.id + "-" + clauses.front();
    const std::size_t item = form_.open(Widget::item, node_id("item", of));
    if (clauses.size() > 1) form_.leaf(Widget::hint, node_id("all", of), Word::logic_all);
    for (const rules::ClauseState& clause : state.clauses) {
      if (std::find(clauses.begin(), clauses.end(), clause.id) != clauses.end()) add_clause(state, clause);
    }
    form_.close(item);
  }

  void add_clause(const rules::CriterionState& criterion, const rules::ClauseState& state) {
    const std::vector<rules::Clause>& all = form_.input.rules.clauses;
    const rules::Clause* clause = form_.input.rules.clause(state.id);
    if (clause == nullptr) return;
    const auto index = static_cast<std::size_t>(clause - all.data());
    Said said = form_.said(clause->label);
    if (is_judged_) said.text += ": " + form_.word_beside(said, state_of(state.value));
    std::string id =
        shown_[index] ? node_id("again", criterion.id + "-" + state.id) : node_id("clause", state.id);
    form_.leaf(Widget::clause, id, std::move(said)).tone = tone(state.value);
    shown_[index] = true;
  }

  Builder& form_;
  bool is_judged_;
  std::vector<bool> shown_;
};

/// The first of these questions without an answer, else the first of all.
std::string target_of(const Input& input, const Questions& questions) {
  const rules::Question* target = nullptr;
  const Questions asked = asked_questions(input.rules, input.answers.position);
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
  for (std::size_t i = 0; i < input.rules.clauses.size(); ++i) {
    const rules::Clause& clause = input.rules.clauses[i];
    const auto phrase = input.phrases.find(clause.id);
    if (phrase == input.phrases.end()) continue;
    PhraseState state = {phrase->second, points.tone(form.clauses[i]),
                         target_of(input, questions_of(input.rules, clause.logic)),
                         points.is_shown(i) ? node_id("clause", clause.id) : std::string()};
    if (state.href.empty()) state.href = "#" + (points.is_shown(i) ? state.described_by : "au-apply");
    form.built.phrases.push_back(std::move(state));
  }
}

}  // namespace

void add_points(Builder& form, const rules::Verdict& verdict) {
  Points points(form);
  if (!verdict.criteria.empty()) form.leaf(Widget::heading, "au-points", Word::check_points);
  for (const rules::CriterionState& state : verdict.criteria) points.add(state);
  add_phrases(form, points);
}

}  // namespace aushang::form
