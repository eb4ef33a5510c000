#include "html/page.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "base/direction.h"
#include "base/language.h"
#include "base/percent.h"
#include "base/text.h"
#include "doc/find.h"
#include "doc/mark.h"
#include "html/break_hints.h"
#include "html/escape.h"
#include "html/fragment.h"
#include "html/metadata.h"
#include "html/page_parts.h"
#include "html/phrases.h"
#include "html/site_parts.h"
#include "site/addresses.h"

namespace aushang::html {
namespace {

using i18n::Word;

/// What the app needs is fetched while the page is read. The ids let it find what was fetched.
std::string app_links(const std::string& to_files, const std::string& to_bundle) {
  return "<link rel=\"preload\" id=\"au-bundle\" href=\"" + to_bundle +
         "posting.json\" as=\"fetch\" "
         "crossorigin=\"anonymous\" "
         "type=\"application/json\">\n<link rel=\"preload\" id=\"au-wasm\" href=\"" +
         to_files + "app/aushang.wasm\" as=\"fetch\" crossorigin=\"anonymous\" type=\"application/wasm\">\n";
}

/// Said where it isn't the page's.
std::string language_attribute(const PageContext& page, const std::string& language) {
  if (base::is_same_language(language, i18n::tag_of(page.language))) return {};
  return " lang=\"" + escape(language) + "\"";
}

/// The interface's words run from left to right.
std::string direction_attribute(base::Direction direction) {
  if (direction == base::Direction::left_to_right) return {};
  return " dir=\"" + std::string(name_of(direction)) + "\"";
}

/// "mailto:someone@example.org" without a subject of its own, written to where these applications go.
bool is_bare_apply_link(const rules::Apply& apply, std::string_view target) {
  constexpr std::string_view scheme = "mailto:";
  if (base::to_ascii_lower(target.substr(0, scheme.size())) != scheme) return false;
  const std::string address = base::to_ascii_lower(base::percent_decode(target.substr(scheme.size())));
  return std::any_of(apply.to.begin(), apply.to.end(),
                     [&](const std::string& to) { return base::to_ascii_lower(to) == address; });
}

/// The word "here" behind which many postings hide their address would lose the subject; so it gets the whole
/// draft. Where there are several positions, it waits for the choice: the app knows it by its class.
Link to_draft(const PageContext& page, const std::string& target) {
  constexpr std::string_view k_apply_class = "apply";
  const rules::RuleSet& rules = page.input.rules;
  if (rules.positions.empty()) {
    if (!is_bare_apply_link(rules.apply, target)) return {target};
    return {default_mailto(page, "")};
  }
  std::vector<std::string> takers;
  for (const rules::Position& position : rules.positions) {
    if (is_bare_apply_link(rules.apply_for(position.id), target)) takers.push_back(position.id);
  }
  if (takers.empty()) return {target};
  return {takers.size() == 1 ? default_mailto(page, takers.front()) : target, k_apply_class};
}

/// `to_bundle`: nothing where the page has no posting that the app would show.
std::string head(const std::string& title, const std::string& description, const std::string& to_files,
                 Script script, const std::optional<std::string>& to_bundle, const site::SiteConfig* site) {
  std::string out =
      "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
      content_policy(script, fonts_of(site)) +
      "\">\n"
      "<title>" +
      escape(title) + "</title>\n";
  if (!description.empty()) out += "<meta name=\"description\" content=\"" + escape(description) + "\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"stylesheet\" href=\"" + to_files +
         "aushang.css\">\n<link rel=\"icon\" href=\"" + to_files + "icon.svg\" type=\"image/svg+xml\">\n";
  out += site_style(site, to_files);
  if (script == Script::none) return out;
  if (to_bundle) out += app_links(to_files, *to_bundle);
  return out + "<script type=\"module\" src=\"" + to_files + "app/app.js\"></script>\n";
}

/// The languages, each by its own name; the one that is read is no link.
std::string language_switch(const std::vector<Alternate>& languages, i18n::Language language) {
  if (languages.empty()) return {};
  std::string out =
      "<nav class=\"languages\" aria-label=\"" + escape(i18n::text(language, Word::page_languages)) + "\">\n";
  for (const Alternate& one : languages) {
    const i18n::Language spoken = i18n::language_for(one.language);
    const bool ui_knows = base::is_same_language(i18n::tag_of(spoken), one.language);
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
  const std::string logo = site_logo(page.input.site, page.input.to_root, page.language, facts.organization);
  if (facts.organization.empty() && page.input.languages.empty() && !has_switch && logo.empty()) return {};
  return "<header class=\"bar\">\n<span class=\"owner\">" + logo + escape(facts.organization) + "</span>\n" +
         full_link(page) + language_switch(page.input.languages, page.language) + "</header>\n";
}

/// First in the tab order, for whom the tile is no help; shown by the app, as without it there's nothing to
/// switch.
std::string mode_switch(const PageContext& page) {
  if (page.input.script == Script::none) return {};
  return "<button id=\"au-mode\" class=\"mode\" type=\"button\" aria-pressed=\"false\" title=\"" +
         word(page, Word::page_plain_mode_does) + "\" hidden>" + word(page, Word::page_plain_mode) +
         "</button>\n";
}

/// A paragraph that is filled in and shown when there is something to say.
std::string said_later(const PageContext& page, std::string_view id, Word what, std::string_view then = {}) {
  return "<p id=\"" + std::string(id) + "\" hidden><span data-text=\"" + word(page, what) + "\"></span>" +
         (then.empty() ? "" : " ") + std::string(then) + "</p>\n";
}

std::string button(const PageContext& page, std::string_view id, Word what) {
  return "<button id=\"" + std::string(id) + "\" type=\"button\">" + word(page, what) + "</button>";
}

/// On paper: where this page is found. A site that doesn't know its address leaves that to the app
/// (shell/paper.js).
std::string own_address(const PageContext& page) {
  const PageInput& input = page.input;
  const std::string start = "<p id=\"au-own-address\" class=\"on-paper\"";
  if (input.site != nullptr && !input.site->url.empty()) {
    const std::string address = escape(site::address_of(input.site->url, input.path));
    return start + ">" + word(page, Word::page_own_address, "address", address) + "</p>\n";
  }
  return input.script == Script::none
             ? std::string()
             : start + " data-text=\"" + word(page, Word::page_own_address) + "\"></p>\n";
}

/// Of pages without a posting.
std::string links_footer(const std::vector<Notice>& notices, const site::SiteConfig* site,
                         i18n::Language language) {
  const std::string links = site_links(notices, site, language);
  return links.empty() ? links : "<footer>\n" + links + "</footer>\n";
}

/// What the page stores, and the way to have it stored or removed.
std::string footer(const PageContext& page) {
  const Offline offline = page.input.offline;
  const bool may_ask = page.input.script == Script::app;
  const Word promise = offline == Offline::on_visit ? Word::page_footer_on_visit
                       : may_ask                    ? Word::page_footer_on_request
                                                    : Word::page_footer;
  const std::string mail =
      page.input.rules.takes_mail({}) ? " " + word(page, Word::page_footer_mail) : std::string();
  std::string out = "<footer>\n<p>" + word(page, promise) + mail + "</p>\n" +
                    site_links(page.input.notices, page.input.site, page.language);
  if (may_ask) {
    out +=
        "<div id=\"au-always\" class=\"always\">\n<label><input id=\"au-always-plain\" type=\"checkbox\"> " +
        word(page, Word::page_always_plain) + "</label>\n<div role=\"status\">\n" +
        said_later(page, "au-always-failed", Word::page_always_plain_failed) + "</div>\n</div>\n";
  }
  if (offline != Offline::none) {
    out +=
        "<div id=\"au-offline\" class=\"offline\" data-root=\"" + page.input.to_root + "\" data-offline=\"" +
        (offline == Offline::on_visit ? "on_visit" : "on_request") + "\">\n" +
        button(page, "au-keep", Word::offline_keep) + "\n<div role=\"status\">\n" +
        said_later(page, "au-keep-failed", Word::offline_failed) +
        said_later(page, "au-kept", Word::offline_kept, button(page, "au-forget", Word::offline_forget)) +
        "</div>\n<div class=\"toast\" role=\"status\">\n" +
        said_later(page, "au-away", Word::offline_away, button(page, "au-away-seen", Word::offline_close)) +
        said_later(page, "au-update", Word::offline_newer,
                   button(page, "au-newer", Word::offline_show) + " " +
                       button(page, "au-update-seen", Word::offline_close)) +
        "</div>\n</div>\n";
  }
  return out + own_address(page) + "</footer>\n";
}

std::string skip_link(const PageContext& page, std::string_view id, Word text) {
  return "<a class=\"skip\" href=\"#" + std::string(id) + "\">" + word(page, text) + "</a>\n";
}

std::string article(const PageContext& page, const doc::Document& marked, const form::Built& form) {
  const PageInput& input = page.input;
  FragmentOptions options;
  options.top_heading = 2;
  options.break_hints = true;
  options.parts = true;
  options.skip_block = title_block(input.document, page.title);
  options.to_folder = input.to_posting;
  options.rewrite = [&](const std::string& target) { return to_draft(page, target); };
  const std::string language = language_attribute(page, language_of(input));
  options.direction = base::direction_of_language(language_of(input));
  const base::Direction title = base::direction_of_text(page.title, options.direction);
  // The facts between title and text are in the words of the interface, so each of the two says its own
  // language.
  return "<article id=\"au-posting\">\n<h1 id=\"au-title\"" + language + direction_attribute(title) + ">" +
         escape_with_break_hints(page.title) + "</h1>\n" + facts_section(page, form) +
         "<div class=\"posting\"" + language + direction_attribute(options.direction) + ">\n" +
         write_fragment(marked, options) + "</div>\n</article>\n";
}

}  // namespace

Fonts fonts_of(const site::SiteConfig* site) {
  return site == nullptr || site->fonts.empty() ? Fonts::none : Fonts::own;
}

/// A page needs nothing but its style sheet, pictures and fonts of its own and perhaps the app, which loads
/// its bundle; a policy in the page holds wherever it is put. 'wasm-unsafe-eval' allows WebAssembly, not
/// eval. Text never becomes markup or script: the one address of a script that the app chooses is the service
/// worker's.
std::string content_policy(Script script, Fonts fonts) {
  const std::string_view app = script == Script::app ? " script-src 'self' 'wasm-unsafe-eval'; connect-src "
                                                       "'self'; worker-src 'self'; manifest-src 'self';"
                                                     : "";
  const std::string_view types =
      script == Script::app ? "; require-trusted-types-for 'script'; trusted-types aushang" : "";
  return "default-src 'none';" + std::string(app) + " style-src 'self'; img-src 'self'; " +
         (fonts == Fonts::own ? "font-src 'self'; " : "") + "base-uri 'none'; form-action 'none'" +
         std::string(types);
}

std::string word(const PageContext& page, Word word) { return escape(i18n::text(page.language, word)); }

std::string word(const PageContext& page, Word word, std::string_view slot, std::string_view html) {
  return base::fill_in(escape(i18n::text(page.language, word)), slot, html);
}

std::string language_of(const PageInput& input) { return input.language.empty() ? "en" : input.language; }

std::string_view check_language_of(const PageInput& input) {
  if (!input.check_language.empty()) return input.check_language;
  return input.language.empty() ? std::string_view("en") : std::string_view(input.language);
}

std::string local(const PageContext& page, const base::LocalText& text) {
  const base::LocalText::Version* version = text.find(i18n::tag_of(page.language));
  if (version == nullptr) return {};
  const std::string language(version->language.empty() ? check_language_of(page.input)
                                                       : std::string_view(version->language));
  const std::string attributes =
      language_attribute(page, language) + direction_attribute(base::direction_of_language(language));
  return attributes.empty() ? escape(version->text)
                            : "<span" + attributes + ">" + escape(version->text) + "</span>";
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
  const form::Built form = untouched_form(page, marked);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(i18n::tag_of(page.language)) +
      "\" data-aushang=\"static\">\n" +
      head(page.title, input.description, input.to_files, input.script, input.to_bundle, input.site);
  if (input.offline != Offline::none) {
    out += "<link rel=\"manifest\" href=\"" + input.to_root +
           "manifest.webmanifest\">\n<link rel=\"apple-touch-icon\" href=\"" + input.to_files +
           "app/touch-180.png\">\n";
  }
  out += metadata(page);
  const bool has_check = !form.effort.empty() && input.script == Script::app;
  out += "</head>\n<body>\n<span id=\"au-bare\" hidden></span>\n" + mode_switch(page) +
         skip_link(page, "au-apply", Word::page_skip_to_apply) +
         (has_check ? skip_link(page, "au-check", Word::page_skip_to_check) : std::string()) + bar(page) +
         "<main aria-label=\"" + escape(page.title) + "\">\n" + article(page, marked, form) +
         "<div id=\"au-panel\" class=\"panel\">\n" + panel(page, form) + "</div>\n</main>\n" +
         dock(page, form) + footer(page) + "</body>\n</html>\n";
  return out;
}

std::string write_index(const IndexInput& input) {
  const i18n::Language language = input.language;
  const std::string title = i18n::text(language, Word::page_positions);
  const std::string name = site_name(input.site, language);
  const std::string logo = site_logo(input.site, input.to_root, language, name);
  std::string description = name;
  std::string items;
  std::vector<IndexEntry> entries = input.entries;
  std::stable_partition(entries.begin(), entries.end(), [](const IndexEntry& one) { return !one.closed; });
  for (const IndexEntry& entry : entries) {
    description += &entry != &entries.front() ? "; " : name.empty() ? "" : ": ";
    description += base::single_line(entry.title);
    const auto remark = [&](const std::string& html) {
      if (!html.empty()) items += " <span class=\"remark\">" + html + "</span>";
    };
    const base::Direction direction =
        base::direction_of_text(entry.title, base::direction_of_language(entry.language));
    items += "<li><a href=\"" + escape_url(entry.href) + "\" lang=\"" + escape(entry.language) + "\"" +
             direction_attribute(direction) + ">" + escape(entry.title) + "</a>";
    remark(escape(entry.detail));
    const std::string due = deadline(language, entry.deadline, entry.closed, input.script);
    const bool is_date = !entry.closed && std::holds_alternative<rules::DeadlineAt>(entry.deadline);
    remark(is_date ? escape(i18n::text(language, Word::facts_deadline)) + ": " + due : due);
    items += "</li>\n";
  }
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(i18n::tag_of(language)) +
                    "\" data-aushang=\"static\">\n" +
                    head(title, description, input.to_files, input.script, std::nullopt, input.site) +
                    index_metadata(input, title, description) + "</head>\n<body>\n";
  const std::string languages = language_switch(input.languages, language);
  if (!name.empty() || !logo.empty() || !languages.empty()) {
    out += "<header class=\"bar\">\n<span class=\"owner\">" + logo + escape(name) + "</span>\n" + languages +
           "</header>\n";
  }
  return out + "<main class=\"index\" aria-label=\"" + escape(title) + "\">\n<h1 id=\"au-title\">" +
         escape(title) + "</h1>\n<ul>\n" + items + "</ul>\n</main>\n" +
         links_footer(input.notices, input.site, language) + "</body>\n</html>\n";
}

std::string write_text_page(const PageInput& input, const WayBack& back, Search search) {
  const PageContext page{input, i18n::language_for(input.language), page_title(input)};
  FragmentOptions options;
  options.top_heading = 2;
  options.break_hints = true;
  options.skip_block = title_block(input.document, page.title);
  const bool is_foreign = !base::is_same_language(back.language, i18n::tag_of(page.language));
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(i18n::tag_of(page.language)) +
         "\" data-aushang=\"static\">\n" +
         head(page.title, input.description, input.to_files, Script::none, std::nullopt, input.site) +
         (search == Search::unlisted ? "<meta name=\"robots\" content=\"noindex\">\n" : "") +
         "</head>\n<body>\n<header class=\"bar\">\n<a class=\"back\" href=\"" + escape_url(input.to_root) +
         (is_foreign ? "\" lang=\"" + escape(back.language) : "") + "\">" + escape(back.name) + "</a>\n" +
         language_switch(input.languages, page.language) + "</header>\n<main class=\"index\" aria-label=\"" +
         escape(page.title) + "\">\n<article>\n<h1 id=\"au-title\">" + escape_with_break_hints(page.title) +
         "</h1>\n<div class=\"posting\">\n" + write_fragment(input.document, options) +
         "</div>\n</article>\n</main>\n" + links_footer(input.notices, input.site, page.language) +
         "</body>\n</html>\n";
}

}  // namespace aushang::html
