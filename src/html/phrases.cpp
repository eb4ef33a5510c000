#include "html/phrases.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "doc/find.h"
#include "mail/compose.h"

namespace aushang::html {
namespace {

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
  Phrases out(document, language);
  for (const rules::Note& note : rules.notes) {
    out.add(doc::MarkKind::note, note.id, note.quotes, "#au-note-" + note.id);
  }
  for (const rules::Stage stage : {rules::Stage::now, rules::Stage::later}) {
    for (const rules::Material* material : mail::materials(rules, {}, stage)) {
      out.add(doc::MarkKind::material, material->id, material->quotes, "#au-material-" + material->id);
    }
  }
  for (const rules::Clause& clause : rules.clauses) {
    out.add(doc::MarkKind::clause, clause.id, clause.quotes, std::string(k_clause_target) + clause.id);
  }
  return out.take();
}

std::map<std::string, std::string, std::less<>> clause_phrases(const doc::Document& document) {
  std::map<std::string, std::string, std::less<>> ids;
  for (const doc::Inline& one : document.inlines) {
    if (one.kind != doc::InlineKind::mark) continue;
    const doc::Reference& reference = document.references[one.reference];
    if (reference.mark != doc::MarkKind::clause || reference.id.empty()) continue;
    const std::string_view clause = document.target(one).substr(k_clause_target.size());
    ids.try_emplace(std::string(clause), document.string(reference.id));
  }
  return ids;
}

}  // namespace aushang::html
