#pragma once
/// Points and rectangles in CSS pixels, y downwards.

namespace aushang::base {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] constexpr float right() const { return x + width; }
  [[nodiscard]] constexpr float bottom() const { return y + height; }
  /// The left and upper edges belong to it, the others don't.
  [[nodiscard]] constexpr bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

/// From `top` to `bottom` of something that is as wide as it likes.
struct Band {
  float top = 0;
  float bottom = 0;
  [[nodiscard]] constexpr float height() const { return bottom > top ? bottom - top : 0; }
  [[nodiscard]] constexpr bool meets(float other_top, float other_bottom) const {
    return other_top < bottom && other_bottom > top;
  }
  [[nodiscard]] constexpr bool covers(Band other) const { return top <= other.top && other.bottom <= bottom; }
  friend bool operator==(const Band&, const Band&) = default;
};

}  // namespace aushang::base
