#pragma once
/// Which of several positions ask for what. Private to the module.
#include <string>
#include <string_view>
#include <vector>

#include "author/simple_rule.h"
#include "base/json.h"

namespace aushang::author {

/// The position of that id; null where there is none.
[[nodiscard]] base::Json* position_in(base::Json& check, std::string_view id);
/// Of "materials" or "criteria". What has no list of its own asks for all.
[[nodiscard]] bool asks_for(const base::Json& position, std::string_view list, std::string_view id);
/// The ids of the positions that ask for an entry of such a list.
[[nodiscard]] base::JsonArray asking_for(const base::Json& check, std::string_view list, std::string_view id);
/// Whether there are positions, and each says by itself what `apply` says under that key.
[[nodiscard]] bool all_say(const base::Json& check, std::string_view key);

/// Who asks which questions: of a position a rule rests on them, or whether it wants a document.
class QuestionsAsked {
 public:
  explicit QuestionsAsked(const base::Json& check);
  /// The ids of the positions that ask it; of all where it decides nothing.
  [[nodiscard]] base::JsonArray by(std::string_view question) const;

 private:
  std::vector<std::string> positions_;
  std::vector<Names> asked_;  ///< by each of them
  Names decide_;              ///< something, for any
};

}  // namespace aushang::author
