"""All that the handlers of one workspace share."""

from anyio import to_thread
from litestar.di import NamedDependency

from counterclaim.dossier.writing import Sheet
from counterclaim.model import Record
from counterclaim.web.bar import bar
from counterclaim.web.desk import Desk, View
from counterclaim.web.door import Door, Tries
from counterclaim.web.jobs import Jobs
from counterclaim.web.rendering import render, with_bar
from counterclaim.web.settings import Settings
from counterclaim.web.shelf import Shelf

# These look through the whole ledger, and the outlines of the map take time to load.
FIRST = ("index.html", "sources.html", "speakers.html", "map.html", "method.html")


class Workspace:
    """A desk with its pages, and the door to it."""

    def __init__(self, settings: Settings, desk: Desk, door: Door) -> None:
        self.settings, self.desk, self.door = settings, desk, door
        self.tries = Tries()
        self.jobs = Jobs(settings.folder, settings.cast, desk.renew)
        self.shelf = Shelf(_written)

    def make_first(self) -> None:
        """Make the pages that take longest, so that nobody waits for them."""
        view = self.desk.view
        for path in FIRST:
            self.shelf.page(view.index, path, view.sheets[path])

    async def dossier(self, view: View, path: str) -> str | None:
        """A page of the dossier without its bar; None where the view has none at that path."""
        sheet = view.sheets.get(path)
        if sheet is None:
            return None
        return self.shelf.kept(view.index, path) or await to_thread.run_sync(self.shelf.page, view.index, path, sheet)

    def page(self, template: str, path: str, user: str | None, **values: object) -> str:
        """A page of the workspace's own, with its bar."""
        return self.finished(render(template, path, here=path, **values), path, user)

    def bare(self, template: str, **values: object) -> str:
        """A page without a bar, for who has not come in."""
        return render(template, "", here="", **values)

    def finished(self, html: str, path: str, user: str | None) -> str:
        """A page with the bar as this reviewer sees it."""
        return with_bar(html, path, bar=bar(self.desk, user, not self.door.open), here=path)


# The workspace as a handler asks for it.
Here = NamedDependency[Workspace]


def _written(path: str, sheet: Sheet, record: Record) -> str:
    return render(sheet.template, path, page=record, here=sheet.here)
