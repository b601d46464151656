-- What identifies the content of a plan that a file of plans was written from. Whatever others write to units, plans or themes takes it away:
-- a file without it is not used, and made anew.
CREATE TABLE plan_digest (
  fid INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL UNIQUE REFERENCES plan(id),
  digest TEXT NOT NULL
);

CREATE TRIGGER unit_version_digest_insert AFTER INSERT ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER unit_version_digest_update AFTER UPDATE ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER unit_version_digest_delete AFTER DELETE ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER plan_digest_update AFTER UPDATE ON plan WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER plan_digest_delete BEFORE DELETE ON plan WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER theme_digest_update AFTER UPDATE ON theme WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;
CREATE TRIGGER level_digest_update AFTER UPDATE ON level WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  DELETE FROM plan_digest;
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('plan_digest', 'attributes', 'plan_digest', 'What identifies the content of plans', NULL);
