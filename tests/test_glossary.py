"""Terms and their English: found in sentences, kept in files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis import paths, services
from visavis.exports.glossary import write_glossary
from visavis.model.errors import InputError, OutputError
from visavis.model.glossary import Glossary, Term, apply_fix, place_flag
from visavis.model.passage import Flag, Link
from visavis.readers.glossary import read

STARTER = read(paths.find_resource("glossary-fr-en.csv"))
GLOSSARY = Glossary(STARTER)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("L’OTAN est prête.", "NATO is ready.", []),
        ("L’Otan est prête.", "OTAN is ready.", ["NATO"]),
        ("Il a été placé en garde à vue.", "He was taken into police custody.", []),
        ("Les gardes à vue se suivent.", "They were being detained one after another.", []),
        ("Il a été placé en garde à vue.", "He was placed at sight.", ["police custody"]),
        ("Le garde des Sceaux a démissionné.", "The Justice Minister has resigned.", []),
        ("Le garde des Sceaux a démissionné.", "The Guard of the Seals has resigned.", ["justice minister"]),
        ("Le CONSEIL D’ÉTAT a tranché.", "The Council of State has ruled.", []),
        ("Le Conseil d'Etat a tranché.", "The Board has ruled.", ["Council of State"]),
        ("Les préfets et les préfectures", "The prefects and the prefectures", []),
        ("L’U.E. a dit non.", "The E.U. said no.", []),
        ("L’UE a dit non.", "It said no.", ["EU"]),
        ("Un oms, un pib et un rsa", "An oms, a pib and an rsa", []),  # no initials
        ("Les maires élus", "The mayors elected", []),
        ("Le ministre Le Maire a signé.", "Minister Le Maire signed.", []),  # a name
        ("L’OTAN", "", []),
        ("Le ramadan commence vendredi.", "The squander begins on Friday.", ["Ramadan"]),
        ("Les pharmaciens sont en grève.", "The pharmacists are on strike.", []),
        ("Un quinquagénaire est mort.", "A fifteen-year-old died.", ["man in his fifties"]),
    ],
)
def test_a_term_is_respected_or_flagged(source: str, target: str, wanted: list[str]) -> None:
    flags = GLOSSARY.check(source, target)
    assert [flag.fix for flag in flags] == wanted
    assert {flag.check for flag in flags} <= {"glossary"}


def test_a_term_is_flagged_once_at_its_first_place() -> None:
    source = "L’OTAN dit que l’OTAN attend."
    (flag,) = GLOSSARY.check(source, "The body says it waits.")
    assert flag.source == (2, 6)
    assert flag.detail == "“OTAN” is usually “NATO”"
    assert flag.target is None


def test_the_longest_term_counts() -> None:
    glossary = Glossary([Term("conseil", ("board",)), Term("conseil de sécurité", ("Security Council",))])
    assert glossary.check("Le conseil de sécurité se réunit.", "The Security Council meets.") == ()


def test_the_later_list_decides() -> None:
    glossary = Glossary([Term("préfet", ("prefect",)), Term("Préfets", ("commissioner",))])
    assert [flag.fix for flag in glossary.check("Les Préfets sont là.", "The prefects are there.")] == ["commissioner"]


def test_the_fix_takes_the_place_of_the_wrong_words() -> None:
    (flag,) = GLOSSARY.check("Le garde des Sceaux a démissionné.", "The guard of the seals has resigned.")
    assert apply_fix("The guard of the seals has resigned.", flag) == "The justice minister has resigned."
    (flag,) = GLOSSARY.check("Perquisitions à Lyon.", "Perquisitions in Lyon.")
    assert flag.detail == "“Perquisitions” is usually “search”, not “Perquisitions”"
    assert apply_fix("Perquisitions in Lyon.", flag) == "Search in Lyon."


def test_linked_words_show_the_place_of_a_fix() -> None:
    source, target = "Le préfet attend.", "The governor waits."
    (flag,) = GLOSSARY.check(source, target)
    assert apply_fix(target, flag) == target
    assert place_flag(flag, [Link((0, 2), (0, 3))]) == flag
    found = place_flag(flag, [Link((0, 2), (0, 3)), Link((3, 9), (4, 12))])
    assert apply_fix(target, found) == "The prefect waits."
    assert place_flag(found, [Link((3, 9), (0, 3))]) == found


def test_the_starter_list_knows_what_it_must() -> None:
    assert len(GLOSSARY.terms) >= 150
    wanted = {term.french: term.english[0] for term in STARTER}
    assert wanted["mise en examen"] == "placed under formal investigation"
    assert wanted["Conseil d'État"] == "Council of State"


LIST = [
    Term("préfet", ("prefect", "state, representative")),
    Term("naïveté", ("naivety",), ("candour", "na")),
]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".tbx"])
def test_a_list_comes_back_from_its_file(tmp_path: Path, suffix: str) -> None:
    write_glossary(LIST, tmp_path / f"list{suffix}")
    assert read(tmp_path / f"list{suffix}") == LIST


@pytest.mark.parametrize(
    "text",
    ["préfet;prefect\n", "préfet,prefect\n", "préfet\tprefect\n", "Français;Anglais\n\n# ours\n préfet ; prefect \n"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    assert read(path) == [Term("préfet", ("prefect",))]


def test_an_old_tbx_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.tbx"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX"><text><body>'
        '<termEntry><langSet xml:lang="fr-FR"><tig><term>garde à vue</term></tig></langSet>'
        '<langSet xml:lang="en-GB"><ntig><termGrp><term>police <hi>custody</hi></term></termGrp></ntig>'
        '<tig><term>view</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>'
        '</termEntry><termEntry><langSet xml:lang="de"><tig><term>Amt</term></tig></langSet></termEntry>'
        "</body></text></martif>",
        encoding="utf-8",
    )
    assert read(path) == [Term("garde à vue", ("police custody",), ("view",))]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "préfet,prefect\nmaire,\n", "line 2 needs a French term and its English"),
        ("a.csv", "french,english\n", "it holds no French terms with their English"),
        ("a.tbx", "<tbx><text>", "it is no TBX: its XML is damaged"),
        ("a.tbx", "<html/>", "it holds no French terms with their English"),
        ("a.csv", "", "it contains no text"),
    ],
)
def test_a_bad_list_is_refused_in_a_sentence(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read(tmp_path / name)
    assert raised.value.reason.startswith(reason)


def test_a_tbx_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "a.tbx").write_text(
        f'<!DOCTYPE tbx [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]><tbx><text><body><conceptEntry>'
        '<langSec xml:lang="fr"><termSec><term>a&x;</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>b</term></termSec></langSec></conceptEntry></body></text></tbx>',
        encoding="utf-8",
    )
    assert all("secret" not in term.french for term in read(tmp_path / "a.tbx"))


def test_other_formats_and_missing_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"saved as \.csv, \.tsv, \.tbx"):
        write_glossary(LIST, tmp_path / "list.xlsx")
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.csv")


def test_the_users_lists_are_kept_and_decide(tmp_path: Path) -> None:
    assert not services.load_glossary().check("Le préfet attend.", "The prefect waits.")
    write_glossary([Term("préfet", ("commissioner",))], tmp_path / "ours.tbx")
    assert services.import_glossary(tmp_path / "ours.tbx") == [Term("préfet", ("commissioner",))]
    assert services.load_glossary().check("Le préfet attend.", "The prefect waits.")[0].fix == "commissioner"
    (paths.get_glossaries_folder() / "broken.csv").write_text("x\n", encoding="utf-8")
    assert services.load_glossary().check("Le préfet attend.", "The prefect waits.")[0].fix == "commissioner"


def test_only_terms_of_the_users_lists_are_called_theirs() -> None:
    def describe(target: str) -> str:
        return services.load_glossary().check("Le préfet attend.", target)[0].detail

    assert describe("The governor waits.") == "“préfet” is usually “prefect”"
    services.add_term(Term("préfet", ("commissioner",), ("governor",)))
    assert describe("The man waits.") == "“préfet” is “commissioner” in your glossary"
    assert describe("The governor waits.") == "“préfet” is “commissioner” in your glossary, not “governor”"
    assert [term.french for term in services.load_glossary().terms.values() if term.own] == ["préfet"]


def test_a_term_is_deleted_from_all_lists_and_no_other(tmp_path: Path) -> None:
    write_glossary([Term("préfets", ("commissioner",)), Term("maire", ("lord mayor",))], tmp_path / "ours.csv")
    services.import_glossary(tmp_path / "ours.csv")
    services.add_term(Term("préfet", ("governor",)))
    (paths.get_glossaries_folder() / "broken.csv").write_text("x\n", encoding="utf-8")
    services.remove_term(Term("préfet", ()))
    own = [term for term in services.load_glossary().terms.values() if term.own]
    assert own == [Term("maire", ("lord mayor",), own=True)]
    assert (paths.get_glossaries_folder() / "broken.csv").exists()


def test_a_list_that_cannot_be_kept_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_glossary(LIST, tmp_path / "ours.csv")
    monkeypatch.setattr(paths, "get_glossaries_folder", lambda: tmp_path / "ours.csv" / "glossaries")
    with pytest.raises(OutputError, match="cannot be written"):
        services.import_glossary(tmp_path / "ours.csv")


TEXTS = st.lists(st.sampled_from([term.french for term in STARTER[:40]]) | st.text(max_size=6)).map(" ".join)


@given(TEXTS, TEXTS)
def test_flags_lie_in_the_texts(source: str, target: str) -> None:
    for flag in GLOSSARY.check(source, target):
        assert flag.source is not None
        assert 0 <= flag.source[0] < flag.source[1] <= len(source)
        assert flag.target is None or 0 <= flag.target[0] < flag.target[1] <= len(target)
        assert isinstance(apply_fix(target, flag), str)


def test_a_flag_without_a_fix_mends_nothing() -> None:
    assert apply_fix("The prefect.", Flag("figure", "?", target=(0, 3))) == "The prefect."
