"""The texts of the corpus: TOML files in `data/`."""

import tomllib
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
