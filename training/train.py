"""Train the attribution tagger: `python train.py [--data FOLDER] [--out FOLDER]`, from the data to the shipped file."""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from data import CONTENT, CUE, SOURCE, Article, Piece, articles, capitalised, clean, cuts, noisy
from network import Tagger, base_folder, pointer_scores
from tokenizers import Tokenizer
from torch.nn import functional

from counterclaim.attribution.pieces import CLS, SEP
from export import written

HERE = Path(__file__).resolve().parent
UNUSED = -100  # a target that no loss reads


class Batch(NamedTuple):
    """Windows as tensors. `to_cue` and `to_source` are distributions; rows without an answer are nought."""

    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor


def main() -> None:
    """Read the settings, train, write checkpoints and a log; goes on from a checkpoint that is there."""
    options = parsed()
    settings = tomllib.loads(options.settings.read_text())
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings["threads"])
    torch.manual_seed(settings["seed"])
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    read = articles(options.data / "train.jsonl.gz", tokenizer)
    held = articles(options.data / "dev.jsonl.gz", tokenizer)
    train(Tagger(), read, held, settings, options.out)
    written(options.out / "checkpoint.pt", options.out / "weights")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "../../shared/datasets/polnear")
    parser.add_argument("--out", type=Path, default=HERE / "out")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    return parser.parse_args()


def train(model: Tagger, read: list[Article], held: list[Article], settings: dict, out: Path) -> None:
    """The loop; what it does depends on the settings and the seed, never on the clock."""
    optimiser, schedule = optimisers(model, settings)
    batches = training_batches(read, settings)
    done = resumed(out / "checkpoint.pt", model, optimiser, schedule)
    sums, began = {}, time.perf_counter()
    with (out / "log.jsonl").open("a") as log:
        for step, batch in zip(range(1, settings["steps"] + 1), batches, strict=False):
            if step <= done:
                continue
            losses = taught(model, batch, settings, optimiser)
            schedule.step()
            sums = {name: 0.98 * sums.get(name, value) + 0.02 * value for name, value in losses.items()}
            if step % 20 == 0:
                record(log, step=step, seconds=round(time.perf_counter() - began, 1), **sums)
            if step % settings["checkpoint"] == 0 or step == settings["steps"]:
                saved(out / "checkpoint.pt", step, model, optimiser, schedule)
                record(log, step=step, dev=tag_scores(model, held, settings))


def saved(path: Path, step: int, model: Tagger, optimiser: torch.optim.Optimizer, schedule) -> None:
    """Write all that training needs to go on."""
    part = path.with_suffix(".part")
    states = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
    torch.save({"step": step, **states}, part)
    part.replace(path)


def resumed(path: Path, model: Tagger, optimiser: torch.optim.Optimizer, schedule) -> int:
    """The step of the checkpoint that is there and was taken up, or nought."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return state["step"]


def record(log, **values) -> None:
    """One line of the log, also on screen."""
    line = json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()})
    print(line, flush=True)
    log.write(line + "\n")
    log.flush()


def optimisers(model: Tagger, settings: dict):
    """AdamW with one rate for the encoder and one for the heads, and its schedule."""
    rates, steps = settings["rates"], settings["steps"]
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in named if n.startswith("encoder") == encoder and (p.dim() > 1) == wide],
         "lr": rates["encoder" if encoder else "heads"], "weight_decay": rates["decay"] if wide else 0.0}
        for encoder in (True, False) for wide in (True, False)
    ]  # fmt: skip
    optimiser = torch.optim.AdamW(groups, fused=True)
    warm, hold = rates["warm_up"], rates["hold"]
    share = lambda step: min((step + 1) / warm, 1.0, max(0.0, (steps - step) / (steps - hold)))  # noqa: E731
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)


def taught(model: Tagger, batch: Batch, settings: dict, optimiser: torch.optim.Optimizer) -> dict[str, float]:
    """One step; the losses."""
    model.train()
    with torch.autocast("cpu", torch.bfloat16):
        tags, asks, answers = model(batch.ids, batch.types, batch.mask)
    tag_loss = functional.cross_entropy(
        tags.float().flatten(0, 1), batch.tags.flatten(), ignore_index=UNUSED,
        label_smoothing=settings["loss"]["smoothing"],
    )  # fmt: skip
    links = pointer_scores(asks, answers, batch.mask)
    cue_loss, source_loss = link_loss(links[:, 0], batch.to_cue), link_loss(links[:, 1], batch.to_source)
    loss = tag_loss + settings["loss"]["link"] * (cue_loss + source_loss)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], settings["rates"]["clip"])
    optimiser.step()
    return {"tags": tag_loss.item(), "to_cue": cue_loss.item(), "to_source": source_loss.item()}


def link_loss(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Minus the log of the probability that falls on any right answer, averaged over the places that have one."""
    has = targets.any(-1)
    if not has.any():
        return scores.sum() * 0
    return -torch.logsumexp(scores[has].masked_fill(~targets[has], -1e9), -1).mean()


def training_batches(read: list[Article], settings: dict) -> Iterator[Batch]:
    """Batches without end: all windows of all articles, shuffled anew and cut elsewhere in each epoch."""
    chance = random.Random(settings["seed"])
    names = [name for article in read for name in capitalised(article)]
    left: list[tuple[Article, tuple[int, int]]] = []
    while True:
        while len(left) < settings["batch"]:
            windows = [(a, w) for a in read for w in cuts(a.pieces, settings["window"], chance)]
            chance.shuffle(windows)
            left = windows + left
        picked = [left.pop() for _ in range(settings["batch"])]
        rows = [noisy(a, w, settings["noise"], chance, names) for a, w in picked]
        yield batch(rows, [a for a, _ in picked], settings["window"])


def batch(rows: list[list[Piece]], of: list[Article], size: int) -> Batch:
    """Rows of pieces as tensors, with the end marks and padding."""
    rows = [row[:size] for row in rows]
    long = max(map(len, rows)) + 2
    shape = (len(rows), long)
    ids, types, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    to_cue, to_source = (torch.zeros((*shape, long), dtype=torch.bool) for _ in range(2))
    made = Batch(ids, types, mask, torch.full(shape, UNUSED), to_cue, to_source)
    for b, (row, article) in enumerate(zip(rows, of, strict=True)):
        n = len(row)
        made.ids[b, : n + 2] = torch.tensor([CLS, *(p.id for p in row), SEP])
        made.types[b, : n + 2] = torch.tensor([3, *(p.type for p in row), 3])
        made.mask[b, : n + 2] = 1
        made.tags[b, 1 : n + 1] = torch.tensor(tags(row))
        linked(made, b, row, article)
    return made


def tags(row: list[Piece]) -> list[int]:
    """The tag of each piece: nought outside, else 1 + 2 x role, one more inside a span than at its beginning."""
    begun = [p.role >= 0 and (i == 0 or row[i - 1].span != p.span) for i, p in enumerate(row)]
    return [0 if p.role < 0 else 1 + 2 * p.role + (not first) for p, first in zip(row, begun, strict=True)]


def linked(made: Batch, b: int, row: list[Piece], article: Article) -> None:
    """The answers of the pointers; where an answer lies outside the window there is none to learn."""
    first: dict[int, int] = {}
    for i, piece in enumerate(row, 1):
        first.setdefault(piece.span, i)
    for i, piece in enumerate(row, 1):
        for owner in article.owners.get(piece.span, ()):
            cues, sources = article.links[owner]
            if piece.role in (SOURCE, CONTENT):
                for cue in cues[:1]:
                    if cue in first:
                        made.to_cue[b, i, first[cue]] = True
            elif piece.role == CUE:
                for source in sources:
                    if source in first:
                        made.to_source[b, i, first[source]] = True
                if not sources:
                    made.to_source[b, i, 0] = True


@torch.no_grad()
def tag_scores(model: Tagger, held: list[Article], settings: dict) -> dict[str, float]:
    """F1 of each role over pieces, tags taken as they come, on every other article: a quick look, not the figure."""
    model.eval()
    right, given, gold = [0] * 3, [0] * 3, [0] * 3
    chance = random.Random(0)
    for article in held[::2]:
        rows = [clean(article, w) for w in cuts(article.pieces, settings["window"], chance)]
        made = batch(rows, [article] * len(rows), settings["window"])
        with torch.autocast("cpu", torch.bfloat16):
            found = model(made.ids, made.types, made.mask)[0].argmax(-1)
        found, true = found[made.tags >= 0], made.tags[made.tags >= 0]
        for role in range(3):
            a, b = (found + 1) // 2 == role + 1, (true + 1) // 2 == role + 1
            right[role] += int((a & b).sum())
            given[role] += int(a.sum())
            gold[role] += int(b.sum())
    scores = [2 * r / max(1, g + t) for r, g, t in zip(right, given, gold, strict=True)]
    return dict(zip(("source", "cue", "content"), (round(s, 4) for s in scores), strict=True))


if __name__ == "__main__":
    main()
