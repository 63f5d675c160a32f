"""The open, sourced, machine-checked record of the UN Peacekeeping Ministerials, 2014 to 2025.

Start with `load`:

    >>> import unpko
    >>> ds = unpko.load()
    >>> ds.ministerials["2021-seoul"].figure("states_pledging").value
    62

Importing this package loads neither pydantic nor a record; both come with the first use.
"""

from unpko.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from unpko.dataset import Dataset, load
    from unpko.dataset.views import ClaimView, Coverage, Dispute
    from unpko.errors import (
        Disputed,
        InvalidRecords,
        UnknownCode,
        UnknownFilter,
        UnknownRecord,
        Unlinked,
        UnpkoError,
    )
    from unpko.model import (
        Collection,
        Framework,
        Ministerial,
        Mission,
        Official,
        Organisation,
        Pledge,
        Record,
        Session,
        Source,
        State,
    )
    from unpko.model.codelists import codelists
    from unpko.model.evidence import Claim
    from unpko.model.figures import Figure, Quantity
    from unpko.problems import Problem, Report, Severity
    from unpko.schemas import UnknownSchema, schema
    from unpko.validation import validate, validate_text

# Where each public name comes from; __getattr__ imports the module on first use (PEP 562).
_HOMES = {
    "Dataset": "unpko.dataset",
    "load": "unpko.dataset",
    "ClaimView": "unpko.dataset.views",
    "Coverage": "unpko.dataset.views",
    "Dispute": "unpko.dataset.views",
    "Disputed": "unpko.errors",
    "InvalidRecords": "unpko.errors",
    "UnknownCode": "unpko.errors",
    "UnknownFilter": "unpko.errors",
    "UnknownRecord": "unpko.errors",
    "Unlinked": "unpko.errors",
    "UnpkoError": "unpko.errors",
    "Collection": "unpko.model",
    "Framework": "unpko.model",
    "Ministerial": "unpko.model",
    "Mission": "unpko.model",
    "Official": "unpko.model",
    "Organisation": "unpko.model",
    "Pledge": "unpko.model",
    "Record": "unpko.model",
    "Session": "unpko.model",
    "Source": "unpko.model",
    "State": "unpko.model",
    "codelists": "unpko.model.codelists",
    "Claim": "unpko.model.evidence",
    "Figure": "unpko.model.figures",
    "Quantity": "unpko.model.figures",
    "Problem": "unpko.problems",
    "Report": "unpko.problems",
    "Severity": "unpko.problems",
    "UnknownSchema": "unpko.schemas",
    "schema": "unpko.schemas",
    "validate": "unpko.validation",
    "validate_text": "unpko.validation",
}

__all__ = [  # noqa: RUF022  # by use, not by letter
    "__version__",
    "load",
    "validate",
    "validate_text",
    "schema",
    "codelists",
    "Dataset",
    "Collection",
    "Record",
    "Ministerial",
    "Session",
    "Official",
    "Pledge",
    "Source",
    "State",
    "Organisation",
    "Framework",
    "Mission",
    "Figure",
    "Quantity",
    "Claim",
    "ClaimView",
    "Dispute",
    "Coverage",
    "Problem",
    "Report",
    "Severity",
    "UnpkoError",
    "UnknownRecord",
    "UnknownFilter",
    "UnknownCode",
    "UnknownSchema",
    "Disputed",
    "InvalidRecords",
    "Unlinked",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'unpko' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
