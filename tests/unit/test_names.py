from __future__ import annotations

from datetime import date

import pytest

from deepnet import names
from deepnet.folding import LONGEST_READ
from deepnet.names import Named, Nobody, NoName, SeveralPeople, fold, second_fold


def people(*told: str | tuple[str, ...]) -> list[Named]:
    """People with ids from 1 on: a name, or a name and its aliases."""
    listed = [(one,) if isinstance(one, str) else one for one in told]
    return [Named(n, one[0], one[1:]) for n, one in enumerate(listed, 1)]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Siân O’Brien", "sian obrien"),
        ("O'Brien", "obrien"),
        ("OʼBrien", "obrien"),
        ("O´Brien", "obrien"),
        ("Łukasz Đặng", "lukasz dang"),
        ("Søren Møller", "soren moller"),
        ("Þórður Æsa Œ", "thordur aesa oe"),
        ("Müller Straße", "muller strasse"),
        ("İstanbul ılık", "istanbul ilik"),
        ("Anna-Lou  May", "anna lou may"),
        ("Rene\u0301", "rene"),
        ("ＡＬＩ", "ali"),
        ("Ali\u202eKhan\u200b", "alikhan"),
        ("a\tb\nc\x00d", "a b cd"),
        ("マイケル・ジョーダン", "マイケル ジョーダン"),
        ("서연 김", "서연 김"),
        ("Ёлка", "елка"),
        ("מֹשֶׁה", "משה"),
        ("❤\ufe0f Ana \U0001f680", "ana"),
        ("J. R. Smith, Jr.", "j r smith jr"),
    ],
)
def test_a_name_is_folded_to_the_key_that_all_its_spellings_share(
    name: str, key: str
) -> None:
    assert fold(name) == key


def test_voicing_marks_and_vowels_are_letters_not_accents() -> None:
    assert fold("がく") != fold("かく")
    assert fold("किरण") != fold("करण")


def test_a_name_of_symbols_alone_stays_itself() -> None:
    assert fold(" \U0001f680  \U0001f680 ") == "\U0001f680 \U0001f680"
    assert fold("") == ""


def test_the_second_key_spells_umlauts_out() -> None:
    assert second_fold("Müller Ångström Sørensen Ähö") == (
        "mueller aangstroem soerensen aehoe"
    )
    assert second_fold("mu\u0308ller") == "mueller"
    assert second_fold("Ana") == "ana"


CASE_22 = people("Siân O’Brien", "Łukasz Đặng", "Søren Møller", "Müller Straße")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("o'brien", "Siân O’Brien"),
        ("O'Brien, Sian", "Siân O’Brien"),
        ("lukasz dang", "Łukasz Đặng"),
        ("moller", "Søren Møller"),
        ("mueller", "Müller Straße"),
        ("Mueller Strasse", "Müller Straße"),
    ],
)
def test_either_spelling_finds_the_person(said: str, name: str) -> None:
    assert names.resolve(said, CASE_22).name == name


CASE_24 = people(
    ("青木 美月", "あおき"),
    ("서연 김", "김서연"),
    "Nguyễn Văn An",
    "王芳",
    "Kovács Réka",
    ("中村 健太", "なかむら", "けんた"),
)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("あおき", "青木 美月"),
        ("김서연", "서연 김"),
        ("reka kovacs", "Kovács Réka"),
        ("なかむら", "中村 健太"),
        ("nguyen van an", "Nguyễn Văn An"),
        ("中村健太", "中村 健太"),
        ("健太", "中村 健太"),
        ("王 芳", "王芳"),
    ],
)
def test_family_name_first_or_last_is_found_both_ways(said: str, name: str) -> None:
    assert names.resolve(said, CASE_24).name == name


def test_korean_is_found_in_both_orders_without_an_alias() -> None:
    seoyeon = people("서연 김")
    assert names.resolve("김서연", seoyeon) == seoyeon[0]
    assert names.resolve("서연김", seoyeon) == seoyeon[0]


def test_an_unspaced_name_is_one_word_and_has_no_parts() -> None:
    with pytest.raises(Nobody):
        names.resolve("王", people("王芳"))
    assert names.resolve("芳", people("芳")).name == "芳"


def test_a_whole_name_comes_before_an_alias_and_an_alias_before_a_part() -> None:
    beth, orr, bethany = people("Beth", ("Elizabeth Orr", "Liz"), "Liz Falk")
    everybody = [beth, orr, bethany]
    assert names.resolve("beth", everybody) == beth
    assert names.resolve("liz", everybody) == orr
    assert names.resolve("falk", everybody) == bethany


@pytest.mark.parametrize(
    "said",
    [
        "henry",
        "moorcroft",
        "henry james",
        "henry moorcroft",
        "moorcroft henry james",
        "james moorcroft",
        "james",
        "moorcroft james",
    ],
)
def test_any_words_of_a_name_are_a_part_of_it(said: str) -> None:
    henry, *others = people("Henry James Moorcroft", "Petra Hall")
    assert names.resolve(said, [*others, henry]) == henry


def test_a_first_name_comes_before_a_middle_name() -> None:
    first, _ = everybody = people("James Moor", "Henry James Moorcroft")
    assert names.resolve("james", everybody) == first


def test_a_word_twice_needs_it_twice_in_the_name() -> None:
    with pytest.raises(Nobody):
        names.resolve("henry henry", people("Henry Hall"))


def test_particles_belong_to_a_family_name_or_not() -> None:
    ludwig, luisa = everybody = people("Ludwig van Beethoven", "Luisa da Silva Costa")
    assert names.resolve("van Beethoven", everybody) == ludwig
    assert names.resolve("Beethoven", everybody) == ludwig
    assert names.resolve("Costa", everybody) == luisa


def test_titles_and_suffixes_are_no_part_of_the_whole_name() -> None:
    (ali,) = everybody = people("Dr. Ali Khan, PhD")
    assert names.resolve("ali khan", everybody) == ali
    assert names.resolve("khan", everybody) == ali
    assert names.resolve("Dr", people("Dr")).name == "Dr"


def test_two_people_with_the_said_name_are_never_guessed_between() -> None:
    school = Named(3, "Ali Khan", (), "Harbour School", date(2026, 11, 20))
    other = Named(12, "Ali Khan")
    with pytest.raises(SeveralPeople) as caught:
        names.resolve("ali", [other, school])
    assert caught.value.candidates == (
        "@3  Ali Khan, Harbour School, last Fri 20 Nov 2026",
        "@12  Ali Khan",
    )
    assert caught.value.people == (school, other)
    assert caught.value.message == "“ali” fits 2 people."
    assert caught.value.hint == "Say which by its number, for example @3."
    assert caught.value.exit_code == 4


def test_a_single_candidate_is_worded_as_a_possibility() -> None:
    problem = SeveralPeople("Katrina Olsen", people("Katrina Lim"))
    assert problem.message == (
        "“Katrina Olsen” may mean Katrina Lim, or somebody else."
    )
    assert SeveralPeople("x", ()).hint == ("Say which by its number, for example @12.")


def test_the_own_spelling_decides_only_if_it_leaves_one() -> None:
    plain, accented = everybody = people("Rene Nunez", "René Núñez")
    assert names.resolve("René Núñez", everybody) == accented
    assert names.resolve("Rene Nunez", everybody) == plain
    with pytest.raises(SeveralPeople):
        names.resolve("rene nunez", everybody)


def test_a_number_with_an_at_sign_is_an_id_and_without_one_is_not() -> None:
    everybody = people("Ana", "Bo")
    assert names.resolve("@2", everybody).name == "Bo"
    assert names.resolve("@bo", everybody).name == "Bo"
    for nobody in ("2", "@3", "@0"):
        with pytest.raises(Nobody):
            names.resolve(nobody, everybody)


@pytest.mark.parametrize("blank", ["", "  ", "\u202e", "@", "\x00\n"])
def test_a_blank_is_no_name(blank: str) -> None:
    with pytest.raises(NoName) as caught:
        names.resolve(blank, people("Ana"))
    assert caught.value.exit_code == 2


def test_nobody_by_that_name_says_who_may_be_meant() -> None:
    with pytest.raises(Nobody) as caught:
        names.resolve("Katirna", people("Katrina Lim", "Luke Olsen"))
    assert caught.value.message == "Nobody in the journal is called “Katirna”."
    assert str(caught.value.hint).startswith("Did you mean Katrina Lim?")
    assert caught.value.exit_code == 3


def test_nobody_alike_gets_no_suggestion() -> None:
    with pytest.raises(Nobody) as caught:
        names.resolve("Zoltan", people("Katrina Lim"))
    assert caught.value.suggestions == ()
    assert "Did you mean" not in str(caught.value.hint)


def test_the_way_to_add_somebody_holds_whatever_the_command() -> None:
    hint = str(Nobody("Zoltan").hint)
    assert (
        hint == "deepnet add writes them down; so does --new, where a command has it."
    )


def test_several_suggestions_read_as_a_choice() -> None:
    hint = Nobody("Katrin", ("Katrina", "Katrine", "Katri")).hint
    assert str(hint).startswith("Did you mean Katrina, Katrine or Katri?")


def test_suggestions_are_nearest_first_and_limited() -> None:
    everybody = people("Katrina Lim", "Katrine Bo", "Katherine Hall", "Karin Vik")
    assert names.suggest("katrin", everybody, limit=2) == ("Katrina Lim", "Katrine Bo")
    assert names.suggest("", everybody) == ()
    assert names.suggest("k" * 101, everybody) == ()


def test_a_call_name_is_suggested_but_never_resolved() -> None:
    everybody = people("David Holm", "Robert Falk")
    for said, meant in (("Dave Holm", "David Holm"), ("Bob", "Robert Falk")):
        with pytest.raises(Nobody) as caught:
            names.resolve(said, everybody)
        assert caught.value.suggestions == (meant,)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("O'Brien, Sian", "Sian O'Brien"),
        ("Davis, Jr.", "Davis, Jr."),
        ("Khan, Ph.D.", "Khan, Ph.D."),
        ("Lim", "Lim"),
        ("a, b, c", "a, b, c"),
        (", Sian", ", Sian"),
        ("Lim,", "Lim,"),
    ],
)
def test_family_comma_given_is_turned_round(name: str, right: str) -> None:
    assert names.turned(name) == right


def test_a_name_is_kept_as_typed_on_one_line() -> None:
    assert names.tidy("  Siân\n O’Brien\u202e ") == "Siân O’Brien"
    assert names.tidy("@Ana") == "Ana"
    assert names.tidy("Lim, Katrina") == "Katrina Lim"


def test_numbers_are_found_in_a_sentence_once_each() -> None:
    sentence = "with @12 and ＠7, again @12; not a@3.org, @4x or 5"
    assert names.marked_numbers(sentence) == (12, 7)
    assert len(names.marked_numbers(" ".join(f"@{n}" for n in range(200)))) == 100


def test_a_name_has_a_key_for_each_word_and_spelling() -> None:
    assert names.index_keys("Jörg Müller-Lüdenscheid") == (
        *("jorg", "joerg", "muller", "mueller"),
        *("ludenscheid", "luedenscheid"),
    )
    assert names.index_keys("中村健太") == ("中村",)
    assert names.index_keys("김Anna") == ("김", "anna")


def test_a_text_has_keys_for_possessives_and_for_unspaced_scripts() -> None:
    keys = set(names.lookup_keys("Lou's dog saw 王芳在"))
    assert {"lou", "lous", "dog", "saw", "王", "王芳", "芳在"} <= keys


def test_the_keys_of_a_long_text_are_bounded() -> None:
    long = " ".join(f"w{n:x}" for n in range(200_000))
    assert len(names.lookup_keys(long)) == 10_000
    unbroken = "x" * (2 * LONGEST_READ)
    assert names.lookup_keys(unbroken) == ("x" * LONGEST_READ,)


def test_a_long_name_with_many_umlauts_is_found_plain_and_spelt_out() -> None:
    long = people("Öä Üä Öö Äü")
    assert names.resolve("oa ua oo au", long)
    assert names.resolve("oeae ueae oeoe aeue", long)


def test_somebody_with_a_blank_name_goes_by_an_alias() -> None:
    nameless = Named(1, " ", ("Ana", ""))
    assert names.resolve("ana", [nameless]) == nameless
    assert [form.spelt for form in names.forms(nameless)] == ["Ana"]
