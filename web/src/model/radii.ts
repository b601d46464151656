// How far corners follow another one: metres along borders; none at 0.
export const RADII = [0, 25, 50, 100, 200, 400, 800] as const;

/** The next smaller or larger radius; the same at the end. */
export function nextRadius(radius: number, larger: boolean): number {
  const at = RADII.findIndex((one) => one >= radius);
  return RADII[Math.max(0, Math.min(RADII.length - 1, at + (larger ? 1 : -1)))] ?? 0;
}
