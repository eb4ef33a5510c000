#pragma once
/// What an object in JSON looks like, as its schema in assets/schemas says. tools/make-shapes.mjs makes
/// these.
#include <span>
#include <string_view>

namespace aushang::base {

struct Member {
  std::string_view key;
  bool is_required = false;
  bool may_be_null = false;  ///< null says the same as leaving the key out
};

struct Shape {
  /// Such an object, for who wrote something else; where that is a string, it stands in place of "…".
  std::string_view example;
  std::span<const Member> members;  ///< in the order in which people write them
};

}  // namespace aushang::base
