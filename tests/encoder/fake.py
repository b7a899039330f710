"""A tiny tokenizer, and a bundle whose heads find what their hand-made weights say."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers


def make_tokenizer() -> Tokenizer:
    """Words of up to three letters a piece, like BERT's in all but the vocabulary."""
    letters = [chr(c) for c in range(33, 127)] + ["é"]
    vocabulary = {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "[MASK]": 103}
    for letter in letters:
        for piece in (letter, f"##{letter}"):
            vocabulary.setdefault(piece.lower(), len(vocabulary) + 200)
    for word in ("the", "army", "said", "that", "it", "left", "ministry", "denied"):
        vocabulary[word] = len(vocabulary) + 200
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=10_000))
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def hidden_rows(*rows: list[float]) -> np.ndarray:
    """Hidden states by hand."""
    return np.array(rows, np.float32)
