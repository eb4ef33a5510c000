#include "doc/mark.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"
#include "doc/parse.h"
#include "doc/plain_text.h"

namespace aushang::doc {
namespace {

/// The place of the only `phrase`.
Mark on(const Document& document, std::string_view phrase, std::string name) {
  const std::size_t at = document.text.find(phrase);
  EXPECT_NE(at, std::string::npos) << phrase;
  return {.text = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())},
          .target = "#" + name,
          .id = name};
}

/// Inlines as text: "<em>…</>", marks as "{name …}" and "{…}" where a piece has no id.
std::string drawn(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (is_container(block.kind)) continue;
    std::vector<std::pair<std::uint32_t, std::string>> open;
    const auto close = [&](std::uint32_t index) {
      for (; !open.empty() && open.back().first <= index; open.pop_back()) out += open.back().second;
    };
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      close(i);
      const Inline& one = document.inlines[i];
      if (one.kind == InlineKind::mark) {
        const Reference& reference = document.references[one.reference];
        out += "{" + std::string(document.string(reference.id)) + std::string(document.target(one)) + " ";
        open.emplace_back(one.end, "}");
      } else if (is_span(one.kind)) {
        out += one.kind == InlineKind::link ? "<a>" : one.kind == InlineKind::strong ? "<b>" : "<i>";
        open.emplace_back(one.end, "</>");
      } else {
        out += one.kind == InlineKind::code ? "`" : "";
        out += document.slice(one.text);
        out += one.kind == InlineKind::code ? "`" : "";
      }
    }
    close(block.inlines.end);
    out += "|";
  }
  return out;
}

std::string drawn(std::string_view markdown, const std::vector<std::string_view>& phrases) {
  const Document document = *parse(markdown);
  std::vector<Mark> marks;
  for (const std::string_view phrase : phrases) {
    marks.push_back(on(document, phrase, std::string(1, static_cast<char>('A' + marks.size()))));
  }
  return drawn(mark(document, marks).document);
}

TEST(Mark, APhraseIsOneSpan) {
  EXPECT_EQ(drawn("a master's degree is needed\n", {"master's degree"}),
            "a {A#A master's degree} is needed|");
}

TEST(Mark, EmphasisThatThePhraseCoversIsInTheSpan) {
  EXPECT_EQ(drawn("hold **a *master's* degree** now\n", {"a master's degree"}),
            "hold {A#A <b>a <i>master's</> degree</>} now|");
  EXPECT_EQ(drawn("two **b** c `d` *e* f\n", {"b c d e"}), "two {A#A <b>b</> c `d` <i>e</>} f|");
}

TEST(Mark, APartOfAnEmphasisIsAPieceOfItsOwnAndOnlyTheFirstHasTheId) {
  EXPECT_EQ(drawn("hold **a master's** degree now\n", {"master's degree"}),
            "hold <b>a {A#A master's}</> {#A degree} now|");
  EXPECT_EQ(drawn("- one\n- two\n", {"one\ntwo"}), "{A#A one}|{#A two}|");
}

TEST(Mark, TheInnermostOwnsItsText) {
  EXPECT_EQ(drawn("one two three four\n", {"one two three four", "two three", "three"}),
            "{A#A one} {B#B two} {C#C three} {#A four}|");
  EXPECT_EQ(drawn("one two six\n", {"one two", "two six"}), "{A#A one} {B#B two six}|")
      << "of equally long ones the later";
  EXPECT_EQ(drawn("one\n", {"one", "one"}), "{B#B one}|");
}

TEST(Mark, NoLinkLiesInALink) {
  EXPECT_EQ(drawn("see [the page](x) here\n", {"see the page here"}), "{A#A see} <a>the page</> {#A here}|");
  const Document document = *parse("see [the page](x)\n\n    code\n");
  const Marked marked =
      mark(document, {on(document, "page", "A"), on(document, "see", "B"), on(document, "code", "C")});
  EXPECT_EQ(marked.missed, (std::vector<std::size_t>{0, 2}));
}

TEST(Mark, NothingButPunctuationIsNoLink) {
  EXPECT_EQ(drawn("one, two\n", {"one, two", "one", "two"}), "{B#B one}, {C#C two}|");
  EXPECT_EQ(drawn("a \xEF\xBB\xBF b\n", {"\xEF\xBB\xBF"}), "a \xEF\xBB\xBF b|") << "what nobody sees is none";
}

TEST(Mark, SourceRangesAreSplitWhereTextIsSource) {
  const std::string source = "x **one two** &amp; y\n";
  const Document document = *parse(source);
  const Document marked = mark(document, {on(document, "two & y", "A")}).document;
  for (const Inline& one : marked.inlines) {
    if (is_span(one.kind)) continue;
    const std::string from = source.substr(one.source.begin, one.source.size());
    EXPECT_EQ(from == "&amp;" ? "&" : from, marked.slice(one.text));
  }
}

TEST(Mark, RangesOutsideTheTextAreMissed) {
  const Document document = *parse("one\n");
  EXPECT_EQ(
      mark(document, {{.text = {0, 4}, .target = "#a", .id = ""}, {.text = {2, 1}, .target = "#b", .id = ""}})
          .missed,
      (std::vector<std::size_t>{0, 1}));
}

TEST(Mark, DeepAndManyCostLittle) {
  std::string markdown;
  for (int i = 0; i < 5000; ++i) markdown += "*a _b ";
  for (int i = 0; i < 5000; ++i) markdown += "b_ a* ";
  const Document document = *parse(markdown, Dialect::gfm);
  std::vector<Mark> marks;
  const auto size = static_cast<std::uint32_t>(document.text.size());
  for (std::uint32_t i = 0; i < size / 2; ++i)
    marks.push_back({.text = {i, size - i}, .target = "#a", .id = ""});
  EXPECT_EQ(mark(document, marks).document.text, document.text);
}

// ---- whatever the page and the marks ----

struct Leaf {
  InlineKind kind;
  std::vector<std::uint32_t> spans;  ///< open around it, by the order in which they begin in their block
  Range text;
  Range source;
  bool operator==(const Leaf&) const = default;
};

/// Leaves with what is around them, marks left out, neighbours of one kind joined.
std::vector<Leaf> flattened(const Document& document) {
  std::vector<Leaf> out;
  for (const Block& block : document.blocks) {
    if (is_container(block.kind)) continue;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open;
    std::uint32_t spans = 0;
    bool joinable = false;
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      for (; !open.empty() && open.back().first <= i; open.pop_back()) joinable = false;
      const Inline& one = document.inlines[i];
      if (one.kind == InlineKind::mark) continue;
      if (is_span(one.kind)) {
        open.emplace_back(one.end, spans++ * 16 + static_cast<std::uint32_t>(one.kind));
        joinable = false;
        continue;
      }
      Leaf leaf{one.kind, {}, one.text, one.source};
      for (const auto& span : open) leaf.spans.push_back(span.second);
      const bool splittable = one.kind == InlineKind::text || one.kind == InlineKind::code;
      if (joinable && splittable && out.back().kind == one.kind) {
        out.back().text.end = one.text.end;
        out.back().source.end = one.source.end;
      } else {
        out.push_back(std::move(leaf));
      }
      joinable = splittable;
    }
  }
  return out;
}

/// Index of the mark that owns the byte, by the definition; marks.size() for none.
std::size_t owner_of(const std::vector<Mark>& marks, std::uint32_t at) {
  std::size_t owner = marks.size();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Range text = marks[i].text;
    if (at < text.begin || at >= text.end) continue;
    if (owner == marks.size() || text.size() <= marks[owner].text.size()) owner = i;
  }
  return owner;
}

void expect_marked_as_promised(const Document& document, const std::vector<Mark>& marks) {
  const Marked result = mark(document, marks);
  const Document& marked = result.document;
  ASSERT_EQ(marked.text, document.text);
  ASSERT_EQ(to_plain_text(marked), to_plain_text(document));
  ASSERT_EQ(flattened(marked), flattened(document));
  std::vector<int> pieces(marks.size()), ids(marks.size());
  for (const Block& block : marked.blocks) {
    if (is_container(block.kind)) continue;
    std::vector<std::uint32_t> open;
    std::size_t links = 0;
    const auto is_link = [&](std::uint32_t i) {
      const InlineKind kind = marked.inlines[i].kind;
      return kind == InlineKind::link || kind == InlineKind::image || kind == InlineKind::mark;
    };
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      while (!open.empty() && marked.inlines[open.back()].end <= i) {
        links -= is_link(open.back()) ? 1 : 0;
        open.pop_back();
      }
      const Inline& one = marked.inlines[i];
      ASSERT_GT(one.end, i);
      if (!open.empty()) {
        ASSERT_LE(one.end, marked.inlines[open.back()].end) << "spans nest";
      }
      if (one.kind == InlineKind::mark) {
        ASSERT_EQ(links, 0u) << "no link in a link";
        const auto number = static_cast<std::size_t>(std::stoi(std::string(marked.target(one).substr(1))));
        ++pieces[number];
        ids[number] += marked.references[one.reference].id.empty() ? 0 : 1;
        for (std::uint32_t at = one.text.begin; at < one.text.end; ++at) {
          ASSERT_EQ(owner_of(marks, at), number);
        }
      }
      if (is_span(one.kind)) {
        links += is_link(i) ? 1 : 0;
        open.push_back(i);
      } else if (links == 0 && block.kind != BlockKind::code) {
        for (std::uint32_t at = one.text.begin; at < one.text.end; ++at) {
          const bool letter = std::isalnum(static_cast<unsigned char>(marked.text[at])) != 0;
          ASSERT_TRUE(!letter || owner_of(marks, at) == marks.size()) << "a letter without its mark";
        }
      }
    }
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ASSERT_EQ(pieces[i] == 0,
              std::find(result.missed.begin(), result.missed.end(), i) != result.missed.end());
    ASSERT_EQ(ids[i], pieces[i] == 0 ? 0 : 1);
  }
}

TEST(Mark, IsAsPromisedForRandomPagesAndMarks) {
  constexpr std::string_view pieces[] = {"*",
                                         "**",
                                         "_",
                                         "~~",
                                         "`",
                                         "[",
                                         "](x)",
                                         "![",
                                         "\n",
                                         "  \n",
                                         "\n\n",
                                         "- ",
                                         "| a |\n|-|\n| b |\n",
                                         "&amp;",
                                         "&nbsp;",
                                         "ü",
                                         "one ",
                                         "two",
                                         ", ",
                                         " three",
                                         "<b>",
                                         "    code\n"};
  std::mt19937 random(20240623);
  for (int round = 0; round < 3000; ++round) {
    std::string markdown;
    for (auto i = random() % 40; i > 0; --i) markdown += pieces[random() % std::size(pieces)];
    const Document document = *parse(markdown);
    std::vector<std::uint32_t> starts;
    for (std::size_t i = 0; i < document.text.size(); i += base::decode(document.text, i).length) {
      starts.push_back(static_cast<std::uint32_t>(i));
    }
    starts.push_back(static_cast<std::uint32_t>(document.text.size()));
    std::vector<Mark> marks;
    for (auto i = random() % 6; i > 0; --i) {
      std::uint32_t begin = starts[random() % starts.size()], end = starts[random() % starts.size()];
      if (begin > end) std::swap(begin, end);
      marks.push_back({.text = {begin, end}, .target = "#" + std::to_string(marks.size()), .id = "i"});
    }
    SCOPED_TRACE(markdown);
    expect_marked_as_promised(document, marks);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace aushang::doc
