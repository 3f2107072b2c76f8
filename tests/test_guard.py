"""The guard refuses every connection, and these tests would notice one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import SEED
from visavis.infrastructure.network_guard import REACHING, ConnectionForbidden, Guard

ROOT = Path(__file__).resolve().parent.parent

#: Tries to reach a port of this machine in many ways; prints what became of each, and what the guard recorded.
TRIES = """
import json, socket, sys, threading, urllib.request
from visavis.infrastructure.network_guard import ConnectionForbidden, Guard
port, guard = int(sys.argv[1]), Guard()
here = ("127.0.0.1", port)
def tcp():
    with socket.socket() as s:
        s.connect(here)
def created():
    socket.create_connection(here, timeout=1).close()
def quietly():
    with socket.socket() as s:
        if error := s.connect_ex(here):
            raise OSError(error)
def udp():
    with socket.socket(type=socket.SOCK_DGRAM) as s:
        s.sendto(b"text", here)
def message():
    with socket.socket(type=socket.SOCK_DGRAM) as s:
        s.sendmsg([b"text"], [], 0, here)
def web():
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    opener.open(f"http://127.0.0.1:{port}/", timeout=0.2).close()
def lookup():
    socket.getaddrinfo("localhost", port)
def name():
    socket.gethostbyname("localhost")
def thread():
    caught = []
    def attempt():
        try:
            tcp()
        except OSError as error:
            caught.append(error)
    t = threading.Thread(target=attempt)
    t.start()
    t.join()
    for error in caught:
        raise error
if "guarded" in sys.argv:
    guard.install()
    guard.install()
told = {}
for attempt in (tcp, created, quietly, udp, message, web, lookup, name, thread):
    before = len(guard.refused)
    try:
        attempt()
        told[attempt.__name__] = "made"
    except ConnectionForbidden:
        told[attempt.__name__] = "refused"
    except OSError as error:
        forbidden = isinstance(getattr(error, "reason", None), ConnectionForbidden)
        told[attempt.__name__] = "refused" if forbidden else "made"
    if told[attempt.__name__] == "refused":
        assert len(guard.refused) == before + 1, guard.refused
print(json.dumps([told, guard.refused]))
"""


class Listener:
    """Listens for connections and datagrams on a port of this machine; the kernel keeps them until they are counted."""

    def __init__(self) -> None:
        self.stream = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.stream.getsockname()[1]
        self.datagrams = socket.socket(type=socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", self.port))
        for held in (self.stream, self.datagrams):
            held.setblocking(False)

    def count(self) -> tuple[int, int]:
        """Return how many connections and datagrams have come."""
        connections = datagrams = 0
        while True:
            try:
                self.stream.accept()[0].close()
            except BlockingIOError:
                break
            connections += 1
        while True:
            try:
                self.datagrams.recv(100)
            except BlockingIOError:
                break
            datagrams += 1
        return connections, datagrams

    def close(self) -> None:
        self.stream.close()
        self.datagrams.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def python(code: str, *arguments: str) -> Any:
    """Run a program in a process of its own and return the JSON it printed last."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_way_to_connect_is_refused_and_recorded_and_nothing_arrives(listener: Listener) -> None:
    told, refused = python(TRIES, str(listener.port), "guarded")
    assert set(told.values()) == {"refused"}, told
    assert listener.count() == (0, 0)
    assert len(refused) == len(told)
    assert refused[0] == f"connect ('127.0.0.1', {listener.port})"
    assert refused[1] == "getaddrinfo '127.0.0.1'"
    assert {what.split()[0] for what in refused} == {
        "connect",
        "sendto",
        "sendmsg",
        "getaddrinfo",
        "gethostbyname",
    }


def test_without_the_guard_the_same_test_notices_them(listener: Listener) -> None:
    told, refused = python(TRIES, str(listener.port))
    assert set(told.values()) == {"made"}, told
    assert refused == []
    assert listener.count() == (5, 2)


AUDITED = """
import json, sys
seen = []
sys.addaudithook(lambda event, arguments: seen.append(event) if event.startswith("socket.") else None)
exec(sys.argv[1])
from visavis.cli import main as cli
importing = len(seen)
code = cli.run(["translate", sys.argv[2], "--summary", "2", "-o", sys.argv[3]])
print()
print(json.dumps([code, seen[:importing], seen[importing:], cli.guard.refused]))
"""


def test_a_translation_makes_no_use_of_sockets_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert python(AUDITED, "", str(SEED), str(out)) == [0, [], [], []]
    assert "NATO" in out.read_text(encoding="utf-8")
    assert "Summary" in out.read_text(encoding="utf-8")


def test_the_audit_would_have_seen_one(tmp_path: Path) -> None:
    code, before, *_ = python(AUDITED, "__import__('socket').socket().close()", str(tmp_path / "none"), "x")
    assert (code, before) == (1, ["socket.__new__"])


def see(guard: Guard, event: str, *arguments: object) -> bool:
    """Tell the guard of an event, as Python would, and return whether it lets it pass."""
    try:
        guard._see(event, arguments)
    except ConnectionForbidden:
        return False
    return True


def test_what_reaches_nobody_is_let_be() -> None:
    guard = Guard()
    assert see(guard, "socket.__new__", None, 2, 1, 0)
    assert see(guard, "open", "file")
    assert see(guard, "socket.connect", None, "/tmp/.X11-unix/X0")
    assert see(guard, "socket.bind", None, b"\0abstract")
    assert guard.refused == []


@pytest.mark.parametrize("event", sorted(REACHING))
def test_all_else_is_refused(event: str) -> None:
    guard = Guard()
    assert not see(guard, event, None, ("192.0.2.1", 80))
    assert bool(guard.refused) == (event != "socket.bind")


def test_a_permission_holds_for_one_host_and_while_it_is_held() -> None:
    guard = Guard()
    with guard.permit("Example.org"):
        assert not see(guard, "socket.connect", None, ("192.0.2.1", 443)), "nobody has looked it up"
        assert not see(guard, "socket.getaddrinfo", "example.com", 443, 0, 0, 0)
        assert see(guard, "socket.getaddrinfo", b"example.org", 443, 0, 0, 0)
        assert see(guard, "socket.connect", None, ("192.0.2.1", 443))
        assert not see(guard, "socket.sendto", None, ("192.0.2.1", 443))
    assert not see(guard, "socket.getaddrinfo", "example.org", 443, 0, 0, 0)
    assert not see(guard, "socket.connect", None, ("192.0.2.1", 443))
    assert [contact.host for contact in guard.contacts] == ["Example.org"]


def test_offline_no_permission_is_given() -> None:
    guard = Guard()
    guard.offline = True
    with pytest.raises(ConnectionForbidden, match="--offline"), guard.permit("example.org"):
        pass
    assert guard.contacts == []


def test_the_command_line_installs_it_first() -> None:
    code = """
import json, socket
from visavis.cli import main as cli
cli.run(["translate", "none.txt"])
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError as error:
    print(json.dumps([type(error).__name__, len(cli.guard.refused)]))
"""
    assert python(code) == ["ConnectionForbidden", 1]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="POSIX")
def test_a_socket_within_the_machine_works(tmp_path: Path) -> None:
    code = """
import json, os, socket, sys
from visavis.infrastructure.network_guard import Guard
guard = Guard()
guard.install()
os.chdir(sys.argv[1])
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind("s")
    server.listen()
    client.connect("s")
    print(json.dumps(guard.refused))
"""
    assert python(code, os.fspath(tmp_path)) == []
