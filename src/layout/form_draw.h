#pragma once
/// What a form looks like: the part of it in a band, appended to a draw list.
#include <cstdint>
#include <span>

#include "layout/draw_list.h"
#include "layout/form_layout.h"

namespace aushang::layout {

/// `origin` is the form's upper left corner and `band` what to draw, both in the coordinates of `out`'s other
/// content (the sheet's). Only what meets the band is added. `hovered` is the index of the node under the
/// pointer, or k_no_node.
///
/// `before`: the tone each node had before a change that is still seen (Fade); empty: nothing changes. What
/// fades is what answers back: a verdict, signs, and the rails between them.
///
/// Every option, link, button, field, area and progress in the band is an item (DrawList::items).
///
/// Texts and ids in `out` are views into `form`, which has to live, unmoved and unchanged, as long as the
/// list.
void draw_form(const Form& form, const FormPage& page, const FormTheme& theme, base::Point origin,
               base::Band band, const TextMeasure& measure, std::uint32_t hovered, DrawList& out,
               std::span<const Tone> before = {});

}  // namespace aushang::layout
