"""Names on a map: none covers another; those for which only a wide page has room are marked."""

from counterclaim.dossier.labels import Mark, labels


def test_a_name_goes_to_the_side_that_is_free() -> None:
    west, east = Mark(48.0, 50.0, 6, "Karvel"), Mark(52.0, 50.0, 6, "Harbour")
    found = labels([west, east], 0.6)
    assert [label and label.anchor for label in found] == ["end", "start"]


def test_a_name_at_the_edge_stays_on_the_map() -> None:
    found = labels([Mark(99.0, 50.0, 6, "Karvel")], 0.6)
    assert found[0] and found[0].anchor == "end"


def test_a_name_without_room_on_a_phone_is_for_wide_pages_only() -> None:
    crowd = [Mark(30.0 + 8 * (n % 5), 40.0 + 8 * (n // 5), 6, "A long name of a place") for n in range(15)]
    found = labels(crowd, 0.6)
    assert found[0] and not found[0].roomy
    assert any(label and label.roomy for label in found) and None in found
