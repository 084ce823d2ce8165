"""A reviewer as a process of its own: appends notes and says which are acknowledged.

python writer.py FOLDER DATABASE|- USER COUNT: COUNT notes, or without end where it is 0. The first line says "ready".
"""

import sys
from itertools import count
from pathlib import Path

from counterclaim.review.store import open_store


def main(folder: str, database: str, user: str, most: str) -> None:
    store = open_store(Path(folder), None if database == "-" else database)
    print("ready", flush=True)
    for number in range(int(most)) if int(most) else count():
        made = store.append(user, "note", [f"m-{number}"], note=f"{user} {number}", key=f"{user} {number}")
        print(made.id, made.note, flush=True)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
