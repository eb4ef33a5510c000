#include <gtest/gtest.h>

#include <map>
#include <string>

#include "pack/compress.h"
#include "pack/hash.h"
#include "pack/zip.h"

namespace aushang::pack {
namespace {

// FIPS 180-4's examples, and the lengths around a block.
TEST(Hash, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, IntegrityIsBase64) {
  EXPECT_EQ(integrity(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(integrity("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST(Compress, IsSmallerAndTheSameEachTime) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "A position at the tide station. ";
  for (const auto pack : {brotli, gzip}) {
    const std::string once = pack(text);
    EXPECT_FALSE(once.empty());
    EXPECT_LT(once.size() * 20, text.size());
    EXPECT_EQ(pack(text), once);
    EXPECT_FALSE(pack("").empty()) << "nothing can be packed, too";
  }
}

TEST(Compress, GzipTellsNeitherTimeNorSystem) {
  const std::string packed = gzip("text");
  ASSERT_GE(packed.size(), 18u);
  EXPECT_EQ(packed.substr(0, 10), std::string("\x1f\x8b\x08\0\0\0\0\0\x02\xff", 10));
}

TEST(Compress, WhatIsWorthIt) {
  for (const char* name : {"index.html", "v/1/app/aushang.wasm", "A.JSON", "manifest.webmanifest"})
    EXPECT_TRUE(is_compressible(name)) << name;
  for (const char* name : {"photo.png", "app.js.br", "html", "letter.pdf"})
    EXPECT_FALSE(is_compressible(name)) << name;
}

TEST(Zip, StoresEachFileAndListsItAtTheEnd) {
  const std::string one = zip({{"a/ü.txt", "abc"}});
  EXPECT_EQ(zip({{"a/ü.txt", "abc"}}), one);
  const std::string name = "a/ü.txt";
  // APPNOTE 4.3.7: version 2.0, names in UTF-8, stored, 1980-01-01, CRC-32 of "abc", three bytes, of three.
  const std::string about("\x14\0\0\x08\0\0\0\0\x21\0\xc2\x41\x24\x35\x03\0\0\0\x03\0\0\0\x08\0\0\0", 26);
  EXPECT_EQ(one.substr(0, 41), "PK\x03\x04" + about + name + "abc");
  const std::string central = one.substr(41, one.size() - 41 - 22);
  EXPECT_EQ(central.substr(0, 32), std::string("PK\x01\x02\x14\x03", 6) + about);
  EXPECT_EQ(central.substr(central.size() - name.size()), name);
  EXPECT_EQ(one.substr(one.size() - 22),
            std::string("PK\x05\x06\0\0\0\0\x01\0\x01\0\x36\0\0\0\x29\0\0\0\0\0", 22));
}

TEST(Zip, HoldsNoMoreFilesThanItCanCount) {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 65535; ++i) files.emplace(std::to_string(i), "");
  EXPECT_FALSE(zip(files).empty());
  files.emplace("one more", "");
  EXPECT_EQ(zip(files), "");
}

}  // namespace
}  // namespace aushang::pack
