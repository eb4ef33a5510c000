#include "app/motion.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace aushang::app {

using layout::Tone;

std::vector<Tone> tones_before(const layout::Form& before, const layout::Form& now) {
  std::map<std::string_view, Tone> by_id;
  for (const layout::FormNode& node : before.nodes) by_id.emplace(node.id, node.tone);
  std::vector<Tone> tones;
  for (const layout::FormNode& node : now.nodes) {
    const auto found = by_id.find(node.id);
    tones.push_back(found == by_id.end() ? Tone::none : found->second);
  }
  return tones;
}

bool stands_differently(const form::Built& before, const form::Built& after) {
  const std::vector<Tone> tones = tones_before(before.form, after.form);
  if (!std::ranges::equal(tones, after.form.nodes, {}, {}, &layout::FormNode::tone)) return true;
  return !std::ranges::equal(before.phrases, after.phrases, {}, &form::PhraseState::tone,
                             &form::PhraseState::tone);
}

float seen_share(const Motion& motion, double now, double duration) {
  if (duration <= 0) return 1;
  const auto left = 1 - static_cast<float>(std::clamp((now - motion.since) / duration, 0.0, 1.0));
  return 1 - left * left;
}

}  // namespace aushang::app
