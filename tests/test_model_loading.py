"""The model is loaded beside everything else, and by no more of CTranslate2 than is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from visavis import paths
from visavis.engines.translation import model_loading
from visavis.engines.translation.model_loading import ModelLoading, count_cores

MODEL = paths.get_built_in_packages_folder() / "translate-fr_en" / "model"
LOADED = """
import sys
from pathlib import Path
from visavis.engines.translation.model_loading import ModelLoading
engine = ModelLoading(Path(sys.argv[1]), 1).wait()
engine.translate_batch([["\u2581Paris"]])
print(*sorted({"asyncio", "numpy", "dataclasses"} & set(sys.modules)))
import ctranslate2
print(type(engine) is ctranslate2.Translator)
"""


def test_nothing_else_is_imported_to_load_a_model() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(MODEL)], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.splitlines() == ["", "True"], "it is the library's own class, whoever imports all of it later"


def _refuse(*_: object) -> None:
    raise ImportError


@pytest.mark.parametrize(
    ("where", "name", "do"), [(PathFinder, "find_spec", lambda *_: None), (model_loading, "module_from_spec", _refuse)]
)
def test_all_of_the_library_is_imported_where_its_core_does_not_stand_alone(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, do: Callable[..., None]
) -> None:
    monkeypatch.delitem(sys.modules, "ctranslate2", raising=False)
    with monkeypatch.context() as patched:
        patched.setattr(where, name, do)
        patched.setattr(model_loading, "import_module", lambda name: f"all of {name}")
        assert str(model_loading.import_engine()) == "all of ctranslate2"


def test_what_fails_is_raised_where_it_is_waited_for(tmp_path: Path) -> None:
    loading = ModelLoading(tmp_path / "none", 1)
    with pytest.raises(RuntimeError, match="none"):
        loading.wait()


def test_cores_are_counted() -> None:
    assert count_cores() >= 1
