#include "author/simple_answers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "author/check_tree.h"
#include "author/shape.gen.h"
#include "author/simple_rule.h"
#include "author/wording.h"
#include "base/json_reader.h"
#include "base/text.h"
#include "i18n/words.h"
#include "logic/call.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;
using base::quoted;

using Values = std::set<std::string, std::less<>>;

constexpr std::array<std::string_view, 3> k_types = {"yes_no", "one", "many"};

bool is_true(const Json* value) {
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

/// The words that are there without a label.
std::string words_for(std::string_view value, std::string_view language) {
  const i18n::Language words = i18n::language_for(language);
  if (value == "yes") return i18n::text(words, i18n::Word::answer_yes);
  if (value == "no") return i18n::text(words, i18n::Word::answer_no);
  return std::string(value);
}

std::string label_of(const Json& option, std::string_view language) {
  const std::string label = text_in(option, "label", language);
  return label.empty() ? words_for(string_in(option, "value"), language) : label;
}

// ---- the clause's logic --------------------------------------------------------------------------------

/// A call without a comment, which would be lost.
std::optional<logic::Call> call_of(const Json& logic) {
  std::optional<logic::Call> call = logic::as_call(logic);
  if (call && logic.object()->size() != 1) call.reset();
  return call;
}

bool is_variable(const Json& logic, std::string_view name) {
  const std::optional<logic::Call> call = call_of(logic);
  return call && call->operation == "var" && call->operands.size() <= 1 &&
         logic::variable_name(*call) == name;
}

std::optional<Values> strings_in(const Json& list) {
  if (list.array() == nullptr) return std::nullopt;
  Values out;
  for (const Json& one : *list.array()) {
    if (one.string() == nullptr) return std::nullopt;
    out.insert(*one.string());
  }
  return out;
}

/// The answers that make it true; nothing where it says more than that.
std::optional<Values> counted(const Json& logic, std::string_view question) {
  if (is_variable(logic, question)) return Values{"yes"};
  const std::optional<logic::Call> call = call_of(logic);
  if (!call) return std::nullopt;
  if (call->operation == "!" && call->operands.size() == 1 && is_variable(*call->operands[0], question))
    return Values{"no"};
  if (call->operands.size() != 2) return std::nullopt;
  const Json &left = *call->operands[0], &right = *call->operands[1];
  if (call->operation == "==" && is_variable(left, question) && right.string() != nullptr)
    return Values{*right.string()};
  if (call->operation == "in" && left.string() != nullptr && is_variable(right, question))
    return Values{*left.string()};
  if (call->operation == "in" && is_variable(left, question)) return strings_in(right);
  const std::optional<logic::Call> of_each = call_of(right);
  if (call->operation != "some" || !is_variable(left, question) || !of_each || of_each->operation != "in" ||
      of_each->operands.size() != 2 || !is_variable(*of_each->operands[0], ""))
    return std::nullopt;
  return strings_in(*of_each->operands[1]);
}

Json logic_for(std::string_view type, std::string_view question, const std::vector<std::string>& counted) {
  const Json variable = JsonObject{{"var", std::string(question), {}}};
  if (type == "yes_no") return counted.front() == "yes" ? variable : Json(JsonObject{{"!", variable, {}}});
  const JsonArray values(counted.begin(), counted.end());
  if (type == "many") {
    const Json is_one = JsonObject{{"in", JsonArray{JsonObject{{"var", "", {}}}, values}, {}}};
    return JsonObject{{"some", JsonArray{variable, is_one}, {}}};
  }
  if (counted.size() == 1) return JsonObject{{"==", JsonArray{variable, values.front()}, {}}};
  return JsonObject{{"in", JsonArray{variable, values}, {}}};
}

/// The clauses whose logic names the question.
std::vector<std::size_t> clauses_about(const Json& check, std::string_view question) {
  std::vector<std::size_t> out;
  if (question.empty()) return out;
  const JsonArray& clauses = list_in(check, "clauses");
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Json* logic = clauses[i].find("logic");
    if (logic != nullptr && names_in(*logic).contains(question)) out.push_back(i);
  }
  return out;
}

// ---- the options ---------------------------------------------------------------------------------------

/// As a step sets it.
struct Answer {
  std::string value, label;
  bool counts = false, reachable = false;
};

/// A sentence where it is no such list.
base::Result<std::vector<Answer>> read_answers(const Json& options) {
  std::vector<Answer> out;
  if (options.array() == nullptr) return refused("the \"options\" of \"answers\" are a list.");
  for (const Json& one : *options.array()) {
    std::string label = string_in(one, "label");
    if (base::trim(label).empty()) return refused("each answer needs words; write some.");
    out.push_back({string_in(one, "value"), std::move(label), is_true(one.find("counts")),
                   is_true(one.find("reachable"))});
  }
  return out;
}

const Json* option_of(const Json& question, std::string_view value) {
  const JsonArray& all = list_in(question, "options");
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Json& one) { return string_in(one, "value") == value; });
  return found != all.end() ? &*found : nullptr;
}

/// Gives those that have none a value of their own.
void name_answers(std::vector<Answer>& answers) {
  std::vector<std::string> taken;
  for (const Answer& one : answers) taken.push_back(one.value);
  for (Answer& one : answers) {
    if (!one.value.empty()) continue;
    const std::string name = as_value(one.label);
    one.value = free_id(name.empty() ? "answer" : name, taken);
    taken.push_back(one.value);
  }
}

JsonArray options_of(const Json& question, const std::vector<Answer>& answers, const std::string& language) {
  JsonArray out;
  for (const Answer& one : answers) {
    const Json* old = option_of(question, one.value);
    Json option = old != nullptr ? *old : Json(JsonObject{{"value", one.value, {}}});
    if (label_of(option, language) != one.label)
      put_text(option, "label", one.label, language, shape::k_option);
    const bool was_reachable = is_true(option.find("reachable"));
    if (one.reachable && !was_reachable) put(option, "reachable", true, shape::k_option);
    if (!one.reachable && was_reachable) take(option, "reachable");
    out.push_back(std::move(option));
  }
  return out;
}

}  // namespace

std::vector<std::string> option_labels(const Json& question, std::string_view language) {
  if (string_in(question, "type") == "yes_no") return {words_for("yes", language), words_for("no", language)};
  std::vector<std::string> all;
  for (const Json& one : list_in(question, "options")) all.push_back(label_of(one, language));
  return all;
}

std::optional<std::size_t> own_clause(const Json& check, const Json& question) {
  const std::vector<std::size_t> all = clauses_about(check, string_in(question, "id"));
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

Json simple_answers(const Json& check, const Json& question, std::string_view language) {
  const std::string type = string_in(question, "type"), id = string_in(question, "id");
  if (std::find(k_types.begin(), k_types.end(), type) == k_types.end() || id.empty()) return {};
  const std::vector<std::size_t> clauses = clauses_about(check, id);
  std::optional<Values> counting;
  if (!clauses.empty()) {
    counting = counted(*list_in(check, "clauses")[clauses.front()].find("logic"), id);
    if (clauses.size() > 1 || !counting) return {};
  }
  JsonArray options;
  const auto add = [&](const std::string& value, std::string label, bool reachable) {
    JsonObject option = {{"value", value, {}}, {"label", std::move(label), {}}};
    if (counting) option.push_back({"counts", counting->erase(value) > 0, {}});
    if (reachable) option.push_back({"reachable", true, {}});
    options.emplace_back(std::move(option));
  };
  if (type == "yes_no") {
    for (const char* value : {"yes", "no"}) add(value, words_for(value, language), false);
  }
  for (const Json& one : list_in(question, "options")) {
    if (string_in(one, "value").empty()) return {};
    add(string_in(one, "value"), label_of(one, language), is_true(one.find("reachable")));
  }
  if (counting && !counting->empty()) return {};  // something that isn't offered
  return JsonObject{{"type", type, {}}, {"options", std::move(options), {}}};
}

Refusal set_simple_answers(Json& check, Json& question, const Json& answers, const std::string& language) {
  const Json now = simple_answers(check, question, language);
  if (now.is_null())
    return "what counts as an answer to " + quoted(text_in(question, "label", language)) +
           " is said in more than a list (check.json, line " + std::to_string(question.at.line) +
           "); change it in the file.";
  const std::string type = string_in(answers, "type"), id = string_in(question, "id");
  if (std::find(k_types.begin(), k_types.end(), type) == k_types.end())
    return "the \"type\" of \"answers\" is one of " + base::list_names(k_types) + ".";
  const Json* options = answers.find("options");
  base::Result<std::vector<Answer>> read = read_answers(options != nullptr ? *options : Json());
  if (!read) return read.errors().front().message;
  name_answers(*read);
  if (type == "yes_no" && (read->size() != 2 || (*read)[0].value != "yes" || (*read)[1].value != "no"))
    return "a question of yes and no has these two answers alone.";

  const std::vector<std::size_t> clauses = clauses_about(check, id);
  if (!clauses.empty()) {
    std::vector<std::string> counting;
    for (const Answer& one : *read) {
      if (one.counts) counting.push_back(one.value);
    }
    if (counting.empty()) return "no answer counts, so nobody could meet this; choose one that does.";
    if (type == "yes_no" && counting.size() > 1)
      return "both answers count, so it need not be asked; choose one that doesn't.";
    Json& clause = (*list_in(check, "clauses"))[clauses.front()];
    const bool is_same = string_in(question, "type") == type &&
                         counted(*clause.find("logic"), id) == Values(counting.begin(), counting.end());
    if (!is_same) replace(*find(clause, "logic"), logic_for(type, id, counting));
  }
  if (type == "yes_no") {
    take(question, "options");
  } else {
    put(question, "options", options_of(question, *read, language), shape::k_question);
  }
  if (string_in(question, "type") != type) {
    put(question, "type", type, shape::k_question);
    if (type == "many") put(question, "none_of_these", true, shape::k_question);
    if (type != "many") take(question, "none_of_these");
  }
  return std::nullopt;
}

}  // namespace aushang::author
