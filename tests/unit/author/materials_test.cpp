#include <gtest/gtest.h>

#include <initializer_list>

#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Materials, AListAfterALead) {
  EXPECT_EQ(materials("Please send the following:\n\n- CV with links\n- Master's thesis (if any)\n- "
                      "Transcripts,\n\nto ann@group.example."),
            "cv, thesis if_any, transcripts");
}

TEST(Materials, NowAndLater) {
  EXPECT_EQ(materials("Send your CV.\n\nSelected candidates will *later* submit\n\n- a cover letter "
                      "(including a very brief research statement)\n- two reference letters"),
            "cv, cover_letter later with research_statement, reference_letters later");
}

TEST(Materials, WhatIsNotNeededIsNone) {
  for (const char* text :
       {"Send your CV. There is no need for a cover letter.", "Send your CV (no cover letter is needed).",
        "Send your CV; a cover letter is not required.",
        "Send your CV. Please do not send references, certificates or a cover letter.",
        "Senden Sie Ihren Lebenslauf. Ein Anschreiben ist nicht erforderlich.", "请提交简历，无需推荐信。"})
    EXPECT_EQ(materials(text), "cv") << text;
}

TEST(Materials, WhatALetterTellsIsPartOfIt) {
  EXPECT_EQ(materials("Send a motivation letter, in which you describe your research interests, and a CV."),
            "cover_letter with research_statement, cv");
}

TEST(Materials, OptionalAndIfAny) {
  EXPECT_EQ(materials("Send your CV, a list of publications (if available) and optionally a cover letter."),
            "cv, publication_list if_any, cover_letter optional");
  EXPECT_EQ(materials("Senden Sie Lebenslauf und ggf. eine Publikationsliste."),
            "cv, publication_list if_any");
}

TEST(Materials, ConditionsBehindACommaAndNone) {
  EXPECT_EQ(materials("# How to apply\n\n- employment references, if available\n- your CV\n"),
            "other if_any, cv");
  EXPECT_EQ(materials("# How to apply\n\n- a cover letter, if available your transcripts\n"),
            "cover_letter, transcripts if_any")
      << "that is said of what follows";
  EXPECT_EQ(materials("# How to apply\n\nSend your CV and, if available, transcripts.\n"),
            "cv, transcripts if_any");
  EXPECT_EQ(
      materials("# How to apply\n\nSend your application for any of the three positions as one PDF file.\n"),
      "single_pdf");
}

TEST(Materials, InEightLanguages) {
  EXPECT_EQ(materials("Bitte senden Sie Lebenslauf, Zeugnisse und Motivationsschreiben in einer PDF-Datei."),
            "cv, certificates, cover_letter, single_pdf");
  EXPECT_EQ(materials("Enviar currículum vitae, carta de motivación y expediente académico."),
            "cv, cover_letter, transcripts");
  EXPECT_EQ(materials("Veuillez envoyer un CV, une lettre de motivation et vos relevés de notes."),
            "cv, cover_letter, transcripts");
  EXPECT_EQ(materials("Inviare curriculum vitae, lettera di motivazione e due lettere di raccomandazione."),
            "cv, cover_letter, reference_letters");
  EXPECT_EQ(materials("请将简历、成绩单和推荐信发送至邮箱。"), "cv, transcripts, reference_letters");
  EXPECT_EQ(materials("履歴書、成績証明書、研究計画書を提出してください。"),
            "cv, transcripts, research_proposal");
  EXPECT_EQ(materials("이력서와 성적증명서, 자기소개서를 보내 주세요."), "cv, transcripts, cover_letter");
}

TEST(Materials, TheWordsElsewhereAskForNothing) {
  EXPECT_EQ(
      materials(
          "The candidate's skills are shown by publications.\n\nWe publish papers. Our theses are listed."),
      "");
  EXPECT_EQ(materials("To write your thesis with us, send a CV with the subject \"Bachelor thesis\"."), "cv");
  EXPECT_EQ(materials("<!-- Send a cover letter. -->\nSend a CV."), "cv");
}

TEST(Materials, BulletsThatAreNoMarkdown) {
  EXPECT_EQ(materials("Please send:\n• CV\n• cover letter\n• transcripts"), "cv, cover_letter, transcripts");
}

TEST(Materials, WhatIsRequiredBelowHowToApplyIsToBeSent) {
  EXPECT_EQ(materials("## How to apply\n\nOnly a CV is required.\n"), "cv");
  EXPECT_EQ(materials("## Requirements\n\nPublications are required.\n"), "");
}

TEST(Materials, ABracketThatOpensTheItemSaysWhetherItIsOptional) {
  EXPECT_EQ(materials("Please include\n\n- CV\n- (Optional) A portfolio\n"), "cv, other optional");
}

TEST(Materials, WhoAdvisesAThesisIsNoThesis) {
  EXPECT_EQ(materials("Send us your CV and two contacts for recommendations (your master thesis advisors)."),
            "cv, reference_contacts");
  EXPECT_EQ(materials("Send us your CV with a brief statement of your research interests."),
            "cv, research_statement");
}

TEST(Materials, VerbsInTwoPartsAndInformalOnesAskForDocuments) {
  EXPECT_EQ(materials("Reichen Sie bitte Ihre Bewerbung (Anschreiben, Lebenslauf) bis Montag ein."),
            "cover_letter, cv");
  EXPECT_EQ(materials("Bei Interesse schick dein Portfolio an uns."), "other");
  EXPECT_EQ(materials("履歴書を添えてご連絡ください。"), "cv");
}

}  // namespace
}  // namespace aushang::author
