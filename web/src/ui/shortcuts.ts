// Keys that work everywhere except while typing, and the dialog that lists them.
import type { Key } from '../i18n/en';
import type { I18n } from '../i18n/i18n';
import { h, iconButton } from './dom';

const LISTED: readonly (readonly [string, Key])[] = [
  ['/', 'key.search'],
  ['1 2 3', 'key.workspaces'],
  ['m', 'key.map'],
  ['p', 'key.panel'],
  ['l', 'key.layers'],
  ['[ ]', 'key.level'],
  ['Esc', 'key.escape'],
  ['?', 'key.help'],
  ['← ↑ → ↓', 'key.mapMove'],
  ['+ −', 'key.mapZoom'],
  ['Enter', 'key.mapLocate'],
  ['Ctrl Enter', 'key.record'],
  ['↑ ↓ Home End', 'key.lists'],
];

/** Keys while a draft is open. */
const DRAFTING: readonly (readonly [string, Key])[] = [
  ['Ctrl Z', 'draft.undo'],
  ['Ctrl Shift Z', 'draft.redo'],
  ['c', 'tool.choose'],
  ['s', 'tool.split'],
  ['j', 'tool.merge'],
  ['v', 'tool.vertex'],
  ['[ ]', 'key.vertexRadius'],
  ['Shift', 'key.vertexStretch'],
  ['r', 'tool.reshape'],
  ['t', 'tool.transfer'],
  ['o', 'tool.lasso'],
  ['b', 'tool.brush'],
  ['[ ]', 'key.brushSize'],
  ['Shift', 'key.lassoAdd'],
  ['Alt', 'key.lassoRemove'],
  ['a', 'tool.add'],
  ['w', 'tool.water'],
  ['d', 'tool.redraw'],
  ['Enter', 'key.point'],
  ['f', 'sketch.finish'],
  ['Backspace', 'sketch.back'],
  ['Alt', 'key.free'],
];

/** Whether the key belongs to a field or a dialog. */
function occupied(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const typing = target.matches('input:not([type=radio]):not([type=checkbox]), select, textarea');
  return document.querySelector('dialog[open]') !== null || (typing && event.key !== 'Escape');
}

export interface DraftKeys {
  undo(): void;
  redo(): void;
  /** A plain key; true where it did something. */
  key(key: string): boolean;
}

/** Undo, redo and the keys of the tools, before all other keys. The function returned ends it. */
export function draftKeys(actions: DraftKeys): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (occupied(event)) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'z') {
      if (event.shiftKey) actions.redo();
      else actions.undo();
    } else if (command || event.altKey || !actions.key(event.key.length === 1 ? event.key.toLowerCase() : event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', listener, { capture: true });
  return () => document.removeEventListener('keydown', listener, { capture: true });
}

/** Calls the action of a key. The function returned ends it. */
export function listenToKeys(actions: Readonly<Record<string, () => void>>): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || occupied(event)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

/** The dialog with all keys; it closes with Esc, as dialogs do. */
export function shortcutsDialog(i18n: I18n): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { class: 'dialog dialog-keys', 'aria-labelledby': 'shortcuts-title' },
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', { id: 'shortcuts-title' }, i18n.t('key.title')),
      iconButton('close', i18n.t('app.close'), () => dialog.close()),
    ),
    h(
      'div',
      { class: 'key-columns' },
      h('section', {}, h('h3', { class: 'block-title' }, i18n.t('key.anywhere')), keyList(i18n, LISTED)),
      h('section', {}, h('h3', { class: 'block-title' }, i18n.t('key.drafting')), keyList(i18n, DRAFTING)),
    ),
  );
  return dialog;
}

function keyList(i18n: I18n, keys: readonly (readonly [string, Key])[]): HTMLElement {
  return h(
    'dl',
    { class: 'keys' },
    ...keys.map(([names, text]) =>
      h('div', {}, h('dt', {}, ...names.split(' ').map((key) => h('kbd', {}, key))), h('dd', {}, i18n.t(text))),
    ),
  );
}
