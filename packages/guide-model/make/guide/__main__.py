"""`python -m guide FROM TO` writes the model folder FROM anew as TO, from the folder `make`."""

import argparse
import json
from pathlib import Path

from guide.model_folder import write_model_folder
from guide.weights import read_weights


def main() -> None:
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    tokenizer = json.loads((arguments.source / "tokenizer.json").read_text(encoding="utf-8"))
    write_model_folder(arguments.target, read_weights(arguments.source), tokenizer)


if __name__ == "__main__":
    main()
