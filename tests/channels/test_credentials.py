"""Only channels of ours are open: those of Rasa check nobody."""

import pytest
from rasa.core.channels import BUILTIN_CHANNELS
from rasa.shared.exceptions import RasaException
from ruamel.yaml import YAML

from channels.website import PROXIES, SECRET, Website
from tests.answers_as_said import ROOT

LONG = "x" * 32


WEBSITE, WHATSAPP = "channels.website.Website", "channels.whatsapp.WhatsApp"


@pytest.mark.parametrize(
    ("file", "ours"),
    [
        ("credentials.yml", {WEBSITE}),
        ("credentials-whatsapp.yml", {WEBSITE, WHATSAPP}),
    ],
)
def test_no_channel_of_rasa_is_open(file: str, ours: set[str]) -> None:
    channels = set(YAML(typ="safe").load(ROOT / file))
    assert channels == ours
    assert not channels & set(BUILTIN_CHANNELS)


@pytest.mark.parametrize(
    ("name", "environment"),
    [
        (SECRET, {}),
        (SECRET, {SECRET: "welkom123"}),
        (PROXIES, {SECRET: LONG, PROXIES: "many"}),
        (PROXIES, {SECRET: LONG, PROXIES: "0"}),
    ],
)
def test_without_its_settings_it_does_not_start_and_one_line_says_which(
    name: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (SECRET, PROXIES):
        monkeypatch.delenv(each, raising=False)
    for each, value in environment.items():
        monkeypatch.setenv(each, value)
    with pytest.raises(RasaException) as problem:
        Website.from_credentials(None)
    (line,) = str(problem.value).splitlines()
    assert name in line
    assert not any(value in line for value in environment.values())
