"""`python -m train OUTPUT`, from the folder `make`: writes a model folder, and answers to the held-out prompts."""

import argparse
import json
import multiprocessing
import os
import time
from multiprocessing.pool import Pool
from pathlib import Path

import torch
from tokenizers import Tokenizer

from corpus.held_out import held_out_prompts
from guide.model_folder import write_model_folder
from train.answers import answer_greedily
from train.buckets import BatchSource, make_buckets
from train.examples import Examples, conversation_texts, encode_conversations
from train.loop import mean_loss, train
from train.model import Guide
from train.tokenizer import train_tokenizer

_TOKENIZER_SEED = 500
_TOKENIZER_PARTS, _TOKENIZER_PART = 16, 5000
_TRAINING_SEED = 1000
_TRAINING_PART = 2500
_HELD_BACK_SEED, _HELD_BACK = 9, 4000
_MODEL_SEED = 1

_begin = time.time()


def main() -> None:
    parser = argparse.ArgumentParser(prog="train", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seconds", type=float, default=345, help="of training, after data and compiling")
    parser.add_argument("--conversations", type=int, default=1_200_000)
    parser.add_argument("--device", default="cuda", help="cpu is enough to see that everything works")
    parser.add_argument("--tokens-of-batch", type=int, default=65536)
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    # The conversations are encoded in processes of their own, each with one thread.
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    with multiprocessing.Pool(min(16, os.cpu_count() or 1)) as pool:
        tokenizer_file = arguments.output / "tokenizer-as-trained.json"
        _make_tokenizer(pool, tokenizer_file)
        training = _encode(pool, tokenizer_file, _TRAINING_SEED, arguments.conversations)
        held_back = [encode_conversations(str(tokenizer_file), _HELD_BACK_SEED, _HELD_BACK)]
    tokenizer = Tokenizer.from_file(str(tokenizer_file))

    torch.manual_seed(_MODEL_SEED)
    device = arguments.device
    model = Guide().to(device)
    batches = BatchSource(make_buckets(training, device), arguments.tokens_of_batch, _MODEL_SEED)
    _log(f"{sum(parameter.numel() for parameter in model.parameters())} parameters")
    train(model, batches, arguments.seconds, _log)
    _log(f"held-back loss {mean_loss(model, make_buckets(held_back, device)):.4f}")

    write_model_folder(arguments.output, model.served_weights(), json.loads(tokenizer_file.read_text("utf-8")))
    _write_answers(model, tokenizer, arguments.output / "held-out-answers.txt")
    _log("done")


def _make_tokenizer(pool: Pool, file: Path) -> None:
    jobs = [(_TOKENIZER_SEED + part, _TOKENIZER_PART) for part in range(_TOKENIZER_PARTS)]
    texts = [text for part in pool.starmap(conversation_texts, jobs) for text in part]
    train_tokenizer(texts).save(str(file))
    _log(f"tokenizer from {len(texts)} conversations")


def _encode(pool: Pool, tokenizer_file: Path, first_seed: int, number: int) -> list[Examples]:
    jobs = [(str(tokenizer_file), first_seed + part, _TRAINING_PART) for part in range(number // _TRAINING_PART)]
    parts = pool.starmap(encode_conversations, jobs, chunksize=1)
    _log(f"{sum(len(part.lengths) for part in parts)} conversations, {sum(len(part.ids) for part in parts)} tokens")
    return parts


def _write_answers(model: Guide, tokenizer: Tokenizer, file: Path) -> None:
    prompts = held_out_prompts()
    answers = answer_greedily(model, tokenizer, prompts)
    pairs = [f"Q: {prompt}\nA: {answer}\n" for prompt, answer in zip(prompts, answers, strict=True)]
    file.write_text("\n".join(pairs), encoding="utf-8")


def _log(message: str) -> None:
    print(f"[{time.time() - _begin:.0f} s] {message}", flush=True)


if __name__ == "__main__":
    main()
