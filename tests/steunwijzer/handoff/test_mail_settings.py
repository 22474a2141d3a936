"""Mail leaves with TLS and a login, or it does not leave."""

from pathlib import Path

import pytest

from steunwijzer.handoff.mail_settings import (
    MailSettings,
    Server,
    WrongSetting,
)

FULL = {"HOST": "smtp.example", "USER": "u", "PASSWORD": "geheim"}


def settings(**given: str) -> MailSettings:
    environ = {f"STEUNWIJZER_SMTP_{name}": value for name, value in given.items()}
    return MailSettings.from_environment(
        {"STEUNWIJZER_VAR": "/var/sw", **environ}, "hulp@zorgkantoor.example"
    )


def test_without_a_host_mails_go_to_a_folder() -> None:
    assert settings() == MailSettings(
        "hulp@zorgkantoor.example", None, Path("/var/sw/mail")
    )
    assert settings(HOST="").server is None


@pytest.mark.parametrize(
    ("given", "port", "tls"),
    [
        ({}, 587, "starttls"),
        ({"TLS": "implicit"}, 465, "implicit"),
        ({"TLS": "implicit", "PORT": "2465"}, 2465, "implicit"),
        ({"PORT": "25"}, 25, "starttls"),
    ],
)
def test_a_server_has_tls_and_a_login(
    given: dict[str, str], port: int, tls: str
) -> None:
    server = settings(**FULL, **given).server
    assert server == Server("smtp.example", port, tls, "u", "geheim")  # type: ignore[arg-type]


def test_mails_come_from_the_zorgkantoor_or_from_what_is_set() -> None:
    assert settings(**FULL).sender == "hulp@zorgkantoor.example"
    assert settings(**FULL, FROM="bot@x.example").sender == "bot@x.example"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"USER": ""}, "USER"),
        ({"PASSWORD": ""}, "PASSWORD"),
        ({"TLS": "none"}, "TLS"),
        ({"PORT": "0"}, "PORT"),
        ({"PORT": "65536"}, "PORT"),
        ({"PORT": "smtp"}, "PORT"),
        ({"PORT": "²"}, "PORT"),
        ({"FROM": "nobody"}, "FROM"),
        ({"FROM": "a@b.example\nBcc: c@d.example"}, "FROM"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(
    given: dict[str, str], named: str
) -> None:
    with pytest.raises(WrongSetting) as raised:
        settings(**{**FULL, **given})
    assert f"STEUNWIJZER_SMTP_{named}" in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert "geheim" not in str(raised.value)


def test_the_password_is_not_shown() -> None:
    assert "geheim" not in repr(settings(**FULL))
