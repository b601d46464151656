// What the server says, as text that stands by itself.

/** A message of the server by itself: they are made to follow others, in small letters and without a stop. */
export function sentence(text: string): string {
  const stop = /[\w"'”)]$/.test(text) ? '.' : /\p{Script=Han}$/u.test(text) ? '。' : '';
  // A file's name stays as it is written.
  if (/^[^\s:,]+\.\w+[:,] /.test(text)) return text + stop;
  return text.charAt(0).toUpperCase() + text.slice(1) + stop;
}
