"""`python -m compile OUTPUT RUNTIME_OBJECT…` writes OUTPUT, the model library, from the folder `make`."""

import argparse
from pathlib import Path

from compile.library import compile_library
from compile.link import link_library


def main() -> None:
    parser = argparse.ArgumentParser(prog="compile", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("runtime_objects", type=Path, nargs="+")
    arguments = parser.parse_args()
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    link_library(compile_library(), arguments.runtime_objects, arguments.output)


if __name__ == "__main__":
    main()
