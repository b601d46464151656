-- Who answers for which grid, in which role; from_day is the first day (NULL: always), to_day the first day no more (NULL: open).
-- version: the count of writes to officers and assignments that made the row what it is.
CREATE TABLE assignment (
  fid INTEGER PRIMARY KEY AUTOINCREMENT,
  officer TEXT NOT NULL REFERENCES officer(id),
  theme TEXT NOT NULL,
  grid_code TEXT NOT NULL,
  role TEXT NOT NULL,
  from_day DATE,
  to_day DATE,
  version INTEGER NOT NULL
);
CREATE UNIQUE INDEX assignment_once ON assignment(officer, theme, grid_code, role, coalesce(from_day, '0001-01-01'));
CREATE INDEX assignment_by_grid ON assignment(theme, grid_code, officer);

INSERT INTO assignment (officer, theme, grid_code, role, version)
SELECT id, theme, grid_code, CASE WHEN trim(role) = '' THEN 'officer' ELSE role END, 0 FROM officer ORDER BY fid;

DROP INDEX officer_by_grid;
ALTER TABLE officer DROP COLUMN role;
ALTER TABLE officer DROP COLUMN theme;
ALTER TABLE officer DROP COLUMN grid_code;
ALTER TABLE officer ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- What becomes, once a draft is published, of officers whose grid it moves. basis: digest of what the choice was made upon.
CREATE TABLE draft_officer_choice (
  fid INTEGER PRIMARY KEY,
  draft INTEGER NOT NULL REFERENCES plan(id),
  assignment INTEGER NOT NULL,
  choice TEXT NOT NULL,
  basis TEXT NOT NULL,
  UNIQUE (draft, assignment)
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('assignment', 'attributes', 'assignment', 'Which officer answers for which grid', NULL),
  ('draft_officer_choice', 'attributes', 'draft_officer_choice', 'What becomes of officers whose grid a draft moves', NULL);
