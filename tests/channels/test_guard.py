import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.guard import as_it_may_be_kept, plain_text
from steunwijzer.forbidden_numbers import without_forbidden_numbers

slashes = st.text(alphabet="/ \t\n", max_size=8)


@given(before=slashes, text=st.text(max_size=30))
def test_typed_text_is_never_a_command_and_never_nothing(
    before: str, text: str
) -> None:
    read = plain_text(before + text)
    assert read
    assert not read.strip().startswith("/")


@given(text=st.text(min_size=1).map(str.strip).filter(lambda text: text[:1] not in "/"))
def test_of_ordinary_text_every_character_stays(text: str) -> None:
    assert plain_text(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mijn bsn is 123456782, en nu?", "mijn bsn is 000000000, en nu?"),
        ("NL91ABNA0417164300", "000000000"),
        ("bel 0612345678", "bel 0612345678"),
        ("wat kost het?", "wat kost het?"),
    ],
)
def test_a_bsn_is_kept_nowhere_and_still_seen(typed: str, kept: str) -> None:
    assert as_it_may_be_kept(typed) == kept
    was_there = without_forbidden_numbers(typed) != typed
    assert (without_forbidden_numbers(kept) != kept) is was_there
