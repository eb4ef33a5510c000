#pragma once
/// Text as Markdown that means that text (CommonMark 0.31.2, section 2.4).
#include <cstddef>
#include <string>
#include <string_view>

namespace aushang::ingest {

/// Where a backslash must be put so that a line of running text begins no block (a list, a heading, a rule,
/// …); npos where it needs none.
[[nodiscard]] std::size_t block_start(std::string_view line);

enum class Place { paragraph, heading, cell };

/// These come in pairs where they mean something; a lone one, as in many addresses, is better left alone.
struct Pairs {
  bool tildes = true, underscores = true, dollars = true, carets = true;
  bool addresses = true;  ///< such as "https://a.example": they become links by themselves
};

/// Appends text so that it means itself behind what `out` holds already; `next` is the character that will
/// follow, or
/// '\0' for any.
void append_escaped(std::string& out, std::string_view text, Place place, char next, Pairs pairs = {});

/// How many backticks stand in a row at most: a fence around them is longer.
[[nodiscard]] std::size_t longest_backticks(std::string_view text);

/// `text` as a code span, its fence longer than any run of backticks in it.
[[nodiscard]] std::string code_span(std::string_view text);

/// What stands in the parentheses of a link: the address, and the title if there is one.
[[nodiscard]] std::string link_tail(std::string_view address, std::string_view title);

/// An image; its alternative text becomes plain. Empty where its address may not be one.
[[nodiscard]] std::string image(std::string_view alt, std::string_view address, std::string_view title,
                                Place place);

/// "2" as "²" or "₂"; empty where a character has no such form.
enum class Shift { up, down };
[[nodiscard]] std::string shifted_digits(std::string_view text, Shift shift);

/// What CommonMark's rules on emphasis ask of a character: white space (also the text's ends), punctuation,
/// or other; `unclear` where it is better to count on neither.
enum class CharacterClass { space, punctuation, word, unclear };
[[nodiscard]] CharacterClass class_before(std::string_view text, std::size_t offset);
[[nodiscard]] CharacterClass class_at(std::string_view text, std::size_t offset);

}  // namespace aushang::ingest
