#include "ingest/html/links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/percent.h"
#include "base/text.h"
#include "base/utf8.h"
#include "doc/url.h"

namespace aushang::ingest {
namespace {

/// "a@b.c" without a scheme, which browsers take for a file beside the page.
bool is_mail_address(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == 0 || at == std::string_view::npos || address.find('@', at + 1) != std::string_view::npos)
    return false;
  return address.find_first_of(":/# \t<>%`|{}^\"") == std::string_view::npos && at + 1 < address.size();
}

/// A page's source, which isn't what the site publishes.
bool is_source_file(std::string_view address) {
  if (address.starts_with("{filename}") || address.starts_with("|filename|")) return true;
  if (address.find("://") != std::string_view::npos || address.starts_with("mailto:")) return false;
  const std::string path = base::to_ascii_lower(address.substr(0, address.find_first_of("?#")));
  constexpr std::array<std::string_view, 7> endings = {".md",  ".markdown", ".qmd", ".rmd",
                                                       ".rst", ".ipynb",    ".mdx"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

bool has_image(const GumboNode* node) {
  const Children children(node);
  return tag_of(node) == GUMBO_TAG_IMG || std::any_of(children.begin(), children.end(), has_image);
}

/// Without the blanks that people write behind the scheme.
std::string of_mail_or_telephone(std::string_view address) {
  for (const std::string_view scheme : {"mailto:", "tel:"}) {
    if (base::to_ascii_lower(address.substr(0, scheme.size())) != scheme) continue;
    std::string_view rest = base::trim(address.substr(scheme.size()));
    while (rest.starts_with("%20")) rest = base::trim(rest.substr(3));
    return std::string(scheme) + std::string(rest);
  }
  return std::string(address);
}

bool is_only_a_scheme(std::string_view address) {
  return address == "mailto:" || address == "tel:" || address == "http://" || address == "https://";
}

std::string in_page(std::string_view address) { return base::percent_decode(address.substr(1)); }

/// Letters, digits, "_" and "-" in lower case, "-" for each space: GitHub's, Goldmark's and Jekyll's rule.
std::string github_id(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    const base::Decoded one = base::decode(words, i);
    i += one.length;
    if (one.code_point == ' ' || one.code_point == '\n') {
      out += '-';
    } else if (one.code_point == '-' || one.code_point == '_' || base::is_word_character(one.code_point)) {
      base::append(out, base::to_lower(one.code_point));
    }
  }
  return out;
}

/// kramdown's own rule: ASCII alone, from the first letter on.
std::string kramdown_id(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool letter = base::is_ascii_alpha(c);
    if (!letter && out.empty()) continue;
    if (letter || base::is_ascii_digit(c) || c == '-') out += c;
    if (c == ' ') out += '-';
  }
  return base::to_ascii_lower(out);
}

}  // namespace

Links::Links(const HtmlTree& tree, Warnings& warnings) : tree_(tree), warnings_(warnings) {
  collect(tree.body(), false);
}

void Links::collect(const GumboNode* node, bool in_link) {
  if (tag_of(node) == GUMBO_TAG_A && !in_link) {
    const std::string_view href = attribute_of(node, "href");
    // One without words isn't written.
    if (href.size() > 1 && href.front() == '#' &&
        (!base::trim(tree_.text_content(node)).empty() || has_image(node)))
      targets_.insert(in_page(href));
  }
  // A link in a link leads nowhere.
  const bool is_link = in_link || has_attribute(node, "href");
  for (const GumboNode* child : Children(node)) collect(child, is_link);
}

std::string Links::address(const GumboNode* link) {
  // As browsers do it (URL Standard, section 4.4).
  std::string without_breaks(attribute_of(link, "href"));
  std::erase_if(without_breaks, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  const std::string without_blanks = of_mail_or_telephone(base::trim(without_breaks));
  std::string_view href = without_blanks;
  const std::size_t origin = tree_.origin(link);
  if (href.empty()) return {};
  if (href.front() == '#') {
    const std::string id = in_page(href);
    // A link to the very element it is, as generators put on headings, says nothing.
    if (id.empty() || id == attribute_of(link, "id") || id == attribute_of(link, "name")) return {};
    if (const auto known = found_.find(id); known != found_.end()) return "#" + known->second;
    if (id != "top") inner_.emplace_back(id, origin);
    return std::string(href);
  }
  for (const std::string_view prefix : {"{static}", "{attach}", "|static|", "|attach|"}) {
    if (href.starts_with(prefix)) href.remove_prefix(prefix.size());
  }
  if (is_mail_address(href)) {
    warnings_.add(origin, "mail-link",
                  "the link " + quoted(href) +
                      " has no \"mailto:\"; it is read as one. Write mailto: before the address.");
    return "mailto:" + std::string(href);
  }
  if (is_source_file(href)) {
    warnings_.add(origin, "link-to-source",
                  "the link " + quoted(href) +
                      " leads to a source file, not to a page; its words stay. Write the page's address.");
    return {};
  }
  if (is_only_a_scheme(href)) {
    warnings_.add(
        origin, "link-dropped",
        "the link " + quoted(href) + " leads nowhere; its words stay. Write the whole address into it.");
    return {};
  }
  if (!doc::is_allowed_link(href)) {
    warnings_.add(origin, "link-dropped",
                  "the address " + quoted(href) + " is none that may be followed; the link's words stay.");
    return {};
  }
  refer(href, false, origin);
  return std::string(href);
}

void Links::refer(std::string_view address, bool is_image, std::size_t origin) {
  constexpr std::size_t k_most = 300;
  if (references_.size() < k_most && doc::counts_from_folder(address) &&
      referred_.insert((is_image ? "!" : "") + std::string(address)).second)
    references_.push_back({std::string(address), is_image, origin});
}

std::string Links::generated_id(std::string_view words, std::string_view written) {
  if (targets_.empty()) return {};
  std::string by_rule;
  std::array<std::string, k_rules> ids = {github_id(words), kramdown_id(words), github_id(written),
                                          kramdown_id(written)};
  for (std::size_t rule = 0; rule < k_rules; ++rule) {
    std::string& id = ids[rule];
    if (id.empty()) continue;
    const unsigned times = made_[rule][id]++;
    if (times > 0) id += "-" + std::to_string(times);
    if (by_rule.empty() && is_target(id) && !found_.contains(id)) by_rule = id;
  }
  return by_rule;
}

std::vector<Reference> Links::finish() {
  for (const auto& [id, origin] : inner_) {
    if (const auto known = found_.find(id); known != found_.end() && known->second == id) continue;
    warnings_.add(origin, "anchor-missing",
                  "nothing in the page is called " + quoted(id) +
                      ", so this link leads nowhere. Correct it, or give its "
                      "target the id.");
  }
  return std::move(references_);
}

}  // namespace aushang::ingest
