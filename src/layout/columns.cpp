#include "layout/columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace aushang::layout {
namespace {

using doc::Block;
using doc::BlockKind;

struct Column {
  float word = 1;  ///< code points in its longest word
  float text = 1;  ///< code points in its longest cell
};

void look_at(std::string_view text, Column& column) {
  float word = 0;
  float all = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode(text, i);
    i += decoded.length;
    all += 1;
    word = decoded.code_point == ' ' || decoded.code_point == '\n' ? 0 : word + 1;
    column.word = std::max(column.word, word);
  }
  column.text = std::max(column.text, all);
}

std::vector<Column> columns_of(const doc::Document& document, std::uint32_t table) {
  std::vector<Column> columns;
  std::size_t at = 0;
  for (std::uint32_t i = table + 1; i < document.blocks[table].end; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::row) at = 0;
    if (block.kind != BlockKind::header_cell && block.kind != BlockKind::cell) continue;
    if (at == columns.size()) columns.emplace_back();
    look_at(document.slice(block.text), columns[at++]);
  }
  return columns;
}

}  // namespace

std::vector<int> column_shares(const doc::Document& document, std::uint32_t table) {
  const std::vector<Column> columns = columns_of(document, table);
  std::vector<int> shares(columns.size(), 0);
  if (columns.empty() || columns.size() > k_share_units) return shares;

  constexpr float k_padding = 2;  // characters' worth of it in each cell
  std::vector<float> wanted;
  for (const Column& column : columns) wanted.push_back(column.word + k_padding + std::sqrt(column.text) * 2);
  const float sum = std::accumulate(wanted.begin(), wanted.end(), 0.0F);

  // Largest remainders, and at least one unit each.
  std::vector<std::pair<float, std::size_t>> remainders;
  int left = k_share_units;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const float exact = wanted[i] / sum * k_share_units;
    shares[i] = std::max(1, static_cast<int>(exact));
    left -= shares[i];
    remainders.emplace_back(exact - static_cast<float>(shares[i]), i);
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; left > 0; i = (i + 1) % remainders.size(), --left) ++shares[remainders[i].second];
  while (left < 0) {
    --*std::max_element(shares.begin(), shares.end());
    ++left;
  }
  return shares;
}

}  // namespace aushang::layout
