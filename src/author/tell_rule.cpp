#include "author/tell_rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "author/check_tree.h"
#include "author/names.h"
#include "base/date.h"
#include "base/text.h"
#include "i18n/dates.h"
#include "i18n/words.h"

namespace aushang::author {
namespace {

using base::JsonArray;
using base::JsonObject;

struct Comparison {
  std::string_view operation, flipped, negated, words, words_of_dates;
};
constexpr std::array<Comparison, 6> k_comparisons = {{
    {"==", "==", "!=", "rule.is", "rule.is"},
    {"!=", "!=", "==", "rule.is_not", "rule.is_not"},
    {">=", "<=", "<", "rule.at_least", "rule.not_before"},
    {">", "<", "<=", "rule.more", "rule.after"},
    {"<=", ">=", ">", "rule.at_most", "rule.not_after"},
    {"<", ">", ">=", "rule.less", "rule.before"},
}};

const Comparison* comparison(std::string_view operation) {
  if (operation == "===" || operation == "!==") operation.remove_suffix(1);
  const auto found = std::find_if(k_comparisons.begin(), k_comparisons.end(),
                                  [&](const Comparison& one) { return one.operation == operation; });
  return found != k_comparisons.end() ? &*found : nullptr;
}

/// What a rule asks about.
struct Subject {
  std::string words;
  const Json* question = nullptr;  ///< whose answer it is
  bool is_clause = false;

  [[nodiscard]] bool is(std::string_view type) const {
    return question != nullptr && string_in(*question, "type") == type;
  }
};

class Teller {
 public:
  Teller(const Json& check, const Lexicon& words, std::string_view language, std::string_view known = {})
      : check_(check),
        words_(words),
        language_(language),
        said_in_(i18n::language_for(language)),
        known_(known) {}

  Json tree(const Json& logic) const {
    const std::optional<Call> call = logic::as_call(logic);
    const bool is_group = call && (call->operation == "and" || call->operation == "or");
    if (!is_group || call->operands.empty()) return whole(logic);
    if (call->operands.size() == 1) return tree(*call->operands.front());
    JsonArray parts;
    for (const Json* one : call->operands) parts.push_back(tree(*one));
    return JsonObject{{call->operation == "and" ? "all" : "one", std::move(parts), {}}};
  }

  std::string whole(const Json& logic) const { return sentence(logic, nullptr, false); }

 private:
  std::string text(std::string_view name) const { return std::string(words_.text(name, language_)); }
  std::string text(std::string_view name, std::string_view what, std::string_view value = {}) const {
    return base::fill_in(base::fill_in(words_.text(name, language_), "what", what), "value", value);
  }
  std::string name(std::string_view words) const { return text("rule.name", words); }
  std::string answer(i18n::Word word) const { return name(i18n::text(said_in_, word)); }
  std::string answer(bool is_yes) const {
    return answer(is_yes ? i18n::Word::answer_yes : i18n::Word::answer_no);
  }
  static std::string in_brackets(std::string words, bool is_part) {
    return is_part ? "(" + std::move(words) + ")" : words;
  }

  std::string joined(const std::vector<std::string>& parts, std::string_view word) const {
    std::string out;
    for (const std::string& one : parts) out += (out.empty() ? "" : " " + text(word) + " ") + one;
    return out;
  }

  // ---- what is asked about ------------------------------------------------------------------------------

  const Json* entry(const char* list, std::string_view id) const {
    for (const Json& one : list_in(check_, list)) {
      if (string_in(one, "id") == id) return &one;
    }
    return nullptr;
  }

  /// Nothing where it is no variable. `element`: what {"var": ""} is, within some, all and none.
  std::optional<Subject> subject(const Json& json, const Subject* element) const {
    const std::optional<Call> call = logic::as_call(json);
    if (!call || call->operation != "var") return std::nullopt;
    const std::optional<std::string> id = logic::variable_name(*call);
    if (!id) return std::nullopt;
    if (id->empty() && element != nullptr) return *element;
    const Json* question = entry("questions", *id);
    const Json* clause = entry("clauses", *id);
    const Json* named = question != nullptr ? question : clause;
    std::string label = named != nullptr ? text_in(*named, "label", language_) : std::string();
    std::string words = name(label.empty() ? *id : label);
    if (question != nullptr) words = *id == known_ ? text("rule.the_answer") : text("rule.answer", words);
    return Subject{std::move(words), question, clause != nullptr};
  }

  /// An answer's words: those of an option, a date, a number.
  std::string value(const Json& json, const Subject& of, const Subject* element) const {
    if (const std::optional<Subject> other = subject(json, element)) return other->words;
    if (const bool* flag = json.boolean()) return answer(*flag);
    if (const double* number = json.number()) return i18n::format_number(said_in_, *number);
    if (json.string() == nullptr) return base::write_json(json);
    const std::string& written = *json.string();
    if (const std::optional<base::Date> date = base::parse_date(written); date && of.is("date"))
      return i18n::format_date(said_in_, *date);
    if (of.question != nullptr) {
      for (const Json& option : list_in(*of.question, "options")) {
        const std::string label = text_in(option, "label", language_);
        if (string_in(option, "value") == written && !label.empty()) return name(label);
      }
    }
    if (written == "yes" || written == "no") return answer(written == "yes");
    return name(written);
  }

  /// “A” or “B”, of a list; else the one value.
  std::string values(const Json& json, const Subject& of, const Subject* element) const {
    if (json.array() == nullptr) return value(json, of, element);
    std::vector<std::string> parts;
    for (const Json& one : *json.array()) parts.push_back(value(one, of, element));
    return joined(parts, "rule.or");
  }

  // ---- sentences ----------------------------------------------------------------------------------------

  std::string sentence(const Json& logic, const Subject* element, bool is_part) const {
    if (const bool* flag = logic.boolean()) return text(*flag ? "rule.always" : "rule.never");
    const std::optional<Call> call = logic::as_call(logic);
    if (!call) return base::write_json(logic);
    const std::string_view operation = call->operation;
    std::optional<std::string> words;
    if (const std::optional<Subject> about = subject(logic, element)) {
      words = holds(*about, true);
    } else if (operation == "!" && call->operands.size() == 1) {
      words = negated(*call->operands.front(), element);
    } else if (operation == "and" || operation == "or") {
      words = group(*call, element, is_part);
    } else if (operation == "if") {
      words = choice(*call, element, is_part);
    } else if (operation == "in" && call->operands.size() == 2) {
      words = membership(*call, element, true);
    } else if (comparison(operation) != nullptr) {
      words = compared(*call, comparison(operation), element, is_part);
    } else if (operation == "some" || operation == "all" || operation == "none") {
      words = of_elements(*call);
    }
    return words ? *std::move(words) : base::write_json(logic);
  }

  std::string holds(const Subject& about, bool is_so) const {
    if (about.question != nullptr) return text("rule.is", about.words, answer(is_so));
    return is_so ? about.words : text("rule.unmet", about.words);
  }

  std::optional<std::string> negated(const Json& logic, const Subject* element) const {
    const std::optional<Call> call = logic::as_call(logic);
    if (const std::optional<Subject> about = subject(logic, element)) return holds(*about, false);
    if (call && call->operands.size() == 2) {
      if (const Comparison* one = comparison(call->operation))
        return compared(*call, comparison(one->negated), element, true);
      if (call->operation == "in") return membership(*call, element, false);
    }
    return text("rule.not", "(" + sentence(logic, element, false) + ")");
  }

  std::optional<std::string> group(const Call& call, const Subject* element, bool is_part) const {
    if (call.operands.empty()) return std::nullopt;
    const bool is_one = call.operands.size() == 1;
    std::vector<std::string> parts;
    for (const Json* one : call.operands) parts.push_back(sentence(*one, element, is_part || !is_one));
    return in_brackets(joined(parts, call.operation == "and" ? "rule.and" : "rule.or"), is_part && !is_one);
  }

  std::optional<std::string> choice(const Call& call, const Subject* element, bool is_part) const {
    const std::vector<const Json*>& all = call.operands;
    if (all.size() < 2) return std::nullopt;
    std::string out;
    std::size_t at = 0;
    for (; at + 1 < all.size(); at += 2) {
      out += (out.empty() ? "" : ", ") + text(out.empty() ? "rule.if" : "rule.else_if",
                                              sentence(*all[at], element, true),
                                              sentence(*all[at + 1], element, true));
    }
    if (at < all.size()) out += ", " + text("rule.else", sentence(*all[at], element, true));
    return in_brackets(std::move(out), is_part);
  }

  std::optional<std::string> membership(const Call& call, const Subject* element, bool is_in) const {
    const Json &one = *call.operands[0], &many = *call.operands[1];
    if (const std::optional<Subject> list = subject(many, element))
      return text(is_in ? "rule.includes" : "rule.lacks", list->words, value(one, *list, element));
    const std::optional<Subject> about = subject(one, element);
    if (!about || many.array() == nullptr || many.array()->empty()) return std::nullopt;
    return text(is_in ? "rule.is" : "rule.is_not", about->words, values(many, *about, element));
  }

  std::optional<std::string> compared(const Call& call, const Comparison* how, const Subject* element,
                                      bool is_part) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i + 1 < call.operands.size(); ++i) {
      std::optional<std::string> part = compared(*call.operands[i], *call.operands[i + 1], *how, element);
      if (!part) return std::nullopt;
      parts.push_back(*std::move(part));
    }
    if (parts.empty()) return std::nullopt;
    return in_brackets(joined(parts, "rule.and"), is_part && parts.size() > 1);
  }

  std::optional<std::string> compared(const Json& a, const Json& b, const Comparison& how,
                                      const Subject* element) const {
    const std::optional<Subject> left = subject(a, element);
    if (!left) {
      const std::optional<Subject> right = subject(b, element);
      return right ? compared(b, a, *comparison(how.flipped), element) : std::nullopt;
    }
    return text(left->is("date") ? how.words_of_dates : how.words, left->words, value(b, *left, element));
  }

  std::optional<std::string> of_elements(const Call& call) const {
    if (call.operands.size() != 2) return std::nullopt;
    std::optional<Subject> list = subject(*call.operands[0], nullptr);
    if (!list || list->question == nullptr) return std::nullopt;
    list->words = name(text_in(*list->question, "label", language_));
    const std::string what = text("rule." + std::string(call.operation), list->words);
    const std::optional<Call> inner = logic::as_call(*call.operands[1]);
    const bool is_single = inner && (inner->operation == "in" || comparison(inner->operation) != nullptr);
    const Subject element{is_single ? what : text("rule.it"), list->question};
    const std::string words = sentence(*call.operands[1], &element, false);
    return is_single ? words : text("rule.such", what, words);
  }

  const Json& check_;
  const Lexicon& words_;
  std::string_view language_;
  i18n::Language said_in_;
  std::string_view known_;  ///< the question that is spoken of
};

}  // namespace

Json tell_rule(const Json& logic, const Json& check, const Lexicon& words, std::string_view language) {
  return Teller(check, words, language).tree(logic);
}

std::string tell_in_a_sentence(const Json& logic, const Json& check, const Lexicon& words,
                               std::string_view language, std::string_view question) {
  return Teller(check, words, language, question).whole(logic);
}

}  // namespace aushang::author
