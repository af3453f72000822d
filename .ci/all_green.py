"""The one check that branch protection requires: every job that `all-green` needs must have succeeded.

Reads NEEDS_JSON, GitHub's `needs` context: {job id: {"result": "success" | "failure" | "cancelled" | "skipped"}}.
Standard library only: it runs before anything is installed.
"""

import json
import os
import sys


def failures(needs_json: str) -> list[str]:
    """One sentence for each reason not to be green; an empty list means green.

    No job at all is a reason too: a check that waits for nothing proves nothing.
    """
    try:
        needs = json.loads(needs_json)
    except json.JSONDecodeError as error:
        return [
            f"NEEDS_JSON is not JSON: {error}. In the workflow: NEEDS_JSON: ${{{{ toJSON(needs) }}}}"
        ]
    if not isinstance(needs, dict) or not needs:
        return ["NEEDS_JSON names no job. Give the job that runs this a `needs:` list."]
    return [
        f"{job}: {state['result']}, and only success counts"
        for job, state in needs.items()
        if state["result"] != "success"
    ]


def main() -> int:
    """Print every reason; 0 if there is none, else 1."""
    reasons = failures(os.environ.get("NEEDS_JSON", ""))
    for reason in reasons:
        print(reason, file=sys.stderr)
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main())
