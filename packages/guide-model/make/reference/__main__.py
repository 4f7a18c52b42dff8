"""`python -m reference MODEL_FOLDER QUESTIONS OUTPUT`, from the folder `make`: greedy answers to talks of questions."""

import argparse
import json
from pathlib import Path

from tokenizers import Tokenizer

from guide.weights import read_weights
from reference.greedy import MAX_TOKENS, greedy_talk


def main() -> None:
    parser = argparse.ArgumentParser(prog="reference", description=__doc__)
    parser.add_argument("model_folder", type=Path)
    parser.add_argument("questions", type=Path, help="JSON: a list of talks, each a list of questions")
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    weights = read_weights(arguments.model_folder)
    tokenizer = Tokenizer.from_file(str(arguments.model_folder / "tokenizer.json"))
    talks = []
    least_margin = float("inf")
    for questions in json.loads(arguments.questions.read_text(encoding="utf-8")):
        answers = greedy_talk(weights, tokenizer, questions)
        least_margin = min(least_margin, *(answer.least_margin for answer in answers))
        turns = zip(questions, answers, strict=True)
        talks.append([{"question": question, "answer": answer.text} for question, answer in turns])
    reference = {"maxTokens": MAX_TOKENS, "talks": talks}
    arguments.output.write_text(json.dumps(reference, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(talks)} talks; the nearest other token was {least_margin:.4f} below in its logit")


if __name__ == "__main__":
    main()
