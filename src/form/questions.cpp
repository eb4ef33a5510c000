#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "form/cards.h"
#include "form/read_field.h"
#include "form/uses.h"
#include "i18n/dates.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Widget;
using rules::NoAnswer;
using rules::Question;
using rules::QuestionType;
using LayoutInput = layout::Input;

/// What is the same for all the answers of one question.
struct Answering {
  const Question& question;
  const rules::Answer& answer;
  LayoutInput input;
  std::string described_by;
};

void add_option(Builder& form, const Answering& to, Widget widget, std::string_view suffix, Said said,
                bool checked) {
  FormNode& node = form.leaf(widget, option_id(to.question.id, suffix), std::move(said));
  node.input = to.input;
  node.checked = checked;
  if (to.input == LayoutInput::radio) node.name = node_id("answer", to.question.id);
}

void add_options(Builder& form, const Answering& to) {
  const auto option = [&](std::size_t index, Said said, bool checked) {
    add_option(form, to, Widget::chip, std::to_string(index), std::move(said), checked);
  };
  if (to.question.type == QuestionType::yes_no) {
    const bool* flag = std::get_if<bool>(&to.answer);
    option(0, {form.word(Word::answer_yes), {}}, flag != nullptr && *flag);
    option(1, {form.word(Word::answer_no), {}}, flag != nullptr && !*flag);
    return;
  }
  const std::string* one = std::get_if<std::string>(&to.answer);
  const auto* many = std::get_if<std::vector<std::string>>(&to.answer);
  for (std::size_t i = 0; i < to.question.options.size(); ++i) {
    const rules::Option& each = to.question.options[i];
    option(i, form.label_of(each),
           (one != nullptr && *one == each.value) ||
               (many != nullptr && std::find(many->begin(), many->end(), each.value) != many->end()));
  }
  if (to.question.type == QuestionType::many && to.question.none_of_these) {
    add_option(form, to, Widget::chip, "none", {form.word(Word::answer_none), {}},
               many != nullptr && many->empty());
  }
}

/// Why what a field holds is no answer; empty while it is, or may still become one.
std::string unread(const Builder& form, const Question& question, std::string_view written) {
  if (!form.input.view.unread.contains(question.id)) return {};
  const i18n::Language language = form.input.language;
  const FieldReading read =
      read_field(question, written, page_language(language, form.input.posting_language));
  const auto bound = [&](Word word, std::string_view slot, const std::optional<double>& value) {
    return form.word(word, slot, i18n::format_number(language, value.value_or(0)));
  };
  switch (read.reading) {
    case Reading::empty:
    case Reading::understood:
      return {};
    case Reading::unreadable:
      return form.word(question.type == QuestionType::number ? Word::field_no_number : Word::field_no_date);
    case Reading::unclear:
      return base::fill_in(
          form.word(Word::field_unclear, "a", words_of(form, question, {}, read.meanings[0])), "b",
          words_of(form, question, {}, read.meanings[1]));
    case Reading::too_low:
      return bound(Word::field_too_low, "min", question.min);
    case Reading::too_high:
      return bound(Word::field_too_high, "max", question.max);
  }
  return {};
}

void add_field(Builder& form, const Answering& to) {
  const auto written = form.input.view.written.find(to.question.id);
  std::string remark =
      written != form.input.view.written.end() ? unread(form, to.question, written->second) : std::string();
  const std::string remark_id = node_id("unread", to.question.id);
  FormNode& node = form.leaf(Widget::field, node_id("f", to.question.id), std::string());
  node.input = to.question.type == QuestionType::number ? LayoutInput::number
               : to.question.type == QuestionType::date ? LayoutInput::date
                                                        : LayoutInput::text;
  node.labelled_by = node_id("legend", to.question.id);
  node.described_by = to.described_by;
  if (written != form.input.view.written.end()) {
    node.value = written->second;
  } else if (const double* number = std::get_if<double>(&to.answer)) {
    node.value = i18n::format_number(form.input.language, *number);
  } else if (const std::string* text = std::get_if<std::string>(&to.answer)) {
    node.value = *text;
  }
  if (remark.empty()) return;
  node.invalid = true;
  join(node.described_by, " ", remark_id);
  form.leaf(Widget::hint, remark_id, std::move(remark)).tone = layout::Tone::bad;
}

std::string range_of(const Builder& form, const Question& question) {
  if (!question.max && question.min.value_or(0) == 0) return {};  // no count is less than nothing
  const Word pattern = !question.max   ? Word::number_at_least
                       : !question.min ? Word::number_at_most
                                       : Word::number_between;
  const auto number = [&](const std::optional<double>& bound) {
    return i18n::format_number(form.input.language, bound.value_or(0));
  };
  return base::fill_in(form.word(pattern, "min", number(question.min)), "max", number(question.max));
}

/// Looks for the phrase that makes a question be asked: of the clauses that are marked on the page the first
/// undecided one, else the first.
struct Reasons {
  explicit Reasons(const Builder& form) : input(form.input) {
    for (const rules::Clause& clause : input.rules.clauses)
      clauses.push_back(questions_of(form.references, clause.logic));
  }

  [[nodiscard]] const rules::Clause* clause_for(std::size_t question, const rules::Verdict& verdict) const {
    const rules::Clause* first = nullptr;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const rules::Clause& clause = input.rules.clauses[i];
      if (!clauses[i][question] || quote_of(clause) == nullptr) continue;
      if (!is_decided(verdict, clause.id)) return &clause;
      if (first == nullptr) first = &clause;
    }
    return first;
  }

  /// Null where it isn't marked on the page.
  [[nodiscard]] const rules::Quote* quote_of(const rules::Clause& clause) const {
    if (!input.phrases.contains(clause.id)) return nullptr;
    const rules::Quote* own = nullptr;
    for (const rules::Quote& quote : clause.quotes) {
      if (quote.phrases.empty()) continue;
      if (quote.language == input.posting_language) return &quote;
      if (quote.language.empty()) own = &quote;
    }
    return own;
  }

  static bool is_decided(const rules::Verdict& verdict, std::string_view clause) {
    for (const rules::CriterionState& criterion : verdict.criteria) {
      for (const rules::ClauseState& state : criterion.clauses) {
        if (state.id == clause) return state.value != rules::Truth::unknown;
      }
    }
    return false;
  }

  const Input& input;
  std::vector<Questions> clauses;
};

/// Beside the question, where it leads to the phrase that it is asked for. True if there is one.
bool add_why(Builder& form, const Reasons& reasons, std::size_t index) {
  const rules::Clause* clause = reasons.clause_for(index, form.verdict);
  if (clause == nullptr) return false;
  const std::string phrase = base::single_line(reasons.quote_of(*clause)->phrases.front());
  FormNode& node = form.leaf(Widget::why, node_id("why", form.input.rules.questions[index].id), Word::why);
  node.value = "#" + form.input.phrases.find(clause->id)->second;
  node.label = form.word(Word::why_quote, "text", phrase);
  // Some screen readers say of a link in a group not which group that is, and of what follows not again.
  node.described_by = node_id("legend", form.input.rules.questions[index].id);
  return true;
}

/// Why it is asked where no phrase of the posting says so.
void add_reason(Builder& form, std::size_t index) {
  const rules::RuleSet& rules = form.input.rules;
  const Question& question = rules.questions[index];
  std::string id = node_id("why", question.id);
  for (const rules::Criterion& criterion : rules.criteria) {
    if (!questions_of(form.references, criterion.logic)[index]) continue;
    form.led(Widget::hint, id, Word::why_criterion, form.said(criterion.label));
    return;
  }
  for (const rules::Material& material : rules.materials) {
    if (!material.when || !questions_of(form.references, *material.when)[index]) continue;
    form.led(Widget::hint, id, Word::why_material, form.said(material.label));
    return;
  }
  if (question.type == QuestionType::text && rules.takes_mail(form.input.answers.position))
    form.leaf(Widget::hint, id, Word::why_mail);
}

void add_answers(Builder& form, const Question& question, std::string& described_by) {
  const rules::Answer& answer = form.input.answers.find(question.id);
  const auto hint = [&](std::string_view id, Said said) {
    if (said.text.empty()) return;
    join(described_by, " ", id);
    form.leaf(Widget::hint, id, std::move(said));
  };
  hint(node_id("help", question.id), form.said(question.help));
  hint(node_id("range", question.id), {range_of(form, question), {}});
  if (question.type == QuestionType::date)
    hint(node_id("range", question.id), {form.word(Word::field_date_hint), {}});

  const bool is_one = question.type == QuestionType::one || question.type == QuestionType::yes_no;
  const bool has_options = is_one || question.type == QuestionType::many;
  const Answering to = {question, answer, is_one ? LayoutInput::radio : LayoutInput::checkbox, described_by};
  if (!has_options) add_field(form, to);
  const std::size_t chips = form.open(Widget::chips, node_id("chips", question.id));
  if (has_options) add_options(form, to);
  const auto* none = std::get_if<NoAnswer>(&answer);
  add_option(form, to, Widget::quiet_chip, "unsure", {form.word(Word::answer_not_sure), {}},
             none != nullptr && *none == NoAnswer::not_sure);
  add_option(form, to, Widget::quiet_chip, "declined", {form.word(Word::answer_declined), {}},
             none != nullptr && *none == NoAnswer::declined);
  form.close(chips);
}

}  // namespace

std::string words_of(const Builder& form, const Question& question, const Said& asked,
                     const rules::Answer& answer) {
  const auto word = [&](Word one) { return form.word_beside(asked, one); };
  const i18n::Language spoken = form.language_beside(asked);
  if (const bool* flag = std::get_if<bool>(&answer)) return word(*flag ? Word::answer_yes : Word::answer_no);
  if (const double* number = std::get_if<double>(&answer)) return i18n::format_number(spoken, *number);
  const auto label = [&](const std::string& value) {
    for (const rules::Option& option : question.options) {
      if (option.value != value) continue;
      return option.label.empty() ? word(value == "yes" ? Word::answer_yes : Word::answer_no)
                                  : form.said(option.label).text;
    }
    const auto date = base::parse_date(value);
    return date ? i18n::format_date(spoken, *date) : value;
  };
  if (const std::string* text = std::get_if<std::string>(&answer)) return label(*text);
  std::string list;
  if (const auto* values = std::get_if<std::vector<std::string>>(&answer)) {
    for (const std::string& value : *values) join(list, ", ", label(value));
  }
  return list.empty() ? word(Word::answer_none) : list;
}

void add_positions(Builder& form) {
  const rules::RuleSet& rules = form.input.rules;
  if (rules.positions.empty()) return;
  const std::size_t group = form.open(Widget::group, "au-position");
  form.leaf(Widget::legend, "au-position-legend", Word::position_legend);
  const std::size_t chips = form.open(Widget::chips, "au-position-chips");
  for (std::size_t i = 0; i < rules.positions.size(); ++i) {
    FormNode& node =
        form.leaf(Widget::chip, node_id("p", std::to_string(i)), form.said(rules.positions[i].label));
    node.input = LayoutInput::radio;
    node.name = "au-position";
    node.checked = rules.positions[i].id == form.input.answers.position;
  }
  form.close(chips);
  form.close(group);
}

void add_questions(Builder& form) {
  add_positions(form);
  const Reasons reasons(form);
  const rules::RuleSet& rules = form.input.rules;
  const Questions asked = asked_questions(form.references, form.input.answers.position);
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    if (!asked[i]) continue;
    const Question& question = rules.questions[i];
    const std::size_t group = form.open(Widget::group, node_id("q", question.id));
    form.leaf(Widget::legend, node_id("legend", question.id), form.said(question.label));
    std::string described_by;
    if (form.input.view.folded.contains(question.id)) {
      described_by = node_id("folded", question.id);
      form.leaf(Widget::hint, described_by, Word::check_folded);
      form.leaf(Widget::text_button, node_id("show", question.id), Word::check_show);
    } else {
      const bool has_phrase = add_why(form, reasons, i);
      add_answers(form, question, described_by);
      if (!has_phrase) add_reason(form, i);
    }
    form.node(group).described_by = std::move(described_by);
    form.close(group);
  }
}

}  // namespace aushang::form
