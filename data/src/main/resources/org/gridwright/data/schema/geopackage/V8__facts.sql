-- What units hold of counts on ground that is not, or not only, their own any more: JSON, null where their
-- attributes say everything.
ALTER TABLE unit_version ADD COLUMN facts TEXT;
ALTER TABLE draft_change ADD COLUMN facts TEXT;

-- The ground of a unit on the day when something was counted on it; id: a digest of the content.
CREATE TABLE counted_ground (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL
);

-- What the attributes of a theme's units are, as JSON.
CREATE TABLE fact_schema (
  fid INTEGER PRIMARY KEY,
  theme TEXT NOT NULL UNIQUE REFERENCES theme(id),
  facts TEXT NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('counted_ground', 'attributes', 'counted_ground', 'Ground as it was when something was counted on it', NULL),
  ('fact_schema', 'attributes', 'fact_schema', 'What attributes of units are', NULL);
