#pragma once
/// A value, or everything that kept it from being made. No exceptions in the app, so this is how
/// functions that can fail say so.
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace aushang::base {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostics errors) : held_(std::in_place_index<1>, std::move(errors)) {}
  Result(Diagnostic error) : held_(std::in_place_index<1>, Diagnostics{std::move(error)}) {}

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Only when ok().
  [[nodiscard]] T& value() & { return *std::get_if<0>(&held_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&held_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&held_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  /// Only when not ok().
  [[nodiscard]] const Diagnostics& errors() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Diagnostics> held_;
};

}  // namespace aushang::base
