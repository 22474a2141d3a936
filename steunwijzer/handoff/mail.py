"""Makes a mail of what it says: its headers, in plain text and in HTML."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from email_validator import validate_email
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from steunwijzer.handoff import letter
from steunwijzer.handoff.outbox import Mail
from steunwijzer.knowledge import Knowledge
from steunwijzer.wording_needed import Responses

TEXT = "quoted-printable"  # as every mail server passes it on, unchanged
_HTML = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
).get_template("mail.html")


def compose(
    mail: Mail, responses: Responses, knowledge: Knowledge, sender: str, at: datetime
) -> EmailMessage:
    """Write the mail, dated `at` (with its time zone), from the address `sender`.

    Raises ValueError for an address that cannot be one, and for a mail without the
    request that it is about.
    """
    values = letter.values(mail, knowledge)
    subject = _text(responses, letter.SUBJECTS[mail.kind]).format(**values)
    paragraphs = [
        "\n".join(_text(responses, name) for name in names)
        for names in letter.paragraphs(mail)
    ]
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender, knowledge.zorgkantoor.name)
    message["To"] = _address(mail.recipient)
    if reply_to := _reply_to(mail, knowledge.zorgkantoor.email):
        message["Reply-To"] = reply_to
    message["Subject"] = subject  # with nothing that a client typed
    message["Date"] = at
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    plain = "\n\n".join(each.format(**values) for each in paragraphs)
    message.set_content(f"{plain}\n", cte=TEXT)
    # The format of Markup escapes every value that is no link.
    linked = {**values, **letter.links(mail)}
    html = [Markup(escape(each)).format(**linked) for each in paragraphs]
    page = _HTML.render(subject=subject, paragraphs=html)
    message.add_alternative(page, subtype="html", cte=TEXT)
    return message


def _text(responses: Responses, name: str) -> str:
    return str(responses[name][0]["text"]).strip()


def _reply_to(mail: Mail, zorgkantoor: str) -> Address | None:
    """Return who gets an answer to the mail; None when that is its sender."""
    if mail.kind == "confirmation":
        return _address(zorgkantoor)
    request = mail.request
    if not request or request.details.contact_by != "email":
        return None
    try:
        return _address(request.details.email or "")
    except ValueError:  # the supporter has to see the request all the same
        return None


def _address(email: str, name: str = "") -> Address:
    """Return the address for a header; a domain such as münchen.de as mail knows it."""
    try:
        valid = validate_email(
            email,
            allow_smtputf8=False,
            check_deliverability=False,
            globally_deliverable=False,  # one of a server inside is good, too
        )
    except ValueError:  # its text quotes the address
        raise ValueError("no e-mail address") from None
    return Address(name, addr_spec=valid.ascii_email)
