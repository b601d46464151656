-- What identifies the content of a plan that a file of plans was written from. Whatever others write to units, plans or themes takes it away:
-- a file without it is not used, and made anew.
CREATE TABLE plan_digest (
  plan bigint PRIMARY KEY REFERENCES plan(id),
  digest text NOT NULL
);

CREATE FUNCTION forget_plan_digests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF current_setting('gridwright.own', true) IS DISTINCT FROM '1' THEN
    DELETE FROM plan_digest;
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER unit_version_digest AFTER INSERT OR UPDATE OR DELETE ON unit_version
  FOR EACH STATEMENT EXECUTE FUNCTION forget_plan_digests();
CREATE TRIGGER plan_digest_change AFTER UPDATE ON plan
  FOR EACH STATEMENT EXECUTE FUNCTION forget_plan_digests();
CREATE TRIGGER plan_digest_delete BEFORE DELETE ON plan
  FOR EACH STATEMENT EXECUTE FUNCTION forget_plan_digests();
CREATE TRIGGER theme_digest AFTER UPDATE ON theme
  FOR EACH STATEMENT EXECUTE FUNCTION forget_plan_digests();
CREATE TRIGGER level_digest AFTER UPDATE ON level
  FOR EACH STATEMENT EXECUTE FUNCTION forget_plan_digests();
