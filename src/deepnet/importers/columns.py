"""What the columns of a table of people are called, by program and by language.

English, German, French, Spanish, Dutch, Italian and Portuguese headers are known as far
as Google, Outlook, Thunderbird and personal CRMs write them; of any other the user
says what it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from deepnet.errors.files import NoSuchColumn, UnknownField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIELDS = (
    *("name", "first", "middle", "last", "alias", "email", "phone", "profile"),
    *("company", "position", "birthday", "home", "office", "tag", "note"),
)
"""What a column can be said to be, with ``--map "Vorname=first"``."""

NAMING = frozenset({"name", "first", "last"})
"""One of these a table of people has."""

_HEADERS = {
    "name": "name|full ?name|display name|anzeigename|nom complet|nombre completo"
    "|volledige naam|nome completo|weergavenaam",
    "first": "first name|given name|first|firstname|given|vorname|prénom|prenom|nombre"
    "|voornaam|nome|nome próprio|primeiro nome",
    "middle": "middle name|additional name|middle|weitere vornamen|zweiter vorname"
    "|deuxième prénom|segundo nombre|middelste naam|secondo nome|segundo nome",
    "last": "last name|family name|surname|last|lastname|family|nachname|familienname"
    "|nom|nom de famille|apellidos|apellido|achternaam|cognome|sobrenome|apelido",
    "spoken first": "phonetic first name|given name yomi|given yomi",
    "spoken last": "phonetic last name|family name yomi|surname yomi",
    "alias": "alias|aliases|nickname|nicknames|spitzname|surnom|apodo|bijnaam"
    "|soprannome|apelido informal",
    "email": r"e-?mails?|email address(?:es)?|e-?mail(?: \d)? address"
    r"|e-?mail \d+ - value|primary email|secondary email|e-mail-adresse"
    r"|e-mail \d: adresse"
    r"|adresse (?:de messagerie|e-mail)(?: \d)?"
    r"|dirección de correo(?: electrónico)?(?: \d)?|correo(?: electrónico)?"
    r"|e-mailadres(?: \d)?|indirizzo (?:di )?posta elettronica(?: \d)?"
    r"|indirizzo e-?mail|endereço de (?:e-?mail|correio eletrônico)(?: \d)?",
    "phone": r"phones?|phone ?numbers?|phone \d+ - value|mobile|mobile number|cell"
    r"|(?:primary|home|business|work|mobile|car|other) phone(?: \d)?"
    r"|telefon(?: \(?(?:privat|geschäftlich)\)?)?(?: \d)?|mobiltelefon"
    r"|téléphone(?: (?:domicile|mobile|\(bureau\)|bureau))?(?: \d)?|tél\. mobile"
    r"|teléfono(?: (?:móvil|particular|del trabajo))?(?: \d)?|móvil"
    r"|telefoon(?: op werk| thuis)?(?: \d)?|mobiele telefoon"
    r"|telefono(?: cellulare| abitazione| \(ufficio\))?(?: \d)?|cellulare"
    r"|telefone(?: celular| residencial| comercial)?(?: \d)?|celular|telemóvel",
    "profile": r"urls?|website|website \d+ - value|profile|profile url|linkedin"
    r"|linkedin url|linkedin profile|web page(?: \d)?|personal web page|webseite"
    r"|page web|página web|webpagina|pagina web",
    "company": "company|companies|organi[sz]ation|organization name"
    "|organization 1 - name|firma|société|entreprise|empresa|compañía|organización"
    "|bedrijf|società|azienda|empresa/organização|employer",
    "department": "department|organization department|organization 1 - department"
    "|abteilung|service|departamento|afdeling|reparto",
    "position": "position|job title|title|role|organization title|occupation"
    "|organization 1 - title|titre|fonction|cargo|puesto|functie|posizione"
    "|qualifica|headline",
    "birthday": "birthday|born|date of birth|birth date|geburtstag|anniversaire"
    "|date de naissance|cumpleaños|verjaardag|compleanno|aniversário",
    "home": r"city|location|home city|town|address \d+ - city|ort(?: privat)?|ville"
    r"|ciudad|woonplaats|plaats|città|cidade",
    "office": "business city|work city|ort geschäftlich|ville \\(bureau\\)"
    "|ciudad del trabajo|plaats \\(werk\\)|città \\(uff.\\)",
    "tag": "tags?|groups?|labels?|group membership|categories|kategorien|catégories"
    "|categorías|categorieën|categorie|categorias",
    "note": "notes?|description|notizen|notas|notities|commenti|remarques|comments?",
}
_PAIRED = re.compile(
    r"(event|relation|custom field) (\d+) - (type|label|value)", re.IGNORECASE
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {field: re.compile(headers) for field, headers in _HEADERS.items()}


def folded(column: str) -> str:
    """A header without what varies in its writing."""
    return " ".join(column.replace("\ufeff", "").strip().strip('"').lower().split())


def field_of(column: str) -> str | None:
    """What a column holds, by its folded header; None for one that is not known."""
    for field, pattern in _patterns().items():
        if pattern.fullmatch(column):
            return field
    return None


def mapped(columns: Iterable[str], said: Mapping[str, str]) -> dict[str, list[str]]:
    """The folded columns of each field, in order; ``said`` is what the user says.

    "Title" is somebody's Mr or Dr where the job has a column of its own.
    """
    fields: dict[str, list[str]] = {}
    listed = list(columns)
    has_job = "job title" in listed
    for column in listed:
        if column == "title" and has_job and column not in said:
            continue
        field = said.get(column) or field_of(column)
        if field:
            fields.setdefault(field, []).append(column)
    return fields


def pairs(columns: Iterable[str]) -> list[tuple[str, str, str]]:
    """Google's numbered pairs: what kind, the column of the label, of the value."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for column in columns:
        match = _PAIRED.fullmatch(column)
        if match:
            kind, number, which = match[1], match[2], match[3]
            which = "value" if which == "value" else "label"
            found.setdefault((kind, number), {})[which] = column
    return [
        (kind, each.get("label", ""), each["value"])
        for (kind, _), each in found.items()
        if "value" in each
    ]


def read_mapping(said: Iterable[str]) -> dict[str, str]:
    """Read "Vorname=first" into folded columns and fields.

    Raises:
        UsageError: it is not of that form, or there is no such field.
    """
    mapping = {}
    for each in said:
        column, sign, field = each.rpartition("=")
        field = field.strip().lower()
        if not sign or not column.strip() or field not in FIELDS:
            raise UnknownField(each, FIELDS)
        mapping[folded(column)] = field
    return mapping


def check(columns: Iterable[str], mapping: Mapping[str, str]) -> None:
    """Refuse a mapping of a column that is not there."""
    listed = tuple(columns)
    there = set(map(folded, listed))
    for column in mapping:
        if column not in there:
            raise NoSuchColumn(column, listed)
