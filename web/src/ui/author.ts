// The name that edits carry, as long as there are no accounts. It stays on this machine.

const KEY = 'gridwright.author';

/** The name given in the settings; null where none is, or storage is forbidden. */
export function authorName(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function setAuthorName(name: string): void {
  try {
    if (name.trim() === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name.trim());
  } catch {
    // Edits then go by the name of nobody.
  }
}

/** The name as a header can carry it: percent-encoded UTF-8. */
export function authorHeader(): string | null {
  const name = authorName();
  return name === null ? null : encodeURIComponent(name);
}
