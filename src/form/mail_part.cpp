#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/cards.h"
#include "form/uses.h"
#include "mail/mailto.h"

namespace aushang::form {
namespace {

using i18n::Word;
using layout::FormNode;
using layout::Widget;
using rules::Material;

/// What most people don't need stands behind its title until that is opened.
std::size_t open_disclosure(Builder& form, std::string_view id, std::string_view summary_id,
                            std::string summary) {
  const std::size_t disclosure = form.open(Widget::disclosure, id);
  form.node(disclosure).checked = form.input.view.open.contains(id);
  form.leaf(Widget::summary, summary_id, std::move(summary));
  return disclosure;
}

void add_words(Builder& form) {
  const std::size_t disclosure =
      open_disclosure(form, "au-words", "au-words-title", form.word(Word::words_heading));
  form.leaf(Widget::hint, "au-words-hint", Word::words_hint);
  const auto entry = [&](Widget widget, std::string_view what, Word label,
                         const std::string& value) -> FormNode& {
    std::string id = node_id("w", what);
    form.leaf(Widget::field_label, id + "-label", label).value = id;
    FormNode& node = form.leaf(widget, id, std::string());
    if (widget == Widget::field) node.input = layout::Input::text;
    node.value = value;
    return node;
  };
  const rules::Words& words = form.input.answers.words;
  entry(Widget::field, "name", Word::words_name, words.name).name = "name";
  entry(Widget::field, "place", Word::words_place, words.place);
  entry(Widget::area, "why", Word::words_why, words.why);
  entry(Widget::area, "links", Word::words_links, words.links);
  if (has_result(form.input.rules, form.input.answers.position)) {
    FormNode& node = form.leaf(Widget::option, "au-send-check", Word::apply_send_check);
    node.input = layout::Input::checkbox;
    node.checked = form.input.view.send_check;
  }
  form.close(disclosure);
}

std::vector<mail::Attachment> ticked(const Builder& form) {
  std::vector<mail::Attachment> attached;
  for (const Material* material : form.now) {
    if (form.input.view.have.contains(material->id)) attached.push_back({material->id, {}});
  }
  return attached;
}

/// What isn't ticked, and whether the name is there, a sentence each.
void add_missing(Builder& form, const std::vector<mail::Attachment>& attached) {
  if (form.now.empty()) return;
  form.live = true;
  Said list;
  for (const Material* material : mail::missing(form.now, attached)) {
    Said label = form.said(material->label);
    join(list.text, "; ", label.text);
    if (list.language.empty()) list.language = std::move(label.language);
  }
  if (attached.empty()) {
    form.leaf(Widget::hint, "au-nothing-ticked", Word::apply_nothing_ticked);
  } else if (!list.text.empty()) {
    form.led(Widget::hint, "au-missing", Word::apply_not_ticked, std::move(list));
  }
  // Not before anything is done: nobody likes to be told at once what they haven't written.
  const bool is_begun = !attached.empty() || !is_untouched(form.input.rules, form.input.answers);
  if (is_begun && form.input.answers.words.name.empty())
    form.leaf(Widget::link, "au-nameless", Word::apply_nameless).value = "#au-w-name";
  form.live = false;
}

void add_copy_button(Builder& form, std::string_view what, Word word, std::string value) {
  std::string id = node_id("copy", what);
  const bool done = form.input.view.copied == id;
  form.leaf(Widget::button, id, done ? Word::copy_done : word).value = std::move(value);
}

void add_preview(Builder& form, const mail::Draft& draft) {
  const std::size_t disclosure = open_disclosure(form, "au-draft", "au-draft-title",
                                                 form.word(Word::preview_heading) + ": " + draft.subject);
  const std::size_t box = form.open(Widget::preview, "au-preview");
  form.node(box).label = form.word(Word::preview_heading);
  const auto row = [&](std::string_view what, Word name, std::string text) {
    form.leaf(Widget::preview_name, node_id("name", what), name);
    form.leaf(Widget::preview_text, node_id("preview", what), Said{std::move(text), {}});
  };
  const std::string language = form.foreign(i18n::tag_of(request_for(form).language));
  row("to", Word::apply_to, listed(draft.to));
  if (!draft.cc.empty()) row("cc", Word::apply_cc, listed(draft.cc));
  row("subject", Word::apply_subject, draft.subject);
  form.built.form.nodes.back().language = language;
  form.leaf(Widget::preview_name, "au-name-text", Word::preview_text);
  std::size_t number = 0;
  const std::string_view body = base::trim(draft.body);
  for (std::size_t start = 0; start <= body.size();) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    form.leaf(Widget::preview_text, node_id("line", std::to_string(number++)),
              Said{std::string(body.substr(start, end - start)), language});
    start = end + 1;
  }
  form.close(box);
  form.live = true;
  const std::size_t buttons = form.open(Widget::row, "au-copy");
  add_copy_button(form, "address", Word::copy_address, listed(draft.to));
  add_copy_button(form, "subject", Word::copy_subject, draft.subject);
  add_copy_button(form, "text", Word::copy_text, draft.body);
  form.close(buttons);
  form.live = false;
  form.close(disclosure);
}

/// The ways that a mail leaves the page besides the link, for who has no mail app here.
void add_other_ways(Builder& form, const mail::Draft& draft) {
  const std::string all = listed(draft.to) + "\n" + draft.subject + "\n\n" + draft.body;
  form.live = true;
  const std::size_t row = form.open(Widget::row, "au-ways");
  add_copy_button(form, "all", Word::copy_all, all);
  form.close(row);
  form.live = false;
}

void add_attach_yourself(Builder& form) {
  if (!form.now.empty()) form.leaf(Widget::hint, "au-attach", Word::apply_attach_yourself);
}

/// Some frames may not open other programs; whether this one is among them is not always to be found out.
void add_way_around(Builder& form, bool has_copy_buttons) {
  const std::string& address = form.input.view.whole_page;
  if (address.empty()) return;
  form.leaf(Widget::hint, "au-frame-hint",
            has_copy_buttons ? Word::apply_in_frame : Word::apply_in_frame_open);
  form.leaf(Widget::link, "au-whole-page", address).value = address;
}

/// Until a position is chosen each has a link of its own.
void add_links_of_positions(Builder& form, const mail::Request& request) {
  const Input& input = form.input;
  rules::Answers answers = input.answers;
  for (std::size_t i = 0; i < input.rules.positions.size(); ++i) {
    const rules::Position& position = input.rules.positions[i];
    if (!input.rules.takes_mail(position.id)) continue;
    answers.position = position.id;
    Said label = form.said(position.label);
    label.text = form.word_beside(label, Word::apply_open_mail_for) + " " + label.text;
    const std::string number = std::to_string(i), why_id = node_id("closed-mail", number);
    std::string why = why_closed(form, position.id);
    const bool is_closed = !why.empty();
    if (is_closed) form.leaf(Widget::hint, why_id, std::move(why)).tone = layout::Tone::ask;
    FormNode& button = form.leaf(Widget::main_button, node_id("mail", number), std::move(label));
    button.value = mail::to_mailto(mail::compose(input.rules, answers, request));
    if (is_closed) button.described_by = why_id;
  }
}

}  // namespace

void add_mail(Builder& form) {
  const Input& input = form.input;
  const bool is_open = has_open_position(input.rules, input.answers.position);
  form.live = true;
  add_words(form);
  form.live = false;

  const std::vector<mail::Attachment> attached = ticked(form);
  mail::Request request = request_for(form);
  request.attached = attached;
  if (is_open) {
    add_missing(form, attached);
    add_attach_yourself(form);
    add_links_of_positions(form, request);
    add_way_around(form, false);
    return;
  }
  if (input.view.send_check && has_result(input.rules, input.answers.position))
    request.self_check = &form.verdict;
  const mail::Draft draft = mail::compose(input.rules, input.answers, request);
  std::string link = mail::to_mailto(draft);
  const std::size_t length = link.size();
  add_preview(form, draft);
  add_missing(form, attached);
  add_attach_yourself(form);
  const bool is_closed = !why_closed(form, input.answers.position).empty();
  if (is_closed) form.leaf(Widget::hint, "au-closed-mail", Word::apply_closed_still).tone = layout::Tone::ask;
  FormNode& button = form.leaf(Widget::main_button, "au-mail", Word::apply_open_mail);
  button.value = link;
  if (is_closed) button.described_by = "au-closed-mail";
  form.built.mail = std::move(link);
  add_way_around(form, true);
  add_other_ways(form, draft);
  if (length > mail::k_safe_mailto_length) {
    form.leaf(Widget::hint, "au-long", Word::apply_too_long);
  } else if (2 * length > mail::k_safe_mailto_length) {
    // Said once it may come to matter, while something can still be done about it.
    form.leaf(Widget::hint, "au-meter",
              base::fill_in(form.word(Word::apply_length, "n", std::to_string(length)), "most",
                            std::to_string(mail::k_safe_mailto_length)));
  }
}

}  // namespace aushang::form
