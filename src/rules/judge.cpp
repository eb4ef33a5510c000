#include "rules/judge.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "rules/model.h"
#include "rules/would_change.h"

namespace aushang::rules {
namespace {

std::vector<std::string> question_ids(const RuleSet& rules, const Indices& indices) {
  std::vector<std::string> ids;
  for (const std::size_t i : indices) ids.push_back(rules.questions[i].id);
  return ids;
}

std::vector<CriterionState> criterion_states(const Model& model, const std::vector<Truth>& clauses,
                                             const std::vector<Truth>& criteria) {
  const RuleSet& rules = model.rules();
  std::vector<CriterionState> states;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const Criterion& criterion = rules.criteria[model.criteria()[i]];
    const Basis basis = model.references().basis_of(criterion.logic);
    CriterionState& state = states.emplace_back();
    state.id = criterion.id;
    state.value = criteria[i];
    state.questions = question_ids(rules, basis.questions);
    for (const std::size_t clause : basis.clauses) {
      state.clauses.push_back(
          {rules.clauses[clause].id, clauses[clause],
           question_ids(rules, model.references().basis_of(rules.clauses[clause].logic).questions)});
    }
  }
  return states;
}

/// Questions that stand in an undecided part of an undecided criterion, through undecided clauses.
std::vector<bool> undecided_questions(const Model& model, const Lookup& lookup,
                                      std::vector<const Expression*> waiting) {
  const RuleSet& rules = model.rules();
  std::vector<bool> questions(rules.questions.size(), false);
  std::vector<bool> clauses(rules.clauses.size(), false);
  while (!waiting.empty()) {
    const Expression& expression = *waiting.back();
    waiting.pop_back();
    for (const std::string& text : undecided_variables(expression, lookup)) {
      const References::Name* name = model.references().find(text);
      if (name == nullptr) continue;
      if (!name->is_clause) {
        questions[name->index] = true;
      } else if (!clauses[name->index]) {
        clauses[name->index] = true;
        waiting.push_back(&rules.clauses[name->index].logic);
      }
    }
  }
  return questions;
}

std::vector<std::string> questions_to_ask(const Model& model, const Answers& answers, const Lookup& lookup,
                                          const std::vector<Truth>& criteria) {
  const RuleSet& rules = model.rules();
  Truth shoulds = Truth::yes;  // once one of them is false, the others can't change the outcome
  std::vector<const Expression*> undecided;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const Criterion& criterion = rules.criteria[model.criteria()[i]];
    if (criterion.level == Level::should) shoulds = shoulds && criteria[i];
  }
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const Criterion& criterion = rules.criteria[model.criteria()[i]];
    const bool matters = criterion.level == Level::must || shoulds != Truth::no;
    if (matters && criteria[i] == Truth::unknown) undecided.push_back(&criterion.logic);
  }
  const std::vector<bool> matters = undecided_questions(model, lookup, std::move(undecided));

  std::vector<std::string> ask;
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    const auto* none = std::get_if<NoAnswer>(&answers.find(question.id));
    const bool was_asked = none != nullptr && *none != NoAnswer::not_answered;
    if (matters[i] && !was_asked) ask.push_back(question.id);
  }
  return ask;
}

std::string_view to_string(Truth truth) {
  return truth == Truth::yes ? "true" : truth == Truth::no ? "false" : "unknown";
}

base::Json to_json(Truth truth) {
  if (truth == Truth::unknown) return to_string(truth);
  return truth == Truth::yes;
}

base::Json to_json(const std::vector<std::string>& ids) { return base::JsonArray(ids.begin(), ids.end()); }

base::Json member_list(const std::vector<CriterionState>& states) {
  base::JsonArray criteria;
  for (const CriterionState& state : states) {
    base::JsonArray clauses;
    for (const ClauseState& clause : state.clauses) {
      clauses.emplace_back(base::JsonObject{{"id", clause.id, {}},
                                            {"value", to_json(clause.value), {}},
                                            {"answers", to_json(clause.questions), {}}});
    }
    criteria.emplace_back(base::JsonObject{
        {"id", state.id, {}}, {"value", to_json(state.value), {}}, {"clauses", std::move(clauses), {}}});
  }
  return criteria;
}

}  // namespace

Judgement weigh(const RuleSet& rules, const Answers& answers) {
  const Model model(rules, answers.position);
  const std::vector<Value> values = model.values(answers);
  Judgement judgement;
  Evaluator of_clauses(logic::k_max_steps);
  judgement.clauses = model.clause_truths(values, of_clauses, Model::Extent::all);
  const Lookup lookup = model.lookup(values, judgement.clauses);
  Evaluator of_criteria(logic::k_max_steps);
  const std::vector<Truth> criteria = model.criterion_truths(values, judgement.clauses, of_criteria);

  Verdict& verdict = judgement.verdict;
  verdict.outcome = model.outcome(criteria);
  verdict.criteria = criterion_states(model, judgement.clauses, criteria);
  if (verdict.outcome == Outcome::open) verdict.ask = questions_to_ask(model, answers, lookup, criteria);
  verdict.at_most = verdict.ask.size();
  for (const Material& material : rules.materials)
    judgement.wanted.push_back(material.when ? evaluate(*material.when, lookup).truth : Truth::yes);
  return judgement;
}

Verdict judge(const RuleSet& rules, const Answers& answers) {
  Verdict verdict = weigh(rules, answers).verdict;
  verdict.would_change = would_change(Model(rules, answers.position), answers);
  return verdict;
}

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_yet:
      return "not_yet";
    case Outcome::open:
      return "open";
    case Outcome::meets:
      return "meets";
    case Outcome::ask:
      return "ask";
  }
  return "open";
}

base::Json to_json(const Verdict& verdict) {
  base::JsonArray changes;
  for (const std::vector<Change>& set : verdict.would_change) {
    base::JsonArray members;
    for (const Change& change : set) {
      members.emplace_back(
          base::JsonObject{{"question", change.question, {}}, {"to", to_json(change.to), {}}});
    }
    changes.emplace_back(std::move(members));
  }
  return base::JsonObject{{"outcome", to_string(verdict.outcome), {}},
                          {"criteria", member_list(verdict.criteria), {}},
                          {"ask", to_json(verdict.ask), {}},
                          {"at_most", static_cast<double>(verdict.at_most), {}},
                          {"would_change", std::move(changes), {}}};
}

}  // namespace aushang::rules
