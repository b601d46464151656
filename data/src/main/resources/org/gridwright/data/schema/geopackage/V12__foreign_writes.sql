-- Whoever writes is counted, so that what others change reaches searches, counts and maps. Gridwright counts its own writes itself and
-- says so: the row 'own' is 1 inside its transactions, and 0 for everybody else. 'foreign' counts what others wrote to any table, 'unit' to plans.
-- Who wrote into a store that is not new, nobody knows: it counts as one write of others.
INSERT INTO change_count (subject, changes)
SELECT 'foreign', EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM address) OR EXISTS (SELECT 1 FROM unit_version);
INSERT INTO change_count (subject, changes) VALUES ('own', 0), ('unit', 0);

CREATE TRIGGER address_foreign_insert AFTER INSERT ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
END;
CREATE TRIGGER address_foreign_update AFTER UPDATE ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
END;
CREATE TRIGGER address_foreign_delete AFTER DELETE ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
END;

CREATE TRIGGER incident_foreign_insert AFTER INSERT ON incident WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('incident', 'foreign');
  UPDATE change_count SET changes = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE subject = 'incident_past';
  UPDATE incident SET version = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE fid = NEW.fid;
END;
CREATE TRIGGER incident_foreign_update AFTER UPDATE OF id, occurred, category, channel, status, reported_theme, reported_level, reported_code, given_theme, given_plan, given_code, geom ON incident WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('incident', 'foreign');
  UPDATE change_count SET changes = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE subject = 'incident_past';
  UPDATE incident SET version = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE fid = NEW.fid;
END;
CREATE TRIGGER incident_foreign_delete AFTER DELETE ON incident WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('incident', 'foreign');
  UPDATE change_count SET changes = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE subject = 'incident_past';
END;

CREATE TRIGGER facility_foreign_insert AFTER INSERT ON facility WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('facility', 'foreign');
END;
CREATE TRIGGER facility_foreign_update AFTER UPDATE ON facility WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('facility', 'foreign');
END;
CREATE TRIGGER facility_foreign_delete AFTER DELETE ON facility WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('facility', 'foreign');
END;

CREATE TRIGGER department_foreign_insert AFTER INSERT ON department WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('department', 'foreign');
END;
CREATE TRIGGER department_foreign_update AFTER UPDATE ON department WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('department', 'foreign');
END;
CREATE TRIGGER department_foreign_delete AFTER DELETE ON department WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('department', 'foreign');
END;

CREATE TRIGGER officer_foreign_insert AFTER INSERT ON officer WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
  UPDATE officer SET version = (SELECT changes FROM change_count WHERE subject = 'officer') WHERE fid = NEW.fid;
END;
CREATE TRIGGER officer_foreign_update AFTER UPDATE OF id, name, contact ON officer WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
  UPDATE officer SET version = (SELECT changes FROM change_count WHERE subject = 'officer') WHERE fid = NEW.fid;
END;
CREATE TRIGGER officer_foreign_delete AFTER DELETE ON officer WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
END;

CREATE TRIGGER assignment_foreign_insert AFTER INSERT ON assignment WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
  UPDATE assignment SET version = (SELECT changes FROM change_count WHERE subject = 'officer') WHERE fid = NEW.fid;
END;
CREATE TRIGGER assignment_foreign_update AFTER UPDATE OF officer, theme, grid_code, role, from_day, to_day ON assignment WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
  UPDATE assignment SET version = (SELECT changes FROM change_count WHERE subject = 'officer') WHERE fid = NEW.fid;
END;
CREATE TRIGGER assignment_foreign_delete AFTER DELETE ON assignment WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('officer', 'foreign');
END;

CREATE TRIGGER unit_version_foreign_insert AFTER INSERT ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;
CREATE TRIGGER unit_version_foreign_update AFTER UPDATE ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;
CREATE TRIGGER unit_version_foreign_delete AFTER DELETE ON unit_version WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;

CREATE TRIGGER plan_foreign_insert AFTER INSERT ON plan WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;
CREATE TRIGGER plan_foreign_update AFTER UPDATE ON plan WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;
CREATE TRIGGER plan_foreign_delete AFTER DELETE ON plan WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('unit', 'foreign');
END;
