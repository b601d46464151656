// Two planners changed the same units: both versions side by side, and the choice.
import type { Geometry } from 'geojson';
import type { Conflict, Edit } from '../../client/draftTypes';
import type { UnitCollection } from '../../client/types';
import { boundsOf } from '../../model/shapes';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { h } from '../../ui/dom';
import { nameOf } from '../session/unitName';

/** True: the planner's edit is tried again on top of the other's; false: it is given up; null: it waits. */
export async function askConflict(desk: Desk, conflict: Conflict, edit: Edit): Promise<boolean | null> {
  const { i18n } = desk;
  const both = [conflict.mine, conflict.theirs].flatMap((side) => side?.features ?? []);
  const bounds = boundsOf({ type: 'GeometryCollection', geometries: both.map(({ geometry }) => geometry) });
  const picture = (side: UnitCollection | null, title: string): HTMLElement =>
    h('figure', { class: 'version' }, outlinePicture(side, bounds, title), h('figcaption', {}, title, h('br'), namesOf(desk, side)));
  const answer = await ask<'mine' | 'theirs'>(i18n, {
    title: i18n.t('conflict.title'),
    wide: true,
    testId: 'conflict',
    cancel: i18n.t('conflict.later'),
    body: [
      h(
        'p',
        {},
        i18n.t('conflict.text', {
          edit: i18n.t(`edit.${edit.type}`),
          units: conflict.units.map((code) => nameIn(desk, conflict, code)).join('; '),
        }),
      ),
      h('div', { class: 'versions' }, picture(conflict.theirs, i18n.t('conflict.theirs')), picture(conflict.mine, i18n.t('conflict.mine'))),
    ],
    answers: [
      { text: i18n.t('conflict.keepTheirs'), value: () => 'theirs', testId: 'keep-theirs' },
      { text: i18n.t('conflict.tryAgain'), value: () => 'mine', kind: 'primary', testId: 'try-again' },
    ],
  });
  return answer === null ? null : answer === 'mine';
}

/** A unit as either side calls it, where that is more than its code. */
function nameIn(desk: Desk, { mine, theirs }: Conflict, code: string): string {
  const there = [theirs, mine].flatMap((side) => side?.features ?? []).find(({ properties }) => properties.code === code);
  return there ? desk.i18n.nameAndCode(there.properties) : nameOf(desk, code);
}

/** The units by name: a change of names is seen in no outline. */
function namesOf({ i18n }: Desk, side: UnitCollection | null): string {
  const features = side?.features ?? [];
  return features.length > MOST_NAMES ? '' : features.map(({ properties }) => i18n.nameAndCode(properties)).join(', ');
}

const MOST_NAMES = 4;
const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT, EDGE] = [240, 180, 8];

/** The outlines of the units as a picture, north up. */
function outlinePicture(side: UnitCollection | null, bounds: ReturnType<typeof boundsOf>, title: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  if (!bounds) return svg;
  const [west, south, east, north] = bounds;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((WIDTH - 2 * EDGE) / ((east - west) * squeeze || 1), (HEIGHT - 2 * EDGE) / (north - south || 1));
  const x = (lon: number): number => WIDTH / 2 + (lon - (west + east) / 2) * squeeze * scale;
  const y = (lat: number): number => HEIGHT / 2 - (lat - (south + north) / 2) * scale;
  for (const feature of side?.features ?? []) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', pathOf(feature.geometry, x, y));
    svg.append(path);
  }
  return svg;
}

function pathOf(geometry: Geometry, x: (lon: number) => number, y: (lat: number) => number): string {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  return rings
    .map((ring) => ring.map(([lon = 0, lat = 0], i) => `${i === 0 ? 'M' : 'L'}${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('') + 'Z')
    .join('');
}
