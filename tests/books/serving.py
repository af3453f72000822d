"""A web server with a book: its files, the book itself, and a page that opens it as an e-book reader does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.background import in_background
from tests.guides import PROJECT

SCRIPTS = PROJECT / ".ci/clients/node_modules/foliate-js"
TYPES = {
    "xhtml": "application/xhtml+xml",
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
}
READER = """<!doctype html><html lang="en"><title>Reader</title><body style="margin:0;height:100vh">
<script type="module">
import '/foliate-js/view.js'
const view = document.createElement('foliate-view')
view.style.cssText = 'display:block;width:100%;height:100%'
document.body.append(view)
const answer = await fetch('/book.epub')
await view.open(new File([await answer.blob()], 'book.epub'))
window.tooWide = async () => {
  const found = []
  for (let index = 0; index < view.book.sections.length; index++) {
    await view.renderer.goTo({ index })
    const { doc } = view.renderer.getContents()[0]
    for (const element of doc.body.querySelectorAll('*')) {
      const width = Math.max(0, ...[...element.getClientRects()].map((box) => box.width))
      if (width > innerWidth) found.push(`${view.book.sections[index].id}: ${element.localName} of ${width}`)
    }
  }
  return { found, sections: view.book.sections.length }
}
</script>"""


class Handler(BaseHTTPRequestHandler):
    """Answers with what `served` holds at the path that is asked for."""

    def __init__(self, served: Mapping[str, bytes], *args, **kwargs) -> None:
        self.served = served
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        content = self.served.get(self.path)
        self.send_response(200 if content is not None else 404)
        kind = TYPES.get(self.path.rpartition(".")[2], "application/octet-stream")
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving(files: Mapping[str, bytes], book: bytes) -> Iterator[str]:
    """The address of a server with these files of a book, `book.epub`, and `reader.html`."""
    served = {f"/{name}": content for name, content in files.items()}
    served |= {"/book.epub": book, "/reader.html": READER.encode()}
    served |= {
        f"/foliate-js/{path.relative_to(SCRIPTS).as_posix()}": path.read_bytes()
        for path in SCRIPTS.rglob("*.js")
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, served))
    with in_background(server):
        yield f"http://127.0.0.1:{server.server_port}"
