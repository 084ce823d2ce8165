import pytest

from counterclaim.reading import notes, read_text
from counterclaim.reading.languages import passage_language

ENGLISH = "The army said on Sunday that the ford was safe, and that nobody had been there since the morning."
PERSIAN = "این شهر از دست دشمن پاک شد و بسیاری از آنها اسیر شده اند"
PASHTO = "زموږ ځواکونه په ښار کې دي او دښمن له دې ځایه تښتېدلی دی"
UKRAINIAN = "Наші війська утримують міст, і ворог відступив від річки"


@pytest.mark.parametrize("passage, language", [
    (ENGLISH, "en"), (ENGLISH.upper(), "en"), (PERSIAN, "fa"), (PASHTO, "ps"), (UKRAINIAN, "uk"),
    ("Наши войска удерживают мост, и это был тяжёлый бой, в котором мы победили", "ru"),
    ("نحن في المدينة وقد انسحب العدو من الجسر على النهر بعد هذا القتال", "ar"),
    ("ہمارے لوگ پل پر ہیں اور دشمن دریا سے پیچھے ہٹ گیا ہے", "ur"),
    ("橋は我々の手にあり、敵は川から退いた", "ja"), ("桥在我们手中敌人已经从河边撤退", "zh"),
    ("Η γέφυρα είναι στα χέρια μας τώρα", "el"),
    ("El ejército dijo el domingo que el vado estaba seguro y que nadie había pasado por allí desde la mañana", "es"),
    ("L'armée a déclaré dimanche que le gué était sûr et que personne n'y était passé depuis le matin", "fr"),
    ("Ivo Kral", None), ("", None),
])  # fmt: skip
def test_the_language_of_a_passage(passage: str, language: str | None) -> None:
    assert passage_language(passage) == language


@pytest.mark.parametrize("text, language", [
    (ENGLISH, "en"), (PERSIAN, "fa"), (f"{ENGLISH}\n\n{PERSIAN}\n\n{ENGLISH}", "en"),
    ("7 8 9", "und"), ("Ford safe", "und"),
])  # fmt: skip
def test_the_language_of_a_report(text: str, language: str) -> None:
    assert read_text(text, "a").language == language


@pytest.mark.parametrize("before, passage, expected", [
    ("The message, which we translated from Pashto, was short.", PERSIAN, ["called Pashto; the passage is Persian"]),
    ("He wrote in Pushto:", PERSIAN, ["called Pashto; the passage is Persian"]),
    ("He wrote in Dari:", PERSIAN, ["the passage is Persian"]),
    ("The post, translated from Russian, read so.", UKRAINIAN, ["called Russian; the passage is Ukrainian"]),
    ("He fled from Persian troops, and into Russian lands.", PASHTO, ["the passage is Pashto"]),
    ("He wrote this:", ENGLISH, []),
])  # fmt: skip
def test_notes_on_foreign_passages(before: str, passage: str, expected: list[str]) -> None:
    text = f"{ENGLISH} {before}\n\n{passage}\n\n{ENGLISH}"
    report = read_text(text, "a")
    found = notes(report)
    assert [note.text for note in found] == expected
    assert all(note.kind == "language" and note.report == report.id for note in found)
    assert [note.span.of(text) for note in found] == ([passage] if expected else [])


def test_english_needs_no_model() -> None:
    from counterclaim.reading import languages

    languages._identifier.cache_clear()
    read_text(f"{ENGLISH}\n\n{PERSIAN}", "a")
    assert languages._identifier.cache_info().currsize == 0
