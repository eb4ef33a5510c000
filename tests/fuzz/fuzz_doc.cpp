// Any bytes → a sound document → HTML without raw HTML, dangerous addresses or unbalanced tags.
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check.h"
#include "doc/find.h"
#include "doc/parse.h"
#include "doc/plain_text.h"
#include "doc/url.h"
#include "html/fragment.h"

namespace {

/// Every tag in our HTML was written by us, so it opens and closes in order.
void check_balanced(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    FUZZ_CHECK(end != std::string::npos);
    const std::string tag = html.substr(at + 1, end - at - 1);
    const bool closing = tag.front() == '/';
    const std::string name = tag.substr(closing ? 1 : 0, tag.find(' ') - (closing ? 1 : 0));
    FUZZ_CHECK(name != "script" && name != "iframe" && name != "!--");
    if (name == "br" || name == "hr" || name == "img" || name == "wbr") continue;
    if (closing) {
      FUZZ_CHECK(!open.empty() && open.back() == name);
      open.pop_back();
    } else {
      open.push_back(name);
    }
  }
  FUZZ_CHECK(open.empty());
}

void remove_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
}

/// Hints add markup and change nothing else.
void check_hints(const aushang::doc::Document& document) {
  const std::string plain = aushang::html::write_fragment(document, {});
  check_balanced(plain);
  aushang::html::FragmentOptions options;
  options.break_hints = true;
  std::string hinted = aushang::html::write_fragment(document, options);
  check_balanced(hinted);
  for (const char* part : {"<wbr>", "<span class=\"nb\">", "</span>"}) remove_all(hinted, part);
  FUZZ_CHECK(hinted == plain);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view markdown(reinterpret_cast<const char*>(data), size);
  const auto document = aushang::doc::parse(markdown);
  FUZZ_CHECK(document.ok());
  FUZZ_CHECK(aushang::base::is_valid_utf8(document->text));
  for (const auto& one : document->inlines) {
    FUZZ_CHECK(one.text.end <= document->text.size() && one.text.begin <= one.text.end);
    FUZZ_CHECK(one.source.end <= size + 2 * size);  // broken bytes grow to three
    if (one.kind == aushang::doc::InlineKind::link) FUZZ_CHECK(aushang::doc::is_allowed_link(one.target));
  }
  check_hints(*document);
  FUZZ_CHECK(aushang::base::is_valid_utf8(aushang::doc::to_plain_text(*document)));
  if (document->text.size() < 2000) {
    for (const auto& range : aushang::doc::find_phrase(*document, document->text, 3)) {
      FUZZ_CHECK(aushang::doc::fold_visible(document->slice(range)) ==
                 aushang::doc::fold_visible(document->text));
    }
  }
  return 0;
}
