"""Linking the compiled library with TVM's runtime to one WebAssembly file, with emscripten."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tvm import relax

_FLAGS = [
    "-Oz",
    "-flto",
    "--no-entry",
    # web-llm instantiates the file itself and gives it WASI and two callbacks, which are undefined here.
    "-sSTANDALONE_WASM=1",
    "-sERROR_ON_UNDEFINED_SYMBOLS=0",
    "-sWASM_BIGINT=1",
    "-sALLOW_MEMORY_GROWTH=1",
    "-sINITIAL_MEMORY=16MB",
]


def link_library(executable: relax.VMExecutable, runtime_objects: Sequence[Path], output: Path) -> None:
    def link(target: str, objects: list[str], options: object = None) -> None:
        subprocess.run(["emcc", *_FLAGS, "-o", target, *map(str, runtime_objects), *objects], check=True)

    link.object_format = "o"
    executable.export_library(str(output), fcompile=link)
