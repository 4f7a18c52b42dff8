// Stands in for a header that the apache-tvm wheel leaves out. Its only user is JSON that holds tensors, which a chat library
// in a browser never reads or writes: it compiles, and aborts when called.
#pragma once
#include <cstdlib>

#include "bytes_io.h"

namespace tvm {
namespace support {

struct Base64InStream : public Stream {
  using Stream::Read;
  using Stream::Write;

  explicit Base64InStream(Stream*) {}
  void InitPosition() {}
  size_t Read(void*, size_t) override { std::abort(); }
  size_t Write(const void*, size_t) override { std::abort(); }
};

struct Base64OutStream : public Stream {
  using Stream::Read;
  using Stream::Write;

  explicit Base64OutStream(Stream*) {}
  void Finish() {}
  size_t Read(void*, size_t) override { std::abort(); }
  size_t Write(const void*, size_t) override { std::abort(); }
};

}  // namespace support
}  // namespace tvm
