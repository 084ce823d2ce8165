"""Reports on disk are had as they were put; nothing of them stays behind."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conftest import EXAMPLE
from counterclaim.building import gather
from counterclaim.engines.spool import Spool
from counterclaim.errors import NotWritable


def test_reports_are_had_as_they_were_put(tmp_path: Path) -> None:
    reports = {report.id: report for report in gather([EXAMPLE])[0]}
    spool = Spool(tmp_path / "out")
    spool.update(reports)
    assert dict(spool) == reports and len(spool) == len(reports) > 3
    id, report = next(iter(reports.items()))
    spool[id] = replace(report, outlet="another")
    assert spool[id] == replace(report, outlet="another") and list(spool) == list(reports)
    del spool[id]
    assert id not in spool
    assert list((tmp_path / "out").iterdir()) == []  # the file has no name
    spool.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritable, match="choose another --out"):
        Spool(tmp_path / "file")
