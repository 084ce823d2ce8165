"""Write the trained network as the files that are shipped: a graph with eight-bit weights, its vocabulary, their sums.

`python export.py CHECKPOINT FOLDER`. The graph is written node by node, with onnxruntime's fused operators, for one
unpadded window at a time. Weights are symmetric per column, within seven bits, so that processors without VNNI
instructions, whose pairwise sums saturate at sixteen bits, give the same answer as those with them.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from network import base_folder
from onnx import TensorProto, helper, numpy_helper

LARGEST = 63  # of a weight: seven bits with sign, so that no pair of products overflows sixteen
MICROSOFT = "com.microsoft"
HEADS = 12


class Graph:
    """Nodes and constants while a graph is written; methods give the name of what they compute."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, given: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """A product with eight-bit weights (in, out), the input quantised as it comes."""
        whole, scale = by_column(weight)
        inputs = [given, self.constant(f"{name}.w", whole), self.constant(f"{name}.s", scale), "",
                  self.constant(f"{name}.b", bias)]  # fmt: skip
        return self.node("DynamicQuantizeMatMul", inputs, name, MICROSOFT)

    def rows(self, ids: str, name: str, table: np.ndarray) -> str:
        """Rows of an eight-bit table, each with its own scale."""
        whole, scale = by_column(table.T, 127)
        picked = self.node("Gather", [self.constant(f"{name}.w", whole.T), ids], f"{name}.whole")
        scales = self.node("Gather", [self.constant(f"{name}.s", scale[:, None]), ids], f"{name}.scale")
        return self.node("Mul", [self.node("Cast", [picked], f"{name}.float", to=TensorProto.FLOAT), scales], name)

    def sum_normed(self, left: str, right: str, name: str, scale: np.ndarray, shift: np.ndarray) -> str:
        """The layer norm of a sum (two nodes: onnxruntime's fused one takes five times as long)."""
        inputs = [self.node("Add", [left, right], f"{name}.sum"), self.constant(f"{name}.scale", scale),
                  self.constant(f"{name}.shift", shift)]  # fmt: skip
        return self.node("LayerNormalization", inputs, name, epsilon=1e-12, axis=-1)


def by_column(weight: np.ndarray, largest: int = LARGEST) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers and the scale of each column."""
    scale = np.maximum(np.abs(weight).max(0), 1e-9) / largest
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


def graph(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """The whole network, from `ids`, `types` and `places` (1, n) to `scores` (1, n, tags, then pointer vectors)."""
    made = Graph()
    hidden = embedded(made, weights)
    for layer in range(sum(name.endswith("attention.self.query.weight") for name in weights)):
        hidden = encoded(made, weights, hidden, layer)
    heads = ("tags", "asks", "answers")
    matrix = made.constant("heads.w", np.concatenate([weights[f"{h}.weight"].T for h in heads], 1))
    product = made.node("MatMul", [hidden, matrix], "heads.product")
    shift = made.constant("heads.b", np.concatenate([weights[f"{h}.bias"] for h in heads]))
    made.node("Add", [product, shift], "scores")
    given = [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "n"]) for n in ("ids", "types", "places")]
    out = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "n", None])]
    whole = helper.make_graph(made.nodes, "tagger", given, out, made.constants)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(whole, opset_imports=versions, ir_version=9, producer_name="counterclaim")


def embedded(made: Graph, weights: dict[str, np.ndarray]) -> str:
    """Words, places and types, added and normed."""
    name = "encoder.embeddings"
    words = made.rows("ids", "words", weights[f"{name}.word_embeddings.weight"])
    types = made.constant("types.w", weights[f"{name}.token_type_embeddings.weight"])
    places = made.constant("places.w", weights[f"{name}.position_embeddings.weight"][:256])
    parts = [made.node("Gather", [types, "types"], "type"), made.node("Gather", [places, "places"], "place")]
    scale, shift = weights[f"{name}.LayerNorm.weight"], weights[f"{name}.LayerNorm.bias"]
    return made.sum_normed(words, made.node("Add", parts, "type.place"), "embedded", scale, shift)


def encoded(made: Graph, weights: dict[str, np.ndarray], hidden: str, layer: int) -> str:
    """One layer of the encoder."""

    def linear(given: str, part: str) -> str:
        name = f"encoder.encoder.layer.{layer}.{part}"
        return made.linear(given, f"{layer}.{part}", weights[f"{name}.weight"].T, weights[f"{name}.bias"])

    def normed(left: str, right: str, part: str) -> str:
        name = f"encoder.encoder.layer.{layer}.{part}.LayerNorm"
        return made.sum_normed(left, right, f"{layer}.{part}.norm", weights[f"{name}.weight"], weights[f"{name}.bias"])

    asked = [linear(hidden, f"attention.self.{part}") for part in ("query", "key", "value")]
    mixed = made.node("MultiHeadAttention", asked, f"{layer}.mixed", MICROSOFT, num_heads=HEADS)
    hidden = normed(linear(mixed, "attention.output.dense"), hidden, "attention.output")
    inner = made.node("Gelu", [linear(hidden, "intermediate.dense")], f"{layer}.gelu", MICROSOFT)
    return normed(linear(inner, "output.dense"), hidden, "output")


def vocabulary() -> str:
    """The base encoder's tokenizer without truncation and padding, as one line of JSON."""
    made = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    made.update(truncation=None, padding=None)
    return json.dumps(made, ensure_ascii=False, sort_keys=True)


def written(checkpoint: Path, folder: Path) -> None:
    """The folder of weights: the graph, the vocabulary and the sums that loading checks."""
    state = torch.load(checkpoint, weights_only=True)["model"]
    folder.mkdir(parents=True, exist_ok=True)
    made = graph({name: value.float().numpy() for name, value in state.items()})
    (folder / "tagger.onnx").write_bytes(made.SerializeToString())
    (folder / "vocabulary.json").write_text(vocabulary(), encoding="utf-8")
    names = ("tagger.onnx", "vocabulary.json")
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="ascii")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    written(options.checkpoint, options.folder)


if __name__ == "__main__":
    main()
