import copy
import errno
import os
import pickle
from dataclasses import asdict

import pytest

from visavis.model.errors import InputError, OutputError, describe_os_error
from visavis.model.message import Message
from visavis.model.passage import Flag
from visavis.store.rows import parse_flags, serialise_flags


def test_a_message_is_its_english() -> None:
    made = Message("“{0}” became “{1}”", "{3}", 5)
    assert made == "“{3}” became “5”"
    assert (made.template, made.values) == ("“{0}” became “{1}”", ("{3}", "5"))
    assert Message("no {braces} filled") == "no {braces} filled"


@pytest.mark.parametrize("how", [copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))], ids=["copy", "pickle"])
def test_a_copy_knows_its_parts(how: object) -> None:
    made = how(Message("it is {0}", Message("a {0}", "b")))  # type: ignore[operator]
    assert made == "it is a b"
    assert (made.template, made.values[0].template) == ("it is {0}", "a {0}")


def test_an_error_takes_a_template_and_what_fills_it() -> None:
    error = OutputError(
        "a.txt", "it cannot be written: {0}", describe_os_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    )
    assert str(error) == "a.txt: it cannot be written: no space left on device"
    assert error.reason.template == "it cannot be written: {0}"
    again = pickle.loads(pickle.dumps(InputError("a", Message("b {0}", 1))))
    assert (str(again), again.reason.values) == ("a: b 1", ("1",))


def test_saved_flags_know_their_parts_and_old_ones_their_english() -> None:
    flag = Flag("figure", Message("“{0}” became “{1}”", "3", "5"), (0, 1), (2, 3))
    old = Flag("length", "much too short")
    kept, older = parse_flags(serialise_flags([flag, old]))
    assert (kept, older) == (flag, old)
    assert isinstance(kept.detail, Message)
    assert kept.detail.values == ("3", "5")
    assert asdict(flag)["detail"] == "“3” became “5”"
    assert parse_flags('[{"check": "figure", "detail": "“3” became “5”"}]') == (Flag("figure", "“3” became “5”"),)
