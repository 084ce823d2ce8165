"""Templates to pages. Text of a report is hostile: it is escaped here, by one rule, and nowhere else."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup, escape

# What no page may show: control characters that break it, and halves of characters that UTF-8 cannot write.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def shown(value: object) -> object:
    """Text as a page can carry it, character for character: what cannot be shown stands as the replacement character.

    A carriage return is written as a reference, for a browser would drop it and all offsets after it would be wrong.
    """
    if type(value) is not str:
        return value
    text = _UNSHOWABLE.sub("\ufffd", value)
    return Markup(str(escape(text)).replace("\r", "&#13;")) if "\r" in text else text  # noqa: S704 (escaped just here)


@cache
def environment() -> jinja2.Environment:
    """Jinja with every value escaped; a template that names what is not there fails."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("counterclaim.dossier"),
        autoescape=True,
        finalize=shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, root: str, **values: Any) -> str:
    """A page; `root` is the way from it up to the dossier's folder."""
    return environment().get_template(template).render(root=root, **values)


def assets() -> dict[str, bytes]:
    """The files that every page uses, by name."""
    folder = files("counterclaim.dossier") / "static"
    return {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}
