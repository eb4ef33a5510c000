#pragma once
/// Rules + answers + what is attached → Draft.
#include <string>
#include <string_view>
#include <vector>

#include "i18n/words.h"
#include "mail/draft.h"
#include "rules/answers.h"
#include "rules/judge.h"
#include "rules/rule_set.h"

namespace aushang::mail {

/// A file that goes with the mail. `material` is the id of what it is; empty for one that the posting didn't
/// ask for.
struct Attachment {
  std::string material;
  std::string file;  ///< name only; may be empty where just the fact is known
};

struct Request {
  std::string title;  ///< the posting's
  i18n::Language language = i18n::Language::en;
  std::vector<Attachment> attached;  ///< now; the body names these and nothing else
  /// The result of the self-check, where the applicant wants it in the mail: a line per criterion. Outlives
  /// the request.
  const rules::Verdict* self_check = nullptr;
};

/// The application. Its subject begins with the tag (of the chosen position, else of the posting), letter for
/// letter, whatever the applicant wrote, and goes on with what the tag doesn't say already: that it is an
/// application, from whom, for which of several positions. Its body is a mail as people write it: what
/// the applicant wrote stands there as a paragraph, name and place below the closing. It has the answers to
/// questions of type text and lists what is attached; it says nothing of what isn't there. The verdict isn't
/// in it unless `self_check` says so, and then only what is decided; other answers never are.
[[nodiscard]] Draft compose(const rules::RuleSet& rules, const rules::Answers& answers,
                            const Request& request);

/// A question before applying, to who answers them, else to where applications go. No recipients where
/// neither is known.
[[nodiscard]] Draft compose_question(const rules::RuleSet& rules, const rules::Answers& answers,
                                     const Request& request);

/// Materials asked for now, or later, from an applicant with these answers: those of the chosen position
/// whose `when` isn't false, in the file's order.
[[nodiscard]] std::vector<const rules::Material*> materials(const rules::RuleSet& rules,
                                                            const rules::Answers& answers,
                                                            rules::Stage stage);
/// The same where it is known already what is wanted (rules::Judgement).
[[nodiscard]] std::vector<const rules::Material*> materials(const rules::RuleSet& rules,
                                                            const std::vector<rules::Truth>& wanted,
                                                            std::string_view position, rules::Stage stage);

/// Of those asked for now and required, the ones not among `attached`.
[[nodiscard]] std::vector<const rules::Material*> missing(const std::vector<const rules::Material*>& now,
                                                          const std::vector<Attachment>& attached);

/// The tag an application's subject must contain; may be empty.
[[nodiscard]] const std::string& subject_tag(const rules::RuleSet& rules, const rules::Answers& answers);

}  // namespace aushang::mail
