#include "ingest/html_table.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace aushang::ingest {
namespace {

constexpr std::size_t k_most_columns = 100;  ///< md4c reads no table with more than 128

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

void read_rows(const GumboNode* node, bool in_head, HtmlTable& out) {
  for (const GumboNode* child : Children(node)) {
    const GumboTag tag = tag_of(child);
    if (tag == GUMBO_TAG_CAPTION) {
      out.captions.push_back(child);
    } else if (tag == GUMBO_TAG_TR) {
      HtmlTable::Row row;
      bool all_headers = true;
      for (const GumboNode* cell : Children(child)) {
        if (tag_of(cell) != GUMBO_TAG_TD && tag_of(cell) != GUMBO_TAG_TH) continue;
        row.cells.push_back(cell);
        all_headers = all_headers && tag_of(cell) == GUMBO_TAG_TH;
      }
      row.header = in_head || all_headers;
      if (!row.cells.empty()) out.rows.push_back(std::move(row));
    } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
      read_rows(child, tag == GUMBO_TAG_THEAD, out);
    }
  }
}

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
  read_rows(table, false, out);
  std::size_t columns = 0;
  bool plain = true;
  for (const HtmlTable::Row& row : out.rows) {
    columns = std::max(columns, row.cells.size());
    for (const GumboNode* cell : row.cells) plain = plain && !holds_blocks(cell, tree);
  }
  out.tabular = plain && columns > 1 && columns <= k_most_columns;
  return out;
}

std::string write_table(const HtmlTable& table,
                        const std::function<std::string(const GumboNode*)>& write_cell) {
  std::vector<std::vector<std::string>> rows;
  std::size_t columns = 0;
  bool seen = false;
  for (const HtmlTable::Row& row : table.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const GumboNode* cell : row.cells) cells.push_back(write_cell(cell));
    columns = std::max(columns, cells.size());
    seen = seen ||
           std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
  }
  if (!seen) return {};
  // Markdown wants a header; where the author gave none, an empty one claims nothing.
  const bool has_header = table.rows.front().header;
  std::string out = line_of(has_header ? rows.front() : std::vector<std::string>(), columns) + "\n|";
  const std::vector<const GumboNode*>& first = table.rows.front().cells;
  for (std::size_t i = 0; i < columns; ++i)
    out += i < first.size() ? rule_for(first[i]) : std::string_view(" --- |");
  for (std::size_t i = has_header ? 1 : 0; i < rows.size(); ++i) {
    out += "\n" + line_of(rows[i], std::max<std::size_t>(rows[i].size(), 1));
  }
  return out;
}

}  // namespace aushang::ingest
