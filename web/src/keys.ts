// The keys that work everywhere in the application.
import { wantedLevel } from './model/levels';
import type { Desk } from './ui/desk';
import type { LayersPanel } from './ui/layersPanel';
import type { SearchBox } from './ui/search';
import type { Shell } from './ui/shell';

/** What each key does. */
export function appKeys(
  desk: Desk,
  shell: Shell,
  search: SearchBox,
  layers: LayersPanel,
  help: HTMLDialogElement,
): Record<string, () => void> {
  const { store } = desk;
  const escape = (): void => {
    if (!layers.element.hidden) layers.toggle(false);
    else if (store.get().unit) store.set({ unit: null });
    else store.set({ place: null, finding: null });
  };
  return {
    '/': () => search.input.focus(),
    '1': () => store.set({ workspace: 'zoning' }),
    '2': () => store.set({ workspace: 'dispatch' }),
    '3': () => store.set({ workspace: 'hotspots' }),
    m: () => shell.mapBox.focus(),
    p: () => shell.focusPanel(),
    l: () => layers.toggle(),
    '[': () => stepLevel(desk, -1),
    ']': () => stepLevel(desk, 1),
    '?': () => help.showModal(),
    Escape: escape,
  };
}

function stepLevel({ i18n, say, store, theme }: Desk, by: number): void {
  const { levels } = theme();
  const now = wantedLevel(levels, store.get().level)?.name;
  const next = levels[levels.findIndex(({ name }) => name === now) + by];
  if (!next) return;
  store.set({ level: next.name });
  say(`${i18n.t('level.label')}: ${i18n.term('level', next.name)}`);
}
