#pragma once
#include <cstdio>
#include <cstdlib>

/// Stops the fuzzer where a promise is broken, saying which.
#define FUZZ_CHECK(promise)                                                      \
  do {                                                                           \
    if (!(promise)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise); \
      std::abort();                                                              \
    }                                                                            \
  } while (false)
