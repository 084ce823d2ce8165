"""What was worked out before, kept by all that it was worked out from, for a process that builds a ledger repeatedly.

The stages that see all reports are put together from functions whose answers hang on their inputs alone. An answer that
is kept is therefore the answer that would be found again, and a ledger is the same with a memory and without one.
"""

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from msgspec import Struct

Inputs = ParamSpec("Inputs")
Answer = TypeVar("Answer")


class Memory:
    """Answers of functions by their inputs. This one keeps nothing: a single build asks for nearly everything once."""

    def of(self, function: Callable[Inputs, Answer], *inputs: Inputs.args, **none: Inputs.kwargs) -> Answer:
        """What the function gives. Records are known by being the same objects, all other inputs by their values."""
        return function(*inputs, **none)

    def same(self, name: Hashable, value: Answer) -> Answer:
        """The value; where the one that bore the name in the round before is equal to it, that very object."""
        return value

    def last(self, name: Hashable) -> Any:
        """What bore the name in the last round; None where nothing did."""
        return None

    @contextmanager
    def round(self) -> Iterator[None]:
        """A round of asking. What it does not ask for is forgotten at its end."""
        yield


FORGETFUL = Memory()


class Texts:
    """The texts of all reports, and what each says by itself, found once however often it is asked for."""

    def __init__(self, texts: Iterable[str], memory: Memory = FORGETFUL) -> None:
        self._texts = list(texts)
        self.memory = memory
        self._told: dict[Hashable, list[Any]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def each(self, ask: Callable[..., Answer], *more: Hashable) -> list[Answer]:
        """For each text the answer of a function of it, and of `more`."""
        if (ask, more) not in self._told:
            self._told[ask, more] = [self.memory.of(ask, text, *more) for text in self._texts]
        return self._told[ask, more]

    def turned(self, into: Callable[[str], str]) -> "Texts":
        """The texts, each turned into another one."""
        return Texts(self.each(into), self.memory)

    def told(self, ask: Callable[..., Answer], number: int, *more: Hashable) -> Answer:
        """For one text the answer of a function of it, and of `more`."""
        return self.memory.of(ask, self._texts[number], *more)


class Kept(Memory):
    """A memory that keeps what its last round asked for, and so never holds more than one round needs."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def of(self, function: Callable[Inputs, Answer], *inputs: Inputs.args, **none: Inputs.kwargs) -> Answer:
        key = (function, *[id(i) if isinstance(i, Struct) else i for i in inputs])
        found = self._now.get(key) or self._before.get(key)
        if found is None:  # the inputs are kept with the answer, so that no other object takes their ids
            found = (function(*inputs, **none), inputs)
        self._now[key] = found
        answer: Answer = found[0]
        return answer

    def checked(
        self,
        holds: Callable[[Any], bool],
        noting: Callable[..., tuple[Any, Any]],
        function: Callable[..., Answer],
        *inputs: Any,
    ) -> Answer:
        """What the function gives, where it hangs on more than its inputs: `noting` works it out and notes on what,
        and `holds` says whether such notes hold still.
        """
        key = (function, *[id(i) if isinstance(i, Struct) else i for i in inputs])
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None or not holds(found[1]):
                found = (*noting(function, *inputs), inputs)
            self._now[key] = found
        answer: Answer = found[0]
        return answer

    def same(self, name: Hashable, value: Answer) -> Answer:
        before = self._before.get(name)
        self._now[name] = answer = before if before == value else value
        return answer

    def last(self, name: Hashable) -> Any:
        return self._now.get(name)

    @contextmanager
    def round(self) -> Iterator[None]:
        self._before, self._now = self._now, {}
        collecting = gc.isenabled()
        gc.disable()  # it would go through all that is kept again and again, which holds no circles
        try:
            yield
        finally:
            self._before = {}
            if collecting:
                gc.freeze()  # nor need it go through all of it at the first allocation after
                gc.enable()

    def rest(self) -> None:
        """Between rounds, while nobody waits: give back what rounds left behind in circles."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
