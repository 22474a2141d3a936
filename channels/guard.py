"""What is done to a message that comes in, before the assistant reads it."""

from steunwijzer.forbidden_numbers import MARKS, without_forbidden_numbers

# Nobody's, and seen as such a number: the client hears not to send one.
NOBODYS_NUMBER = "000000000"


def plain_text(typed: str) -> str:
    """Return what a client typed as text: Rasa takes "/restart" for a command.

    Of nothing but slashes a question mark is left, so that the assistant asks again.
    """
    text = typed.strip()
    while text.startswith("/"):
        text = text[1:].strip()
    return text or "?"


def as_it_may_be_kept(typed: str) -> str:
    """Return what a client typed, for a channel that keeps it until it is answered.

    Another number stands for a BSN or an account.
    """
    text = without_forbidden_numbers(typed)
    if text == typed:
        return typed
    for mark in MARKS:
        text = text.replace(mark, NOBODYS_NUMBER)
    return text
