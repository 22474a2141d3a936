"""Webhooks in the shapes that Meta documents, with other people in them."""

from typing import Any

from tools.phone import Phone

Json = dict[str, Any]
JAN = Phone("31612345678")
FATIMA = Phone("31687654321", "NL.13491208655302741918")
HIDDEN = Phone(None, "NL.98765432109876543210", name="Truus")
MEDIA = {"id": "1003383421387256", "mime_type": "image/jpeg", "sha256": "aGVsbG8="}
TAP = {"id": "/affirm", "title": "Ja"}
ROW = {"id": "/ask_costs", "title": "Wat kost het?", "description": "in euro"}

# kind of message, what Meta sends, and what is kept of it: kind, said
MESSAGES: dict[str, tuple[Json, str, str]] = {
    "text": (JAN.text("Wat kost het?"), "text", "Wat kost het?"),
    "button": (
        JAN.message(
            "interactive", interactive={"type": "button_reply", "button_reply": TAP}
        ),
        "tap",
        "/affirm",
    ),
    "list": (
        JAN.message(
            "interactive", interactive={"type": "list_reply", "list_reply": ROW}
        ),
        "tap",
        "/ask_costs",
    ),
    "flow": (
        JAN.message(
            "interactive",
            interactive={"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}},
        ),
        "unsupported",
        "",
    ),
    "template button": (
        JAN.message("button", button={"payload": "x", "text": "Ja"}),
        "text",
        "Ja",
    ),
    "photo": (JAN.message("image", image=MEDIA), "image", ""),
    "photo with words": (
        JAN.message("image", image={**MEDIA, "caption": "Wat kost het?"}),
        "image",
        "Wat kost het?",
    ),
    "voice note": (
        JAN.message("audio", audio={**MEDIA, "mime_type": "audio/ogg", "voice": True}),
        "audio",
        "",
    ),
    "video": (JAN.message("video", video=MEDIA), "video", ""),
    "document": (
        JAN.message("document", document={**MEDIA, "filename": "brief.pdf"}),
        "document",
        "",
    ),
    "sticker": (
        JAN.message("sticker", sticker={**MEDIA, "animated": False}),
        "sticker",
        "",
    ),
    "location": (
        JAN.message("location", location={"latitude": 52.0, "longitude": 5.6}),
        "location",
        "",
    ),
    "contact": (
        JAN.message(
            "contacts",
            contacts=[
                {
                    "name": {"formatted_name": "Piet", "first_name": "Piet"},
                    "phones": [{"phone": "+31612345678", "type": "CELL"}],
                }
            ],
        ),
        "contacts",
        "",
    ),
    "reaction": (
        JAN.message("reaction", reaction={"message_id": "wamid.x", "emoji": "👍"}),
        "reaction",
        "",
    ),
    "put right": (
        JAN.message(
            "edit",
            edit={
                "original_message_id": "wamid.x",
                "message": {"type": "text", "text": {"body": "Wat kost het?"}},
            },
        ),
        "text",
        "Wat kost het?",
    ),
    "unsupported": (
        JAN.message("unsupported", errors=[{"code": 131051, "message": "Unsupported"}]),
        "unsupported",
        "",
    ),
    "of a later year": (
        JAN.message("hologram", hologram={"id": "1"}),
        "unsupported",
        "",
    ),
}
# What Meta sends that no client waits for an answer to.
NO_MESSAGES: dict[str, Json] = {
    "new number": JAN.message("system", system={"type": "user_changed_number"}),
    "taken back": JAN.message("revoke", revoke={"original_message_id": "wamid.x"}),
    "first opened": JAN.message("request_welcome"),
    "in a group": {**JAN.text("hallo allemaal"), "group_id": "120363"},
    "of nobody": {**JAN.text("hallo"), "from": ""},
    "without an id": {**JAN.text("hallo"), "id": ""},
}


def sent_by(phone: Phone, shape: str) -> Json:
    """Return a message of that shape, sent with another phone."""
    sent = MESSAGES[shape][0] if shape in MESSAGES else NO_MESSAGES[shape]
    of_jan = ("from", "id", "timestamp", "type")
    content = {key: value for key, value in sent.items() if key not in of_jan}
    return phone.message(sent["type"], **content)
