"""Identity from content: another run, another order or another machine gives the same ids."""

import hashlib
import json


def content_id(prefix: str, *parts: object) -> str:
    """A short stable name for whatever has exactly these parts: ``prefix-`` and 16 hex digits of a SHA-256.

    Parts must be JSON values (text, numbers, None, lists of these).
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
