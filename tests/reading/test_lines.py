import pytest

from counterclaim.reading.lines import paragraphs

WRAPPED = """The army said on Sunday that it had taken the ford and the
two villages beside it, which rebels have held since the
spring of last year.

Rebels denied it. A spokesman said that nobody had come near
the ford at all, and that the road to the south was still in
their hands."""


def read(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


@pytest.mark.parametrize("text, expected", [
    ("", []),
    (" \n\t\n", []),
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\n  Two.  \r\n", ["One.", "Two."]),
    ("\ufeffOne.\u2029Two.", ["One.", "Two."]),
])  # fmt: skip
def test_a_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_lines_wrapped_to_a_width_are_joined() -> None:
    first, second = read(WRAPPED)
    assert first.startswith("The army") and first.endswith("spring of last year.")
    assert second.startswith("Rebels denied") and second.endswith("their hands.")


def test_lines_that_end_their_sentences_are_not_joined() -> None:
    line = "The army said on Sunday that it had taken the ford."
    assert read("\n".join([line] * 5)) == [line] * 5
