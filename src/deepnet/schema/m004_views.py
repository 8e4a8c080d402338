"""Views of people, conversations and months, for whoever reads the file with SQL.

They need nothing but SQLite itself, keep no text of their own, and say nothing that
depends on today. The comment behind each column is its documentation: SQLite keeps it
in the file, and ``docs/reference/views.md`` is made from there.

SQLite renames no table that a view cannot do without: a later migration that makes a
table anew drops the views first and lays them out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema.triggers import lay_out

if TYPE_CHECKING:
    from sqlite_utils import Database

# What is assumed where nobody said how long it was, as in ``scoring.USUAL_MINUTES``.
_USUAL = (
    "CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 "
    "WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 "
    "WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 "
    "WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END"
)
# Messages take no time together, whatever was said.
_MINUTES = f"CASE WHEN setting IS NOT 'message' THEN coalesce(minutes, {_USUAL}) END"
_ASSUMED = f"CASE WHEN setting IS NOT 'message' AND minutes IS NULL THEN {_USUAL} END"

_WHO_THEY_ARE = (
    "json_array('family', 'roots', 'home', 'health', 'joys', 'hopes', 'struggles', "
    "'values', 'people')"
)


def _hours(minutes: str) -> str:
    return f"round(coalesce(sum({minutes}), 0) / 60.0, 2)"


def _tier(column: str) -> str:
    return (
        f"CASE {column} WHEN 'event' THEN 'event only' "
        "WHEN 'acquainted' THEN 'acquainted' WHEN 'opening' THEN 'getting to know' "
        "WHEN 'known' THEN 'known' WHEN 'name' THEN 'name only' END"
    )


def _depth(column: str) -> str:
    return (
        f"CASE {column} WHEN 0 THEN 'smalltalk' WHEN 1 THEN 'shop' "
        "WHEN 2 THEN 'opinions' WHEN 3 THEN 'personal' WHEN 4 THEN 'heart' END"
    )


def _listed(column: str, rows: str) -> str:
    return f"(SELECT group_concat({column}, '; ') FROM (SELECT {column} FROM {rows}))"


def _points(part: str) -> str:
    return (
        "coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) "
        f"WHERE json_extract(value, '$[0]') = '{part}'), 0.0)"
    )


_PEOPLE = f"""
CREATE VIEW people_view AS
WITH times AS (
  SELECT person_id,
    count(*) FILTER (WHERE setting = 'event') AS events,
    count(*) FILTER (WHERE setting = 'message') AS messages,
    count(*) FILTER (WHERE setting = 'lunch') AS lunches,
    {_hours(_MINUTES)} AS hours,
    {_hours(f"CASE WHEN setting IS NOT 'event' THEN {_MINUTES} END")} AS outside,
    {_hours(_ASSUMED)} AS assumed
  FROM participants JOIN conversations ON conversations.id = conversation_id
  GROUP BY person_id
)
SELECT
  people.id AS id, -- the number of the entry; commands take it as @12 for a name
  people.name AS name, -- what they are called
  people.company AS company, -- where they work
  people.position AS position, -- what they do there
  {_tier("coalesce(standings.tier, 'name')")}
    AS tier, -- how well the journal shows that you know them
  CASE standings.tier WHEN 'event' THEN 1 WHEN 'acquainted' THEN 2
    WHEN 'opening' THEN 3 WHEN 'known' THEN 4 ELSE 0 END
    AS rank, -- the tier as a number to sort by, 0 (name only) to 4 (known)
  coalesce(standings.score, 0.0) AS score, -- the points of the five parts, 0 to 100
  {_tier("claims.tier")} AS claim, -- the tier that you would have said
  CASE WHEN claims.tier IS NOT NULL THEN claims.claimed_on END
    AS claimed_on, -- the day on which you said it
  standings.first_day AS first, -- the day of the first conversation
  standings.last_day AS last, -- the day of the last conversation
  coalesce(standings.conversations, 0) AS conversations, -- how many, in all settings
  coalesce(times.events, 0) AS events, -- how many of them at events
  coalesce(times.messages, 0) AS messages, -- how many of them were messages
  coalesce(standings.conversations - times.events - times.messages, 0)
    AS outside_events, -- how many of them were neither
  coalesce(times.lunches, 0) AS lunches, -- how many of those were lunches
  coalesce(times.hours, 0.0)
    AS hours, -- hours together, messages apart; usual ones where none were said
  coalesce(times.outside, 0.0)
    AS hours_outside_events, -- how many of those were not at events
  coalesce(times.assumed, 0.0) AS assumed_hours, -- how many of the hours nobody said
  {_depth("standings.deepest")} AS deepest, -- how deep the deepest talk went, if told
  (SELECT group_concat(value, '; ') FROM json_each(standings.facets))
    AS facets, -- the facets of which something is noted
  coalesce(json_array_length(standings.facets), 0)
    AS facet_count, -- how many facets, of 12
  (SELECT group_concat(value, '; ') FROM json_each({_WHO_THEY_ARE}) WHERE value
    NOT IN (SELECT value FROM json_each(coalesce(standings.facets, '[]'))))
    AS blanks, -- the sides of who they are of which nothing is noted
  (SELECT count(*) FROM json_each({_WHO_THEY_ARE}) WHERE value
    NOT IN (SELECT value FROM json_each(coalesce(standings.facets, '[]'))))
    AS blank_count, -- how many sides, of 9
  (SELECT count(*) FROM promises WHERE person_id = people.id AND mine
    AND kept_on IS NULL) AS you_owe, -- promises of yours that are open
  (SELECT count(*) FROM promises WHERE person_id = people.id AND NOT mine
    AND kept_on IS NULL) AS they_owe, -- promises of theirs that are open
  {_points("time")} AS time_points, -- of 30, for time together
  {_points("depth")} AS depth_points, -- of 25, for how deep the talk went
  {_points("sides")} AS sides_points, -- of 20, for sides of them that are known
  {_points("months")} AS months_points, -- of 15, for meetings spread over months
  {_points("both ways")} AS both_ways_points, -- of 10, for what came from both of you
  {_listed("tag", "tags WHERE person_id = people.id ORDER BY tag")}
    AS circles, -- the circles they are in
  {_listed("alias", "aliases WHERE person_id = people.id ORDER BY id")}
    AS aliases, -- other names you call them
  people.birthday AS birthday, -- as YYYY-MM-DD, or --MM-DD without the year
  people.office AS office, -- the area where they work
  people.home AS home, -- the area where they live
  (SELECT min(connected_on) FROM ties WHERE person_id = people.id)
    AS connected_on, -- the day since which an import has you connected
  people.snoozed_until AS snoozed_until, -- the first day to propose them again
  people.let_go_on AS let_go_on, -- the day on which they were let go
  people.let_go_because AS let_go_because, -- why, in your words
  people.added_on AS added_on -- the day on which they came into the journal
FROM people
LEFT JOIN standings ON standings.person_id = people.id
LEFT JOIN claims ON claims.person_id = people.id
LEFT JOIN times ON times.person_id = people.id;
"""

_WEEKDAYS = " ".join(
    f"WHEN '{number}' THEN '{name}'"
    for number, name in enumerate(
        (
            "Sunday",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
        )
    )
)

_PRESENT = (
    "participants JOIN people ON people.id = person_id "
    "WHERE conversation_id = conversations.id ORDER BY participants.id"
)

_CONVERSATIONS = f"""
CREATE VIEW conversations_view AS
SELECT
  conversations.id AS id, -- the number of the entry
  conversations.day AS day, -- the day, or the first one of a longer time
  CASE WHEN precision = 'day' THEN CASE strftime('%w', conversations.day)
    {_WEEKDAYS} END END AS weekday, -- its name, where the day itself is known
  conversations.precision
    AS precision, -- how exactly the day is known: day, week, month, year
  conversations.clock AS clock, -- the time as far as it was said: 19:00, evening
  conversations.setting AS setting, -- how and where, if said
  {_listed("name", _PRESENT)}
    AS people, -- who was there, in the order in which they were named
  conversations.others AS others, -- how many more there were whom you did not name
  conversations.minutes AS minutes, -- how long it was, if said
  round({_MINUTES} / 60.0, 3)
    AS hours, -- its length, or the usual one if none was said; none for a message
  {_depth("conversations.depth")} AS depth, -- how deep the talk went, if told
  conversations.place AS place, -- where
  conversations.text AS text, -- what you wrote, word for word
  conversations.they_asked AS they_asked, -- 1 where it was their idea, else 0
  (SELECT count(*) FROM facts WHERE conversation_id = conversations.id)
    AS facts, -- how many things you learnt
  (SELECT count(*) FROM promises WHERE conversation_id = conversations.id)
    AS promises -- how many promises were made
FROM conversations;
"""

# Of each person the months in which they were first met, moved up from events only,
# became known, and were let go: counting them up month by month is one pass, and to
# ask for each month who had reached what is one for every month.
_STEPS = """
  reached AS (
    SELECT person_id, min(substr(day, 1, 7)) AS met,
      min(CASE WHEN tier <> 'event' THEN substr(day, 1, 7) END) AS up,
      min(CASE WHEN tier = 'known' THEN substr(day, 1, 7) END) AS known,
      coalesce(substr(let_go_on, 1, 7), '9999-99') AS gone
    FROM crossings JOIN people ON people.id = person_id
    WHERE tier <> 'name' GROUP BY person_id
  ),
  steps AS (
    SELECT met AS month, met < gone AS met, met < gone AS event_only, 0 AS known,
      1 AS new FROM reached
    UNION ALL SELECT up, 0, -1, 0, 0 FROM reached WHERE met < gone AND up < gone
    UNION ALL SELECT known, 0, 0, 1, 0 FROM reached WHERE met < gone AND known < gone
    UNION ALL SELECT gone, -1, -(coalesce(up, gone) >= gone),
      -(coalesce(known, gone) < gone), 0
      FROM reached WHERE met < gone AND gone < '9999-99'
  ),
  stood AS (
    SELECT month, sum(met) AS met, sum(event_only) AS event_only, sum(known) AS known,
      sum(new) AS new
    FROM steps GROUP BY month
  ),"""

_MONTHS = f"""
CREATE VIEW months_view AS
WITH RECURSIVE
  talks AS (
    SELECT substr(day, 1, 7) AS month, * FROM conversations WHERE precision <> 'year'
  ),
  spent AS (
    SELECT month, count(*) AS conversations,
      count(*) FILTER (WHERE setting = 'event') AS events,
      count(*) FILTER (WHERE setting = 'message') AS messages,
      count(*) FILTER (WHERE setting = 'lunch') AS lunches,
      {_hours(_MINUTES)} AS hours, {_hours(_ASSUMED)} AS assumed
    FROM talks GROUP BY month
  ),
  told AS (
    SELECT month, depth, row_number() OVER (PARTITION BY month ORDER BY depth) AS place,
      count(*) OVER (PARTITION BY month) AS number
    FROM talks WHERE depth IS NOT NULL AND setting IS NOT 'message'
  ),
  together AS (
    SELECT month, person_id, min(setting IS 'event') AS at_events
    FROM talks JOIN participants ON conversation_id = talks.id
    WHERE setting IS NOT 'message' GROUP BY month, person_id
  ),
  company AS (
    SELECT month, count(*) AS people, sum(at_events) AS at_events
    FROM together GROUP BY month
  ),{_STEPS}
  rises AS (
    SELECT substr(crossings.day, 1, 7) AS month, count(DISTINCT person_id) AS number
    FROM crossings LEFT JOIN conversations ON conversations.id = conversation_id
    WHERE tier IN ('acquainted', 'opening', 'known') AND precision IS NOT 'year'
    GROUP BY 1
  ),
  learnt AS (
    SELECT substr(facts.day, 1, 7) AS month, count(*) AS number
    FROM facts LEFT JOIN conversations ON conversations.id = conversation_id
    WHERE facet IS NOT NULL AND (precision IS NOT 'year'
      OR substr(facts.day, 1, 7) <> substr(conversations.day, 1, 7)) GROUP BY 1
  ),
  made AS (
    SELECT substr(made_on, 1, 7) AS month, count(*) AS number FROM promises GROUP BY 1
  ),
  kept AS (
    SELECT substr(kept_on, 1, 7) AS month, count(*) AS number FROM promises
    WHERE kept_on IS NOT NULL GROUP BY 1
  ),
  gone AS (
    SELECT substr(let_go_on, 1, 7) AS month, count(*) AS number FROM people
    WHERE let_go_on IS NOT NULL GROUP BY 1
  ),
  written AS (
    SELECT month FROM spent UNION SELECT month FROM stood UNION SELECT month FROM learnt
    UNION SELECT month FROM made UNION SELECT month FROM kept
    UNION SELECT month FROM gone
  ),
  months AS (
    SELECT month FROM (SELECT min(month) AS month FROM written)
    WHERE month IS NOT NULL
    UNION ALL
    SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months
    WHERE month < (SELECT max(month) FROM written)
  ),
  counted AS (
    SELECT month, sum(coalesce(met, 0)) OVER running AS met,
      sum(coalesce(event_only, 0)) OVER running AS event_only,
      sum(coalesce(known, 0)) OVER running AS known
    FROM months LEFT JOIN stood USING (month)
    WINDOW running AS (ORDER BY month)
  )
SELECT
  counted.month AS month, -- as 2026-11; from the first with an entry to the last
  coalesce(spent.conversations, 0) AS conversations, -- how many, in all settings
  coalesce(spent.events, 0) AS events, -- how many of them at events
  coalesce(spent.messages, 0) AS messages, -- how many of them were messages
  coalesce(spent.lunches, 0) AS lunches, -- how many of them were lunches
  coalesce(spent.hours, 0.0)
    AS hours, -- hours with people, messages apart; usual ones where none were said
  coalesce(spent.assumed, 0.0) AS assumed_hours, -- how many of the hours nobody said
  (SELECT {_depth("depth")} FROM told WHERE told.month = counted.month
    AND place = (number + 1) / 2)
    AS middle_depth, -- the middle one of the depths that were told, the lower of two
  coalesce(company.people, 0)
    AS people, -- how many people you talked with, messages apart
  coalesce(company.at_events, 0)
    AS people_only_at_events, -- how many of them at events and nowhere else
  coalesce(stood.new, 0) AS new_people, -- how many people were met for the first time
  coalesce(rises.number, 0) AS moved_up, -- how many moved up to acquainted or higher
  coalesce(learnt.number, 0) AS learnt, -- how many things were learnt of a facet
  coalesce(made.number, 0) AS promises_made, -- by you and by them, thanks among them
  coalesce(kept.number, 0) AS promises_kept, -- by you and by them, thanks among them
  coalesce(gone.number, 0) AS let_go, -- how many were let go, and did not come back
  counted.met AS met, -- how many people you had met by its end, without those let go
  counted.event_only AS event_only, -- how many of them only at events
  CASE WHEN counted.met > 0 THEN 1.0 * counted.event_only / counted.met END
    AS share, -- their share, 0 to 1
  counted.known AS known -- how many of those met were known
FROM counted
LEFT JOIN spent USING (month)
LEFT JOIN company USING (month)
LEFT JOIN stood USING (month)
LEFT JOIN rises USING (month)
LEFT JOIN learnt USING (month)
LEFT JOIN made USING (month)
LEFT JOIN kept USING (month)
LEFT JOIN gone USING (month);
"""


def apply(db: Database) -> None:
    """Lay out the views."""
    lay_out(db, _PEOPLE + _CONVERSATIONS + _MONTHS)
