"""From the model to a compiled library: WGSL for the GPU and a WebAssembly object for the virtual machine's code."""

import tvm
from tvm import relax, tirx
from tvm.relax.frontend import nn
from tvm.s_tir import dlight

from compile.metadata import add_metadata
from compile.model import Guide
from compile.sampling import add_sampling
from guide.shape import HIDDEN, PREFILL_CHUNK, VOCABULARY, parameter_shapes

TARGET = tvm.target.Target(
    {
        "kind": "webgpu",
        # WebGPU's default limits, which every device has.
        "max_num_threads": 256,
        "max_shared_memory_per_block": 32768,
        "host": {"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm"},
    }
)


def compile_library() -> relax.VMExecutable:
    module = _with_upper_bounds(add_metadata(add_sampling(_model_module())))
    # Asserts on the arguments of each kernel make the host object four times as large.
    with TARGET, tvm.transform.PassContext(opt_level=3, config={"tirx.disable_assert": True}):
        module = _lowering()(module)
        return relax.build(module, target=TARGET, relax_pipeline=None, system_lib=True)


def _model_module() -> tvm.IRModule:
    model = Guide()
    cache = nn.spec.Object(object_type=nn.Object)
    with_weights = {"param_mode": "packed", "effect_mode": "none"}
    without_weights = {"param_mode": "none", "effect_mode": "none"}
    module, parameters = model.export_tvm(
        spec={
            "embed": {"ids": nn.spec.Tensor(["seq_len"], "int32"), "$": with_weights},
            "prefill": {
                "x": nn.spec.Tensor([1, "seq_len", HIDDEN], "float32"),
                "cache": cache,
                "$": with_weights,
            },
            "decode": {"x": nn.spec.Tensor([1, 1, HIDDEN], "float32"), "cache": cache, "$": with_weights},
            "softmax_with_temperature": {
                "logits": nn.spec.Tensor(["batch", 1, VOCABULARY], "float32"),
                "temperature": nn.spec.Tensor(["batch"], "float32"),
                "$": without_weights,
            },
            "create_tir_paged_kv_cache": {
                "max_sequences": int,
                "max_tokens": int,
                "prefill_chunk": int,
                "page_size": int,
                "sliding_window": int,
                "$": without_weights,
            },
        }
    )
    assert [name for name, _ in parameters] == list(parameter_shapes())
    return module


def _with_upper_bounds(module: tvm.IRModule) -> tvm.IRModule:
    """Bounds on the sizes known only when it runs, so that the memory plan can be made now."""
    bounds = {"seq_len": PREFILL_CHUNK, "batch": 1, "n": 1, "m": 1}
    for name, function in module.functions.items():
        if isinstance(function, relax.Function):
            bounded = function.with_attr("tir_var_upper_bound", bounds)
            module[name] = bounded.with_attr("relax.memory_plan_dynamic_func_output", True)
    return module


def _lowering() -> tvm.transform.Pass:
    passes = relax.transform
    return tvm.transform.Sequential(
        [
            tirx.transform.BindTarget(TARGET),
            passes.LegalizeOps(),
            passes.AnnotateTIROpPattern(),
            passes.FoldConstant(),
            passes.FuseOps(),
            passes.FuseTIR(),
            passes.DeadCodeElimination(),
            # For the kernels that TVM makes itself: embedding, rotary embedding, appending to the cache.
            dlight.ApplyDefaultSchedule(dlight.gpu.Fallback()),
            tirx.transform.ForceNarrowIndexToInt32(),
            passes.RewriteDataflowReshape(),
            passes.ToNonDataflow(),
            passes.RemovePurityChecking(),
            passes.CallTIRRewrite(),
            passes.StaticPlanBlockMemory(),
            passes.LowerAllocTensor(),
            passes.KillAfterLastUse(),
            passes.LowerRuntimeBuiltin(),
            passes.ComputePrimValue(),
            passes.VMShapeLower(),
            passes.AttachGlobalSymbol(),
        ]
    )
