"""`python -m tiny OUTPUT RUNTIME_OBJECT…` writes OUTPUT, the folder to serve."""

import argparse
from pathlib import Path

import tiny.recipe  # noqa: F401, I001 (first: what follows reads the sizes)

from compile.library import compile_library
from compile.link import link_library
from guide.model_folder import write_model_folder
from tiny.tokenizer import tokenizer
from tiny.weights import random_weights


def main() -> None:
    parser = argparse.ArgumentParser(prog="tiny", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("runtime_objects", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    link_library(compile_library(), arguments.runtime_objects, arguments.output / "tiny.wasm")
    vocabulary = tokenizer()
    write_model_folder(arguments.output / "resolve" / "main", random_weights(vocabulary), vocabulary)


if __name__ == "__main__":
    main()
