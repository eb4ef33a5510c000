#pragma once
/// Reading JSON written by people: takes what is right, complains about everything else, and goes on. For the
/// loaders of check.json, answers.json, site.json (src/site) and steps (author/step.h) only.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/json.h"
#include "base/local_text.h"
#include "base/shape.h"

namespace aushang::base {

/// Gathers what is wrong with one file. Beyond k_max_diagnostics it only counts.
class Complaints {
 public:
  explicit Complaints(std::string_view file) : file_(file) {}

  void error(std::string code, Position at, std::string_view path, std::string message);
  void warn(std::string code, Position at, std::string_view path, std::string message);
  void add(Diagnostics all);

  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::string_view file() const { return file_; }
  /// In the order of the file, the errors or, if there are none, the warnings; the last one counts those left
  /// out.
  [[nodiscard]] Diagnostics take();

 private:
  void add(Diagnostic one);

  std::string file_;
  Diagnostics all_;
  std::size_t errors_ = 0;
  std::size_t left_out_ = 0;
};

/// A value and where it stands. Without a value it stands for something that isn't there.
struct Place {
  const Json* json = nullptr;
  std::string path;  ///< $.clauses[0].quote

  explicit operator bool() const { return json != nullptr; }
};

[[nodiscard]] Place element_of(const Place& list, std::size_t index);
[[nodiscard]] Place member_of(const Place& object, const JsonMember& member);

/// "a", "b" or "c"; long lists are cut short.
[[nodiscard]] std::string list_names(std::span<const std::string_view> names);
/// `did you mean "x"?`, or the names there are.
[[nodiscard]] std::string suggest(std::string_view word, std::span<const std::string_view> known);

/// An object whose keys are known. Unknown ones are complained about at once; "$comment" is welcome anywhere.
class ObjectReader {
 public:
  ObjectReader(Complaints& complaints, const Place& place, const Shape& shape);

  /// False where the value is no object: then every member is missing, without further complaint.
  [[nodiscard]] bool is_object() const { return is_object_; }
  /// The member as the shape has it: a complaint where it is required and missing, nothing where it may be
  /// null and is.
  [[nodiscard]] Place member(std::string_view key) const;
  /// Where more than the shape says whether it is needed: without a complaint, and with one.
  [[nodiscard]] Place optional(std::string_view key) const;
  [[nodiscard]] Place required(std::string_view key) const;

 private:
  Complaints& complaints_;
  Place place_;
  const Shape& shape_;
  bool is_object_;
};

/// Each gives nothing, or the default, after a complaint; without one where `place` has no value.
[[nodiscard]] std::string read_string(Complaints& complaints, const Place& place);  ///< not empty
[[nodiscard]] std::string read_line(Complaints& complaints, const Place& place);    ///< not empty, one line
[[nodiscard]] std::optional<bool> read_flag(Complaints& complaints, const Place& place);
[[nodiscard]] std::optional<double> read_number(Complaints& complaints, const Place& place);
[[nodiscard]] LocalText read_text(Complaints& complaints, const Place& place);
[[nodiscard]] std::string read_url(Complaints& complaints, const Place& place);  ///< http or https
[[nodiscard]] std::optional<Date> read_date(Complaints& complaints, const Place& place);
/// One of `names`; the index in them.
[[nodiscard]] std::optional<std::size_t> read_name(Complaints& complaints, const Place& place,
                                                   std::span<const std::string_view> names);
/// The elements of a list of at most k_max_list.
[[nodiscard]] std::vector<Place> read_list(Complaints& complaints, const Place& place);
/// Those of a list without repetitions.
[[nodiscard]] std::vector<Place> read_distinct_list(Complaints& complaints, const Place& place);
/// Those of a list that has some, without repetitions; `what` names one of them in messages.
[[nodiscard]] std::vector<Place> read_nonempty_list(Complaints& complaints, const Place& place,
                                                    std::string_view what);
void check_version(Complaints& complaints, const Place& place);  ///< 1 is the only one there is

/// Ids: [a-z][a-z0-9_]*, each once.
class Ids {
 public:
  [[nodiscard]] std::string read(Complaints& complaints, const Place& place);

 private:
  std::unordered_map<std::string, Position> seen_;
};

/// The most entries any list may have: what is longer is no posting, and bounds keep later work bounded.
inline constexpr std::size_t k_max_list = 500;

[[nodiscard]] std::string quoted(std::string_view text);  ///< in double quotes, shortened where long

}  // namespace aushang::base
