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
  ['↑ ↓ Home End', 'key.lists'],
];

/** Calls the action of a key. The function returned ends it. */
export function listenToKeys(actions: Readonly<Record<string, () => void>>): () => void {
  const listener = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const typing = target.matches('input:not([type=radio]):not([type=checkbox]), select, textarea');
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]') || (typing && event.key !== 'Escape')) return;
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
    { class: 'dialog', 'aria-labelledby': 'shortcuts-title' },
    h(
      'header',
      { class: 'dialog-head' },
      h('h2', { id: 'shortcuts-title' }, i18n.t('key.title')),
      iconButton('close', i18n.t('app.close'), () => dialog.close()),
    ),
    h(
      'dl',
      { class: 'keys' },
      ...LISTED.map(([keys, text]) =>
        h('div', {}, h('dt', {}, ...keys.split(' ').map((key) => h('kbd', {}, key))), h('dd', {}, i18n.t(text))),
      ),
    ),
  );
  return dialog;
}
