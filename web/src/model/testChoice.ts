// How areas are tested: what the reader chose, and what is usual where nothing was. One table says what there is.

/** Choices out of words, the usual one first. */
const WORDS = {
  value: ['rate', 'smoothed', 'standardised'],
  neighbours: ['queen', 'rook', 'band', 'nearest'],
  chance: ['normal', 'skewed', 'exact', 'permutation'],
  sides: ['two', 'upper', 'lower'],
  adjust: ['bh', 'by', 'bonferroni', 'holm', 'hochberg'],
  style: ['B', 'W'],
  moments: ['usual', 'conditional', 'total'],
  direction: ['high', 'low', 'both'],
  time: ['whole', 'steps', 'alive'],
  step: ['months', 'weeks', 'days'],
  scope: ['cube', 'step'],
  trend: ['plain', 'hamed-rao'],
  earlier: ['just-before', 'year-before', 'given'],
  bandwidth: ['scott', 'silverman', 'likelihood', 'given'],
  kernel: ['gaussian', 'quartic'],
  edge: ['none', 'uniform', 'diggle'],
} as const;

/** Whole numbers with the usual one and their bounds, both included. */
const NUMBERS = {
  metres: { usual: 500, least: 0, most: 1_000_000 },
  nearest: { usual: 8, least: 1, most: 1_000_000 },
  draws: { usual: 999, least: 1, most: 99_999 },
  seed: { usual: 1, least: 0, most: 999_999_999 },
  replicas: { usual: 999, least: 1, most: 99_999 },
  share: { usual: 50, least: 1, most: 100 },
  before: { usual: 1, least: 0, most: 100 },
  width: { usual: 300, least: 1, most: 100_000 },
  least: { usual: 2, least: 1, most: 1_000_000 },
} as const;

/** Days; none is said unasked. */
const DAYS = ['beforeFrom', 'beforeTo'] as const;

export type WordChoice = keyof typeof WORDS;
export type NumberChoice = keyof typeof NUMBERS;

export type DayChoice = (typeof DAYS)[number];

export type TestChoice = Readonly<
  { [K in WordChoice]: (typeof WORDS)[K][number] } & Record<NumberChoice, number> & Record<DayChoice, string>
>;

const WORD_CHOICES = Object.keys(WORDS) as readonly WordChoice[];
const NUMBER_CHOICES = Object.keys(NUMBERS) as readonly NumberChoice[];

export const USUAL_TEST = Object.fromEntries([
  ...WORD_CHOICES.map((name) => [name, WORDS[name][0]]),
  ...NUMBER_CHOICES.map((name) => [name, NUMBERS[name].usual]),
  ...DAYS.map((name) => [name, '']),
]) as unknown as TestChoice;

/** What can be chosen, the usual one first. */
export function wordsOf(name: WordChoice): readonly string[] {
  return WORDS[name];
}

export function boundsOf(name: NumberChoice): { readonly least: number; readonly most: number } {
  return NUMBERS[name];
}

export type Choice = WordChoice | NumberChoice | DayChoice;

/** Whether a choice is a day. */
export function isDay(name: Choice): name is DayChoice {
  return DAYS.some((one) => one === name);
}

/** The choice with another word, number or day; what is none is left as it was. */
export function chosen(choice: TestChoice, name: Choice, text: string): TestChoice {
  if (isDay(name)) return /^(\d{4}-\d\d-\d\d)?$/.test(text) ? { ...choice, [name]: text } : choice;
  if (name in WORDS) return (WORDS[name as WordChoice] as readonly string[]).includes(text) ? { ...choice, [name]: text } : choice;
  const { least, most } = NUMBERS[name as NumberChoice];
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  return number >= least && number <= most ? { ...choice, [name]: number } : choice;
}

/** What differs from the usual, as `chance:skewed,seed:7`; empty where nothing does. */
export function testText(choice: TestChoice): string {
  return [...WORD_CHOICES, ...NUMBER_CHOICES, ...DAYS]
    .filter((name) => choice[name] !== USUAL_TEST[name])
    .map((name) => `${name}:${choice[name]}`)
    .join(',');
}

/** The choice that a text stands for; parts that are none are left out. */
export function testOf(text: string | null): TestChoice {
  return (text ?? '').split(',').reduce((choice, part) => {
    const [name = '', value = ''] = part.split(':', 2);
    const known = [...WORD_CHOICES, ...NUMBER_CHOICES, ...DAYS].find((one) => one === name);
    return known ? chosen(choice, known, value) : choice;
  }, USUAL_TEST);
}
