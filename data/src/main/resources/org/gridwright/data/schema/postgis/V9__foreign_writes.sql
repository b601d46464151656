-- Whoever writes is counted, so that what others change reaches searches, counts and maps. Gridwright counts its own writes itself and
-- says so by the setting gridwright.own. Whoever may write to a table need not be allowed to count. 'foreign' counts what others wrote to any table, 'unit' to plans.
-- Who wrote into a store that is not new, nobody knows: it counts as one write of others.
INSERT INTO change_count (subject, changes)
SELECT 'foreign', CASE WHEN EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM address) OR EXISTS (SELECT 1 FROM unit_version) THEN 1 ELSE 0 END;
INSERT INTO change_count (subject, changes) VALUES ('unit', 0);

CREATE FUNCTION count_foreign_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('gridwright.own', true) IS DISTINCT FROM '1' THEN
    UPDATE change_count SET changes = changes + 1 WHERE subject IN (TG_ARGV[0], 'foreign');
    IF TG_ARGV[0] = 'incident' THEN
      UPDATE change_count SET changes = (SELECT changes FROM change_count WHERE subject = 'incident') WHERE subject = 'incident_past';
    END IF;
  END IF;
  RETURN NULL;
END;
$$;

-- The version of a row that others wrote is that of the write, which is counted when the statement ends.
CREATE FUNCTION version_foreign_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('gridwright.own', true) IS DISTINCT FROM '1' THEN
    SELECT changes + 1 INTO NEW.version FROM change_count WHERE subject = TG_ARGV[0];
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER address_foreign AFTER INSERT OR UPDATE OR DELETE ON address
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('address');
CREATE TRIGGER incident_foreign AFTER INSERT OR UPDATE OR DELETE ON incident
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('incident');
CREATE TRIGGER incident_foreign_version BEFORE INSERT OR UPDATE ON incident
  FOR EACH ROW EXECUTE FUNCTION version_foreign_row('incident');
CREATE TRIGGER facility_foreign AFTER INSERT OR UPDATE OR DELETE ON facility
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('facility');
CREATE TRIGGER department_foreign AFTER INSERT OR UPDATE OR DELETE ON department
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('department');
CREATE TRIGGER officer_foreign AFTER INSERT OR UPDATE OR DELETE ON officer
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('officer');
CREATE TRIGGER officer_foreign_version BEFORE INSERT OR UPDATE ON officer
  FOR EACH ROW EXECUTE FUNCTION version_foreign_row('officer');
CREATE TRIGGER assignment_foreign AFTER INSERT OR UPDATE OR DELETE ON assignment
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('officer');
CREATE TRIGGER assignment_foreign_version BEFORE INSERT OR UPDATE ON assignment
  FOR EACH ROW EXECUTE FUNCTION version_foreign_row('officer');
CREATE TRIGGER unit_version_foreign AFTER INSERT OR UPDATE OR DELETE ON unit_version
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('unit');
CREATE TRIGGER plan_foreign AFTER INSERT OR UPDATE OR DELETE ON plan
  FOR EACH STATEMENT EXECUTE FUNCTION count_foreign_write('unit');
