"""The ordinary words that reading a sentence turns on: settings, months, relations.

Data only, all in lower case. Two reasons to be careful with a new word: a setting
is never guessed, and a word listed as ordinary is never proposed as a new person.
"""

from __future__ import annotations

from deepnet.model import Setting


def _words(*listed: str) -> frozenset[str]:
    return frozenset(word for line in listed for word in line.split())


_SETTINGS = {
    Setting.EVENT: (
        "event events conference conferences meetup meet-up party summit congress"
        " workshop networking wedding reception gala festival expo convention"
        " hackathon seminar symposium webinar funeral concert"
    ),
    Setting.LUNCH: "lunch lunched brunch luncheon",
    Setting.COFFEE: "coffee coffees breakfast tea espresso cappuccino",
    Setting.DINNER: "dinner supper dined",
    Setting.DRINKS: (
        "drinks beer beers pub wine wines cocktail cocktails pint pints aperitif"
    ),
    Setting.WALK: "walk walked walking hike hiked hiking stroll strolled jog jogged",
    Setting.VISIT: "visit visited visiting stayed",
    Setting.TRIP: "trip travelled traveled excursion camping",
    Setting.WORK: "standup stand-up meeting off-site offsite one-on-one",
    Setting.CALL: "call called phone phoned rang telephoned",
    Setting.VIDEO: "zoom zoomed facetime facetimed skype skyped video",
    Setting.MESSAGE: (
        "texted text emailed email e-mail wrote messaged message messages whatsapp"
        " whatsapped sms dm dmed letter postcard"
    ),
}

_PHRASES = {
    Setting.EVENT: (
        "the fair,a fair,trade fair,book fair,art fair,job fair,careers fair,"
        "trade show,tea party,dinner party,book launch"
    ),
    Setting.COFFEE: "coffee break",
    Setting.DRINKS: "a drink,the bar,a bar,wine bar",
    Setting.VISIT: (
        "dropped by,dropped in,popped by,popped in,at her place,at his place,"
        "at their place,at my place,at our place"
    ),
    Setting.TRIP: "weekend away,road trip,on holiday",
    Setting.WORK: (
        "at work,at the office,in the office,at my office,at our office,"
        "at her office,at his office,at their office"
    ),
    Setting.CALL: "phone call",
    Setting.VIDEO: "video call,video chat,google meet,on teams",
    Setting.MESSAGE: "chat message,group chat,on chat,by chat,via chat",
}

SETTING_OF = {
    tuple(word.split()): setting
    for table, mark in ((_SETTINGS, " "), (_PHRASES, ","))
    for setting, listed in table.items()
    for word in listed.split(mark)
    if word
}
"""The setting that a word or a phrase names, by its words."""

LONGEST_PHRASE = 3

_I_DID = _words("i we just and then also finally later both so")
NEEDS_BEFORE = {
    # "a friend called Ana" and "she wrote a book" were no calls and no letters.
    "called": _I_DID | _words("she he they"),
    "wrote": _I_DID,
    "text": _words("by via"),
    "walking": _words("went while") | _I_DID,
}
"""Words that name a setting only first in a sentence, or after one of these."""

NOT_BEFORE = {
    # "Nice meeting you" was not at work; "rang a bell" was not on the phone.
    "meeting": _words("you her him them up people everyone someone"),
    "call": _words("it me him her them"),
    "rang": _words("a true"),
    "walked": _words("out away off"),
    "message": _words("is was"),
}
"""Words that name no setting before one of these."""

TALKED_OF = _words(
    "about planning plan planned plans suggested propose proposed promised"
    " skipped missed cancelled without"
)
"""After these, what follows was talked of, not done."""

AT = _words("at in on during over after before for to from with by")
POSSESSIVES = _words("my your his her its our their whose")
OF_OTHERS = POSSESSIVES - _words("my our")
DETERMINERS = POSSESSIVES | _words(
    "a an the this that these those some any every each all both no another"
)

ADJECTIVES = _words(
    "new old good great nice lovely long short big small little quick first last next"
    " birthday annual own late early big company family"
)

MONTHS = _words(
    "january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed"
    " thu thur thurs fri sat sun"
)
CALENDAR = MONTHS | WEEKDAYS
BEFORE_A_DATE = _words(
    "in of last this since until till by early late mid next on during through"
    " throughout every each"
)
BETWEEN_DATES = _words("and or to until till through")

TITLES = _words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady aunt auntie uncle"
    " cousin grandma grandpa granny father mother sister brother saint st rev"
    " herr frau señor señora monsieur madame captain coach"
)
PARTICLES = _words(
    "van von de da do dos das del della di du der den la le las los al el bin"
    " ibn bint ben ter ten zu zum zur af av y e san"
)
SUFFIXES = _words(
    "jr sr ii iii iv phd md mba esq cpa cfa msc bsc ma ba dds jd obe mbe cbe rn pmp pe"
)

RELATIONS = _words(
    "sister sisters brother brothers mother mum mom father dad parents son sons"
    " daughter daughters child children kid kids wife husband partner girlfriend"
    " boyfriend fiancé fiancée fiance fiancee friend friends colleague"
    " colleagues boss neighbour neighbours neighbor neighbors cousin cousins"
    " aunt uncle niece nephew grandmother grandfather flatmate roommate mentor"
    " assistant client teacher coach"
)
GROUPS = _words(
    "other others friend friends colleague colleagues people person more guest"
    " guests stranger strangers neighbour neighbours neighbor neighbors"
    " acquaintance acquaintances client clients student students kid kids child"
    " children man men woman women"
)
NUMBERS = {"a": 1, "an": 1, "another": 1} | {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        1,
    )
}

AND = _words("and plus")
AFTER_A_LIST = _words(
    "at in on for about after before near over today yesterday tonight again"
)

APART = _words(
    "work works working struggle struggles struggling struggled deal deals"
    " dealing problem problems issue issues trouble help helps helped helping"
    " agree agrees agreed disagree disagrees disagreed happy unhappy familiar"
    " wrong live lives lived living married fed ok okay fine busy pleased"
)
"""Before "with", these tell of something other than who was there."""

TOGETHER = _words(
    "met meet meeting talked talk talking spoke speak speaking chatted chat"
    " chatting sat ate up out together time evening morning afternoon night day"
    " weekend hour was were went been again joined caught catch catching hung"
    " conversation bumped ran played danced cooked"
)
"""Before "with", these tell that who follows was there."""

ORDINARY_NAMES = _words(
    "will grace hope mark rose bill may art bob bud buck chance charity chip"
    " chuck cliff dale dawn dean destiny don drew earl faith frank gay gene"
    " grant guy hank harmony heath holly hunter iris ivy jack jasmine jean jewel"
    " john josh joy justice lane lily mercy miles misty nick olive opal pat"
    " pearl penny peg peter pierce ray reed rich rob robin rock rod ruby rusty"
    " sage sandy sonny sterling stew sue summer sunny terry tom tony trip violet"
    " wade ward warren west wren young long short brown black white green gray"
    " grey small little wise sharp strong swift power powers love day knight"
    " king bishop page price field fields wood woods brook brooks marsh hill"
    " banks bush bell bolt frost case cash church cook cooper fox hall lake land"
    " major march april june august max best early"
)
"""Names that are words as well: first in a sentence they are the word."""

ORDINARY = (
    DETERMINERS
    | CALENDAR
    | GROUPS
    | RELATIONS
    | TOGETHER
    | APART
    | _words(
        "co i me you he him she it we us they them myself yourself himself herself"
        " itself ourselves themselves who whom what which when where why how there"
        " here someone somebody anyone anybody everyone everybody nobody none"
        " something anything everything nothing one two three four five six seven"
        " eight nine ten and or but so yet nor if then than because although though"
        " while as at by for from in into near of off on onto over past since"
        " through to toward towards under until till up upon with within without"
        " about above across after against along among around before behind below"
        " beneath beside between beyond during except inside like outside per plus"
        " via am is are be being do does did done doing have has had having can"
        " could may might must shall should will would not never always often"
        " sometimes just only also too very really quite rather again today tonight"
        " yesterday tomorrow now later soon early late ago once twice lunch dinner"
        " coffee breakfast drinks tea milk sugar cake bread cheese wine beer water"
        " rice pasta pizza sushi soup salad fish chicken meat food dessert family"
        " team group gang crowd folks guys girls boys ladies men women couple class"
        " crew staff office work company board new old good great nice lovely long"
        " short big small little few many several much more most other lots plenty"
        " came come comes coming go goes going gone left leave leaves got get gets"
        " getting told tell tells said say says asked ask asks saw see sees seen"
        " heard hear know knows knew think thinks thought feel feels felt make makes"
        " made take takes took taken give gives gave given find finds found want"
        " wants wanted need needs needed try tried let lets keep kept start starts"
        " started stop stopped talks speaks laughed cried walked walking walk drove"
        " flew ran run running moved moving stayed called call wrote sent send"
        " bought brought paid learned learnt discussed discussing planned planning"
        " enjoyed liked loved love hope joy pleasure care thanks thank cancer"
        " depression burnout grief stress"
    )
)
"""Words in lower case that are never proposed as somebody new."""

STARTERS = (
    ORDINARY
    | TITLES
    | _words(
        "hi hello dear yes no well oh ok okay dr visited visit texted emailed"
        " phoned rang messaged hugged missed thanked invited greeted congratulated"
        " helped"
    )
)
"""Words that don't belong to the name behind them, even with a capital."""
