// Gives a fuzzer each file named on the command line once, where libFuzzer isn't linked: sanitised builds
// replay the corpora.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s can't be read.\n", words[i]);
      return 1;
    }
    const std::string input{std::istreambuf_iterator<char>(file), {}};
    std::printf("%s\n", words[i]);  // the last one printed is the one that broke something
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
  return count > 1 ? 0 : 1;
}
