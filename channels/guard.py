"""What is done to a message that comes in, before the assistant reads it."""


def plain_text(typed: str) -> str:
    """Return what a client typed as text: Rasa takes "/restart" for a command.

    Of nothing but slashes a question mark is left, so that the assistant asks again.
    """
    text = typed.strip()
    while text.startswith("/"):
        text = text[1:].strip()
    return text or "?"
