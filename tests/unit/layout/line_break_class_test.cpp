#include "layout/line_break_class.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <ios>
#include <utility>

namespace aushang::layout {
namespace {

namespace table = line_break_table;

TEST(LineBreakClass, CodePointsOfEveryPlaneHaveTheirClass) {
  LineBreakClasses classes;
  for (const auto& [code_point, expected] : std::initializer_list<std::pair<char32_t, std::uint8_t>>{
           {U'a', table::AL},    {U' ', table::SP},    {U'\u00AD', table::BA}, {U'\u00FF', table::AL},
           {0x100, table::AL},   {0x2C8, table::BB},   {0x300, table::CM},     {0x5D0, table::HL},
           {0x660, table::NU},   {0x2014, table::B2},  {0x20A0, table::PR},    {0x20CF, table::PR},
           {0x3041, table::NS},  {0x3042, table::ID},  {0x300C, table::OPE},   {0x4E00, table::ID},
           {0xABFF, table::AL},  {0xAC00, table::H2},  {0xAC01, table::H3},    {0xAC1C, table::H2},
           {0xD7A3, table::H3},  {0xD7A4, table::AL},  {0xE000, table::AL},    {0xFEFF, table::WJ},
           {0xFFFC, table::CB},  {0xFFFF, table::AL},  {0x10000, table::AL},   {0x1F1E6, table::RI},
           {0x1F3FB, table::EM}, {0x1F44D, table::EB}, {0x1F02C, table::EB},   {0x20000, table::ID},
           {0x2FFFD, table::ID}, {0x3FFFD, table::ID}, {0xE0001, table::CM},   {0x10FFFF, table::AL}}) {
    EXPECT_EQ(classes.of(code_point), expected) << std::hex << static_cast<std::uint32_t>(code_point);
  }
}

TEST(LineBreakClass, RememberingTheLastRunChangesNothing) {
  LineBreakClasses upwards, downwards;
  for (char32_t c = 0; c < 0x30000; ++c) {
    LineBreakClasses fresh;
    const std::uint8_t expected = fresh.of(c);
    ASSERT_EQ(upwards.of(c), expected) << std::hex << static_cast<std::uint32_t>(c);
    (void)downwards.of(0x2FFFF - c);
    ASSERT_EQ(downwards.of(c), expected) << std::hex << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace aushang::layout
