#pragma once
/// Small random check.json files, the same ones everywhere: the generator and its use are ours, because the
/// standard library's distributions differ between platforms.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../author/check_file.h"

namespace aushang::rules {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435769u + 1) {}
  std::size_t below(std::size_t count) {
    state_ ^= state_ << 13, state_ ^= state_ >> 17, state_ ^= state_ << 5;
    return state_ % count;
  }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::uint32_t state_;
};

class RandomRules {
 public:
  RandomRules(std::uint32_t seed, std::size_t questions) : random_(seed) {
    for (std::size_t i = 0; i < questions; ++i) add_question("q" + std::to_string(i));
    for (std::size_t i = 0, count = 1 + random_.below(4); i < count; ++i) {
      const std::string id = "c" + std::to_string(i);
      add(file_.clauses,
          R"({"id": ")" + id + R"(", "label": "x", "quote": "x", "logic": )" + expression(2) + "}");
      clauses_.push_back(id);
    }
    for (std::size_t i = 0, count = 1 + random_.below(3); i < count; ++i) {
      add(file_.criteria, R"({"id": "r)" + std::to_string(i) + R"(", "label": "x", "level": ")" +
                              (random_.one_in(3) ? "should" : "must") + R"(", "logic": )" + expression(2) +
                              "}");
    }
  }

  [[nodiscard]] std::string text() const { return file_.text(); }

 private:
  static void add(std::string& list, const std::string& entry) {
    list.insert(list.size() - 1, (list.size() > 2 ? ",\n" : "") + entry);
  }

  void add_question(const std::string& id) {
    static constexpr std::string_view k_types[] = {
        R"("type": "yes_no"})",
        R"("type": "one", "options": [{"value": "yes"}, {"value": "maybe", "label": "x"}, {"value": "no"}]})",
        R"("type": "many", "none_of_these": true, "options": [{"value": "a", "label": "a"}, {"value": "b", "label": "b"}]})",
        R"("type": "number", "min": 0, "max": 3})"};
    const std::size_t type = random_.below(4);
    add(file_.questions, R"({"id": ")" + id + R"(", "label": "x", )" + std::string(k_types[type]));
    questions_.push_back({id, type});
  }

  std::string atom() {
    const auto& [id, type] = questions_[random_.below(questions_.size())];
    const std::string var = R"({"var": ")" + id + R"("})";
    const std::string number = std::to_string(random_.below(4));
    switch (type * 4 + random_.below(4)) {
      case 0:
      case 1:
        return var;
      case 2:
        return R"({"==": [)" + var + R"(, "yes"]})";
      case 3:
        return R"({"!==": [true, )" + var + "]}";
      case 4:
        return R"({"==": [)" + var + R"(, "yes"]})";
      case 5:
        return R"({"in": [)" + var + R"(, ["yes", "maybe"]]})";
      case 6:
        return R"({"!=": [)" + var + R"(, "no"]})";
      case 7:
        return R"({"if": [{"===": [)" + var + R"(, "maybe"]}, )" + expression(0) + ", " + expression(0) +
               "]}";
      case 8:
        return R"({"in": ["a", )" + var + "]}";
      case 9:
        return R"({"some": [)" + var + R"(, {"in": [{"var": ""}, ["a", "b"]]}]})";
      case 10:
        return R"({"all": [)" + var + R"(, {"==": [{"var": ""}, "a"]}]})";
      case 11:
        return R"({"none": [)" + var + R"(, {"==": [{"var": ""}, "b"]}]})";
      case 12:
        return R"({">=": [)" + var + ", " + number + "]}";
      case 13:
        return R"({"<": [)" + var + ", " + number + "]}";
      case 14:
        return R"({"<": [0, )" + var + ", " + number + "]}";
      default:
        return R"({"==": [)" + number + ", " + var + "]}";
    }
  }

  std::string expression(std::size_t depth) {
    if (!clauses_.empty() && random_.one_in(3))
      return R"({"var": ")" + clauses_[random_.below(clauses_.size())] + R"("})";
    if (depth == 0 || random_.one_in(4)) return atom();
    const auto sub = [&] { return expression(depth - 1); };
    switch (random_.below(5)) {
      case 0:
      case 1:
        return R"({"and": [)" + sub() + ", " + sub() + "]}";
      case 2:
      case 3:
        return R"({"or": [)" + sub() + ", " + sub() + "]}";
      default:
        return random_.one_in(2) ? R"({"!": )" + sub() + "}"
                                 : R"({"if": [)" + sub() + ", " + sub() + ", " + sub() + "]}";
    }
  }

  Random random_;
  author::CheckFile file_;
  struct Named {
    std::string id;
    std::size_t type;
  };
  std::vector<Named> questions_;
  std::vector<std::string> clauses_;
};

/// Every answer there is to a question of a random rule set.
[[nodiscard]] inline std::vector<Answer> all_answers(const Question& question) {
  using List = std::vector<std::string>;
  switch (question.type) {
    case QuestionType::yes_no:
      return {true, false};
    case QuestionType::one:
      return {std::string("yes"), std::string("maybe"), std::string("no")};
    case QuestionType::many:
      return {List{}, List{"a"}, List{"b"}, List{"a", "b"}};
    case QuestionType::number:
      return {0.0, 1.0, 2.0, 3.0};
    case QuestionType::date:
    case QuestionType::text:
      break;
  }
  return {};
}

}  // namespace aushang::rules
