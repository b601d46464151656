// Building the page: elements from plain values. Text is always text, never markup.

type Child = Node | string | number | null | undefined | false;
type Attribute = string | number | boolean | null | undefined | ((event: never) => void);

/**
 * An element with attributes and children. `class` and other names are attributes; `on…` functions are listeners; true
 * is an attribute without value; false, null and undefined leave it out. A style goes past the attribute, which the page's
 * policy forbids.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Attribute> = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'style' && typeof value === 'string') element.style.cssText = value;
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

/** Replaces all children. */
export function fill(element: Element, ...children: (Child | Child[])[]): void {
  element.replaceChildren();
  append(element, children);
}

function append(element: Element, children: (Child | Child[])[]): void {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** Line icons on a 20-unit square, drawn in the text's colour. */
const ICONS = {
  zoning: 'M3 6l5-3 4 2 5-2v11l-5 3-4-2-5 2zM8 3v12M12 5v12M3 11l5-2 4 2 5-2',
  dispatch: 'M10 18s6-5.2 6-10a6 6 0 1 0-12 0c0 4.8 6 10 6 10zM10 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  hotspots: 'M6 2.5l3.5 2v4L6 10.5l-3.5-2v-4zM14 9.5l3.5 2v4l-3.5 2-3.5-2v-4zM14 2l2.5 1.5v3L14 8l-2.5-1.5v-3z',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5L17 17',
  layers: 'M10 3l7 4-7 4-7-4zM3.5 10.5L10 14l6.5-3.5M3.5 13.5L10 17l6.5-3.5',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  whole: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 7h6v6H7z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  take: 'M10 12.5V3M6.5 6.500L10 3l3.500 3.500M3.500 12v4.500h13V12',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1',
  check: 'M4 10.5l4 4 8-9',
  chevron: 'M5 12.5l5-5 5 5',
  undo: 'M7.5 4L3.5 8l4 4M3.5 8h8a5 5 0 0 1 0 10H8',
  redo: 'M12.5 4l4 4-4 4M16.5 8h-8a5 5 0 0 0 0 10H12',
  choose: 'M5 3l10.5 7-4.7 1.2L8.5 16z',
  split: 'M3.5 3.5h13v13h-13zM11.5 1.5L8 10l3.5 1L8.5 18.5',
  merge: 'M3.5 5h5v10h-5zM11.5 5h5v10h-5zM6 10h3M14 10h-3',
  vertex:
    'M4 15L9 6l7 4M9 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM4 17a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 4 17zM16 12a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z',
  reshape: 'M10 2v3.5M10 14.5V18M10 5.5c-6 2-6 7 0 9M10 5.5v9',
  transfer: 'M4 8.5C4 5 7 3 10.5 3S16 5 16 8s-3 4.500-6 4.500-4.500.5-4.500 2 1 2.500 2.500 2.500M11 15.500l2 2-2 2',
  lasso:
    'M10 3c4.200 0 7 2 7 4.500S14.200 12 10 12c-1 0-2-.1-2.900-.3M5 10.900C3.700 10.100 3 8.900 3 7.500 3 5 5.800 3 10 3M6 13.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.500 13.500c.8 1.500.3 3-1.500 4',
  brush:
    'M16.5 3.500c-3 1.500-6.500 5-8 7.500l2 2c2.500-1.500 6-5 7.500-8zM8 11.500c-2 0-3 1.500-3 3 0 1-.5 1.500-1.500 1.800 1 .5 2.200.7 3.200.7 2 0 3.300-1.500 3.300-3.500',
  add: 'M3.5 6.500L9 3.500l6.500 2.500v7L10 16.500l-6.500-2.500zM9.500 7.500v5M7 10h5',
  water:
    'M3 7c1.500-1.500 3-1.500 4.700 0s3.100 1.500 4.600 0 3.200-1.500 4.700 0M3 12c1.500-1.500 3-1.500 4.700 0s3.100 1.500 4.600 0 3.200-1.500 4.700 0',
  redraw: 'M3 3h14v14H3zM10 3v14M3 10h7M10 7.5h7M10 12.500h7',
  bring: 'M10 3v9M6.500 8.500L10 12l3.500-3.500M3.500 12v4.500h13V12',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.2v.1',
} as const;

export type IconName = keyof typeof ICONS;

/** An icon that screen readers pass over: the control around it has the words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only an icon; its words are its name and its tooltip. */
export function iconButton(name: IconName, label: string, onclick: () => void, more: Record<string, Attribute> = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more }, icon(name));
}

let lastId = 0;

/** An id that no other element of the page has. */
export function uniqueId(stem: string): string {
  return `${stem}-${++lastId}`;
}

/** Waits until calls pause for the given time, then makes the last one. */
export function debounce<A extends unknown[]>(milliseconds: number, action: (...values: A) => void): (...values: A) => void {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => action(...values), milliseconds);
  };
}
