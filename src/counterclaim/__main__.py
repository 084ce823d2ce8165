"""The command `counterclaim`, also as `python -m counterclaim`."""

import sys


def main() -> None:
    """Run the command. Ctrl-C while it is still being loaded ends it as quietly as later on."""
    try:
        from counterclaim.cli import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
