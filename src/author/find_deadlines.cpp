#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "base/text.h"

namespace aushang::author {
namespace {

constexpr std::size_t k_far = 1000;

class DeadlineFinder {
 public:
  DeadlineFinder(const Source& source, Extract& out) : source_(source), out_(out) {}

  void find() {
    for (std::size_t i = 0; i < source_.outline.sentences.size(); ++i) read_sentence(i);
    front_matter();
  }

 private:
  void read_sentence(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    for (const Match& match : source_.words["deadline.until_filled"].all(sentence.tokens)) {
      const Token& first = sentence.tokens[match.begin];
      FoundDeadline found;
      found.until_filled = true;
      found.text = base::single_line(source_.slice(first.begin, sentence.tokens[match.end - 1].end));
      found.at = source_.places.of_text(first.begin);
      push(std::move(found));
    }
    for (const Dated& date : dates_in(sentence.tokens, source_.words)) {
      if (is_deadline(index, date)) add(sentence, date);
    }
  }

  /// How far the nearest phrase of a topic is from the date: before it, or right after it.
  std::size_t distance(const Tokens& tokens, const Dated& date, std::string_view topic) const {
    constexpr std::size_t k_most_after = 6;
    std::size_t nearest = k_far;
    for (const Match& match : source_.words[topic].all(tokens)) {
      if (match.end <= date.begin) nearest = std::min(nearest, date.begin - match.end);
      if (match.begin >= date.end && match.begin - date.end <= k_most_after)
        nearest = std::min(nearest, match.begin - date.end + 1);
      if (match.begin < date.end && match.end > date.begin) nearest = 0;
    }
    return nearest;
  }

  bool is_deadline(std::size_t index, const Dated& date) const {
    const Sentence& sentence = source_.sentence(index);
    constexpr std::size_t k_most_before = 14, k_most_for_weak = 4;
    const std::size_t strong = distance(sentence.tokens, date, "deadline.strong");
    const std::size_t weak = distance(sentence.tokens, date, "deadline.weak");
    const std::size_t other = distance(sentence.tokens, date, "deadline.not");
    if (strong <= k_most_before && strong <= other) return true;
    const bool is_about_applying =
        source_.says(index, "deadline.applying") || source_.is_under(index, "deadline.strong");
    if (weak <= k_most_for_weak && weak <= other && is_about_applying) return true;
    if (other < k_far) return false;
    // A heading, a label or a cell says what the date is.
    if (sentence.lead != k_nothing &&
        source_.words["deadline.strong"].in(source_.sentence(sentence.lead).tokens) &&
        source_.sentence(sentence.lead).tokens.size() <= 8)
      return true;
    return sentence.heading != k_nothing &&
           source_.words["deadline.strong"].in(source_.sentence(sentence.heading).tokens);
  }

  void add(const Sentence& sentence, Dated date) {
    FoundDeadline found;
    const Token& first = sentence.tokens[date.begin];
    found.text = base::single_line(source_.slice(first.begin, sentence.tokens[date.end - 1].end));
    found.at = source_.places.of_text(first.begin);
    if (date.year == 0) {
      date.year = year_for(date);
      found.inferred.emplace_back("year");
      found.sure = false;
    }
    if (date.day == 0) {
      date.day = days_in(date.year, date.month);
      found.inferred.emplace_back("day");
    }
    if (date.order_is_guessed) {
      found.inferred.emplace_back("order");
      found.sure = false;
    }
    const base::Date day{date.year, date.month, date.day};
    if (date.year != 0) found.date = base::parse_date(base::to_string(day));
    push(std::move(found));
  }

  static int days_in(int year, int month) {
    for (int day = 31; day > 28; --day) {
      if (base::parse_date(base::to_string({year == 0 ? 2023 : year, month, day}))) return day;
    }
    return 28;
  }

  /// The first such day after the page was dated; else that of the other dates on it; else the next one.
  int year_for(const Dated& date) const {
    const auto next_after = [&](const base::Date& day) {
      const bool is_later =
          std::pair(date.month, date.day == 0 ? 31 : date.day) >= std::pair(day.month, day.day);
      return is_later ? day.year : day.year + 1;
    };
    for (const auto& [key, value] : source_.page.meta.fields) {
      if (!source_.words["meta.dated"].in(words_of_key(key))) continue;
      if (const std::optional<base::Date> day = base::parse_date(std::string_view(value).substr(0, 10)))
        return next_after(*day);
    }
    int latest = 0;
    for (const Sentence& sentence : source_.outline.sentences) {
      for (const Dated& other : dates_in(sentence.tokens, source_.words))
        latest = std::max(latest, other.year);
    }
    if (latest != 0) return latest;
    return source_.today ? next_after(*source_.today) : 0;
  }

  void push(FoundDeadline found) {
    const bool is_known =
        std::any_of(out_.deadlines.begin(), out_.deadlines.end(), [&](const FoundDeadline& other) {
          return other.until_filled == found.until_filled && other.date == found.date &&
                 (found.date || found.until_filled || other.text == found.text);
        });
    if (!is_known) out_.deadlines.push_back(std::move(found));
  }

  void front_matter() {
    for (const auto& [key, value] : source_.page.meta.fields) {
      if (!source_.words["meta.deadline"].in(words_of_key(key))) continue;
      FoundDeadline found;
      found.text = base::single_line(value);
      found.at = source_.places.in_front_matter(value);
      const Tokens tokens = tokenize(value);
      found.until_filled = source_.words["deadline.until_filled"].in(tokens);
      const std::vector<Dated> dates = dates_in(tokens, source_.words);
      if (!dates.empty() && dates.front().year != 0 && dates.front().day != 0)
        found.date =
            base::parse_date(base::to_string({dates.front().year, dates.front().month, dates.front().day}));
      if (found.date || found.until_filled) push(std::move(found));
    }
  }

  const Source& source_;
  Extract& out_;
};

}  // namespace

void find_deadlines(const Source& source, Extract& out) { DeadlineFinder(source, out).find(); }

}  // namespace aushang::author
