import type { Draw } from './draw.ts';

/** Code of about `lines` lines that imports nothing, in the mix of declarations that applications are made of. */
export function renderFiller(lines: number, draw: Draw): string[] {
  const filler: string[] = [];
  for (let number = 0; filler.length < lines; number++) filler.push('', ...draw.pick(BLOCKS)(number, draw));
  return filler;
}

type Block = (number: number, draw: Draw) => string[];

const fields = ['id', 'label', 'amount', 'currency', 'createdAt', 'owner', 'status', 'reference'];

const anInterface: Block = (n, draw) => [
  '/** What the next step needs to know. */',
  `export interface Row${n} {`,
  ...fields
    .slice(0, 3 + draw.below(5))
    .map(
      (field, at) =>
        `  readonly ${field}${at % 3 === 0 ? '?' : ''}: ${draw.pick(['string', 'number', 'Date', "'open' | 'closed'", 'readonly string[]'])};`,
    ),
  '}',
];

const aTable: Block = (n, draw) => [
  `const TABLE${n} = {`,
  ...fields.map(
    (field, at) =>
      `  ${field}: { order: ${at}, title: '${field} ${draw.below(1000)}', tags: ['${draw.pick(fields)}', \`t-\${${at}}\`] },`,
  ),
  '} as const;',
  `export type Key${n} = keyof typeof TABLE${n};`,
];

const aFunction: Block = (n, draw) => [
  `export function reduce${n}(rows: readonly { amount: number; status: string }[], limit = ${draw.below(100)}): number {`,
  '  let sum = 0;',
  '  for (const { amount, status } of rows) {',
  `    if (status === '${draw.pick(fields)}' && amount > limit) continue;`,
  '    // Amounts below nothing are corrections.',
  `    sum += amount < 0 ? Math.abs(amount) * ${1 + draw.below(9)} : amount;`,
  '  }',
  '  return Math.round(sum * 100) / 100;',
  '}',
];

const aClass: Block = (n, draw) => [
  `export class Holder${n}<Item extends { id: string }> {`,
  '  readonly #items = new Map<string, Item>();',
  `  constructor(private readonly limit: number = ${10 + draw.below(90)}) {}`,
  '  add(item: Item): this {',
  "    if (this.#items.size >= this.limit) throw new RangeError('too many items');",
  '    this.#items.set(item.id, item);',
  '    return this;',
  '  }',
  '  find(id: string): Item | undefined {',
  '    return this.#items.get(id);',
  '  }',
  '}',
];

const anAsyncFunction: Block = (n, draw) => [
  `export async function send${n}(url: string, retries = ${1 + draw.below(4)}): Promise<unknown> {`,
  '  for (let attempt = 0; ; attempt++) {',
  '    try {',
  `      const answer = await fetch(\`\${url}/${draw.pick(fields)}?attempt=\${attempt}\`, { method: 'POST' });`,
  '      if (answer.ok) return await answer.json();',
  '    } catch (error) {',
  '      if (attempt >= retries) throw error;',
  '    }',
  '  }',
  '}',
];

const aSwitch: Block = (n, draw) => [
  `export const describe${n} = (status: string): string => {`,
  '  switch (status) {',
  ...fields
    .slice(0, 2 + draw.below(5))
    .flatMap((field) => [`    case '${field}':`, `      return '${field} of ${draw.below(50)}';`]),
  '    default:',
  "      return status.replace(/[^a-z]+/gi, ' ').trim();",
  '  }',
  '};',
];

const BLOCKS: readonly Block[] = [anInterface, aTable, aFunction, aClass, anAsyncFunction, aSwitch];
