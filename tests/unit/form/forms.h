#pragma once
/// Forms to look at, and ways to look.
#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../author/check_file.h"
#include "form/form.h"

namespace aushang::form {

using layout::FormNode;
using layout::Tone;
using layout::Widget;

/// What the applicant sees of a posting, and what they do with it.
struct Applicant {
  rules::RuleSet rules;
  rules::Answers answers{};
  View view{};
  i18n::Language language = i18n::Language::en;
  std::string posting_language = "en";
  std::string check_language{};  ///< empty: the posting's
  std::map<std::string, std::string, std::less<>> phrases{};

  [[nodiscard]] Built see() const {
    return build({rules, answers, view, "A position", posting_language,
                  check_language.empty() ? posting_language : check_language, language, phrases});
  }
  bool act(std::string_view id, bool on = true) {
    return form::act(rules, id, {}, on, answers, view, page_language(language, posting_language));
  }
  bool type(std::string_view id, std::string_view value) { return write(id, value, false); }
  /// Types, then goes on to something else.
  bool fill(std::string_view id, std::string_view value) { return write(id, value, true); }
  bool write(std::string_view id, std::string_view value, bool left) {
    return form::act(rules, id, value, left, answers, view, page_language(language, posting_language));
  }
};

[[nodiscard]] inline std::string example_text() {
  std::ifstream file(AUSHANG_SOURCE_DIR "/assets/postings/phd-ot/check.json");
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

/// The posting in assets/, its clauses marked on the page.
[[nodiscard]] inline Applicant example() {
  Applicant one{author::load_or_fail(example_text())};
  for (const rules::Clause& clause : one.rules.clauses) one.phrases[clause.id] = "au-phrase-" + clause.id;
  return one;
}

[[nodiscard]] inline const FormNode* find(const Built& built, std::string_view id) {
  for (const FormNode& node : built.form.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}
/// Fails where there is no such node.
[[nodiscard]] inline FormNode get(const Built& built, std::string_view id) {
  const FormNode* node = find(built, id);
  EXPECT_NE(node, nullptr) << "no " << id;
  return node != nullptr ? *node : FormNode();
}
[[nodiscard]] inline std::string text_of(const Built& built, std::string_view id) {
  return get(built, id).text;
}

[[nodiscard]] inline std::size_t index_of(const Built& built, std::string_view id) {
  for (std::size_t i = 0; i < built.form.nodes.size(); ++i) {
    if (built.form.nodes[i].id == id) return i;
  }
  ADD_FAILURE() << "no " << id;
  return 0;
}
/// The node and what is in it.
[[nodiscard]] inline std::vector<FormNode> within(const Built& built, std::string_view id) {
  const std::size_t first = index_of(built, id);
  const auto begin = built.form.nodes.begin();
  return {begin + static_cast<std::ptrdiff_t>(first),
          begin + static_cast<std::ptrdiff_t>(built.form.nodes[first].end)};
}
[[nodiscard]] inline std::vector<std::string> texts_of(const std::vector<FormNode>& nodes, Widget widget) {
  std::vector<std::string> texts;
  for (const FormNode& node : nodes) {
    if (node.widget == widget) texts.push_back(node.text);
  }
  return texts;
}

/// What holds of every form: ids, nesting, texts, references.
inline void expect_well_formed(const Built& built) {
  const std::vector<FormNode>& nodes = built.form.nodes;
  std::set<std::string> ids;
  for (const FormNode& node : nodes) {
    EXPECT_TRUE(node.id.starts_with("au-")) << node.id;
    EXPECT_TRUE(ids.insert(node.id).second) << node.id << " twice";
  }
  std::vector<std::size_t> ends = {nodes.size()};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const FormNode& node = nodes[i];
    while (ends.back() <= i && ends.size() > 1) ends.pop_back();
    EXPECT_LE(node.end, ends.back()) << node.id << " ends in what it is in";
    EXPECT_EQ(node.text.find_first_of("\r\n"), std::string::npos) << node.id;
    if (layout::is_container(node.widget)) {
      EXPECT_GT(node.end, i + 1) << node.id << " holds something";
      EXPECT_EQ(node.text, "") << node.id;
      ends.push_back(node.end);
    } else {
      EXPECT_EQ(node.end, i + 1) << node.id;
      const bool may_be_empty = layout::is_drawn_by_document(node.widget) ||
                                node.widget == Widget::progress || node.widget == Widget::preview_text ||
                                (node.widget == Widget::sign && !node.label.empty());
      EXPECT_TRUE(may_be_empty || !node.text.empty()) << node.id << " says something";
    }
    const bool leads =
        node.widget == Widget::link || node.widget == Widget::why || node.widget == Widget::main_button;
    EXPECT_TRUE(!leads || !node.value.empty()) << node.id << " leads somewhere";
    const bool is_here = leads && node.value.starts_with("#") && !node.value.starts_with("#au-phrase-");
    EXPECT_TRUE(!is_here || ids.contains(node.value.substr(1))) << node.id << " leads to " << node.value;
    const bool is_choice = layout::is_option(node.widget);
    EXPECT_TRUE(!is_choice || node.input != layout::Input::none) << node.id;
    EXPECT_TRUE(node.input != layout::Input::radio || !node.name.empty()) << node.id << " is one of a group";
    EXPECT_TRUE(node.widget != Widget::field_label || ids.contains(node.value)) << node.id;
    for (const std::string& references : {node.labelled_by, node.described_by}) {
      std::istringstream each(references);
      for (std::string id; each >> id;) EXPECT_TRUE(ids.contains(id)) << node.id << " refers to " << id;
    }
  }
  for (const PhraseState& state : built.phrases) {
    EXPECT_TRUE(ids.contains(state.href.substr(1))) << state.href;
    EXPECT_TRUE(state.described_by.empty() || ids.contains(state.described_by)) << state.described_by;
  }
}

}  // namespace aushang::form
