"""The dossier's templates inside the workspace's frame; own pages beside them. One rule escapes all."""

from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

from counterclaim.dossier.rendering import assets as dossier_assets
from counterclaim.dossier.rendering import environment as dossier_environment

# Where the bar goes in a page that is kept; text of a report cannot hold it, as its "<" is escaped.
BAR = "<!--bar-->"


@cache
def environment() -> jinja2.Environment:
    """The dossier's environment, in which a template of the workspace stands before one of the same name."""
    dossier = dossier_environment()
    own = jinja2.PackageLoader("counterclaim.web")
    shelves = jinja2.PrefixLoader({"dossier": dossier.loader or own})
    return dossier.overlay(loader=jinja2.ChoiceLoader([shelves, own, dossier.loader or own]))


def render(template: str, path: str, **values: Any) -> str:
    """The page at a path of the workspace, with a place for its bar."""
    return environment().get_template(template).render(root="../" * path.count("/"), **values)


def with_bar(html: str, path: str, **values: Any) -> str:
    """The page with the bar as one reviewer sees it."""
    return html.replace(BAR, render("bar.html", path, **values), 1)


@cache
def assets() -> dict[str, bytes]:
    """The files that pages use, by name."""
    own = files("counterclaim.web") / "static"
    return {**dossier_assets(), **{item.name: item.read_bytes() for item in own.iterdir() if item.is_file()}}
