-- Who did something: author is the name; author_id the account, empty where there is none;
-- author_kind: person, service or anonymous.
ALTER TABLE plan ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN author_kind TEXT NOT NULL DEFAULT 'person';
UPDATE plan SET author_kind = 'anonymous' WHERE author = 'anonymous';
ALTER TABLE draft_revision ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_revision ADD COLUMN author_kind TEXT NOT NULL DEFAULT 'person';
UPDATE draft_revision SET author_kind = 'anonymous' WHERE author = 'anonymous';
ALTER TABLE draft_step ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_step ADD COLUMN author_kind TEXT NOT NULL DEFAULT 'person';
UPDATE draft_step SET author_kind = 'anonymous' WHERE author = 'anonymous';
