// Stands in for a header that the apache-tvm wheel leaves out. The wire format is little-endian: scalars as they are, each
// container as a 64-bit count and then its items.
#pragma once
#include <dlpack/dlpack.h>
#include <tvm/ffi/container/array.h>
#include <tvm/ffi/container/map.h>
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>

#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tvm {
namespace support {

inline void WriteCount(Stream* stream, size_t count) {
  uint64_t wide = count;
  stream->Write(&wide, sizeof wide);
}

inline bool ReadCount(Stream* stream, size_t* count) {
  uint64_t wide = 0;
  if (stream->Read(&wide, sizeof wide) != sizeof wide) return false;
  *count = static_cast<size_t>(wide);
  return true;
}

template <class T>
struct Serializer<T, std::enable_if_t<std::is_arithmetic_v<T> || std::is_enum_v<T>>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const T& value) { stream->Write(&value, sizeof(T)); }

  static bool Read(Stream* stream, T* value) { return stream->Read(value, sizeof(T)) == sizeof(T); }
};

template <>
struct Serializer<std::string> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const std::string& text) {
    WriteCount(stream, text.size());
    stream->Write(text.data(), text.size());
  }

  static bool Read(Stream* stream, std::string* text) {
    size_t size;
    if (!ReadCount(stream, &size)) return false;
    text->assign(size, '\0');
    return size == 0 || stream->Read(text->data(), size) == size;
  }
};

// Text held by the FFI layer, as std::string.
template <class T>
struct Serializer<T, std::enable_if_t<std::is_same_v<T, ffi::String> || std::is_same_v<T, ffi::Bytes>>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const T& text) {
    Serializer<std::string>::Write(stream, std::string(text.data(), text.size()));
  }

  static bool Read(Stream* stream, T* text) {
    std::string copy;
    if (!Serializer<std::string>::Read(stream, &copy)) return false;
    *text = T(std::move(copy));
    return true;
  }
};

template <class First, class Second>
struct Serializer<std::pair<First, Second>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const std::pair<First, Second>& pair) {
    stream->Write(pair.first);
    stream->Write(pair.second);
  }

  static bool Read(Stream* stream, std::pair<First, Second>* pair) {
    return stream->Read(&pair->first) && stream->Read(&pair->second);
  }
};

template <class T>
struct Serializer<std::vector<T>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const std::vector<T>& items) {
    WriteCount(stream, items.size());
    stream->WriteArray(items.data(), items.size());
  }

  static bool Read(Stream* stream, std::vector<T>* items) {
    size_t count;
    if (!ReadCount(stream, &count)) return false;
    items->resize(count);
    return stream->ReadArray(items->data(), count);
  }
};

template <class T>
struct Serializer<ffi::Array<T>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const ffi::Array<T>& items) {
    WriteCount(stream, items.size());
    for (const T& item : items) stream->Write(item);
  }

  static bool Read(Stream* stream, ffi::Array<T>* items) {
    size_t count;
    if (!ReadCount(stream, &count)) return false;
    *items = ffi::Array<T>();
    for (size_t i = 0; i < count; ++i) {
      T item;
      if (!stream->Read(&item)) return false;
      items->push_back(item);
    }
    return true;
  }
};

template <class Key, class Value>
struct Serializer<ffi::Map<Key, Value>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const ffi::Map<Key, Value>& map) {
    WriteCount(stream, map.size());
    for (auto entry : map) {
      stream->Write(Key(entry.first));
      stream->Write(Value(entry.second));
    }
  }

  static bool Read(Stream* stream, ffi::Map<Key, Value>* map) {
    size_t count;
    if (!ReadCount(stream, &count)) return false;
    *map = ffi::Map<Key, Value>();
    for (size_t i = 0; i < count; ++i) {
      Key key;
      Value value;
      if (!stream->Read(&key) || !stream->Read(&value)) return false;
      map->Set(key, value);
    }
    return true;
  }
};

template <class Key, class Value>
struct Serializer<std::unordered_map<Key, Value>> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const std::unordered_map<Key, Value>& map) {
    WriteCount(stream, map.size());
    for (const auto& entry : map) {
      stream->Write(entry.first);
      stream->Write(entry.second);
    }
  }

  static bool Read(Stream* stream, std::unordered_map<Key, Value>* map) {
    size_t count;
    if (!ReadCount(stream, &count)) return false;
    map->clear();
    for (size_t i = 0; i < count; ++i) {
      std::pair<Key, Value> entry;
      if (!stream->Read(&entry)) return false;
      map->insert(std::move(entry));
    }
    return true;
  }
};

template <>
struct Serializer<DLDataType> {
  static constexpr bool enabled = true;
  static_assert(sizeof(DLDataType) == 4);

  static void Write(Stream* stream, const DLDataType& type) { stream->Write(&type, sizeof type); }

  static bool Read(Stream* stream, DLDataType* type) { return stream->Read(type, sizeof *type) == sizeof *type; }
};

template <>
struct Serializer<DLDevice> {
  static constexpr bool enabled = true;

  static void Write(Stream* stream, const DLDevice& device) {
    stream->Write(static_cast<int32_t>(device.device_type));
    stream->Write(static_cast<int32_t>(device.device_id));
  }

  static bool Read(Stream* stream, DLDevice* device) {
    int32_t type;
    int32_t id;
    if (!stream->Read(&type) || !stream->Read(&id)) return false;
    device->device_type = static_cast<DLDeviceType>(type);
    device->device_id = id;
    return true;
  }
};

}  // namespace support
}  // namespace tvm
