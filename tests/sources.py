"""One small file of each kind that can be imported, as its program would write it."""

from __future__ import annotations

import json

CONNECTIONS = (
    'Notes:\n"Some addresses are missing, see https://example.org"\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    'Ida,"Berg, PhD",https://www.linkedin.com/in/ida,,"Fjord, Dahl & Co.",Analyst,'
    "08 Feb 2026\nBen,Ek,https://www.linkedin.com/in/ben,b@example.org,,,01 Jan 2024\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
    "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    "c1,,Ida Berg,https://www.linkedin.com/in/ida,Me Myself,"
    "https://www.linkedin.com/in/me,2025-06-01 14:03:22 UTC,,hello,INBOX\n"
    "c1,,Me Myself,https://www.linkedin.com/in/me,Ida Berg,"
    "https://www.linkedin.com/in/ida,2025-06-01 15:00:00 UTC,,hello you,INBOX\n"
    "c2,,Me Myself,https://www.linkedin.com/in/me,Ben Ek,"
    "https://www.linkedin.com/in/ben,2025-07-02 09:00:00 UTC,,lunch?,INBOX\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    'Ida Berg,Me Myself,"1/29/26, 2:37 PM",We met at the fair,INCOMING,'
    "https://www.linkedin.com/in/ida,https://www.linkedin.com/in/me\n"
    'Me Myself,Ben Ek,"1/29/26, 2:37 PM",,OUTGOING,'
    "https://www.linkedin.com/in/me,https://www.linkedin.com/in/ben\n"
)
NOTES = (
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,"
    "Edited On\nIda,Berg,https://www.linkedin.com/in/ida,knows the harbour,"
    "2026-02-08,\n"
)
EVENTS = (
    "Event Name,Event Time,Status,External Url\n"
    "Data night,2026-03-04,ATTENDING,https://example.org\n"
)
TABLE = (
    "name,aliases,email,phone,birthday\n"
    "Ana Ruiz,An;Anna,a@example.org,+12025550171,29 feb 1996\n"
)
CARDS = (
    "BEGIN:VCARD\nVERSION:3.0\nUID:x-1\nFN:Ana Ruiz\nTEL:+12025550171\n"
    "BDAY:19960229\nEND:VCARD\n"
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:me@example.org\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Lunch\r\nDTSTART:20260901T103000Z\r\n"
    "DTEND:20260901T113000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\n"
    "ATTENDEE;CN=Ola Berg;PARTSTAT=ACCEPTED:mailto:ola@example.org\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Choir\r\nDTSTART;TZID=Europe/Oslo:"
    "20260903T183000\r\nDTEND;TZID=Europe/Oslo:20260903T200000\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Europe/Oslo:20260910T183000\r\n"
    "ATTENDEE;CN=Bix Hall:mailto:bix@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
WHATSAPP = (
    "09.02.26, 20:14 - Nachrichten sind verschlüsselt.\n"
    "09.02.26, 20:15 - Nia Fox: Hallo\n09.02.26, 20:16 - Me: Hallo\n"
    "und mehr\n13.03.26, 00:05 - Nia Fox: <Medien ausgeschlossen>\n"
)
TELEGRAM = json.dumps(
    {
        "personal_information": {"user_id": 1, "first_name": "Me"},
        "contacts": {
            "list": [
                {
                    "user_id": 2,
                    "first_name": "Nia",
                    "last_name": "Fox",
                    "phone_number": "+12025550172",
                }
            ]
        },
        "chats": {
            "list": [
                {
                    "name": "Nia Fox",
                    "type": "personal_chat",
                    "id": 2,
                    "messages": [
                        {
                            "id": 1,
                            "type": "message",
                            "date": "2026-03-04T10:00:00",
                            "from": "Nia Fox",
                            "from_id": "user2",
                            "text": ["see ", {"type": "bold", "text": "you"}],
                        },
                        {
                            "id": 2,
                            "type": "message",
                            "date": "2026-03-05T23:59:00",
                            "from": "Me",
                            "from_id": "user1",
                            "text": "yes",
                        },
                        {
                            "id": 3,
                            "type": "service",
                            "date": "2026-03-06T10:00:00",
                            "actor": "Me",
                            "actor_id": "user1",
                            "action": "phone_call",
                            "duration_seconds": 130,
                        },
                    ],
                },
                {"name": "A bot", "type": "bot_chat", "id": 9, "messages": []},
            ]
        },
    }
)
FACEBOOK = (
    '{"friends_v2": [{"name": "H\\u00c3\\u00a5kon Moe", "timestamp": 1577836800},'
    ' {"name": "Zo\\u00eb Ray", "timestamp": 0}]}'
)
LUMA = (
    "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,"
    "checked_in_at,What company do you work for?,LinkedIn\n"
    "g1,Ana Ruiz,Ana,Ruiz,a@example.org,,2026-03-01,approved,2026-03-04T18:00:00Z,"
    "Acme,https://www.linkedin.com/in/ana\n"
    "g2,Bo Lim,Bo,Lim,b@example.org,,2026-03-01,approved,2026-03-04T18:05:00Z,,\n"
    "g3,Cy Orr,Cy,Orr,c@example.org,,2026-03-01,approved,,,\n"
    "g4,Di Ek,Di,Ek,d@example.org,,2026-03-01,declined,,,\n"
)
EVENTBRITE = (
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,"
    "Attendee Status,Event Name\n"
    "1,2026-01-01,Ana,Ruiz,a@example.org,1,Free,Checked In,Data night\n"
    "2,2026-01-01,Bo,Lim,b@example.org,1,Free,Refunded,Data night\n"
)
MEETUP = (
    "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tURL of Member Profile\n"
    "Ana Ruiz\tuser 1\t\tNo\tYes\t0\tMarch 1\thttps://www.meetup.com/members/1\n"
    "Bo Lim\tuser 2\t\tNo\tNo\t0\tMarch 1\thttps://www.meetup.com/members/2\n"
)


def _wrapped(kind: str, *values: object) -> dict[str, object]:
    return {"count": len(values), "type": kind, "values": values}


MONICA = json.dumps(
    {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "account": {
            "data": [
                _wrapped(
                    "contact",
                    {
                        "uuid": "c-1",
                        "properties": {
                            "first_name": "Oda",
                            "last_name": "Lunde",
                            "nickname": "Odi",
                            "tags": ["ski"],
                            "stay_in_touch_frequency": 30,
                            "birthdate": {
                                "is_year_unknown": True,
                                "is_age_based": False,
                                "date": "2020-02-14T00:00:00Z",
                            },
                            "first_met_date": {"date": "2019-12-01T00:00:00Z"},
                            "first_met_through": "c-2",
                        },
                        "data": [
                            _wrapped(
                                "contact_field",
                                {"properties": {"data": "o@example.org", "type": "t"}},
                            ),
                            _wrapped(
                                "call",
                                {
                                    "uuid": "k-1",
                                    "properties": {
                                        "called_at": "2025-05-04T18:00:00Z",
                                        "content": "long talk",
                                    },
                                },
                            ),
                            _wrapped("activity", "a-1"),
                            _wrapped("debt", {"uuid": "d"}, {"uuid": "e"}),
                            _wrapped("address", {"properties": {"city": "Bergen"}}),
                        ],
                    },
                    {
                        "uuid": "c-2",
                        "properties": {
                            "first_name": "Per",
                            "last_name": "Moe",
                            "birthdate": {
                                "is_age_based": True,
                                "date": "1970-01-01T00:00:00Z",
                            },
                        },
                        "data": [_wrapped("activity", "a-1")],
                    },
                    {
                        "uuid": "c-3",
                        "properties": {"first_name": "Baby", "is_partial": True},
                    },
                ),
                _wrapped(
                    "relationship",
                    {
                        "properties": {
                            "type": "child",
                            "contact_is": "c-3",
                            "of_contact": "c-1",
                        }
                    },
                ),
                _wrapped(
                    "activity",
                    {
                        "uuid": "a-1",
                        "properties": {
                            "summary": "Ski trip",
                            "description": "cold",
                            "happened_at": "2024-02-10",
                        },
                    },
                ),
            ],
            "instance": {
                "contact_field_types": [{"uuid": "t", "properties": {"type": "email"}}]
            },
        },
    }
)
FRIENDS = (
    "### Activities:\n- 2018-01-04: Got lunch with **Grace Hopper** and **Marie Curie**"
    " in _Paris_. @food\n- 2018-02-30: never\n- 2018-03-01: Read a book.\n\n"
    "### Notes:\n- 2018-06-15: **Grace Hopper** has a building: her own. @navy\n\n"
    "### Friends:\n- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] "
    "@navy @science\n- Marie Curie\n\n### Locations:\n- Paris\n"
)
JRNL = (
    "[2026-03-04 14:05] Lunch with @Ana. Her father is ill.\nIt rained.\n"
    "[x] is no date\n\n[2026-03-05 09:00] Work, nobody there.\n"
)
JRNL_JSON = json.dumps(
    {
        "tags": {"@ana": 1},
        "entries": [
            {
                "title": "Coffee with @Ana.",
                "body": "at the bay",
                "date": "2026-03-06",
                "time": "09:30",
                "tags": ["@ana"],
                "starred": False,
            }
        ],
    }
)

FILES = {
    "Connections.csv": CONNECTIONS,
    "messages.csv": MESSAGES,
    "Invitations.csv": INVITATIONS,
    "Notes.csv": NOTES,
    "Events.csv": EVENTS,
    "people.csv": TABLE,
    "people.vcf": CARDS,
    "work.ics": CALENDAR,
    "WhatsApp Chat mit Nia Fox.txt": WHATSAPP,
    "result.json": TELEGRAM,
    "your_friends.json": FACEBOOK,
    "luma.csv": LUMA,
    "meetup.xls": MEETUP,
    "monica.json": MONICA,
    "friends.md": FRIENDS,
    "jrnl.txt": JRNL,
    "jrnl.json": JRNL_JSON,
}
"""By the name under which it is found."""
