#pragma once
/// A page with its check.json, to take steps on.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/draft.h"
#include "author/load.h"
#include "author/places.h"
#include "author/points.h"
#include "author/step.h"
#include "base/json.h"
#include "doc/parse.h"
#include "extracted.h"
#include "ingest/ingest.h"

namespace aushang::author {

class Posted {
 public:
  /// The page, and translations of it; without check.json one is drafted.
  explicit Posted(std::string page, std::string check_json = {}) {
    add_page("en", std::move(page));
    found_ = extracted(pages_.front()->text, base::Date{2026, 11, 27});
    check = std::move(check_json);
    if (!check.empty()) return;
    const Draft drafted =
        draft(found_, pages_.front()->document, the_words(), {"Logic Group", "https://logic.example/"});
    check = base::write_json(drafted.check, 2, 120) + "\n";
  }

  void add_page(std::string language, std::string text) {
    pages_.push_back(std::make_unique<Page>());
    Page& page = *pages_.back();
    page.text = std::move(text);
    page.ingested = *ingest::ingest(page.text, "posting.md");
    page.document = *doc::parse(page.ingested.markdown);
    page.places = std::make_unique<Places>(page.text, page.ingested.markdown, page.document);
    translations_.push_back({std::move(language), &page.document, "posting.md",
                             [&page](std::uint32_t offset) { return page.places->of_text(offset); }});
  }

  [[nodiscard]] Confirming confirming() const { return {translations_, found_, the_words(), "check.json"}; }
  [[nodiscard]] base::Json json() const {
    const base::Result<base::Json> read = base::parse_json(check, "check.json");
    EXPECT_TRUE(read.ok()) << check;
    return read ? *read : base::Json();
  }
  [[nodiscard]] Points points() const {
    return find_points(json(), confirming(), findings(check, confirming()));
  }
  [[nodiscard]] base::Diagnostics errors() const {
    base::Diagnostics all = findings(check, confirming());
    std::erase_if(all, [](const base::Diagnostic& one) { return one.severity != base::Severity::error; });
    return all;
  }
  [[nodiscard]] const std::string& page_text() const { return pages_.front()->document.text; }

  [[nodiscard]] base::Result<std::string> tried(const Step& step) const {
    return do_step(check, json(), step, confirming());
  }
  /// "" once it is done, else what is said against it.
  std::string step(std::string_view json_of_step) {
    const base::Result<Step> step = read_step(json_of_step);
    if (!step) return step.errors().front().message;
    base::Result<std::string> done = tried(*step);
    if (!done) return done.errors().front().message;
    check = std::move(done).value();
    return "";
  }

  std::string check;  ///< the file's text

 private:
  struct Page {
    std::string text;
    ingest::Page ingested;
    doc::Document document;
    std::unique_ptr<Places> places;
  };
  std::vector<std::unique_ptr<Page>> pages_;
  std::vector<Translation> translations_;
  Extract found_;
};

inline std::string file_of_source(const std::string& path) {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR "/") + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const Point* point_of(const Points& points, std::string_view id) {
  for (const Point& one : points.points) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

/// What a point says, as JSON; "nothing" where it doesn't say that, or isn't there.
inline std::string said(const Points& points, std::string_view id, std::string_view key) {
  const Point* point = point_of(points, id);
  const base::Json* value = point != nullptr ? point->said(key) : nullptr;
  return value != nullptr ? base::write_json(*value) : "nothing";
}

/// A page of which `init` guesses something of every kind.
inline constexpr std::string_view k_logic_page = R"(---
title: A place in logic
---
# A place in logic

## Profile
The ideal candidate has a background in logic or statistics, with a master's degree and some research experience.
Candidates with industrial experience will also be considered. Working here does not require German.
Knowledge of Python is a plus.

## How to apply
Please send the following:

- CV
- transcripts (if available)

to ann@group.example, with the subject containing [logic-1], by 1 March 2027. Questions go to bob@group.example.

Selected candidates will later send

- two reference letters
)";

}  // namespace aushang::author
