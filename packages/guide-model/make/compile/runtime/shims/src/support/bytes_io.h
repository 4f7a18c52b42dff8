// Stands in for a header that the apache-tvm wheel leaves out: streams over memory.
#pragma once
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>
#include <tvm/support/serializer.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace tvm {
namespace support {

// Reads bytes that must outlive the stream.
class BytesInStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;

  BytesInStream(const void* bytes, size_t size) : next_(static_cast<const char*>(bytes)), left_(size) {}
  explicit BytesInStream(const std::string& bytes) : BytesInStream(bytes.data(), bytes.size()) {}
  explicit BytesInStream(const ffi::Bytes& bytes) : BytesInStream(bytes.data(), bytes.size()) {}

  size_t Read(void* destination, size_t size) override {
    size_t taken = std::min(size, left_);
    if (taken > 0) std::memcpy(destination, next_, taken);
    next_ += taken;
    left_ -= taken;
    return taken;
  }

  size_t Write(const void*, size_t) override { return 0; }

 private:
  const char* next_;
  size_t left_;
};

// Appends to a string that must outlive the stream.
class BytesOutStream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;

  explicit BytesOutStream(std::string* bytes) : bytes_(bytes) {}

  size_t Read(void*, size_t) override { return 0; }

  size_t Write(const void* source, size_t size) override {
    bytes_->append(static_cast<const char*>(source), size);
    return size;
  }

 private:
  std::string* bytes_;
};

}  // namespace support
}  // namespace tvm
