"""`make sbom`: what the site is made of, as CycloneDX JSON, for people who scan what they host.

Libraries whose code readers get are `required`; those that only the build needs are `excluded`. The
same sources give the same bytes: no clock, and a serial number made of the list itself. cyclonedx-python-lib is the
format's own library, and checks what it writes. Its command line (cyclonedx-bom) reads requirements alone: it knows
neither the scripts in overrides/assets nor which packages put code on a page, so its list would have to be rewritten.
"""

from __future__ import annotations

import json
import re
import runpy
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PROJECT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([a-z0-9._-]+)==([^ ;]+)", re.M)
# The theme alone puts code of its own on the pages.
SHIPPED = {"mkdocs-material"}


def vendored(root: Path) -> Iterator[Component]:
    """The libraries in overrides/assets, with the checksum of the file as it is shipped."""
    lines = (root / ".ci/vendored.sha256").read_text(encoding="utf-8").splitlines()
    sums = {path: digest for digest, path in (line.split() for line in lines)}
    for library in runpy.run_path(str(root / ".ci/vendor.py"))["libraries"]():
        name, version = library["package"], library["version"]
        yield Component(
            name=name,
            version=version,
            bom_ref=f"npm:{name}",
            description=library["why"],
            scope=ComponentScope.REQUIRED,
            purl=PackageURL("npm", None, name, version),
            licenses=[LicenseExpression(library["license"])],
            hashes=[
                HashType(
                    alg=HashAlgorithm.SHA_256, content=sums[f"overrides/assets/{library['target']}"]
                )
            ],
        )


def python_packages(root: Path) -> Iterator[Component]:
    """What requirements.txt pins; its hashes are of archives, not of what is shipped, and stay there."""
    for name, version in PINNED.findall((root / "requirements.txt").read_text(encoding="utf-8")):
        yield Component(
            name=name,
            version=version,
            bom_ref=f"pypi:{name}@{version}",  # one package may have a version for each Python
            scope=ComponentScope.REQUIRED if name in SHIPPED else ComponentScope.EXCLUDED,
            purl=PackageURL("pypi", None, name, version),
        )


def sbom(root: Path) -> str:
    """The list as JSON text, the same for the same sources."""
    components = [*vendored(root), *python_packages(root)]
    purls = "\n".join(sorted(str(component.purl) for component in components))
    site = Component(name="pm-pmm-guide", bom_ref="site", type=ComponentType.APPLICATION)
    bom = Bom(
        components=components,
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, purls),
        metadata=BomMetaData(component=site, timestamp=datetime.fromtimestamp(0, UTC)),
    )
    bom.register_dependency(site, components)
    listed = json.loads(JsonV1Dot6(bom).output_as_string())
    # The time of writing says nothing about the sources, and the format does not require it.
    del listed["metadata"]["timestamp"]
    return json.dumps(listed, indent=2) + "\n"


def main() -> int:
    """Writes build/sbom.cdx.json."""
    path = PROJECT / "build/sbom.cdx.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sbom(PROJECT), encoding="utf-8")
    print(f"wrote {path.relative_to(PROJECT).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
