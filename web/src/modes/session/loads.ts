// What the units of the view carry, counted from the places themselves, so that it holds for shapes not stored yet.
import type { Geometry } from 'geojson';
import type { DrawnAmount } from '../../client/draftTypes';
import type { Bounds, CountItem } from '../../client/types';
import { isAbort } from '../../client/http';
import { isWeight, loadOf, type Load, type Means, type Places, type Weight } from '../../model/balance';
import type { Chosen } from '../../model/lasso';
import { toLattice } from '../../model/lattice';
import { MOST_UNITS, snapBounds, wantedLevel } from '../../model/levels';
import { PointIndex } from '../../model/pointIndex';
import type { Desk } from '../../ui/desk';

/** More addresses than this are not loaded: the view is too wide to count in. */
const MOST_ADDRESSES = 60_000;

const NOTHING: Places = { addresses: null, incidents: null, households: null };
const UNKNOWN: Means = { households: null, addresses: null, incidents: null, area: null };

/** What the server says of one measure. */
interface Told {
  measure: Weight | null;
  reference: number | null;
  amounts: ReadonlyMap<string, DrawnAmount>;
}

const NOBODY_SAID: Told = { measure: null, reference: null, amounts: new Map() };

export class Loads {
  private counted: Means = UNKNOWN;
  private told: Told = NOBODY_SAID;
  private places: Places = NOTHING;
  private listed: readonly Chosen[] = [];
  private incidents: PointIndex | null = null;
  private items: readonly CountItem[] | null = null;
  private known = new WeakMap<Geometry, Load>();
  private key = '';
  private loading: AbortController | null = null;

  /** @param ready told when counts are there or have changed */
  constructor(
    private readonly desk: Desk,
    private readonly ready: () => void,
  ) {}

  /** What deviations are counted from: what the server says of the draft, else the mean of the plan in force. */
  get means(): Means {
    const { measure, reference } = this.told;
    return measure === null ? this.counted : { ...this.counted, [measure]: reference };
  }

  /** Takes what the server says of one measure, by code of the areas in view; nothing where there is none. */
  tell(measure: string | null, reference: number | null, amounts: ReadonlyMap<string, DrawnAmount>): void {
    this.told = measure !== null && isWeight(measure) ? { measure, reference, amounts } : NOBODY_SAID;
  }

  /** What the server says an area has; null where it said nothing. */
  toldOf(code: string, weight: Weight): DrawnAmount | null {
    return this.told.measure === weight ? (this.told.amounts.get(code) ?? null) : null;
  }

  of(geometry: Geometry): Load {
    let load = this.known.get(geometry);
    if (!load) {
      load = loadOf(geometry, this.places);
      this.known.set(geometry, load);
    }
    return load;
  }

  /** The addresses of the view; null where there are too many, or they are not loaded yet. */
  get addresses(): readonly Chosen[] | null {
    return this.places.addresses && this.listed;
  }

  /** The addresses inside a shape; those on its edge fall either way. */
  addressesIn(geometry: Geometry): readonly Chosen[] {
    return (this.places.addresses?.inside(geometry) ?? []).flatMap((index) => this.listed[index] ?? []);
  }

  /** Loads what the view needs; what is there already is not loaded again. */
  async load(): Promise<void> {
    const box = snapBounds(this.desk.map.bounds());
    const level = wantedLevel(this.desk.theme().levels, null)?.name ?? '';
    const key = [this.desk.theme().id, level, box].join('|');
    if (key === this.key) return;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.key = key;
    try {
      await this.fetch(level, box, loading.signal);
      if (!loading.signal.aborted) this.ready();
    } catch (error) {
      if (isAbort(error)) return;
      this.key = '';
      this.desk.fail(error);
    }
  }

  close(): void {
    this.loading?.abort();
  }

  private async fetch(level: string, box: Bounds, signal: AbortSignal): Promise<void> {
    const { api } = this.desk;
    const { id, plan } = this.desk.theme();
    const scope = { theme: id, level };
    const inForce = plan !== null;
    const [addresses, units, points, counts] = await Promise.all([
      api.placeLayer('addresses', box, MOST_ADDRESSES, signal),
      inForce ? api.unitLayer(scope, box, MOST_UNITS, signal) : null,
      this.incidents ? null : api.incidentPoints({}, signal),
      this.items || !inForce ? null : api.counts(scope, {}, signal),
    ]);
    if (signal.aborted) return;
    if (points) this.incidents = new PointIndex(points.lon, points.lat);
    if (counts) {
      this.items = counts.items;
      this.counted = meansOf(counts.items);
    }
    const whole = !addresses.truncated && !units?.truncated;
    const lon = addresses.features.map(({ geometry }) => geometry.coordinates[0] ?? 0);
    const lat = addresses.features.map(({ geometry }) => geometry.coordinates[1] ?? 0);
    const index = new PointIndex(lon, lat);
    const households = whole
      ? this.share(
          (units?.features ?? []).map(({ properties, geometry }) => [properties.code, geometry]),
          index,
          lon.length,
        )
      : null;
    this.places = { addresses: whole ? index : null, incidents: this.incidents, households };
    this.listed = addresses.features.map(({ id, geometry }) => ({ id, at: toLattice(geometry.coordinates) }));
    this.known = new WeakMap();
  }

  /** The households of each grid of the plan in force, shared out evenly among its addresses. */
  private share(units: readonly (readonly [string, Geometry])[], index: PointIndex, addresses: number): number[] | null {
    const householdsOf = new Map((this.items ?? []).map(({ code, households, addresses: n }) => [code, { households, n }]));
    if (![...householdsOf.values()].some(({ households }) => typeof households === 'number')) return null;
    const shares = new Array<number>(addresses).fill(0);
    for (const [code, geometry] of units) {
      const { households, n } = householdsOf.get(code) ?? {};
      if (households && n) for (const address of index.inside(geometry)) shares[address] = households / n;
    }
    return shares;
  }
}

function meansOf(items: readonly CountItem[]): Means {
  const mean = (value: (item: CountItem) => number | null | undefined): number | null => {
    const known = items.flatMap((item) => value(item) ?? []);
    return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
  };
  return {
    households: mean(({ households }) => households),
    addresses: mean(({ addresses }) => addresses),
    incidents: mean(({ count }) => count),
    area: mean(({ areaSquareMetres }) => areaSquareMetres),
  };
}
