"""The tokenizer: the Guide's special tokens, all bytes, and pairs of letters until the vocabulary is full."""

from itertools import islice, product

from guide.chat_format import SPECIAL_TOKENS
from guide.shape import VOCABULARY

_BYTE_LEVEL = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}


def tokenizer() -> dict:
    """The content of a `tokenizer.json` of Hugging Face's tokenizers."""
    alphabet = _byte_alphabet()
    pairs = list(islice(_pairs(alphabet), VOCABULARY - len(SPECIAL_TOKENS) - len(alphabet)))
    tokens = [*SPECIAL_TOKENS, *alphabet, *("".join(pair) for pair in pairs)]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [_special_token(number, text) for number, text in enumerate(SPECIAL_TOKENS)],
        "normalizer": None,
        "pre_tokenizer": _BYTE_LEVEL,
        "post_processor": None,
        "decoder": _BYTE_LEVEL,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "vocab": {token: number for number, token in enumerate(tokens)},
            "merges": [" ".join(pair) for pair in pairs],
        },
    }


def _byte_alphabet() -> list[str]:
    """A printable character for each byte, as GPT-2 has them: its own, or the next one from U+0100 on."""
    printable = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = iter(range(0x100, 0x200))
    return [chr(byte if byte in printable else next(others)) for byte in range(256)]


def _pairs(alphabet: list[str]):
    space = alphabet[ord(" ")]
    return product(f"{space}etaoinshrdlucmfwygpbv", "etaoinshrdlu")


def _special_token(number: int, text: str) -> dict:
    return {
        "id": number,
        "content": text,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }
