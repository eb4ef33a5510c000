#pragma once
/// HTML tables, and the tables of GitHub Flavored Markdown.
#include <functional>
#include <string>
#include <vector>

#include "ingest/html/html_dom.h"

namespace aushang::ingest {

struct HtmlTable {
  struct Row {
    std::vector<const GumboNode*> cells;  ///< one that covers several columns or rows stands in each
    bool header = false;                  ///< in <thead>, or of <th> only
  };
  std::vector<Row> rows;
  std::vector<const GumboNode*> captions;
  bool tabular = false;  ///< fit for Markdown: several columns, cells of running text
};

[[nodiscard]] HtmlTable read_table(const GumboNode* table, const HtmlTree& tree);

/// `write_cell` gives a cell's running text. Empty where no cell has any.
[[nodiscard]] std::string write_table(const HtmlTable& table,
                                      const std::function<std::string(const GumboNode*)>& write_cell);

}  // namespace aushang::ingest
