"""Equal parts of a reading are one object, and the reading is the same."""

import msgspec
import pytest

from conftest import EXAMPLE
from counterclaim.building import gather
from counterclaim.engines.sharing import shared
from counterclaim.model import Reading
from counterclaim.options import Options
from counterclaim.readings import read


@pytest.fixture(scope="module")
def copied() -> Reading:
    """A reading as it comes from disk: all its parts are copies."""
    made = read(gather([EXAMPLE / "01-agency.txt"])[0][0], Options(attribution="rules"))
    return msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Reading)


def test_a_shared_reading_is_the_same_reading(copied: Reading) -> None:
    assert shared(copied) == copied


def test_a_claim_holds_the_speech_of_its_report_itself(copied: Reading) -> None:
    own = {id(speech) for speech in copied.speeches}
    assert not any(id(d.speech) in own for d in copied.drafts)
    light = shared(copied)
    own = {id(speech) for speech in light.speeches}
    assert all(id(d.speech) in own for d in light.drafts if d.speech)
    names = [n for d in light.drafts for n in (d.subject, d.object, d.speech and d.speech.speaker) if n]
    assert len({id(n) for n in names}) == len(set(names)) < len(names)


def test_the_report_is_the_one_that_is_given(copied: Reading) -> None:
    again = msgspec.structs.replace(copied.report)
    assert shared(copied, again).report is again
