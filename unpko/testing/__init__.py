"""Records for tests: strategies for hypothesis that make records of every kind, right and wrong.

They prove that the models, the published JSON Schemas and any validator of JSON Schema give one
verdict, and serve anybody who writes a program that reads or checks these records. They are made
from the models, so they know every field that there is. They need the extra ``test``::

    pip install "unpko[test]"

`records` and `mutated` draw records at random, `probes` lists one change at a time at every field,
and `changed` changes a record that is at hand.

Example:
    >>> from hypothesis import given, settings
    >>> from unpko.testing import records
    >>> @settings(max_examples=5)
    ... @given(records("pledge"))
    ... def test_reader(document):
    ...     assert document["pledgers"]
    >>> test_reader()
"""

from __future__ import annotations

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:  # pragma: no cover
    raise ImportError('unpko.testing needs hypothesis: pip install "unpko[test]"') from error

from unpko.testing.changes import Probe, changed, mutated, probes
from unpko.testing.documents import records
from unpko.testing.shapes import UnknownConstraint

__all__ = ["Probe", "UnknownConstraint", "changed", "mutated", "probes", "records"]
