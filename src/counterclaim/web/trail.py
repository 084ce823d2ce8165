"""Where pages that have gone lead: to the page that now holds most of what the old one held.

Questions and speakers are named after what they hold, so that a decision may rename them; mentions keep their names.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from counterclaim.dossier.links import question_path, speaker_path
from counterclaim.model import Ledger

ENDING = ".html"
Held = dict[str, tuple[str, ...]]  # the mentions of each page


class Trail:
    """What every question, speaker and party held when it was last served, by the path of its page."""

    def __init__(self, found: Ledger, shown: Ledger) -> None:
        self._found = self._shown = None  # type: Ledger | None
        self._ever: Held = {}
        self._now: Held = {}
        self.note(found, shown)

    def note(self, found: Ledger, shown: Ledger) -> None:
        """Remember the pages of what the program found, and of what is shown once all decisions are applied."""
        if found is not self._found:
            self._found, self._ever = found, {**self._ever, **held(found)}
        if shown is not self._shown:
            self._shown, self._now = shown, held(shown)
            self._ever = {**self._ever, **self._now}

    def onward(self, path: str, pages: Collection[str]) -> str | None:
        """The path, among those of the present pages, that has what this one had; None where nothing of it is left.

        Of two pages that hold as much of it, the one that holds less besides is nearer.
        """
        old = self.known(path)
        if old is None or old in pages:
            return old
        wanted, folder = set(self._ever[old]), old.partition("/")[0]
        shared = Counter({p: len(wanted.intersection(self._now[p])) for p in self._now if p.startswith(folder)})
        near = [p for p, n in shared.items() if n and p in pages]
        if near:
            return min(near, key=lambda p: (-shared[p], len(self._now[p]), p))
        left = set().union(*self._now.values())
        return next((f"at/{mention}" for mention in self._ever[old] if mention in left), None)

    def known(self, path: str) -> str | None:
        """The first page of the question or speaker that a path was about."""
        return next((stem for stem in stems(path) if stem in self._ever), None)


def held(ledger: Ledger) -> Held:
    """The mentions that each question, speaker and party has."""
    asked = {c: question_path(q.id) for q in reversed(ledger.questions) for p in q.positions for c in p.claims}
    found: dict[str, list[str]] = defaultdict(list)
    for mention in ledger.mentions:
        who = [speaker_path(name) for name in {mention.speaker: 0, mention.party: 0} if name]
        for path in (asked.get(mention.claim), *who):
            if path:
                found[path].append(mention.id)
    return {path: tuple(mentions) for path, mentions in found.items()}


def stems(path: str) -> Iterator[str]:
    """The path, then those of which it may be a further page: "speakers/a-1-2.html", "speakers/a-1.html"."""
    stem = path.removesuffix(ENDING)
    while stem and path.endswith(ENDING):
        yield stem + ENDING
        stem = stem.rpartition("-")[0]
