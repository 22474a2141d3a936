import pytest

from channels.rates import Rates, address_of

HERE = "127.0.0.1"


def test_a_person_is_never_told_to_wait() -> None:
    rates = Rates()
    assert [rates.wait_for_message("one") for _ in range(25)] == [0] * 25


def test_who_floods_a_conversation_waits_and_others_do_not() -> None:
    rates = Rates()
    waits = [rates.wait_for_message("one") for _ in range(31)]
    assert waits[:30] == [0] * 30
    assert 2 <= waits[30] <= 60, "more than one: it is said as seconds"
    assert rates.wait_for_message("other") == 0


def test_who_makes_ever_new_conversations_waits() -> None:
    rates = Rates()
    waits = [rates.wait_for_conversation("192.0.2.1") for _ in range(61)]
    assert waits[:60] == [0] * 60
    assert waits[60] > 0
    assert rates.wait_for_conversation("192.0.2.2") == 0


def test_who_floods_from_one_address_waits_whatever_is_asked() -> None:
    rates = Rates()
    assert [rates.wait_for_call("192.0.2.1") for _ in range(300)] == [0] * 300
    assert rates.wait_for_call("192.0.2.1") > 0
    assert rates.wait_for_call("192.0.2.2") == 0
    assert [rates.wait_for_call(None) for _ in range(301)] == [0] * 301


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "counted"),
    [
        (HERE, "", 1, None),
        (HERE, "192.0.2.7", 1, "192.0.2.7"),
        # what the visitor writes itself stands before what the proxy adds
        (HERE, "6.6.6.6, 192.0.2.7", 1, "192.0.2.7"),
        (HERE, "6.6.6.6, 192.0.2.7, 198.51.100.1", 2, "192.0.2.7"),
        (HERE, "127.0.0.1", 1, "127.0.0.1"),
        # one house has a network of its own, and may use every address in it
        (HERE, "2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"),
        (HERE, "[2001:db8:1:2::5]:4711", 1, "2001:db8:1:2::/64"),
        (HERE, "192.0.2.7:4711", 1, "192.0.2.7"),
        # whatever it is, it is not everybody
        (HERE, "unknown", 1, "unknown"),
        ("192.0.2.9", "", 1, "192.0.2.9"),
        # how a server that listens to both kinds writes an address of the old kind
        (HERE, "::ffff:192.0.2.7", 1, "192.0.2.7"),
    ],
)
def test_a_visitor_is_counted_by_the_address_that_our_proxy_saw(
    peer: str, forwarded: str, proxies: int, counted: str | None
) -> None:
    assert address_of(peer, forwarded, proxies) == counted
