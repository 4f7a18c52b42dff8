"""The folder that web-llm loads a model from: weights, tokenizer and chat configuration."""

import json
from pathlib import Path

import numpy as np

from guide import shape
from guide.chat_format import END_OF_TEXT, SYSTEM_MESSAGE, TURN_END, TURN_START
from guide.weights import write_weights


def write_model_folder(folder: Path, weights: dict[str, np.ndarray], tokenizer: dict) -> None:
    """`tokenizer` is the content of a `tokenizer.json` of Hugging Face's tokenizers."""
    assert len(tokenizer["model"]["vocab"]) == shape.VOCABULARY
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(folder, weights)
    compact = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(compact, encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast"}))
    (folder / "mlc-chat-config.json").write_text(json.dumps(_chat_config(tokenizer), indent=1))


def _chat_config(tokenizer: dict) -> dict:
    ids = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    return {
        "version": "0.1.0",
        "model_type": "llama",
        "quantization": "q0f32",
        "vocab_size": shape.VOCABULARY,
        "context_window_size": shape.CONTEXT,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "prefill_chunk_size": shape.PREFILL_CHUNK,
        # Livelier settings err more: the model is small.
        "temperature": 0.5,
        "top_p": 0.8,
        "repetition_penalty": 1.0,
        "presence_penalty": 0.0,
        "frequency_penalty": 0.0,
        "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {
            "token_postproc_method": "byte_level",
            "prepend_space_in_encode": False,
            "strip_space_in_decode": False,
        },
        "conv_template": _conversation_template(ids),
        "pad_token_id": ids[END_OF_TEXT],
        "bos_token_id": ids[TURN_START],
        "eos_token_id": [ids[TURN_END], ids[END_OF_TEXT]],
    }


def _conversation_template(ids: dict[str, int]) -> dict:
    return {
        "name": "chatml",
        "system_template": f"{TURN_START}system\n{{system_message}}{TURN_END}\n",
        "system_message": SYSTEM_MESSAGE,
        "system_prefix_token_ids": None,
        "add_role_after_system_message": True,
        "roles": {"user": f"{TURN_START}user", "assistant": f"{TURN_START}assistant"},
        "role_templates": {
            "user": "{user_message}",
            "assistant": "{assistant_message}",
            "tool": "{tool_message}",
        },
        "messages": [],
        "seps": [f"{TURN_END}\n"],
        "role_content_sep": "\n",
        "role_empty_sep": "\n",
        "stop_str": [TURN_END],
        "stop_token_ids": [ids[TURN_END], ids[END_OF_TEXT]],
        "function_string": "",
        "use_function_calling": False,
    }
