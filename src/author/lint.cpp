#include "author/lint.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "base/text.h"
#include "rules/model.h"

namespace aushang::author {
namespace {

Place member(const Place& place, std::string_view key) {
  if (place && place.json->object() != nullptr) {
    for (const base::JsonMember& one : *place.json->object()) {
      if (one.key == key) return member_of(place, one);
    }
  }
  return {};
}

Place entry(const Place& root, std::string_view section, std::size_t index) {
  return element_of(member(root, section), index);
}

void lint_unused(Complaints& complaints, const RuleSet& rules, const Place& root) {
  const Model model(rules, "");
  std::vector<std::string> roots;
  const auto add = [&](const Expression& logic) {
    for (std::string& name : logic::variables(logic)) roots.push_back(std::move(name));
  };
  for (const Criterion& criterion : rules.criteria) add(criterion.logic);
  for (const Material& material : rules.materials) {
    if (material.when) add(*material.when);
  }
  const Indices used_clauses = model.references().basis_of(roots).clauses;
  for (const Clause& clause : rules.clauses) add(clause.logic);
  const Indices used_questions = model.references().basis_of(roots).questions;

  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    if (rules.questions[i].type == QuestionType::text) continue;
    if (std::binary_search(used_questions.begin(), used_questions.end(), i)) continue;
    const Place place = entry(root, "questions", i);
    complaints.warn("unused-question", place.json->at, place.path,
                    "no clause, criterion or material asks for " + quoted(rules.questions[i].id) +
                        "; applicants would answer it for nothing. Use it or remove it.");
  }
  for (std::size_t i = 0; i < rules.clauses.size(); ++i) {
    if (std::binary_search(used_clauses.begin(), used_clauses.end(), i)) continue;
    const Place place = entry(root, "clauses", i);
    complaints.warn("unused-clause", place.json->at, place.path,
                    "no criterion and no material depends on " + quoted(rules.clauses[i].id) +
                        "; use it, or make it a note.");
  }
}

/// A list of answers from which nothing may be chosen, and nothing says so.
void lint_questions(Complaints& complaints, const RuleSet& rules, const Place& root) {
  const auto is_for_the_rest = [](const Option& option) {
    return option.value == "none" || option.value == "other" || option.value.starts_with("none_") ||
           option.value.starts_with("other_");
  };
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    if (question.type != QuestionType::many || question.none_of_these) continue;
    if (std::any_of(question.options.begin(), question.options.end(), is_for_the_rest)) continue;
    const Place place = entry(root, "questions", i);
    complaints.warn("no-none", place.json->at, place.path,
                    "whoever has none of what " + quoted(question.id) +
                        " lists can't say so; write \"none_of_these\": true, or add an option with the value "
                        "\"none\" or \"other\".");
  }
}

bool looks_like_a_placeholder(std::string_view address) {
  const std::string lower = base::to_ascii_lower(address);
  const std::string_view local = std::string_view(lower).substr(0, lower.find('@'));
  const std::string_view host = std::string_view(lower).substr(lower.find('@') + 1);
  constexpr std::string_view k_locals[] = {
      "your.name",  "yourname",         "your-name", "your_name", "firstname.lastname",
      "first.last", "vorname.nachname", "todo",      "xxx",       "changeme",
      "fixme"};
  constexpr std::string_view k_hosts[] = {"domain.tld",     "domain.com",    "your-domain.com",
                                          "yourdomain.com", "institute.tld", "university.tld",
                                          "company.com"};
  return std::find(std::begin(k_locals), std::end(k_locals), local) != std::end(k_locals) ||
         std::find(std::begin(k_hosts), std::end(k_hosts), host) != std::end(k_hosts);
}

void lint_addresses(Complaints& complaints, const std::vector<std::string>& addresses, const Place& to) {
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    if (!looks_like_a_placeholder(addresses[i])) continue;
    const Place address = element_of(to, i);
    complaints.warn("placeholder", address.json->at, address.path,
                    quoted(addresses[i]) + " looks like a placeholder; write the address that is read.");
  }
}

/// What `apply` and a position say alike; `apply` as it holds for the one at `place`.
void lint_ways(Complaints& complaints, const std::vector<std::string>& own_addresses, const Apply& apply,
               const Place& place, bool takes_mail, std::optional<base::Date> today) {
  lint_addresses(complaints, own_addresses, member(place, "to"));
  const Place inquiry = member(place, "inquiry"), deadline = member(place, "deadline");
  if (inquiry) lint_addresses(complaints, apply.inquiry.to, member(inquiry, "to"));
  if (inquiry && apply.inquiry && apply.inquiry.to.empty() && !takes_mail) {
    complaints.warn(
        "inquiry-without-address", inquiry.json->at, inquiry.path,
        "questions are welcome, but nobody's address is known, so the page offers none; write who answers "
        "them: \"inquiry\": {\"to\": [\"name@example.org\"]}.");
  }
  if (today && deadline && rules::is_over(apply.deadline, *today) && !apply.closed) {
    complaints.warn(
        "deadline-over", deadline.json->at, deadline.path,
        "the deadline, " + base::to_string(std::get<DeadlineAt>(apply.deadline).date) +
            ", has passed; take the posting down, set a new one, or close it (\"closed\": true).");
  }
}

void lint_apply(Complaints& complaints, const RuleSet& rules, const Place& root,
                std::optional<base::Date> today) {
  const Place apply = member(root, "apply");
  lint_ways(complaints, rules.apply.to, rules.apply, apply, rules.takes_mail({}), today);
  for (std::size_t i = 0; i < rules.positions.size(); ++i) {
    const Position& position = rules.positions[i];
    lint_ways(complaints, position.to, rules.apply_for(position.id), entry(root, "positions", i),
              rules.takes_mail(position.id), today);
  }
  if (base::to_ascii_lower(rules.apply.portal).starts_with("http://")) {
    const Place portal = member(apply, "portal");
    complaints.warn("portal-not-https", portal.json->at, portal.path,
                    "applications would travel unencrypted; use the https:// address of the portal.");
  }
  const bool has_now = std::any_of(rules.materials.begin(), rules.materials.end(),
                                   [](const Material& material) { return material.stage == Stage::now; });
  if (rules.takes_mail({}) && !has_now) {
    const Place place = member(root, "materials") ? member(root, "materials") : apply;
    complaints.warn(
        "no-materials", place.json->at, place.path,
        "no material has the stage \"now\", so the mail wouldn't say what is attached; list at least a "
        "\"cv\".");
  }
}

void lint_quotes(Complaints& complaints, const std::vector<Quote>& quotes, const Place& place,
                 const std::vector<Translation>& translations) {
  if (quotes.empty()) return;
  for (std::size_t i = 0; i < translations.size(); ++i) {
    const bool is_quoted = std::any_of(quotes.begin(), quotes.end(), [&](const Quote& quote) {
      return quote.language == translations[i].language || (quote.language.empty() && i == 0);
    });
    if (is_quoted) continue;
    const Place quote = member(place, "quote");
    complaints.warn("quote-untranslated", quote.json->at, quote.path,
                    "the page in " + quoted(translations[i].language) +
                        " has no quote here, so nothing is marked on "
                        "it; write {" +
                        base::quote_json(translations[0].language) + ": \"…\", " +
                        base::quote_json(translations[i].language) + ": \"…\"}.");
  }
}

}  // namespace

void lint(Complaints& complaints, const RuleSet& rules, const base::Json& json,
          const std::vector<Translation>& translations, std::optional<base::Date> today) {
  const Place root{&json, "$"};
  lint_unused(complaints, rules, root);
  lint_questions(complaints, rules, root);
  lint_apply(complaints, rules, root, today);
  lint_constants(complaints, rules, root);
  lint_topics(complaints, rules, root, translations);
  for (std::size_t i = 0; i < rules.clauses.size(); ++i) {
    lint_quotes(complaints, rules.clauses[i].quotes, entry(root, "clauses", i), translations);
  }
  for (std::size_t i = 0; i < rules.notes.size(); ++i) {
    lint_quotes(complaints, rules.notes[i].quotes, entry(root, "notes", i), translations);
  }
}

}  // namespace aushang::author
