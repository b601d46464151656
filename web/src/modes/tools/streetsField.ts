// Where streets come from that divide units into blocks: a file of lines.
import { linesIn } from '../../model/redrawForm';
import { h } from '../../ui/dom';
import type { Bench } from './tool';

/** A button that asks for a file and adds its lines; `added` is told afterwards. */
export function streetsField(bench: Pick<Bench, 'desk' | 'addStreets'>, testId: string, added: () => void): HTMLElement {
  const { desk } = bench;
  const { i18n } = desk;
  const file = h('input', { type: 'file', accept: '.geojson,.json,application/geo+json', hidden: true, 'data-testid': testId });
  file.setAttribute('aria-label', i18n.t('redraw.loadStreets'));
  const read = async (): Promise<void> => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      const lines = linesIn(await chosen.text());
      if (lines.length === 0) desk.tell(i18n.t('redraw.noLines', { file: chosen.name }));
      else bench.addStreets(lines);
      added();
    } catch {
      desk.tell(i18n.t('redraw.noJson', { file: chosen.name }));
    }
  };
  file.addEventListener('change', () => void read());
  const load = h('button', { type: 'button', class: 'button', onclick: () => file.click() }, i18n.t('redraw.loadStreets'));
  return h('div', { class: 'button-row' }, load, file);
}
