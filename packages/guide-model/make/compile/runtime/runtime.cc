// TVM's virtual machine, its KV cache and its FFI layer as one translation unit, from the sources inside the apache-tvm and
// apache-tvm-ffi wheels. What a chat library in a browser never calls is left out.
#define TVM_LOG_CUSTOMIZE 1
#define TVM_FFI_USE_LIBBACKTRACE 0
#define TVM_FFI_ALWAYS_LOG_BEFORE_THROW 1
#include <tvm/runtime/logging.h>

#include "ffi/backtrace.cc"
#include "ffi/container.cc"
#include "ffi/custom_allocator.cc"
#include "ffi/dtype.cc"
#include "ffi/error.cc"
#include "ffi/extra/env_c_api.cc"
#include "ffi/extra/env_context.cc"
#include "ffi/extra/json_parser.cc"
#include "ffi/extra/json_writer.cc"
#include "ffi/extra/library_module.cc"
#include "ffi/extra/library_module_system_lib.cc"
#include "ffi/extra/module.cc"
#include "ffi/function.cc"
#include "ffi/init_once.cc"
#include "ffi/object.cc"
#include "ffi/tensor.cc"

#include "src/runtime/cpu_device_api.cc"
#include "src/runtime/device_api.cc"
#include "src/runtime/file_utils.cc"
#include "src/runtime/logging.cc"
#include "src/runtime/memory/memory_manager.cc"
#include "src/runtime/tensor.cc"
#include "src/runtime/timer.cc"
#include "src/runtime/vm/attn_backend.cc"
#include "src/runtime/vm/builtin.cc"
#include "src/runtime/vm/bytecode.cc"
#include "src/runtime/vm/executable.cc"
#include "src/runtime/vm/kv_state.cc"
#include "src/runtime/vm/lm_support.cc"
#include "src/runtime/vm/paged_kv_cache.cc"
#include "src/runtime/vm/tensor_cache_support.cc"
#include "src/runtime/vm/vm.cc"
#include "src/runtime/workspace_pool.cc"
#include "web/emcc/webgpu_runtime.cc"
