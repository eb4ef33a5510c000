#pragma once
/// Turns md4c's callbacks into a Document.
#include <md4c.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/heading_id.h"

namespace aushang::doc {

struct BuilderOptions {
  bool filter_urls = true;
  bool for_page = false;        ///< see Block::tight
  std::size_t max_nesting = 0;  ///< of quotes and lists, and of spans; deeper ones are flattened
};

/// One use per document. The invariant between callbacks: `leaf_` is the block that text goes to, or
/// k_none; every created container is on `blocks_open_`, every created span on `spans_open_`.
class Builder {
 public:
  Builder(std::string_view source, BuilderOptions options);

  void enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, const void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);

  [[nodiscard]] Document finish();

 private:
  static constexpr std::uint32_t k_none = 0xFFFFFFFF;  ///< flattened, or nothing open

  struct OpenSpan {
    std::uint32_t index;  ///< k_none: flattened
    MD_SPANTYPE type;
  };

  std::uint32_t open_container(BlockKind kind);
  void close_container();
  Block& open_leaf(BlockKind kind);
  void close_leaf();
  void close_spans(std::size_t remaining);
  [[nodiscard]] std::size_t* count_of(const Inline& span);
  void need_leaf();
  [[nodiscard]] bool is_in_tight_list() const;

  [[nodiscard]] std::string take_id();
  void name_paragraph();
  [[nodiscard]] Range keep(std::string_view text);
  [[nodiscard]] Range keep(const MD_ATTRIBUTE& attribute);
  [[nodiscard]] std::uint32_t refer(const MD_ATTRIBUTE& address, const MD_ATTRIBUTE& title);
  void add_raw_html(std::string_view html, Range source);
  Inline& add_leaf_inline(InlineKind kind, std::string_view visible, Range source);
  void add_text(std::string_view visible, Range source, bool same_bytes);
  [[nodiscard]] Range source_range(std::string_view text) const;
  [[nodiscard]] std::uint32_t text_size() const { return static_cast<std::uint32_t>(document_.text.size()); }
  [[nodiscard]] std::uint32_t strings_size() const {
    return static_cast<std::uint32_t>(document_.strings.size());
  }

  std::string_view source_;
  BuilderOptions options_;
  Document document_;
  HeadingIds heading_ids_;
  std::string entity_;                      ///< the one at hand, decoded; kept to reuse its memory
  std::vector<std::uint32_t> blocks_open_;  ///< indices or k_none
  std::vector<OpenSpan> spans_open_;
  std::size_t links_open_ = 0;  ///< of created spans, those that lead somewhere
  std::size_t images_open_ = 0;
  std::size_t block_depth_ = 0;  ///< of created quotes and lists
  std::uint32_t leaf_ = k_none;
  bool in_code_span_ = false;
  bool joinable_ = false;  ///< the last inline is text whose visible bytes are its source bytes
};

}  // namespace aushang::doc
