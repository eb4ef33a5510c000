#pragma once
/// What check.json says, checked and ready to judge with. `load` (author/load.h) makes it; everything in it
/// refers to something that exists.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/local_text.h"
#include "logic/logic.h"

namespace aushang::rules {

using base::LocalText;
using logic::Expression;

// ---- facts ------------------------------------------------------------------------------------------------

struct Facts {
  std::string organization;      ///< name
  std::string organization_url;  ///< https; may be empty
  std::string city;
  std::string country;  ///< ISO 3166-1 alpha-2, upper case; may be empty
  std::string
      employment;  ///< full_time part_time full_or_part_time temporary internship scholarship, or empty
  std::optional<base::Date> posted;
  std::optional<base::Date> start;
};

// ---- how to apply -----------------------------------------------------------------------------------------

struct UntilFilled {};
struct DeadlineAt {
  base::Date date;
  std::string time;  ///< "23:59", may be empty: the end of the day
  std::string zone;  ///< IANA name such as "Europe/Berlin", may be empty
};
struct NotSaid {};
using Deadline = std::variant<NotSaid, UntilFilled, DeadlineAt>;

/// Questions before applying.
struct Inquiry {
  bool welcome = false;
  std::vector<std::string> to;  ///< who answers them; empty: where applications go
  std::string tag;              ///< must stand in their subject; empty: that of applications
  explicit operator bool() const { return welcome; }
};

struct Apply {
  std::vector<std::string>
      to;  ///< addr-specs (RFC 5322); empty only where a portal or positions have their own
  std::vector<std::string> cc;
  std::string subject_tag;  ///< must stand in the subject, letter for letter; may be empty
  Inquiry inquiry;
  Deadline deadline;
  std::optional<double> max_total_mb;
  LocalText reply;      ///< the reply policy, in the group's words
  std::string portal;   ///< https address; may be empty
  bool closed = false;  ///< filled or withdrawn: no more applications are taken, whatever the deadline
};

/// "2027-03-31 17:00 Europe/Berlin": what a deadline is called where somebody knows the time. Between the
/// spaces stands nothing where the posting says nothing.
[[nodiscard]] std::string name_of(const DeadlineAt& deadline);
/// Whether its day lies before `today`.
[[nodiscard]] bool is_over(const Deadline& deadline, const base::Date& today);

// ---- questions and rules ----------------------------------------------------------------------------------

enum class QuestionType { one, many, yes_no, number, date, text };

struct Option {
  std::string value;
  LocalText label;         ///< empty for the values "yes" and "no", which the UI words name
  bool reachable = false;  ///< who answers so can still get there: "I expect it soon"
};

struct Question {
  std::string id;
  QuestionType type = QuestionType::one;
  LocalText label;
  LocalText help;                  ///< optional explanation below the label
  std::vector<Option> options;     ///< one, many
  bool none_of_these = false;      ///< many: offers "none of these", whose answer is the empty list
  std::optional<double> min, max;  ///< number
};

/// The phrases of the posting a clause, note or material is bound to, per language (empty: the posting's
/// own).
struct Quote {
  std::string language;
  std::vector<std::string> phrases;
};

/// One testable thing the posting says.
struct Clause {
  std::string id;
  LocalText label;
  std::vector<Quote> quotes;
  std::vector<std::string> evidence;  ///< ids of materials that show it
  Expression logic;
  LocalText short_label;  ///< for where room is scarce; may be empty
};

enum class Level { must, should };

/// must / should, made of clauses.
struct Criterion {
  std::string id;
  Level level = Level::must;
  LocalText label;
  Expression logic;
};

/// A quoted fact without a test.
struct Note {
  std::string id;
  LocalText label;
  std::vector<Quote> quotes;
};

enum class Stage { now, later };
enum class Required { yes, if_any, optional };

struct Material {
  std::string id;
  std::string kind;  ///< one of those in assets/schemas/check.schema.json
  Stage stage = Stage::now;
  Required required = Required::yes;
  std::optional<Expression> when;  ///< asked for only if this isn't false
  LocalText label;
  std::vector<Quote> quotes;
  std::vector<std::string> contains;  ///< kinds that are part of it
};

/// One of several positions in a posting. What it doesn't say itself holds as for all (RuleSet::apply_for).
struct Position {
  std::string id;
  LocalText label;
  std::vector<std::string> to;     ///< may be empty
  std::string subject_tag;         ///< may be empty
  std::optional<Inquiry> inquiry;  ///< null: as for all
  std::optional<Deadline> deadline;
  /// Ids; nothing: all of them. An empty list: none.
  std::optional<std::vector<std::string>> materials, criteria;

  [[nodiscard]] bool wants(const Material& material) const;
  [[nodiscard]] bool asks_for(const Criterion& criterion) const;
};

struct RuleSet {
  Facts facts;
  Apply apply;
  std::vector<Question> questions;
  std::vector<Clause> clauses;  ///< may refer to one another in any order, without cycles
  std::vector<Criterion> criteria;
  std::vector<Note> notes;
  std::vector<Material> materials;
  std::vector<Position> positions;

  [[nodiscard]] const Question* question(std::string_view id) const;
  [[nodiscard]] const Clause* clause(std::string_view id) const;
  [[nodiscard]] const Criterion* criterion(std::string_view id) const;
  [[nodiscard]] const Material* material(std::string_view id) const;
  [[nodiscard]] const Position* position(std::string_view id) const;

  /// How to apply for a position: what it says itself, else what holds for all. `apply` where there is none
  /// of this id.
  [[nodiscard]] Apply apply_for(std::string_view position_id) const;
  /// Until when something can be applied for: the latest of the positions' deadlines, or the posting's.
  [[nodiscard]] Deadline last_deadline() const;
  /// Whether applications are taken by mail: for the position, or for some while none of them is chosen.
  [[nodiscard]] bool takes_mail(std::string_view position_id) const;
};

}  // namespace aushang::rules
