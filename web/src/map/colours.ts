// The map's colours. Tints tell neighbouring parents apart and mean nothing by themselves; all states differ also in
// line width or fill, not by colour alone.
const BY_DAY = {
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
  halo: 'rgba(255, 255, 255, 0.92)',
  empty: '#ffffff',
  /** Around what stands out, and inside rings. */
  ring: '#ffffff',
};

type Colours = Readonly<typeof BY_DAY>;

/** Dark ground with darker lines: what is filled by numbers keeps its colours, and its lines. */
const BY_NIGHT: Colours = {
  ...BY_DAY,
  paper: '#14191d',
  unitLine: '#0d1216',
  parentLine: '#05080a',
  hover: '#8ad3e6',
  selected: '#8ad3e6',
  blocking: '#ff8a80',
  warning: '#f2b84b',
  before: '#b8c3cc',
  after: '#7fd6a5',
  changed: '#f2b84b',
  invalid: '#ff8a80',
  valid: '#7fd6a5',
  handle: '#14191d',
  faint: '#9aa7b2',
  incident: '#d391c0',
  address: '#b8c3cc',
  facility: '#7cc78f',
  street: '#d391c0',
  void: '#8fc1e8',
  label: '#eef2f5',
  halo: 'rgba(13, 18, 22, 0.88)',
  ring: '#14191d',
};

/** The colours at present. */
export let COLOURS: Colours = BY_DAY;

/** Chooses the colours of what is drawn from now on. */
export function wear(dark: boolean): void {
  COLOURS = dark ? BY_NIGHT : BY_DAY;
}

/** Quiet fills of equal lightness: blue, sand, green, rose, violet, teal. */
const TINTS: readonly string[] = ['#dce8f2', '#f0e8d2', '#dfecdb', '#f2e0dc', '#e6e1f0', '#d9ebe9'];
const DARK_TINTS: readonly string[] = ['#34505f', '#56502f', '#3a5340', '#5b423f', '#484060', '#34564f'];

/** The same tint for the same text, spread evenly. */
export function tintOf(text: string): string {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  const tints = COLOURS === BY_DAY ? TINTS : DARK_TINTS;
  return tints[((hash ^ (hash >>> 7)) >>> 0) % tints.length] ?? COLOURS.empty;
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
