"""What a pick says: sentences and slots worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from deepnet.candidates import Answers, Candidate, Due, Last, PickKind
from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier
from deepnet.reasons import slot, why

TODAY = date(2026, 11, 25)
NAME = Candidate(PersonRef(1, "Ada"), Tier.NAME)
MET = NAME._replace(tier=Tier.EVENT, conversations=3, events=3)
ATE = MET._replace(
    tier=Tier.ACQUAINTED,
    events=1,
    outside=2,
    deepest=Depth.SHOP,
    last=Last(date(2026, 6, 1), Setting.LUNCH),
)
QUIET = ATE._replace(
    tier=Tier.KNOWN,
    conversations=14,
    outside=13,
    known=frozenset({Facet.ROOTS, Facet.FAMILY, Facet.WORK}),
)
CALLED = QUIET._replace(last=Last(date(2026, 6, 1), Setting.CALL))


@pytest.mark.parametrize(
    ("candidate", "kind", "said"),
    [
        (NAME, PickKind.STRANGER, ("A name so far, and no conversation yet.",)),
        (
            NAME._replace(company="Acme", connected_on=date(2024, 3, 9)),
            PickKind.STRANGER,
            (
                "A name so far, and no conversation yet.",
                "Connected since March 2024.",
            ),
        ),
        (
            NAME._replace(company="Acme"),
            PickKind.STRANGER,
            ("A name so far, and no conversation yet.", "Noted at Acme."),
        ),
        (
            MET._replace(office_near=True),
            PickKind.STRANGER,
            ("Three events, never a lunch.", "Their office is near yours."),
        ),
        (
            MET._replace(conversations=1, events=1, home_near=True),
            PickKind.STRANGER,
            ("One event so far, never a lunch.", "Their home is near yours."),
        ),
        (
            MET._replace(conversations=40, events=40),
            PickKind.STRANGER,
            ("40 events, never a lunch.", "Nothing is noted yet of who they are."),
        ),
        (
            NAME._replace(conversations=2, outside=2),
            PickKind.STRANGER,
            ("Two conversations, so far.", "Nothing is noted yet of who they are."),
        ),
        (
            NAME._replace(claim=Tier.KNOWN, company="Acme"),
            PickKind.STRANGER,
            (
                "You say that you know them well; the journal has no conversation yet.",
                "Noted at Acme.",
            ),
        ),
        (
            MET._replace(claim=Tier.ACQUAINTED, office_near=True),
            PickKind.STRANGER,
            (
                (
                    "You say that you worked with them; "
                    "the journal has three events, never a lunch."
                ),
                "Their office is near yours.",
            ),
        ),
        (
            NAME._replace(claim=Tier.EVENT),
            PickKind.STRANGER,
            ("A name so far, and no conversation yet.",),
        ),
        (
            ATE._replace(claim=Tier.KNOWN, known=frozenset({Facet.JOYS})),
            PickKind.DEEPEN,
            (
                "One event and two conversations elsewhere, as far as shop talk.",
                "Noted of who they are: joys.",
            ),
        ),
        (
            ATE._replace(known=frozenset({Facet.JOYS})),
            PickKind.DEEPEN,
            (
                "One event and two conversations elsewhere, as far as shop talk.",
                "Noted of who they are: joys.",
            ),
        ),
        (
            ATE._replace(outside=1, answers=Answers(began_on=date(2026, 7, 1))),
            PickKind.DEEPEN,
            ("Three conversations, as far as shop talk.", "They asked last time."),
        ),
        (
            QUIET,
            PickKind.REVIVE,
            (
                "Quiet since June 2026, after 14 conversations.",
                "Noted of who they are: family and roots.",
            ),
        ),
        (
            QUIET._replace(
                known=frozenset(Facet),
                last=Last(date(2024, 1, 1), precision=Precision.YEAR),
            ),
            PickKind.REVIVE,
            (
                "Quiet since 2024, after 14 conversations.",
                "Nine sides of who they are are noted.",
            ),
        ),
        (
            ATE._replace(promises=(Due(" send  the book", date(2026, 11, 20)),)),
            PickKind.PROMISE,
            (
                "Promised for Friday 20 November 2026: send the book.",
                "One event and two conversations elsewhere, as far as shop talk.",
            ),
        ),
        (
            ATE._replace(promises=(Due("Call!", TODAY),), birthday="--11-25"),
            PickKind.PROMISE,
            (
                "Promised for Wednesday 25 November 2026: Call!",
                "It is their birthday today.",
            ),
        ),
        (
            QUIET._replace(birthday="1970-11-25"),
            PickKind.REVIVE,
            (
                "It is their birthday today.",
                "Quiet since June 2026, after 14 conversations.",
            ),
        ),
    ],
)
def test_a_pick_says_why_in_true_sentences(
    candidate: Candidate, kind: PickKind, said: tuple[str, ...]
) -> None:
    assert why(candidate, kind, TODAY) == said


def test_a_lane_without_its_reason_says_what_there_is() -> None:
    """The sentences don't rely on the caller to have chosen the lane."""
    assert why(NAME, PickKind.PROMISE, TODAY) == (
        "A name so far, and no conversation yet.",
    )


@pytest.mark.parametrize(
    ("candidate", "kind", "when"),
    [
        (ATE, PickKind.PROMISE, "Today"),
        (ATE._replace(birthday="--11-25"), PickKind.DEEPEN, "A message today"),
        (QUIET._replace(birthday="--11-25"), PickKind.REVIVE, "A call today"),
        (NAME, PickKind.STRANGER, "Lunch, Tue to Thu"),
        (ATE._replace(office_near=True), PickKind.DEEPEN, "Lunch, Tue to Thu"),
        (
            ATE._replace(office_near=True, home_near=True),
            PickKind.DEEPEN,
            "Drinks after work",
        ),
        (MET._replace(home_near=True), PickKind.STRANGER, "Drinks after work"),
        (CALLED._replace(home_near=True), PickKind.REVIVE, "A walk at the weekend"),
        (ATE, PickKind.DEEPEN, "Drinks after work"),
        (ATE._replace(office_near=False), PickKind.DEEPEN, "A call at the weekend"),
        (MET._replace(home_near=False), PickKind.STRANGER, "A call at the weekend"),
        (QUIET, PickKind.REVIVE, "A call at the weekend"),
        (ATE._replace(last=None), PickKind.DEEPEN, "Lunch, Tue to Thu"),
    ],
)
def test_the_slot_fits_the_reason_and_the_places(
    candidate: Candidate, kind: PickKind, when: str
) -> None:
    assert slot(candidate, kind, TODAY) == when
