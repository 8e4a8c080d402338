from __future__ import annotations

from datetime import date

import pytest

from deepnet import capture
from deepnet.capture import Draft
from deepnet.errors.days import FutureDay, PastDay
from deepnet.errors.facts import EmptyFact, EmptyPromise, UnknownFacet, UnreadableFact
from deepnet.errors.people import Nobody
from deepnet.model import Depth, Facet, Named, Setting, When
from deepnet.names import SeveralPeople

TODAY = date(2026, 11, 25)


def people(*told: str | tuple[str, ...]) -> list[Named]:
    """People with ids from 1 on: a name, or a name and its aliases."""
    listed = [(one,) if isinstance(one, str) else one for one in told]
    return [Named(n, one[0], one[1:]) for n, one in enumerate(listed, 1)]


JOURNAL = people(
    "Katrina Lim",
    "Luke Olsen",
    "Will Frost",
    "May Lind",
    "Siân O’Brien",
    "Jörg Müller",
    "Mia",
    "J. R. Smith",
    "Ludwig van Dijk",
)


def read(sentence: str, known: list[Named] | None = None) -> Draft:
    return capture.read(sentence, JOURNAL if known is None else known, TODAY)


def who(draft: Draft) -> list[str]:
    return [person.name for person in draft.people]


CASE_27 = people(
    *("Petra", "Igor", "Simon", "Simon Bolt", "Henry Wade", "James Moorcroft"),
    *("Henry James Moorcroft", "Anna-Lou-May Ward", "Lou", "Will Frost", "May Lind"),
    ("Grace Hollis", "Saving Grace"),
    "Ann",
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Saw Petra a week ago and Igor i Porto.", ["Petra", "Igor"]),
        ("Lunch with Simon. Simon Bolt's dog was there.", ["Simon", "Simon Bolt"]),
        (
            "Henry James spoke; I will see May in May.",
            ["Henry James Moorcroft", "May Lind"],
        ),
        ("Rowed with Anna-Lou-May.", ["Anna-Lou-May Ward"]),
        (
            "Saving Grace sang, Annual dinner, planning for Anniversary.",
            ["Grace Hollis"],
        ),
        ("Talked to LOU'S sister and to lou.", ["Lou"]),
        ("I met https://example.org/ann and ann@example.org.", []),
        (r"Escaped: \Grace is only a word here.", []),
    ],
)
def test_people_are_found_as_a_reader_would(sentence: str, found: list[str]) -> None:
    draft = read(sentence, CASE_27)
    assert who(draft) == found
    assert not draft.doubtful
    assert not draft.unknown


def test_a_backslash_says_no_and_is_removed() -> None:
    draft = read(r"Escaped: \Grace is only a word here.", CASE_27)
    assert draft.text == "Escaped: Grace is only a word here."
    draft = read(r"with \Katrina Lim and Luke, \#family \@will \lunch C:\Katrina \x")
    assert who(draft) == ["Luke Olsen"]
    assert draft.text == (
        r"with Katrina Lim and Luke, #family @will lunch C:\Katrina \x"
    )
    assert (draft.facts, draft.place, draft.setting) == ((), None, None)
    assert read(r"met \王芳", people("王芳")).text == "met 王芳"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("saw katrina lim", ["Katrina Lim"]),
        ("saw katrina", []),
        ("s S 's Katrina's", ["Katrina Lim"]),
        ("lunch with katrina", ["Katrina Lim"]),
        ("lunch w/ katrina & luke", ["Katrina Lim", "Luke Olsen"]),
        ("saw @will", ["Will Frost"]),
        ("saw ＠will frost", ["Will Frost"]),
        ('saw @"will frost"', ["Will Frost"]),
        ("saw @“will frost”", ["Will Frost"]),
        ("saw @will_frost", ["Will Frost"]),
        ("Will you come?", []),
        ("Saw her. Will came", []),
        ("I saw Will", ["Will Frost"]),
        ("Will Frost came", ["Will Frost"]),
        ("lunch with will", ["Will Frost"]),
        ("lunch with katrina and will see her again", ["Katrina Lim"]),
        ("LUNCH WITH KATRINA AND LUKE", ["Katrina Lim", "Luke Olsen"]),
        ("O'Brien's dog", ["Siân O’Brien"]),
        ("sian o'brien sang", ["Siân O’Brien"]),
        ("joerg mueller sang, Muller and Mueller too", ["Jörg Müller"]),
        ("O’Brien and MÜLLER", ["Siân O’Brien", "Jörg Müller"]),
        ("J. R. Smith and Dr. Lim", ["J. R. Smith", "Katrina Lim"]),
        ("Lim, Katrina", ["Katrina Lim"]),
        ("Lim Katrina came", ["Katrina Lim"]),
        ("van Dijk came", ["Ludwig van Dijk"]),
        ("with Prof. Lim", ["Katrina Lim"]),
        ("with Aunt Mia", ["Mia"]),
        ("Katrina.\nLuke", ["Katrina Lim", "Luke Olsen"]),
        ("Kat\u00adrina", ["Katrina Lim"]),
        ("Katrina's, Luke’s", ["Katrina Lim", "Luke Olsen"]),
        ("Limoges, Katrinas, Lukewarm", []),
        ("notes/katrina.txt ~/Luke /Mia ./Mia Mia.org www.mia.com/Mia", []),
    ],
)
def test_a_name_needs_a_capital_or_insistence(sentence: str, found: list[str]) -> None:
    draft = read(sentence)
    assert who(draft) == found
    assert not draft.doubtful


@pytest.mark.parametrize(
    "sentence",
    [
        *("in May", "of May", "May 2026", "3 May", "3rd May", "last May", "mid May"),
        *("since May", "next May", "late May", "by May", "in May and May", "mid-May"),
    ],
)
def test_a_month_is_not_somebody(sentence: str) -> None:
    assert who(read(f"it rained {sentence}")) == []


@pytest.mark.parametrize(
    "sentence", ["I saw (May)", "met May", "with May", "by @May", "May Lind"]
)
def test_a_month_can_be_somebody(sentence: str) -> None:
    assert who(read(f"Then {sentence} in May")) == ["May Lind"]


def test_people_stand_in_order_of_mention_and_once() -> None:
    draft = read("Luke and Katrina Lim came. Katrina sang. Luke too.")
    assert who(draft) == ["Luke Olsen", "Katrina Lim"]


@pytest.mark.parametrize("sentence", ["Katrina Olsen came", "Katrina van Olsen came"])
def test_another_family_name_is_somebody_else(sentence: str) -> None:
    draft = read(sentence)
    assert who(draft) == []
    (doubt,) = draft.doubtful
    assert doubt.said == sentence.removesuffix(" came")
    assert [person.name for person in doubt.candidates] == ["Katrina Lim"]
    assert not doubt.insisted


def test_another_first_name_is_somebody_else() -> None:
    assert read("Anna Lim came").doubtful[0].said == "Anna Lim"
    assert read("I saw Anna Katrina there").doubtful[0].said == "Anna Katrina"


@pytest.mark.parametrize(
    "sentence",
    [
        *("Hugged Katrina", "Katrina Monday", "Katrina HSBC", "Katrina I saw"),
        *("KATRINA Olsen", "Luke's Katrina", "Katrina Lunch", "Katrina van here"),
        *("Katrina. Olsen", "Katrina @Olsen"),
    ],
)
def test_what_is_no_part_of_a_name_does_not_make_it_another(sentence: str) -> None:
    assert "Katrina Lim" in who(read(sentence))


def test_several_candidates_are_a_doubt_and_never_a_guess() -> None:
    twice = people("Ali Khan", "Ali Khan", "Mia")
    for sentence, insisted in (
        ("Ali came", False),
        ("lunch with ali", True),
        ("@ali came", True),
        ('@"ali khan" came', True),
    ):
        draft = read(sentence, twice)
        assert draft.people == ()
        (doubt,) = draft.doubtful
        assert doubt.candidates == tuple(twice[:2])
        assert doubt.insisted is insisted


def test_a_doubt_is_told_once_and_not_if_the_sentence_answers_it() -> None:
    khans = people("Ali Khan", "Ali Lim")
    assert len(read("Ali came. Ali sang. ALI left", khans).doubtful) == 1
    answered = read("Lunch with Ali Khan. Ali sang", khans)
    assert who(answered) == ["Ali Khan"]
    assert answered.doubtful == ()
    insisted = read("Lunch with Ali Khan and Ali", khans)
    assert len(insisted.doubtful) == 1


def test_a_number_says_which() -> None:
    khans = people("Ali Khan", "Ali Khan")
    draft = read("lunch with Ali Khan @2", khans)
    assert [person.id for person in draft.people] == [2]
    assert draft.doubtful == ()
    assert [person.id for person in read("with @2", khans).people] == [2]
    assert [person.id for person in read("saw @1", khans).people] == [1]


@pytest.mark.parametrize(
    "sentence", ["lunch @2 with Mia", "lunch with Mia @2", "Mia @7pm", "Mia @9"]
)
def test_a_number_behind_a_meal_or_a_name_is_a_time_of_day(sentence: str) -> None:
    draft = read(sentence)
    assert (who(draft), draft.place, draft.unknown) == (["Mia"], None, ())


def test_a_number_that_nobody_has_is_unknown() -> None:
    assert read("lunch with @99").unknown == ("@99",)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("昨日中村健太とlunch", ["中村 健太"]),
        ("健太に会った", ["中村 健太"]),
        ("中村 健太", ["中村 健太"]),
        ("with 健太", ["中村 健太"]),
        ("和王芳吃饭", ["王芳"]),
        ("王府井", []),
        ("김서연이랑 점심", ["서연 김"]),
        ("서연은", ["서연 김"]),
        ("박서연", []),
        ("서연주", []),
        ("김 서연", ["서연 김"]),
        ("พบสมชายวันนี้", ["สมชาย"]),
        ("ｱｲです", ["アイ"]),
        ("with 昨日健太と", ["中村 健太"]),
    ],
)
def test_names_are_found_in_running_text_without_spaces(
    sentence: str, found: list[str]
) -> None:
    known = people("中村 健太", "王芳", "서연 김", "สมชาย", "アイ", "王")
    assert who(read(sentence, known)) == found


def test_a_longer_unspaced_name_wins() -> None:
    assert who(read("见李明华了", people("李明", "李明华"))) == ["李明华"]


def test_uncased_scripts_with_spaces_need_no_capital() -> None:
    assert who(read("שרה באה", people("שרה לוי"))) == ["שרה לוי"]


@pytest.mark.parametrize(
    ("sentence", "unknown"),
    [
        ("Lunch with Ana", ["Ana"]),
        (
            "lunch with Ana, Bo and Cleo van Buren at noon",
            ["Ana", "Bo", "Cleo van Buren"],
        ),
        ("with Ana & Bo + Cleo / Dan", ["Ana", "Bo", "Cleo", "Dan"]),
        ("with Ana, Bo, and Cleo.", ["Ana", "Bo", "Cleo"]),
        ("with Ana, Berlin was cold", ["Ana"]),
        ("with Ana, Berlin, cold", ["Ana", "Berlin"]),
        ("with Ana plus Bo", ["Ana", "Bo"]),
        ("with Ana and", ["Ana"]),
        ("with Katrina Olsen", ["Katrina Olsen"]),
        ("with Dr. Bauer and van Buren", ["Dr. Bauer", "van Buren"]),
        ("with Dr", []),
        ("with Dr, Bauer", []),
        ("with Coffee and June", []),
        ("lunch with coffee", []),
        ("with J. K. Rowan", ["J. K. Rowan"]),
        ("with ANA", ["ANA"]),
        ("with deVries", ["deVries"]),
        ("with 李明 at noon", ["李明"]),
        ("with 李明和王芳在北京的饭店一起吃了饭", []),
        ("lunch with ana", ["ana"]),
        ("lunch with ana and bo.", ["ana", "bo"]),
        ("lunch with ana lopez yesterday", ["ana lopez"]),
        ("lunch with ana's team", ["ana"]),
        ("caught up with ana", ["ana"]),
        ("with ana", ["ana"]),
        ("Mia with ana", ["ana"]),
        ("lunch with ana went well", []),
        ("lunch with x3", []),
        ("lunch with x", []),
        ("pleased with ana", []),
        ("happy about it with ana", []),
        ("struggling with Python", []),
        ("coffee with milk", []),
        ("lunch with my team", []),
        ("lunch with her", []),
        ("with Monday and March", []),
        ("with I, We and The", []),
        ("with #family", []),
        ("with ann@example.org", []),
        ("with", []),
        ("then w", []),
        ("with. Ana", []),
        ("with Ana's sister Mia", ["Ana"]),
        ("with Katrina's sister Zoe", ["Zoe"]),
        ("with Katrina's friend", []),
        ("with Katrina's team and Bo", ["Bo"]),
        ("with Katrina's team in Rome", []),
        ("with my old friend Bo", ["Bo"]),
        ("with my sister and Bo", ["Bo"]),
        ("with two friends Ana and Bo", ["Ana", "Bo"]),
        ("with my sister", []),
        ("with the very very old big friend Bo", []),
        ("lunch with ana, bo at noon", ["ana", "bo"]),
        ("lunch with Ana, bo at noon", ["Ana"]),
        ("with the", []),
        ("with the. Friend Bo", []),
        ("with Katrina's own", []),
        (r"with \Ana and Bo", ["Bo"]),
        ("with Katrina and @Rome and Bo", ["Bo"]),
        ("lunch with ana and @rome", ["ana"]),
        ("with Ana and ana", ["Ana"]),
        ("with Bob Hall of Acme and Jane Doe", ["Bob Hall", "Jane Doe"]),
        ("with Bob from Acme", ["Bob"]),
        ("with Bob from home and Jane", ["Bob"]),
        ("with Bob from", ["Bob"]),
        ("drinks with Bob and co", ["Bob"]),
    ],
)
def test_names_behind_with_that_nobody_has_are_proposed(
    sentence: str, unknown: list[str]
) -> None:
    assert list(read(sentence).unknown) == unknown


def test_behind_a_comma_a_clause_may_begin() -> None:
    assert who(read("with katrina, luke is ill")) == ["Katrina Lim"]
    assert who(read("with katrina, Luke is ill")) == ["Katrina Lim", "Luke Olsen"]
    assert who(read("with katrina, luke, will")) == [
        *("Katrina Lim", "Luke Olsen", "Will Frost"),
    ]
    assert read("with Katrina, Luke's sister Zoe").unknown == ("Zoe",)
    khans = people("Ali Khan", "Ali Lim", "Mia")
    assert not read("with Mia, Ali is ill", khans).doubtful[0].insisted
    assert read("with Mia, Ali at noon", khans).doubtful[0].insisted


def test_nobody_is_proposed_outside_a_with_clause() -> None:
    assert read("Ana and Bo came to Berlin").unknown == ()


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("with Katrina and 3 others", 3),
        ("with Katrina, two friends", 2),
        ("with a friend and 2 more people", 3),
        ("with another colleague of mine", 1),
        ("with 12 of her colleagues", 12),
        ("with 9999 people and 9999 others", 9999),
        ("with 99999 people", None),
        ("with Katrina and others", None),
        ("with Katrina and 3 ideas", None),
        ("with two friends Ana and Bo", None),
        ("with Katrina", None),
        ("3 others came", None),
    ],
)
def test_people_without_names_are_counted(sentence: str, others: int | None) -> None:
    assert read(sentence).others == others


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("lunch @Rome", "Rome"),
        ("lunch @harbour_grill.", "harbour grill"),
        ('lunch @"the Old Mill", later @Rome', "the Old Mill"),
        ("lunch @“the Old Mill”", "the Old Mill"),
        ("lunch ＠Rome", "Rome"),
        ("lunch @Ana's", "Ana's"),
        ("lunch at Rome", None),
        ("me@Rome", None),
        ("lunch @ Rome", None),
        ("lunch @luke", None),
    ],
)
def test_an_at_sign_names_the_place_unless_somebody(
    sentence: str, place: str | None
) -> None:
    assert read(sentence).place == place


@pytest.mark.parametrize(
    ("sentence", "setting"),
    [
        ("Met at the conference", Setting.EVENT),
        ("brunch with Luke", Setting.LUNCH),
        ("breakfast", Setting.COFFEE),
        ("supper", Setting.DINNER),
        ("a pint with Luke", Setting.DRINKS),
        ("for a drink", Setting.DRINKS),
        ("Hiked up", Setting.WALK),
        ("stayed at hers", Setting.VISIT),
        ("a weekend away", Setting.TRIP),
        ("at work with Luke", Setting.WORK),
        ("team meeting with Luke", Setting.WORK),
        ("meeting", Setting.WORK),
        ("stand-up", Setting.WORK),
        ("Called Luke", Setting.CALL),
        ("Luke called", Setting.CALL),
        ("video call", Setting.VIDEO),
        ("a zoom", Setting.VIDEO),
        ("texted Luke", Setting.MESSAGE),
        ("I wrote to Luke", Setting.MESSAGE),
        ("dinner after the conference", Setting.DINNER),
        ("tea party", Setting.EVENT),
        ("talked about work", None),
        ("talked about the conference", None),
        ("talked about her big wedding", None),
        ("talked about his wedding", None),
        ("at her wedding", Setting.EVENT),
        ("Her wedding was nice", None),
        ("liked her wedding", None),
        ("at Katrina's party", Setting.EVENT),
        ("saw Katrina's party", None),
        ("my party", Setting.EVENT),
        ("the new annual company party", Setting.EVENT),
        ("nice meeting Luke", None),
        ("nice meeting Ana", None),
        ("nice meeting you", None),
        ("a woman called Ana", None),
        ("she wrote a book", None),
        ("planned a lunch", None),
        ("@lunch", None),
        ("#lunch", None),
        (r"\lunch", None),
        ("https://lunch.org lunch.pdf", None),
        ("talked", None),
        ("", None),
    ],
)
def test_the_first_word_for_a_setting_counts(
    sentence: str, setting: Setting | None
) -> None:
    assert read(sentence).setting is setting


def test_a_word_inside_a_name_is_no_setting() -> None:
    known = people("Coffee Walker", "Pub Wine")
    assert read("Coffee Walker at dinner", known).setting is Setting.DINNER
    assert read("Coffee came", known).setting is None


def test_the_deepest_tag_is_the_depth() -> None:
    assert read("#shop then #Heart and #opinions").depth is Depth.HEART
    assert read("＃smalltalk").depth is Depth.SMALLTALK
    assert read("a#personal ##shop #shopping").depth is None


def promises(sentence: str) -> list[tuple[str, str, date | None, int | None]]:
    return [
        (one.owed.value, one.text, one.due, one.person)
        for one in read(sentence).promises
    ]


def test_a_promise_is_made_by_its_tag_with_a_day_if_its_words_say_one() -> None:
    friday = date(2026, 11, 27)
    assert promises("Lunch with Katrina, #promise send the book by friday. We ate") == [
        ("promise", "send the book", friday, 1)
    ]
    assert promises("Lunch with Katrina, she sends a photo by friday #theirs") == [
        ("theirs", "she sends a photo", friday, 1)
    ]
    assert promises("with Katrina and Luke, Luke looks for the map #theirs") == [
        ("theirs", "Luke looks for the map", None, 2)
    ]
    assert promises("with Katrina and Luke: #promise tea #family two sisters") == [
        ("promise", "tea", None, None)
    ]


def test_thanks_are_a_promise_of_today_with_or_without_words() -> None:
    assert promises("Lunch with Katrina, she showed me the harbour #thanks") == [
        ("thanks", "say thank you: she showed me the harbour", TODAY, 1)
    ]
    assert promises("Lunch with Katrina #thanks") == [
        ("thanks", "say thank you", TODAY, 1)
    ]


def test_a_promise_without_words_is_remarked_on() -> None:
    draft = read("Lunch with Katrina #promise")
    assert (draft.promises, draft.remarks) == ((), ("Nothing is said with #promise.",))


def test_a_promise_for_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(PastDay):
        read("Lunch with Katrina, #promise the book by 2026-11-01")


def facts(sentence: str) -> list[tuple[str, str, int | None]]:
    return [(fact.facet.value, fact.text, fact.person) for fact in read(sentence).facts]


def test_what_follows_a_facet_is_the_fact() -> None:
    assert facts("Lunch with Katrina #family her father is ill. Then home") == [
        ("family", "her father is ill", 1)
    ]
    assert facts("Luke ＃home: moved to Rome #plans will marry! #nothing") == [
        ("home", "moved to Rome", 2),
        ("plans", "will marry", 2),
    ]
    assert facts("Luke #health 3.5 km a day, on example.org; fine") == [
        ("health", "3.5 km a day, on example.org", 2)
    ]


def test_a_with_that_names_nobody_does_not_cut_a_clause() -> None:
    assert facts("Luke came with his new dog #home") == [
        ("home", "Luke came with his new dog", 2)
    ]


def test_where_nothing_follows_the_clause_before_is_the_fact() -> None:
    sentence = "lunch with Katrina and Luke at the harbour, her father is ill #family"
    assert facts(sentence) == [("family", "her father is ill", None)]
    assert facts("lunch with Katrina her father is ill #family") == [
        ("family", "her father is ill", 1)
    ]
    assert facts("with Katrina @Rome her father is ill #family") == [
        ("family", "her father is ill", 1)
    ]
    assert facts("with Katrina. Her father moved to @Rome last year #family.") == [
        ("family", "Her father moved to @Rome last year", 1)
    ]
    assert facts("Luke is tired, #health #personal #struggles") == [
        ("health", "Luke is tired", 2),
        ("struggles", "Luke is tired", 2),
    ]
    assert facts("Luke: tired – and ill #health, moved #home") == [
        ("health", "and ill", 2),
        ("home", "moved", 2),
    ]


def test_a_fact_is_about_whom_it_names() -> None:
    sentence = "with Katrina and Luke #family Luke is a father #home both moved"
    assert facts(sentence) == [
        ("family", "Luke is a father", 2),
        ("home", "both moved", None),
    ]
    assert facts("with Katrina and Luke #home Luke and Katrina moved")[0][2] is None
    assert facts("rain #home moved")[0][2] is None


def test_a_fact_may_name_in_lower_case_whoever_is_there() -> None:
    there = "lunch with katrina and will and luke. "
    assert facts(f"{there}luke olsen #home moved") == [("home", "moved", None)]
    assert facts(f"{there}luke is ill #health")[0][2] == 2
    assert facts(f"{there}will he be ill #health")[0][2] is None
    assert who(read("lunch with katrina, luke is ill at home")) == ["Katrina Lim"]


def test_a_facet_with_nothing_said_is_remarked_upon() -> None:
    draft = read("lunch with Luke #family")
    assert draft.facts == ()
    assert draft.remarks == ("Nothing is said with #family.",)


def test_a_sentence_begins_with_its_day() -> None:
    draft = read("yesterday: lunch with Luke")
    assert draft.when == When(date(2026, 11, 24))
    assert draft.text == "yesterday: lunch with Luke"
    assert draft.remarks == ()
    assert draft.setting is Setting.LUNCH


@pytest.mark.parametrize("day", ["yesterday", "on monday", "three weeks ago"])
def test_a_day_inside_a_sentence_is_told_apart_from_its_day(day: str) -> None:
    draft = read(f"lunch with Luke {day}")
    assert (draft.when, draft.other_day) == (None, day)
    assert read(f"{day}: lunch with Luke").other_day is None


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(FutureDay):
        read("tomorrow: lunch with Luke")


def test_nothing_said_is_an_empty_draft() -> None:
    assert read("", []) == Draft("")
    assert read("  \x00 ", []) == Draft("  \x00 ")


def test_a_megabyte_is_kept_whole_and_read_at_its_beginning() -> None:
    sentence = "lunch with Luke. " + "word " * 200_000 + "Katrina"
    draft = read(sentence)
    assert draft.text == sentence
    assert who(draft) == ["Luke Olsen"]
    (remark,) = draft.remarks
    assert remark.startswith("All of it is kept;")


def test_something_learned_names_a_facet_and_maybe_somebody() -> None:
    assert capture.read_learned("family: her father is ill", JOURNAL) == (
        *(None, Facet.FAMILY, "her father is ill"),
    )
    assert capture.read_learned("Katrina/ Family ： a:b", JOURNAL) == (
        *(1, Facet.FAMILY, "a:b"),
    )


@pytest.mark.parametrize(
    ("said", "problem", "words"),
    [
        ("her father is ill", UnreadableFact, "“her father is ill”"),
        ("", UnreadableFact, "“”"),
        ("famly: ill", UnknownFacet, "“famly”"),
        ("hobby: tea", UnknownFacet, "“hobby”"),
        ("family:  ", EmptyFact, "“family:”"),
        ("Zoltan/family: ill", Nobody, "“Zoltan”"),
    ],
)
def test_what_cannot_be_read_as_learned_is_refused(
    said: str, problem: type[Exception], words: str
) -> None:
    with pytest.raises(problem, match=words):
        capture.read_learned(said, JOURNAL)


def test_an_unknown_facet_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownFacet) as caught:
        capture.read_learned("famly: ill", JOURNAL)
    assert str(caught.value.hint).startswith("Did you mean family? The facets are")
    with pytest.raises(UnknownFacet) as caught:
        capture.read_learned("astrology: ill", JOURNAL)
    assert str(caught.value.hint).startswith("The facets are family, roots, home")


def test_a_promise_may_name_somebody_and_a_day() -> None:
    friday = date(2026, 11, 27)
    promised = capture.read_promise("send the book by friday", JOURNAL, TODAY)
    assert promised == (None, "send the book", friday)
    promised = capture.read_promise("Katrina/send the book", JOURNAL, TODAY)
    assert promised == (1, "send the book", None)


@pytest.mark.parametrize(
    "said",
    ["give Katrina and/or Luke a call", "A/B test", "Bob/book", "/book", "1/2 l"],
)
def test_a_slash_behind_no_name_is_only_a_slash(said: str) -> None:
    known = [*JOURNAL, Named(20, "Anna A Hall")]
    assert capture.read_promise(said, known, TODAY) == (None, said, None)


def test_a_promise_needs_words_and_one_person() -> None:
    for said in ("", " ", "Katrina/ "):
        with pytest.raises(EmptyPromise):
            capture.read_promise(said, JOURNAL, TODAY)
    with pytest.raises(SeveralPeople):
        capture.read_promise("Ali/book", people("Ali Khan", "Ali Lim"), TODAY)


def test_a_list_of_names_is_taken_apart() -> None:
    assert capture.listed("Ana, Bo and  Cleo van Buren & Dan; Sandy、王芳") == (
        *("Ana", "Bo", "Cleo van Buren", "Dan", "Sandy", "王芳"),
    )
    assert capture.listed(" , and ") == ()
