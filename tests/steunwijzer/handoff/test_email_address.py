"""An e-mail address is read as people type and say it, and never guessed."""

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from steunwijzer.handoff.details import find_email, read_email

JAN = "jan.jansen@gmail.com"


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        (JAN, JAN),
        ("Jan.Jansen@GMAIL.com", "Jan.Jansen@gmail.com"),
        ("mijn mail is jan.jansen@gmail.com", JAN),
        ("Mijn e-mailadres: jan.jansen@gmail.com.", JAN),
        ("stuur maar naar jan.jansen@gmail.com. De rest volgt.", JAN),
        ("ja, jan.jansen@gmail.com!", JAN),
        ("mailto:jan.jansen@gmail.com", JAN),
        ("Jan Jansen <jan.jansen@gmail.com>", JAN),
        ("(jan.jansen@gmail.com)", JAN),
        ("jan.jansen@gmail.com en nog eens jan.jansen@gmail.com", JAN),
        ("Jan Jansen\njan.jansen@gmail.com", JAN),
        ("jan.jansen@gmail.com, JAN.JANSEN@gmail.com is hetzelfde", JAN),
        ("jan\u200b.jansen@gmail.com", JAN),
        ("jan_jansen-16+zorg@ziggo.nl", "jan_jansen-16+zorg@ziggo.nl"),
        ("info@post.steunpunt.nl", "info@post.steunpunt.nl"),
        ("jan@voorbeeld.example", "jan@voorbeeld.example"),
        ("jan@voorbeeld.co.uk", "jan@voorbeeld.co.uk"),
        ("jan@müller.de", "jan@xn--mller-kva.de"),
        ("mail@jansen.nl", "mail@jansen.nl"),
        # slips that can only mean one thing
        ("jan.jansen@gmail,com", JAN),
        ("jan.jansen@gmail .com", JAN),
        ("jan.jansen@gmail. com", JAN),
        ("jan.jansen @ gmail.com", JAN),
        ("jan.jansen@ gmail.com", JAN),
        ("jan.jansen(at)gmail.com", JAN),
        ("jan.jansen [at] gmail.com", JAN),
        # said
        ("jan punt jansen at gmail punt com", JAN),
        ("Jan punt Jansen at Gmail punt com", JAN),
        ("mijn mail is jan punt jansen apenstaartje gmail punt com", JAN),
        ("het is jan punt jansen apestaartje gmail.com hoor", JAN),
        ("jan punt jansen aapenstaart gmail dot com alstublieft", JAN),
        ("met kleine letters jan punt jansen at g mail punt com", JAN),
        ("jan streepje jansen at hotmail punt com", "jan-jansen@hotmail.com"),
        ("jan underscore jansen at kpn mail punt nl", "jan_jansen@kpnmail.nl"),
        ("jan laag streepje jansen at ziggo punt nl", "jan_jansen@ziggo.nl"),
        ("jan jansen alles aan elkaar at gmail punt com", "janjansen@gmail.com"),
        (
            "mijn mail is jan jansen at gmail punt com, allemaal aan elkaar",
            "janjansen@gmail.com",
        ),
        ("j a n at ziggo punt nl", "jan@ziggo.nl"),
        ("jan16 at ziggo punt nl", "jan16@ziggo.nl"),
        ("jan at post punt ziggo punt nl", "jan@post.ziggo.nl"),
    ],
)
def test_an_address_is_read(typed: str, email: str) -> None:
    outcome = read_email(typed)
    assert (outcome.code, dict(outcome.values)) == ("email", {"email": email})


@pytest.mark.parametrize(
    "typed",
    [
        "jan@gmailcom",
        "jan@gmail",
        "jan at gmail",
        "jan at gmail com",
        "jan@ziggo nl",
        "jan@gmail.c om",
        "jan@mail.ziggo ,nl",
        "jan@",
        "@gmail.com",
        "jan.jansen gmail.com",
        "jan@@gmail.com",
        "jan..jansen@gmail.com",
        "jan.@gmail.com",
        "jan@gmail.con",
        "jan@gmial.com",
        "jan@hotmial.com",
        "jan@gmail.nl",
        "jan@gmail.co",
        "rené@gmail.com",
        "jan jansen@gmail.com",
        "jan jansen at gmail punt com",
        "jan 16 at gmail punt com",
        "mijn mail is at gmail punt com",
        "jan,jansen@gmail.com",
        "jan liggend streepje jansen at gmail punt com",
        "jan liggend streepje jansen alles aan elkaar at gmail punt com",
        "jan@gmail.com of piet@ziggo.nl",
        "niet jan@ziggo.nl",
        "jan@localhost",
        "jan@[127.0.0.1]",
        "www.jansen.nl",
    ],
)
def test_what_is_not_clear_is_asked_again(typed: str) -> None:
    assert read_email(typed).code == "email_unclear"


@pytest.mark.parametrize(
    "typed",
    ["", "weet ik niet", "ik heb geen e-mail", "ik at een broodje", "0612345678", "."],
)
def test_what_is_no_address_is_not_read_as_one(typed: str) -> None:
    assert read_email(typed).code == "no_email"


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        ("mail mij op jan.jansen@gmail.com graag", JAN),
        ("kan ik mailen? jan.jansen@gmail.com", JAN),
        ("mail jan punt jansen at gmail punt com", None),
        ("mail jan.jansen@gmail ,com", None),
        ("mail jan@ziggo.nl of piet@ziggo.nl", None),
        ("jan jansen@gmail.com", None),
        ("jan@gmial.com", None),
        ("mail mij", None),
    ],
)
def test_only_a_clear_address_is_found_when_nobody_asked(
    typed: str, email: str | None
) -> None:
    assert find_email(typed) == email


SIGNS = {".": "punt", "-": "streepje", "_": "underscore"}
PART = st.from_regex(
    r"[b-df-hj-km-np-rv-z][0-9]{2}[b-df-hj-km-np-rv-z]", fullmatch=True
)


@given(
    st.lists(PART, min_size=1, max_size=4),
    st.sampled_from(sorted(SIGNS)),
    PART,
    st.sampled_from(("nl", "com", "be")),
    st.sampled_from((" at ", " apenstaartje ", "@")),
)
def test_an_address_that_is_said_reads_back_as_itself(
    parts: list[str], sign: str, domain: str, ending: str, at: str
) -> None:
    said = f" {SIGNS[sign]} ".join(parts) + at + f"{domain} punt {ending}"
    email = f"{sign.join(parts)}@{domain}.{ending}"
    assert dict(read_email(said).values) == {"email": email}


PIECES = st.sampled_from(
    (
        *("jan", "@", ".", ",", " at ", " punt ", "gmail", "com"),
        *("nl", "aan elkaar", "-", " ", "apenstaartje", "streepje", "é", "\n"),
        *("<", ">", "j a n", "@gmail.com", "mail"),
    )
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))
)
def test_any_text_is_read_and_what_is_read_can_be_mailed(typed: str) -> None:
    for found in (read_email(typed).values.get("email"), find_email(typed)):
        if found is not None:
            assert found.isascii()
            assert not set(found) & set(" \n\r<>,;")
            validate_email(found, check_deliverability=False)
