import pytest

from visavis import paths
from visavis.text.language import NAMES, guess_language

FRENCH = [
    "L’OTAN est prête à envoyer davantage de soldats de la paix au Kosovo",
    "L’OTAN EST PRÊTE A ENVOYER DES SOLDATS AU KOSOVO",
    "Pommes, poires, bananes, cerises, fraises, abricots, pêches, prunes, raisins",
    "Zinédine Zidane, Karim Benzema, Antoine Griezmann, Kylian Mbappé, Paul Pogba, Hugo Lloris",
    "New York Times, Washington Post, Wall Street Journal, Le Monde",
    "Macron face à Theresa May : « This is the end of the road, and we all know it »",
    '"The People Vs. O.J. Simpson", "Insecure" et "The Night Of" : la diversité ethnique',
    "De la neige en plein mois de mai.",
    "Ryanair va faire payer les valises en cabine",
    "Los Angeles: un jeune noir retrouvé mort pendu, la police enquête",
    "Bonjour",
    "Oui.",
    "12 345,67 €",
    "",
    "Lire https://example.org/the/of/and et voilà",
]
OTHERS = {
    "en": "NATO is ready to send more soldiers to Kosovo, the head of the alliance said on Friday.",
    "es": "La OTAN está dispuesta a enviar más soldados a Kosovo, dijo el viernes el jefe de la alianza.",
    "de": "Die NATO ist bereit, mehr Soldaten in den Kosovo zu schicken, sagte der Chef der Allianz.",
    "it": "La NATO è pronta a inviare altri soldati in Kosovo, ha detto il capo dell'alleanza, che non si ferma.",
    "pt": "A OTAN está pronta para enviar mais soldados ao Kosovo, disse o chefe da aliança, que não se cala.",
    "nl": "De NAVO is klaar om meer soldaten naar Kosovo te sturen, zei het hoofd van de alliantie.",
    "ro": "NATO este gata să trimită mai mulți soldați în Kosovo, a spus șeful alianței, care nu se oprește.",
    "ca": "L'OTAN és a punt d'enviar més soldats a Kosovo, ha dit el cap de l'aliança amb aquesta seva veu.",
    "sv": "Nato är redo att skicka fler soldater till Kosovo, och det har inte varit en fråga för dem.",
    "pl": "NATO jest gotowe do wysłania żołnierzy do Kosowa, ale nie wiadomo, czy się to uda.",
    "ru": "НАТО готово отправить больше солдат в Косово.",
    "uk": "НАТО готове надіслати більше солдатів у Косово, і це її рішення.",
    "ar": "حلف الناتو مستعد لإرسال المزيد من الجنود",
    "el": "Το ΝΑΤΟ είναι έτοιμο να στείλει στρατιώτες",
    "zh": "北约准备向科索沃派遣更多士兵",
    "ja": "これは日本語の記事です",
    "ko": "나토는 더 많은 병력을 보낼 준비가 되어 있다",
    "he": "נאטו מוכן לשלוח עוד חיילים",
}


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_never_doubted(text: str) -> None:
    assert guess_language(text) == "fr"
    assert guess_language(text.upper()) == "fr"


def test_the_seed_article_is_french_by_each_paragraph() -> None:
    seed = paths.find_resources().parent / "seeds" / "otan-kosovo.txt"
    assert {guess_language(line) for line in seed.read_text(encoding="utf-8").splitlines()} == {"fr"}


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_other_languages_are_named(code: str, text: str) -> None:
    assert guess_language(text) == code
    assert NAMES[code]


def test_random_letters_are_no_language() -> None:
    assert guess_language("asdf qwer zxcv hjkl vbnm tyghj wqxz kjhg mnbv xkcd") == ""
