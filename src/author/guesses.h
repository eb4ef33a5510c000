#pragma once
/// The comments in which `init` names what it guessed: "$comment": "Confirm: line 12". They stand in the
/// object that was guessed; `apply` has one for all it says, joined by "; ".
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"

namespace aushang::author {

/// How each comment on a guess begins.
inline constexpr std::string_view k_to_be_confirmed = "Confirm: ";
/// How the file's own comment begins.
inline constexpr std::string_view k_drafted = "A draft by `aushang init`";

/// What a guess in `apply` is about, and how its words begin.
enum class Guess { address, tag, deadline, inquiry, portal, closed };
inline constexpr std::string_view k_address_guess = "address ", k_tag_guess = "tag ",
                                  k_deadline_guess = "deadline ", k_until_filled_guess = "open until filled",
                                  k_inquiry_guess = "inquiries ", k_portal_guess = "portal ",
                                  k_closed_guess = "closed ",
                                  k_no_address_guess = "The page shows no complete address";

/// Where each guess of a file stands that nobody has confirmed; a comment that names several stands for each.
[[nodiscard]] std::vector<base::Position> guesses_in(const base::Json& check);

/// The words of the first such comment in a value; nothing where it has none.
[[nodiscard]] std::optional<std::string> guess_in(const base::Json& value);
/// The same for its own comment, whatever there is in its parts.
[[nodiscard]] std::optional<std::string> own_guess_in(const base::Json& value);
/// The same for one thing that `apply` says: "line 12, spelt out there". `address` tells which one of `to`;
/// what names none of them is about the first.
[[nodiscard]] std::optional<std::string> guess_in_apply(const base::Json& apply, Guess what,
                                                        std::string_view address = {});

/// Takes the comments on guesses out of a value; those words out of the comment of `apply`, which goes with
/// its last.
void confirm(base::Json& value);
void confirm_own(base::Json& value);
void confirm_in_apply(base::Json& apply, Guess what, std::string_view address = {});
/// Where there is no guess left, the file is no draft any more, and the comment that says so goes.
void end_draft(base::Json& check);

}  // namespace aushang::author
