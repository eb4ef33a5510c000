#pragma once
/// Numbers as text, in JavaScript's notation (ECMA-262, Number::toString), which is JSON's too.
///
/// std::to_chars would do the same, but its tables cost the app more than a fifth of its budget of bytes.
#include <string>

namespace aushang::base {

/// The fewest digits that read back as `number`: "0.1", "1e+21", "-5e-324". Neither zero has a sign. Without
/// a finite value: "NaN", "Infinity", "-Infinity", none of which is JSON.
[[nodiscard]] std::string number_text(double number);

}  // namespace aushang::base
