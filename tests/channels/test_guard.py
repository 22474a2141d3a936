from hypothesis import given
from hypothesis import strategies as st

from channels.guard import plain_text

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
