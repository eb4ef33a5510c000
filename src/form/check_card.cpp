#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "form/cards.h"
#include "form/picture.h"
#include "form/uses.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Tone;
using layout::Widget;
using rules::Outcome;
using rules::Question;

constexpr std::size_t k_seconds_per_question = 10;

/// Of the questions that something is judged by, those with an answer, "not sure" among them.
std::size_t count_done(const Builder& form) {
  const rules::Answers& answers = form.input.answers;
  const Questions judged = judged_questions(form.references);
  const Questions asked = asked_questions(form.references, answers.position);
  std::size_t done = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    if (judged[i] && asked[i] && is_answered(answers, form.input.rules.questions[i].id)) ++done;
  }
  return done;
}

/// "0" to "1" in steps of a hundredth.
std::string share_of(std::size_t done, std::size_t all) {
  if (done == all) return "1";
  const std::size_t percent = done * 100 / all;
  return percent == 0 ? "0" : (percent < 10 ? "0.0" : "0.") + std::to_string(percent);
}

/// What stands so, as the posting's points are called: what is needed together, and what can be had in one of
/// several ways, way by way.
struct Names {
  Said together;
  std::vector<std::vector<Said>> ways;
};

constexpr std::size_t k_most_ways = 3;  ///< more of them nobody reads in a sentence

void add_name(Said& names, std::string_view separator, Said one) {
  join(names.text, separator, one.text);
  if (names.language.empty()) names.language = std::move(one.language);
}

/// The clauses of a part of the picture that stand so.
Said clauses_of(const Builder& form, const logic::Shape& part, const rules::CriterionState& state,
                rules::Truth truth) {
  if (part.kind == logic::Shape::Kind::name) return form.said(form.input.rules.clause(part.name)->label);
  Said names;
  for (const logic::Shape& one : part.parts) {
    if (truth_of(one, state) != truth) continue;
    add_name(names, part.kind == logic::Shape::Kind::all ? "; " : " / ", clauses_of(form, one, state, truth));
  }
  return names;
}

void add_names(const Builder& form, const rules::Criterion& criterion, const rules::CriterionState& state,
               Names& names) {
  const std::optional<logic::Shape> picture = picture_of(criterion, state);
  if (!picture) return add_name(names.together, "; ", form.said(criterion.label));
  const bool is_all = picture->kind == logic::Shape::Kind::all;
  for (const logic::Shape& part : is_all ? picture->parts : std::vector<logic::Shape>{*picture}) {
    if (truth_of(part, state) != state.value) continue;
    if (part.kind == logic::Shape::Kind::name) {
      add_name(names.together, "; ", clauses_of(form, part, state, state.value));
    } else if (part.parts.size() > k_most_ways) {
      add_name(names.together, "; ", form.said(criterion.label));
    } else {
      std::vector<Said>& ways = names.ways.emplace_back();
      for (const logic::Shape& way : part.parts) {
        if (truth_of(way, state) == state.value) ways.push_back(clauses_of(form, way, state, state.value));
      }
    }
  }
}

/// Of the criteria of one truth and level.
Names names_of(const Builder& form, rules::Truth truth, rules::Level level) {
  Names names;
  for (const rules::CriterionState& state : form.verdict.criteria) {
    const rules::Criterion* criterion = form.input.rules.criterion(state.id);
    if (criterion != nullptr && state.value == truth && criterion->level == level)
      add_names(form, *criterion, state, names);
  }
  return names;
}

/// The chosen answers that the author marked as reachable, where the point they decide is missing.
Said reachable(const Builder& form) {
  Said answers;
  for (const rules::CriterionState& state : form.verdict.criteria) {
    if (state.value != rules::Truth::no) continue;
    for (const std::string& id : state.questions) {
      const Question* question = form.input.rules.question(id);
      const auto* chosen = std::get_if<std::string>(&form.input.answers.find(id));
      if (question == nullptr || chosen == nullptr) continue;
      for (const rules::Option& option : question->options) {
        if (!option.reachable || option.value != *chosen) continue;
        Said label = form.label_of(option);
        if (answers.text.find(label.text) == std::string::npos) join(answers.text, "; ", label.text);
        if (answers.language.empty()) answers.language = std::move(label.language);
      }
    }
  }
  return answers;
}

bool fits_so_far(const Builder& form) {
  bool something = false;
  for (const rules::CriterionState& state : form.verdict.criteria) {
    if (state.value == rules::Truth::no) return false;
    for (const rules::ClauseState& clause : state.clauses)
      something = something || clause.value == rules::Truth::yes;
  }
  return something;
}

/// The verdict in whole sentences: what it comes to, what that rests on, what can be done now.
class Status {
 public:
  explicit Status(Builder& form) : form_(form) {}

  void add() {
    switch (form_.verdict.outcome) {
      case Outcome::meets:
        return meets();
      case Outcome::ask:
        open_with(Word::outcome_ask, Tone::ask);
        names(Word::verdict_missing, rules::Truth::no, rules::Level::should);
        return advise();
      case Outcome::not_yet:
        open_with(Word::outcome_not_yet, Tone::bad);
        names(Word::verdict_missing, rules::Truth::no, rules::Level::must);
        return advise();
      case Outcome::open:
        return undecided();
    }
  }

 private:
  void open_with(Word outcome, Tone tone) {
    form_.built.outcome = form_.word(outcome);
    form_.built.tone = tone;
    status_ = form_.open(Widget::status, "au-status");
    form_.node(status_).tone = tone;
    form_.leaf(Widget::outcome, "au-outcome", form_.built.outcome).tone = tone;
  }

  void meets() {
    open_with(Word::outcome_meets, Tone::good);
    const bool closed = !why_closed(form_, form_.input.answers.position).empty();
    form_.leaf(Widget::reason, "au-reason", closed ? Word::reason_meets_closed : Word::reason_meets);
    form_.close(status_);
    link("apply", Word::check_apply, "#au-apply");
  }

  void undecided() {
    const bool has_position = !has_open_position(form_.input.rules, form_.input.answers.position);
    open_with(has_position && fits_so_far(form_) ? Word::outcome_so_far : Word::outcome_open, Tone::open);
    if (!has_position) {
      form_.leaf(Widget::reason, "au-reason", Word::reason_open_position);
    } else {
      names(Word::verdict_left, rules::Truth::unknown, rules::Level::must);
      names(Word::verdict_left_should, rules::Truth::unknown, rules::Level::should);
      if (form_.verdict.ask.empty()) form_.leaf(Widget::reason, "au-advice", Word::reason_open_unsure);
    }
    form_.close(status_);
    if (has_position && form_.verdict.ask.empty()) ways_on();
  }

  /// Something is missing: that is no end.
  void advise() {
    if (Said said = reachable(form_); !said.text.empty())
      form_.led(Widget::reason, "au-reachable", Word::reason_reachable, std::move(said));
    form_.leaf(Widget::reason, "au-advice",
               question_link(form_).empty() ? Word::reason_apply : Word::reason_ask);
    form_.close(status_);
    ways_on();
  }

  void ways_on() {
    if (std::string question = question_link(form_); !question.empty())
      link("ask", Word::apply_ask_first, std::move(question));
    link("apply", Word::check_apply_anyway, "#au-apply");
  }

  /// A line for what is needed together, and one for each way where there are several.
  void names(Word lead, rules::Truth truth, rules::Level level) {
    Names names = names_of(form_, truth, level);
    line(lead, std::move(names.together));
    for (std::vector<Said>& ways : names.ways) {
      Word next = lead;
      for (Said& way : ways) {
        line(next, std::move(way));
        next = Word::verdict_instead;
      }
    }
  }

  void line(Word lead, Said said) {
    if (said.text.empty()) return;
    const std::string number = lines_++ == 0 ? std::string() : "-" + std::to_string(lines_);
    form_.led(Widget::reason, "au-reason" + number, lead, std::move(said));
  }

  void link(std::string_view what, Word text, std::string href) {
    form_.leaf(Widget::link, node_id("next", what), text).value = std::move(href);
  }

  Builder& form_;
  std::size_t status_ = 0;
  std::size_t lines_ = 0;
};

std::string time_for(const Builder& form, std::size_t questions) {
  const std::size_t minutes = (questions * k_seconds_per_question + 59) / 60;
  return base::fill_in(form.word(Word::check_start, "questions",
                                 i18n::count(form.input.language, Word::count_questions, questions)),
                       "time", i18n::count(form.input.language, Word::count_minutes, minutes));
}

/// How far one is, and what that comes to. Before the first answer no word of a verdict.
void add_result(Builder& form, std::size_t pair) {
  const Input& input = form.input;
  const std::size_t left = form.verdict.at_most, done = count_done(form);
  const bool untouched = left > 0 && is_untouched(input.rules, input.answers);
  if (!untouched) {
    const std::string all = std::to_string(done + left);
    form.leaf(Widget::count, "au-left",
              base::fill_in(form.word(Word::check_so_far, "done", std::to_string(done)), "all", all));
  }
  form.close(pair);
  form.live = true;
  FormNode& progress = form.leaf(Widget::progress, "au-progress", std::string());
  progress.value = share_of(done, done + left);
  progress.label = form.word(Word::check_progress);
  form.leaf(Widget::hint, "au-check-hint", Word::check_hint);
  if (!untouched) {
    Status(form).add();
    const bool is_clear = form.verdict.outcome != rules::Outcome::open;
    form.built.left = left > 0 ? i18n::count(input.language, Word::count_questions_left, left)
                               : form.word(is_clear ? Word::check_none_left : Word::check_unclear);
    return;
  }
  form.built.effort = time_for(form, left);
  const std::size_t status = form.open(Widget::status, "au-status");
  form.leaf(Widget::outcome, "au-outcome", form.built.effort).tone = Tone::open;
  form.close(status);
  form.node(status).tone = Tone::open;
  form.built.outcome = form.word(Word::dock_check);
  form.built.tone = Tone::open;
  form.built.left = i18n::count(input.language, Word::count_questions, left);
}

}  // namespace

void add_check_card(Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  const bool has_questions = !rules.questions.empty();
  if (!has_questions && rules.criteria.empty()) return;
  form.live = rules.criteria.empty();
  const std::size_t card = form.open_region("au-check", Word::check_heading);
  const std::size_t pair = form.open(Widget::pair, "au-check-head");
  form.leaf(Widget::title, "au-check-title", Word::check_heading);
  form.live = has_questions;
  if (has_result(rules, form.input.answers.position)) {
    add_result(form, pair);
  } else {
    form.close(pair);
    form.leaf(Widget::hint, "au-check-hint", has_questions ? Word::check_hint : Word::check_intro);
  }
  if (has_questions) add_questions(form);
  if (has_questions && !rules.criteria.empty() && form.verdict.criteria.empty())
    form.leaf(Widget::text, "au-nothing-asked", Word::check_nothing_asked);
  form.live = false;
  if (!rules.criteria.empty()) add_points(form, form.verdict);
  form.close(card);
}

}  // namespace aushang::form
