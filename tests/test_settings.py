import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.settings import Settings

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
names = st.sampled_from([field.name for field in fields(Settings)])


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    mine = Settings(
        "lsa",
        7,
        True,
        13.5,
        "Charter",
        1.7,
        "en",
        "AdnQ",
        "/tmp/été \udcff",
        "built-in/x",
        "https://example.org/index.json",
    )
    mine.save(path)
    assert Settings.load(path) == mine
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.json") == Settings()
    assert Settings.load(tmp_path) == Settings()  # a folder


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b'"news"', b"\xff\xfe\x00", b"\0" * 100, b'{"method": "lsa"', b"[" * 100_000],
)
def test_a_corrupt_file_gives_the_defaults(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings.load(path) == Settings()


@given(st.dictionaries(names | st.text(max_size=5), values))
def test_a_value_of_the_wrong_type_gets_its_default(tmp_path_factory: pytest.TempPathFactory, kept: object) -> None:
    path = tmp_path_factory.mktemp("kept") / "settings.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    loaded = Settings.load(path)
    for name, value in asdict(loaded).items():
        default = getattr(Settings(), name)
        assert type(value) is type(default)
        assert value == (kept.get(name) if value != default else default)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "points"), [("12", 12.0), ("12.5", 12.5), ("true", 0.0), ("NaN", 0.0), ("1e999", 0.0), ('"12"', 0.0)]
)
def test_a_whole_number_will_do_for_a_size_and_no_number_will_not(written: str, points: float, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"font_points": {written}, "method": "lsa"}}')
    assert Settings.load(path) == Settings(method="lsa", font_points=points)


def test_what_is_unknown_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"load": 1, "later": [], "method": "lead"}')
    assert Settings.load(path) == Settings(method="lead")


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Settings().save(tmp_path / "file" / "settings.json")
    (tmp_path / "settings.json").mkdir()
    Settings().save(tmp_path / "settings.json")
