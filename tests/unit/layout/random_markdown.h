#pragma once
/// Random Markdown, the same everywhere: the generator is ours, because the standard library's distributions
/// differ between platforms.
#include <cstdint>
#include <string>
#include <string_view>

namespace aushang::layout {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435769u + 1) {}
  std::size_t below(std::size_t count) {
    state_ ^= state_ << 13, state_ ^= state_ >> 17, state_ ^= state_ << 5;
    return state_ % count;
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <std::size_t n>
  std::string_view pick(const std::string_view (&from)[n]) {
    return from[below(n)];
  }

 private:
  std::uint32_t state_;
};

/// Well-formed pages with everything a posting may hold, nested as deep as chance wants.
class RandomMarkdown {
 public:
  explicit RandomMarkdown(std::uint32_t seed) : random_(seed) {}

  std::string page() {
    std::string out;
    for (std::size_t i = 0, count = 1 + random_.below(8); i < count; ++i) out += block(0) + "\n";
    return out;
  }

  std::string line(std::size_t words) {
    static constexpr std::string_view k_words[] = {
        "a",
        "the",
        "Ärger",
        "größer",
        "😀",
        "日本語のテキスト",
        "soft\u00ADhy\u00ADphen\u00ADa\u00ADtion",
        "NeurIPS/ICLR",
        "well-known",
        "**bold words**",
        "*em*",
        "***both***",
        "`code  x`",
        "[a link](https://x.example/)",
        "<https://very.long.address.example/with/a/path/that/goes/on>",
        "~~struck out~~",
        "[**b** `c`](u.html)",
        "![far](https://other.example/p.png)",
        "<b>",
        "[](https://a.example)",
        "no\u00A0break",
        "zero\u200Bwidth",
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
        "&amp;",
        "«",
        "100 %",
        "(x)",
        "compute_transport_plan",
        "**a\u00AD**b",
        "[x](javascript:y)",
        "한국어",
        "—",
        "…",
        "1,5",
        "&nbsp;",
        "***a*** *b*"};
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
      if (i > 0)
        out += random_.one_in(9) ? "\n" : random_.one_in(12) ? "  \n" : random_.one_in(9) ? "   " : " ";
      out += random_.pick(k_words);
    }
    return out;
  }

  /// Any signs of Markdown in any order.
  std::string soup(std::size_t length) {
    static constexpr std::string_view k_signs[] = {
        "#",  "-", "*",    "_",  "`",  "[",    "]",       "(",    ")",   "!",  "|", ":",
        "\n", " ", "\t",   "1.", "x",  "<",    ">",       "~~",   "ä",   "😀", "a", "\\",
        "\n", " ", "\n\n", "- ", "> ", "    ", "|-|-|\n", "word", "[ ]", "```"};
    std::string out;
    while (out.size() < length) out += random_.pick(k_signs);
    return out;
  }

 private:
  static std::string indent(const std::string& text, std::string_view first, std::string_view rest) {
    std::string out(first);
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (text[i] == '\n' && i + 1 < text.size()) out += rest;
    }
    return out;
  }

  std::string block(int depth) {
    switch (random_.below(depth > 3 ? 8 : 12)) {
      case 0:
        return std::string(1 + random_.below(6), '#') + " " + inline_text(4) + "\n";
      case 1:
        return "```c++\nint  x;\t// ä\n\n\tlong line of code that goes on and on;\n" +
               std::string(random_.below(3), '\n') + "```\n";
      case 2:
        return "* * *\n";
      case 3:
        return table();
      case 4:
        return random_.one_in(3)   ? "<!-- gone -->\n"
               : random_.one_in(2) ? "![near](near.png)\n"
                                   : "[](x.html)\n";
      case 8:
        return quote(depth);
      case 9:
      case 10:
      case 11:
        return list(depth);
      default:
        return line(1 + random_.below(30)) + "\n";
    }
  }

  std::string inline_text(std::size_t words) {
    std::string out = line(words);
    for (char& c : out) c = c == '\n' || c == '|' ? ' ' : c;
    return out;
  }

  std::string quote(int depth) {
    std::string inside;
    for (std::size_t i = 0, count = random_.below(4); i < count; ++i) inside += block(depth + 1) + "\n";
    return indent(inside.empty() ? "\n" : inside, "> ", "> ");
  }

  std::string list(int depth) {
    const bool ordered = random_.one_in(3), loose = random_.one_in(3), tasks = random_.one_in(4);
    const std::string mark = ordered ? (random_.one_in(2) ? "1. " : "7. ") : "- ";
    std::string out;
    for (std::size_t i = 0, count = 1 + random_.below(4); i < count; ++i) {
      std::string item;
      if (tasks) item += random_.one_in(2) ? "[x] " : "[ ] ";
      if (!random_.one_in(8)) item += inline_text(1 + random_.below(12)) + "\n";
      if (item.empty()) item = "\n";
      for (std::size_t k = random_.below(3); k > 1; --k) item += (loose ? "\n" : "") + block(depth + 1);
      out += indent(item, mark, "   ") + (item.back() == '\n' ? "" : "\n") + (loose ? "\n" : "");
    }
    return out;
  }

  std::string table() {
    static constexpr std::string_view k_rules[] = {"-", ":-", ":-:", "-:"};
    const std::size_t columns = 1 + random_.below(4);
    std::string head = "|", rule = "|", body;
    for (std::size_t i = 0; i < columns; ++i) {
      head += inline_text(1 + random_.below(3)) + "|";
      rule += std::string(random_.pick(k_rules)) + "|";
    }
    for (std::size_t r = random_.below(4); r > 0; --r) {
      body += "|";
      for (std::size_t i = 0; i < columns; ++i)
        body += (random_.one_in(5) ? " " : inline_text(1 + random_.below(8))) + "|";
      body += "\n";
    }
    return head + "\n" + rule + "\n" + body;
  }

  Random random_;
};

}  // namespace aushang::layout
