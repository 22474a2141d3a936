import gzip
import json

from channels.script import as_json, script

NAMES = {"name": 'Zorgkantoor "Noord" </script> \u2028 é'}


def test_the_script_knows_the_details_and_leaves_no_name_on_the_page() -> None:
    sent = script(b"show(zorgkantoor)", as_json(NAMES))
    head, tail = b"(zorgkantoor=>{show(zorgkantoor)})(", b");"
    assert sent.plain.startswith(head)
    assert json.loads(sent.plain[len(head) : -len(tail)]) == NAMES
    assert sent.plain.isascii()  # whatever the page says its letters are


def test_compressed_it_is_the_same() -> None:
    sent = script(b"show()", as_json(NAMES))
    assert gzip.decompress(sent.gzipped) == sent.plain


def test_a_browser_can_tell_another_script_from_the_one_it_has() -> None:
    first = script(b"show()", as_json(NAMES))
    assert first.etag == script(b"show()", as_json(dict(NAMES))).etag
    assert first.etag != script(b"show();", as_json(NAMES)).etag
    assert first.etag != script(b"show()", as_json({"name": "Zuid"})).etag
