-- What Gridwright keeps. Codes compare by Unicode code point (BINARY on UTF-8).
-- Times of incidents are the city's local time as ISO 8601 text: the DATETIME of GeoPackage would claim UTC.

CREATE TABLE theme (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  code_scheme TEXT NOT NULL
);

-- layer: name of the view that shows the level's units in force today
CREATE TABLE level (
  fid INTEGER PRIMARY KEY,
  theme TEXT NOT NULL REFERENCES theme(id),
  depth INTEGER NOT NULL,
  name TEXT NOT NULL,
  layer TEXT NOT NULL UNIQUE,
  UNIQUE (theme, depth)
);

CREATE TABLE jurisdiction (
  fid INTEGER PRIMARY KEY,
  theme TEXT NOT NULL UNIQUE REFERENCES theme(id),
  geom MULTIPOLYGON NOT NULL
);

-- revision: 0 while a draft; base_revision: the published revision that a draft's rows differ from
CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  theme TEXT NOT NULL REFERENCES theme(id),
  revision INTEGER NOT NULL,
  base_revision INTEGER NOT NULL,
  effective_from DATE,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  accepted TEXT,
  created DATETIME NOT NULL
);
CREATE INDEX plan_by_theme ON plan(theme, revision);

-- A unit as it is in the published revisions r with from_revision <= r < to_revision (open where null),
-- or in one draft alone (draft not null, from_revision null). digest: SHA-256 of the content.
CREATE TABLE unit_version (
  fid INTEGER PRIMARY KEY AUTOINCREMENT,
  theme TEXT NOT NULL REFERENCES theme(id),
  depth INTEGER NOT NULL,
  code TEXT NOT NULL,
  parent TEXT,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  digest BLOB NOT NULL,
  from_revision INTEGER,
  to_revision INTEGER,
  draft INTEGER REFERENCES plan(id),
  geom MULTIPOLYGON
);
CREATE INDEX unit_version_by_code ON unit_version(theme, depth, code);
CREATE INDEX unit_version_by_draft ON unit_version(draft, depth, code) WHERE draft IS NOT NULL;

-- Units of its base revision that a draft no longer has.
CREATE TABLE draft_removal (
  fid INTEGER PRIMARY KEY,
  draft INTEGER NOT NULL REFERENCES plan(id),
  depth INTEGER NOT NULL,
  code TEXT NOT NULL,
  UNIQUE (draft, depth, code)
);

CREATE TABLE address (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  geom POINT NOT NULL
);

CREATE TABLE incident (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  occurred TEXT NOT NULL,
  category TEXT NOT NULL,
  channel TEXT NOT NULL,
  status TEXT NOT NULL,
  reported_theme TEXT,
  reported_level TEXT,
  reported_code TEXT,
  given_theme TEXT,
  given_plan INTEGER,
  given_code TEXT,
  geom POINT NOT NULL
);
CREATE INDEX incident_by_time ON incident(occurred DESC, id);
CREATE INDEX incident_by_category ON incident(category, occurred DESC, id);

CREATE TABLE officer (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  contact TEXT,
  theme TEXT NOT NULL,
  grid_code TEXT NOT NULL
);
CREATE INDEX officer_by_grid ON officer(theme, grid_code, id);

-- categories: JSON array of texts
CREATE TABLE department (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  categories TEXT NOT NULL
);

CREATE TABLE facility (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  geom POINT NOT NULL
);

-- Counts the writes to a table, for caches.
CREATE TABLE change_count (
  fid INTEGER PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE,
  changes INTEGER NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('jurisdiction', 'features', 'jurisdiction', 'What each theme must cover', 4326),
  ('address', 'features', 'address', 'Addresses', 4326),
  ('incident', 'features', 'incident', 'Incidents', 4326),
  ('facility', 'features', 'facility', 'Facilities', 4326),
  ('unit_version', 'features', 'unit_version', 'History of all units; see the layers per theme and level for today', 4326),
  ('theme', 'attributes', 'theme', 'Themes', NULL),
  ('level', 'attributes', 'level', 'Levels of the themes', NULL),
  ('plan', 'attributes', 'plan', 'Plans: drafts and published revisions', NULL),
  ('draft_removal', 'attributes', 'draft_removal', 'Units that a draft no longer has', NULL),
  ('officer', 'attributes', 'officer', 'Officers', NULL),
  ('department', 'attributes', 'department', 'Departments', NULL),
  ('change_count', 'attributes', 'change_count', 'Counts of writes, for caches', NULL);

INSERT INTO gpkg_geometry_columns VALUES
  ('jurisdiction', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('address', 'geom', 'POINT', 4326, 0, 0),
  ('incident', 'geom', 'POINT', 4326, 0, 0),
  ('facility', 'geom', 'POINT', 4326, 0, 0),
  ('unit_version', 'geom', 'MULTIPOLYGON', 4326, 0, 0);

INSERT INTO change_count (subject, changes) VALUES
  ('address', 0), ('incident', 0), ('facility', 0), ('officer', 0), ('department', 0);
