"""Who may come in: a word that is checked slowly and in constant time, tickets for those who gave it."""

import hashlib
import hmac
import secrets
import time
from collections import deque

# scrypt's cost as OWASP's password sheet has it for its smallest memory (2**14, 8, 5 has the same strength as its
# first choice): about 0.2 s here, so that a guess costs the guesser more than it costs us.
_COST = {"n": 2**14, "r": 8, "p": 5}
# A working day and a night: who comes back in the morning gives the word again.
TICKET_LASTS = 60 * 60 * 18
# A person mistypes a few times; ten guesses a minute never find a word of eight characters.
TRIES, WITHIN = 10, 60.0
ALL_TRIES = 100  # from all addresses together
MOST = 10_000  # addresses remembered


class Door:
    """Checks the word and hands out tickets; where there is no word, it stands open."""

    def __init__(self, word: str | None) -> None:
        self.open = word is None
        self._key = secrets.token_bytes(32)  # tickets end with the program that gave them
        self._salt = secrets.token_bytes(16)
        self._hash = b"" if word is None else self._slow(word)
        self._known = b""  # a quick hash of the word, once somebody has given it

    def fits(self, given: str) -> bool:
        """It is the word. Takes long unless the word was right before; call it off the event loop."""
        quick = self._sign(b"word", given)
        if self._known and hmac.compare_digest(quick, self._known):
            return True
        right = not self.open and hmac.compare_digest(self._slow(given), self._hash)
        if right:
            self._known = quick
        return right

    def ticket(self) -> str:
        """What a browser keeps so that the word is asked once."""
        ends = str(int(time.time()) + TICKET_LASTS)
        return f"{ends}.{self._sign(b'ticket', ends).hex()}"

    def admits(self, ticket: str) -> bool:
        """The ticket is one of ours and has not run out."""
        ends, _, signature = ticket.partition(".")
        ours = hmac.compare_digest(signature.encode(), self._sign(b"ticket", ends).hex().encode())
        return ours and ends.isascii() and ends.isdigit() and int(ends) > time.time()

    def _slow(self, given: str) -> bytes:
        return hashlib.scrypt(given.encode("utf-8", "replace"), salt=self._salt, maxmem=64 * 1024 * 1024, **_COST)

    def _sign(self, use: bytes, text: str) -> bytes:
        return hmac.digest(self._key, use + b"\0" + text.encode("utf-8", "replace"), "sha256")


class Tries:
    """Counts wrong words, by address and in all, over the last minute."""

    def __init__(self) -> None:
        self._wrong: dict[str, deque[float]] = {}
        self._all: deque[float] = deque(maxlen=ALL_TRIES)

    def allowed(self, address: str) -> bool:
        """The address may try once more now."""
        since = time.monotonic() - WITHIN
        return _after(self._wrong.get(address), since) < TRIES and _after(self._all, since) < ALL_TRIES

    def failed(self, address: str) -> None:
        """A wrong word came from there."""
        if len(self._wrong) >= MOST:
            del self._wrong[next(iter(self._wrong))]
        self._wrong.setdefault(address, deque(maxlen=TRIES)).append(time.monotonic())
        self._all.append(time.monotonic())


def _after(times: deque[float] | None, since: float) -> int:
    return sum(t > since for t in times or ())
