-- The rtree extension of GeoPackage 1.3 (annex F.3) for every table with geometry; same triggers for each.

CREATE VIRTUAL TABLE rtree_unit_version_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('unit_version', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_unit_version_geom_insert AFTER INSERT ON unit_version WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_unit_version_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_version_geom_update1 AFTER UPDATE OF geom ON unit_version WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_unit_version_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_version_geom_update2 AFTER UPDATE OF geom ON unit_version WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_unit_version_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_unit_version_geom_update3 AFTER UPDATE ON unit_version WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_unit_version_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_unit_version_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_version_geom_update4 AFTER UPDATE ON unit_version WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_unit_version_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_unit_version_geom_delete AFTER DELETE ON unit_version WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_unit_version_geom WHERE id = OLD.fid;
END;

CREATE VIRTUAL TABLE rtree_address_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('address', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_address_geom_insert AFTER INSERT ON address WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_address_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_address_geom_update1 AFTER UPDATE OF geom ON address WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_address_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_address_geom_update2 AFTER UPDATE OF geom ON address WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_address_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_address_geom_update3 AFTER UPDATE ON address WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_address_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_address_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_address_geom_update4 AFTER UPDATE ON address WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_address_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_address_geom_delete AFTER DELETE ON address WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_address_geom WHERE id = OLD.fid;
END;

CREATE VIRTUAL TABLE rtree_incident_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('incident', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_incident_geom_insert AFTER INSERT ON incident WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_incident_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_update1 AFTER UPDATE OF geom ON incident WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_incident_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_update2 AFTER UPDATE OF geom ON incident WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_incident_geom_update3 AFTER UPDATE ON incident WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_incident_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_update4 AFTER UPDATE ON incident WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_incident_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_incident_geom_delete AFTER DELETE ON incident WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.fid;
END;

CREATE VIRTUAL TABLE rtree_facility_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('facility', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_facility_geom_insert AFTER INSERT ON facility WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_facility_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_facility_geom_update1 AFTER UPDATE OF geom ON facility WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_facility_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_facility_geom_update2 AFTER UPDATE OF geom ON facility WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_facility_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_facility_geom_update3 AFTER UPDATE ON facility WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_facility_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_facility_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_facility_geom_update4 AFTER UPDATE ON facility WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_facility_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_facility_geom_delete AFTER DELETE ON facility WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_facility_geom WHERE id = OLD.fid;
END;

CREATE VIRTUAL TABLE rtree_jurisdiction_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('jurisdiction', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER rtree_jurisdiction_geom_insert AFTER INSERT ON jurisdiction WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_jurisdiction_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_jurisdiction_geom_update1 AFTER UPDATE OF geom ON jurisdiction WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  INSERT OR REPLACE INTO rtree_jurisdiction_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_jurisdiction_geom_update2 AFTER UPDATE OF geom ON jurisdiction WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_jurisdiction_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_jurisdiction_geom_update3 AFTER UPDATE ON jurisdiction WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_jurisdiction_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_jurisdiction_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_jurisdiction_geom_update4 AFTER UPDATE ON jurisdiction WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
  DELETE FROM rtree_jurisdiction_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_jurisdiction_geom_delete AFTER DELETE ON jurisdiction WHEN OLD.geom NOT NULL BEGIN
  DELETE FROM rtree_jurisdiction_geom WHERE id = OLD.fid;
END;
