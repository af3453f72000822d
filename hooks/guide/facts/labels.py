"""How the source of a question knows it, in the words that pages and tools use."""

from __future__ import annotations

from collections.abc import Mapping

SCOPES: Mapping[str, str] = {
    "microsoft-reported": "reported from Microsoft",
    "microsoft-retired": "from a retired Microsoft list",
    "question-bank": "a prep site says Microsoft",
    "pmm-generic": "PMM hiring in general",
    "other-company": "reported from another company",
    "article-under-review": "the reviewed article only",
}
