#include "main/arguments.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/text.h"

namespace aushang::cli {

Arguments::Arguments(const std::vector<std::string>& words, const Known& known,
                     const std::vector<std::string_view>& repeatable) {
  const auto knows = [&known](const std::string& name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word.size() < 2 || word[0] != '-') {
      rest.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    std::string value;
    if (knows(name + "=")) {
      if (equals != std::string::npos) {
        value = word.substr(equals + 1);
      } else if (i + 1 < words.size()) {
        value = words[++i];
      } else {
        mistakes.push_back(name + " needs a value after it.");
        continue;
      }
    } else if (!knows(name) || equals != std::string::npos) {
      std::vector<std::string_view> names;
      for (std::string_view one : known)
        names.push_back(one.ends_with('=') ? one.substr(0, one.size() - 1) : one);
      const std::string_view near = base::nearest(name, names);
      mistakes.push_back(knows(name)
                             ? name + " takes no value."
                             : "there is no option " + name +
                                   (near.empty() ? "." : "; did you mean " + std::string(near) + "?"));
      continue;
    }
    std::vector<std::string>& held = values_[name];
    const bool may_repeat = std::find(repeatable.begin(), repeatable.end(), name) != repeatable.end();
    if (!held.empty() && !may_repeat) {
      mistakes.push_back(name + " is given twice.");
      continue;
    }
    held.push_back(std::move(value));
  }
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace aushang::cli
