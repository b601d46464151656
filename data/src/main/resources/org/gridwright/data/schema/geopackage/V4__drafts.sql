-- Drafts with a history, declared voids, and what a theme's plans are checked by.

-- The reason of a draft is its description. head: position of the last revision in force.
-- version: counts every change of a draft.
ALTER TABLE plan ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN head INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE plan ADD COLUMN updated DATETIME;
UPDATE plan SET updated = created;

-- One edit. edit: its value as JSON; lineage: JSON array of {depth, from, to}.
-- dropped: 1 where it was undone before another edit took its position.
CREATE TABLE draft_revision (
  fid INTEGER PRIMARY KEY,
  draft INTEGER NOT NULL REFERENCES plan(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  edit TEXT NOT NULL,
  lineage TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  created DATETIME NOT NULL,
  dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX draft_revision_by_position ON draft_revision(draft, position);

-- What led to a version of a draft: a revision applied, or undone. Versions without one changed no unit.
CREATE TABLE draft_step (
  fid INTEGER PRIMARY KEY,
  draft INTEGER NOT NULL REFERENCES plan(id),
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES draft_revision(fid),
  undone INTEGER NOT NULL,
  author TEXT NOT NULL,
  created DATETIME NOT NULL,
  UNIQUE (draft, version)
);

-- A unit before (side 0) or after (side 1) a revision; area: well-known binary.
CREATE TABLE draft_change (
  fid INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES draft_revision(fid),
  ordinal INTEGER NOT NULL,
  side INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  code TEXT NOT NULL,
  parent TEXT,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  area BLOB
);
CREATE INDEX draft_change_by_revision ON draft_change(revision, ordinal, side);

-- A declared void before (side 0) or after (side 1) a revision; area: well-known binary.
CREATE TABLE draft_void_change (
  fid INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES draft_revision(fid),
  ordinal INTEGER NOT NULL,
  side INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  area BLOB NOT NULL
);
CREATE INDEX draft_void_change_by_revision ON draft_void_change(revision, ordinal, side);

-- Ground that no grid of a plan is meant to own.
CREATE TABLE declared_void (
  fid INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan(id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  UNIQUE (plan, name)
);

-- What a theme's plans are checked by, as JSON.
CREATE TABLE rule_set (
  fid INTEGER PRIMARY KEY,
  theme TEXT NOT NULL UNIQUE REFERENCES theme(id),
  rules TEXT NOT NULL
);

-- Official outlines of upper units, to check against.
CREATE TABLE reference_outline (
  fid INTEGER PRIMARY KEY,
  theme TEXT NOT NULL REFERENCES theme(id),
  depth INTEGER NOT NULL,
  code TEXT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  UNIQUE (theme, depth, code)
);

-- draft: null once it belongs to the theme. units: JSON array of codes; place: well-known binary.
CREATE TABLE accepted_finding (
  fid INTEGER PRIMARY KEY AUTOINCREMENT,
  theme TEXT NOT NULL REFERENCES theme(id),
  draft INTEGER REFERENCES plan(id),
  kind TEXT NOT NULL,
  units TEXT NOT NULL,
  place BLOB NOT NULL,
  area DOUBLE NOT NULL,
  width DOUBLE NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  created DATETIME NOT NULL
);
CREATE INDEX accepted_finding_by_theme ON accepted_finding(theme, draft);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('declared_void', 'features', 'declared_void', 'Ground that no grid is meant to own, by plan', 4326),
  ('reference_outline', 'features', 'reference_outline', 'Official outlines of upper units', 4326),
  ('draft_revision', 'attributes', 'draft_revision', 'Edits of drafts', NULL),
  ('draft_step', 'attributes', 'draft_step', 'Versions of drafts', NULL),
  ('draft_change', 'attributes', 'draft_change', 'Units before and after edits', NULL),
  ('draft_void_change', 'attributes', 'draft_void_change', 'Declared voids before and after edits', NULL),
  ('rule_set', 'attributes', 'rule_set', 'What plans are checked by', NULL),
  ('accepted_finding', 'attributes', 'accepted_finding', 'Findings accepted with a reason', NULL);

INSERT INTO gpkg_geometry_columns VALUES
  ('declared_void', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('reference_outline', 'geom', 'MULTIPOLYGON', 4326, 0, 0);

INSERT INTO change_count (subject, changes) VALUES
  ('rule_set', 0), ('reference_outline', 0), ('jurisdiction', 0);
