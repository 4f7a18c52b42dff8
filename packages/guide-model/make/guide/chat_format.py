"""The ChatML format of conversations, as web-llm writes it from `mlc-chat-config.json`."""

from collections.abc import Sequence

END_OF_TEXT = "<|endoftext|>"
TURN_START = "<|im_start|>"
TURN_END = "<|im_end|>"
# The order gives the token ids 0, 1 and 2.
SPECIAL_TOKENS = [END_OF_TEXT, TURN_START, TURN_END]

SYSTEM_MESSAGE = "You are Guide, the small model built into Tabmind."


def system_block(message: str) -> str:
    return f"{TURN_START}system\n{message}{TURN_END}\n"


def question_block(message: str) -> str:
    """A person's message, and the opening of the answer to it."""
    return f"{TURN_START}user\n{message}{TURN_END}\n{TURN_START}assistant\n"


def conversation_text(system: str | None, turns: Sequence[tuple[str, str]]) -> str:
    text = "" if system is None else system_block(system)
    for asked, answer in turns:
        text += f"{question_block(asked)}{answer}{TURN_END}\n"
    return text
