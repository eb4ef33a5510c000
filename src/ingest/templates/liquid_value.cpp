#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/templates/liquid.h"

namespace aushang::ingest {
namespace {

/// Splits at `separator` outside quotes.
std::vector<std::string_view> split_outside_quotes(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  char quote = '\0';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == separator) {
      parts.push_back(base::trim(text.substr(from, i - from)));
      from = i + 1;
    }
  }
  parts.push_back(base::trim(text.substr(from)));
  return parts;
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
}

std::string_view unquoted(std::string_view text) {
  return is_quoted(text) ? text.substr(1, text.size() - 2) : text;
}

/// `page.a["b"]` as "a.b"; empty where it names no field of `owner`.
std::string field_path(std::string_view name, std::string_view owner) {
  if (!name.starts_with(owner)) return {};
  name.remove_prefix(owner.size());
  if (!name.starts_with('.') && !name.starts_with('[')) return {};
  std::string path;
  for (const char c : name) {
    if (c == '[') {
      path += '.';
    } else if (c != ']' && c != '"' && c != '\'') {
      path += c;
    }
  }
  return path.substr(1);
}

bool keeps_its_text(std::string_view filter) {
  constexpr std::array<std::string_view, 13> known = {
      "relative_url", "absolute_url", "prepend",    "escape",     "xml_escape", "escape_once", "strip",
      "strip_html",   "markdownify",  "uri_escape", "url_encode", "default",    "append"};
  return std::find(known.begin(), known.end(), filter) != known.end();
}

}  // namespace

LiquidValue evaluate_liquid(std::string_view expression, const Fields& page, const Fields& site) {
  const std::vector<std::string_view> parts = split_outside_quotes(expression, '|');
  const std::string_view name = parts.front();
  LiquidValue value;
  if (is_quoted(name)) {
    value.text = unquoted(name);
  } else if (name == "site.url" || name == "site.baseurl") {
    // Addresses become relative to the page, which is what a page that moves needs.
  } else if (const auto own = page.find(field_path(name, "page")); own != page.end()) {
    value.text = own->second;
  } else if (const auto shared = site.find(field_path(name, name.starts_with("config") ? "config" : "site"));
             shared != site.end()) {  // MkDocs has `config`
    value.text = shared->second;
  } else {
    value.problem = name.starts_with("page") ? "names a field that the front matter doesn't have"
                                             : "has a value that only the site knows";
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t colon = parts[i].find(':');
    const std::string_view filter = base::trim(parts[i].substr(0, colon));
    const std::string_view argument =
        colon == std::string_view::npos ? std::string_view() : base::trim(parts[i].substr(colon + 1));
    if (filter == "default" && value.text.empty() && is_quoted(argument)) {
      value = {std::string(unquoted(argument)), {}};
    } else if (filter == "append" && is_quoted(argument)) {
      value.text += unquoted(argument);
    } else if (filter == "prepend" && is_quoted(argument)) {
      value.text.insert(0, unquoted(argument));
    } else if (!keeps_its_text(filter) && value.problem.empty()) {
      value.problem = "uses the filter " + quoted(filter) + ", which wasn't applied";
    }
  }
  return value;
}

}  // namespace aushang::ingest
