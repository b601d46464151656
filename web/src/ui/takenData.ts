// Rows taken away as files: what, as what, how much that is, and the files that were asked for.
import type { ExportFile, ExportFormat, ExportsApi, TakenLayer, Taking } from '../client/exports';
import { isAbort } from '../client/http';
import { wantedLevel } from '../model/levels';
import { sentence } from '../model/sentence';
import type { Desk } from './desk';
import { fill, h, iconButton } from './dom';
import { inputField, selectField } from './parts';
import { watched } from './watched';
import { incidentsAsked } from './filters';

const LAYERS: readonly TakenLayer[] = ['units', 'incidents', 'addresses', 'facilities', 'officers'];
const FORMATS: readonly ExportFormat[] = ['geojson', 'gpkg', 'csv'];
const EVERY = 700;

interface Choice {
  layer?: TakenLayer;
  format?: ExportFormat;
  part?: 'all' | 'view';
}

export class TakenData {
  readonly element: HTMLElement;
  private layer: TakenLayer = 'units';
  private format: ExportFormat = 'geojson';
  private part: 'all' | 'view' = 'all';
  private readonly columns: HTMLInputElement;
  private asking = new AbortController();
  private readonly size = h('p', { class: 'quiet', role: 'status', 'data-testid': 'take-size' });
  private readonly where = h('div', {});
  private readonly write: HTMLButtonElement;
  private readonly files = h('ul', { class: 'taken-files', 'data-testid': 'taken-files' });
  private readonly exports: ExportsApi;

  /** @param ending ends what goes on in the dialog; files that are written go on */
  constructor(
    private readonly desk: Desk,
    private readonly ending: AbortSignal,
  ) {
    const { i18n } = desk;
    this.exports = desk.exports;
    this.write = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'take-write', onclick: () => void this.begin() },
      i18n.t('take.write'),
    );
    this.columns = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'take-columns' });
    this.columns.addEventListener('change', () => this.choose({}));
    const level = wantedLevel(desk.theme().levels, desk.store.get().level);
    const named = (layer: TakenLayer): string =>
      layer === 'units' ? (level ? i18n.term('level', level.name) : i18n.t('take.units')) : i18n.t(`take.${layer}`);
    this.element = h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'taken-choices' },
        selectField(
          i18n.t('take.what'),
          LAYERS.map((value) => ({ value, text: named(value) })),
          this.layer,
          (value) => {
            // Others have other fields.
            this.columns.value = '';
            this.choose({ layer: value as TakenLayer });
          },
          { 'data-testid': 'take-layer', 'data-stored': '' },
        ),
        selectField(
          i18n.t('take.as'),
          FORMATS.map((value) => ({ value, text: i18n.t(`take.format.${value}`) })),
          this.format,
          (value) => this.choose({ format: value as ExportFormat }),
          { 'data-testid': 'take-format', 'data-stored': '' },
        ),
        this.where,
      ),
      inputField(i18n.t('take.columns'), this.columns, i18n.t('take.columnsHelp')),
      this.size,
      this.write,
      this.files,
    );
    this.choose({});
    void this.follow();
  }

  private choose({ layer = this.layer, format = this.format, part = this.part }: Choice): void {
    Object.assign(this, { layer, format, part });
    const { i18n } = this.desk;
    fill(
      this.where,
      this.layer === 'officers'
        ? null
        : selectField(
            i18n.t('take.where'),
            [
              { value: 'all', text: i18n.t('take.all') },
              { value: 'view', text: i18n.t('take.view') },
            ],
            this.part,
            (value) => this.choose({ part: value as 'all' | 'view' }),
            { 'data-testid': 'take-part', 'data-stored': '' },
          ),
    );
    void this.ask();
  }

  /** What is shown, as far as it concerns the layer. */
  private taking(): Taking {
    const { store, theme, map } = this.desk;
    const { at, draft, workspace, level } = store.get();
    const { id, levels } = theme();
    const asked: Taking = { layer: this.layer, format: this.format };
    const columns = this.columns.value.trim();
    if (columns !== '') asked.columns = columns;
    if (this.format === 'csv') asked.bom = true;
    if (this.layer !== 'officers' && this.part === 'view') asked.bbox = map.bounds();
    if (this.layer === 'units') {
      const shown = wantedLevel(levels, level)?.name;
      return { ...asked, ...(draft ? { draft } : { theme: id, at }), ...(shown ? { level: shown } : {}) };
    }
    if (this.layer === 'officers') return { ...asked, theme: id, at };
    if (this.layer === 'incidents' && workspace !== 'zoning') return { ...asked, ...incidentsAsked(store.get()) };
    return asked;
  }

  private async ask(): Promise<void> {
    const { i18n } = this.desk;
    this.asking.abort();
    this.asking = new AbortController();
    const signal = AbortSignal.any([this.asking.signal, this.ending]);
    fill(this.size, i18n.t('take.counting'));
    this.write.disabled = true;
    try {
      const { rows, bytes, exact } = await this.exports.size(this.taking(), signal);
      const size = i18n.bytes(bytes);
      fill(this.size, i18n.t(exact ? 'take.rows' : 'take.rowsAbout', { n: rows, size }));
      this.write.disabled = rows === 0;
    } catch (error) {
      if (!isAbort(error)) fill(this.size, error instanceof Error ? sentence(error.message) : '');
    }
  }

  private async begin(): Promise<void> {
    this.write.disabled = true;
    try {
      await this.exports.begin(this.taking());
      await this.follow();
    } catch (error) {
      this.desk.fail(error);
    } finally {
      this.write.disabled = false;
    }
  }

  /** Shows the files, and again for as long as one is written. */
  private async follow(): Promise<void> {
    try {
      const files = await this.exports.list(this.ending);
      this.draw(files);
      if (files.some(({ state }) => state === 'waiting' || state === 'running')) setTimeout(() => void this.follow(), EVERY);
    } catch (error) {
      this.desk.fail(error);
    }
  }

  private draw(files: readonly ExportFile[]): void {
    const focused = this.files.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    fill(this.files, ...[...files].reverse().map((file) => h('li', {}, ...this.line(file))));
    if (focused) this.files.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
  }

  private line(file: ExportFile): (HTMLElement | string)[] {
    const { i18n } = this.desk;
    if (file.state === 'waiting' || file.state === 'running') {
      const bar = watched(i18n, `taken-${file.id}`, () => void this.remove(file));
      bar.at(i18n.t(file.state === 'waiting' ? 'take.waiting' : 'take.writing', { name: file.name }), file.share);
      return [bar.element];
    }
    const name =
      file.state === 'done'
        ? h(
            'a',
            { class: 'button', href: this.exports.file(file.id), download: file.name, 'data-testid': `taken-${file.id}` },
            i18n.t('take.fetch', { name: file.name }),
          )
        : h('span', {}, file.name);
    const told =
      file.state === 'done'
        ? i18n.t('take.rows', { n: file.rows ?? 0, size: i18n.bytes(file.bytes ?? 0) })
        : (file.detail ?? i18n.t('take.cancelled'));
    const away = iconButton('close', i18n.t('take.removeNamed', { name: file.name }), () => void this.remove(file));
    return [name, h('span', { class: 'quiet' }, told), away];
  }

  private async remove({ id }: ExportFile): Promise<void> {
    try {
      await this.exports.remove(id);
    } catch (error) {
      this.desk.fail(error);
    }
    await this.follow();
  }
}
