import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Build, Tiny
from visavis import paths
from visavis.app import composition
from visavis.infrastructure import log
from visavis.infrastructure.settings import Settings

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


#: For each setting values of its type that it cannot have.
ODD: dict[str, list[object]] = {
    "method": ["x" * 1000, "news\n"],
    "summary_sentences": [0, -1, 21, 10**30],
    "font_points": [-1, 1.0, 99999, 1e300],
    "font_family": ["x" * 1000, "a\0b"],
    "line_spacing": [0.0, -3, 99],
    "languages": ["latin", ""],
    "summary_language": ["", "de"],
    "window": ["é", "x" * 100_000],
    "last_folder": ["a\0b", "x" * 100_000],
    "package": ["x" * 1000, "a\nb"],
    "package_index": ["not an address", "file:///etc/passwd", "http://[", "https://a.example/\n"],
    "summary_unit": ["pages", ""],
    "summary_percent": [0, 101, -5],
    "summary_words": [0, 10**9],
    "look": ["grey", ""],
    "english": ["AU", ""],
    "interface": ["de", "english"],
    "cores": [-1, 1000],
}


def test_every_setting_that_is_not_just_on_or_off_says_what_it_may_be() -> None:
    assert set(ODD) == {field.name for field in fields(Settings) if field.type != "bool"}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in ODD.items() for value in values])
def test_what_is_out_of_range_falls_back_alone_and_is_named(name: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"side": True, name: value, "summary_bullets": False}))
    loaded = Settings.load(path)
    assert loaded == Settings(side=True, summary_bullets=False)
    assert loaded.faults == (f"{name} is out of range",)


def test_what_is_wrong_with_a_file_is_named_without_its_words(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert Settings.load(path).faults == ()
    path.write_text('{"font_family": 3, "last_folder": ["the secret"], "later": 1, "memory": 0}')
    assert Settings.load(path).faults == (
        "font_family is not a str",
        "last_folder is not a str",
        "memory is not a bool",
    )
    path.write_text('{"last_folder": "the secret')
    assert Settings.load(path).faults == ("the file cannot be read (JSONDecodeError)",)


def test_what_changes_is_kept_at_once_and_told_to_those_who_listen(tmp_path: Path) -> None:
    path, told = tmp_path / "new" / "settings.json", list[tuple[str, int]]()
    settings = Settings.load(path)
    settings.listen_to(lambda: told.append(("memory", settings.memory)), "memory")
    settings.listen_to(lambda: told.append(("size", settings.summary_words)), "summary_words", "summary_percent")
    settings.memory = False
    assert not Settings.load(path).memory
    settings.memory = False
    settings.summary_words = 50
    settings.side = True
    assert told == [("memory", False), ("size", 50)]
    assert Settings.load(path) == settings == Settings(memory=False, summary_words=50, side=True)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_two_windows_do_not_undo_what_the_other_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"later": "kept", "font_points": 12}')
    one, other = Settings.load(path), Settings.load(path)
    one.memory = False
    other.font_points = 14.0
    one.side = True
    assert Settings.load(path) == Settings(memory=False, font_points=14.0, side=True)
    assert json.loads(path.read_text())["later"] == "kept"


@pytest.mark.parametrize(
    "kept",
    [{name: value for name, values in ODD.items() for value in values[at : at + 1]} for at in range(4)],
)
def test_a_window_opens_whatever_is_kept_and_says_so_in_the_log(kept: object, build_window: Build, tiny: Tiny) -> None:
    paths.make_private_folder(paths.get_config_folder())
    paths.get_settings_file().write_text(json.dumps(kept))
    window = build_window(tiny.engines)
    log.start(paths.get_logs_folder(), "visavis")
    composition._enable_fault_log(window.settings)
    log.stop()
    assert window.settings == Settings(hints=False)
    logged = (paths.get_logs_folder() / "visavis.log").read_text()
    for name in kept:  # type: ignore[attr-defined]
        assert f"settings: {name} is out of range; the default is used" in logged
