"""What the library tells web-llm about itself, as JSON from its function `_metadata`."""

import json

import tvm
from tvm import relax

from guide.shape import CONTEXT, PREFILL_CHUNK, parameter_shapes


def add_metadata(module: tvm.IRModule) -> tvm.IRModule:
    builder = relax.BlockBuilder(module)
    with builder.function("_metadata", []):
        builder.emit_func_output(tvm.ir.StringImm(json.dumps(_metadata())))
    return builder.finalize()


def _metadata() -> dict:
    return {
        "model_type": "llama",
        "quantization": "q0f32",
        "context_window_size": CONTEXT,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "prefill_chunk_size": PREFILL_CHUNK,
        "tensor_parallel_shards": 1,
        "pipeline_parallel_stages": 1,
        "disaggregation": False,
        "kv_state_kind": "kv_cache",
        "max_batch_size": 1,
        "model_task": "chat",
        "memory_usage": {},
        "params": [
            {"name": name, "shape": list(shape), "dtype": "float32", "preprocs": []}
            for name, shape in parameter_shapes().items()
        ],
    }
