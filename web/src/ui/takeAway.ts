// What can be taken away from the map: its picture, a page on paper, and addresses for other programs.
import { Drawing } from '../map/drawing';
import { FINENESSES, drawView, paintedGround, shapedGround, type DrawGround, type Fineness } from '../map/picture';
import { wantedLevel } from '../model/levels';
import { ask } from './dialogs';
import { h, uniqueId } from './dom';
import type { Desk } from './desk';
import { selectField } from './parts';
import { drawSheet, sheetSize } from './sheet';
import { TakenData } from './takenData';

/** Pixels of the picture for one of the screen, or a drawing without pixels. */
type PictureSize = Fineness | 'svg';

/**
 * Asks what is wished of the map, and gives it. What goes wrong is told.
 *
 * @param desk null where there is no map
 */
export async function takeAway(desk: Desk | null, city: string): Promise<void> {
  if (!desk) return;
  try {
    await asked(desk, city);
  } catch (error) {
    desk.fail(error);
  }
}

async function asked(desk: Desk, city: string): Promise<void> {
  const { i18n } = desk;
  const id = uniqueId('title');
  const title = h('input', { id, type: 'text', value: titleOf(desk, city), autocomplete: 'off', 'data-testid': 'picture-title' });
  let size: PictureSize = 2;
  const sizes = [
    ...FINENESSES.map((value) => ({ value: String(value), text: i18n.t('take.fineness', { n: value }) })),
    { value: 'svg', text: i18n.t('take.svg') },
  ];
  const open = new AbortController();
  const file = (): Promise<Blob> => (size === 'svg' ? drawing(desk, title.value, open.signal) : image(desk, size, title.value));
  const data = new TakenData(desk, open.signal);
  const given = async (give: () => Promise<true>): Promise<true> => {
    try {
      return await give();
    } catch (error) {
      desk.fail(error);
      return true;
    }
  };
  await ask<true>(i18n, {
    title: i18n.t('take.title'),
    wide: true,
    body: [
      h('h3', { class: 'take-heading' }, i18n.t('take.picture')),
      h('div', { class: 'field' }, h('label', { for: id }, i18n.t('take.heading')), title),
      selectField(i18n.t('take.size'), sizes, String(size), (value) => (size = value === 'svg' ? value : (Number(value) as Fineness)), {
        'data-testid': 'picture-size',
      }),
      h('h3', { class: 'take-heading' }, i18n.t('take.data')),
      data.element,
      h('h3', { class: 'take-heading' }, i18n.t('take.elsewhere')),
      addresses(desk),
    ],
    answers: [
      {
        text: i18n.t('take.print'),
        testId: 'picture-print',
        value: () => given(async () => print(await canvasOf(desk, size === 'svg' ? 4 : size, title.value))),
      },
      {
        text: i18n.t('take.save'),
        kind: 'primary',
        testId: 'picture-save',
        value: () => given(async () => save(await file(), title.value, size === 'svg' ? size : 'png')),
      },
    ],
    testId: 'take-away',
  });
  open.abort();
}

function titleOf({ i18n, store, theme }: Desk, city: string): string {
  const { title, levels } = theme();
  const level = wantedLevel(levels, store.get().level);
  return [city, i18n.half(title), level ? i18n.term('level', level.name) : ''].filter((part) => part !== '').join(' · ');
}

/** The sheet in pixels. */
async function canvasOf(desk: Desk, fineness: Fineness, title: string): Promise<HTMLCanvasElement> {
  const { x, y } = desk.map.leaflet.getSize();
  const { width, height } = sheetSize({ width: x, height: y });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * fineness, height * fineness];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot paint.');
  context.scale(fineness, fineness);
  await draw(context, desk, paintedGround(desk.ground, fineness), title);
  return canvas;
}

async function image(desk: Desk, fineness: Fineness, title: string): Promise<Blob> {
  const sheet = await canvasOf(desk, fineness, title);
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser cannot keep so large a picture.');
  return blob;
}

/** The sheet as a drawing of lines, areas and letters. */
async function drawing(desk: Desk, title: string, signal: AbortSignal): Promise<Blob> {
  const { x, y } = desk.map.leaflet.getSize();
  const { width, height } = sheetSize({ width: x, height: y });
  const drawn = new Drawing(width, height);
  await draw(drawn as unknown as CanvasRenderingContext2D, desk, shapedGround(desk.map, desk.ground, desk.units, signal), title);
  return new Blob([drawn.text()], { type: 'image/svg+xml' });
}

async function draw(context: CanvasRenderingContext2D, desk: Desk, ground: DrawGround, title: string): Promise<void> {
  const { i18n, legend, map } = desk;
  const made = i18n.date(new Date().toISOString().slice(0, 10));
  const bar = map.scaleBar();
  const { x: width, y: height } = map.leaflet.getSize();
  await drawSheet(
    context,
    { width, height },
    () => drawView(context, map, ground),
    legend,
    { pixels: bar.pixels, text: i18n.distance(bar.metres) },
    {
      title,
      about: [[versionOf(desk), ...filtered(desk)].filter((part) => part !== '').join(' · ')],
      legend: i18n.t('legend.title'),
      source: [i18n.t('take.made', { date: made }), map.credit()].filter((part) => part !== '').join(' · '),
      north: i18n.t('take.north'),
    },
  );
}

/** Which plan or draft the map shows. */
function versionOf({ i18n, store, theme }: Desk): string {
  const { at, draft } = store.get();
  const { plan } = theme();
  if (draft) return i18n.t('take.ofDraft', { draft });
  if (at) return i18n.t('take.asOf', { date: i18n.date(at) });
  if (!plan) return '';
  const since = i18n.date(plan.effectiveFrom ?? '');
  return i18n.t('take.ofPlan', { plan: String(plan.id), revision: String(plan.revision), date: since });
}

/** Which incidents the map is about, where it is about some. */
function filtered({ i18n, store }: Desk): string[] {
  const { category, from, to, workspace } = store.get();
  if (workspace === 'zoning') return [];
  const period = from || to ? `${from ? i18n.date(from) : '…'} – ${to ? i18n.date(to) : '…'}` : '';
  return [category ? i18n.term('category', category) : '', period];
}

/** Where other programs find what is shown. */
function addresses({ i18n, store, theme }: Desk): HTMLElement {
  const { at, draft } = store.get();
  const { id, levels } = theme();
  const level = wantedLevel(levels, store.get().level)?.name ?? '';
  const of = new URLSearchParams(draft ? { draft } : { theme: id, ...(at ? { at } : {}) }).toString();
  const tiles = `/tiles/${encodeURIComponent(level)}`;
  return h(
    'ul',
    { class: 'take-links' },
    link(i18n.t('take.tilejson'), `${location.origin}${tiles}/tilejson.json?${of}`),
    link(i18n.t('take.style'), `${location.origin}${tiles}/style.json?${of}`),
    link(i18n.t('take.qgis'), `${tiles}/layers.qlr?${of}`, `${level}.qlr`),
  );
}

/** @param file what it is saved as; left out where it is opened, or its address copied */
function link(text: string, href: string, file?: string): HTMLElement {
  const how = file === undefined ? { target: '_blank', rel: 'noopener' } : { download: file };
  return h('li', {}, h('a', { class: 'button', href, ...how }, text));
}

function save(file: Blob, title: string, ending: 'png' | 'svg'): true {
  const href = URL.createObjectURL(file);
  h('a', { href, download: `${title.replace(/[\\/:*?"<>|\s]+/g, '-') || 'map'}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return true;
}

/** One page with the sheet alone. */
async function print(sheet: HTMLCanvasElement): Promise<true> {
  const page = h('div', { class: 'printed', 'aria-hidden': 'true' }, sheet);
  document.body.append(page);
  document.body.classList.add('printing');
  await new Promise(requestAnimationFrame);
  window.print();
  document.body.classList.remove('printing');
  page.remove();
  return true;
}
