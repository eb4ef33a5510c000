#include "ingest/html_tidy.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "ingest/escape.h"
#include "ingest/html_scan.h"
#include "ingest/html_tags.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_table_part(std::string_view name) {
  return name == "tr" || name == "td" || name == "th" || name == "tbody" || name == "thead" ||
         name == "tfoot" || name == "caption";
}

class Tidy {
 public:
  Tidy(const Fragment& fragment, const SourceText& source, Warnings& warnings)
      : fragment_(fragment), html_(fragment.html), source_(source), warnings_(warnings), scanner_(html_) {}

  std::string run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const std::size_t next = std::min(html_.find('<', at), html_.size());
      out_ += html_.substr(at, next - at);
      if (next == html_.size()) break;
      at = markup(next);
    }
    return std::move(out_);
  }

 private:
  std::size_t markup(std::size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) {
      if (last_comment_end_ != npos && at + 2 <= last_comment_end_) return html_.find("-->", at + 2) + 3;
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      if (at < last_close_ && last_close_ != npos) return html_.find('>', at) + 1;
    } else if (const auto tag = scanner_.tag(at)) {
      return element(at, *tag);
    }
    out_ += "&lt;";
    return at + 1;
  }

  std::size_t element(std::size_t at, const HtmlTag& tag) {
    switch (use_of(tag.name)) {
      case TagUse::dropped:
        return drop(at, tag);
      case TagUse::dropped_media:
        if (!tag.closes) warn_dropped(tag.name, source_.origin(fragment_.text_offset(at)), warnings_);
        break;
      case TagUse::inline_text:
        break;
      case TagUse::block:
        put(at, "div", tag);
        break;
      case TagUse::formatting:
      case TagUse::structure:
      case TagUse::empty:
        put(at, tag.name, tag);
        break;
    }
    return tag.end;
  }

  void put(std::size_t at, std::string_view name, const HtmlTag& tag) {
    if (tag.closes) {
      open_.close(name);
      out_ += "</" + std::string(name) + ">";
      return;
    }
    if (is_table_part(name) && !open_.has("table") && open_.open("table")) out_ += "<table>";
    if (!open_.open(name)) return;
    out_ += '<';
    out_ += name;
    for (const HtmlAttribute& one : tag.attributes) {
      constexpr std::string_view kept[] = {"href",  "title", "src", "alt", "start",
                                           "align", "class", "id",  "name"};
      const std::string key = base::to_ascii_lower(one.name);
      if (std::find(std::begin(kept), std::end(kept), key) == std::end(kept)) continue;
      if (key == "href" && !is_usable_address(one.value, References::kept)) {
        warn_address(one.value, source_.origin(fragment_.text_offset(at)), warnings_);
        continue;
      }
      const char quote = one.value.find('"') == npos ? '"' : '\'';
      out_ += ' ' + key + '=' + quote;
      for (const char c : one.value) {
        if (c != quote) out_ += c;  // only an unquoted value can hold both kinds
      }
      out_ += quote;
    }
    out_ += '>';
  }

  /// Leaves out the element up to its first end tag; where it has none, its text would go with it, so only
  /// the tag goes.
  std::size_t drop(std::size_t at, const HtmlTag& tag) {
    if (tag.closes) return tag.end;
    warn_dropped(tag.name, source_.origin(fragment_.text_offset(at)), warnings_);
    const std::size_t close = find_close(tag.name, tag.end);
    if (close == npos) return tag.end;
    const std::size_t end = html_.find('>', close);
    return end == npos ? html_.size() : end + 1;
  }

  std::size_t find_close(const std::string& name, std::size_t from) {
    if (from >= no_close_after_.try_emplace(name, npos).first->second) return npos;
    if (lower_.empty()) lower_ = base::to_ascii_lower(html_);
    const std::size_t close = lower_.find("</" + name, from);
    if (close == npos) no_close_after_[name] = from;
    return close;
  }

  const Fragment& fragment_;
  std::string_view html_;
  const SourceText& source_;
  Warnings& warnings_;
  HtmlScanner scanner_;
  std::size_t last_close_ = html_.rfind('>');  ///< no search is begun that would be in vain
  std::size_t last_comment_end_ = html_.rfind("-->");
  OpenTags open_;
  std::string out_;
  std::string lower_;  ///< the fragment in lower case, once it is needed
  std::map<std::string, std::size_t> no_close_after_;
};

}  // namespace

void Fragment::add_line(std::string_view line, std::size_t text_offset) {
  places.emplace_back(html.size(), text_offset);
  html += line;
  html += '\n';
}

std::size_t Fragment::text_offset(std::size_t offset) const {
  const auto after =
      std::upper_bound(places.begin(), places.end(), offset,
                       [](std::size_t value, const auto& place) { return value < place.first; });
  if (after == places.begin()) return 0;
  const auto& place = *std::prev(after);
  return place.second + (offset - place.first);
}

std::string tidy(const Fragment& fragment, const SourceText& source, Warnings& warnings) {
  return Tidy(fragment, source, warnings).run();
}

void warn_dropped(std::string_view name, std::size_t page_offset, Warnings& warnings) {
  warnings.add(page_offset, "html-dropped",
               "<" + std::string(name) +
                   "> can't be part of a posting and is left out. If readers need what it "
                   "shows, write it as text or link to it.");
}

void warn_address(std::string_view address, std::size_t page_offset, Warnings& warnings) {
  warnings.add(page_offset, "link-dropped",
               "the address " + quoted(address) +
                   " isn't one that a posting may link to, so its text stays without a "
                   "link. Use https, http, mailto, tel or an address on the same site.");
}

}  // namespace aushang::ingest
