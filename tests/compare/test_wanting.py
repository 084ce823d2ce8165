"""Groups as people want them: joined and parted, whatever the rules made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.compare.wanting import Pair, as_wanted


def wanted(groups: list[str], together: str, apart: str) -> list[str]:
    """Groups of letters under pairs of letters; a letter's words are it and its small or capital form."""
    pairs: dict[Pair, bool] = {(p[0], p[1]): True for p in together.split()}
    pairs |= {(p[0], p[1]): False for p in apart.split()}
    found = as_wanted([list(g) for g in groups], pairs, lambda item: [item], lambda item: frozenset([item.lower()]))
    return sorted("".join(sorted(group)) for group in found)


@pytest.mark.parametrize(
    "groups, together, apart, found",
    [
        (["ab", "cd"], "", "", ["ab", "cd"]),
        (["ab", "cd"], "ac", "", ["abcd"]),
        (["ab", "cd", "e"], "bd de", "", ["abcde"]),
        (["ab", "cd"], "", "ab", ["a", "b", "cd"]),
        (["ab", "cd"], "", "ac", ["ab", "cd"]),  # they are apart already
        (["ab"], "ax", "bx", ["ab"]),  # nobody knows x
        (["aAbB"], "", "ab", ["Aa", "Bb"]),  # what is like one goes with it
        (["abc"], "", "ab ac bc", ["a", "b", "c"]),
        (["abc"], "", "ab", ["ac", "b"]),  # what is like neither stays with the first
        (["abc"], "bc", "ab", ["a", "bc"]),
        (["a", "b", "c"], "ab bc", "ac", ["ab", "c"]),  # not all three wishes can hold: apart outweighs together
        (["ab", "cd"], "ac", "bd", ["abc", "d"]),
        (["ab"], "aa", "bb", ["ab"]),
    ],
)
def test_joined_and_parted(groups: list[str], together: str, apart: str, found: list[str]) -> None:
    assert wanted(groups, together, apart) == found


letters = st.sampled_from("abcdefgh")


@given(
    st.lists(st.sampled_from(range(4)), min_size=6, max_size=6),
    st.dictionaries(st.tuples(letters, letters), st.booleans(), max_size=8),
)
def test_nothing_is_lost_and_what_is_wanted_apart_is_apart(homes: list[int], pairs: dict[Pair, bool]) -> None:
    groups = [[letter for letter, home in zip("abcdef", homes, strict=True) if home == n] for n in range(4)]
    found = as_wanted(groups, pairs, lambda item: [item], lambda item: frozenset([item]))
    assert sorted(letter for group in found for letter in group) == list("abcdef")
    for (left, right), want in pairs.items():
        if not want and left != right:
            assert not any(left in group and right in group for group in found)
