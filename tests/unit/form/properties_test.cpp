#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../rules/random_rules.h"
#include "forms.h"
#include "i18n/words.h"
#include "mail/compose.h"
#include "mail/mailto.h"
#include "rules/judge.h"

namespace aushang::form {
namespace {

bool does_something(const FormNode& node) {
  return layout::is_option(node.widget) || node.widget == Widget::field || node.widget == Widget::area ||
         node.widget == Widget::button || node.widget == Widget::text_button;
}

std::size_t question_of(const rules::RuleSet& rules, std::string_view node) {
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const std::string& id = rules.questions[i].id;
    if (node.starts_with("au-o-" + id + "-") || node == "au-f-" + id) return i;
  }
  return rules.questions.size();
}

void expect_a_way_on(const Built& built) {
  if (find(built, "au-status") == nullptr) return;
  std::size_t links = 0;
  for (std::size_t i = get(built, "au-status").end; i < built.form.nodes.size(); ++i) {
    const FormNode& node = built.form.nodes[i];
    if (node.widget == Widget::group) break;
    if (node.widget == Widget::link) ++links;
  }
  const bool has_questions = get(built, "au-progress").value != "1";
  EXPECT_TRUE(has_questions || links > 0) << built.outcome;
  EXPECT_FALSE(built.outcome.empty());
  EXPECT_FALSE(built.left.empty());
  EXPECT_FALSE(text_of(built, "au-outcome").empty());
}

/// Acts on a node of the form as a visitor would; the form must then show it.
void act_on(Applicant& one, const FormNode& node, rules::Random& random) {
  SCOPED_TRACE(node.id);
  const View before = one.view;
  if (layout::is_option(node.widget)) {
    EXPECT_TRUE(one.act(node.id, !node.checked));
    const Built after = one.see();
    const FormNode* there = find(after, node.id);
    EXPECT_TRUE(there == nullptr || there->checked != node.checked);
  } else {
    const std::string value = node.input == layout::Input::number ? std::to_string(random.below(4)) : "x";
    EXPECT_TRUE(one.type(node.id, value));
    const Built after = one.see();
    if (layout::is_drawn_by_document(node.widget)) {
      EXPECT_EQ(get(after, node.id).value, value);
    }
  }
  const std::size_t acted = question_of(one.rules, node.id);
  for (const std::string& id : one.view.folded) {
    if (before.folded.contains(id)) continue;
    const std::size_t folded = static_cast<std::size_t>(one.rules.question(id) - one.rules.questions.data());
    EXPECT_GT(folded, acted) << id << " was folded above the finger";
  }
}

TEST(Properties, HoldWhateverPeopleDo) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Applicant one{author::load_or_fail(rules::RandomRules(seed, 1 + seed % 5).text())};
    one.language = seed % 3 == 0 ? i18n::Language::de : i18n::Language::en;
    if (seed % 2 == 0) {
      for (const rules::Clause& clause : one.rules.clauses) one.phrases[clause.id] = "au-phrase-" + clause.id;
    }
    rules::Random random(seed + 1);
    for (int step = 0; step < 12; ++step) {
      const Built built = one.see();
      expect_well_formed(built);
      expect_a_way_on(built);
      std::vector<FormNode> nodes;
      for (const FormNode& node : built.form.nodes) {
        if (does_something(node)) nodes.push_back(node);
      }
      ASSERT_FALSE(nodes.empty());
      act_on(one, nodes[random.below(nodes.size())], random);
    }
    if (testing::Test::HasFailure()) break;
  }
}

/// The word that says an outcome.
i18n::Word word_of(rules::Outcome outcome) {
  switch (outcome) {
    case rules::Outcome::not_yet:
      return i18n::Word::outcome_not_yet;
    case rules::Outcome::open:
      return i18n::Word::outcome_open;
    case rules::Outcome::meets:
      return i18n::Word::outcome_meets;
    case rules::Outcome::ask:
      return i18n::Word::outcome_ask;
  }
  return {};
}

/// What the command line judges and writes of the same answers: it calls these two.
void expect_same_as_command_line(const Applicant& one, const Built& built) {
  const rules::Verdict verdict = rules::judge(one.rules, one.answers);
  const std::string said = text_of(built, "au-outcome");
  const bool may_be_open =
      verdict.outcome == rules::Outcome::open && get(built, "au-status").tone == Tone::open;
  EXPECT_TRUE(may_be_open || said == i18n::text(one.language, word_of(verdict.outcome))) << said;
  mail::Request request;
  request.title = "A position";
  EXPECT_EQ(get(built, "au-mail").value, mail::to_mailto(mail::compose(one.rules, one.answers, request)));
}

TEST(Properties, TheFormJudgesAndWritesAsTheCommandLine) {
  std::set<rules::Outcome> seen;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Applicant one =
        seed % 2 == 0 ? example() : Applicant{author::load_or_fail(rules::RandomRules(seed, 3).text())};
    rules::Random random(seed + 1);
    for (int step = 0; step < 12; ++step) {
      const Built built = one.see();
      std::vector<FormNode> choices;
      for (const FormNode& node : built.form.nodes) {
        if (question_of(one.rules, node.id) < one.rules.questions.size() && does_something(node))
          choices.push_back(node);
      }
      ASSERT_FALSE(choices.empty());
      const FormNode& node = choices[random.below(choices.size())];
      if (node.input == layout::Input::number)
        one.type(node.id, std::to_string(random.below(4)));
      else
        one.act(node.id, !node.checked);
      expect_same_as_command_line(one, one.see());
      seen.insert(rules::judge(one.rules, one.answers).outcome);
    }
    if (testing::Test::HasFailure()) break;
  }
  EXPECT_EQ(seen.size(), 4u) << "each outcome was met";
}

TEST(Properties, WhatStillMattersIsNeverFolded) {
  std::size_t folded = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    Applicant one{author::load_or_fail(rules::RandomRules(seed, 4).text())};
    rules::Random random(seed + 1);
    for (int step = 0; step < 6; ++step) {
      const rules::Question& question = one.rules.questions[random.below(4)];
      const bool is_number = question.type == rules::QuestionType::number;
      is_number ? one.type("au-f-" + question.id, std::to_string(random.below(4)))
                : one.act("au-o-" + question.id + "-" + std::to_string(random.below(2)));
      for (const std::string& asked : rules::judge(one.rules, one.answers).ask)
        EXPECT_FALSE(one.view.folded.contains(asked)) << seed << " " << asked;
      folded += one.view.folded.size();
    }
  }
  EXPECT_GT(folded, 0u) << "something was folded";
}

TEST(Properties, AllLanguagesSayTheSameThings) {
  Applicant one = example();
  one.act("au-o-field-0");
  const Built english = one.see();
  for (const i18n::Language language : {i18n::Language::de, i18n::Language::pseudo}) {
    one.language = language;
    const Built other = one.see();
    expect_well_formed(other);
    for (const FormNode& node : english.form.nodes) {
      const FormNode there = get(other, node.id);
      EXPECT_EQ(there.widget, node.widget) << node.id;
      EXPECT_EQ(there.tone, node.tone) << node.id;
      EXPECT_EQ(there.checked, node.checked) << node.id;
      EXPECT_EQ(there.live, node.live) << node.id;
    }
  }
}

TEST(Properties, NoSlotIsLeftUnfilled) {
  Applicant one = example();
  one.act("au-o-field-0");
  one.act("au-have-cv");
  for (const i18n::Language language : {i18n::Language::en, i18n::Language::de}) {
    one.language = language;
    const Built built = one.see();
    for (const FormNode& node : built.form.nodes)
      EXPECT_EQ(node.text.find('{'), std::string::npos) << node.text;
  }
}

}  // namespace
}  // namespace aushang::form
