// How fast the core is, as ratios to md4c's own md2html on the same text. One JSON object per line.
#include <benchmark/benchmark.h>
#include <md4c-html.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "author/load.h"
#include "doc/parse.h"
#include "html/fragment.h"
#include "ingest/ingest.h"
#include "layout/arrange.h"
#include "layout/draw_list.h"
#include "layout/line_break.h"
#include "platform/headless/measure.h"
#include "rules/judge.h"

namespace {

std::string read(const std::string& name) {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR) + "/assets/postings/phd-ot/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The example's text over and over, about `size` bytes of it.
std::string posting(std::size_t size) {
  std::string text = read("posting.md");
  text.erase(0, text.find("---", 3) + 3);
  std::string out;
  while (out.size() < size) out += text;
  return out;
}

/// The words of that text alone, in paragraphs of half a kilobyte.
std::string prose(std::size_t size) {
  const auto document = aushang::doc::parse(posting(size));
  std::string out;
  std::size_t begin = 0;  // of the last paragraph
  for (const char c : document->text) {
    if (c != '\n') {
      out += c;
    } else if (out.size() < begin + 500) {
      out += ' ';
    } else {
      begin = (out += "\n\n").size();
    }
  }
  return out;
}

std::string md2html(const std::string& markdown) {
  std::string out;
  md_html(
      markdown.data(), static_cast<MD_SIZE>(markdown.size()),
      [](const MD_CHAR* text, MD_SIZE size, void* to) { static_cast<std::string*>(to)->append(text, size); },
      &out, MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS, 0);
  return out;
}

/// Prints name, size, time and throughput; the ratio to md2html where there is one.
class JsonLines : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const std::string name = run.run_name.function_name;
      const std::string size = run.run_name.args;
      const double microseconds = run.GetAdjustedCPUTime() / 1000.0;
      if (name == "md2html") yardstick_[size] = microseconds;
      std::printf("{\"bench\":\"%s\"", name.c_str());
      if (!size.empty()) std::printf(",\"bytes\":%s", size.c_str());
      std::printf(",\"cpu_us\":%.1f", microseconds);
      if (const auto found = yardstick_.find(size); found != yardstick_.end() && name != "md2html") {
        std::printf(",\"times_md2html\":%.2f", microseconds / found->second);
      }
      std::printf("}\n");
    }
  }

 private:
  std::map<std::string, double> yardstick_;
};

void run_md2html(benchmark::State& state) {
  const std::string text = posting(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(md2html(text));
}

/// A page as found, which is an author's own: plain text …
void run_read_prose(benchmark::State& state) {
  const std::string text = prose(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(aushang::ingest::ingest(text, "page.md"));
}

/// … and HTML.
void run_read_html(benchmark::State& state) {
  const std::string text = aushang::html::write_fragment(
      *aushang::doc::parse(posting(static_cast<std::size_t>(state.range(0)))), {});
  for (auto _ : state) benchmark::DoNotOptimize(aushang::ingest::ingest(text, "page.md"));
}

void run_parse(benchmark::State& state) {
  const std::string text = posting(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(aushang::doc::parse(text));
}

void run_parse_and_write(benchmark::State& state) {
  const std::string text = posting(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(aushang::html::write_fragment(*aushang::doc::parse(text), {}));
}

/// The visible text of the posting, as one block.
void run_find_breaks(benchmark::State& state) {
  const std::string text = aushang::doc::parse(posting(static_cast<std::size_t>(state.range(0))))->text;
  std::vector<std::uint32_t> breaks;
  for (auto _ : state) {
    aushang::layout::find_breaks(text, breaks);
    benchmark::DoNotOptimize(breaks.data());
  }
}

constexpr float k_sheet_width = 660;

aushang::layout::Page arranged(const std::string& text, const aushang::platform::headless::Measure& measure) {
  aushang::layout::Part part;
  part.document = std::make_shared<const aushang::doc::Document>(std::move(*aushang::doc::parse(text)));
  return aushang::layout::arrange({&part, 1}, k_sheet_width, aushang::platform::headless::theme(), measure);
}

void run_parse_and_arrange(benchmark::State& state) {
  const std::string text = posting(static_cast<std::size_t>(state.range(0)));
  const aushang::platform::headless::Measure measure;
  for (auto _ : state) benchmark::DoNotOptimize(arranged(text, measure));
}

/// What a frame paints when the view has moved: three windows' height in the middle of the page.
void run_draw_band(benchmark::State& state) {
  const aushang::platform::headless::Measure measure;
  const auto page = arranged(posting(static_cast<std::size_t>(state.range(0))), measure);
  const aushang::base::Band band = {page.height / 2, page.height / 2 + 3000};
  for (auto _ : state) benchmark::DoNotOptimize(aushang::layout::draw(page, band, measure, {}));
}

void run_load_check(benchmark::State& state) {
  const std::string check = read("check.json");
  for (auto _ : state) benchmark::DoNotOptimize(aushang::author::load(check, "check.json", {}));
}

void run_judge(benchmark::State& state) {
  const auto loaded = aushang::author::load(read("check.json"), "check.json", {});
  aushang::rules::Answers answers;
  answers.by_question["masters"] = std::string("yes");
  for (auto _ : state) benchmark::DoNotOptimize(aushang::rules::judge(loaded->rules, answers));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (const int size : {10'000, 100'000, 1'000'000}) {
    benchmark::RegisterBenchmark("md2html", run_md2html)->Arg(size);
    benchmark::RegisterBenchmark("read_prose", run_read_prose)->Arg(size);
    benchmark::RegisterBenchmark("read_html", run_read_html)->Arg(size);
    benchmark::RegisterBenchmark("parse", run_parse)->Arg(size);
    benchmark::RegisterBenchmark("parse_and_write_html", run_parse_and_write)->Arg(size);
    benchmark::RegisterBenchmark("find_breaks", run_find_breaks)->Arg(size);
    benchmark::RegisterBenchmark("parse_and_arrange", run_parse_and_arrange)->Arg(size);
    benchmark::RegisterBenchmark("draw_band", run_draw_band)->Arg(size);
  }
  benchmark::RegisterBenchmark("load_check_json", run_load_check);
  benchmark::RegisterBenchmark("judge", run_judge);
  JsonLines reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
