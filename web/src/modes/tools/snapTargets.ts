// What drawing goes to: borders of the theme that is drawn, streets, and borders of other themes as they are in force.
// The planner chooses which; the choice stays on this machine.
import type { Bounds } from '../../client/types';
import { isAbort } from '../../client/http';
import type { LatticePoint } from '../../model/lattice';
import { outlineOf, outlineOfLine, type Outline } from '../../model/outlines';
import { snapTo, type Reach, type Snap } from '../../model/snapping';
import { fill, h, uniqueId } from '../../ui/dom';
import { streetsField } from './streetsField';
import type { Bench } from './tool';

type Ground = Pick<Bench, 'desk' | 'streets' | 'addStreets'>;

const KINDS = ['own', 'streets', 'themes'] as const;
type Kind = (typeof KINDS)[number];

const KEY = 'gridwright.snap';
const PHONE = '(max-width: 767px)';
/** Units of another theme are fetched up to this many; a view with more of them is too wide to draw in. */
const MOST_UNITS = 1000;

/** Where a drawing went to, and what is there; `theme` names the other theme. */
export interface Target extends Snap {
  kind: Kind;
  theme: string;
}

export class SnapTargets {
  /** The switches. */
  readonly element: HTMLElement;
  private readonly chosen = new Set<Kind>(remembered());
  private readonly streetsField: HTMLElement;
  private foreign: readonly { theme: string; outlines: readonly Outline[] }[] = [];
  private fetched: { bounds: Bounds; of: string } | null = null;
  private fetching: AbortController | null = null;
  private streets: { lines: unknown; outlines: readonly Outline[] } = { lines: null, outlines: [] };

  constructor(private readonly bench: Ground) {
    const { i18n } = bench.desk;
    this.streetsField = streetsField(bench, 'snap-streets-file', () => this.show());
    const boxes = KINDS.filter((kind) => kind !== 'themes' || this.others().length > 0).map((kind) => this.box(kind));
    const title = h('summary', {}, i18n.t('snap.title'));
    const all = h('div', { class: 'snap-boxes' }, ...boxes, this.streetsField);
    const folded = h('details', { class: 'snap-card', 'data-testid': 'snap-card' }, title, all);
    folded.open = !matchMedia(PHONE).matches; // there the map needs the room
    this.element = folded;
    this.show();
  }

  close(): void {
    this.fetching?.abort();
  }

  /** The nearest of what is chosen: borders of its own theme before all else. */
  find(own: readonly Outline[], at: LatticePoint, reach: Reach, except: LatticePoint | null = null): Target | null {
    const found = (kind: Kind, outlines: readonly Outline[], theme = ''): Target | null => {
      const snap = this.chosen.has(kind) ? snapTo(outlines, at, reach, except) : null;
      return snap && { ...snap, kind, theme };
    };
    const first = found('own', own) ?? found('streets', this.streetOutlines());
    if (first) return first;
    for (const { theme, outlines } of this.foreign) {
      const target = found('themes', outlines, theme);
      if (target) return target;
    }
    return null;
  }

  words({ kind, theme }: Target): string {
    return this.bench.desk.i18n.t(`snap.on.${kind}`, { theme });
  }

  /** Fetches other themes' borders around the view, unless they are there. */
  async load(): Promise<void> {
    const { desk } = this.bench;
    const { at } = desk.store.get();
    const of = `${desk.theme().id} ${at ?? ''}`;
    const view = desk.map.bounds();
    if (!this.chosen.has('themes') || this.others().length === 0) return;
    if (this.fetched?.of === of && holds(this.fetched.bounds, view)) return;
    this.fetching?.abort();
    const fetching = (this.fetching = new AbortController());
    const bounds = widened(view);
    try {
      const foreign = await Promise.all(
        this.others().map(async ({ id, title, levels }) => {
          const scope = { theme: id, level: levels[levels.length - 1]?.name ?? '', at };
          const { features, truncated } = await desk.api.unitLayer(scope, bounds, MOST_UNITS, fetching.signal);
          const outlines = truncated ? [] : features.map(({ geometry }) => outlineOf('', geometry));
          return { theme: desk.i18n.half(title), outlines };
        }),
      );
      this.foreign = foreign;
      this.fetched = { bounds, of };
    } catch (error) {
      if (!isAbort(error)) desk.fail(error);
    }
  }

  private others(): ReturnType<Bench['desk']['themes']> {
    const { desk } = this.bench;
    return desk.themes().filter(({ id }) => id !== desk.theme().id);
  }

  private streetOutlines(): readonly Outline[] {
    const lines = this.bench.streets();
    if (this.streets.lines !== lines) this.streets = { lines, outlines: lines.map(outlineOfLine) };
    return this.streets.outlines;
  }

  private box(kind: Kind): HTMLElement {
    const id = uniqueId('check');
    const input = h('input', { type: 'checkbox', id, 'data-testid': `snap-${kind}` });
    input.checked = this.chosen.has(kind);
    input.addEventListener('change', () => {
      if (input.checked) this.chosen.add(kind);
      else this.chosen.delete(kind);
      remember(this.chosen);
      this.show();
      void this.load();
    });
    const text = h('span', {});
    fill(text, this.bench.desk.i18n.t(`snap.${kind}`));
    return h('label', { class: 'check', for: id }, input, text);
  }

  private show(): void {
    this.streetsField.hidden = !this.chosen.has('streets') || this.bench.streets().length > 0;
  }
}

/** Half a view more on each side, so that a small pan fetches nothing. */
function widened([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [(east - west) / 2, (north - south) / 2];
  return [Math.max(-180, west - x), Math.max(-90, south - y), Math.min(180, east + x), Math.min(90, north + y)];
}

function holds(outer: Bounds, inner: Bounds): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** What was chosen last; borders of its own theme at first. */
function remembered(): readonly Kind[] {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null ? ['own'] : KINDS.filter((kind) => kept.split(' ').includes(kind));
  } catch {
    return ['own'];
  }
}

function remember(chosen: ReadonlySet<Kind>): void {
  try {
    localStorage.setItem(KEY, [...chosen].join(' '));
  } catch {
    // The choice then holds until the page is left.
  }
}
