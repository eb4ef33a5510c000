#include "html/page.h"

#include <algorithm>

#include "base/percent.h"
#include "base/text.h"
#include "doc/find.h"
#include "doc/mark.h"
#include "html/break_hints.h"
#include "html/escape.h"
#include "html/fragment.h"
#include "html/page_parts.h"
#include "html/phrases.h"

namespace aushang::html {
namespace {

using i18n::Word;

/// A page needs nothing but its style sheet, pictures of its own and perhaps the app, which loads its bundle;
/// a policy in the page holds wherever it is put. 'wasm-unsafe-eval' allows WebAssembly, not eval.
std::string policy(Script script) {
  const std::string_view app =
      script == Script::app ? " script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';" : "";
  return "default-src 'none';" + std::string(app) +
         " style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
}

/// What the app needs is fetched while the page is read. The ids let it find what was fetched.
std::string app_links(const std::string& to_root, const std::string& to_posting) {
  return "<link rel=\"preload\" id=\"au-bundle\" href=\"" + to_posting +
         "posting.json\" as=\"fetch\" "
         "crossorigin=\"anonymous\" "
         "type=\"application/json\">\n<link rel=\"preload\" id=\"au-wasm\" href=\"" +
         to_root +
         "app/aushang.wasm\" as=\"fetch\" crossorigin=\"anonymous\" type=\"application/wasm\">\n"
         "<script type=\"module\" src=\"" +
         to_root + "app/app.js\"></script>\n";
}

std::string language_of(const PageInput& input) { return input.language.empty() ? "en" : input.language; }

/// The primary subtag decides: a posting in en-GB needs no second `lang` inside an English page.
bool same_language(std::string_view a, std::string_view b) {
  const auto primary = [](std::string_view tag) {
    return base::to_ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  };
  return primary(a) == primary(b);
}

/// "mailto:someone@example.org" without a subject of its own, written to where applications go.
bool is_bare_apply_link(const rules::Apply& apply, std::string_view target) {
  constexpr std::string_view scheme = "mailto:";
  if (base::to_ascii_lower(target.substr(0, scheme.size())) != scheme) return false;
  const std::string address = base::to_ascii_lower(base::percent_decode(target.substr(scheme.size())));
  return std::any_of(apply.to.begin(), apply.to.end(),
                     [&](const std::string& to) { return base::to_ascii_lower(to) == address; });
}

std::string head(const std::string& title, const std::string& description, const std::string& to_root,
                 Script script, const std::string& to_posting) {
  std::string out =
      "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
      policy(script) +
      "\">\n"
      "<title>" +
      escape(title) + "</title>\n";
  if (!description.empty()) out += "<meta name=\"description\" content=\"" + escape(description) + "\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"stylesheet\" href=\"" + to_root +
         "aushang.css\">\n<link rel=\"icon\" href=\"" + to_root + "icon.svg\" type=\"image/svg+xml\">\n";
  if (script == Script::app) out += app_links(to_root, to_posting);
  return out;
}

/// The languages, each by its own name; the one that is read is no link.
std::string language_switch(const PageContext& page) {
  if (page.input.languages.empty()) return {};
  std::string out = "<nav class=\"languages\" aria-label=\"" + word(page, Word::page_languages) + "\">\n";
  for (const Alternate& one : page.input.languages) {
    const i18n::Language spoken = i18n::language_for(one.language);
    const bool ui_knows = same_language(i18n::tag_of(spoken), one.language);
    const std::string tag = escape(one.language);
    const std::string name = ui_knows ? escape(i18n::text(spoken, Word::language_name)) : tag;
    if (one.href.empty()) {
      out += "<span lang=\"" + tag + "\" aria-current=\"true\">" + name + "</span>\n";
    } else {
      out += "<a href=\"" + escape_url(one.href) + "\" hreflang=\"" + tag + "\" lang=\"" + tag + "\">" +
             name + "</a>\n";
    }
  }
  return out + "</nav>\n";
}

/// For a page in somebody else's frame, which the app knows of; elsewhere it isn't shown.
std::string full_link(const PageContext& page) {
  if (page.input.script == Script::none) return {};
  return "<a class=\"full\" href=\"./\" target=\"_blank\" rel=\"noopener\">" +
         word(page, Word::page_open_full) + "</a>\n";
}

std::string bar(const PageContext& page) {
  const rules::Facts& facts = page.input.rules.facts;
  const bool has_switch = page.input.script == Script::app;
  if (facts.organization.empty() && page.input.languages.empty() && !has_switch) return {};
  return "<header class=\"bar\">\n<span class=\"owner\">" + escape(facts.organization) + "</span>\n" +
         full_link(page) + language_switch(page) + "</header>\n";
}

/// First in the tab order, for whom the tile is no help; shown by the app, as without it there's nothing to
/// switch.
std::string mode_switch(const PageContext& page) {
  if (page.input.script == Script::none) return {};
  return "<button id=\"au-mode\" class=\"mode\" type=\"button\" aria-pressed=\"false\" hidden>" +
         word(page, Word::page_plain_mode) + "</button>\n";
}

std::string article(const PageContext& page, const doc::Document& marked) {
  const PageInput& input = page.input;
  FragmentOptions options;
  options.top_heading = 2;
  options.break_hints = true;
  options.skip_block = title_block(input.document, page.title);
  options.to_folder = input.to_posting;
  const std::string mailto = default_mailto(page, "");
  if (input.rules.positions.empty() && !mailto.empty()) {
    // The word "here" behind which many postings hide their address would lose the subject; so it gets the
    // whole draft.
    options.rewrite = [&](const std::string& target) {
      return is_bare_apply_link(input.rules.apply, target) ? mailto : target;
    };
  }
  std::string language;
  if (!same_language(language_of(input), i18n::tag_of(page.language)))
    language = " lang=\"" + escape(language_of(input)) + "\"";
  // The facts between title and text are in the words of the interface, so each of the two says its own
  // language.
  return "<article id=\"au-posting\" aria-labelledby=\"au-title\">\n<h1 id=\"au-title\"" + language + ">" +
         escape_with_break_hints(page.title) + "</h1>\n" + facts_section(page) + "<div class=\"posting\"" +
         language + ">\n" + write_fragment(marked, options) + "</div>\n</article>\n";
}

}  // namespace

std::string word(const PageContext& page, Word word) { return escape(i18n::text(page.language, word)); }

std::string word(const PageContext& page, Word word, std::string_view slot, std::string_view html) {
  return base::fill_in(escape(i18n::text(page.language, word)), slot, html);
}

std::string local(const PageContext& page, const base::LocalText& text) {
  const base::LocalText::Version* version = text.find(i18n::tag_of(page.language));
  if (version == nullptr) return {};
  const std::string language = version->language.empty() ? language_of(page.input) : version->language;
  if (same_language(language, i18n::tag_of(page.language))) return escape(version->text);
  return "<span lang=\"" + escape(language) + "\">" + escape(version->text) + "</span>";
}

std::uint32_t title_block(const doc::Document& document, std::string_view title) {
  const auto& blocks = document.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != doc::BlockKind::heading) continue;
    const bool repeats = doc::fold_visible(document.slice(blocks[i].text)) == doc::fold_visible(title);
    return repeats ? i : k_no_block;
  }
  return k_no_block;
}

std::string page_title(const PageInput& input) {
  if (!input.title.empty()) return base::single_line(input.title);
  for (const doc::Block& block : input.document.blocks) {
    if (block.kind == doc::BlockKind::heading && !block.text.empty())
      return base::single_line(input.document.slice(block.text));
  }
  return i18n::text(i18n::language_for(input.language), Word::page_contents);
}

std::string write_page(const PageInput& input) {
  const PageContext page{
      input, i18n::language_for(input.interface_language.empty() ? input.language : input.interface_language),
      page_title(input)};
  const doc::Document marked =
      doc::mark(input.document, phrases(input.document, input.rules, language_of(input))).document;
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(i18n::tag_of(page.language)) +
                    "\" data-aushang=\"static\">\n" +
                    head(page.title, input.description, input.to_root, input.script, input.to_posting);
  if (!input.to_posting.empty())
    out += "<link rel=\"canonical\" href=\"" + escape_url(input.to_posting) + "\">\n";
  for (const Alternate& other : input.alternates) {
    out += "<link rel=\"alternate\" hreflang=\"" + escape(other.language) + "\" href=\"" +
           escape_url(other.href) + "\">\n";
  }
  out += "</head>\n<body>\n" + mode_switch(page) + "<a class=\"skip\" href=\"#au-apply\">" +
         word(page, Word::page_skip_to_apply) + "</a>\n" + bar(page) +
         "<main aria-labelledby=\"au-title\">\n" + article(page, marked) +
         "<div id=\"au-panel\" class=\"panel\">\n" + panel(page, marked) + "</div>\n</main>\n" + dock(page) +
         "<footer>" + word(page, Word::page_footer) + "</footer>\n</body>\n</html>\n";
  return out;
}

std::string write_index(const std::vector<IndexEntry>& entries, i18n::Language language) {
  const std::string title = i18n::text(language, Word::page_positions);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(i18n::tag_of(language)) +
      "\" data-aushang=\"static\">\n" + head(title, "", "", Script::none, "") +
      "</head>\n<body>\n<main class=\"index\" aria-labelledby=\"au-title\">\n<h1 id=\"au-title\">" +
      escape(title) + "</h1>\n<ul>\n";
  for (const IndexEntry& entry : entries) {
    out += "<li><a href=\"" + escape_url(entry.href) + "\" lang=\"" + escape(entry.language) + "\">" +
           escape(entry.title) + "</a>";
    if (!entry.detail.empty()) out += " <span class=\"remark\">" + escape(entry.detail) + "</span>";
    out += "</li>\n";
  }
  return out + "</ul>\n</main>\n</body>\n</html>\n";
}

}  // namespace aushang::html
