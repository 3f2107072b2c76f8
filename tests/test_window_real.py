"""The real window with the real built-in package, on the article that README opens."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from conftest import SEED, Build
from visavis import paths
from visavis.model.article import Role
from window_under_test import MainWindow


@pytest.fixture
def window(build_window: Build, qtbot: QtBot) -> MainWindow:
    made = build_window(None)
    made.open_path(SEED)
    qtbot.waitUntil(lambda: not made.session.is_busy, timeout=120_000)
    qtbot.waitUntil(lambda: not made.reading_view._idle.isActive())
    return made


def test_the_seed_article_is_read_in_english_beside_the_original(window: MainWindow) -> None:
    document, page = window.document, window.reading_view.page
    assert document and document.complete
    assert window.message_bar.text == ""

    rows = range(len(page.rows))
    french, english = [page.side(n, 0).text for n in rows], [page.side(n, 1).text for n in rows]
    assert french[0] == "L’OTAN est prête à envoyer davantage de soldats de la paix au Kosovo"
    assert "NATO" in english[0]
    assert "Kosovo" in english[0]
    assert page.rows[0].role is Role.TITLE
    assert french == SEED.read_text(encoding="utf-8").strip().split("\n\n")
    assert all(len(page.side(n, 1).spans) == len(page.rows[n].sentences) for n in rows)
    assert all(text.strip("… ") for text in english)

    roles = {s.id: row.role for row in page.rows for s in row.sentences}
    chosen = [row.sentences[0].id for row in window.summary.view.page.rows]
    assert len(chosen) == 4
    assert {roles[id_] for id_ in chosen} == {Role.BODY}
    assert {Role.ASIDE, Role.TITLE} <= set(roles.values())

    name, version = document.package.name, document.package.version
    assert window.status_bar.package.text() == f"{name} {version} (built-in)"
    assert (paths.get_built_in_packages_folder() / name).is_dir()
    assert window.status_bar.network.text() == "No connection made"
    assert window.windowTitle().startswith(french[0])


def test_every_method_sums_it_up(window: MainWindow, qtbot: QtBot) -> None:
    document = window.document
    assert document
    for index in range(window.summary.methods.count()):
        method = window.summary.methods.itemData(index)
        window.summary.methods.activated.emit(index)
        qtbot.waitUntil(lambda method=method: document.method == method, timeout=30_000)  # type: ignore[misc]
        assert len(window.summary.view.page.rows) == 4
