// Layers that are taken away as files, which the server writes as jobs.
import { query } from './api';
import type { Http } from './http';
import type { Shape } from './shapes';
import type { Bounds } from './types';

export type ExportFile = Shape<'Export'>;
export type ExportFormat = Shape<'ExportFormat'>;
export type ExportSize = Shape<'ExportSize'>;

export type TakenLayer = 'units' | 'incidents' | 'addresses' | 'facilities' | 'officers';

/** Which rows, and how they are written; each layer takes what is its own. */
export interface Taking {
  layer: TakenLayer;
  format: ExportFormat;
  theme?: string;
  level?: string;
  at?: string | null;
  draft?: string;
  from?: string | null;
  to?: string | null;
  category?: string | null;
  bbox?: Bounds | null;
  /** Names of the fields that are wanted, with commas between; all where it is empty. */
  columns?: string;
  /** Whether a CSV is marked as UTF-8, by which spreadsheets know it. */
  bom?: boolean;
}

export class ExportsApi {
  constructor(private readonly http: Http) {}

  size(taking: Taking, signal: AbortSignal): Promise<ExportSize> {
    return this.http.get(path(taking, 'size'), signal);
  }

  begin(taking: Taking): Promise<ExportFile> {
    return this.http.change('POST', path(taking, 'exports'), undefined, null);
  }

  /** All that are kept, the oldest first. */
  async list(signal: AbortSignal): Promise<ExportFile[]> {
    return (await this.http.get<Shape<'Exports'>>('/api/v1/exports', signal)).exports;
  }

  /** Lets one go; where it is still written, that is cancelled. */
  remove(id: string): Promise<void> {
    return this.http.change('DELETE', `/api/v1/exports/${encodeURIComponent(id)}`, undefined, null);
  }

  /** Where a file is fetched. */
  file(id: string): string {
    return `/api/v1/exports/${encodeURIComponent(id)}/file`;
  }
}

function path({ layer, bbox, ...asked }: Taking, what: 'size' | 'exports'): string {
  return `/api/v1/layers/${layer}/${what}` + query({ ...asked, bbox: bbox?.join(',') });
}
