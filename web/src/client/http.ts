// Fetching JSON: errors as typed values, unchanged answers from memory, and a signal when the server is away.

/** What the server answered instead of the data, after RFC 9457. */
export class ProblemError extends Error {
  /** @param body the whole problem, with members of its own such as the units of a conflict */
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** The server could not be reached, or said that its store is away. */
export class UnreachableError extends Error {
  /** @param sentence says so in the reader's language */
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UnreachableError';
  }
}

/** Whether the error only says that the answer is not wanted any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

interface Problem {
  detail?: string;
  title?: string;
  code?: string;
}

interface Remembered {
  etag: string;
  body: unknown;
}

/** How many parsed answers are kept: about the map views of a few minutes of panning. */
const REMEMBERED = 48;

/** Whom the client tells, and asks. */
export interface HttpHost {
  /** After each request: whether the server was in reach. */
  reached(reachable: boolean): void;
  /** How many requests are under way now. */
  underWay(count: number): void;
  /** Who is at work, as a header value; null where no name is given. */
  author(): string | null;
}

export class Http {
  private readonly remembered = new Map<string, Remembered>();
  private underWay = 0;

  /**
   * @param language the tag sent as Accept-Language, so that messages come in the reader's language
   * @param unreachable says in that language that the server is away
   */
  constructor(
    private readonly language: string,
    private readonly unreachable: string,
    private readonly host: HttpHost,
  ) {}

  /** The parsed answer. An answer with an ETag is kept and asked for again conditionally: a 304 costs no parsing. */
  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const known = this.remembered.get(path);
    const headers: Record<string, string> = { Accept: 'application/json, application/geo+json' };
    if (known) headers['If-None-Match'] = known.etag;
    const response = await this.send(path, { headers }, signal);
    if (response.status === 304 && known) {
      this.remember(path, known);
      return known.body as T;
    }
    const body = await this.body<T>(response);
    const etag = response.headers.get('ETag');
    if (etag) this.remember(path, { etag, body });
    return body;
  }

  /** Posts JSON and reads the JSON answer. */
  post<T>(path: string, value: unknown, signal?: AbortSignal): Promise<T> {
    return this.change('POST', path, value, null, signal);
  }

  /**
   * Sends a change and reads the JSON answer, if there is one.
   *
   * @param value the body; undefined sends none
   * @param version the version that the change was made on, for `If-Match`; null for none
   */
  async change<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    value: unknown,
    version: number | null,
    signal?: AbortSignal,
  ): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (value !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== null) headers['If-Match'] = `"${version}"`;
    const init: RequestInit = { method, headers };
    if (value !== undefined) init.body = JSON.stringify(value);
    return this.body<T>(await this.send(path, init, signal));
  }

  /**
   * Posts a file as it is and reads the JSON answer.
   *
   * @param version the version that it is meant for, for `If-Match`; null for none
   */
  async upload<T>(path: string, file: Blob, type: string, version: number | null = null, signal?: AbortSignal): Promise<T> {
    const headers: Record<string, string> = { 'Content-Type': type };
    if (version !== null) headers['If-Match'] = `"${version}"`;
    return this.body<T>(await this.send(path, { method: 'POST', body: file, headers }, signal));
  }

  /**
   * Posts a large file as it is and reads the JSON answer.
   *
   * @param told how much of it is sent, from 0 to 1
   */
  uploadWatched<T>(path: string, file: Blob, told: (share: number) => void, signal: AbortSignal): Promise<T> {
    return new Promise((settle, fail) => {
      // fetch does not tell how much of a body is sent.
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Accept-Language', this.language);
      const author = this.host.author();
      if (author !== null) request.setRequestHeader('Gridwright-Author', author);
      request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
      request.onerror = () => {
        this.host.reached(false);
        fail(new UnreachableError(this.unreachable));
      };
      request.onabort = () => fail(new DOMException('given up', 'AbortError'));
      request.onload = () => {
        this.host.reached(true);
        this.body<T>(new Response(request.responseText, { status: request.status })).then(settle, fail);
      };
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file);
    });
  }

  private async send(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { ...(init.headers as Record<string, string>), 'Accept-Language': this.language };
    const author = this.host.author();
    if (author !== null) headers['Gridwright-Author'] = author;
    let response: Response;
    this.host.underWay(++this.underWay);
    try {
      response = await fetch(path, { ...init, headers, ...(signal ? { signal } : {}) });
    } catch (error) {
      if (isAbort(error)) throw error;
      this.host.reached(false);
      throw new UnreachableError(this.unreachable);
    } finally {
      this.host.underWay(--this.underWay);
    }
    const away = [429, 502, 503, 504].includes(response.status);
    this.host.reached(!away);
    if (away) throw new UnreachableError(await this.absence(response));
    return response;
  }

  /** Why the server does not answer, in its own words where it has some: that it is starting, or busy. */
  private async absence(response: Response): Promise<string> {
    const problem = (await response.json().catch(() => ({}))) as Problem;
    return problem.detail ?? this.unreachable;
  }

  private async body<T>(response: Response): Promise<T> {
    if (response.status === 204) return undefined as T;
    if (response.ok) return (await response.json()) as T;
    const problem = (await response.json().catch(() => ({}))) as Record<string, unknown> & Problem;
    const detail = problem.detail ?? problem.title ?? `HTTP ${response.status}`;
    throw new ProblemError(response.status, problem.code ?? 'unknown', detail, problem);
  }

  private remember(path: string, answer: Remembered): void {
    this.remembered.delete(path);
    this.remembered.set(path, answer);
    if (this.remembered.size > REMEMBERED) {
      for (const oldest of this.remembered.keys()) {
        this.remembered.delete(oldest);
        break;
      }
    }
  }
}
