"""Weights on disk as web-llm reads them: bfloat16 in one shard, described by `tensor-cache.json`."""

import hashlib
import json
from pathlib import Path

import numpy as np

from guide.shape import parameter_shapes

_SHARD = "params_shard_0.bin"
_INDEX = "tensor-cache.json"
_FORMAT = "f32-to-bf16"


def read_weights(folder: Path) -> dict[str, np.ndarray]:
    """The float32 arrays of a model folder."""
    weights = {}
    for shard in json.loads((folder / _INDEX).read_text())["records"]:
        raw = (folder / shard["dataPath"]).read_bytes()
        for record in shard["records"]:
            assert record["format"] == _FORMAT, record["format"]
            start = record["byteOffset"]
            halves = np.frombuffer(raw[start : start + record["nbytes"]], "<u2")
            weights[record["name"]] = (halves.astype("<u4") << 16).view("<f4").reshape(record["shape"])
    return weights


def write_weights(folder: Path, weights: dict[str, np.ndarray]) -> None:
    """Writes the shard and its index. The order of the records is the order in which the library takes the weights."""
    records = []
    shard = bytearray()
    for name, shape in parameter_shapes().items():
        assert weights[name].shape == shape, (name, weights[name].shape, shape)
        halves = _bfloat16(weights[name]).tobytes()
        records.append(
            {
                "name": name,
                "shape": list(shape),
                "dtype": "float32",
                "format": _FORMAT,
                "nbytes": len(halves),
                "byteOffset": len(shard),
            }
        )
        shard += halves
    index = {
        "metadata": {"ParamSize": len(records)},
        "records": [
            {
                "dataPath": _SHARD,
                "format": "raw-shard",
                "nbytes": len(shard),
                "records": records,
                "md5sum": hashlib.md5(shard).hexdigest(),
            }
        ],
    }
    (folder / _SHARD).write_bytes(shard)
    (folder / _INDEX).write_text(json.dumps(index, indent=4))


def _bfloat16(values: np.ndarray) -> np.ndarray:
    """The upper halves of the float32 bits, rounded to nearest, ties to even."""
    bits = np.ascontiguousarray(values, "<f4").view("<u4")
    rounding = ((bits >> 16) & 1) + 0x7FFF
    return ((bits + rounding) >> 16).astype("<u2")
