#include "app/update.h"

#include <map>
#include <memory>
#include <string>
#include <variant>

namespace aushang::app {
namespace {

struct Updater {
  State& state;
  const Seen& seen;

  void operator()(const Opened& event) const {
    state.posting = event.posting;
    state.language = event.language;
    state.hovered = {};
    state.hovered_node = layout::k_no_node;
    state.did.copied.clear();
    if (event.posting->undrawable) state.plain = PlainReason::script;
    keep_answers();
    build();
  }
  void operator()(const Acted& event) const {
    if (state.posting == nullptr) return;
    if (form::act(state.posting->rules, event.id, event.value, event.on, state.answers, state.did,
                  language()))
      build();
  }
  void operator()(const Measured& event) const {
    state.width = event.width;
    state.panel = event.panel;
    state.islands = event.islands;
  }
  void operator()(const Scrolled& event) const { state.view = event.view; }
  void operator()(const LookChanged&) const { ++state.look; }
  void operator()(const PointerMoved& event) const {
    if (seen.page == nullptr) return;
    state.hovered = layout::link_at(*seen.page, event.point, *seen.measure);
    if (seen.form == nullptr || seen.form_page == nullptr) return;
    const base::Point inside = {event.point.x - seen.panel.x, event.point.y - seen.panel.y};
    state.hovered_node = layout::form_node_at(seen.form->form, *seen.form_page, inside);
  }
  void operator()(const PointerLeft&) const {
    state.hovered = {};
    state.hovered_node = layout::k_no_node;
  }
  void operator()(const ContextLost&) const {
    state.context_lost = true;
    // Once may be chance (a sleeping laptop, a driver's update); twice is this machine.
    if (++state.context_losses >= 2) state.plain = PlainReason::context_lost;
  }
  void operator()(const ContextRestored&) const {
    state.context_lost = false;
    ++state.look;
  }
  void operator()(const PlainWanted& event) const { state.plain = event.reason; }
  void operator()(const TileWanted&) const {
    if (state.posting != nullptr && state.posting->undrawable) {
      state.plain = PlainReason::script;
    } else {
      state.plain = PlainReason::none;
    }
  }

 private:
  [[nodiscard]] std::string language() const {
    return form::page_language(state.language, state.posting->language);
  }
  void build() const {
    const Posting& posting = *state.posting;
    state.form = std::make_shared<const form::Built>(form::build({.rules = posting.rules,
                                                                  .answers = state.answers,
                                                                  .view = state.did,
                                                                  .title = posting.heading,
                                                                  .posting_language = posting.language,
                                                                  .check_language = posting.check_language,
                                                                  .language = state.language,
                                                                  .phrases = posting.phrases}));
  }

  /// The same posting in another language asks the same; what another one doesn't ask is dropped.
  void keep_answers() const {
    const rules::RuleSet& rules = state.posting->rules;
    std::erase_if(state.answers.by_question,
                  [&](const auto& entry) { return rules.question(entry.first) == nullptr; });
    std::erase_if(state.did.folded, [&](const std::string& id) { return rules.question(id) == nullptr; });
    std::erase_if(state.did.have, [&](const std::string& id) { return rules.material(id) == nullptr; });
    if (rules.position(state.answers.position) == nullptr) state.answers.position.clear();
    form::read_again(rules, state.answers, state.did, language());
  }
};

}  // namespace

State update(State state, const Event& event, const Seen& seen) {
  std::visit(Updater{state, seen}, event);
  return state;
}

bool needs_frame(const State& before, const State& after) {
  if (before.plain != after.plain || before.form != after.form) return true;
  if (after.plain != PlainReason::none || after.context_lost) return false;
  return before.width != after.width || before.islands != after.islands || before.view != after.view ||
         before.look != after.look || before.hovered != after.hovered ||
         before.hovered_node != after.hovered_node || before.panel != after.panel ||
         before.context_lost != after.context_lost;
}

}  // namespace aushang::app
