"""Short lists of the guide's own code, written in YAML beside the module that reads them."""

from __future__ import annotations

from typing import Any

import yaml

# libyaml takes a tenth of the time; PyYAML without it gives the same results.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_settings(text: str) -> Any:
    """What a YAML text holds. Raises yaml.YAMLError for one that cannot be read, ValueError for an impossible date."""
    return yaml.load(text, LOADER)  # a safe loader
