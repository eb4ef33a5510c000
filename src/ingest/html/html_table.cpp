#include "ingest/html/html_table.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"

namespace aushang::ingest {
namespace {

constexpr std::size_t k_most_columns = 100;         ///< md4c reads no table with more than 128
constexpr std::size_t k_most_spanned = 20;          ///< columns or rows of one cell
constexpr std::size_t k_most_repeated = 64u << 10;  ///< bytes of cells that stand in many places

/// A paragraph or div alone in a cell is still running text; anything else makes the cell a piece of page.
bool holds_blocks(const GumboNode* cell, const HtmlTree& tree) {
  std::size_t blocks = 0;
  for (const GumboNode* child : Children(cell)) {
    if (tree.holds_blocks(child)) return true;
    if (!is_block_element(child)) continue;
    const GumboTag tag = tag_of(child);
    if (++blocks > 1 || (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV)) return true;
    if (holds_blocks(child, tree)) return true;
  }
  return false;
}

/// How many columns or rows a cell covers.
std::size_t span_of(const GumboNode* cell, const char* name) {
  const std::string_view said = attribute_of(cell, name);
  std::size_t number = 1;
  std::from_chars(said.data(), said.data() + said.size(), number);
  return std::clamp<std::size_t>(number, 1, k_most_spanned);
}

/// Reads rows; a cell that covers several columns or rows stands in each of them.
class Rows {
 public:
  explicit Rows(HtmlTable& out) : out_(out) {}

  void read(const GumboNode* node, bool in_head) {
    for (const GumboNode* child : Children(node)) {
      const GumboTag tag = tag_of(child);
      if (tag == GUMBO_TAG_CAPTION) {
        out_.captions.push_back(child);
      } else if (tag == GUMBO_TAG_TR) {
        row(child, in_head);
      } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
        read(child, tag == GUMBO_TAG_THEAD);
        above_.clear();
      }
    }
  }

 private:
  struct Above {
    const GumboNode* cell = nullptr;
    std::size_t rows = 0;  ///< that it still covers
  };

  void row(const GumboNode* node, bool in_head) {
    HtmlTable::Row row;
    bool all_headers = true;
    const auto take_from_above = [&] {
      while (row.cells.size() < above_.size() && above_[row.cells.size()].rows > 0) {
        Above& one = above_[row.cells.size()];
        --one.rows;
        row.cells.push_back(one.cell);
      }
    };
    for (const GumboNode* cell : Children(node)) {
      if (tag_of(cell) != GUMBO_TAG_TD && tag_of(cell) != GUMBO_TAG_TH) continue;
      all_headers = all_headers && tag_of(cell) == GUMBO_TAG_TH;
      take_from_above();
      const std::size_t rows = span_of(cell, "rowspan");
      for (std::size_t columns = span_of(cell, "colspan"); columns > 0; --columns) {
        if (above_.size() <= row.cells.size()) above_.resize(row.cells.size() + 1);
        above_[row.cells.size()] = {cell, rows - 1};
        row.cells.push_back(cell);
      }
    }
    take_from_above();
    row.header = in_head || all_headers;
    if (!row.cells.empty()) out_.rows.push_back(std::move(row));
  }

  HtmlTable& out_;
  std::vector<Above> above_;
};

std::string line_of(const std::vector<std::string>& cells, std::size_t columns) {
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) {
    if (i < cells.size() && !cells[i].empty()) line += " " + cells[i];
    line += " |";
  }
  return line;
}

std::string_view rule_for(const GumboNode* cell) {
  const std::string align = base::to_ascii_lower(attribute_of(cell, "align"));
  if (align == "left") return " :-- |";
  if (align == "center") return " :-: |";
  if (align == "right") return " --: |";
  return " --- |";
}

}  // namespace

HtmlTable read_table(const GumboNode* table, const HtmlTree& tree) {
  HtmlTable out;
  Rows(out).read(table, false);
  std::size_t columns = 0;
  bool plain = true;
  for (const HtmlTable::Row& row : out.rows) {
    columns = std::max(columns, row.cells.size());
    for (const GumboNode* cell : row.cells) plain = plain && !holds_blocks(cell, tree);
  }
  // One column without a header arranges the page.
  const bool table_like = columns > 1 || (out.rows.size() > 1 && out.rows.front().header);
  out.tabular = plain && table_like && columns <= k_most_columns;
  return out;
}

std::string write_table(const HtmlTable& table,
                        const std::function<std::string(const GumboNode*)>& write_cell) {
  std::vector<std::vector<std::string>> rows;
  std::size_t columns = 0;
  bool seen = false;
  std::unordered_map<const GumboNode*, std::string> written;  // a cell may stand in many places
  std::size_t repeated = 0;
  for (const HtmlTable::Row& row : table.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const GumboNode* cell : row.cells) {
      const auto [found, is_new] = written.try_emplace(cell);
      if (is_new) found->second = write_cell(cell);
      if (!is_new) repeated += found->second.size();
      cells.push_back(is_new || repeated < k_most_repeated ? found->second : std::string());
    }
    columns = std::max(columns, cells.size());
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    seen = seen || !cells.empty();
  }
  if (!seen) return {};
  // Markdown wants a header; where the author gave none, an empty one claims nothing.
  const bool has_header = table.rows.front().header;
  std::string out = line_of(has_header ? rows.front() : std::vector<std::string>(), columns) + "\n|";
  const std::vector<const GumboNode*>& first = table.rows.front().cells;
  for (std::size_t i = 0; i < columns; ++i)
    out += i < first.size() ? rule_for(first[i]) : std::string_view(" --- |");
  for (std::size_t i = has_header ? 1 : 0; i < rows.size(); ++i) {
    // One column is a table only if it has rows.
    if (!rows[i].empty() || columns == 1)
      out += "\n" + line_of(rows[i], std::max<std::size_t>(rows[i].size(), 1));
  }
  return out;
}

}  // namespace aushang::ingest
