"""Without all of its secrets WhatsApp does not start, and one line says which."""

import pytest
from rasa.shared.exceptions import RasaException

from channels.cloud.settings import META, NEEDED, Settings, WrongSetting, is_wanted
from channels.whatsapp import WhatsApp

COMPLETE = {name: "x" * 32 for name in NEEDED.values()} | {
    "STEUNWIJZER_WHATSAPP_NUMBER_ID": "106540352242922"
}


@pytest.mark.parametrize("name", NEEDED.values())
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_setting_that_is_missing_is_named(
    name: str, value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each, given in COMPLETE.items():
        monkeypatch.setenv(each, given)
    monkeypatch.delenv(name) if value is None else monkeypatch.setenv(name, value)
    with pytest.raises(RasaException) as problem:
        WhatsApp.from_credentials(None)
    (line,) = str(problem.value).splitlines()
    assert name in line
    assert [other for other in COMPLETE if other in line] == [name]
    assert "x" * 32 not in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STEUNWIJZER_WHATSAPP_NUMBER_ID", "+31 88 000 00 00"),
        ("STEUNWIJZER_WHATSAPP_API", "http://graph.facebook.com/v24.0"),
        ("STEUNWIJZER_WHATSAPP_API", "graph.facebook.com"),
        ("STEUNWIJZER_WHATSAPP_API", "https://"),
        ("STEUNWIJZER_WHATSAPP_API", "http://[::1"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=name):
        Settings.from_environment(COMPLETE | {name: value})


def test_messages_go_to_meta_unless_it_is_this_machine() -> None:
    assert Settings.from_environment(COMPLETE).api == META
    here = {"STEUNWIJZER_WHATSAPP_API": "http://127.0.0.1:5999/v24.0/"}
    assert Settings.from_environment(COMPLETE | here).api == (
        "http://127.0.0.1:5999/v24.0"
    )


def test_whatsapp_is_wanted_as_soon_as_one_setting_is_there() -> None:
    assert not is_wanted({"STEUNWIJZER_SECRET": "x", "PATH": "x"})
    assert not is_wanted({"STEUNWIJZER_WHATSAPP_APP_SECRET": ""})
    assert is_wanted({"STEUNWIJZER_WHATSAPP_APP_SECRET": "x"})
