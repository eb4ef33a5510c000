#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "base/percent.h"
#include "base/text.h"

namespace aushang::author {
namespace {

using doc::InlineKind;

std::vector<std::string> addresses_in_list(std::string_view list) {
  std::vector<std::string> all;
  while (true) {
    const std::size_t end = list.find_first_of(",;");
    if (const std::string_view one = base::trim(list.substr(0, end)); !one.empty())
      all.push_back(base::percent_decode(one));
    if (end == std::string_view::npos) return all;
    list.remove_prefix(end + 1);
  }
}

int rank(Role role) {
  switch (role) {
    case Role::apply:
      return 0;
    case Role::inquiry:
      return 1;
    case Role::cc:
      return 2;
    case Role::contact:
      return 3;
  }
  return 3;
}

class AddressFinder {
 public:
  AddressFinder(const Source& source, Extract& out) : source_(source), out_(out) {}

  void find() {
    links();
    for (const doc::Block& block : source_.document.blocks) {
      if (doc::is_container(block.kind) || block.text.empty()) continue;
      for (Spelled& one : spelled_addresses(source_.slice(block.text.begin, block.text.end), source_.words)) {
        const auto begin = static_cast<std::uint32_t>(block.text.begin + one.begin);
        if (!is_struck(begin) && !is_in_web_link(begin)) add(std::move(one), begin, "");
      }
    }
    front_matter();
  }

 private:
  /// "mailto:" links, whatever they show: "here", or another address.
  void links() {
    for (const doc::Inline& span : source_.document.inlines) {
      if (span.kind != InlineKind::link) continue;
      const std::optional<MailLink> link = mail_link(source_.document.target(span));
      if (!link || is_struck(span.text.begin)) continue;
      std::string shown;
      for (const Spelled& one : spelled_addresses(source_.document.slice(span.text), source_.words))
        shown = one.address;
      for (const std::string& address : link->to) add_link(address, span.text.begin, shown, false);
      for (const std::string& address : link->cc) add_link(address, span.text.begin, "", true);
    }
  }

  void add_link(const std::string& address, std::uint32_t at, const std::string& shown, bool is_copy) {
    std::vector<Spelled> spelled = spelled_addresses(address, source_.words);
    if (spelled.empty()) return;
    Spelled one = std::move(spelled.front());
    const bool differs = !shown.empty() && base::to_ascii_lower(shown) != base::to_ascii_lower(one.address);
    if (differs) hide_.push_back(base::to_ascii_lower(shown));
    add(std::move(one), at, differs ? shown : "", is_copy);
  }

  void add(Spelled one, std::uint32_t at, std::string shown, bool is_copy = false) {
    const std::string key = base::to_ascii_lower(one.address);
    if (shown.empty() && std::find(hide_.begin(), hide_.end(), key) != hide_.end()) return;
    if (source_.outline.sentences.empty()) return;
    const std::size_t sentence = source_.outline.at(at);
    const Role role = is_copy ? Role::cc : role_at(sentence, at);
    FoundAddress found{
        std::move(one.address),    role, one.complete, one.is_hidden, std::move(shown), one.sure,
        source_.places.of_text(at)};
    found.sure = found.sure && found.shown.empty();
    add(std::move(found));
  }

  void add(FoundAddress found) {
    const auto same =
        std::find_if(out_.addresses.begin(), out_.addresses.end(), [&](const FoundAddress& other) {
          return base::to_ascii_lower(other.address) == base::to_ascii_lower(found.address);
        });
    if (same == out_.addresses.end()) {
      out_.addresses.push_back(std::move(found));
    } else if (rank(found.role) < rank(same->role)) {
      found.is_hidden = found.is_hidden && same->is_hidden;
      if (found.shown.empty()) found.shown = same->shown;
      *same = std::move(found);
    }
  }

  Role role_at(std::size_t index, std::uint32_t at) const {
    const Sentence& sentence = source_.sentence(index);
    const Topic& copy = source_.words["address.copy"];
    std::size_t here = 0;
    while (here < sentence.tokens.size() && sentence.tokens[here].begin < at) ++here;
    if (copy.first(sentence.tokens, here > 5 ? here - 5 : 0, here)) return Role::cc;
    switch (purpose_of(source_, index)) {
      case Purpose::apply:
        return Role::apply;
      case Purpose::inquiry:
        return Role::inquiry;
      case Purpose::neither:
        return Role::contact;
    }
    return Role::contact;
  }

  bool is_struck(std::uint32_t at) const { return is_within(InlineKind::strikethrough, at); }

  /// An address of the web may have an "@" in it, or "-at-".
  bool is_in_web_link(std::uint32_t at) const {
    for (const doc::Inline& span : source_.document.inlines) {
      if (span.kind != InlineKind::link || at < span.text.begin || at >= span.text.end) continue;
      const std::string target = base::to_ascii_lower(source_.document.target(span));
      return target.starts_with("http") &&
             source_.document.slice(span.text).find('/') != std::string_view::npos;
    }
    return false;
  }

  bool is_within(InlineKind kind, std::uint32_t at) const {
    return std::any_of(source_.document.inlines.begin(), source_.document.inlines.end(),
                       [&](const doc::Inline& span) {
                         return span.kind == kind && at >= span.text.begin && at < span.text.end;
                       });
  }

  void front_matter() {
    for (const auto& [key, value] : source_.page.meta.fields) {
      const Tokens name = words_of_key(key);
      if (!source_.words["meta.address"].in(name)) continue;
      for (const Spelled& one : spelled_addresses(value, source_.words)) {
        const Role role = source_.words["meta.inquiry"].in(name) ? Role::inquiry
                          : source_.words["meta.apply"].in(name) ? Role::apply
                                                                 : Role::contact;
        add({one.address, role, one.complete, one.is_hidden, "", one.sure && role != Role::contact,
             source_.places.in_front_matter(value)});
      }
    }
  }

  const Source& source_;
  Extract& out_;
  std::vector<std::string> hide_;  ///< shown by links that lead to another one
};

}  // namespace

std::optional<MailLink> mail_link(std::string_view target) {
  constexpr std::string_view k_scheme = "mailto:";
  if (base::to_ascii_lower(target.substr(0, k_scheme.size())) != k_scheme) return std::nullopt;
  target.remove_prefix(k_scheme.size());
  MailLink link;
  const std::size_t query = target.find('?');
  link.to = addresses_in_list(target.substr(0, query));
  std::string_view rest = query == std::string_view::npos ? std::string_view() : target.substr(query + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('&');
    std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (pair.starts_with("amp;")) pair.remove_prefix(4);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string name = base::to_ascii_lower(pair.substr(0, equals));
    const std::string_view value = pair.substr(equals + 1);
    if (name == "subject") link.subject = base::single_line(base::percent_decode(value));
    if (name == "cc" || name == "bcc") link.cc = addresses_in_list(value);
    if (name == "to")
      for (std::string& one : addresses_in_list(value)) link.to.push_back(std::move(one));
  }
  return link;
}

bool Source::says(std::size_t index, std::string_view topic) const {
  const Topic& phrases = words[topic];
  const Sentence& one = sentence(index);
  return phrases.in(one.tokens) || (one.lead != k_nothing && phrases.in(sentence(one.lead).tokens));
}

bool Source::is_under(std::size_t index, std::string_view topic) const {
  const std::vector<std::size_t> headings = outline.headings_of(index);
  return std::any_of(headings.begin(), headings.end(),
                     [&](std::size_t heading) { return words[topic].in(sentence(heading).tokens); });
}

Tokens words_of_key(std::string_view key) {
  std::string spaced(key);
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return tokenize(spaced);
}

Purpose purpose_of(const Source& source, std::size_t index) {
  // The sentence itself counts most, then what leads up to it, then the headings from the inside out.
  std::vector<std::size_t> around = {index};
  const Sentence& sentence = source.sentence(index);
  if (sentence.lead != k_nothing) around.push_back(sentence.lead);
  for (const std::size_t heading : source.outline.headings_of(index)) {
    // "How to apply" says what is below it, "Industrial applications" doesn't.
    constexpr std::size_t k_beginning = 3;
    if (source.words["section.apply"].first(source.sentence(heading).tokens, 0, k_beginning))
      around.push_back(heading);
  }
  for (const std::size_t one : around) {
    const Tokens& tokens = source.sentence(one).tokens;
    const bool asks = source.words["purpose.inquiry"].in(tokens);
    const bool sends = source.words["purpose.apply"].in(tokens);
    if (asks && sends)
      return source.words["purpose.both.apply"].in(tokens) ? Purpose::apply : Purpose::inquiry;
    if (asks) return Purpose::inquiry;
    if (sends) return Purpose::apply;
  }
  return Purpose::neither;
}

void find_addresses(const Source& source, Extract& out) { AddressFinder(source, out).find(); }

}  // namespace aushang::author
