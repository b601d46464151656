// Which plan holds on which day.
import type { Plan } from '../client/types';

/** A date today as the city writes it. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The published plan that holds at the date; null where none does. */
export function planInForce(plans: readonly Plan[], date = today()): Plan | null {
  const holds = ({ status, effectiveFrom, effectiveTo }: Plan): boolean =>
    status === 'published' && (effectiveFrom ?? '') <= date && (effectiveTo === null || date < effectiveTo);
  return plans.find(holds) ?? null;
}
