import { closest } from '../../base/closest.ts';
import { ConduitError } from '../../base/errors.ts';
import { compareCodeUnits, plural } from '../../base/text.ts';
import type { ImageReader, SymbolsReader } from '../../image/reader.ts';
import { namesIn } from './names-in.ts';
import { unreadSource } from './unread-source.ts';

/** Enough to choose from; more is a list that nobody reads. */
const CANDIDATES = 10;

/**
 * Finds the symbol that a text names, by the first of these that fits one:
 *
 * 1. an id, of an external also without `npm:` or `node:`;
 * 2. a path, or the end of one, and all that follows `#`: `src/order.ts#Order.save`, `order.ts#Order`, `Order`, `order.ts`;
 * 3. a name under which a module or package gives a symbol to others: `src/index.ts#Thing`, `@shop/orders#Thing.save`, `Thing`;
 * 4. the end of a member's id: `save`, `Order.save` of a class in a namespace;
 * 5. an external's name alone.
 *
 * @throws ConduitError CONDUIT_AMBIGUOUS_TARGET, CONDUIT_UNKNOWN_TARGET, both with candidates; CONDUIT_IMAGE_MISSING
 */
export function resolveSymbol(image: ImageReader, text: string): number {
  const { symbols } = image;
  const wanted = text.replace(/^(\.\/)+/, '');
  const alike = alikeSymbols(image, wanted);
  const own = alike.filter(({ symbol }) => symbol < symbols.projectEnd);
  const ends = (...separators: string[]) => own.filter(({ before }) => separators.includes(before));
  const tiers: (() => readonly number[])[] = [
    () => numbers(alike.filter(({ before }) => before === '' || before === ':')),
    () => numbers(ends('#', '/')),
    () => exportedSymbols(image, wanted),
    () => numbers(ends('.')),
    () => numbers(alike),
  ];
  for (const tier of tiers) {
    const [found, ...others] = tier();
    if (found === undefined) continue;
    if (others.length === 0) return found;
    throw ambiguous(symbols, wanted, [found, ...others]);
  }
  return refuse(image, wanted);
}

interface Alike {
  readonly symbol: number;
  /** What stands in the id before the text that it ends with; empty when the text is all of it. */
  readonly before: string;
}

const numbers = (found: readonly Alike[]): number[] => found.map(({ symbol }) => symbol);

/** Symbols whose id ends with the text, where a part of it begins. */
function alikeSymbols({ symbols, graph }: ImageReader, wanted: string): Alike[] {
  const candidates = new Set(namesIn(wanted).flatMap((name) => symbols.named(name)));
  const moduleNodes = new Set(graph.findEnding(wanted, Number.POSITIVE_INFINITY));
  for (const module of symbols.modules) {
    if (moduleNodes.has(symbols.nodeOf(module))) candidates.add(module);
  }
  return [...candidates]
    .sort((a, b) => a - b)
    .flatMap((symbol) => {
      const id = symbols.idOf(symbol);
      if (!id.endsWith(wanted)) return [];
      const before = id.charAt(id.length - wanted.length - 1);
      return before === '' || '#/.:'.includes(before) ? [{ symbol, before }] : [];
    });
}

/** What a name leads to that a module gives to others: `<path, end of one, or package>#<name>[.<member>]`, or no more than the name. */
function exportedSymbols({ symbols, graph }: ImageReader, wanted: string): number[] {
  const hash = wanted.indexOf('#');
  const place = hash < 0 ? '' : wanted.slice(0, hash);
  const [name = '', ...members] = wanted.slice(hash + 1).split('.');
  const isPlace = (module: number): boolean => {
    const id = symbols.idOf(module);
    return (
      place === '' || id === place || id.endsWith(`/${place}`) || graph.packageOf(symbols.nodeOf(module)) === place
    );
  };
  const found = symbols.exportsNamed(name).filter(({ module }) => isPlace(module));
  const distinct = [...new Set(found.map(({ symbol }) => symbol))];
  if (members.length === 0) return distinct;
  const rest = members.join('.');
  return distinct.flatMap((symbol) => {
    const id = `${symbols.idOf(symbol)}.${rest}`;
    return symbols.named(members.at(-1) ?? '').filter((member) => symbols.idOf(member) === id);
  });
}

function ambiguous(symbols: SymbolsReader, wanted: string, found: readonly number[]): ConduitError {
  const ids = found.map(symbols.idOf).sort(compareCodeUnits);
  const message = `\`${wanted}\` is the name of ${ids.length} symbols`;
  return new ConduitError('CONDUIT_AMBIGUOUS_TARGET', message, ids.slice(0, CANDIDATES));
}

function refuse(image: ImageReader, wanted: string): never {
  const { symbols } = image;
  const place = wanted.replace(/#.*/s, '');
  const unread = wanted === place ? undefined : unreadSource(image, place);
  const isOwn = unread?.path === place || unread?.path.endsWith(`/${place}`);
  const why = unread ? ` (\`${unread.path}\`${isOwn ? '' : ', which it re-exports'}: ${unread.code})` : '';
  const all = Array.from({ length: symbols.count }, (_, symbol) => symbols.nameOf(symbol));
  const near = closest(wanted.replace(/^.*[#./]/s, ''), new Set(all));
  const candidates = near.flatMap((name) => symbols.named(name)).map(symbols.idOf);
  throw new ConduitError(
    'CONDUIT_UNKNOWN_TARGET',
    `nothing is named \`${wanted.slice(0, 200)}\` among ${plural(symbols.declaredCount, 'symbol')}${why}`,
    candidates.slice(0, CANDIDATES),
  );
}
