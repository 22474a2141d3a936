"""The website of a zorgkantoor: another one than the assistant's, and strict."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Rules that must not reach into the widget.
HOSTILE = """
* { letter-spacing: 4px !important; color: red; font-family: cursive; line-height: 3 }
html { font-size: 62.5% }
button, textarea, a, p, h2, dialog, div {
  display: inline; background: lime; text-transform: uppercase; float: left; width: 11px
}
"""
CONTACT = '<p id="contact">Bel <a href="tel:0880000000">088 000 00 00</a></p>'


class Website:
    """Serves pages that each test makes, with a strict Content-Security-Policy."""

    def __init__(self, assistant: str) -> None:
        """Take the origin of the assistant, which alone may be called."""
        self.pages: dict[str, str] = {}
        self.styles = ""
        self.policy = (
            f"default-src 'none'; script-src {assistant}; connect-src {assistant}; "
            "style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
        )
        self.script = f"{assistant}/webhooks/website/steunwijzer.js"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_port
        self.home = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def page(
        self,
        name: str = "",
        *,
        styles: str = "",
        content: str = CONTACT,
        attributes: str = "",
        script: str = "",
    ) -> str:
        """Put a page on the website; returns its address."""
        self.styles = styles
        element = f"<steunwijzer-chat {attributes}>{content}</steunwijzer-chat>"
        self.pages[f"/{name}"] = f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Zorg</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,">
<script src="{self.script}" defer {script}></script></head>
<body><main><h1>Langdurige zorg</h1><p id="text">Tekst van de pagina.</p>
<p><button id="before">Een knop van de pagina</button></p></main>
{element if content or attributes else ""}</body></html>"""
        return f"{self.home}/{name}"

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(website) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_style = self.path == "/page.css"
                body = website.styles if is_style else website.pages.get(self.path)
                self.send_response(404 if body is None else 200)
                kind = "text/css" if is_style else "text/html"
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.send_header("Content-Security-Policy", website.policy)
                self.end_headers()
                self.wfile.write((body or "").encode())

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler
