// A width and any bytes as Markdown → a page whose lines, leaves, bands and nodes agree with each other and
// with the HTML.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check.h"
#include "doc/parse.h"
#include "html/fragment.h"
#include "layout/arrange.h"
#include "layout/draw_list.h"
#include "layout/semantics.h"
#include "platform/headless/measure.h"

using namespace aushang;

namespace {

void check_lines(const layout::Page& page) {
  float top = 0, bottom = 0;
  for (const std::uint32_t leaf : page.leaves) {
    const layout::Box& box = page.boxes[leaf];
    FUZZ_CHECK(std::isfinite(box.rect.y) && std::isfinite(box.rect.height));
    FUZZ_CHECK(box.rect.y >= top - 0.01F && box.rect.bottom() >= bottom - 0.01F);
    top = box.rect.y;
    bottom = box.rect.bottom();
    if (box.kind != layout::BoxKind::text) continue;
    const layout::PagePart& part = page.part_of(leaf);
    const doc::Document& document = *part.part.document;
    const doc::Range all = document.blocks[leaf - part.first_box].text;
    std::uint32_t at = all.begin;
    const auto left_out = [&](std::uint32_t to) {
      FUZZ_CHECK(to >= at);
      FUZZ_CHECK(document.slice({at, to}).find_first_not_of(" \n\t\r") == std::string_view::npos);
    };
    for (const layout::Line& line : page.lines_of(box)) {
      FUZZ_CHECK(line.begin <= line.end && line.end <= all.end);
      left_out(line.begin);
      at = line.end;
    }
    left_out(all.end);
  }
  FUZZ_CHECK(bottom <= page.height + 0.5F + page.height * 1e-5F);
}

void check_bands(const layout::Page& page, const layout::TextMeasure& measure) {
  const layout::DrawList whole = layout::draw(page, {-1, page.height + 1}, measure, {});
  const float step = std::max(50.0F, page.height / 20);
  std::vector<bool> seen(whole.texts.size());
  for (float band = -1; band <= page.height + 1; band += step) {
    const layout::DrawList list = layout::draw(page, {band, band + step}, measure, {});
    for (const layout::TextDraw& text : list.texts) {
      const auto same = [&](const layout::TextDraw& other) {
        return other.text == text.text && other.x == text.x && other.baseline == text.baseline;
      };
      auto at = std::find_if(whole.texts.begin(), whole.texts.end(), same);
      FUZZ_CHECK(at != whole.texts.end());
      for (; at != whole.texts.end(); at = std::find_if(std::next(at), whole.texts.end(), same))
        seen[static_cast<std::size_t>(at - whole.texts.begin())] = true;
    }
  }
  FUZZ_CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
}

void check_nodes(const layout::Page& page, const doc::Document& document) {
  const layout::Semantics semantics = layout::semantics_of(page);
  html::FragmentOptions options;
  options.top_heading = 2;
  const std::string written = html::write_fragment(document, options);
  std::size_t node = 0;
  for (std::size_t at = written.find('<'); at != std::string::npos; at = written.find('<', at + 1)) {
    const std::string name = written.substr(at + 1, written.find_first_of(" >", at) - at - 1);
    if (std::find(std::begin(layout::k_tag_names), std::end(layout::k_tag_names), name) ==
        std::end(layout::k_tag_names))
      continue;
    FUZZ_CHECK(node < semantics.nodes.size());
    FUZZ_CHECK(layout::k_tag_names[static_cast<std::size_t>(semantics.nodes[node].tag)] == name);
    ++node;
  }
  FUZZ_CHECK(node == semantics.nodes.size());
  for (const layout::Node& one : semantics.nodes) {
    for (std::uint32_t i = 1; i < one.start_count; ++i)
      FUZZ_CHECK(semantics.line_starts[one.first_start + i - 1] <=
                 semantics.line_starts[one.first_start + i]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const platform::headless::Measure measure;
  static const layout::Theme theme = platform::headless::theme();
  if (size == 0) return 0;
  const float width = static_cast<float>(data[0]) * 4 + 1;
  layout::Part part;
  auto parsed = doc::parse({reinterpret_cast<const char*>(data + 1), size - 1});
  FUZZ_CHECK(parsed.ok());
  part.document = std::make_shared<const doc::Document>(std::move(*parsed));
  const layout::Page page = layout::arrange({&part, 1}, width, theme, measure);
  check_lines(page);
  check_bands(page, measure);
  check_nodes(page, *part.document);
  const layout::Page again = layout::arrange({&part, 1}, width, theme, measure, &page);
  FUZZ_CHECK(again.height == page.height && again.lines.size() == page.lines.size());
  return 0;
}
