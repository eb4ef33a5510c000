#pragma once
/// check.json as a tree that is read whatever is wrong with it, and changed. Private to the module.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/shape.h"

namespace aushang::author {

/// The member of that name, to be changed; null where there is none.
[[nodiscard]] base::Json* find(base::Json& object, std::string_view key);
/// The entries of the list of that name; none where there is no such list.
[[nodiscard]] const base::JsonArray& list_in(const base::Json& object, std::string_view key);
[[nodiscard]] base::JsonArray* list_in(base::Json& object,
                                       std::string_view key);  ///< null where there is none
/// A value as a string; empty where it is none, or null.
[[nodiscard]] std::string string_of(const base::Json* value);
/// The member as a string; empty where it is none.
[[nodiscard]] std::string string_in(const base::Json& object, std::string_view key);

/// Sets a member. A new one stands behind the last of those that come before it in such an object.
void put(base::Json& object, std::string_view key, base::Json value, const base::Shape& shape);
void take(base::Json& object, std::string_view key);
/// Takes an entry out of a list of names, wherever it stands there.
void take_name(base::JsonArray& names, std::string_view name);
/// Sets a value in the place of another one.
void replace(base::Json& old, base::Json value);

/// A value from elsewhere, which stands nowhere in this file.
[[nodiscard]] base::Json without_places(base::Json json);

/// A text in a language, as base::LocalText picks it; empty where there is none.
[[nodiscard]] std::string text_in(const base::Json& object, std::string_view key, std::string_view language);
/// Sets the text in that language; those in others stay.
void put_text(base::Json& object, std::string_view key, base::Json value, std::string_view language,
              const base::Shape& shape);

/// The phrases that the page itself has, not its translations.
[[nodiscard]] std::vector<std::string> phrases_in(const base::Json& object, std::string_view language);

}  // namespace aushang::author
