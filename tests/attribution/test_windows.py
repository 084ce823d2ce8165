"""Windows cover a text, overlap, end at sentences and share out the pieces between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribution.windows import SIZE, deciders, windows

SENTENCES = st.lists(st.integers(min_value=1, max_value=400), min_size=1, max_size=40)


def starts_of(lengths: list[int]) -> tuple[int, list[int]]:
    """The number of pieces and where sentences of these lengths begin."""
    firsts = [0]
    for length in lengths:
        firsts.append(firsts[-1] + length)
    return firsts.pop(), firsts


@given(SENTENCES)
def test_windows_cover_and_overlap(lengths: list[int]) -> None:
    total, firsts = starts_of(lengths)
    ranges = list(windows(total, firsts))
    assert ranges[0][0] == 0 and ranges[-1][1] == total
    assert all(0 < end - start <= SIZE for start, end in ranges)
    assert all(a < c < b < d for (a, b), (c, d) in pairwise(ranges))


@given(SENTENCES)
def test_each_piece_is_decided_once_by_a_window_that_sees_it(lengths: list[int]) -> None:
    total, firsts = starts_of(lengths)
    ranges = list(windows(total, firsts))
    decided = deciders(ranges)
    assert [i for low, high in decided for i in range(low, high)] == list(range(total))
    assert all(start <= low < high <= end for (start, end), (low, high) in zip(ranges, decided, strict=True))


def test_short_text_is_one_window_and_no_text_is_none() -> None:
    assert list(windows(9, [0])) == [(0, 9)]
    assert list(windows(0, [])) == []


def test_windows_end_where_a_sentence_ends() -> None:
    total, firsts = starts_of([30] * 20)
    assert all(end in firsts for _, end in list(windows(total, firsts))[:-1])


def test_windows_of_one_endless_sentence_are_few() -> None:
    assert len(list(windows(50_000, [0]))) < 50_000 / (SIZE - 100)
