#include "html/phrases.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "doc/find.h"
#include "mail/compose.h"

namespace aushang::html {
namespace {

/// Where the materials are on the page, as apply_section writes them: by id, the first element of each.
std::map<std::string, std::string, std::less<>> checklist_targets(const rules::RuleSet& rules) {
  std::map<std::string, std::string, std::less<>> targets;
  const auto add = [&](const std::string& position, const std::string& suffix) {
    rules::Answers answers;
    answers.position = position;
    for (const rules::Stage stage : {rules::Stage::now, rules::Stage::later}) {
      for (const rules::Material* material : mail::materials(rules, answers, stage)) {
        targets.try_emplace(material->id, "#au-material-" + material->id + suffix);
      }
    }
  };
  if (rules.positions.empty()) add("", "");
  for (const rules::Position& position : rules.positions) add(position.id, "-" + position.id);
  return targets;
}

const rules::Quote* quote_in(const std::vector<rules::Quote>& quotes, std::string_view language) {
  const auto in = [&](std::string_view tag) {
    const auto found =
        std::find_if(quotes.begin(), quotes.end(), [&](const auto& quote) { return quote.language == tag; });
    return found == quotes.end() ? nullptr : &*found;
  };
  const rules::Quote* own = in(language);
  return own != nullptr ? own : in("");
}

class Phrases {
 public:
  Phrases(const doc::Document& document, std::string_view language)
      : document_(document), language_(language) {}

  void add(doc::MarkKind kind, const std::string& id, const std::vector<rules::Quote>& quotes,
           const std::string& target) {
    const rules::Quote* quote = quote_in(quotes, language_);
    if (quote == nullptr) return;
    bool first = true;
    for (const std::string& phrase : quote->phrases) {
      const std::vector<doc::Range> found = doc::find_phrase(document_, phrase, 2);
      if (found.size() != 1) continue;
      marks_.push_back({.text = found[0], .target = target, .id = first ? unique_id(id) : "", .kind = kind});
      first = false;
    }
  }

  std::vector<doc::Mark> take() { return std::move(marks_); }

 private:
  std::string unique_id(const std::string& id) {
    const std::string wanted = "au-phrase-" + id;
    std::string out = wanted;
    for (int count = 2; !ids_.insert(out).second; ++count) out = wanted + "-" + std::to_string(count);
    return out;
  }

  const doc::Document& document_;
  std::string_view language_;
  std::vector<doc::Mark> marks_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<doc::Mark> phrases(const doc::Document& document, const rules::RuleSet& rules,
                               std::string_view language) {
  const auto targets = checklist_targets(rules);
  Phrases out(document, language);
  for (const rules::Note& note : rules.notes) {
    out.add(doc::MarkKind::note, note.id, note.quotes, "#au-note-" + note.id);
  }
  for (const rules::Material& material : rules.materials) {
    const auto target = targets.find(material.id);
    if (target == targets.end()) continue;
    out.add(doc::MarkKind::material, material.id, material.quotes, target->second);
  }
  for (const rules::Clause& clause : rules.clauses) {
    std::string target = "#au-apply";
    for (const std::string& evidence : clause.evidence) {
      if (const auto found = targets.find(evidence); found != targets.end()) {
        target = found->second;
        break;
      }
    }
    out.add(doc::MarkKind::clause, clause.id, clause.quotes, target);
  }
  return out.take();
}

}  // namespace aushang::html
