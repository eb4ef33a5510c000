#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms.h"

namespace aushang::form {
namespace {

/// Six yes-or-no questions a to f, each with a clause ("A" of a is A), and criteria. `z` is made of clauses.
Applicant of_criteria(std::string criteria) {
  author::CheckFile file;
  file.questions = file.clauses = "[";
  for (char id = 'a'; id <= 'f'; ++id) {
    const std::string name(1, id), label(1, static_cast<char>(id - 'a' + 'A'));
    const std::string comma = id == 'a' ? "" : ", ";
    file.questions += comma + R"({"id": "q)" + name + R"(", "type": "yes_no", "label": "?"})";
    file.clauses += comma + R"({"id": ")" + name + R"(", "quote": "x", "label": ")" + label +
                    R"(", "logic": {"var": "q)" + name + R"("}})";
  }
  file.questions += "]";
  file.clauses +=
      R"(, {"id": "z", "quote": "x", "label": "Z", "logic": {"and": [{"var": "a"}, {"var": "qb"}]}}])";
  file.criteria = std::move(criteria);
  return {author::load_or_fail(file.text())};
}

Applicant of_logic(std::string_view logic, std::string_view level = "must") {
  return of_criteria(R"([{"id": "c", "level": ")" + std::string(level) + R"(", "label": "C", "logic": )" +
                     std::string(logic) + "}]");
}

char sign_of(const FormNode& sign) {
  EXPECT_FALSE(sign.label.empty()) << sign.id << " says what it shows";
  return sign.tone == Tone::good ? '+' : sign.tone == Tone::bad ? '-' : sign.tone == Tone::open ? '?' : '.';
}

/// The picture in one line: a step is its text and sign; "<A+ | B?>" are routes in columns, "[A+, B?]"
/// points.
std::string picture_of(const std::vector<FormNode>& nodes, std::size_t first, std::size_t end) {
  std::string out;
  for (std::size_t i = first; i < end; i = nodes[i].end) {
    const FormNode& node = nodes[i];
    const std::string inner =
        layout::is_container(node.widget) ? picture_of(nodes, i + 1, node.end) : std::string();
    if (node.widget == Widget::step || node.widget == Widget::route) {
      out += (out.empty() ? "" : node.widget == Widget::route ? " | " : ", ") + inner;
    } else if (node.widget == Widget::routes) {
      out += " <" + inner + ">";
    } else if (node.widget == Widget::points) {
      out += " [" + inner + "]";
    } else if (node.widget == Widget::sign) {
      out += sign_of(node);
    } else {
      out += node.text + inner;
    }
  }
  return out;
}

std::string picture(const Applicant& one) {
  const Built built = one.see();
  expect_well_formed(built);
  const std::size_t first = index_of(built, "au-points");
  return picture_of(built.form.nodes, first + 1, built.form.nodes[first].end);
}

TEST(Points, WhatIsNeededTogetherStandsInSeriesAndEndsInWhatItComesTo) {
  EXPECT_EQ(picture(of_logic(R"({"var": "a"})")), "A?, This fits?");
  EXPECT_EQ(picture(of_logic(R"({"and": [{"var": "a"}, {"var": "b"}]})")), "A?, B?, This fits?");
  EXPECT_EQ(picture(of_criteria(R"([{"id": "c", "level": "must", "label": "C", "logic": {"var": "b"}},
                                    {"id": "d", "level": "must", "label": "D", "logic": {"var": "a"}}])")),
            "B?, A?, This fits?")
      << "in the order of the criteria";
}

TEST(Points, RoutesStandSideBySideInAStepThatSaysHowMany) {
  EXPECT_EQ(picture(of_logic(R"({"or": [{"and": [{"var": "a"}, {"var": "b"}]}, {"var": "c"}]})")),
            "one of two routes? <A?, B? | C?>, This fits?");
  EXPECT_EQ(picture(of_logic(R"({"or": [{"var": "a"}, {"var": "b"}, {"var": "c"}]})")),
            "one of three routes? <A? | B? | C?>, This fits?");
  Applicant german = of_logic(R"({"or": [{"var": "a"}, {"var": "b"}]})");
  german.language = i18n::Language::de;
  german.posting_language = "de";
  EXPECT_EQ(picture(german), "eine von zwei Möglichkeiten? <A? | B?>, Passt?");
}

TEST(Points, MoreThanThreeRoutesAreAList) {
  EXPECT_EQ(picture(of_logic(R"({"or": [{"var": "a"}, {"var": "b"}, {"and": [{"var": "c"}, {"var": "d"}]},
                                        {"var": "e"}]})")),
            "one of 4 routes? [A?, B?, C?, D?, E?], This fits?");
}

TEST(Points, RoutesMayHaveRoutes) {
  EXPECT_EQ(picture(of_logic(R"({"or": [{"and": [{"var": "a"}, {"or": [{"var": "b"}, {"and": [{"var": "c"},
                                  {"var": "d"}]}]}]}, {"var": "e"}]})")),
            "one of two routes? <A?, one of two routes? <B? | C?, D?> | E?>, This fits?");
}

TEST(Points, AnswersLightWhatTheyMeet) {
  Applicant one = of_logic(R"({"and": [{"var": "a"},
                              {"or": [{"and": [{"var": "b"}, {"var": "c"}]}, {"var": "d"}]}]})");
  one.act("au-o-qa-0");
  one.act("au-o-qb-0");
  one.act("au-o-qd-1");
  EXPECT_EQ(picture(one), "A+, one of two routes? <B+, C? | D->, This fits?");
  EXPECT_EQ(get(one.see(), "au-clause-a").tone, Tone::good);
  one.act("au-o-qc-0");
  EXPECT_EQ(picture(one), "A+, one of two routes+ <B+, C+ | D->, This fits+");
  EXPECT_EQ(get(one.see(), "au-route-c").tone, Tone::good) << "the route as a whole";
  one.act("au-o-qa-1");
  EXPECT_EQ(picture(one), "A-, one of two routes+ <B+, C+ | D->, A requirement is missing-");
}

TEST(Points, SignsSayInWordsHowTheirStepsStand) {
  Applicant one = of_logic(R"({"and": [{"var": "a"}, {"var": "b"}, {"var": "c"}]})");
  one.act("au-o-qa-0");
  one.act("au-o-qb-1");
  const Built built = one.see();
  EXPECT_EQ(get(built, "au-sign-clause-a").label, "met");
  EXPECT_EQ(get(built, "au-sign-clause-b").label, "not met");
  EXPECT_EQ(get(built, "au-sign-clause-c").label, "open");
  const std::vector<FormNode> step = within(built, "au-clause-a");
  ASSERT_EQ(step.size(), 3u) << "the text and its sign, so that what refers to the step tells both";
  EXPECT_EQ(step[1].text, "A");
  EXPECT_EQ(step[2].widget, Widget::sign);
  EXPECT_EQ(get(built, "au-points").label, "What the posting asks for");
}

TEST(Points, WhatIsDesirableStandsApartAndIsNotWaitedFor) {
  Applicant one = of_criteria(R"([
    {"id": "wish", "level": "should", "label": "W", "logic": {"or": [{"var": "b"}, {"var": "c"}]}},
    {"id": "need", "level": "must", "label": "N", "logic": {"var": "a"}},
    {"id": "other", "level": "should", "label": "O", "logic": {"var": "d"}}])");
  one.act("au-o-qa-0");
  one.act("au-o-qd-1");
  EXPECT_EQ(picture(one), "A+, Desirable [one of two routes? <B? | C?>, D-], This fits+");
  EXPECT_EQ(get(one.see(), "au-wishes").tone, Tone::good) << "the rail passes by as it comes";
  EXPECT_EQ(picture(of_logic(R"({"var": "a"})", "should")), "Desirable [A?]") << "nothing required: no end";
}

TEST(Points, WhereALogicIsMoreThanThatTheCriterionIsOneStep) {
  EXPECT_EQ(picture(of_logic(R"({"or": [{"var": "a"}, {"!": {"var": "b"}}]})")), "C? [A?, B?], This fits?");
  EXPECT_EQ(picture(of_logic(R"({"or": [{"var": "z"}, {"var": "c"}]})")), "C? [A?, C?, Z?], This fits?")
      << "z is made of a, which has a phrase, too";
  EXPECT_EQ(picture(of_logic(R"({"or": [{"var": "a"}, {"var": "qb"}]})")), "C? [A?], This fits?")
      << "qb is no clause";
  EXPECT_EQ(picture(of_logic(R"({"var": "qa"})")), "C?, This fits?");
  const std::string deep = R"({"and": [{"var": "a"}, {"or": [{"var": "b"}, {"and": [{"var": "c"},
      {"or": [{"var": "d"}, {"and": [{"var": "e"}, {"var": "f"}]}]}]}]}]})";
  EXPECT_EQ(picture(of_logic(deep)), "C? [A?, B?, C?, D?, E?, F?], This fits?") << "five levels";
}

TEST(Points, AClauseThatStandsAgainHasAnotherId) {
  const Applicant one = of_criteria(R"([
    {"id": "c", "level": "must", "label": "C", "logic": {"or": [{"and": [{"var": "a"}, {"var": "b"}]},
       {"and": [{"var": "a"}, {"var": "c"}]}, {"and": [{"var": "a"}, {"var": "d"}]}]}},
    {"id": "d", "level": "should", "label": "D", "logic": {"var": "a"}}])");
  EXPECT_EQ(picture(one), "one of three routes? <A?, B? | A?, C? | A?, D?>, Desirable [A?], This fits?");
  const Built built = one.see();
  for (const char* id : {"au-clause-a", "au-again-c-a", "au-again-c-a-2", "au-again-d-a"})
    EXPECT_EQ(get(built, id).widget, Widget::step) << id;
}

TEST(Points, AShortLabelIsUsedWhereThereIsOne) {
  Applicant one = of_logic(R"({"and": [{"var": "a"}, {"var": "b"}]})");
  one.rules.clauses[0].short_label = {{{"", "Brief"}}};
  EXPECT_EQ(picture(one), "Brief?, B?, This fits?");
}

TEST(Points, WhereNobodyIsJudgedSignsSayWhatIsRequired) {
  Applicant one = of_criteria(R"([{"id": "c", "level": "must", "label": "C", "logic": {"var": "a"}},
                                  {"id": "d", "level": "should", "label": "D", "logic": {"var": "b"}}])");
  one.rules.questions.clear();
  for (rules::Clause& clause : one.rules.clauses) clause.logic = rules::Expression();
  EXPECT_EQ(picture(one), "A., Desirable [B.]");
  const Built built = one.see();
  EXPECT_EQ(get(built, "au-sign-clause-a").label, "Required");
  EXPECT_EQ(get(built, "au-sign-clause-b").label, "Desirable");
}

TEST(Points, TheExampleIsAPicture) {
  Applicant one = example();
  EXPECT_EQ(picture(one),
            "Machine learning or applied mathematics?, one of two routes? <Master's degree?, Related "
            "research?, Reports that show it? | Industrial work?>, This fits?");
}

}  // namespace
}  // namespace aushang::form
