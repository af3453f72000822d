"""`make bench-search-others`: how published search libraries answer the same queries on the same pages.

MiniSearch as it comes searches the documents that ours is made of; Pagefind searches the built pages. Both are fetched
from npm in the versions that .ci/package.json names, into a folder that is removed, so this needs Node and the network.
Bytes until the first result are those of the library, its index and its first answer: gzip -9, or as they are where
that is less (Pagefind compresses by itself).
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from guide.publish.search.documents import documents
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS
from tests.browser.server import serving
from tests.built.site import PROJECT, SUB_PATH
from tests.search.asking import FIRST, Answered
from tests.search.building import build_ours, build_stock, rendered_pages
from tests.search.queries import load_queries
from tests.search.scoring import print_head, print_scores

SECONDS = 300
# Each is a function of queries that gives the places for each of them, the best first.
MINISEARCH = """
async (queries) => {
  const { default: MiniSearch } = await import(new URL("minisearch.js", location));
  const found = new MiniSearch({ idField: "place", fields: ["title", "text"] });
  found.addAll(await (await fetch("documents.json")).json());
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 3 } };
  return queries.map((query) => found.search(query, options).map(({ id }) => id));
}
"""
# Five pages at a time, as Pagefind's own interface shows; on each the sections, the one with the most matches first.
PAGEFIND = """
async (queries) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location));
  const site = new URL(".", location).pathname;
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    const places = ({ sub_results: sections }) => sections
      .sort((a, b) => b.locations.length - a.locations.length).map(({ url }) => url.replace(site, ""));
    found.push(pages.flatMap(places));
  }
  return found;
}
"""


def main() -> None:
    """Prints the set-aside half by kind and the bytes until the first result, for each library."""
    queries = load_queries("set-aside")
    texts = [query.text for query in queries]
    with tempfile.TemporaryDirectory(prefix="guide-search-") as folder, sync_playwright() as tools:
        site = Path(folder) / "site"
        build_ours(site)
        build_stock(Path(folder) / "stock")
        versions = add_libraries(site, Path(folder))
        chromium = tools.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        print_head()
        for name, script in (("minisearch", MINISEARCH), ("pagefind", PAGEFIND)):
            engine = f"{name} {versions[name]}"
            print_scores(engine, "set-aside", queries, _answers(chromium, site, script, texts)[0])
            most = max(_answers(chromium, site, script, [first])[1] for first in FIRST)
            print(f"{engine:24} until the first result: {most / 1000:.1f} kB")
        chromium.close()


def add_libraries(site: Path, work: Path) -> dict[str, str]:
    """Puts both libraries and what they search into the built `site`; returns their versions.

    `work` holds `stock`, the unfinished site whose documents are searched.
    """
    wanted = json.loads((PROJECT / ".ci/package.json").read_text(encoding="utf-8"))
    versions = wanted["dependencies"] | wanted["devDependencies"]
    packages = [f"{name}@{versions[name]}" for name in ("minisearch", "pagefind")]
    npm = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts")
    (work / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run([*npm, *packages], cwd=work, check=True, timeout=SECONDS)
    library = work / "node_modules/minisearch/dist/es/index.js"
    (site / "minisearch.js").write_bytes(library.read_bytes())
    found = [
        {"place": d.url + (d.anchor and f"#{d.anchor}"), "title": d.title, "text": d.text}
        for d in documents(rendered_pages(work / "stock"), {})
    ]
    (site / "documents.json").write_text(json.dumps(found), encoding="utf-8")
    pagefind = (str(work / "node_modules/.bin/pagefind"), "--root-selector", "article", "--quiet")
    subprocess.run([*pagefind, "--site", str(site)], cwd=work, check=True, timeout=SECONDS)
    return versions


def _answers(browser: Browser, site: Path, script: str, queries: list[str]) -> tuple[Answered, int]:
    """The places for each query, and the bytes fetched for them with an empty cache."""
    fetched: list[str] = []
    with serving(site) as address:
        # Our policy forbids what Pagefind's program needs, and is not what is measured here.
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        context.on("request", lambda request: fetched.append(request.url))
        answered = page.evaluate(script, queries)
        context.close()
    paths = {urlsplit(url).path.removeprefix(SUB_PATH) for url in fetched}
    return answered, sum(_weight(site / path) for path in paths)


def _weight(path: Path) -> int:
    body = path.read_bytes()
    return min(len(body), len(gzip.compress(body, 9, mtime=0)))


if __name__ == "__main__":
    main()
