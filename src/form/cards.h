#pragma once
/// The two cards of the form. Private to the module.
#include <string>
#include <string_view>

#include "form/builder.h"
#include "mail/compose.h"
#include "rules/judge.h"

namespace aushang::form {

/// "Check yourself", with the states of the phrases and the line that sums up. Nothing where there is nothing
/// to answer and nothing asked for.
void add_check_card(Builder& form);
/// The questions, each with its answers and why it is asked; the position first, where one is to choose.
void add_questions(Builder& form);
void add_positions(Builder& form);
/// An answer as people say it: "Yes", "1.5", "1 October 2027", in the language of what it stands beside as
/// far as we speak that.
[[nodiscard]] std::string words_of(const Builder& form, const rules::Question& question, const Said& asked,
                                   const rules::Answer& answer);
/// What the posting asks for, as a picture: steps on a rail and routes beside each other.
void add_points(Builder& form, const rules::Verdict& verdict);

/// Why no more applications are taken for the position, or for any while none is chosen, as a sentence. Empty
/// while they are.
[[nodiscard]] std::string why_closed(const Builder& form, std::string_view position);
/// "Apply": where to, what to send, the mail, what happens then.
void add_apply_card(Builder& form);
/// The mail to be sent: the applicant's words, the draft as it stands, and the ways it leaves the page.
void add_mail(Builder& form);
[[nodiscard]] mail::Request request_for(const Builder& form);
/// mailto: link of a question before applying; empty where none is invited, or no mail taken.
[[nodiscard]] std::string question_link(const Builder& form);

}  // namespace aushang::form
