-- Which store this is: asked before each commit, so that nothing is written into another one.
CREATE TABLE store_identity (
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL
);
INSERT INTO store_identity (id) VALUES (lower(hex(randomblob(16))));

-- Counts the transactions: a copy that is put back has fewer than the file that it takes the place of.
INSERT INTO change_count (subject, changes) VALUES ('commit', 0);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('store_identity', 'attributes', 'store_identity', 'Which store this is', NULL);

-- Ids only made these indexes longer: a change costs the log each page that it touches.
DROP INDEX incident_by_time;
CREATE INDEX incident_by_time ON incident(occurred DESC);
DROP INDEX incident_by_category;
CREATE INDEX incident_by_category ON incident(category, occurred DESC);
