#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "html/page.h"
#include "mail/compose.h"
#include "mail/mailto.h"
#include "main/answers_file.h"
#include "main/command.h"

namespace aushang::cli {
namespace {

/// Whether a file's name names the thing: "Doe_CV.pdf" a cv, "master-thesis.pdf" a thesis.
bool names(std::string_view file, std::string_view thing) {
  std::string word;
  const auto matches = [&] {
    return word == thing || word + "s" == thing || word == std::string(thing) + "s";
  };
  for (const char c : base::to_ascii_lower(file) + " ") {
    if (base::is_ascii_alpha(c)) {
      word += c;
      continue;
    }
    if (!word.empty() && matches()) return true;
    word.clear();
  }
  return false;
}

mail::Attachment attachment_of(const std::string& word, const rules::RuleSet& rules) {
  const std::size_t equals = word.find('=');
  if (equals != std::string::npos && rules.material(word.substr(0, equals)) != nullptr) {
    return {word.substr(0, equals), std::filesystem::path(word.substr(equals + 1)).filename().string()};
  }
  mail::Attachment one{"", std::filesystem::path(word).filename().string()};
  for (const rules::Material& material : rules.materials) {
    if (material.stage == rules::Stage::now &&
        (names(one.file, material.id) || names(one.file, material.kind))) {
      one.material = material.id;
      break;
    }
  }
  return one;
}

void say_missing(const rules::RuleSet& rules, const rules::Answers& answers,
                 const std::vector<mail::Attachment>& attached) {
  for (const rules::Material* material :
       mail::missing(mail::materials(rules, answers, rules::Stage::now), attached)) {
    std::fprintf(stderr, "not attached yet: %s (%s)\n", base::single_line(material->label.pick("en")).c_str(),
                 material->id.c_str());
  }
}

}  // namespace

int run_mail(const Arguments& arguments) {
  if (arguments.rest.size() != 1) return usage("mail", "name the folder of one posting.");
  if (!arguments.has("--answers")) return usage("mail", "--answers FILE is needed.");
  const std::string as = arguments.value("--as").value_or("");
  if (as != "mailto" && as != "text") return usage("mail", "--as mailto or --as text is needed.");

  const base::Result<AnsweredPosting> loaded =
      load_answered_posting(arguments, *arguments.value("--answers"));
  if (!loaded) {
    report(loaded.errors());
    return k_failed;
  }
  const auto& [posting, answers] = *loaded;
  if (posting.rules.apply_for(answers.position).to.empty()) {
    if (posting.rules.takes_mail(answers.position)) {
      std::fprintf(stderr,
                   "aushang mail: where applications go depends on the position; the answers name none.\n");
    } else {
      std::fprintf(stderr, "aushang mail: this posting takes no applications by mail; they go to %s\n",
                   posting.rules.apply.portal.c_str());
    }
    return k_failed;
  }

  const std::string language = arguments.value("--lang").value_or(
      answers.language.empty() ? posting.texts.front().language : answers.language);
  const auto text = std::find_if(posting.texts.begin(), posting.texts.end(), [&](const PostingText& one) {
    return i18n::language_for(one.language) == i18n::language_for(language);
  });
  const PostingText& chosen = text != posting.texts.end() ? *text : posting.texts.front();
  mail::Request request;
  request.language = i18n::language_for(language);
  request.title = html::page_title({.document = chosen.document,
                                    .rules = posting.rules,
                                    .title = chosen.page.meta.title,
                                    .description = "",
                                    .language = chosen.language,
                                    .alternates = {},
                                    .to_files = ""});
  if (const std::vector<std::string> words = arguments.values("--attach"); !words.empty()) {
    for (const std::string& word : words) request.attached.push_back(attachment_of(word, posting.rules));
    say_missing(posting.rules, answers, request.attached);
  }

  if (posting.rules.apply.closed)
    std::fprintf(stderr, "note: according to check.json, the position has been filled or withdrawn.\n");
  const mail::Draft draft = mail::compose(posting.rules, answers, request);
  const std::string out = as == "mailto" ? mail::to_mailto(draft) + "\n" : mail::to_text(draft);
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (as == "mailto" && out.size() > mail::k_safe_mailto_length) {
    std::fprintf(stderr,
                 "note: this link has %zu characters; some mail programs drop links longer than %zu.\n",
                 out.size() - 1, mail::k_safe_mailto_length);
  }
  return k_done;
}

}  // namespace aushang::cli
