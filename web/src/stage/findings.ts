// The findings on the map: their shapes where few are in view, else marks that say how many are where.
import { isAbort, ProblemError } from '../client/http';
import type { Finding } from '../client/types';
import { findingCategory, FindingMarks } from '../map/findingMarks';
import type { MarkHit } from '../map/clusterLayer';
import { PointTiles, type TiledPoints } from '../map/pointTiles';
import type { Frame } from '../map/canvasOverlay';
import type { Pixel } from '../map/cityMap';
import type { Disc } from '../model/labels';
import { snapBounds } from '../model/levels';
import { toWorld } from '../model/mercator';
import type { FindingsAtHand, Mode } from '../modes/mode';
import type { Desk } from '../ui/desk';

/** Where more than this are in view they are gathered. */
const MOST_SHAPES = 200;

export class FindingsOnMap {
  private readonly marks: FindingMarks;
  private shown = false;
  private placesKey = '';
  private readonly tiles: PointTiles;
  private pattern: string | null = null;
  private places: TiledPoints | null = null;
  /** Whether the places are those of the present view. */
  private fresh = false;
  private shapesKey = '';
  private shapes: readonly Finding[] = [];
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly mode: () => Mode | null,
    private readonly changed: () => void,
    painted: () => void,
  ) {
    this.marks = new FindingMarks((count) => desk.i18n.number(count), painted);
    this.marks.addTo(desk.map.leaflet);
    this.tiles = new PointTiles(desk.map, desk.ground.studio, findingCategory, {
      came: (places) => this.came(places),
      // That the server is out of reach is told anyway.
      failed: (status) => (status === 0 ? undefined : desk.fail(new Error(desk.i18n.t('map.findingsMissing')))),
    });
  }

  /** Whether they are gathered to marks in this view. */
  get gathered(): boolean {
    return this.shown && this.places !== null && this.inView() > MOST_SHAPES;
  }

  /** What is drawn of the marks, in pixels of a frame. */
  discs(frame: Frame): readonly Disc[] {
    return this.marks.discs(frame);
  }

  show(is: boolean): void {
    this.shown = is;
    this.draw();
  }

  close(): void {
    this.asking?.abort();
    this.tiles.show(null);
    this.marks.remove();
    this.desk.marks.findings([], null);
  }

  hit(pixel: Pixel): MarkHit | null {
    return this.gathered ? this.marks.markAt(this.desk.map.leaflet, pixel) : null;
  }

  moved(): void {
    this.fresh = false;
    this.tiles.moved();
    this.paint(this.hand());
  }

  private came(places: TiledPoints): void {
    [this.places, this.fresh] = [places, true];
    this.draw();
    this.changed();
  }

  /** Draws what is known, and asks for what is missing. */
  draw(): void {
    const hand = this.hand();
    const key = keyOf(hand, this.desk.store.get().findingKind);
    if (key !== this.placesKey) {
      this.placesKey = key;
      this.shapesKey = '';
      this.ask(hand);
    } else if (this.fresh && !this.gathered) {
      void this.askShapes();
    }
    this.paint(hand);
  }

  private hand(): FindingsAtHand | null {
    const hand = this.shown ? this.mode()?.findings() : null;
    return hand?.of ? hand : null;
  }

  private paint(hand: FindingsAtHand | null): void {
    const { gathered } = this;
    this.marks.setPlaces(gathered ? this.places : null);
    const chosen = hand?.chosen ?? null;
    const shapes = gathered || !hand ? [] : this.shapes.filter(({ id }) => id !== chosen?.id);
    this.desk.marks.findings(chosen ? [...shapes, chosen] : shapes, chosen?.id ?? null);
  }

  /** What is shown of the same findings stays until they have come anew. */
  private ask(hand: FindingsAtHand | null): void {
    const { findings, store } = this.desk;
    const pattern = hand?.of ? findings.tiles(hand.of, { kind: store.get().findingKind, accepted: hand.accepted }) : null;
    if (pattern !== this.pattern) [this.places, this.shapes] = [null, []];
    [this.pattern, this.fresh] = [pattern, false];
    this.tiles.show(pattern, hand?.edition);
  }

  private async askShapes(): Promise<void> {
    const hand = this.hand();
    const box = snapBounds(this.desk.map.bounds());
    const key = [this.placesKey, box].join('|');
    if (!hand?.of || key === this.shapesKey) return;
    this.shapesKey = key;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const wanted = { kind: this.desk.store.get().findingKind, accepted: hand.accepted, bbox: box };
      const { findings } = await this.desk.findings.page(hand.of, wanted, { limit: MOST_SHAPES }, asking.signal);
      if (asking.signal.aborted) return;
      this.shapes = findings;
      this.paint(this.hand());
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (isAbort(error)) return;
    this.placesKey = this.shapesKey = '';
    // That a draft was published or deleted meanwhile is told by itself.
    if (error instanceof ProblemError && error.status === 404) return;
    this.desk.fail(error);
  }

  /** How many of the places lie in the view. */
  private inView(): number {
    const { places } = this;
    if (!places) return 0;
    const [west, south, east, north] = this.desk.map.bounds();
    const [from, to] = [toWorld(west, north), toWorld(east, south)];
    return places.count.reduce((sum, count, i) => {
      const [x, y] = [places.x[i]!, places.y[i]!];
      return x >= from.x && x <= to.x && y >= from.y && y <= to.y ? sum + count : sum;
    }, 0);
  }
}

function keyOf(hand: FindingsAtHand | null, kind: string | null): string {
  return hand?.of ? JSON.stringify([hand.of, hand.accepted, hand.edition, kind]) : '';
}
