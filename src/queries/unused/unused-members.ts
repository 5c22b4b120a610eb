import { SYMBOL_KINDS, useKindBit, useMask } from '../../base/symbol-kinds.ts';
import { NO_PARENT, type SymbolsReader } from '../../image/reader.ts';
import { type Draft, type Judgement, symbolDraft } from './draft.ts';
import type { SymbolFinding } from './finding-schemas.ts';
import { readAsFileInTurn } from './path-doubts.ts';
import { isKeptByTag } from './public-tags.ts';
import type { Scope } from './scope.ts';
import type { SymbolUses } from './symbol-uses.ts';
import { usedAsWhole } from './used-as-whole.ts';

const OVERRIDE = useKindBit('override');
const DECORATE = useKindBit('decorate');
const HERITAGE = useMask(['extends', 'implements']);

const TYPES = useMask(['type', 'accepts', 'returns', 'injects']);

const ENUM = SYMBOL_KINDS.indexOf('enum');
const CLASS = SYMBOL_KINDS.indexOf('class');

/** Called by the language itself. */
const CALLED_BY_NAME = new Set(['constructor', 'toJSON', 'toString', 'valueOf', 'then', 'inspect']);

/**
 * Members of enums and classes that nothing uses, neither their own class. Left out: what is private (compilers tell), decorated (a framework
 * calls it), or overrides something; and members of what is used by nobody or is given to others by an entry.
 */
export function unusedMembers(scope: Scope, uses: SymbolUses): Draft<SymbolFinding>[] {
  const { image, isReached, production } = scope;
  const { symbols, graph } = image;
  const { kinds, nodes, parents } = symbols.columns;
  const { fromOutside, fromInside, isPublic } = uses;
  const readAsFile = readAsFileInTurn();
  const wholeOf = usedAsWhole(symbols, (symbol) => graph.idOf(nodes[symbol] ?? 0));
  const found: Draft<SymbolFinding>[] = [];
  for (let symbol = 0; symbol < symbols.projectEnd; symbol++) {
    const parent = parents[symbol] ?? NO_PARENT;
    if (parent === NO_PARENT || (kinds[parent] !== ENUM && kinds[parent] !== CLASS)) continue;
    if (isReached[nodes[symbol] ?? 0] !== 1 || isPublic[parent] === 1) continue;
    if (fromOutside[symbol] === 1 || fromInside[symbol] === 1) continue;
    // Of what nobody uses, there is nothing to say of members.
    if (fromOutside[parent] !== 1 && fromInside[parent] !== 1) continue;
    const isEnum = kinds[parent] === ENUM;
    const [first, end] = symbols.declarationNumbersOf(symbol);
    if (first === end || !(isEnum || isOwnMember(symbols, symbol)) || isKeptByTag(image, symbol, production)) continue;
    const path = graph.idOf(nodes[symbol] ?? 0);
    const data = readAsFile(path);
    const judgement = data
      ? { confidence: data.confidence, reason: `nothing uses it${data.doubt}` }
      : judge(symbols, symbol, parent, wholeOf);
    found.push(symbolDraft(symbols, symbol, path, () => symbols.nameOf(symbol), judgement));
  }
  return found;
}

function isOwnMember(symbols: SymbolsReader, symbol: number): boolean {
  const kind = symbols.kindOf(symbol);
  if (kind !== 'method' && kind !== 'property' && kind !== 'accessor') return false;
  const flags = symbols.flagsOf(symbol);
  if (flags.includes('private') || flags.includes('abstract') || flags.includes('ambient')) return false;
  if (CALLED_BY_NAME.has(symbols.nameOf(symbol)) || symbols.nameOf(symbol).startsWith('[')) return false;
  return (kindsFrom(symbols, symbol) & (OVERRIDE | DECORATE)) === 0 && (kindsInto(symbols, symbol) & OVERRIDE) === 0;
}

function judge(
  symbols: SymbolsReader,
  symbol: number,
  parent: number,
  wholeOf: (parent: number) => string | null,
): Judgement {
  const unknown = symbols.unknownUsesOf(symbol);
  const why = 'nothing uses it';
  if (unknown > 0) {
    const times = unknown === 1 ? 'once' : `${unknown} times`;
    return { confidence: 'low', reason: `${why}; but its name is used ${times} on something of unknown type` };
  }
  const isEnum = symbols.columns.kinds[parent] === ENUM;
  const whole = isEnum || symbols.flagsOf(symbol).includes('static') ? wholeOf(parent) : null;
  if (whole !== null) {
    return { confidence: 'low', reason: `${why}; but ${whole} uses the ${isEnum ? 'enum' : 'class'} as a whole` };
  }
  if (isEnum) {
    return (kindsInto(symbols, parent) & TYPES) === 0
      ? { confidence: 'high', reason: why }
      : {
          confidence: 'medium',
          reason: `${why}; but its enum is used as a type, and values of it may come from elsewhere`,
        };
  }
  if ((kindsFrom(symbols, parent) & (HERITAGE | DECORATE)) !== 0) {
    return {
      confidence: 'low',
      reason: `${why}; but its class extends, implements or is decorated: others may call it`,
    };
  }
  return { confidence: 'medium', reason: `${why} by a type that is known` };
}

const kindsFrom = ({ forward }: SymbolsReader, symbol: number): number => kindsAt(forward, symbol);
const kindsInto = ({ reverse }: SymbolsReader, symbol: number): number => kindsAt(reverse, symbol);

function kindsAt({ offsets, masks }: SymbolsReader['forward'], symbol: number): number {
  let kinds = 0;
  for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) kinds |= masks[edge] ?? 0;
  return kinds;
}
