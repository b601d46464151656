// Officers and what they are assigned to: one method per resource.
import { query } from './api';
import type { Http } from './http';
import type { Shape } from './shapes';

/** That an officer answers for a grid, from a day on, until another. */
export type OfficerOfGrid = Shape<'OfficerOfGrid'>;
export type KnownOfficer = Shape<'KnownOfficer'>;
export type AssignmentBody = Shape<'AssignmentBody'>;

export class RosterApi {
  /** @param changed told after each change of what officers are assigned to */
  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
  ) {}

  /** Who answers for a grid today, and who will. */
  async ofGrid(theme: string, grid: string, signal?: AbortSignal): Promise<OfficerOfGrid[]> {
    const asked = query({ theme, grid, upcoming: true });
    return (await this.http.get<{ officers: OfficerOfGrid[] }>('/api/v1/officers' + asked, signal)).officers;
  }

  /** Officers by a part of their name or id. */
  async find(q: string, limit: number, signal?: AbortSignal): Promise<KnownOfficer[]> {
    return (await this.http.get<{ officers: KnownOfficer[] }>('/api/v1/roster/officers' + query({ q, limit }), signal)).officers;
  }

  officer(id: string): Promise<KnownOfficer> {
    return this.http.get(`/api/v1/officers/${encodeURIComponent(id)}`);
  }

  put({ id, name, contact }: KnownOfficer): Promise<unknown> {
    return this.http.change('PUT', `/api/v1/officers/${encodeURIComponent(id)}`, { name, contact }, null);
  }

  async assign(assignment: AssignmentBody): Promise<void> {
    await this.http.post('/api/v1/assignments', assignment);
    this.changed();
  }

  /** @param version of the assignment that was looked at; a 412 where somebody changed it since */
  async change(id: number, assignment: AssignmentBody, version: number): Promise<void> {
    await this.http.change('PUT', `/api/v1/assignments/${id}`, assignment, version);
    this.changed();
  }

  /**
   * @param on the first day on which it no longer holds; null removes it as if it had never been
   * @param version as in {@link change}
   */
  async end(id: number, on: string | null, version: number): Promise<void> {
    await this.http.change('DELETE', `/api/v1/assignments/${id}` + query({ on }), undefined, version);
    this.changed();
  }
}
