// The map's colours. Tints tell neighbouring parents apart and mean nothing by themselves; all states differ also in
// line width or fill, not by colour alone.
export const COLOURS = {
  paper: '#f4f3ee',
  unitLine: '#8a97a3',
  parentLine: '#46535f',
  hover: '#155e75',
  selected: '#0e4f66',
  blocking: '#b3261e',
  warning: '#8a5a00',
  pin: '#b3261e',
  before: '#5b6670',
  after: '#0e6b3a',
  changed: '#d08a00',
  invalid: '#c2180f',
  valid: '#0e6b3a',
  handle: '#ffffff',
  faint: '#5b6670',
  incident: '#7a3b69',
  address: '#5b6670',
  facility: '#2f6f3e',
  street: '#7a3b69',
  void: '#33628a',
  label: '#2b3640',
  empty: '#ffffff',
} as const;

/** Quiet fills of equal lightness: blue, sand, green, rose, violet, teal. */
const TINTS: readonly string[] = ['#dce8f2', '#f0e8d2', '#dfecdb', '#f2e0dc', '#e6e1f0', '#d9ebe9'];

/** The same tint for the same text, spread evenly. */
export function tintOf(text: string): string {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return TINTS[((hash ^ (hash >>> 7)) >>> 0) % TINTS.length] ?? COLOURS.empty;
}

/** What became of a unit; kept ones stay as they are. */
export const FATE_COLOURS = {
  changed: '#b9d4ec',
  split: '#f3d08a',
  merged: '#cdb9e6',
  rearranged: '#e7b3a3',
  new: '#a8d8ad',
  retired: '#c9ced2',
} as const;
