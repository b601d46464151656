-- Parts of an address as a file gave them in fields of their own; NULL where its text is all that is known.
ALTER TABLE address ADD COLUMN house_number TEXT;
ALTER TABLE address ADD COLUMN street TEXT;
ALTER TABLE address ADD COLUMN other_street TEXT;
ALTER TABLE address ADD COLUMN locality TEXT;
ALTER TABLE address ADD COLUMN postcode TEXT;

-- Which addresses were changed last, so that what is made of them can follow: a row for each address, or one without an id where they were
-- many. Every version of the addresses has one, with a mark of its own, by which a copy that was put back is told from what it takes the place of.
CREATE TABLE address_change (
  fid INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  id TEXT,
  mark TEXT NOT NULL
);
CREATE INDEX address_change_by_version ON address_change(version);
INSERT INTO address_change (version, id, mark)
SELECT changes, NULL, lower(hex(randomblob(8))) FROM change_count WHERE subject = 'address';

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('address_change', 'attributes', 'address_change', 'Which addresses were changed last', NULL);

DROP TRIGGER address_foreign_insert;
CREATE TRIGGER address_foreign_insert AFTER INSERT ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
  INSERT INTO address_change (version, id, mark) SELECT changes, NEW.id, lower(hex(randomblob(8))) FROM change_count WHERE subject = 'address';
  DELETE FROM address_change WHERE version < (SELECT changes - 1000 FROM change_count WHERE subject = 'address');
END;
DROP TRIGGER address_foreign_update;
CREATE TRIGGER address_foreign_update AFTER UPDATE ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
  INSERT INTO address_change (version, id, mark) SELECT changes, OLD.id, lower(hex(randomblob(8))) FROM change_count WHERE subject = 'address';
  INSERT INTO address_change (version, id, mark) SELECT c.changes, NEW.id, a.mark FROM change_count c, address_change a
    WHERE c.subject = 'address' AND a.version = c.changes AND NEW.id <> OLD.id;
  DELETE FROM address_change WHERE version < (SELECT changes - 1000 FROM change_count WHERE subject = 'address');
END;
DROP TRIGGER address_foreign_delete;
CREATE TRIGGER address_foreign_delete AFTER DELETE ON address WHEN (SELECT changes FROM change_count WHERE subject = 'own') = 0 BEGIN
  UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
  INSERT INTO address_change (version, id, mark) SELECT changes, OLD.id, lower(hex(randomblob(8))) FROM change_count WHERE subject = 'address';
  DELETE FROM address_change WHERE version < (SELECT changes - 1000 FROM change_count WHERE subject = 'address');
END;
