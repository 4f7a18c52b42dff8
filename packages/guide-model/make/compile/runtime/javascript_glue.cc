// What tvmjs, the JavaScript half of TVM's web runtime, expects of a WebAssembly module beyond the FFI's own C API.
#include <tvm/ffi/any.h>
#include <tvm/ffi/container/array.h>
#include <tvm/ffi/function.h>
#include <tvm/ffi/reflection/registry.h>
#include <tvm/runtime/tensor.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace ffi = tvm::ffi;
using tvm::runtime::Tensor;

extern "C" {

// Imports that tvmjs provides: they call and drop a JavaScript function.
int TVMFFIWasmSafeCall(void* function, const TVMFFIAny* arguments, int32_t count, TVMFFIAny* result);
void TVMFFIWasmFunctionDeleter(void* function);

TVM_FFI_DLL void* TVMWasmAllocSpace(int bytes) {
  int rounded_to_eight = (bytes + 7) & ~7;
  return std::malloc(rounded_to_eight);
}

TVM_FFI_DLL void TVMWasmFreeSpace(void* space) { std::free(space); }

TVM_FFI_DLL int TVMFFIWasmFunctionCreate(void* function, TVMFFIObjectHandle* handle) {
  return TVMFFIFunctionCreate(function, TVMFFIWasmSafeCall, TVMFFIWasmFunctionDeleter, handle);
}

// The text stays valid until the next call.
TVM_FFI_DLL const char* TVMFFIWasmGetLastError() {
  static std::string text;
  TVMFFIObjectHandle raised = nullptr;
  TVMFFIErrorMoveFromRaised(&raised);
  if (raised == nullptr) return "unknown error";
  auto* cell = reinterpret_cast<TVMFFIErrorCell*>(static_cast<char*>(raised) + sizeof(TVMFFIObject));
  text.assign(cell->kind.data, cell->kind.size);
  text.append(": ");
  text.append(cell->message.data, cell->message.size);
  TVMFFIObjectDecRef(raised);
  return text.c_str();
}

}  // extern "C"

namespace tvm {
namespace runtime {
namespace detail {

[[noreturn]] void LogFatalImpl(const std::string& file, int line, const std::string& message) {
  std::fprintf(stderr, "fatal: %s:%d: %s\n", file.c_str(), line, message.c_str());
  std::abort();
}

void LogMessageImpl(const std::string& file, int line, int level, const std::string& message) {
  std::FILE* stream = level > 1 ? stderr : stdout;
  std::fprintf(stream, "%s:%d: %s\n", file.c_str(), line, message.c_str());
}

}  // namespace detail
}  // namespace runtime
}  // namespace tvm

namespace {

ffi::Array<ffi::Any> ConcatenateArrays(ffi::PackedArgs arrays) {
  ffi::Array<ffi::Any> all;
  for (int i = 0; i < arrays.size(); ++i) {
    for (const ffi::Any& item : arrays[i].cast<ffi::Array<ffi::Any>>()) all.push_back(item);
  }
  return all;
}

// The rows of several embedding tensors of one width, one below the other.
Tensor ConcatenateEmbeddings(ffi::PackedArgs parts) {
  int64_t rows = 0;
  for (int i = 0; i < parts.size(); ++i) rows += parts[i].cast<Tensor>()->shape[0];
  Tensor first = parts[0].cast<Tensor>();
  int64_t width = first->shape[1];
  int64_t row_bytes = width * (first->dtype.bits / 8);
  Tensor all = Tensor::Empty({rows, width}, first->dtype, first->device);
  int64_t row = 0;
  for (int i = 0; i < parts.size(); ++i) {
    Tensor part = parts[i].cast<Tensor>();
    DLTensor window = *all.operator->();
    window.shape = part->shape;
    window.byte_offset = row * row_bytes;
    Tensor::CopyFromTo(part.operator->(), &window);
    row += part->shape[0];
  }
  return all;
}

// Fills a tensor from a record of tensor-cache.json. The format "f32-to-bf16" holds the upper halves of float32 values.
void DecodeRecord(Tensor tensor, TVMFFIByteArray* record, ffi::String format, ffi::String dtype) {
  if (format != "f32-to-bf16" || dtype != "float32") {
    tensor.CopyFromBytes(record->data, record->size);
    return;
  }
  auto* value = static_cast<uint32_t*>(tensor->data);
  for (size_t i = 0; i + 1 < record->size; i += 2) {
    uint16_t upper_half;
    std::memcpy(&upper_half, record->data + i, 2);
    *value++ = static_cast<uint32_t>(upper_half) << 16;
  }
}

void CopyFromBytes(Tensor tensor, TVMFFIByteArray* bytes) { tensor.CopyFromBytes(bytes->data, bytes->size); }

ffi::Bytes CopyToBytes(Tensor tensor) {
  std::string bytes(ffi::GetDataSize(*tensor.operator->()), '\0');
  tensor.CopyToBytes(bytes.data(), bytes.size());
  return ffi::Bytes(std::move(bytes));
}

}  // namespace

TVM_FFI_STATIC_INIT_BLOCK() {
  tvm::ffi::reflection::GlobalDef()
      .def_packed("tvmjs.runtime.ArrayConcat",
                  [](ffi::PackedArgs arguments, ffi::Any* result) { *result = ConcatenateArrays(arguments); })
      .def_packed("tvmjs.runtime.ConcatEmbeddings",
                  [](ffi::PackedArgs arguments, ffi::Any* result) { *result = ConcatenateEmbeddings(arguments); })
      .def_packed("tvmjs.array.decode_storage",
                  [](ffi::PackedArgs arguments, ffi::Any*) {
                    DecodeRecord(arguments[0].cast<Tensor>(), arguments[1].cast<TVMFFIByteArray*>(),
                                 arguments[2].cast<ffi::String>(), arguments[3].cast<ffi::String>());
                  })
      .def("tvmjs.runtime.TensorCopyFromBytes", CopyFromBytes)
      .def("tvmjs.runtime.TensorCopyToBytes", CopyToBytes);
}
