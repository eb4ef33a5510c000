#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"
#include "form/builder.h"
#include "form/read_field.h"
#include "form/uses.h"
#include "mail/compose.h"
#include "rules/judge.h"

namespace aushang::form {
namespace {

using rules::Answer;
using rules::Answers;
using rules::NoAnswer;
using rules::Question;
using rules::QuestionType;

/// Choosing sets the answer, taking the choice back takes it back only if it was this one.
void choose(Answers& answers, const std::string& question, Answer answer, bool on) {
  if (on) {
    answers.by_question.insert_or_assign(question, std::move(answer));
  } else if (const auto found = answers.by_question.find(question);
             found != answers.by_question.end() && found->second == answer) {
    answers.by_question.erase(found);
  }
}

/// Chosen values stay in the order of the options. Without any the question isn't answered: "none of these"
/// is said by itself.
void choose_among(Answers& answers, const Question& question, const std::string& value, bool on) {
  std::vector<std::string> before;
  if (const auto* list = std::get_if<std::vector<std::string>>(&answers.find(question.id))) before = *list;
  std::vector<std::string> after;
  for (const rules::Option& option : question.options) {
    const bool was = std::find(before.begin(), before.end(), option.value) != before.end();
    if (option.value == value ? on : was) after.push_back(option.value);
  }
  if (!after.empty()) {
    answers.by_question.insert_or_assign(question.id, std::move(after));
  } else if (!before.empty()) {
    answers.by_question.erase(question.id);
  }
}

/// Emptying a field takes back what was in it, not a "not sure" beside it.
void write_field(Answers& answers, View& view, const Question& question, std::string_view text, bool left,
                 std::string_view language) {
  FieldReading read = read_field(question, text, language);
  if (read.reading == Reading::understood && (left || !read.unfinished)) {
    answers.by_question.insert_or_assign(question.id, std::move(read.answer));
  } else if (!std::holds_alternative<NoAnswer>(answers.find(question.id))) {
    answers.by_question.erase(question.id);
  }
  if (question.type == QuestionType::text) return;
  if (read.reading == Reading::empty && base::trim(text).empty()) {
    view.written.erase(question.id);
  } else {
    view.written.insert_or_assign(question.id, base::sanitize_utf8(text));
  }
  if (read.reading == Reading::empty || read.reading == Reading::understood) {
    view.unread.erase(question.id);
  } else if (left || !read.unfinished) {
    view.unread.insert(question.id);
  }
}

bool act_on_question(const Question& question, std::string_view id, std::string_view value, bool on,
                     Answers& answers, View& view, std::string_view language) {
  const auto is_option = [&](std::string_view suffix) { return id == option_id(question.id, suffix); };
  const bool is_unsure = is_option("unsure");
  if (is_unsure || is_option("declined")) {
    choose(answers, question.id, is_unsure ? NoAnswer::not_sure : NoAnswer::declined, on);
    if (!on) return true;
    view.written.erase(question.id);
    view.unread.erase(question.id);
    return true;
  }
  switch (question.type) {
    case QuestionType::one:
    case QuestionType::many:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        if (!is_option(std::to_string(i))) continue;
        const std::string& chosen = question.options[i].value;
        if (question.type == QuestionType::one) return choose(answers, question.id, chosen, on), true;
        return choose_among(answers, question, chosen, on), true;
      }
      if (question.type == QuestionType::one || !question.none_of_these || !is_option("none")) return false;
      return choose(answers, question.id, std::vector<std::string>(), on), true;
    case QuestionType::yes_no:
      if (is_option("0")) return choose(answers, question.id, true, on), true;
      if (is_option("1")) return choose(answers, question.id, false, on), true;
      return false;
    case QuestionType::number:
    case QuestionType::date:
    case QuestionType::text:
      if (id != node_id("f", question.id)) return false;
      return write_field(answers, view, question, value, on, language), true;
  }
  return false;
}

/// Folds what doesn't matter below question `acted`, shows what does anywhere.
void fold(const rules::RuleSet& rules, const Answers& answers, std::size_t acted, View& view) {
  const auto answered = [&](const Question& one) { return is_answered(answers, one.id); };
  if (is_untouched(rules, answers) || has_open_position(rules, answers.position)) return view.folded.clear();

  const std::vector<std::string> ask = rules::weigh(rules, answers).verdict.ask;
  const rules::References references(rules);
  const Questions judged = judged_questions(references), deciding = deciding_questions(references);
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    const bool matters = !judged[i] || deciding[i] || answered(question) ||
                         std::find(ask.begin(), ask.end(), question.id) != ask.end();
    if (matters) {
      view.folded.erase(question.id);
    } else if (i >= acted) {
      view.folded.insert(question.id);
    }
  }
}

bool act_on_view(const rules::RuleSet& rules, std::string_view id, bool on, const Answers& answers,
                 View& view) {
  if (id == "au-send-check" && has_result(rules, answers.position) && rules.takes_mail(answers.position)) {
    view.send_check = on;
    return true;
  }
  if (id == "au-words" || id == "au-draft") {
    if (!rules.takes_mail(answers.position)) return false;
    std::erase_if(view.open, [&](const std::string& one) { return one == id; });
    if (on) view.open.emplace(id);
    return true;
  }
  for (const Question& question : rules.questions) {
    if (id == node_id("show", question.id)) return view.folded.erase(question.id) != 0;
  }
  for (const rules::Material* material : mail::materials(rules, answers, rules::Stage::now)) {
    if (id != node_id("have", material->id)) continue;
    if (on) {
      view.have.insert(material->id);
    } else {
      view.have.erase(material->id);
    }
    return true;
  }
  return false;
}

std::string* words_of(std::string_view id, rules::Words& words) {
  if (id == "au-w-name") return &words.name;
  if (id == "au-w-place") return &words.place;
  if (id == "au-w-why") return &words.why;
  if (id == "au-w-links") return &words.links;
  return nullptr;
}

bool act_on_answers(const rules::RuleSet& rules, std::string_view id, std::string_view value, bool on,
                    Answers& answers, View& view, std::string_view language) {
  for (std::size_t i = 0; i < rules.positions.size(); ++i) {
    if (id != node_id("p", std::to_string(i))) continue;
    const std::string& position = rules.positions[i].id;
    if (on) {
      answers.position = position;
    } else if (answers.position == position) {
      answers.position.clear();
    }
    fold(rules, answers, 0, view);
    return true;
  }
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    if (!act_on_question(rules.questions[i], id, value, on, answers, view, language)) continue;
    fold(rules, answers, i + 1, view);
    return true;
  }
  std::string* words = rules.takes_mail(answers.position) ? words_of(id, answers.words) : nullptr;
  if (words == nullptr) return false;
  *words = base::sanitize_utf8(value);
  return true;
}

}  // namespace

bool act(const rules::RuleSet& rules, std::string_view id, std::string_view value, bool on,
         rules::Answers& answers, View& view, std::string_view language) {
  if (id == "au-frame") {
    const bool is_page = value.starts_with("https://") || value.starts_with("http://");
    if (!is_page || view.whole_page == value) return false;
    view.whole_page = base::sanitize_utf8(value);
    return true;
  }
  if (id == "au-over") return view.over.insert(base::sanitize_utf8(value)).second;
  if (id == "au-copy-all" || id == "au-copy-address" || id == "au-copy-subject" || id == "au-copy-text") {
    if (!rules.takes_mail(answers.position) || has_open_position(rules, answers.position)) return false;
    view.copied = id;
    return true;
  }
  if (!act_on_answers(rules, id, value, on, answers, view, language) &&
      !act_on_view(rules, id, on, answers, view))
    return false;
  view.copied.clear();  // what was copied may no longer be what is shown
  return true;
}

void read_again(const rules::RuleSet& rules, rules::Answers& answers, View& view, std::string_view language) {
  const auto is_gone = [&](const std::string& id) {
    const Question* question = rules.question(id);
    return question == nullptr ||
           (question->type != QuestionType::number && question->type != QuestionType::date);
  };
  std::erase_if(view.written, [&](const auto& entry) { return is_gone(entry.first); });
  std::erase_if(view.unread, is_gone);
  for (const auto& [id, text] : std::exchange(view.written, {}))
    write_field(answers, view, *rules.question(id), text, view.unread.contains(id), language);
}

std::string page_language(i18n::Language interface, std::string_view posting_language) {
  const std::string_view own = i18n::tag_of(interface);
  return std::string(base::is_same_language(posting_language, own) ? posting_language : own);
}

}  // namespace aushang::form
