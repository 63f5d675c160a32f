"""Code lists for evidence: what a source is, how much was read, and how claims are ranked."""

from __future__ import annotations

from unpko.model.codelists.base import ClosedList, GrowingList


class Rank(ClosedList):
    """How a claim stands against other claims on the same fact. Closed.

    The three ranks of Wikidata, defined in our words.
    """

    PREFERRED = (
        "preferred",
        "Preferred",
        "The claim judged best supported or most current of those on the fact; a reason says why.",
    )
    NORMAL = (
        "normal",
        "Normal",
        "A claim with no judgement for or against it; what is meant when no rank is given.",
    )
    DEPRECATED = (
        "deprecated",
        "Deprecated",
        "A claim that is held to be wrong and kept on record all the same; a reason says why.",
    )


class SourceKind(GrowingList):
    """What the text of a source is, not who hosts the copy of it. Growing."""

    PRESS_RELEASE = (
        "press_release",
        "Press release",
        "Release or note to the press by a body, about its own doings.",
    )
    STATEMENT = (
        "statement",
        "Statement",
        "Speech or written statement of a person or government, whoever carries the copy.",
    )
    OUTCOME_DOCUMENT = (
        "outcome_document",
        "Outcome document",
        "Communiqué, declaration, principles or chair's summary of an event.",
    )
    OFFICIAL_PAGE = (
        "official_page",
        "Official page",
        "Page of a body's own site that no other code fits.",
    )
    OFFICIAL_DOCUMENT = (
        "official_document",
        "Official document",
        "Resolution, report or letter with a UN symbol, or a meeting record.",
    )
    GUIDANCE = (
        "guidance",
        "Guidance",
        "Policy, manual, requirements paper, pledging guide, concept note or strategy.",
    )
    REPORT = "report", "Report", "Report of a meeting or programme by its owner, or a white paper."
    PARLIAMENTARY_RECORD = (
        "parliamentary_record",
        "Parliamentary record",
        "Record of, or reply to, a parliament or its committees.",
    )
    NEWS = "news", "News report", "News report, copies of it included."
    OPINION = "opinion", "Opinion piece", "Op-ed, comment or personal blog."
    ANALYSIS = (
        "analysis",
        "Analysis",
        "Study or brief of an institute, university or parliamentary research service.",
    )
    REFERENCE = "reference", "Reference work", "Encyclopaedia, wiki, glossary or study aid."
    MULTIMEDIA = "multimedia", "Multimedia", "Recording, webcast or photo story."
    SOCIAL_MEDIA = "social_media", "Social media post", "Post on a platform."
    DATASET = "dataset", "Dataset", "Table or database."
    OTHER = "other", "Other", "A kind of text that is known and that no other code fits."


class ExtentRead(ClosedList):
    """How much of a source was read by whoever took facts from it. Closed."""

    WHOLE = "whole", "Whole", "The whole text was read."
    PART = "part", "Part", "Only part of the text was read, such as its opening or an excerpt."
