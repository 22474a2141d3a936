import http.server
import json
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from tools.run import SECRET, answers, listens, main, parts_for, secret_for_this_run
from tools.supervisor import NotWorking

Serve = Callable[[int, str], int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Answer every request with one status and body; returns the port."""
    servers: list[http.server.HTTPServer] = []

    def start(status: int, body: str) -> int:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.do_GET()

            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_port

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port: int = other.getsockname()[1]
    return port


def begun_with(messages: list[dict[str, str]]) -> str:
    """What the server says to each call: a token, and an answer."""
    return json.dumps({"token": "a.b", "messages": messages})


def test_rasa_is_ready_when_it_has_an_answer(serve: Serve) -> None:
    assert answers(serve(200, begun_with([{"text": "Hallo!"}]))) is True


def test_rasa_is_not_ready_while_nobody_listens(closed_port: int) -> None:
    assert answers(closed_port) is False
    assert listens(closed_port) is False


@pytest.mark.parametrize(
    ("status", "body"), [(200, begun_with([])), (500, "oops"), (403, "")]
)
def test_rasa_without_an_answer_is_reported_and_not_waited_for(
    serve: Serve, status: int, body: str
) -> None:
    with pytest.raises(NotWorking):
        answers(serve(status, body))


def test_the_shell_is_up_when_rasa_listens(serve: Serve) -> None:
    assert listens(serve(200, "Hello from Rasa")) is True


@pytest.mark.parametrize("mode", ["run", "chat"])
def test_the_parts_listen_on_this_machine_only(mode: str) -> None:
    actions, rasa, _ = parts_for(mode, 5005, 5055, {SECRET: "geheim"})
    where = list(rasa.command).index("--interface")
    assert rasa.command[where + 1] == "127.0.0.1"
    assert actions.env["SANIC_HOST"] == "127.0.0.1"
    assert not {"--enable-api", "--cors"} & {*rasa.command, *actions.command}
    assert rasa.env["ACTION_PORT"] == "5055"
    assert rasa.env[SECRET] == "geheim"
    assert SECRET not in actions.env


@pytest.mark.parametrize("mode", ["run", "chat"])
def test_mails_are_sent_beside_it_and_leave_the_terminal_to_the_shell(
    mode: str,
) -> None:
    mails = parts_for(mode, 5005, 5055, {SECRET: "geheim"})[-1]
    assert mails.command[-1] == "tools.mail_worker"
    assert not mails.foreground


@pytest.mark.parametrize("url", ["sqlite:////dev/null/x.db", "mysql://x:geheim@y/z"])
def test_nothing_starts_without_a_database_and_one_line_says_so(
    url: str,
    closed_port: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("STEUNWIJZER_DATABASE", url)
    assert main(["run", "--port", str(closed_port)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The database cannot be used: ")
    assert "geheim" not in line


def test_a_secret_is_made_when_there_is_none_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    first, second = secret_for_this_run(), secret_for_this_run()
    assert first[SECRET] != second[SECRET]
    told = capsys.readouterr().out
    assert SECRET in told
    assert first[SECRET] not in told


def test_the_secret_that_is_set_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "mine")
    assert secret_for_this_run() == {}


def test_with_whatsapp_no_secret_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    monkeypatch.setenv("STEUNWIJZER_WHATSAPP_APP_SECRET", "set")
    assert secret_for_this_run() == {}


@pytest.mark.parametrize(
    ("more", "channels"),
    [
        ({}, "credentials.yml"),
        ({"STEUNWIJZER_WHATSAPP_NUMBER_ID": "1"}, "credentials-whatsapp.yml"),
    ],
)
def test_whatsapp_is_open_as_soon_as_it_has_a_setting(
    more: dict[str, str], channels: str
) -> None:
    _, rasa, _ = parts_for("run", 5005, 5055, {SECRET: "geheim", **more})
    assert rasa.command[rasa.command.index("--credentials") + 1] == channels
