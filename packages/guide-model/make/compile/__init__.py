"""The Guide's model library: the model and its WebGPU kernels in TVM, linked with TVM's runtime to WebAssembly."""
