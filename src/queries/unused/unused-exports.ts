import { edgeMask } from '../../base/edge-kinds.ts';
import { SYMBOL_KINDS } from '../../base/symbol-kinds.ts';
import { type Draft, type Judgement, symbolDraft } from './draft.ts';
import type { SymbolFinding } from './finding-schemas.ts';
import { readAsFileInTurn } from './path-doubts.ts';
import { isKeptByTag } from './public-tags.ts';
import { OPEN_DOUBT, openPackages } from './published-packages.ts';
import type { Scope } from './scope.ts';
import type { SymbolUses } from './symbol-uses.ts';
import { unknownStarts } from './unknown-starts.ts';

/** What is taken of a module that is loaded so may not all be told. */
const LOADED = edgeMask(['dynamic', 'require', 'import-equals', 'glob']);

const MODULE = SYMBOL_KINDS.indexOf('module');
/** Nothing that is done with a value can use a type. */
const TYPES: ReadonlySet<number> = new Set([SYMBOL_KINDS.indexOf('type'), SYMBOL_KINDS.indexOf('interface')]);

/**
 * Exports of modules that are reached, whose names nobody outside of the module uses. What an entry exports is for others; a name that is only passed on
 * (`export … from`) is not used by that. Uses in modules that nothing leads to do not count.
 */
export function unusedExports(scope: Scope, uses: SymbolUses): Draft<SymbolFinding>[] {
  const { image, isReached } = scope;
  const { symbols, graph } = image;
  const { modules, symbols: targets, nameOf } = symbols.exports;
  const { kinds, nodes } = symbols.columns;
  const judge = createJudge(scope, uses);
  const found: Draft<SymbolFinding>[] = [];
  for (let row = 0; row < modules.length; row++) {
    const symbol = targets[row] ?? 0;
    const node = nodes[modules[row] ?? 0] ?? 0;
    const isOwn = symbol < symbols.projectEnd && nodes[symbol] === node && kinds[symbol] !== MODULE;
    if (!isOwn || isReached[node] !== 1 || uses.isPublic[symbol] === 1 || uses.fromOutside[symbol] === 1) continue;
    const path = graph.idOf(node);
    if (/\.d\.[cm]?ts$/.test(path) || isKeptByTag(image, symbol, scope.production)) continue;
    const [first, end] = symbols.declarationNumbersOf(symbol);
    if (first < end) found.push(symbolDraft(symbols, symbol, path, () => nameOf(row), judge(symbol, node)));
  }
  return found;
}

function createJudge(scope: Scope, uses: SymbolUses): (symbol: number, node: number) => Judgement {
  const { image, packages, isShipped } = scope;
  const { symbols, graph } = image;
  const open = openPackages(scope);
  const starts = unknownStarts(scope);
  const readAsFile = readAsFileInTurn();
  return (symbol, node) => {
    const why =
      uses.fromUnreached[symbol] === 1
        ? 'only modules that no entry leads to use it'
        : uses.fromInside[symbol] === 1
          ? 'only its own module uses it'
          : 'nothing uses it';
    const isType = TYPES.has(symbols.columns.kinds[symbol] ?? 0);
    const whole = uses.wholes.get(symbol);
    if (whole !== undefined && !isType) {
      return { confidence: 'low', reason: `${why}; but ${whole} uses a module that gives it as a whole` };
    }
    if ((importKinds(graph.reverse, node) & LOADED) !== 0 && !isType) {
      return { confidence: 'medium', reason: `${why}; but its module is loaded while the program runs` };
    }
    const unknown = symbols.unknownUsesOf(symbol);
    if (unknown > 0) {
      const times = unknown === 1 ? 'once' : `${unknown} times`;
      return { confidence: 'medium', reason: `${why}; but its name is used ${times} on something of unknown type` };
    }
    const start = uses.fromUnreached[symbol] === 1 ? starts.get(packages.of(node)?.number ?? -1) : undefined;
    if (start !== undefined) {
      return { confidence: 'low', reason: `${why}; but ${start} of its package leads to no source that is known` };
    }
    const data = readAsFile(graph.idOf(node));
    if (data) return { confidence: data.confidence, reason: why + data.doubt };
    // What is for development alone is not published.
    const isOpen = isShipped[node] === 1 && open.has(packages.of(node)?.number ?? -1);
    return isOpen ? { confidence: 'medium', reason: why + OPEN_DOUBT } : { confidence: 'high', reason: why };
  };
}

function importKinds({ offsets, masks }: Scope['image']['graph']['reverse'], node: number): number {
  let kinds = 0;
  for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) kinds |= masks[entry] ?? 0;
  return kinds;
}
