import pytest

from channels.origins import is_local, may_ask

OURS = ("https://www.zorgkantoor-voorbeeld.example",)
PUBLIC = "assistent.voorbeeld.example"


@pytest.mark.parametrize(
    ("origin", "host", "may"),
    [
        ("https://www.zorgkantoor-voorbeeld.example", PUBLIC, True),
        ("https://www.zorgkantoor-voorbeeld.example.evil.example", PUBLIC, False),
        ("http://www.zorgkantoor-voorbeeld.example", PUBLIC, False),
        ("https://www.zorgkantoor-voorbeeld.example:8443", PUBLIC, False),
        ("https://evil.example", PUBLIC, False),
        ("null", PUBLIC, False),
        ("", PUBLIC, False),
        # development: page and assistant are both on this machine
        ("http://127.0.0.1:5005", "127.0.0.1:5005", True),
        ("http://localhost:8000", "127.0.0.1:5005", True),
        ("http://[::1]:8000", "[::1]:5005", True),
        # a page on the visitor's own machine may not use the real assistant
        ("http://localhost:8000", PUBLIC, False),
        # a name of somebody else that points at this machine
        ("http://evil.example:5005", "evil.example:5005", False),
        ("http://evil.example:5005", "127.0.0.1:5005", False),
        ("http://127.0.0.1.evil.example", "127.0.0.1:5005", False),
        ("http://[::1", "127.0.0.1:5005", False),
    ],
)
def test_only_the_websites_of_the_zorgkantoor_may_ask(
    origin: str, host: str, may: bool
) -> None:
    assert may_ask(origin, host, OURS) is may


@pytest.mark.parametrize("host", ["127.0.0.1:5005", "localhost", "[::1]:5005"])
def test_this_machine_is_local(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["", PUBLIC, "127.0.0.1.evil.example", "["])
def test_any_other_name_is_not_local(host: str) -> None:
    assert not is_local(host)
