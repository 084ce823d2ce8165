"""`python -m counterclaim` is the command `counterclaim`."""

from counterclaim.cli import app

app()
