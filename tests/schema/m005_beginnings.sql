CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations VALUES (1, 'deepnet', 'm001_journal', '2026-11-30 04:40:06.788902+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'deepnet', 'm002_between_lunches', '2026-11-30 04:40:06.790309+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'deepnet', 'm003_imported_conversations', '2026-11-30 04:40:06.791410+00:00');
INSERT INTO _sqlite_migrations VALUES (4, 'deepnet', 'm004_views', '2026-11-30 04:40:06.793137+00:00');
INSERT INTO _sqlite_migrations VALUES (5, 'deepnet', 'm005_beginnings', '2026-11-30 04:40:06.814859+00:00');
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  company TEXT,
  position TEXT,
  birthday TEXT CHECK (birthday GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' OR birthday GLOB '--[01][0-9]-[0-3][0-9]'),
  office TEXT,
  home TEXT,
  let_go_on TEXT CHECK (let_go_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  let_go_because TEXT,
  snoozed_until TEXT CHECK (snoozed_until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  added_on TEXT NOT NULL CHECK (added_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
INSERT INTO people VALUES (1, '54afc1312aaf62ec2e8c0c2afb96822d', 'Ana Núñez', 'Acme', NULL, '1996-02-29', 'Harbour Quay', NULL, NULL, NULL, NULL, '2026-11-25');
INSERT INTO people VALUES (2, '685a8fd6dc83fece31765d09609c6d06', 'Ben', NULL, NULL, NULL, NULL, NULL, '2026-11-25', 'ok', NULL, '2026-11-25');
INSERT INTO people VALUES (3, '9e3bd9fba5faeb6959e3898a3dbeb887', '山田太郎', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25');
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  alias TEXT NOT NULL CHECK (length(trim(alias)) > 0),
  UNIQUE (person_id, alias)
) STRICT;
INSERT INTO aliases VALUES (1, 1, 'Annie');
CREATE TABLE identifiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'profile')),
  value TEXT NOT NULL,
  key TEXT NOT NULL,
  UNIQUE (person_id, kind, value)
) STRICT;
INSERT INTO identifiers VALUES (1, 1, 'email', 'ana@example.org', 'ana@example.org');
CREATE TABLE ties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  source TEXT NOT NULL,
  connected_on TEXT NOT NULL CHECK (connected_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  UNIQUE (person_id, source)
) STRICT;
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  company TEXT,
  position TEXT,
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  precision TEXT NOT NULL DEFAULT 'day'
    CHECK (precision IN ('day', 'week', 'month', 'year')),
  clock TEXT,
  setting TEXT CHECK (setting IN ('event', 'lunch', 'coffee', 'dinner', 'drinks',
    'walk', 'visit', 'trip', 'work', 'call', 'video', 'message')),
  depth INTEGER CHECK (depth BETWEEN 0 AND 4),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 100000),
  place TEXT,
  text TEXT NOT NULL DEFAULT '',
  others INTEGER CHECK (others BETWEEN 0 AND 1000000),
  they_asked INTEGER NOT NULL DEFAULT 0 CHECK (they_asked IN (0, 1))
) STRICT;
INSERT INTO conversations VALUES (1, '64baf2a44af1108a6b60e1282e64432c', '2026-11-03', 'day', NULL, 'event', NULL, NULL, NULL, '3 nov: conference with Ana and 40 others', 40, 0);
INSERT INTO conversations VALUES (2, 'e208dedb1ca61633728c2dbd731479ae', '2026-11-24', 'day', NULL, 'lunch', NULL, 90, NULL, 'yesterday: lunch with Ana and Ben, her boat #joys', NULL, 0);
INSERT INTO conversations VALUES (3, 'a46f1f95fb19341f6d87f380c7d4ae46', '2026-11-25', 'day', NULL, 'walk', 3, NULL, 'harbour', 'walk with 山田太郎 @harbour #personal', NULL, 1);
CREATE TABLE participants (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  UNIQUE (conversation_id, person_id)
) STRICT;
INSERT INTO participants VALUES (1, 1, 1);
INSERT INTO participants VALUES (2, 2, 1);
INSERT INTO participants VALUES (3, 2, 2);
INSERT INTO participants VALUES (4, 3, 3);
CREATE TABLE facts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  facet TEXT CHECK (facet IN ('family', 'roots', 'home', 'health', 'joys', 'hopes',
    'struggles', 'values', 'people', 'work', 'craft', 'plans')),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  conversation_id INTEGER REFERENCES conversations(id)
) STRICT;
INSERT INTO facts VALUES (1, '914d04e55f738893171e82cd6ec09bc4', 2, 'family', 'twins', '2026-11-25', NULL);
CREATE TABLE promises (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  mine INTEGER NOT NULL DEFAULT 1 CHECK (mine IN (0, 1)),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  kept_on TEXT CHECK (kept_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  conversation_id INTEGER REFERENCES conversations(id)
) STRICT;
INSERT INTO promises VALUES (1, '68c41baf0e5e3e9951b8a6dbf8312914', 3, 'send the map', 1, '2026-11-27', '2026-11-25', NULL, 3);
INSERT INTO promises VALUES (2, '1ed85b2d4b73f3f971e247dcc94e0d54', 2, 'say thank you', 1, '2026-11-25', '2026-11-25', NULL, NULL);
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  asked_on TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  by_them INTEGER NOT NULL DEFAULT 0 CHECK (by_them IN (0, 1)),
  setting TEXT,
  planned_for TEXT CHECK (planned_for GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  answer TEXT CHECK (answer IN ('yes', 'later', 'no', 'silence')),
  answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
INSERT INTO invitations VALUES (1, 'db7aa4abdef74a41af659f5ab514bc7d', 1, '2026-11-25', 0, NULL, NULL, NULL, NULL);
CREATE TABLE records (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  raw TEXT NOT NULL CHECK (json_valid(raw)),
  imported_on TEXT NOT NULL CHECK (imported_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  UNIQUE (source, key)
) STRICT;
CREATE TABLE config (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
INSERT INTO config VALUES (1, 'office', 'Harbour Quay');
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '',
  undoes INTEGER REFERENCES changes(id)
) STRICT;
INSERT INTO changes VALUES (1, '2026-11-25T12:00:00Z', 'add', 'Added Ana Núñez', NULL);
INSERT INTO changes VALUES (2, '2026-11-25T12:00:00Z', 'log', 'Logged event with Ana Núñez on Tue 3 Nov 2026', NULL);
INSERT INTO changes VALUES (3, '2026-11-25T12:00:00Z', 'log', 'Logged lunch with Ana Núñez, Ben on Tue 24 Nov 2026', NULL);
INSERT INTO changes VALUES (4, '2026-11-25T12:00:00Z', 'log', 'Logged walk with 山田太郎 on Wed 25 Nov 2026', NULL);
INSERT INTO changes VALUES (5, '2026-11-25T12:00:00Z', 'log', 'Logged coffee with Zed on Wed 25 Nov 2026', NULL);
INSERT INTO changes VALUES (6, '2026-11-25T12:00:00Z', 'undo', 'Took back: Logged coffee with Zed on Wed 25 Nov 2026', 5);
INSERT INTO changes VALUES (7, '2026-11-25T12:00:00Z', 'learn', 'Learnt of Ben: family: twins', NULL);
INSERT INTO changes VALUES (8, '2026-11-25T12:00:00Z', 'let-go', 'Let go of Ben', NULL);
INSERT INTO changes VALUES (9, '2026-11-25T12:00:00Z', 'ask', 'Asked Ana Núñez on Wed 25 Nov 2026', NULL);
INSERT INTO changes VALUES (10, '2026-11-25T12:00:00Z', 'config', 'Set office to Harbour Quay', NULL);
CREATE TABLE change_rows (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES changes(id),
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
INSERT INTO change_rows VALUES (1, 1, 'people', 1, NULL, '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (2, 1, 'people', 1, '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":"Acme","position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (3, 1, 'people', 1, '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":"Acme","position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":"Acme","position":null,"birthday":null,"office":"Harbour Quay","home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (4, 1, 'people', 1, '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":"Acme","position":null,"birthday":null,"office":"Harbour Quay","home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', '{"id":1,"uid":"54afc1312aaf62ec2e8c0c2afb96822d","name":"Ana Núñez","company":"Acme","position":null,"birthday":"1996-02-29","office":"Harbour Quay","home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (5, 1, 'aliases', 1, NULL, '{"id":1,"person_id":1,"alias":"Annie"}');
INSERT INTO change_rows VALUES (6, 1, 'identifiers', 1, NULL, '{"id":1,"person_id":1,"kind":"email","value":"ana@example.org","key":"ana@example.org"}');
INSERT INTO change_rows VALUES (7, 2, 'conversations', 1, NULL, '{"id":1,"uid":"64baf2a44af1108a6b60e1282e64432c","day":"2026-11-03","precision":"day","clock":null,"setting":"event","depth":null,"minutes":null,"place":null,"text":"3 nov: conference with Ana and 40 others","others":40,"they_asked":0}');
INSERT INTO change_rows VALUES (8, 2, 'participants', 1, NULL, '{"id":1,"conversation_id":1,"person_id":1}');
INSERT INTO change_rows VALUES (9, 3, 'people', 2, NULL, '{"id":2,"uid":"685a8fd6dc83fece31765d09609c6d06","name":"Ben","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (10, 3, 'conversations', 2, NULL, '{"id":2,"uid":"e208dedb1ca61633728c2dbd731479ae","day":"2026-11-24","precision":"day","clock":null,"setting":"lunch","depth":null,"minutes":90,"place":null,"text":"yesterday: lunch with Ana and Ben, her boat #joys","others":null,"they_asked":0}');
INSERT INTO change_rows VALUES (11, 3, 'participants', 2, NULL, '{"id":2,"conversation_id":2,"person_id":1}');
INSERT INTO change_rows VALUES (12, 3, 'participants', 3, NULL, '{"id":3,"conversation_id":2,"person_id":2}');
INSERT INTO change_rows VALUES (13, 4, 'people', 3, NULL, '{"id":3,"uid":"9e3bd9fba5faeb6959e3898a3dbeb887","name":"山田太郎","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (14, 4, 'conversations', 3, NULL, '{"id":3,"uid":"a46f1f95fb19341f6d87f380c7d4ae46","day":"2026-11-25","precision":"day","clock":null,"setting":"walk","depth":3,"minutes":null,"place":"harbour","text":"walk with 山田太郎 @harbour #personal","others":null,"they_asked":1}');
INSERT INTO change_rows VALUES (15, 4, 'participants', 4, NULL, '{"id":4,"conversation_id":3,"person_id":3}');
INSERT INTO change_rows VALUES (16, 4, 'promises', 1, NULL, '{"id":1,"uid":"68c41baf0e5e3e9951b8a6dbf8312914","person_id":3,"text":"send the map","mine":1,"due":"2026-11-27","made_on":"2026-11-25","kept_on":null,"conversation_id":3}');
INSERT INTO change_rows VALUES (17, 5, 'people', 4, NULL, '{"id":4,"uid":"4d47461c849b24adb83ed06f5c171382","name":"Zed","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (18, 5, 'conversations', 4, NULL, '{"id":4,"uid":"afb69f37c3e0b26ccb5896a93c9ed560","day":"2026-11-25","precision":"day","clock":null,"setting":"coffee","depth":null,"minutes":null,"place":null,"text":"coffee with Zed","others":null,"they_asked":0}');
INSERT INTO change_rows VALUES (19, 5, 'participants', 5, NULL, '{"id":5,"conversation_id":4,"person_id":4}');
INSERT INTO change_rows VALUES (20, 6, 'participants', 5, '{"id":5,"conversation_id":4,"person_id":4}', NULL);
INSERT INTO change_rows VALUES (21, 6, 'conversations', 4, '{"id":4,"uid":"afb69f37c3e0b26ccb5896a93c9ed560","day":"2026-11-25","precision":"day","clock":null,"setting":"coffee","depth":null,"minutes":null,"place":null,"text":"coffee with Zed","others":null,"they_asked":0}', NULL);
INSERT INTO change_rows VALUES (22, 6, 'people', 4, '{"id":4,"uid":"4d47461c849b24adb83ed06f5c171382","name":"Zed","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', NULL);
INSERT INTO change_rows VALUES (23, 7, 'facts', 1, NULL, '{"id":1,"uid":"914d04e55f738893171e82cd6ec09bc4","person_id":2,"facet":"family","text":"twins","day":"2026-11-25","conversation_id":null}');
INSERT INTO change_rows VALUES (24, 8, 'people', 2, '{"id":2,"uid":"685a8fd6dc83fece31765d09609c6d06","name":"Ben","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":null,"let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', '{"id":2,"uid":"685a8fd6dc83fece31765d09609c6d06","name":"Ben","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":"2026-11-25","let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (25, 8, 'people', 2, '{"id":2,"uid":"685a8fd6dc83fece31765d09609c6d06","name":"Ben","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":"2026-11-25","let_go_because":null,"snoozed_until":null,"added_on":"2026-11-25"}', '{"id":2,"uid":"685a8fd6dc83fece31765d09609c6d06","name":"Ben","company":null,"position":null,"birthday":null,"office":null,"home":null,"let_go_on":"2026-11-25","let_go_because":"ok","snoozed_until":null,"added_on":"2026-11-25"}');
INSERT INTO change_rows VALUES (26, 8, 'promises', 2, NULL, '{"id":2,"uid":"1ed85b2d4b73f3f971e247dcc94e0d54","person_id":2,"text":"say thank you","mine":1,"due":"2026-11-25","made_on":"2026-11-25","kept_on":null,"conversation_id":null}');
INSERT INTO change_rows VALUES (27, 9, 'invitations', 1, NULL, '{"id":1,"uid":"db7aa4abdef74a41af659f5ab514bc7d","person_id":1,"asked_on":"2026-11-25","by_them":0,"setting":null,"planned_for":null,"answer":null,"answered_on":null}');
INSERT INTO change_rows VALUES (28, 10, 'config', 1, NULL, '{"id":1,"key":"office","value":"Harbour Quay"}');
CREATE TABLE standings (
  person_id INTEGER PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
  score REAL NOT NULL,
  tier TEXT NOT NULL,
  parts TEXT NOT NULL,
  missing TEXT NOT NULL,
  gain REAL NOT NULL,
  conversations INTEGER NOT NULL,
  events INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  last_conversation INTEGER,
  deepest INTEGER,
  facets TEXT NOT NULL
, began_on TEXT, asked INTEGER NOT NULL DEFAULT 0, declined INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO standings VALUES (1, 7.2, 'acquainted', '[["time", 5.4, 30.0, "1.5 hours outside events on 1 day; once at events."], ["depth", 1.8, 25.0, "Shop talk or deeper on 1 day (depth not said for 1: taken as shop talk)."], ["sides", 0.0, 20.0, "No side of who they are is known yet."], ["months", 0.0, 15.0, "It began on Tue 24 Nov 2026; nothing three weeks apart yet."], ["both ways", 0.0, 10.0, "No day yet was their idea."]]', '["A second day together outside events.", "Talk beyond shop, or one side of who they are.", "16.8 points more."]', 12.2, 2, 1, '2026-11-03', '2026-11-24', 2, NULL, '[]', NULL, 1, 0);
INSERT INTO standings VALUES (2, 11.3, 'acquainted', '[["time", 5.4, 30.0, "1.5 hours outside events on 1 day."], ["depth", 1.8, 25.0, "Shop talk or deeper on 1 day (depth not said for 1: taken as shop talk)."], ["sides", 4.1, 20.0, "1 side of who they are (family)."], ["months", 0.0, 15.0, "It began on Tue 24 Nov 2026; nothing three weeks apart yet."], ["both ways", 0.0, 10.0, "No day yet was their idea."]]', '["A second day together outside events.", "12.7 points more."]', 11.4, 1, 0, '2026-11-24', '2026-11-24', 2, NULL, '["family"]', NULL, 0, 0);
INSERT INTO standings VALUES (3, 10.4, 'acquainted', '[["time", 4.2, 30.0, "1 hour outside events on 1 day (length not said for 1)."], ["depth", 6.2, 25.0, "Personal talk or deeper on 1 day."], ["sides", 0.0, 20.0, "No side of who they are is known yet."], ["months", 0.0, 15.0, "It began on Wed 25 Nov 2026; nothing three weeks apart yet."], ["both ways", 0.0, 10.0, "On 1 day it was their idea."]]', '["A second day together outside events.", "13.6 points more."]', 13.1, 1, 0, '2026-11-25', '2026-11-25', 3, 3, '[]', '2026-11-25', 0, 0);
CREATE TABLE crossings (
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  tier TEXT NOT NULL,
  day TEXT NOT NULL,
  conversation_id INTEGER,
  PRIMARY KEY (person_id, tier)
) STRICT, WITHOUT ROWID;
INSERT INTO crossings VALUES (1, 'acquainted', '2026-11-24', 2);
INSERT INTO crossings VALUES (1, 'event', '2026-11-03', 1);
INSERT INTO crossings VALUES (2, 'acquainted', '2026-11-24', 2);
INSERT INTO crossings VALUES (2, 'event', '2026-11-24', 2);
INSERT INTO crossings VALUES (3, 'acquainted', '2026-11-25', 3);
INSERT INTO crossings VALUES (3, 'event', '2026-11-25', 3);
CREATE TABLE stale (person_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE shown (
  week TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, week)
) STRICT, WITHOUT ROWID;
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  PRIMARY KEY (key, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO name_keys VALUES ('ana', 1);
INSERT INTO name_keys VALUES ('annie', 1);
INSERT INTO name_keys VALUES ('nunez', 1);
INSERT INTO name_keys VALUES ('ben', 2);
INSERT INTO name_keys VALUES ('山田', 3);
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61");
INSERT INTO search (rowid, text) VALUES (8, 'ana nunez acme harbour quay');
INSERT INTO search (rowid, text) VALUES (9, 'annie');
INSERT INTO search (rowid, text) VALUES (10, 'ana example org');
INSERT INTO search (rowid, text) VALUES (11, '3 nov conference with ana and 40 others');
INSERT INTO search (rowid, text) VALUES (12, 'twins');
INSERT INTO search (rowid, text) VALUES (13, 'send the map');
INSERT INTO search (rowid, text) VALUES (16, 'ben');
INSERT INTO search (rowid, text) VALUES (19, 'yesterday lunch with ana and ben her boat joys');
INSERT INTO search (rowid, text) VALUES (21, 'say thank you');
INSERT INTO search (rowid, text) VALUES (24, '山 田 太 郎');
INSERT INTO search (rowid, text) VALUES (27, 'walk with 山 田 太 郎 harbour personal harbour');
CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people(id),
  tier TEXT CHECK (tier IN ('name', 'event', 'acquainted', 'known')),
  claimed_on TEXT NOT NULL CHECK (claimed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  tag TEXT NOT NULL CHECK (length(tag) > 0),
  UNIQUE (person_id, tag)
) STRICT;
CREATE TABLE distinct_people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  other_id INTEGER NOT NULL REFERENCES people(id) CHECK (other_id > person_id),
  UNIQUE (person_id, other_id)
) STRICT;
CREATE TABLE questions_shown (
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  week TEXT NOT NULL,
  PRIMARY KEY (person_id, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE imported_conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  conversation_id INTEGER REFERENCES conversations(id) ON DELETE SET NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (source, key)
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('changes', 10);
INSERT INTO sqlite_sequence VALUES ('people', 4);
INSERT INTO sqlite_sequence VALUES ('aliases', 1);
INSERT INTO sqlite_sequence VALUES ('identifiers', 1);
INSERT INTO sqlite_sequence VALUES ('conversations', 4);
INSERT INTO sqlite_sequence VALUES ('participants', 5);
INSERT INTO sqlite_sequence VALUES ('promises', 2);
INSERT INTO sqlite_sequence VALUES ('facts', 1);
INSERT INTO sqlite_sequence VALUES ('invitations', 1);
INSERT INTO sqlite_sequence VALUES ('config', 1);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX identifiers_key ON identifiers (kind, key);
CREATE INDEX jobs_person ON jobs (person_id);
CREATE INDEX conversations_day ON conversations (day);
CREATE INDEX participants_person ON participants (person_id, conversation_id);
CREATE INDEX facts_person ON facts (person_id);
CREATE INDEX facts_conversation ON facts (conversation_id);
CREATE INDEX facts_day ON facts (day);
CREATE INDEX promises_person ON promises (person_id);
CREATE INDEX promises_conversation ON promises (conversation_id);
CREATE INDEX promises_open ON promises (due) WHERE kept_on IS NULL;
CREATE INDEX invitations_person ON invitations (person_id);
CREATE INDEX records_person ON records (person_id);
CREATE INDEX change_rows_change ON change_rows (change_id);
CREATE INDEX standings_tier ON standings (tier, gain);
CREATE INDEX crossings_day ON crossings (day, tier);
CREATE INDEX name_keys_person ON name_keys (person_id);
CREATE TRIGGER people_inserted AFTER INSERT ON people BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'people', NEW.id, NULL, json_object('id', NEW.id, 'uid', NEW.uid, 'name', NEW.name, 'company', NEW.company, 'position', NEW.position, 'birthday', NEW.birthday, 'office', NEW.office, 'home', NEW.home, 'let_go_on', NEW.let_go_on, 'let_go_because', NEW.let_go_because, 'snoozed_until', NEW.snoozed_until, 'added_on', NEW.added_on) FROM changes; END;
CREATE TRIGGER people_updated AFTER UPDATE ON people WHEN json_object('id', OLD.id, 'uid', OLD.uid, 'name', OLD.name, 'company', OLD.company, 'position', OLD.position, 'birthday', OLD.birthday, 'office', OLD.office, 'home', OLD.home, 'let_go_on', OLD.let_go_on, 'let_go_because', OLD.let_go_because, 'snoozed_until', OLD.snoozed_until, 'added_on', OLD.added_on) IS NOT json_object('id', NEW.id, 'uid', NEW.uid, 'name', NEW.name, 'company', NEW.company, 'position', NEW.position, 'birthday', NEW.birthday, 'office', NEW.office, 'home', NEW.home, 'let_go_on', NEW.let_go_on, 'let_go_because', NEW.let_go_because, 'snoozed_until', NEW.snoozed_until, 'added_on', NEW.added_on) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'people', NEW.id, json_object('id', OLD.id, 'uid', OLD.uid, 'name', OLD.name, 'company', OLD.company, 'position', OLD.position, 'birthday', OLD.birthday, 'office', OLD.office, 'home', OLD.home, 'let_go_on', OLD.let_go_on, 'let_go_because', OLD.let_go_because, 'snoozed_until', OLD.snoozed_until, 'added_on', OLD.added_on), json_object('id', NEW.id, 'uid', NEW.uid, 'name', NEW.name, 'company', NEW.company, 'position', NEW.position, 'birthday', NEW.birthday, 'office', NEW.office, 'home', NEW.home, 'let_go_on', NEW.let_go_on, 'let_go_because', NEW.let_go_because, 'snoozed_until', NEW.snoozed_until, 'added_on', NEW.added_on) FROM changes; END;
CREATE TRIGGER people_deleted AFTER DELETE ON people BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'people', OLD.id, json_object('id', OLD.id, 'uid', OLD.uid, 'name', OLD.name, 'company', OLD.company, 'position', OLD.position, 'birthday', OLD.birthday, 'office', OLD.office, 'home', OLD.home, 'let_go_on', OLD.let_go_on, 'let_go_because', OLD.let_go_because, 'snoozed_until', OLD.snoozed_until, 'added_on', OLD.added_on), NULL FROM changes; END;
CREATE TRIGGER aliases_inserted AFTER INSERT ON aliases BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'aliases', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'alias', NEW.alias) FROM changes; END;
CREATE TRIGGER aliases_updated AFTER UPDATE ON aliases WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'alias', OLD.alias) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'alias', NEW.alias) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'aliases', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'alias', OLD.alias), json_object('id', NEW.id, 'person_id', NEW.person_id, 'alias', NEW.alias) FROM changes; END;
CREATE TRIGGER aliases_deleted AFTER DELETE ON aliases BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'aliases', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'alias', OLD.alias), NULL FROM changes; END;
CREATE TRIGGER identifiers_inserted AFTER INSERT ON identifiers BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'identifiers', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'kind', NEW.kind, 'value', NEW.value, 'key', NEW.key) FROM changes; END;
CREATE TRIGGER identifiers_updated AFTER UPDATE ON identifiers WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'kind', OLD.kind, 'value', OLD.value, 'key', OLD.key) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'kind', NEW.kind, 'value', NEW.value, 'key', NEW.key) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'identifiers', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'kind', OLD.kind, 'value', OLD.value, 'key', OLD.key), json_object('id', NEW.id, 'person_id', NEW.person_id, 'kind', NEW.kind, 'value', NEW.value, 'key', NEW.key) FROM changes; END;
CREATE TRIGGER identifiers_deleted AFTER DELETE ON identifiers BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'identifiers', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'kind', OLD.kind, 'value', OLD.value, 'key', OLD.key), NULL FROM changes; END;
CREATE TRIGGER ties_inserted AFTER INSERT ON ties BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'ties', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'source', NEW.source, 'connected_on', NEW.connected_on) FROM changes; END;
CREATE TRIGGER ties_updated AFTER UPDATE ON ties WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'source', OLD.source, 'connected_on', OLD.connected_on) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'source', NEW.source, 'connected_on', NEW.connected_on) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'ties', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'source', OLD.source, 'connected_on', OLD.connected_on), json_object('id', NEW.id, 'person_id', NEW.person_id, 'source', NEW.source, 'connected_on', NEW.connected_on) FROM changes; END;
CREATE TRIGGER ties_deleted AFTER DELETE ON ties BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'ties', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'source', OLD.source, 'connected_on', OLD.connected_on), NULL FROM changes; END;
CREATE TRIGGER jobs_inserted AFTER INSERT ON jobs BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'jobs', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'company', NEW.company, 'position', NEW.position, 'until', NEW.until) FROM changes; END;
CREATE TRIGGER jobs_updated AFTER UPDATE ON jobs WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'company', OLD.company, 'position', OLD.position, 'until', OLD.until) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'company', NEW.company, 'position', NEW.position, 'until', NEW.until) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'jobs', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'company', OLD.company, 'position', OLD.position, 'until', OLD.until), json_object('id', NEW.id, 'person_id', NEW.person_id, 'company', NEW.company, 'position', NEW.position, 'until', NEW.until) FROM changes; END;
CREATE TRIGGER jobs_deleted AFTER DELETE ON jobs BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'jobs', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'company', OLD.company, 'position', OLD.position, 'until', OLD.until), NULL FROM changes; END;
CREATE TRIGGER conversations_inserted AFTER INSERT ON conversations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'conversations', NEW.id, NULL, json_object('id', NEW.id, 'uid', NEW.uid, 'day', NEW.day, 'precision', NEW.precision, 'clock', NEW.clock, 'setting', NEW.setting, 'depth', NEW.depth, 'minutes', NEW.minutes, 'place', NEW.place, 'text', NEW.text, 'others', NEW.others, 'they_asked', NEW.they_asked) FROM changes; END;
CREATE TRIGGER conversations_updated AFTER UPDATE ON conversations WHEN json_object('id', OLD.id, 'uid', OLD.uid, 'day', OLD.day, 'precision', OLD.precision, 'clock', OLD.clock, 'setting', OLD.setting, 'depth', OLD.depth, 'minutes', OLD.minutes, 'place', OLD.place, 'text', OLD.text, 'others', OLD.others, 'they_asked', OLD.they_asked) IS NOT json_object('id', NEW.id, 'uid', NEW.uid, 'day', NEW.day, 'precision', NEW.precision, 'clock', NEW.clock, 'setting', NEW.setting, 'depth', NEW.depth, 'minutes', NEW.minutes, 'place', NEW.place, 'text', NEW.text, 'others', NEW.others, 'they_asked', NEW.they_asked) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'conversations', NEW.id, json_object('id', OLD.id, 'uid', OLD.uid, 'day', OLD.day, 'precision', OLD.precision, 'clock', OLD.clock, 'setting', OLD.setting, 'depth', OLD.depth, 'minutes', OLD.minutes, 'place', OLD.place, 'text', OLD.text, 'others', OLD.others, 'they_asked', OLD.they_asked), json_object('id', NEW.id, 'uid', NEW.uid, 'day', NEW.day, 'precision', NEW.precision, 'clock', NEW.clock, 'setting', NEW.setting, 'depth', NEW.depth, 'minutes', NEW.minutes, 'place', NEW.place, 'text', NEW.text, 'others', NEW.others, 'they_asked', NEW.they_asked) FROM changes; END;
CREATE TRIGGER conversations_deleted AFTER DELETE ON conversations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'conversations', OLD.id, json_object('id', OLD.id, 'uid', OLD.uid, 'day', OLD.day, 'precision', OLD.precision, 'clock', OLD.clock, 'setting', OLD.setting, 'depth', OLD.depth, 'minutes', OLD.minutes, 'place', OLD.place, 'text', OLD.text, 'others', OLD.others, 'they_asked', OLD.they_asked), NULL FROM changes; END;
CREATE TRIGGER participants_inserted AFTER INSERT ON participants BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'participants', NEW.id, NULL, json_object('id', NEW.id, 'conversation_id', NEW.conversation_id, 'person_id', NEW.person_id) FROM changes; END;
CREATE TRIGGER participants_updated AFTER UPDATE ON participants WHEN json_object('id', OLD.id, 'conversation_id', OLD.conversation_id, 'person_id', OLD.person_id) IS NOT json_object('id', NEW.id, 'conversation_id', NEW.conversation_id, 'person_id', NEW.person_id) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'participants', NEW.id, json_object('id', OLD.id, 'conversation_id', OLD.conversation_id, 'person_id', OLD.person_id), json_object('id', NEW.id, 'conversation_id', NEW.conversation_id, 'person_id', NEW.person_id) FROM changes; END;
CREATE TRIGGER participants_deleted AFTER DELETE ON participants BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'participants', OLD.id, json_object('id', OLD.id, 'conversation_id', OLD.conversation_id, 'person_id', OLD.person_id), NULL FROM changes; END;
CREATE TRIGGER facts_inserted AFTER INSERT ON facts BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'facts', NEW.id, NULL, json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'facet', NEW.facet, 'text', NEW.text, 'day', NEW.day, 'conversation_id', NEW.conversation_id) FROM changes; END;
CREATE TRIGGER facts_updated AFTER UPDATE ON facts WHEN json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'facet', OLD.facet, 'text', OLD.text, 'day', OLD.day, 'conversation_id', OLD.conversation_id) IS NOT json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'facet', NEW.facet, 'text', NEW.text, 'day', NEW.day, 'conversation_id', NEW.conversation_id) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'facts', NEW.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'facet', OLD.facet, 'text', OLD.text, 'day', OLD.day, 'conversation_id', OLD.conversation_id), json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'facet', NEW.facet, 'text', NEW.text, 'day', NEW.day, 'conversation_id', NEW.conversation_id) FROM changes; END;
CREATE TRIGGER facts_deleted AFTER DELETE ON facts BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'facts', OLD.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'facet', OLD.facet, 'text', OLD.text, 'day', OLD.day, 'conversation_id', OLD.conversation_id), NULL FROM changes; END;
CREATE TRIGGER promises_inserted AFTER INSERT ON promises BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'promises', NEW.id, NULL, json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'text', NEW.text, 'mine', NEW.mine, 'due', NEW.due, 'made_on', NEW.made_on, 'kept_on', NEW.kept_on, 'conversation_id', NEW.conversation_id) FROM changes; END;
CREATE TRIGGER promises_updated AFTER UPDATE ON promises WHEN json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'text', OLD.text, 'mine', OLD.mine, 'due', OLD.due, 'made_on', OLD.made_on, 'kept_on', OLD.kept_on, 'conversation_id', OLD.conversation_id) IS NOT json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'text', NEW.text, 'mine', NEW.mine, 'due', NEW.due, 'made_on', NEW.made_on, 'kept_on', NEW.kept_on, 'conversation_id', NEW.conversation_id) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'promises', NEW.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'text', OLD.text, 'mine', OLD.mine, 'due', OLD.due, 'made_on', OLD.made_on, 'kept_on', OLD.kept_on, 'conversation_id', OLD.conversation_id), json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'text', NEW.text, 'mine', NEW.mine, 'due', NEW.due, 'made_on', NEW.made_on, 'kept_on', NEW.kept_on, 'conversation_id', NEW.conversation_id) FROM changes; END;
CREATE TRIGGER promises_deleted AFTER DELETE ON promises BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'promises', OLD.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'text', OLD.text, 'mine', OLD.mine, 'due', OLD.due, 'made_on', OLD.made_on, 'kept_on', OLD.kept_on, 'conversation_id', OLD.conversation_id), NULL FROM changes; END;
CREATE TRIGGER invitations_inserted AFTER INSERT ON invitations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'invitations', NEW.id, NULL, json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'asked_on', NEW.asked_on, 'by_them', NEW.by_them, 'setting', NEW.setting, 'planned_for', NEW.planned_for, 'answer', NEW.answer, 'answered_on', NEW.answered_on) FROM changes; END;
CREATE TRIGGER invitations_updated AFTER UPDATE ON invitations WHEN json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'asked_on', OLD.asked_on, 'by_them', OLD.by_them, 'setting', OLD.setting, 'planned_for', OLD.planned_for, 'answer', OLD.answer, 'answered_on', OLD.answered_on) IS NOT json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'asked_on', NEW.asked_on, 'by_them', NEW.by_them, 'setting', NEW.setting, 'planned_for', NEW.planned_for, 'answer', NEW.answer, 'answered_on', NEW.answered_on) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'invitations', NEW.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'asked_on', OLD.asked_on, 'by_them', OLD.by_them, 'setting', OLD.setting, 'planned_for', OLD.planned_for, 'answer', OLD.answer, 'answered_on', OLD.answered_on), json_object('id', NEW.id, 'uid', NEW.uid, 'person_id', NEW.person_id, 'asked_on', NEW.asked_on, 'by_them', NEW.by_them, 'setting', NEW.setting, 'planned_for', NEW.planned_for, 'answer', NEW.answer, 'answered_on', NEW.answered_on) FROM changes; END;
CREATE TRIGGER invitations_deleted AFTER DELETE ON invitations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'invitations', OLD.id, json_object('id', OLD.id, 'uid', OLD.uid, 'person_id', OLD.person_id, 'asked_on', OLD.asked_on, 'by_them', OLD.by_them, 'setting', OLD.setting, 'planned_for', OLD.planned_for, 'answer', OLD.answer, 'answered_on', OLD.answered_on), NULL FROM changes; END;
CREATE TRIGGER records_inserted AFTER INSERT ON records BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'records', NEW.id, NULL, json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'person_id', NEW.person_id, 'fields', NEW.fields, 'raw', NEW.raw, 'imported_on', NEW.imported_on) FROM changes; END;
CREATE TRIGGER records_updated AFTER UPDATE ON records WHEN json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'person_id', OLD.person_id, 'fields', OLD.fields, 'raw', OLD.raw, 'imported_on', OLD.imported_on) IS NOT json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'person_id', NEW.person_id, 'fields', NEW.fields, 'raw', NEW.raw, 'imported_on', NEW.imported_on) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'records', NEW.id, json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'person_id', OLD.person_id, 'fields', OLD.fields, 'raw', OLD.raw, 'imported_on', OLD.imported_on), json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'person_id', NEW.person_id, 'fields', NEW.fields, 'raw', NEW.raw, 'imported_on', NEW.imported_on) FROM changes; END;
CREATE TRIGGER records_deleted AFTER DELETE ON records BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'records', OLD.id, json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'person_id', OLD.person_id, 'fields', OLD.fields, 'raw', OLD.raw, 'imported_on', OLD.imported_on), NULL FROM changes; END;
CREATE TRIGGER config_inserted AFTER INSERT ON config BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'config', NEW.id, NULL, json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value) FROM changes; END;
CREATE TRIGGER config_updated AFTER UPDATE ON config WHEN json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value) IS NOT json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'config', NEW.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value) FROM changes; END;
CREATE TRIGGER config_deleted AFTER DELETE ON config BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'config', OLD.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), NULL FROM changes; END;
CREATE TRIGGER people_refound AFTER UPDATE OF name, company, position, office, home ON people BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 0; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 0, deepnet_index_text(coalesce(NEW.name, '') || ' ' || coalesce(NEW.company, '') || ' ' || coalesce(NEW.position, '') || ' ' || coalesce(NEW.office, '') || ' ' || coalesce(NEW.home, ''))); END;
CREATE TRIGGER people_lost AFTER DELETE ON people BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 0; END;
CREATE TRIGGER aliases_refound AFTER UPDATE OF alias ON aliases BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 1; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 1, deepnet_index_text(coalesce(NEW.alias, ''))); END;
CREATE TRIGGER aliases_lost AFTER DELETE ON aliases BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 1; END;
CREATE TRIGGER identifiers_refound AFTER UPDATE OF value ON identifiers BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 2; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 2, deepnet_index_text(coalesce(NEW.value, ''))); END;
CREATE TRIGGER identifiers_lost AFTER DELETE ON identifiers BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 2; END;
CREATE TRIGGER conversations_refound AFTER UPDATE OF text, place ON conversations BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 3; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 3, deepnet_index_text(coalesce(NEW.text, '') || ' ' || coalesce(NEW.place, ''))); END;
CREATE TRIGGER conversations_lost AFTER DELETE ON conversations BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 3; END;
CREATE TRIGGER facts_refound AFTER UPDATE OF text ON facts BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 4; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 4, deepnet_index_text(coalesce(NEW.text, ''))); END;
CREATE TRIGGER facts_lost AFTER DELETE ON facts BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 4; END;
CREATE TRIGGER promises_refound AFTER UPDATE OF text ON promises BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 5; INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 5, deepnet_index_text(coalesce(NEW.text, ''))); END;
CREATE TRIGGER promises_lost AFTER DELETE ON promises BEGIN DELETE FROM search WHERE rowid = OLD.id * 8 + 5; END;
CREATE TRIGGER people_stale_insert AFTER INSERT ON people BEGIN INSERT OR IGNORE INTO stale VALUES (NEW.id); END;
CREATE TRIGGER people_stale_update AFTER UPDATE ON people BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.id); INSERT OR IGNORE INTO stale VALUES (NEW.id); END;
CREATE TRIGGER people_stale_delete AFTER DELETE ON people BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.id); END;
CREATE TRIGGER participants_stale_insert AFTER INSERT ON participants BEGIN INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER participants_stale_update AFTER UPDATE ON participants BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER participants_stale_delete AFTER DELETE ON participants BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); END;
CREATE TRIGGER facts_stale_insert AFTER INSERT ON facts BEGIN INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER facts_stale_update AFTER UPDATE ON facts BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER facts_stale_delete AFTER DELETE ON facts BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); END;
CREATE TRIGGER promises_stale_insert AFTER INSERT ON promises BEGIN INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER promises_stale_update AFTER UPDATE ON promises BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER promises_stale_delete AFTER DELETE ON promises BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); END;
CREATE TRIGGER invitations_stale_insert AFTER INSERT ON invitations BEGIN INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER invitations_stale_update AFTER UPDATE ON invitations BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); INSERT OR IGNORE INTO stale VALUES (NEW.person_id); END;
CREATE TRIGGER invitations_stale_delete AFTER DELETE ON invitations BEGIN INSERT OR IGNORE INTO stale VALUES (OLD.person_id); END;
CREATE TRIGGER conversations_stale AFTER UPDATE ON conversations BEGIN INSERT OR IGNORE INTO stale SELECT person_id FROM participants WHERE conversation_id = NEW.id; END;
CREATE TRIGGER people_keys_update AFTER UPDATE OF name ON people BEGIN DELETE FROM name_keys WHERE person_id = NEW.id; INSERT OR IGNORE INTO name_keys SELECT keys.value, names.id FROM (SELECT id, name FROM people WHERE id = NEW.id UNION ALL SELECT person_id, alias FROM aliases WHERE person_id = NEW.id) AS names, json_each(deepnet_name_keys(names.name)) AS keys; END;
CREATE TRIGGER aliases_keys_update AFTER UPDATE OF alias ON aliases BEGIN DELETE FROM name_keys WHERE person_id = NEW.person_id; INSERT OR IGNORE INTO name_keys SELECT keys.value, names.id FROM (SELECT id, name FROM people WHERE id = NEW.person_id UNION ALL SELECT person_id, alias FROM aliases WHERE person_id = NEW.person_id) AS names, json_each(deepnet_name_keys(names.name)) AS keys; END;
CREATE TRIGGER aliases_keys_delete AFTER DELETE ON aliases BEGIN DELETE FROM name_keys WHERE person_id = OLD.person_id; INSERT OR IGNORE INTO name_keys SELECT keys.value, names.id FROM (SELECT id, name FROM people WHERE id = OLD.person_id UNION ALL SELECT person_id, alias FROM aliases WHERE person_id = OLD.person_id) AS names, json_each(deepnet_name_keys(names.name)) AS keys; END;
CREATE INDEX tags_tag ON tags (tag, person_id);
CREATE INDEX distinct_other ON distinct_people (other_id);
CREATE TRIGGER claims_inserted AFTER INSERT ON claims BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'claims', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'tier', NEW.tier, 'claimed_on', NEW.claimed_on) FROM changes; END;
CREATE TRIGGER claims_updated AFTER UPDATE ON claims WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'tier', OLD.tier, 'claimed_on', OLD.claimed_on) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'tier', NEW.tier, 'claimed_on', NEW.claimed_on) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'claims', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'tier', OLD.tier, 'claimed_on', OLD.claimed_on), json_object('id', NEW.id, 'person_id', NEW.person_id, 'tier', NEW.tier, 'claimed_on', NEW.claimed_on) FROM changes; END;
CREATE TRIGGER claims_deleted AFTER DELETE ON claims BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'claims', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'tier', OLD.tier, 'claimed_on', OLD.claimed_on), NULL FROM changes; END;
CREATE TRIGGER tags_inserted AFTER INSERT ON tags BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'tags', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'tag', NEW.tag) FROM changes; END;
CREATE TRIGGER tags_updated AFTER UPDATE ON tags WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'tag', OLD.tag) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'tag', NEW.tag) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'tags', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'tag', OLD.tag), json_object('id', NEW.id, 'person_id', NEW.person_id, 'tag', NEW.tag) FROM changes; END;
CREATE TRIGGER tags_deleted AFTER DELETE ON tags BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'tags', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'tag', OLD.tag), NULL FROM changes; END;
CREATE TRIGGER distinct_people_inserted AFTER INSERT ON distinct_people BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'distinct_people', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'other_id', NEW.other_id) FROM changes; END;
CREATE TRIGGER distinct_people_updated AFTER UPDATE ON distinct_people WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'other_id', OLD.other_id) IS NOT json_object('id', NEW.id, 'person_id', NEW.person_id, 'other_id', NEW.other_id) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'distinct_people', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'other_id', OLD.other_id), json_object('id', NEW.id, 'person_id', NEW.person_id, 'other_id', NEW.other_id) FROM changes; END;
CREATE TRIGGER distinct_people_deleted AFTER DELETE ON distinct_people BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'distinct_people', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'other_id', OLD.other_id), NULL FROM changes; END;
CREATE INDEX imported_conversation ON imported_conversations (conversation_id);
CREATE TRIGGER people_keys_insert AFTER INSERT ON people BEGIN
  INSERT OR IGNORE INTO name_keys
    SELECT value, NEW.id FROM json_each(deepnet_name_keys(NEW.name)); END;
CREATE TRIGGER aliases_keys_insert AFTER INSERT ON aliases BEGIN
  INSERT OR IGNORE INTO name_keys
    SELECT value, NEW.person_id FROM json_each(deepnet_name_keys(NEW.alias)); END;
CREATE TRIGGER people_found AFTER INSERT ON people WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 0, deepnet_index_text(coalesce(NEW.name, '') || ' ' || coalesce(NEW.company, '') || ' ' || coalesce(NEW.position, '') || ' ' || coalesce(NEW.office, '') || ' ' || coalesce(NEW.home, ''))); END;
CREATE TRIGGER aliases_found AFTER INSERT ON aliases WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 1, deepnet_index_text(coalesce(NEW.alias, ''))); END;
CREATE TRIGGER identifiers_found AFTER INSERT ON identifiers WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 2, deepnet_index_text(coalesce(NEW.value, ''))); END;
CREATE TRIGGER conversations_found AFTER INSERT ON conversations WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 3, deepnet_index_text(coalesce(NEW.text, '') || ' ' || coalesce(NEW.place, ''))); END;
CREATE TRIGGER facts_found AFTER INSERT ON facts WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 4, deepnet_index_text(coalesce(NEW.text, ''))); END;
CREATE TRIGGER promises_found AFTER INSERT ON promises WHEN deepnet_indexes_rows() BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id * 8 + 5, deepnet_index_text(coalesce(NEW.text, ''))); END;
CREATE TRIGGER imported_conversations_inserted AFTER INSERT ON imported_conversations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'imported_conversations', NEW.id, NULL, json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'conversation_id', NEW.conversation_id, 'fields', NEW.fields) FROM changes; END;
CREATE TRIGGER imported_conversations_updated AFTER UPDATE ON imported_conversations WHEN json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'conversation_id', OLD.conversation_id, 'fields', OLD.fields) IS NOT json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'conversation_id', NEW.conversation_id, 'fields', NEW.fields) BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'imported_conversations', NEW.id, json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'conversation_id', OLD.conversation_id, 'fields', OLD.fields), json_object('id', NEW.id, 'source', NEW.source, 'key', NEW.key, 'conversation_id', NEW.conversation_id, 'fields', NEW.fields) FROM changes; END;
CREATE TRIGGER imported_conversations_deleted AFTER DELETE ON imported_conversations BEGIN INSERT INTO change_rows (change_id, kind, row_id, before, after) SELECT max(id), 'imported_conversations', OLD.id, json_object('id', OLD.id, 'source', OLD.source, 'key', OLD.key, 'conversation_id', OLD.conversation_id, 'fields', OLD.fields), NULL FROM changes; END;
CREATE VIEW people_view AS
WITH times AS (
  SELECT person_id,
    count(*) FILTER (WHERE setting = 'event') AS events,
    count(*) FILTER (WHERE setting = 'message') AS messages,
    count(*) FILTER (WHERE setting = 'lunch') AS lunches,
    round(coalesce(sum(CASE WHEN setting IS NOT 'message' THEN coalesce(minutes, CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END) END), 0) / 60.0, 2) AS hours,
    round(coalesce(sum(CASE WHEN setting IS NOT 'event' THEN CASE WHEN setting IS NOT 'message' THEN coalesce(minutes, CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END) END END), 0) / 60.0, 2) AS outside,
    round(coalesce(sum(CASE WHEN setting IS NOT 'message' AND minutes IS NULL THEN CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END END), 0) / 60.0, 2) AS assumed
  FROM participants JOIN conversations ON conversations.id = conversation_id
  GROUP BY person_id
)
SELECT
  people.id AS id, -- the number of the entry; commands take it as @12 for a name
  people.name AS name, -- what they are called
  people.company AS company, -- where they work
  people.position AS position, -- what they do there
  CASE coalesce(standings.tier, 'name') WHEN 'event' THEN 'event only' WHEN 'acquainted' THEN 'acquainted' WHEN 'opening' THEN 'getting to know' WHEN 'known' THEN 'known' WHEN 'name' THEN 'name only' END
    AS tier, -- how well the journal shows that you know them
  CASE standings.tier WHEN 'event' THEN 1 WHEN 'acquainted' THEN 2
    WHEN 'opening' THEN 3 WHEN 'known' THEN 4 ELSE 0 END
    AS rank, -- the tier as a number to sort by, 0 (name only) to 4 (known)
  coalesce(standings.score, 0.0) AS score, -- the points of the five parts, 0 to 100
  CASE claims.tier WHEN 'event' THEN 'event only' WHEN 'acquainted' THEN 'acquainted' WHEN 'opening' THEN 'getting to know' WHEN 'known' THEN 'known' WHEN 'name' THEN 'name only' END AS claim, -- the tier that you would have said
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
  CASE standings.deepest WHEN 0 THEN 'smalltalk' WHEN 1 THEN 'shop' WHEN 2 THEN 'opinions' WHEN 3 THEN 'personal' WHEN 4 THEN 'heart' END AS deepest, -- how deep the deepest talk went, if told
  (SELECT group_concat(value, '; ') FROM json_each(standings.facets))
    AS facets, -- the facets of which something is noted
  coalesce(json_array_length(standings.facets), 0)
    AS facet_count, -- how many facets, of 12
  (SELECT group_concat(value, '; ') FROM json_each(json_array('family', 'roots', 'home', 'health', 'joys', 'hopes', 'struggles', 'values', 'people')) WHERE value
    NOT IN (SELECT value FROM json_each(coalesce(standings.facets, '[]'))))
    AS blanks, -- the sides of who they are of which nothing is noted
  (SELECT count(*) FROM json_each(json_array('family', 'roots', 'home', 'health', 'joys', 'hopes', 'struggles', 'values', 'people')) WHERE value
    NOT IN (SELECT value FROM json_each(coalesce(standings.facets, '[]'))))
    AS blank_count, -- how many sides, of 9
  (SELECT count(*) FROM promises WHERE person_id = people.id AND mine
    AND kept_on IS NULL) AS you_owe, -- promises of yours that are open
  (SELECT count(*) FROM promises WHERE person_id = people.id AND NOT mine
    AND kept_on IS NULL) AS they_owe, -- promises of theirs that are open
  coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) WHERE json_extract(value, '$[0]') = 'time'), 0.0) AS time_points, -- of 30, for time together
  coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) WHERE json_extract(value, '$[0]') = 'depth'), 0.0) AS depth_points, -- of 25, for how deep the talk went
  coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) WHERE json_extract(value, '$[0]') = 'sides'), 0.0) AS sides_points, -- of 20, for sides of them that are known
  coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) WHERE json_extract(value, '$[0]') = 'months'), 0.0) AS months_points, -- of 15, for meetings spread over months
  coalesce((SELECT json_extract(value, '$[1]') FROM json_each(standings.parts) WHERE json_extract(value, '$[0]') = 'both ways'), 0.0) AS both_ways_points, -- of 10, for what came from both of you
  (SELECT group_concat(tag, '; ') FROM (SELECT tag FROM tags WHERE person_id = people.id ORDER BY tag))
    AS circles, -- the circles they are in
  (SELECT group_concat(alias, '; ') FROM (SELECT alias FROM aliases WHERE person_id = people.id ORDER BY id))
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
CREATE VIEW conversations_view AS
SELECT
  conversations.id AS id, -- the number of the entry
  conversations.day AS day, -- the day, or the first one of a longer time
  CASE WHEN precision = 'day' THEN CASE strftime('%w', conversations.day)
    WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' WHEN '6' THEN 'Saturday' END END AS weekday, -- its name, where the day itself is known
  conversations.precision
    AS precision, -- how exactly the day is known: day, week, month, year
  conversations.clock AS clock, -- the time as far as it was said: 19:00, evening
  conversations.setting AS setting, -- how and where, if said
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants JOIN people ON people.id = person_id WHERE conversation_id = conversations.id ORDER BY participants.id))
    AS people, -- who was there, in the order in which they were named
  conversations.others AS others, -- how many more there were whom you did not name
  conversations.minutes AS minutes, -- how long it was, if said
  round(CASE WHEN setting IS NOT 'message' THEN coalesce(minutes, CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END) END / 60.0, 3)
    AS hours, -- its length, or the usual one if none was said; none for a message
  CASE conversations.depth WHEN 0 THEN 'smalltalk' WHEN 1 THEN 'shop' WHEN 2 THEN 'opinions' WHEN 3 THEN 'personal' WHEN 4 THEN 'heart' END AS depth, -- how deep the talk went, if told
  conversations.place AS place, -- where
  conversations.text AS text, -- what you wrote, word for word
  conversations.they_asked AS they_asked, -- 1 where it was their idea, else 0
  (SELECT count(*) FROM facts WHERE conversation_id = conversations.id)
    AS facts, -- how many things you learnt
  (SELECT count(*) FROM promises WHERE conversation_id = conversations.id)
    AS promises -- how many promises were made
FROM conversations;
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
      round(coalesce(sum(CASE WHEN setting IS NOT 'message' THEN coalesce(minutes, CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END) END), 0) / 60.0, 2) AS hours, round(coalesce(sum(CASE WHEN setting IS NOT 'message' AND minutes IS NULL THEN CASE setting WHEN 'event' THEN 10 WHEN 'lunch' THEN 60 WHEN 'coffee' THEN 45 WHEN 'dinner' THEN 120 WHEN 'drinks' THEN 90 WHEN 'walk' THEN 60 WHEN 'visit' THEN 120 WHEN 'trip' THEN 480 WHEN 'work' THEN 30 WHEN 'call' THEN 20 WHEN 'video' THEN 30 ELSE 45 END END), 0) / 60.0, 2) AS assumed
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
  ),
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
  ),
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
  (SELECT CASE depth WHEN 0 THEN 'smalltalk' WHEN 1 THEN 'shop' WHEN 2 THEN 'opinions' WHEN 3 THEN 'personal' WHEN 4 THEN 'heart' END FROM told WHERE told.month = counted.month
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
PRAGMA application_id = 1684366704;
PRAGMA user_version = 1;
