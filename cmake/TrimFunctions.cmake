# aushang_trim(SOURCE OUT FUNCTIONS…): a copy of a C++ file in which the named functions do nothing. Optimising for size
# finds out by itself what is never called, but not what is called and never has an effect here.
#
# A function is given as the line of its definition begins, up to its opening parenthesis, e.g.
# "void ImGui::UpdateMouseWheel(". Its body has to be `{` … `}` with both braces at the start of a line. What isn't
# there, or is there twice, stops the build: then this library has changed, and the list has to be looked at again.
# A function that returns something returns its type's zero.
function(aushang_trim source out)
  file(READ "${source}" text)
  foreach(function IN LISTS ARGN)
    set(count 0)
    set(rest "${text}")
    set(offset 0)
    # A declaration may stand before the definition: the one that counts is followed by a body.
    while(TRUE)
      string(FIND "${rest}" "\n${function}" at)
      if(at EQUAL -1)
        break()
      endif()
      math(EXPR from "${at} + 1")
      string(SUBSTRING "${rest}" ${from} -1 rest)
      math(EXPR offset "${offset} + ${from}")
      string(FIND "${rest}" "\n" line_end)
      string(SUBSTRING "${rest}" 0 ${line_end} line)
      math(EXPR body "${line_end} + 1")
      string(SUBSTRING "${rest}" ${body} 2 opening)
      if(opening STREQUAL "{\n")
        math(EXPR count "${count} + 1")
        math(EXPR body_start "${offset} + ${body}")
        string(FIND "${rest}" "\n}\n" body_end)
        math(EXPR body_end "${offset} + ${body_end} + 3")
        set(signature "${line}")
      endif()
    endwhile()
    if(NOT count EQUAL 1)
      message(FATAL_ERROR "${source}: ${count} functions begin with '${function}', there has to be one.")
    endif()
    if(signature MATCHES "^(static )?void ")
      set(empty "{}\n")
    else()
      set(empty "{ return {}; }\n")
    endif()
    string(SUBSTRING "${text}" 0 ${body_start} before)
    string(SUBSTRING "${text}" ${body_end} -1 after)
    set(text "${before}${empty}${after}")
  endforeach()
  # Only if it changed, so that nothing is built anew in vain.
  file(CONFIGURE OUTPUT "${out}" CONTENT "${text}" @ONLY)
endfunction()
