-- Each incident says at which write it became what it is, so that whoever counted before adds what came since.
ALTER TABLE incident ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
CREATE INDEX incident_by_version ON incident(version);

-- Incidents as they were before a write replaced them: version is that of what was replaced, ended that of the write.
CREATE TABLE incident_past (
  fid INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  occurred TEXT NOT NULL,
  category TEXT NOT NULL,
  status TEXT NOT NULL,
  geom BLOB NOT NULL
);
CREATE INDEX incident_past_by_end ON incident_past(ended);

CREATE TRIGGER incident_replaced BEFORE DELETE ON incident BEGIN
  INSERT INTO incident_past (version, ended, occurred, category, status, geom)
  SELECT OLD.version, changes, OLD.occurred, OLD.category, OLD.status, OLD.geom
  FROM change_count WHERE subject = 'incident';
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('incident_past', 'attributes', 'incident_past', 'Incidents before they were replaced', NULL);

-- From which write on incident_past is complete.
INSERT INTO change_count (subject, changes) SELECT 'incident_past', changes FROM change_count WHERE subject = 'incident';
