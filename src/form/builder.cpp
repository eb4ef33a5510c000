#include "form/builder.h"

#include <cstdint>
#include <utility>

#include "base/language.h"
#include "base/text.h"
#include "form/uses.h"

namespace aushang::form {

using layout::FormNode;
using layout::Tone;
using layout::Widget;

std::string node_id(std::string_view kind, std::string_view about) {
  std::string id = "au-";
  id.append(kind).append("-").append(about);
  return id;
}

std::string option_id(std::string_view question, std::string_view suffix) {
  return node_id("o", question).append("-").append(suffix);
}

void join(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

std::string listed(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) join(list, ", ", item);
  return list;
}

Tone tone_of(rules::Truth truth) {
  return truth == rules::Truth::yes ? Tone::good : truth == rules::Truth::no ? Tone::bad : Tone::open;
}

i18n::Word state_of(rules::Truth truth) {
  return truth == rules::Truth::yes  ? i18n::Word::state_met
         : truth == rules::Truth::no ? i18n::Word::state_not_met
                                     : i18n::Word::state_open;
}

std::string Builder::word(i18n::Word word, std::string_view slot, std::string_view value) const {
  return base::fill_in(i18n::text(input.language, word), slot, value);
}

std::string Builder::foreign(std::string_view language) const {
  return base::is_same_language(language, i18n::tag_of(input.language)) ? std::string()
                                                                        : std::string(language);
}

std::string Builder::word_beside(const Said& said, i18n::Word word) const {
  return i18n::text(language_beside(said), word);
}

i18n::Language Builder::language_beside(const Said& said) const {
  return said.language.empty() ? input.language : i18n::language_for(said.language);
}

Said Builder::say(const base::LocalText& text, std::string_view own) const {
  const base::LocalText::Version* version = text.find(i18n::tag_of(input.language));
  if (version == nullptr) return {};
  return {base::single_line(version->text), foreign(version->language.empty() ? own : version->language)};
}

Said Builder::label_of(const rules::Option& option) const {
  if (option.label.empty() && (option.value == "yes" || option.value == "no"))
    return {word(option.value == "yes" ? i18n::Word::answer_yes : i18n::Word::answer_no), {}};
  return said(option.label);
}

Said Builder::whose(const std::function<bool(const rules::Position&)>& is_of) const {
  if (!has_open_position(input.rules, input.answers.position)) return {};
  Said names;
  bool some = false;
  for (const rules::Position& position : input.rules.positions) {
    if (is_of(position)) {
      Said name = said(position.label);
      join(names.text, ", ", name.text);
      if (names.language.empty()) names.language = std::move(name.language);
    } else {
      some = true;
    }
  }
  if (!some || names.text.empty()) return {};
  names.text = base::fill_in(word_beside(names, i18n::Word::apply_for_position), "position", names.text);
  return names;
}

FormNode& Builder::leaf(Widget widget, std::string_view id, std::string text) {
  FormNode& node = built.form.nodes.emplace_back();
  node.widget = widget;
  node.live = live;
  node.end = static_cast<std::uint32_t>(built.form.nodes.size());
  node.id = id;
  node.text = std::move(text);
  return node;
}

FormNode& Builder::leaf(Widget widget, std::string_view id, Said said) {
  FormNode& node = leaf(widget, id, std::move(said.text));
  node.language = std::move(said.language);
  return node;
}

FormNode& Builder::led(Widget widget, std::string_view id, i18n::Word lead, Said said) {
  if (said.language.empty()) {
    said.text = word(lead) + " " + said.text;
  } else {
    leaf(Widget::hint, std::string("au-lead").append(id.substr(2)), lead);
  }
  return leaf(widget, id, std::move(said));
}

std::size_t Builder::open(Widget widget, std::string_view id) {
  leaf(widget, id, std::string());
  return built.form.nodes.size() - 1;
}

std::size_t Builder::open_region(std::string_view id, i18n::Word title) {
  const std::size_t card = open(Widget::card, id);
  // Named by a label, not by its title: a heading that names what it stands in is passed over by Orca when it
  // reads on, once the heading is scrolled out of sight.
  node(card).label = word(title);
  return card;
}

void Builder::close(std::size_t container) {
  node(container).end = static_cast<std::uint32_t>(built.form.nodes.size());
}

}  // namespace aushang::form
