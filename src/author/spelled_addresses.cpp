// Addresses in a text: as they are, and spelt out so that robots miss them.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/finding.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::author {
namespace {

/// The text in small letters and plain signs, and where each byte came from.
struct Plain {
  std::string text;   ///< small letters
  std::string as_is;  ///< the same bytes with capital letters kept
  std::vector<std::size_t> origin;
};

Plain plain(std::string_view text) {
  Plain out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded d = base::decode(text, at);
    char32_t c = fold_letter(d.code_point);
    if (c != 0) {
      if (base::is_visual_space(c)) c = ' ';
      const std::size_t before = out.text.size();
      base::append(out.text, c);
      const bool is_ascii = d.code_point < 0x80 && c != ' ';
      if (is_ascii) {
        out.as_is += static_cast<char>(d.code_point);
      } else {
        out.as_is += out.text.substr(before);
      }
      out.origin.resize(out.text.size(), at);
    }
    at += d.length;
  }
  out.origin.push_back(text.size());
  return out;
}

bool is_alphanumeric(char c) { return base::is_ascii_alpha(c) || base::is_ascii_digit(c); }
bool is_local(char c) {
  return is_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '~';
}
/// What closes a bracket of this kind; 0 for what is none.
char closing(char opening) {
  constexpr std::string_view k_open = "([{<_-#*|", k_close = ")]}>_-#*|";
  const std::size_t at = k_open.find(opening);
  return at == std::string_view::npos ? '\0' : k_close[at];
}

class Finder {
 public:
  Finder(const Plain& plain, const Lexicon& words) : plain_(plain), text_(plain.text), words_(words) {}

  std::vector<Spelled> find() {
    for (std::size_t at = text_.find('@'); at != std::string_view::npos; at = text_.find('@', at + 1))
      plain_at(at);
    for (const std::string& word : words_.list("address.at.bracketed")) marked(word, true);
    for (const std::string& word : words_.list("address.at.bare")) marked(word, false);
    std::sort(found_.begin(), found_.end(), [](const Spelled& a, const Spelled& b) {
      return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
    });
    std::vector<Spelled> out;
    for (Spelled& one : found_) {
      if (!out.empty() && one.begin < out.back().end) continue;
      out.push_back(std::move(one));
    }
    for (Spelled& one : out) one.begin = plain_.origin[one.begin], one.end = plain_.origin[one.end];
    return out;
  }

 private:
  void plain_at(std::size_t at) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_local(text_[begin - 1])) --begin;
    while (begin < at && !is_alphanumeric(text_[begin]) && text_[begin] != '_') ++begin;
    // "@group" and "@someone@social.example" are names of another kind.
    if (begin == at || (begin > 0 && (text_[begin - 1] == '@' || text_[begin - 1] == '/'))) return;
    while (end < text_.size() && (is_alphanumeric(text_[end]) || text_[end] == '-' || text_[end] == '.'))
      ++end;
    while (end > at + 1 && !is_alphanumeric(text_[end - 1])) --end;
    const std::string_view local = text_.substr(begin, at - begin);
    if (local == "git" || (end < text_.size() && text_[end] == '@')) return;
    add(begin, end, plain_.as_is.substr(begin, at - begin), plain_.as_is.substr(at + 1, end - at - 1), false,
        true);
  }

  /// Each place where `word` stands for "@".
  void marked(std::string_view word, bool in_brackets) {
    for (std::size_t at = text_.find(word); at != std::string_view::npos; at = text_.find(word, at + 1)) {
      std::size_t begin = at, end = at + word.size();
      bool is_dashed = false;  // "state-of-the-art" is no address
      if (in_brackets) {
        while (begin > 0 && text_[begin - 1] == ' ') --begin;
        while (end < text_.size() && text_[end] == ' ') ++end;
        if (begin == 0 || end >= text_.size() || closing(text_[begin - 1]) != text_[end]) continue;
        is_dashed = std::string_view("-_").find(text_[begin - 1]) != std::string_view::npos;
        for (--begin; begin > 0 && text_[begin - 1] == text_[begin]; --begin) {
        }
        while (end + 1 < text_.size() && text_[end + 1] == text_[end]) ++end;
        ++end;
      } else {
        const bool apart = begin > 0 && end < text_.size() && text_[begin - 1] == ' ' &&
                           (text_[end] == ' ' || closing(text_[end]) != '\0');
        if (!apart) continue;
        end = skip_gloss(end);
      }
      host_after(begin, end, !in_brackets && base::is_ascii_alpha(word.front()) && word.size() < 4,
                 is_dashed);
    }
  }

  /// "atmark (アットマーク)" says it twice.
  std::size_t skip_gloss(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at >= text_.size() || text_[at] != '(') return at;
    const std::size_t close = text_.find(')', at);
    if (close == std::string_view::npos) return at;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    for (const char* list : {"address.at.bracketed", "address.at.bare"}) {
      const std::vector<std::string>& all = words_.list(list);
      if (std::find(all.begin(), all.end(), inside) != all.end()) return close + 1;
    }
    return at;
  }

  void host_after(std::size_t begin, std::size_t end, bool is_common_word, bool is_dashed) {
    std::string local, host;
    bool spells_dots = false;
    std::size_t from = begin;
    while (from > 0 && text_[from - 1] == ' ') --from;
    from = local_before(from, local, spells_dots);
    while (end < text_.size() && text_[end] == ' ') ++end;
    const std::size_t to = host_from(end, host, spells_dots);
    if (local.empty() || host.empty()) return;
    if ((is_common_word || is_dashed) && host.find('.') == std::string::npos) return;
    if (is_common_word && !spells_dots && !looks_like_local(local, from)) return;
    add(from, to, local, host, true, !is_common_word || spells_dots);
  }

  /// "at" is a word, too: "visit us at example.org" has no address in it.
  bool looks_like_local(std::string_view local, std::size_t from) const {
    if (local.find_first_of("._-+0123456789") != std::string_view::npos) return true;
    while (from > 0 && text_[from - 1] == ' ') --from;
    return from > 0 && std::string_view("(<[:,").find(text_[from - 1]) != std::string_view::npos;
  }

  std::size_t local_before(std::size_t end, std::string& local, bool& spells_dots) const {
    std::size_t begin = end;
    while (begin > 0 && is_local(text_[begin - 1])) --begin;
    while (begin < end && !is_alphanumeric(text_[begin])) ++begin;
    local = plain_.as_is.substr(begin, end - begin);
    for (std::size_t dots = 0; dots < 3 && !local.empty(); ++dots) {
      std::size_t before = 0;
      if (!dot_before(begin, before)) break;
      std::size_t start = before;
      while (start > 0 && is_local(text_[start - 1])) --start;
      if (start == before) break;
      local = plain_.as_is.substr(start, before - start) + "." + local;
      begin = start;
      spells_dots = true;
    }
    return begin;
  }

  bool dot_before(std::size_t end, std::size_t& begin) const {
    for (const std::string& word : words_.list("address.dot")) {
      for (const auto& [open, close] : {std::pair(" ", " "), std::pair("[", "]"), std::pair("(", ")")}) {
        const std::string wanted = open + word + close;
        std::size_t at = end;
        while (*open != ' ' && at > 0 && text_[at - 1] == ' ') --at;
        if (at < wanted.size() || text_.substr(at - wanted.size(), wanted.size()) != wanted) continue;
        begin = at - wanted.size();
        while (begin > 0 && text_[begin - 1] == ' ') --begin;
        return true;
      }
    }
    return false;
  }

  std::size_t host_from(std::size_t begin, std::string& host, bool& spells_dots) const {
    std::size_t end = begin;
    const auto label = [&](std::size_t at) {
      while (at < text_.size() && (is_alphanumeric(text_[at]) || text_[at] == '-' || text_[at] == '.')) ++at;
      return at;
    };
    end = label(begin);
    while (end > begin && !is_alphanumeric(text_[end - 1])) --end;
    host = std::string(text_.substr(begin, end - begin));
    while (!host.empty()) {
      std::size_t after = end;
      if (!dot_after(end, after)) break;
      std::size_t next = label(after);
      while (next > after && !is_alphanumeric(text_[next - 1])) --next;
      if (next == after) break;
      host += "." + std::string(text_.substr(after, next - after));
      end = next;
      spells_dots = true;
    }
    return end;
  }

  bool dot_after(std::size_t begin, std::size_t& end) const {
    std::size_t at = begin;
    while (at < text_.size() && text_[at] == ' ') ++at;
    for (const std::string& word : words_.list("address.dot")) {
      const std::string_view rest = text_.substr(at);
      const bool bare = at > begin && rest.starts_with(word + " ");
      const bool in_brackets = rest.size() > word.size() + 1 && rest.substr(1).starts_with(word) &&
                               closing(rest[0]) == rest[word.size() + 1];
      if (!bare && !in_brackets) continue;
      end = at + word.size() + (in_brackets ? 2 : 0);
      while (end < text_.size() && text_[end] == ' ') ++end;
      return true;
    }
    return false;
  }

  void add(std::size_t begin, std::size_t end, std::string local, std::string host, bool is_hidden,
           bool sure) {
    const std::size_t dot = host.rfind('.');
    const std::string top = dot == std::string::npos ? std::string() : host.substr(dot + 1);
    const bool has_top = top.size() >= 2 && std::all_of(top.begin(), top.end(), base::is_ascii_alpha);
    const std::vector<std::string>& placeholders = words_.list("address.placeholder");
    const bool is_placeholder = std::find(placeholders.begin(), placeholders.end(),
                                          base::to_ascii_lower(local)) != placeholders.end();
    const bool complete = has_top && !is_placeholder;
    // "name@" alone is said; a word that merely stands beside an "@" isn't.
    if (host.empty() && local.find('.') == std::string::npos && local.size() < 3) return;
    found_.push_back(
        {std::move(local) + "@" + std::move(host), begin, end, complete, is_hidden, sure && complete});
  }

  const Plain& plain_;
  std::string_view text_;
  const Lexicon& words_;
  std::vector<Spelled> found_;
};

}  // namespace

std::vector<Spelled> spelled_addresses(std::string_view text, const Lexicon& words) {
  const Plain one = plain(text);
  return Finder(one, words).find();
}

}  // namespace aushang::author
