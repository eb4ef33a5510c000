#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "forms.h"
#include "mail/compose.h"
#include "mail/mailto.h"

namespace aushang::form {
namespace {

mail::Request request(i18n::Language language = i18n::Language::en) {
  mail::Request out;
  out.title = "A position";
  out.language = language;
  return out;
}

TEST(MailPart, WithNothingTickedTheLinkIsTheOneTheCommandLineWrites) {
  for (const i18n::Language language : {i18n::Language::en, i18n::Language::de}) {
    Applicant one = example();
    one.language = language;
    const auto expect_same = [&] {
      const mail::Draft draft =
          mail::compose(one.rules, one.answers, request());  // who reads it reads English
      EXPECT_EQ(get(one.see(), "au-mail").value, mail::to_mailto(draft));
      EXPECT_EQ(get(one.see(), "au-copy-text").value, draft.body);
      EXPECT_EQ(get(one.see(), "au-copy-subject").value, draft.subject);
    };
    expect_same();
    one.act("au-o-masters-2");
    one.type("au-w-name", "Ann Doe");
    one.type("au-w-place", "Oslo");
    one.type("au-w-why", "Flows.\n\nAnd transport.");
    one.type("au-w-links", "https://a.example");
    expect_same();
  }
}

TEST(MailPart, InAFrameThatMayNotOpenAMailAppTheWayAroundIsSaid) {
  Applicant one = example();
  EXPECT_EQ(find(one.see(), "au-frame-hint"), nullptr);
  EXPECT_FALSE(one.type("au-frame", "javascript:alert(1)"));
  EXPECT_TRUE(one.type("au-frame", "https://group.example/phd_2/"));
  EXPECT_FALSE(one.type("au-frame", "https://group.example/phd_2/")) << "nothing changes";
  const Built seen = one.see();
  EXPECT_EQ(get(seen, "au-whole-page").value, "https://group.example/phd_2/");
  EXPECT_EQ(text_of(seen, "au-whole-page"), "https://group.example/phd_2/");
  EXPECT_EQ(index_of(seen, "au-frame-hint"), index_of(seen, "au-mail") + 1) << "beside the link";
  EXPECT_NE(text_of(seen, "au-frame-hint").find("Copy"), std::string::npos);
}

TEST(MailPart, WithNothingTickedThePageSaysThatTheMailListsNothing) {
  Applicant one = example();
  EXPECT_EQ(text_of(one.see(), "au-nothing-ticked"),
            "You haven't ticked anything yet, so your mail lists no attachments.");
  EXPECT_TRUE(get(one.see(), "au-nothing-ticked").live) << "without the app nothing can be ticked";
  EXPECT_EQ(get(one.see(), "au-copy-text").value.find("Attached"), std::string::npos);
  one.act("au-have-cv");
  EXPECT_EQ(find(one.see(), "au-nothing-ticked"), nullptr);
}

TEST(MailPart, WhatIsTickedIsWhatIsAttached) {
  Applicant one = example();
  one.act("au-have-transcripts");
  one.act("au-have-cv");
  mail::Request with = request();
  with.attached = {{"cv", ""}, {"transcripts", ""}};
  EXPECT_EQ(get(one.see(), "au-mail").value, mail::to_mailto(mail::compose(one.rules, one.answers, with)));
  one.act("au-have-cv", false);
  one.act("au-have-transcripts", false);
  EXPECT_EQ(get(one.see(), "au-mail").value,
            mail::to_mailto(mail::compose(one.rules, one.answers, request())));
}

TEST(MailPart, WhatIsNoLongerAskedForIsNotAttached) {
  Applicant one = example();
  one.act("au-have-thesis");
  one.act("au-o-masters-2");
  EXPECT_EQ(get(one.see(), "au-copy-text").value.find("thesis"), std::string::npos);
  one.act("au-o-masters-0");
  EXPECT_NE(get(one.see(), "au-copy-text").value.find("- Master's thesis"), std::string::npos)
      << "nor forgotten";
}

TEST(MailPart, TheSelfCheckIsInTheMailOnlyIfAskedFor) {
  Applicant one = example();
  one.act("au-o-field-0");
  EXPECT_EQ(get(one.see(), "au-copy-text").value.find("self-check"), std::string::npos);
  EXPECT_TRUE(one.act("au-send-check"));
  EXPECT_TRUE(get(one.see(), "au-send-check").checked);
  EXPECT_NE(get(one.see(), "au-copy-text")
                .value.find("The self-check on your page gave this result:\n- Background: met\n\n"),
            std::string::npos)
      << "and nothing of what isn't known";
  one.act("au-send-check", false);
  EXPECT_EQ(get(one.see(), "au-copy-text").value.find("self-check"), std::string::npos);
}

TEST(MailPart, PreviewIsTheDraftLineByLine) {
  Applicant one = example();
  one.rules.apply.cc = {"c@d.example", "e@f.example"};
  one.type("au-w-why", "First\n\n  third");
  const Built built = one.see();
  const std::vector<FormNode> preview = within(built, "au-preview");
  EXPECT_EQ(texts_of(preview, Widget::preview_name),
            (std::vector<std::string>{"To", "Copy to", "Subject", "Text"}));
  EXPECT_EQ(get(built, "au-preview-cc").text, "c@d.example, e@f.example");
  const mail::Draft draft = mail::compose(one.rules, one.answers, request());
  EXPECT_EQ(get(built, "au-preview-subject").text, draft.subject);
  std::string lines;
  for (const FormNode& node : preview) {
    if (node.id.starts_with("au-line-")) lines += node.text + "\n";
  }
  EXPECT_EQ(lines, draft.body);
  EXPECT_NE(lines.find("First\n\n"), std::string::npos);
}

TEST(MailPart, FieldsHaveTheNamesPeopleAndBrowsersKnow) {
  const Built built = example().see();
  for (const auto& [id, name] : {std::pair{"au-w-name", "Your name"},
                                 {"au-w-place", "Where you are now"},
                                 {"au-w-why", "Why this position"},
                                 {"au-w-links", "Links"}}) {
    const auto label = std::find_if(
        built.form.nodes.begin(), built.form.nodes.end(),
        [&](const FormNode& node) { return node.widget == Widget::field_label && node.value == id; });
    ASSERT_NE(label, built.form.nodes.end()) << id;
    EXPECT_EQ(label->text, name);
    EXPECT_TRUE(get(built, id).live);
  }
  EXPECT_EQ(get(built, "au-w-name").name, "name");
  EXPECT_EQ(get(built, "au-w-name").widget, Widget::field);
  EXPECT_EQ(get(built, "au-w-why").widget, Widget::area);
}

TEST(MailPart, SaysWhatIsNotTickedOnlyOnceSomethingIsDone) {
  Applicant one = example();
  EXPECT_EQ(find(one.see(), "au-missing"), nullptr);
  EXPECT_NE(find(one.see(), "au-attach"), nullptr);
  one.act("au-have-thesis");
  const Built built = one.see();
  EXPECT_EQ(text_of(built, "au-missing"),
            "Not ticked yet (you can still send your mail): CV with links to earlier work; Transcripts of "
            "bachelor's and master's degrees");
  EXPECT_LT(index_of(built, "au-missing"), index_of(built, "au-mail"));
  EXPECT_TRUE(get(built, "au-missing").live);
  one.act("au-have-cv");
  one.act("au-have-transcripts");
  EXPECT_EQ(find(one.see(), "au-missing"), nullptr)
      << "what is only asked for if there is any is never missing";
  one = example();
  one.act("au-o-masters-0");
  EXPECT_NE(find(one.see(), "au-nothing-ticked"), nullptr);
  EXPECT_EQ(find(one.see(), "au-missing"), nullptr) << "said once";
}

TEST(MailPart, SaysThatTheNameIsMissingOnceSomethingIsDone) {
  Applicant one = example();
  EXPECT_EQ(find(one.see(), "au-nameless"), nullptr);
  one.act("au-have-cv");
  EXPECT_EQ(text_of(one.see(), "au-nameless"), "Your name isn't in the mail yet: add it");
  EXPECT_EQ(find(one.see(), "au-nameless")->value, "#au-w-name") << "it leads to the field";
  EXPECT_LT(index_of(one.see(), "au-nameless"), index_of(one.see(), "au-mail"));
  one.type("au-w-name", "Ada");
  EXPECT_EQ(find(one.see(), "au-nameless"), nullptr);
  one = example();
  one.act("au-o-masters-0");
  EXPECT_NE(find(one.see(), "au-nameless"), nullptr);
}

TEST(MailPart, WordsAndDraftStandBehindTheirTitles) {
  Applicant one = example();
  one.type("au-w-name", "Ann");
  for (const std::string_view id : {"au-words", "au-draft"}) {
    EXPECT_EQ(get(one.see(), id).widget, Widget::disclosure);
    EXPECT_FALSE(get(one.see(), id).checked) << "closed until it is opened";
    EXPECT_TRUE(one.act(id, true));
    EXPECT_TRUE(get(one.see(), id).checked);
    EXPECT_TRUE(one.act(id, false));
    EXPECT_FALSE(get(one.see(), id).checked);
  }
  EXPECT_EQ(text_of(one.see(), "au-draft-title"), "Your mail: " + text_of(one.see(), "au-preview-subject"));
  EXPECT_FALSE(one.act("au-apply", true)) << "no disclosure";
}

TEST(MailPart, AllOfItCanBeCopiedAtOnce) {
  const Built built = example().see();
  EXPECT_EQ(get(built, "au-copy-all").value, get(built, "au-copy-address").value + "\n" +
                                                 get(built, "au-copy-subject").value + "\n\n" +
                                                 get(built, "au-copy-text").value);
}

TEST(MailPart, TheLengthIsSaidOnceItMayComeToMatter) {
  Applicant one = example();
  EXPECT_EQ(find(one.see(), "au-meter"), nullptr);
  one.type("au-w-why", std::string(mail::k_safe_mailto_length / 2, 'x'));
  const std::string length = std::to_string(get(one.see(), "au-mail").value.size());
  EXPECT_EQ(text_of(one.see(), "au-meter"), "Length of the mail: " + length + " of " +
                                                std::to_string(mail::k_safe_mailto_length) + " characters");
}

TEST(MailPart, LongMailsComeWithAWarning) {
  Applicant one = example();
  EXPECT_EQ(find(one.see(), "au-long"), nullptr);
  one.type("au-w-why", std::string(mail::k_safe_mailto_length, 'x'));
  EXPECT_NE(find(one.see(), "au-long"), nullptr);
}

TEST(MailPart, CopyButtonsSayWhatTheyDoAndThatItIsDone) {
  Applicant one = example();
  EXPECT_EQ(texts_of(within(one.see(), "au-copy"), Widget::button),
            (std::vector<std::string>{"Copy address", "Copy subject", "Copy text"}));
  EXPECT_EQ(get(one.see(), "au-copy-address").value, "zplusj@gmail.com");
  EXPECT_TRUE(one.act("au-copy-subject"));
  EXPECT_EQ(texts_of(within(one.see(), "au-copy"), Widget::button),
            (std::vector<std::string>{"Copy address", "Copied", "Copy text"}));
  one.type("au-w-name", "Ann");
  EXPECT_EQ(text_of(one.see(), "au-copy-subject"), "Copy subject") << "it has changed since";
}

TEST(MailPart, AQuestionIsSignedAndGoesToTheSameAddress) {
  Applicant one = example();
  one.type("au-w-name", "Ann Doe");
  const FormNode ask = get(one.see(), "au-ask");
  EXPECT_EQ(ask.text, "Ask a question first");
  EXPECT_EQ(ask.widget, Widget::link);
  EXPECT_EQ(ask.value, mail::to_mailto(mail::compose_question(one.rules, one.answers, request())));
}

TEST(MailPart, LinksAreOfUseWithoutTheAppAndCopyButtonsAreNot) {
  const Built built = example().see();
  EXPECT_FALSE(get(built, "au-mail").live);
  EXPECT_FALSE(get(built, "au-ask").live);
  EXPECT_TRUE(get(built, "au-copy").live);
  EXPECT_TRUE(get(built, "au-copy-text").live);
}

}  // namespace
}  // namespace aushang::form
