"""`python -m corpus sample [NUMBER] [SEED]`, `held-out` or `check`, from the folder `make`."""

import argparse
import hashlib
import json
import sys

from corpus.held_out import held_out_prompts
from corpus.training_stream import training_conversations

_CHECK_SEED = 2026
_CHECK_NUMBER = 20_000
# SHA-256 of the first 20,000 conversations of seed 2026, one JSON array a line.
_CHECK_HASH = "6db6c51b2cbf0eac64b64fec33aece9bf9d7bb309c05976a530825ac3f69a6d2"


def main() -> None:
    parser = argparse.ArgumentParser(prog="corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    sample = commands.add_parser("sample", help="print conversations")
    sample.add_argument("number", type=int, nargs="?", default=20)
    sample.add_argument("seed", type=int, nargs="?", default=1)
    commands.add_parser("held-out", help="print the held-out prompts as JSON")
    commands.add_parser("check", help="compare the drawn conversations with the pinned hash")
    arguments = parser.parse_args()
    if arguments.command == "sample":
        _print_sample(arguments.number, arguments.seed)
    elif arguments.command == "held-out":
        print(json.dumps(held_out_prompts(), ensure_ascii=False, indent=0))
    else:
        _check()


def _print_sample(number: int, seed: int) -> None:
    for system, turns in training_conversations(seed, number):
        print("=====", repr(system))
        for asked, answer in turns:
            print("person:", asked)
            print("Guide: ", answer)


def _check() -> None:
    digest = hashlib.sha256()
    for conversation in training_conversations(_CHECK_SEED, _CHECK_NUMBER):
        digest.update((json.dumps(conversation, ensure_ascii=False) + "\n").encode())
    if digest.hexdigest() != _CHECK_HASH:
        sys.exit(f"the conversations differ: {digest.hexdigest()}, expected {_CHECK_HASH}")
    print(f"{_CHECK_NUMBER} conversations, SHA-256 {_CHECK_HASH}: as pinned")


if __name__ == "__main__":
    main()
