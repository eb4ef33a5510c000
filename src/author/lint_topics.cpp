// Topics an employer in Germany must not decide by: § 1 AGG (race or ethnic origin, gender, religion or
// belief, disability, age, sexual identity), and what is asked for in their place: nationality, family, a
// photo. rules::Words and phrases, whole: "language", "average" and "image" aren't about age.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "author/lint.h"
#include "base/utf8.h"

namespace aushang::author {
namespace {

struct Topic {
  std::string_view name;
  std::string_view english;  ///< phrases separated by "|"; a "*" ends a word that may go on
  std::string_view german;
};

constexpr Topic k_topics[] = {
    {"age", "age|aged|years old|how old|date of birth|birth date|birthdate|birthday|year of birth|born",
     "alter|altersgrenze|altersgruppe|höchstalter|mindestalter|lebensalter|lebensjahr|geburtsdatum|"
     "geburtsjahr|"
     "geburtstag|geboren|jahre alt|wie alt"},
    {"gender", "gender|sex|male|female|a woman|a man|maiden name",
     "geschlecht|geschlechts|geschlechtszugehörigkeit|männlich*|weiblich*|eine frau|ein "
     "mann|geburtsname|mädchenname"},
    {"ethnic origin",
     "race|racial|ethnic|ethnicity|ethnic origin|skin color|skin colour|country of origin|place of birth|"
     "country of birth|migration background|migrant",
     "rasse|ethnisch*|ethnie|hautfarbe|herkunft|herkunftsland|abstammung|geburtsort|geburtsland|"
     "migrationshintergrund"},
    {"religion or belief",
     "religion|religious|religious belief*|your faith|your belief*|denomination|church member*|creed",
     "religion|religiös*|religionszugehörigkeit|konfession*|glaubensbekenntnis|weltanschauung*|"
     "kirchenmitglied*|"
     "kirchenzugehörigkeit"},
    {"disability or health",
     "disability|disabilities|disabled person|disabled|handicap|handicapped|chronic illness|chronically ill|"
     "your health|health condition*|medical condition*",
     "behinderung|behinderungen|behindert|schwerbehinder*|gleichgestellt*|chronisch "
     "krank|krankheit|krankheiten|"
     "gesundheitszustand"},
    {"sexual identity",
     "sexual orientation|sexual identity|sexual preference*|homosexual|heterosexual|bisexual|lgbt*",
     "sexuelle identität|sexuelle orientierung|sexuellen identität|sexuellen orientierung|homosexuell*|"
     "heterosexuell*|bisexuell*"},
    {"nationality or mother tongue",
     "nationality|nationalities|citizenship|citizen|native speaker*|native language|mother tongue|native "
     "german|"
     "native english",
     "nationalität*|staatsangehörig*|staatsbürger*|muttersprach*"},
    {"family or pregnancy",
     "marital|married|unmarried|pregnant|pregnancy|family status|family planning|have children|your children|"
     "number of children|maternity|spouse",
     "familienstand|familienplanung|verheiratet|ledig|geschieden|schwanger*|kinderwunsch|kinder haben|haben "
     "sie kinder|"
     "hast du kinder|eigene kinder|anzahl der kinder|mutterschaft*"},
    {"a photo", "photo|photos|photograph|passport picture|picture of you|picture of yourself|headshot",
     "foto|fotos|bewerbungsfoto*|passfoto*|lichtbild*|passbild*|porträtfoto*"},
};

/// Technical terms and offers that use these words for something else.
constexpr std::string_view k_harmless[] = {
    "race condition",      "race conditions",    "data race",
    "data races",          "gender studies",     "gender equality",
    "gender gap",          "gender research",    "gender bias",
    "age of information",  "stone age",          "iron age",
    "bronze age",          "middle age",         "citizen science",
    "male connector",      "female connector",   "max born",
    "born approximation",  "born rule",          "born oppenheimer",
    "disabled by default", "herkunft der daten", "religion studies",
    "religious studies",
};

/// Lower case, words separated by one space, a space at both ends.
std::string to_words(std::string_view text) {
  std::string out = " ";
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    i += d.length;
    if (base::is_word_character(d.code_point)) {
      base::append(out, base::to_lower(d.code_point));
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool has_phrase(std::string_view words, std::string_view phrase) {
  std::string wanted = " ";
  wanted += phrase;
  if (wanted.back() == '*') {
    wanted.pop_back();
  } else {
    wanted += ' ';
  }
  return words.find(wanted) != std::string_view::npos;
}

bool has_any(std::string_view words, std::string_view phrases) {
  while (true) {
    const std::size_t end = phrases.find('|');
    if (has_phrase(words, phrases.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    phrases.remove_prefix(end + 1);
  }
}

void remove_harmless(std::string& words) {
  for (const std::string_view phrase : k_harmless) {
    std::string wanted = " ";
    wanted += phrase;
    wanted += ' ';
    for (std::size_t at = words.find(wanted); at != std::string::npos; at = words.find(wanted)) {
      words.replace(at, wanted.size(), " ");
    }
  }
}

/// The text in `language` stands at `place`, or, where it is {"en": "…"}, below it.
void check_text(Complaints& complaints, const base::LocalText& text, const Place& place,
                std::string_view own) {
  if (!place) return;
  for (const base::LocalText::Version& version : text.versions) {
    const std::string_view topic =
        protected_topic(version.text, version.language.empty() ? own : version.language);
    if (topic.empty()) continue;
    const base::Json* at = version.language.empty() ? place.json : place.json->find(version.language);
    const std::string path = version.language.empty() ? place.path : place.path + "." + version.language;
    complaints.warn(
        "protected-topic", at->at, path,
        quoted(version.text) + " seems to ask about " + std::string(topic) +
            ". Deciding by it can be discrimination (§ 1 AGG); ask only for what the work needs, or leave "
            "it out.");
    return;  // once is enough for one text in several languages
  }
}

Place below(const Place& place, std::string_view key) {
  const base::Json* found = place.json->find(key);
  return found != nullptr ? Place{found, place.path + "." + std::string(key)} : Place{};
}

}  // namespace

std::string_view protected_topic(std::string_view text, std::string_view language) {
  std::string words = to_words(text);
  remove_harmless(words);
  const bool is_english = language.empty() || language.starts_with("en");
  const bool is_german = language.empty() || language.starts_with("de");
  for (const Topic& topic : k_topics) {
    if ((is_english && has_any(words, topic.english)) || (is_german && has_any(words, topic.german)))
      return topic.name;
  }
  return {};
}

void lint_topics(Complaints& complaints, const RuleSet& rules, const Place& root,
                 const std::vector<Translation>& translations) {
  const std::string_view own = translations.empty() ? std::string_view() : translations.front().language;
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    const Place place = element_of(below(root, "questions"), i);
    check_text(complaints, question.label, below(place, "label"), own);
    for (std::size_t j = 0; j < question.options.size(); ++j) {
      const Place option = element_of(below(place, "options"), j);
      check_text(complaints, question.options[j].label, below(option, "label"), own);
    }
  }
  for (std::size_t i = 0; i < rules.clauses.size(); ++i) {
    check_text(complaints, rules.clauses[i].label, below(element_of(below(root, "clauses"), i), "label"),
               own);
  }
}

}  // namespace aushang::author
