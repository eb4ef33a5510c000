#include "app/open.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "app/bundle.h"
#include "base/direction.h"
#include "doc/mark.h"
#include "doc/parse.h"
#include "html/page.h"
#include "html/phrases.h"
#include "layout/drawable.h"
#include "layout/segments.h"

namespace aushang::app {
namespace {

/// The title as a document of one heading.
doc::Document title_document(const std::string& title) {
  doc::Document document;
  document.text = title;
  const doc::Range all = {0, static_cast<std::uint32_t>(title.size())};
  doc::Inline& text = document.inlines.emplace_back();
  text.kind = doc::InlineKind::text;
  text.end = 1;
  text.text = all;
  doc::Block& heading = document.blocks.emplace_back();
  heading.kind = doc::BlockKind::heading;
  heading.level = 1;
  heading.end = 1;
  heading.inlines = {0, 1};
  heading.text = all;
  return document;
}

}  // namespace

base::Result<Posting> open_posting(std::string_view bundle_json) {
  base::Result<Bundle> bundle = read_bundle(bundle_json);
  if (!bundle) return bundle.errors();
  base::Result<doc::Document> text = doc::parse(bundle->markdown);
  if (!text) return text.errors();
  // The same marks as on the page; they carry addresses, which the layer has already.
  *text = doc::mark(*text, html::phrases(*text, bundle->rules, bundle->language)).document;
  Posting posting;
  posting.heading = bundle->title;
  posting.language = bundle->language;
  posting.check_language = bundle->check_language;
  posting.phrases = html::clause_phrases(*text);
  for (std::uint32_t i = 0; i < text->inlines.size(); ++i) {
    const std::string_view target = text->target(text->inlines[i]);
    if (text->inlines[i].kind != doc::InlineKind::mark || !target.starts_with(html::k_clause_target))
      continue;
    const auto phrase = posting.phrases.find(target.substr(html::k_clause_target.size()));
    if (phrase != posting.phrases.end()) posting.clause_marks.emplace_back(i, phrase->second);
  }
  posting.rules = std::move(bundle->rules);
  posting.skip_block = html::title_block(*text, bundle->title);
  posting.undrawable = base::direction_of_language(bundle->language) == base::Direction::right_to_left ||
                       layout::find_undrawable(bundle->title).has_value() ||
                       layout::find_undrawable(text->text).has_value();
  for (std::uint32_t i = 0; i < text->blocks.size(); ++i) {
    if (doc::is_container(text->blocks[i].kind) || !layout::shows_image(*text, text->blocks[i])) continue;
    if (text->blocks[i].kind == doc::BlockKind::paragraph) {
      posting.picture_blocks.push_back(i);
    } else {
      posting.undrawable = true;
    }
  }
  posting.title = std::make_shared<const doc::Document>(title_document(bundle->title));
  posting.text = std::make_shared<const doc::Document>(std::move(*text));
  return posting;
}

}  // namespace aushang::app
