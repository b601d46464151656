// What a planner asks of a whole redraw, as filled in so far, and the request that it makes once it is complete.
import type { Position } from 'geojson';
import type { Area, RedrawMethod, RedrawRequest } from '../client/draftTypes';
import type { Bounds } from '../client/types';
import type { Weight } from './balance';

export const REDRAW_METHODS: readonly RedrawMethod[] = ['divide', 'consolidate', 'squares', 'hexagons'];

/** Numbers are kept as they were typed. */
export interface RedrawForm {
  method: RedrawMethod;
  /** The level of the chosen units; null where none are. */
  level: string | null;
  units: readonly string[];
  /** Lines that borders should follow, in degrees. */
  streets: readonly (readonly Position[])[];
  /** Land for cells. */
  area: Area | null;
  into: string;
  /** In percent. */
  tolerance: string;
  seed: string;
  cellMetres: string;
  balance: Weight;
  /** The unit that cells will belong to; empty where none is chosen. */
  parent: string;
  /** What the pointer does on the map. */
  drawing: 'units' | 'street' | 'land';
  /** Whether a proposal is on the map. */
  proposed: boolean;
}

export const EMPTY_FORM: RedrawForm = {
  method: 'divide',
  level: null,
  units: [],
  streets: [],
  area: null,
  into: '4',
  tolerance: '10',
  seed: '1',
  cellMetres: '200',
  balance: 'addresses',
  parent: '',
  drawing: 'units',
  proposed: false,
};

/** What is still missing, or can not be. */
export type RedrawGap = 'units' | 'one' | 'fewer' | 'into' | 'tolerance' | 'seed' | 'land' | 'cell' | 'parent';

/** Whether the method lays cells over empty land. */
export function laysCells(method: RedrawMethod): boolean {
  return method === 'squares' || method === 'hexagons';
}

/** A unit is chosen, or is not any more. Those of another level are let go: a redraw is of one level. */
export function toggled({ level, units }: RedrawForm, code: string, of: string): Pick<RedrawForm, 'level' | 'units'> {
  const kept = level === of ? units : [];
  return { level: of, units: kept.includes(code) ? kept.filter((one) => one !== code) : [...kept, code] };
}

/**
 * @param levels names, coarse to fine
 * @returns the request, or what keeps it from being one
 */
export function requestOf(form: RedrawForm, levels: readonly string[]): RedrawRequest | RedrawGap {
  const { method, units } = form;
  if (laysCells(method)) {
    const cellMetres = Number(form.cellMetres);
    if (!form.area) return 'land';
    if (!(cellMetres > 0)) return 'cell';
    if (form.parent === '' && levels.length > 1) return 'parent';
    return { method, area: form.area, cellMetres, ...(form.parent ? { parent: form.parent } : {}) };
  }
  const [into, tolerance, seed] = [Number(form.into), Number(form.tolerance) / 100, Number(form.seed)];
  const finest = form.level === levels[levels.length - 1];
  if (units.length === 0 || form.level === null) return 'units';
  if (method === 'consolidate' && !finest && units.length > 1) return 'one';
  if (!Number.isInteger(into) || into < 1) return 'into';
  if (method === 'consolidate' && finest && into >= units.length) return 'fewer';
  if (!(tolerance > 0 && tolerance <= 1)) return 'tolerance';
  if (!Number.isInteger(seed) || seed < 0 || form.seed.trim() === '') return 'seed';
  const ground =
    method === 'consolidate' && !finest
      ? { parent: units[0]!, level: form.level }
      : { units: [...units], ...(finest ? {} : { level: form.level }) };
  const lines = method === 'divide' && form.streets.length > 0 ? { lines: multiLine(form.streets) } : {};
  return { method, ...ground, into, balance: form.balance, tolerance, seed, ...lines };
}

/** The lines that come near any of the boxes; what is far away would only be sent for nothing. */
export function linesNear(lines: readonly (readonly Position[])[], boxes: readonly Bounds[]): (readonly Position[])[] {
  return lines.filter((line) => {
    const [xs, ys] = [line.map(([x = 0]) => x), line.map(([, y = 0]) => y)];
    const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return boxes.some((box) => west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]);
  });
}

/**
 * The lines in a GeoJSON text: LineStrings and MultiLineStrings, also in features and collections. Positions are rounded
 * to seven decimals, elevations dropped.
 *
 * @throws SyntaxError where it is no JSON
 */
export function linesIn(text: string): Position[][] {
  const found: Position[][] = [];
  const look = (value: unknown): void => {
    const { type, features, geometry, geometries, coordinates } = (value ?? {}) as Record<string, unknown>;
    if (Array.isArray(features)) features.forEach(look);
    if (Array.isArray(geometries)) geometries.forEach(look);
    if (geometry) look(geometry);
    if (type === 'LineString') add(coordinates);
    if (type === 'MultiLineString' && Array.isArray(coordinates)) coordinates.forEach(add);
  };
  const add = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const line = coordinates.filter(isPosition).map(([x, y]) => [+x.toFixed(7), +y.toFixed(7)]);
    if (line.some(([x, y]) => x !== line[0]?.[0] || y !== line[0]?.[1])) found.push(line);
  };
  look(JSON.parse(text));
  return found;
}

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && Math.abs(value[0] as number) <= 180 && Math.abs(value[1] as number) <= 90;
}

function multiLine(lines: readonly (readonly Position[])[]): { type: 'MultiLineString'; coordinates: Position[][] } {
  return { type: 'MultiLineString', coordinates: lines.map((line) => [...line]) };
}
