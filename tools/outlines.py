"""Natural Earth's outlines, from npm's world-atlas to the compact file that the map is drawn from.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/outlines.py package/countries-10m.json src/counterclaim/dossier/atlas/outlines.npz

Prints the hash that `src/counterclaim/dossier/atlas/README.md` and its test name. The same input gives the same bytes.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

Ring = list[int]  # the arcs round it, in order; ~n is arc n backwards


def rings(shape: dict[str, Any]) -> Iterator[Ring]:
    """The rings of a polygon, of many, or of a collection."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from rings(part)
    elif shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def steps(topology: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The steps along all arcs; one that crosses the 180th meridian goes on instead of going back round the world."""
    world = round(360 / topology["transform"]["scale"][0])
    for arc in topology["arcs"]:
        for across, up in arc[1:]:
            yield across - world * round(across / world), up


def pack(topology: dict[str, Any]) -> dict[str, np.ndarray]:
    """Arcs as steps on the topology's own grid; a border is an arc that two countries share."""
    arcs = topology["arcs"]
    shapes = topology["objects"]["countries"]["geometries"]
    countries = [(shape["properties"]["name"], list(rings(shape))) for shape in shapes]
    used = Counter(arc if arc >= 0 else ~arc for _, own in countries for ring in own for arc in ring)
    areas = {"land": list(rings(topology["objects"]["land"])), "countries": sorted(countries)}
    return {
        "scale": np.array(topology["transform"]["scale"]),
        "origin": np.array(topology["transform"]["translate"]),
        "starts": np.array([arc[0] for arc in arcs], dtype=np.int32),
        "sizes": np.array([len(arc) for arc in arcs], dtype=np.int32),
        "steps": np.array(list(steps(topology)), dtype=np.int16).T.copy(),
        "borders": np.array([used[n] > 1 for n in range(len(arcs))]),
        "areas": np.frombuffer(json.dumps(areas, separators=(",", ":")).encode(), dtype=np.uint8),
    }


def main(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(target, **pack(json.loads(source.read_text())))
    content = target.read_bytes()
    print(f"{target.name}  {len(content):,} bytes  sha256:{hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
