// How to apply, and whether one still can.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/finding.h"
#include "base/formats.h"
#include "base/text.h"

namespace aushang::author {
namespace {

using doc::InlineKind;

bool is_web(std::string_view target) {
  const std::string lower = base::to_ascii_lower(target);
  return lower.starts_with("http://") || lower.starts_with("https://");
}

class ChannelFinder {
 public:
  ChannelFinder(const Source& source, Extract& out) : source_(source), out_(out) {}

  void find() {
    for (std::size_t i = 0; i < source_.outline.sentences.size(); ++i) read_sentence(i);
    front_matter();
    if (!has_portal_) name_recipient();
    const bool has_mail = has(Role::apply), has_contact = !out_.addresses.empty();
    const bool mail =
        !out_.refuses_mail && (has_mail || applies_by_mail_ || (!has_portal_ && (has_contact || says_mail_)));
    if (mail && has_portal_) {
      out_.channel = Channel::both;
    } else if (mail) {
      out_.channel = Channel::email;
      out_.channel_is_sure = has_mail;
    } else if (has_portal_) {
      out_.channel = Channel::portal;
    } else if (says_other_) {
      out_.channel = Channel::other;
    }
  }

 private:
  bool has(Role role) const {
    return std::any_of(out_.addresses.begin(), out_.addresses.end(),
                       [&](const FoundAddress& one) { return one.role == role; });
  }

  /// A page that asks for documents and names just somebody to contact means that one; somebody for questions
  /// only where it says what the subject of an application is.
  void name_recipient() {
    if (has(Role::apply) || out_.materials.empty()) return;
    const bool has_subject = std::any_of(out_.subjects.begin(), out_.subjects.end(),
                                         [](const FoundSubject& one) { return !one.is_for_inquiry; });
    for (const Role from : {Role::contact, Role::inquiry}) {
      if (from == Role::inquiry && !has_subject) return;
      for (FoundAddress& one : out_.addresses) {
        if (one.role != from) continue;
        one.role = Role::apply;
        one.sure = false;
        return;
      }
    }
  }

  base::Position place_of(const Sentence& sentence, std::size_t token) const {
    return source_.places.of_text(sentence.tokens[std::min(token, sentence.tokens.size() - 1)].begin);
  }

  void read_sentence(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    if (sentence.tokens.empty()) return;
    if (const auto match = source_.words["channel.refuses_mail"].first(sentence.tokens);
        match && !out_.refuses_mail) {
      out_.refuses_mail = true;
      out_.refuses_mail_at = place_of(sentence, match->begin);
    }
    if (const auto match = source_.words["channel.inquiry"].first(sentence.tokens);
        match && !out_.inquiry_is_welcome) {
      out_.inquiry_is_welcome = true;
      out_.inquiry_at = place_of(sentence, match->begin);
    }
    if (source_.words["channel.mail"].in(sentence.tokens)) {
      says_mail_ = true;
      applies_by_mail_ = applies_by_mail_ || purpose_of(source_, index) == Purpose::apply;
    }
    says_other_ = says_other_ || source_.words["channel.other"].in(sentence.tokens);
    read_closed(sentence);
    read_portal(index);
  }

  void read_closed(const Sentence& sentence) {
    if (out_.is_closed) return;
    const std::optional<Match> match = source_.words["closed"].first(sentence.tokens);
    constexpr std::size_t k_most_words = 14;  // what is said in passing isn't said of the position
    if (!match || sentence.tokens.size() > k_most_words || source_.words["closed.not"].in(sentence.tokens))
      return;
    // A date before which something closes isn't the end of it.
    if (!dates_in(sentence.tokens, source_.words).empty()) return;
    out_.is_closed = true;
    out_.closed_at = place_of(sentence, match->begin);
  }

  void read_portal(std::size_t index) {
    const Sentence& sentence = source_.sentence(index);
    const std::optional<Match> match = source_.words["channel.portal"].first(sentence.tokens);
    const bool is_way = !match && source_.words["channel.portal.way"].in(sentence.tokens) &&
                        source_.words["purpose.apply"].in(sentence.tokens);
    const bool in_links = !match && (is_way || source_.words["channel.portal.link"].in(sentence.tokens));
    const std::string link = web_link(sentence, match.has_value() || is_way);
    if (!match && (!in_links || link.empty())) return;
    if (source_.words["channel.portal.not"].in(sentence.tokens)) return;
    has_portal_ = true;
    if (link.empty() || !out_.portal.empty()) return;
    out_.portal = link;
    out_.portal_at = link_at_;
  }

  /// The first address of the web in it: one whose link says "apply" or "portal", or any in a sentence that
  /// does.
  std::string web_link(const Sentence& sentence, bool any) {
    std::string first;
    for (const doc::Inline& span : source_.document.inlines) {
      if (span.kind != InlineKind::link || span.text.begin < sentence.text.begin ||
          span.text.begin >= sentence.text.end)
        continue;
      const std::string_view target = source_.document.target(span);
      if (!is_web(target) || !base::what_is_wrong_with_url(target).empty()) continue;
      const Tokens shown = tokenize(source_.document.text, span.text.begin, span.text.end);
      const bool says_so =
          source_.words["channel.portal.link"].in(shown) || source_.words["channel.portal"].in(shown);
      if (!says_so && (!any || !first.empty())) continue;
      first = target;
      link_at_ = source_.places.of_text(span.text.begin);
      if (says_so) break;
    }
    return first;
  }

  void front_matter() {
    for (const auto& [key, value] : source_.page.meta.fields) {
      const Tokens name = words_of_key(key);
      if (source_.words["meta.apply"].in(name) && is_web(value) &&
          base::what_is_wrong_with_url(value).empty()) {
        has_portal_ = true;
        if (!out_.portal.empty()) continue;
        out_.portal = value;
        out_.portal_at = source_.places.in_front_matter(value);
      }
      const std::string said = base::to_ascii_lower(value);
      const bool is_closed =
          (source_.words["meta.closed"].in(name) && said == "true") ||
          (source_.words["meta.open"].in(name) && said == "false") ||
          (source_.words["meta.status"].in(name) && source_.words["meta.status.closed"].in(tokenize(value)));
      if (!is_closed || out_.is_closed) continue;
      out_.is_closed = true;
      out_.closed_at = source_.places.in_front_matter(value);
    }
  }

  const Source& source_;
  Extract& out_;
  bool has_portal_ = false, says_mail_ = false, applies_by_mail_ = false, says_other_ = false;
  base::Position link_at_;
};

}  // namespace

void find_channel(const Source& source, Extract& out) { ChannelFinder(source, out).find(); }

}  // namespace aushang::author
