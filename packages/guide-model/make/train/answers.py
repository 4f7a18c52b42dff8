"""Answers of the trained model to held-out prompts, to be read."""

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from guide.chat_format import END_OF_TEXT, SYSTEM_MESSAGE, TURN_END, TURN_START, question_block, system_block
from train.model import Guide

_MAX_TOKENS = 220


@torch.no_grad()
def answer_greedily(model: Guide, tokenizer: Tokenizer, prompts: Sequence[str]) -> list[str]:
    """All prompts at once, each anew at every token: simple, and quick enough on a GPU."""
    device = model.embedding.device
    stop_tokens = {tokenizer.token_to_id(token) for token in (END_OF_TEXT, TURN_START, TURN_END)}
    texts = [system_block(SYSTEM_MESSAGE) + question_block(prompt) for prompt in prompts]
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    sequences = [list(encoding.ids) for encoding in encodings]
    unfinished = list(range(len(sequences)))
    for _ in range(_MAX_TOKENS):
        if not unfinished:
            break
        lengths = [len(sequences[index]) for index in unfinished]
        ids = torch.zeros(len(unfinished), max(lengths), dtype=torch.long)
        for row, index in enumerate(unfinished):
            ids[row, : lengths[row]] = torch.tensor(sequences[index])
        last = torch.tensor(lengths, device=device) - 1
        logits = model(ids.to(device))[torch.arange(len(unfinished), device=device), last]
        for index, token in zip(unfinished, logits.argmax(-1).tolist(), strict=True):
            sequences[index].append(token)
        unfinished = [index for index in unfinished if sequences[index][-1] not in stop_tokens]
    answers = []
    for sequence, encoding in zip(sequences, encodings, strict=True):
        answers.append(tokenizer.decode(sequence[len(encoding.ids) :], skip_special_tokens=True))
    return answers
