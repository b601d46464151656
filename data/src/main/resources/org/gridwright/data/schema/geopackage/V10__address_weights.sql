-- How much of what was counted on the ground around an address is there, compared with other addresses.
ALTER TABLE address ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;
