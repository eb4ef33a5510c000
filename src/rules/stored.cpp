#include "rules/stored.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "logic/stored.h"

namespace aushang::rules {
namespace {

using base::Json;

// ---- what there is, once for both ways
// ----------------------------------------------------------------------

template <class Coder>
void describe(Coder& coder, Facts& facts) {
  coder("organization", facts.organization);
  coder("organization_url", facts.organization_url);
  coder("city", facts.city);
  coder("country", facts.country);
  coder("employment", facts.employment);
  coder("posted", facts.posted);
  coder("start", facts.start);
}

template <class Coder>
void describe(Coder& coder, DeadlineAt& deadline) {
  coder("date", deadline.date);
  coder("time", deadline.time);
  coder("zone", deadline.zone);
}

template <class Coder>
void describe(Coder& coder, Inquiry& inquiry) {
  coder("welcome", inquiry.welcome);
  coder("to", inquiry.to);
  coder("tag", inquiry.tag);
}

template <class Coder>
void describe(Coder& coder, Apply& apply) {
  coder("to", apply.to);
  coder("cc", apply.cc);
  coder("subject_tag", apply.subject_tag);
  coder("inquiry", apply.inquiry);
  coder("deadline", apply.deadline);
  coder("max_total_mb", apply.max_total_mb);
  coder("reply", apply.reply);
  coder("portal", apply.portal);
  coder("closed", apply.closed);
}

template <class Coder>
void describe(Coder& coder, Option& option) {
  coder("value", option.value);
  coder("label", option.label);
  coder("reachable", option.reachable);
}

template <class Coder>
void describe(Coder& coder, Question& question) {
  coder("id", question.id);
  coder("type", question.type, QuestionType::text);
  coder("label", question.label);
  coder("help", question.help);
  coder("options", question.options);
  coder("none_of_these", question.none_of_these);
  coder("min", question.min);
  coder("max", question.max);
}

template <class Coder>
void describe(Coder& coder, Clause& clause) {
  coder("id", clause.id);
  coder("label", clause.label);
  coder("short", clause.short_label);
  coder("quotes", clause.quotes);
  coder("evidence", clause.evidence);
  coder("logic", clause.logic);
}

template <class Coder>
void describe(Coder& coder, Criterion& criterion) {
  coder("id", criterion.id);
  coder("level", criterion.level, Level::should);
  coder("label", criterion.label);
  coder("logic", criterion.logic);
}

template <class Coder>
void describe(Coder& coder, Note& note) {
  coder("id", note.id);
  coder("label", note.label);
  coder("quotes", note.quotes);
}

template <class Coder>
void describe(Coder& coder, Material& material) {
  coder("id", material.id);
  coder("kind", material.kind);
  coder("stage", material.stage, Stage::later);
  coder("required", material.required, Required::optional);
  coder("when", material.when);
  coder("label", material.label);
  coder("quotes", material.quotes);
  coder("contains", material.contains);
}

template <class Coder>
void describe(Coder& coder, Position& position) {
  coder("id", position.id);
  coder("label", position.label);
  coder("to", position.to);
  coder("subject_tag", position.subject_tag);
  coder("inquiry", position.inquiry);
  coder("deadline", position.deadline);
  coder("materials", position.materials);
  coder("criteria", position.criteria);
}

template <class Coder>
void describe(Coder& coder, RuleSet& rules) {
  coder("facts", rules.facts);
  coder("apply", rules.apply);
  coder("questions", rules.questions);
  coder("clauses", rules.clauses);
  coder("criteria", rules.criteria);
  coder("notes", rules.notes);
  coder("materials", rules.materials);
  coder("positions", rules.positions);
}

// ---- writing
// --------------------------------------------------------------------------------------------------

class Writer {
 public:
  template <class T>
  void operator()(std::string_view name, T& value) {
    if (says_something(value)) add(name, json_of(value));
  }
  template <class T>
  void operator()(std::string_view name, T& value, T /*last*/) {
    if (value != T{}) add(name, static_cast<int>(value));
  }
  [[nodiscard]] Json take() { return std::move(members_); }

 private:
  void add(std::string_view name, Json value) {
    members_.push_back({std::string(name), std::move(value), {}});
  }

  static bool says_something(bool flag) { return flag; }
  static bool says_something(const std::string& text) { return !text.empty(); }
  static bool says_something(const LocalText& text) { return !text.empty(); }
  static bool says_something(const Deadline& deadline) { return !std::holds_alternative<NotSaid>(deadline); }
  template <class T>
  static bool says_something(const std::vector<T>& list) {
    return !list.empty();
  }
  template <class T>
  static bool says_something(const std::optional<T>& value) {
    return value.has_value();
  }
  template <class T>
  static bool says_something(const T& /*object*/) {
    return true;
  }

  static Json json_of(bool flag) { return flag; }
  static Json json_of(double number) { return number; }
  static Json json_of(std::string& text) { return text; }
  static Json json_of(base::Date& date) { return base::to_string(date); }
  static Json json_of(Expression& expression) { return logic::write_expression(expression); }
  static Json json_of(LocalText& text) {
    base::JsonObject out;
    for (const LocalText::Version& version : text.versions)
      out.push_back({version.language, version.text, {}});
    return out;
  }
  static Json json_of(std::vector<Quote>& quotes) {
    base::JsonObject out;
    for (Quote& quote : quotes) out.push_back({quote.language, json_of(quote.phrases), {}});
    return out;
  }
  static Json json_of(Deadline& deadline) {
    if (std::holds_alternative<UntilFilled>(deadline)) return true;
    auto* at = std::get_if<DeadlineAt>(&deadline);
    return at != nullptr ? json_of(*at) : Json(nullptr);
  }
  template <class T>
  static Json json_of(std::vector<T>& list) {
    base::JsonArray out;
    for (T& one : list) out.push_back(json_of(one));
    return out;
  }
  template <class T>
  static Json json_of(std::optional<T>& value) {
    return json_of(*value);
  }
  template <class T>
  static Json json_of(T& object) {
    Writer writer;
    describe(writer, object);
    return writer.take();
  }

  base::JsonObject members_;
};

// ---- reading
// --------------------------------------------------------------------------------------------------

class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  template <class T>
  void operator()(std::string_view name, T& value) {
    if (const Json* found = take(name)) is_good_ = read(*found, value) && is_good_;
  }
  template <class T>
  void operator()(std::string_view name, T& value, T last) {
    const Json* found = take(name);
    if (found == nullptr) return;
    const double* number = found->number();
    const auto count = static_cast<int>(last);
    is_good_ = is_good_ && number != nullptr && *number >= 0 && *number <= count;
    if (is_good_) value = static_cast<T>(static_cast<int>(*number));
  }
  /// Whether it is an object whose members were all taken, and right.
  [[nodiscard]] bool is_good() const {
    return is_good_ && json_.object() != nullptr && json_.object()->size() == taken_;
  }

 private:
  const Json* take(std::string_view name) {
    const Json* found = json_.find(name);
    if (found != nullptr) ++taken_;
    return found;
  }

  static bool read(const Json& json, bool& flag) { return copy(json.boolean(), flag); }
  static bool read(const Json& json, double& number) { return copy(json.number(), number); }
  static bool read(const Json& json, std::string& text) { return copy(json.string(), text); }
  static bool read(const Json& json, base::Date& date) {
    const std::string* text = json.string();
    const std::optional<base::Date> read = text != nullptr ? base::parse_date(*text) : std::nullopt;
    return copy(read ? &*read : nullptr, date);
  }
  static bool read(const Json& json, Expression& expression) {
    const std::optional<Expression> read = logic::read_expression(json);
    return copy(read ? &*read : nullptr, expression);
  }
  static bool read(const Json& json, LocalText& text) {
    return read_members(json, text.versions, [](const base::JsonMember& member, LocalText::Version& version) {
      version.language = member.key;
      return read(member.value, version.text);
    });
  }
  static bool read(const Json& json, std::vector<Quote>& quotes) {
    return read_members(json, quotes, [](const base::JsonMember& member, Quote& quote) {
      quote.language = member.key;
      return read(member.value, quote.phrases);
    });
  }
  static bool read(const Json& json, Deadline& deadline) {
    if (json.is_null()) {
      deadline.emplace<NotSaid>();
    } else if (json.boolean() != nullptr) {
      deadline.emplace<UntilFilled>();
    } else {
      return read(json, deadline.emplace<DeadlineAt>());
    }
    return true;
  }
  template <class T>
  static bool read(const Json& json, std::vector<T>& list) {
    const base::JsonArray* array = json.array();
    return array != nullptr && std::all_of(array->begin(), array->end(), [&](const Json& element) {
             return read(element, list.emplace_back());
           });
  }
  template <class T>
  static bool read(const Json& json, std::optional<T>& value) {
    return read(json, value.emplace());
  }
  template <class T>
  static bool read(const Json& json, T& object) {
    Reader reader(json);
    describe(reader, object);
    return reader.is_good();
  }

  template <class T>
  static bool copy(const T* from, T& to) {
    if (from != nullptr) to = *from;
    return from != nullptr;
  }
  template <class T, class Read>
  static bool read_members(const Json& json, std::vector<T>& list, Read read_one) {
    const base::JsonObject* object = json.object();
    return object != nullptr &&
           std::all_of(object->begin(), object->end(),
                       [&](const base::JsonMember& member) { return read_one(member, list.emplace_back()); });
  }

  const Json& json_;
  std::size_t taken_ = 0;
  bool is_good_ = true;
};

}  // namespace

Json write_rules(const RuleSet& rules) {
  Writer writer;
  RuleSet described = rules;  // one description serves both ways, and reading changes what it is given
  describe(writer, described);
  return writer.take();
}

std::optional<RuleSet> read_rules(const Json& json) {
  RuleSet rules;
  Reader reader(json);
  describe(reader, rules);
  if (!reader.is_good()) return std::nullopt;
  return rules;
}

}  // namespace aushang::rules
