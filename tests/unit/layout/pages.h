#pragma once
/// Pages for tests, laid out with the headless measure.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "doc/parse.h"
#include "layout/arrange.h"
#include "platform/headless/measure.h"

namespace aushang::layout {

/// Whatever its height, all of a page lies in it.
inline constexpr base::Band k_everything = {-1e6F, 1e9F};

inline const platform::headless::Measure& measure() {
  static const platform::headless::Measure one;
  return one;
}

inline std::shared_ptr<const doc::Document> parsed(std::string_view markdown) {
  return std::make_shared<const doc::Document>(std::move(*doc::parse(markdown)));
}

inline Part text_part(std::shared_ptr<const doc::Document> document) {
  Part part;
  part.document = std::move(document);
  return part;
}

inline Page arranged(std::string_view markdown, float width) {
  const std::vector<Part> parts = {text_part(parsed(markdown))};
  return arrange(parts, width, platform::headless::theme(), measure());
}

inline const doc::Document& document_of(const Page& page, std::size_t part = 0) {
  return *page.parts[part].part.document;
}

/// What the lines of a box show.
inline std::vector<std::string> lines_of(const Page& page, std::uint32_t box) {
  std::vector<std::string> out;
  for (const Line& line : page.lines_of(page.boxes[box])) {
    std::string text(page.part_of(box).part.document->slice({line.begin, line.end}));
    out.push_back(text + (line.hyphen ? "-" : ""));
  }
  return out;
}

}  // namespace aushang::layout
