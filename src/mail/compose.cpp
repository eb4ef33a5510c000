#include "mail/compose.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "base/text.h"
#include "base/utf8.h"

namespace aushang::mail {
namespace {

using i18n::Word;
using rules::Material;

constexpr std::size_t k_max_name_bytes = 120;      // in a subject; a longer one is no name
constexpr std::size_t k_max_words_bytes = 20'000;  // of one text field in the body

/// At most `limit` bytes, cut between code points.
std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = 0;
  while (end + base::decode(text, end).length <= limit) end += base::decode(text, end).length;
  return std::string(text.substr(0, end)) + "…";
}

/// Several lines as the applicant wrote them, without control characters.
std::string paragraphs(std::string_view text) {
  std::string out;
  const std::string lines = base::with_line_breaks(text, "\n");
  for (const std::string_view line : base::split_lines(lines)) {
    if (!out.empty()) out += '\n';
    out += base::single_line(line);
  }
  return shorten(base::trim(out), k_max_words_bytes);
}

class Body {
 public:
  explicit Body(i18n::Language language) : language_(language) {}

  [[nodiscard]] std::string word(Word word) const { return i18n::text(language_, word); }
  [[nodiscard]] std::string word(Word word, std::string_view slot, std::string_view value) const {
    return base::fill_in(i18n::text(language_, word), slot, value);
  }

  /// Paragraphs are set apart by an empty line.
  void paragraph(std::string_view text) {
    if (text.empty()) return;
    if (!out_.empty()) out_ += '\n';
    out_.append(text).append("\n");
  }
  void list(std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    std::string text(heading);
    for (const std::string& item : items) text.append("\n- ").append(item);
    paragraph(text);
  }
  std::string take() { return std::move(out_); }

 private:
  i18n::Language language_;
  std::string out_;
};

std::string label_of(const base::LocalText& label, i18n::Language language) {
  return base::single_line(label.pick(i18n::tag_of(language)));
}

std::vector<std::string> names_of_attached(const rules::RuleSet& rules, const Request& request) {
  std::vector<std::string> names;
  for (const Attachment& one : request.attached) {
    const Material* material = rules.material(one.material);
    const std::string file = base::single_line(one.file);
    std::string name = material != nullptr ? label_of(material->label, request.language) : file;
    if (material != nullptr && !file.empty()) name += " (" + file + ")";
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> names_of_criteria(const rules::RuleSet& rules, const Request& request) {
  std::vector<std::string> names;
  for (const rules::CriterionState& state : request.self_check->criteria) {
    const rules::Criterion* criterion = rules.criterion(state.id);
    if (criterion == nullptr || state.value == rules::Truth::unknown) continue;
    const Word how = state.value == rules::Truth::yes ? Word::state_met : Word::state_not_met;
    names.push_back(label_of(criterion->label, request.language) + ": " + i18n::text(request.language, how));
  }
  return names;
}

Draft addressed(const rules::Apply& apply) {
  Draft draft;
  draft.to = apply.to;
  draft.cc = apply.cc;
  return draft;
}

/// Whether a text says a word, in capitals or not; "Initiativbewerbung" says "Bewerbung".
bool says(std::string_view text, std::string_view word) {
  return base::to_ascii_lower(text).find(base::to_ascii_lower(word)) != std::string::npos;
}

/// What a mail is, in whichever language a tag may say it. What stands in brackets is for machines: those who
/// read don't take "[question-7]" for a word.
bool says(std::string_view tag, Word word) {
  std::string text(tag);
  for (std::size_t begin = 0; (begin = text.find('[', begin)) != std::string::npos;) {
    const std::size_t end = text.find(']', begin);
    if (end == std::string::npos) break;
    text.erase(begin, end - begin + 1);
  }
  return std::any_of(i18n::k_languages.begin(), i18n::k_languages.end(),
                     [&](i18n::Language language) { return says(text, i18n::text(language, word)); });
}

/// The tag comes first and by itself, so nothing that is typed can reach it, and no header encoding either.
/// `kind` is what the mail is ("Application"); `whole` begins with it and says more; `rest` is that without
/// it.
std::string subject_of(std::string_view tag, Word kind, std::string_view kind_text, std::string_view whole,
                       std::string_view rest) {
  std::string subject(tag);
  const auto add = [&](std::string_view text) {
    if (!subject.empty() && !text.empty()) subject += ' ';
    subject += text;
  };
  if (!says(tag, kind)) {
    add(whole);
  } else if (base::to_ascii_lower(tag).ends_with(base::to_ascii_lower(kind_text)) &&
             whole.starts_with(kind_text)) {
    subject += whole.substr(kind_text.size());
  } else {
    add(rest);
  }
  return subject;
}

/// "…: Postdoc", unless the subject says so already.
void name_position(std::string& subject, const rules::Position* position, i18n::Language language) {
  if (position == nullptr) return;
  const std::string label = shorten(label_of(position->label, language), k_max_name_bytes);
  if (!label.empty() && !says(subject, label)) subject += ": " + label;
}

/// The posting's title, and which of its positions.
std::string title_of(const Request& request, const rules::Position* position) {
  std::string title = base::single_line(request.title);
  if (position != nullptr) title += ": " + label_of(position->label, request.language);
  return title;
}

/// Name and place stand below the closing, as people sign: whatever somebody writes of where they are, a city
/// or "M.Sc. student at …", is right there.
std::string signature(const Body& body, const rules::Answers& answers) {
  std::string out = body.word(Word::mail_closing);
  for (const std::string& written : {answers.words.name, answers.words.place}) {
    const std::string line = shorten(base::single_line(written), k_max_words_bytes);
    if (!line.empty()) out += "\n" + line;
  }
  return out;
}

}  // namespace

const std::string& subject_tag(const rules::RuleSet& rules, const rules::Answers& answers) {
  const rules::Position* position = rules.position(answers.position);
  return position != nullptr && !position->subject_tag.empty() ? position->subject_tag
                                                               : rules.apply.subject_tag;
}

std::vector<const Material*> materials(const rules::RuleSet& rules, const std::vector<rules::Truth>& wanted,
                                       std::string_view position, rules::Stage stage) {
  const rules::Position* chosen = rules.position(position);
  std::vector<const Material*> out;
  for (std::size_t i = 0; i < rules.materials.size(); ++i) {
    const Material& material = rules.materials[i];
    const bool is_theirs = chosen == nullptr || chosen->wants(material);
    if (material.stage == stage && is_theirs && wanted[i] != rules::Truth::no) out.push_back(&material);
  }
  return out;
}

std::vector<const Material*> materials(const rules::RuleSet& rules, const rules::Answers& answers,
                                       rules::Stage stage) {
  return materials(rules, rules::weigh(rules, answers).wanted, answers.position, stage);
}

std::vector<const Material*> missing(const std::vector<const Material*>& now,
                                     const std::vector<Attachment>& attached) {
  std::vector<const Material*> out;
  for (const Material* material : now) {
    const bool there = std::any_of(attached.begin(), attached.end(),
                                   [&](const Attachment& one) { return one.material == material->id; });
    if (material->required == rules::Required::yes && !there) out.push_back(material);
  }
  return out;
}

Draft compose(const rules::RuleSet& rules, const rules::Answers& answers, const Request& request) {
  Draft draft = addressed(rules.apply_for(answers.position));
  Body body(request.language);
  const std::string name = shorten(base::single_line(answers.words.name), k_max_name_bytes);
  const rules::Position* position = rules.position(answers.position);
  const std::string kind = body.word(Word::mail_subject_apply);
  draft.subject =
      subject_of(subject_tag(rules, answers), Word::mail_subject_apply, kind,
                 name.empty() ? kind : body.word(Word::mail_subject_apply_name, "name", name), name);
  // A tag of its own tells the position apart.
  if (position != nullptr && position->subject_tag.empty())
    name_position(draft.subject, position, request.language);
  body.paragraph(body.word(Word::mail_greeting));
  body.paragraph(body.word(Word::mail_apply_for, "title", title_of(request, position)));
  body.paragraph(paragraphs(answers.words.why));  // the applicant's own sentences need no heading
  if (const std::string links = paragraphs(answers.words.links); !links.empty()) {
    body.paragraph(body.word(Word::mail_links) + "\n" + links);
  }
  for (const rules::Question& question : rules.questions) {
    if (question.type != rules::QuestionType::text) continue;
    const std::string* text = std::get_if<std::string>(&answers.find(question.id));
    const std::string answer = text != nullptr ? paragraphs(*text) : std::string();
    if (!answer.empty()) body.paragraph(label_of(question.label, request.language) + "\n" + answer);
  }
  body.list(body.word(Word::mail_attached), names_of_attached(rules, request));
  if (request.self_check) body.list(body.word(Word::mail_self_check), names_of_criteria(rules, request));
  body.paragraph(signature(body, answers));
  draft.body = body.take();
  return draft;
}

Draft compose_question(const rules::RuleSet& rules, const rules::Answers& answers, const Request& request) {
  const rules::Apply apply = rules.apply_for(answers.position);
  Draft draft = addressed(apply);
  if (!apply.inquiry.to.empty()) {
    draft.to = apply.inquiry.to;
    draft.cc.clear();  // copies are of applications
  }
  Body body(request.language);
  const rules::Position* position = rules.position(answers.position);
  const std::string kind = body.word(Word::mail_subject_question);
  draft.subject = subject_of(apply.inquiry.tag.empty() ? apply.subject_tag : apply.inquiry.tag,
                             Word::mail_subject_question, kind, kind, {});
  name_position(draft.subject, position, request.language);
  body.paragraph(body.word(Word::mail_greeting));
  body.paragraph(body.word(Word::mail_question, "title", title_of(request, position)));
  body.paragraph(signature(body, answers));
  draft.body = body.take();
  return draft;
}

}  // namespace aushang::mail
