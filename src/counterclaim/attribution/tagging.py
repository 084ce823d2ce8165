"""The trained tagger: the shipped weights, and what they make of a text, window by window."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from counterclaim.attribution.pieces import CLS, SEP, Pieces, pieces
from counterclaim.attribution.windows import deciders, windows
from counterclaim.errors import DamagedWeights
from counterclaim.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

NETWORK = "tagger.onnx"
TAGS = 7  # outside, then begin and inside of source, cue and content
WIDTH = 64  # of a pointer's vectors
TO_CUE, TO_SOURCE = 0, 1
UNTYPED = 3  # the type of what has no letters


class Weights(NamedTuple):
    """A loaded network with its tokenizer."""

    session: Any
    tokenizer: "Tokenizer"


class Window(NamedTuple):
    """Pieces ``[start, end)`` read together; it decides ``[low, high)``. Row 0 of the vectors means "none"."""

    start: int
    end: int
    low: int
    high: int
    asks: "Floats"  # (1 + pieces, pointers, width)
    answers: "Floats"


class Tagged(NamedTuple):
    """A text's pieces with the log probability of each tag and the windows that gave them."""

    text: str
    pieces: Pieces
    scores: "Floats"  # (pieces, tags)
    windows: tuple[Window, ...]


@cache
def load_weights() -> Weights:
    """The shipped weights, loaded once and checked.

    Raises DamagedWeights where a file is not the one that was trained.
    """
    from tokenizers import Tokenizer

    network, vocabulary = _checked(NETWORK), _checked("vocabulary.json")
    return Weights(_session(network), Tokenizer.from_str(vocabulary.decode("utf-8")))


@cache
def weights_version() -> str:
    """The beginning of the network's SHA-256, checked once, without loading it."""
    return hashlib.sha256(_checked(NETWORK)).hexdigest()[:12]


def tagged(text: str, paragraphs: Iterable[Span], weights: Weights) -> Tagged:
    """What the network makes of these paragraphs of a text."""
    import numpy as np

    made = pieces(weights.tokenizer, text, paragraphs)
    ranges = list(windows(len(made), made.firsts))
    seen: list[Window] = []
    scores = np.zeros((len(made), TAGS), np.float32)
    for (start, end), (low, high) in zip(ranges, deciders(ranges) if ranges else (), strict=True):
        rows = _run(weights.session, made, start, end)
        scores[low:high] = _log_softmax(rows[1 + low - start : 1 + high - start, :TAGS])
        asks, answers = (rows[:-1, at : at + 2 * WIDTH].reshape(-1, 2, WIDTH) for at in (TAGS, TAGS + 2 * WIDTH))
        seen.append(Window(start, end, low, high, asks, answers))
    return Tagged(text, made, scores, tuple(seen))


def _run(session: Any, made: Pieces, start: int, end: int) -> "Floats":
    import numpy as np

    ids = np.array([[CLS, *made.ids[start:end], SEP]], np.int64)
    types = np.array([[UNTYPED, *made.types[start:end], UNTYPED]], np.int64)
    places = np.arange(ids.shape[1], dtype=np.int64)[None]
    scores: Floats = session.run(None, {"ids": ids, "types": types, "places": places})[0][0]
    return scores


def _log_softmax(rows: "Floats") -> "Floats":
    import numpy as np

    rows = rows - rows.max(1, keepdims=True)
    result: Floats = rows - np.log(np.exp(rows).sum(1, keepdims=True))
    return result


def _session(network: bytes) -> Any:
    """One thread that does not spin, so that many processes can work side by side and give the same answer."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is written with fused operators; the wider fusions would put slower ones in the place of some.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _checked(name: str) -> bytes:
    folder = files(__package__) / "weights"
    try:
        data, sums = (folder / name).read_bytes(), (folder / "SHA256SUMS").read_text(encoding="ascii")
    except OSError as error:
        raise DamagedWeights(f"the tagger's file {name} cannot be read: install counterclaim again") from error
    if dict(_sums(sums)).get(name) != hashlib.sha256(data).hexdigest():
        raise DamagedWeights(f"the tagger's file {name} is not the one that was trained: install counterclaim again")
    return data


def _sums(listing: str) -> Iterator[tuple[str, str]]:
    for line in listing.splitlines():
        digest, name = line.split(maxsplit=1)
        yield name, digest
