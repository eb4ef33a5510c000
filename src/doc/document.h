#pragma once
/// A posting as a document: what `parse` (doc/parse.h) makes of canonical Markdown.
///
/// Flat on purpose. Blocks stand in reading order; a block's descendants are the blocks right after it, up to
/// `end`. The same for inlines. So nothing recurses, a deeply nested page costs no stack, and "the next
/// block" is `++`.
///
///     blocks   0 quote ─────────────┐ end = 3
///              1   paragraph ─┐     │          inlines [begin,end) of the leaf blocks
///              2   paragraph ─┘     │
///              3 heading  …        ◀┘
///
/// Visible text: `Document::text` holds what a reader sees, leaf block after leaf block, separated by "\n". A
/// text range is two byte offsets into it. Each text inline also knows the bytes of the source it came from.
///
/// Blocks and inlines are small and trivially copyable, for a page of a megabyte has tens of thousands of
/// them. What few of them have (addresses, titles, ids) stands in `Document::strings`; ask the document for
/// it.
///
/// A link that leads somewhere has no link inside, for HTML knows no such thing. An image has no spans inside
/// and no code: its description is words alone.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace aushang::doc {

/// Half-open byte range [begin, end).
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const Range&, const Range&) = default;
};

enum class BlockKind : std::uint8_t {
  quote,
  bullet_list,
  ordered_list,
  item,  // containers
  table,
  table_head,
  table_body,
  row,  // containers
  paragraph,
  heading,
  code,
  raw_html,
  rule,
  header_cell,
  cell,  // leaves: they hold inlines, or nothing
};

enum class Align : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;     ///< heading: 1…6 as written
  Align align = Align::none;  ///< cells
  Task task = Task::none;     ///< items of task lists
  bool tight = false;  ///< lists; and paragraphs of a tight list, which print without <p>. In the posting
                       ///< dialect only what stands first in its item, if it shows no picture
  std::uint32_t start = 1;  ///< ordered_list: its first number
  std::uint32_t end = 0;    ///< one past the last descendant block
  Range inlines;            ///< leaves: indices into Document::inlines
  Range text;               ///< visible text, that of all descendants for containers
  Range source;             ///< bytes of the Markdown its text came from; empty where there is none
  Range name;               ///< into Document::strings; read it with Document::id and Document::info
};

enum class InlineKind : std::uint8_t {
  text,
  code,
  soft_break,
  hard_break,
  raw_html,  // leaves
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  mark,  // spans
};

inline constexpr std::uint32_t k_no_reference = 0xFFFFFFFF;

struct Inline {
  InlineKind kind = InlineKind::text;
  std::uint32_t end = 0;  ///< one past the last descendant inline; for leaves its own index + 1
  Range text;    ///< visible text; for spans that of all descendants. An image's is its alternative text
  Range source;  ///< leaves: bytes of the Markdown; empty for what stands for itself nowhere
  std::uint32_t reference = k_no_reference;  ///< into Document::references; see Document::target and title
};

/// What a marked phrase (doc/mark.h) is bound to.
enum class MarkKind : std::uint8_t { clause, note, material };

/// Where a link, an image or a mark leads. Ranges are into Document::strings.
struct Reference {
  Range target;
  Range title = {};
  Range id = {};                     ///< marks: of the first piece's element
  MarkKind mark = MarkKind::clause;  ///< marks
};

static_assert(std::is_trivially_copyable_v<Block> && std::is_trivially_copyable_v<Inline>);

struct Document {
  std::vector<Block> blocks;
  std::vector<Inline> inlines;
  std::string text;
  std::vector<Reference> references;  ///< of links, images, marks and raw HTML
  std::string strings;                ///< what references and names say

  [[nodiscard]] std::string_view slice(Range range) const {
    return std::string_view(text).substr(range.begin, range.size());
  }
  /// Links, images: the address, allowed by url.h, or empty if it was refused. Marks: where they lead. Raw
  /// HTML: the HTML.
  [[nodiscard]] std::string_view target(const Inline& one) const {
    return one.reference == k_no_reference ? std::string_view() : string(references[one.reference].target);
  }
  /// Links, images; may be empty.
  [[nodiscard]] std::string_view title(const Inline& one) const {
    return one.reference == k_no_reference ? std::string_view() : string(references[one.reference].title);
  }
  /// Unique in the document. Of headings never empty: from "{#id}" at their end, else from their words. Of
  /// paragraphs from "{#id}" alone; empty for other blocks.
  [[nodiscard]] std::string_view id(const Block& block) const {
    const bool named = block.kind == BlockKind::heading || block.kind == BlockKind::paragraph;
    return named ? string(block.name) : std::string_view();
  }
  /// Code: the info string, entities decoded ("c++ numbered").
  [[nodiscard]] std::string_view info(const Block& block) const {
    return block.kind == BlockKind::code ? string(block.name) : std::string_view();
  }

  [[nodiscard]] std::string_view string(Range range) const {
    return std::string_view(strings).substr(range.begin, range.size());
  }
};

[[nodiscard]] constexpr bool is_container(BlockKind kind) { return kind <= BlockKind::row; }
[[nodiscard]] constexpr bool is_span(InlineKind kind) { return kind >= InlineKind::emphasis; }

}  // namespace aushang::doc
