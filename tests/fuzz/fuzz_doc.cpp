// Any bytes → a sound document → HTML without raw HTML, dangerous addresses or unbalanced tags.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "check.h"
#include "doc/find.h"
#include "doc/mark.h"
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
    if (name == "br" || name == "col" || name == "hr" || name == "img" || name == "wbr") continue;
    if (closing) {
      FUZZ_CHECK(!open.empty() && open.back() == name);
      open.pop_back();
    } else {
      open.push_back(name);
    }
  }
  FUZZ_CHECK(open.empty());
}

void check_links(const std::string& html) {
  bool in_link = false;
  for (std::size_t i = html.find('<'); i != std::string::npos; i = html.find('<', i + 1)) {
    const bool opens = html.compare(i, 3, "<a ") == 0;
    FUZZ_CHECK(!(opens && in_link));
    if (opens || html.compare(i, 4, "</a>") == 0) in_link = opens;
  }
}

/// Marks wherever the bytes say: the words stay, and no link lies in another.
void check_marks(const aushang::doc::Document& document, std::string_view bytes) {
  std::vector<aushang::doc::Mark> marks;
  const auto at = [&](unsigned char byte) {
    std::size_t place = document.text.size() * byte / 255;
    while (place < document.text.size() && (document.text[place] & 0xC0) == 0x80) ++place;
    return static_cast<std::uint32_t>(place);
  };
  for (std::size_t i = 0; i + 1 < bytes.size() && marks.size() < 20; i += 2) {
    const std::uint32_t a = at(static_cast<unsigned char>(bytes[i])),
                        b = at(static_cast<unsigned char>(bytes[i + 1]));
    marks.push_back({.text = {std::min(a, b), std::max(a, b)}, .target = "#a", .id = "b"});
  }
  const aushang::doc::Marked marked = aushang::doc::mark(document, marks);
  FUZZ_CHECK(aushang::doc::to_plain_text(marked.document) == aushang::doc::to_plain_text(document));
  const std::string html = aushang::html::write_fragment(marked.document, {});
  check_balanced(html);
  check_links(html);
}

void remove_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
}

/// Hints add markup and change nothing else.
void check_hints(const aushang::doc::Document& document) {
  const std::string plain = aushang::html::write_fragment(document, {});
  check_balanced(plain);
  check_links(plain);
  aushang::html::FragmentOptions options;
  options.break_hints = true;
  std::string hinted = aushang::html::write_fragment(document, options);
  check_balanced(hinted);
  for (const char* part : {"<span class=\"wb\">", "<span class=\"nb\">", "</span>"}) remove_all(hinted, part);
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
    if (one.kind == aushang::doc::InlineKind::link)
      FUZZ_CHECK(aushang::doc::is_allowed_link(document->target(one)));
  }
  check_marks(*document, markdown);
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
