import type { SeenMarks } from '../../wasm/mark-table.ts';
import { assignedSecrets } from './assigned-secrets.ts';
import { bearerCredentials, jsonWebTokens } from './bearer-credentials.ts';
import { listedRules } from './listed-rules.ts';
import { privateKeys } from './private-keys.ts';
import { providerTokens } from './provider-tokens.ts';
import type { FoundSecret, SecretRule } from './secret-rule.ts';
import { urlCredentials } from './url-credentials.ts';

/** All that is looked for. Where two find the same, the first names it. */
export const SECRET_RULES: readonly SecretRule[] = [
  privateKeys,
  ...providerTokens,
  ...listedRules,
  jsonWebTokens,
  urlCredentials,
  bearerCredentials,
  assignedSecrets,
];

// Sorted, because neighbours that begin alike are tried as one: the pass is four times faster for it.
const anyOf = (rules: readonly SecretRule[], flags: string): RegExp =>
  new RegExp([...new Set(rules.flatMap(({ marks }) => marks))].sort().join('|'), flags);

/** Rules whose marks are looked for in one pass. */
const PASSES = [true, false].map((ignoresCase) => {
  const flags = ignoresCase ? 'i' : '';
  const rules = SECRET_RULES.filter((rule) => (rule.ignoresCase ?? false) === ignoresCase);
  return {
    ignoresCase,
    marks: anyOf(rules, `${flags}g`),
    rules: rules.map((rule) => ({ rule, marks: anyOf([rule], flags) })),
  };
});

/** Rules of which some might find something. */
export type SuspectedRules = readonly (typeof PASSES)[number][];

/**
 * Which rules could find anything in a text; without any it need not be looked at again. Bytes read as Latin-1 will do.
 * @param first where the first mark may be, when that is known
 */
export const suspectedRules = (text: string, first: FirstPlaces = EVERYWHERE): SuspectedRules =>
  PASSES.filter(({ marks, ignoresCase }) => {
    marks.lastIndex = ignoresCase ? first.ignoringCase : first.exact;
    return marks.test(text);
  });

type FirstPlaces = Pick<SeenMarks, 'ignoringCase' | 'exact'>;
const EVERYWHERE: FirstPlaces = { ignoringCase: 0, exact: 0 };

/** The same of those rules that have one of these names: fewer patterns are tried, and none that looks for marks of all rules. */
export const suspectedAmong = (text: string, names: ReadonlySet<string>): SuspectedRules =>
  PASSES.map((pass) => ({
    ...pass,
    rules: pass.rules.filter(({ rule, marks }) => names.has(rule.name) && marks.test(text)),
  })).filter(({ rules }) => rules.length > 0);

/** Secrets themselves, and the rule that found each. */
export type SecretValues = ReadonlyMap<string, string>;

/** Shorter ones are too likely to be something else where no name stands in front of them. */
const REPEATED_MIN = 8;
/** Each is looked for in the whole text. A file with more of them is made of them, and its rules find them where they stand. */
const REPEATED_MOST = 200;

/**
 * The secrets of a text, ascending, none touching another. A secret that one place gives away is one wherever else it stands in the text.
 * @param known further texts that are secret
 */
export function findSecrets(
  text: string,
  known: SecretValues = new Map(),
  suspected: SuspectedRules = suspectedRules(text),
): FoundSecret[] {
  const found = suspected
    .flatMap(({ rules }) => rules)
    .flatMap(({ rule, marks }) => (marks.test(text) ? [...rule.find(text)] : []));
  if (found.length === 0 && known.size === 0) return found;
  const repeated = [...known, ...valuesOf(text, found)].flatMap(([value, rule]) => placesOf(value, text, rule));
  return united([...found, ...repeated]);
}

/** What stands at the places of secrets, as far as it can be told again; of one with several lines each of them. */
export function valuesOf(text: string, found: readonly FoundSecret[]): SecretValues {
  const values = new Map<string, string>();
  for (const { start, end, rule } of found) {
    for (const line of text.slice(start, end).split(/\s*\n\s*/)) {
      if (values.size === REPEATED_MOST) return values;
      if (line.length >= REPEATED_MIN && !line.startsWith('-----')) values.set(line, rule);
    }
  }
  return values;
}

function placesOf(value: string, text: string, rule: string): FoundSecret[] {
  const places: FoundSecret[] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
    places.push({ start, end: start + value.length, rule });
  }
  return places;
}

function united(found: readonly FoundSecret[]): FoundSecret[] {
  const whole: FoundSecret[] = [];
  // Of those that begin together the earlier rule gives the name.
  const order = new Map(SECRET_RULES.map(({ name }, place) => [name, place]));
  const byStart = [...found].sort((a, b) => a.start - b.start || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
  for (const secret of byStart) {
    const last = whole.at(-1);
    if (!last || secret.start > last.end) whole.push(secret);
    else if (secret.end > last.end) whole[whole.length - 1] = { ...last, end: secret.end };
  }
  return whole;
}
