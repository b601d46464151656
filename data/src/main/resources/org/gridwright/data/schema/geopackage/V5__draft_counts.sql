-- How many units of a draft's base the draft has with another content, so that an edit need not count them.
ALTER TABLE plan ADD COLUMN units_changed INTEGER NOT NULL DEFAULT 0;
UPDATE plan SET units_changed = (
  SELECT count(*) FROM unit_version o WHERE o.draft = plan.id AND EXISTS (
    SELECT 1 FROM unit_version u WHERE u.theme = o.theme AND u.depth = o.depth AND u.code = o.code
      AND u.from_revision <= plan.base_revision
      AND (u.to_revision IS NULL OR u.to_revision > plan.base_revision)))
WHERE revision = 0;
