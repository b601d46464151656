-- Parts of an address as a file gave them in fields of their own; NULL where its text is all that is known.
ALTER TABLE address ADD COLUMN house_number text;
ALTER TABLE address ADD COLUMN street text;
ALTER TABLE address ADD COLUMN other_street text;
ALTER TABLE address ADD COLUMN locality text;
ALTER TABLE address ADD COLUMN postcode text;

-- Which addresses were changed last, so that what is made of them can follow: a row for each address, or one without an id where they were
-- many. Every version of the addresses has one, with a mark of its own, by which a copy that was put back is told from what it takes the place of.
CREATE TABLE address_change (
  version bigint NOT NULL,
  id text,
  mark text NOT NULL
);
CREATE INDEX address_change_by_version ON address_change(version);
INSERT INTO address_change (version, id, mark)
SELECT changes, NULL, replace(gen_random_uuid()::text, '-', '') FROM change_count WHERE subject = 'address';

-- Which of them others changed in a statement is not noted: one row without an id stands for all.
CREATE FUNCTION count_foreign_addresses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('gridwright.own', true) IS DISTINCT FROM '1' THEN
    UPDATE change_count SET changes = changes + 1 WHERE subject IN ('address', 'foreign');
    INSERT INTO address_change (version, id, mark)
    SELECT changes, NULL, replace(gen_random_uuid()::text, '-', '') FROM change_count WHERE subject = 'address';
    DELETE FROM address_change WHERE version < (SELECT changes - 1000 FROM change_count WHERE subject = 'address');
  END IF;
  RETURN NULL;
END;
$$;

DROP TRIGGER address_foreign ON address;
CREATE TRIGGER address_foreign AFTER INSERT OR UPDATE OR DELETE ON address
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_addresses();
