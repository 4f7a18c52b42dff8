// Stands in for a header that the apache-tvm wheel leaves out: a byte stream with typed access.
#pragma once
#include <cstddef>
#include <cstdint>

namespace tvm {
namespace support {

// Specialised in serializer.h for each type that goes over a stream.
template <class T, class Enable = void>
struct Serializer {
  static constexpr bool enabled = false;
};

class Stream {
 public:
  virtual ~Stream() {}

  // Both return the number of bytes that were moved.
  virtual size_t Read(void* destination, size_t size) = 0;
  virtual size_t Write(const void* source, size_t size) = 0;

  // False where the stream ends too early.
  template <class T>
  bool Read(T* value) {
    return Serializer<T>::Read(this, value);
  }

  template <class T>
  void Write(const T& value) {
    Serializer<T>::Write(this, value);
  }

  template <class T>
  bool ReadArray(T* values, size_t count) {
    for (size_t i = 0; i < count; ++i) {
      if (!Read<T>(values + i)) return false;
    }
    return true;
  }

  template <class T>
  void WriteArray(const T* values, size_t count) {
    for (size_t i = 0; i < count; ++i) Write<T>(values[i]);
  }
};

}  // namespace support
}  // namespace tvm
