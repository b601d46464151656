// Files that are brought in: sent, looked at, imported.
import { query } from './api';
import type { Http } from './http';
import type { Shape } from './shapes';

export type KeptUpload = Shape<'KeptUpload'>;
export type Look = Shape<'UploadLook'>;
export type Use = Shape<'ImportUse'>;
export type DatumId = Shape<'Datum'>;
export type ZoneLevel = Shape<'ZoneLevel'>;
export type ImportRequest = Shape<'ImportRequest'>;
export type Import = Shape<'Import'>;
export type ImportResult = Shape<'ImportResult'>;
export type FactProposal = Shape<'FactProposal'>;
export type Preview = Shape<'UploadPreview'>;

/** How a file is read, as far as somebody said. */
export interface Reading {
  layer?: string;
  crs?: string;
  datum?: DatumId;
  encoding?: string;
  separator?: string;
  decimal?: '.' | ',';
  headerLine?: number;
}

export class UploadsApi {
  constructor(private readonly http: Http) {}

  /** @param told how much is sent, from 0 to 1 */
  send(file: File, told: (share: number) => void, signal: AbortSignal): Promise<KeptUpload> {
    return this.http.uploadWatched('/api/v1/uploads' + query({ name: file.name.slice(-200) }), file, told, signal);
  }

  look(id: string, reading: Reading, signal?: AbortSignal): Promise<Look> {
    return this.http.get(path(id) + query({ ...reading }), signal);
  }

  preview(id: string, reading: Reading & { lon?: string; lat?: string }, signal?: AbortSignal): Promise<Preview> {
    return this.http.get(`${path(id)}/preview` + query({ ...reading }), signal);
  }

  begin(id: string, request: ImportRequest): Promise<Import> {
    return this.http.post(`${path(id)}/import`, request);
  }

  follow(id: string, signal?: AbortSignal): Promise<Import> {
    return this.http.get(`${path(id)}/import`, signal);
  }

  cancel(id: string): Promise<void> {
    return this.http.change('DELETE', `${path(id)}/import`, undefined, null);
  }

  remove(id: string): Promise<void> {
    return this.http.change('DELETE', path(id), undefined, null);
  }
}

function path(id: string): string {
  return `/api/v1/uploads/${encodeURIComponent(id)}`;
}
