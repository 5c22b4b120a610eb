import { isConduitError } from '../../../base/errors.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { CyclesParams, CyclesResult } from '../cycle-schemas.ts';
import type { Component } from '../find-components.ts';
import { type CycleClass, nestedBits } from '../import-classes.ts';
import type { ImportGraph } from '../import-graph.ts';
import { stronglyConnected } from '../strongly-connected.ts';
import type { Budget } from './cure-problem.ts';
import { findCure } from './find-cure.ts';
import { createImportReader } from './imported-names.ts';
import { type ImportCure, poseProblem } from './pose-problem.ts';

type Described = NonNullable<CyclesResult['components'][number]['cure']>;

/** Edges that are looked at for the cures of one answer: less than a second. */
const CURE_BUDGET = 40_000_000;
/**
 * Imports that are looked at one by one, for all components of an answer: some tenths of a second. A component of more is passed over; nobody would make that many
 * changes at once.
 */
const MOST_IMPORTS = 30_000;
/** Changes that are listed: whoever has more to do begins with these. */
const MOST_LISTED = 100;

export interface Curer {
  /** What the cures rest upon. */
  readonly basis: CyclesParams['cures'];
  /** Undefined where none was asked for, or where the component has too many imports. */
  cureOf(component: Component): Described | undefined;
  /** Whether components were passed over so far. */
  readonly isCut: boolean;
}

/** Cures the components of an answer, in its order: each has an equal share of the work that is left. */
export function createCurer(
  image: ImageReader,
  graph: ImportGraph,
  asked: CyclesParams['cures'],
  count: number,
): Curer {
  const basis = asked === 'symbols' && !hasSymbols(image) ? 'imports' : asked;
  const importsOf = basis === 'symbols' ? createImportReader(image) : () => null;
  const orders = new Map<CycleClass, Uint32Array>();
  let left = CURE_BUDGET;
  let open = count;
  let importsLeft = MOST_IMPORTS;
  let isCut = false;
  return {
    basis,
    get isCut() {
      return isCut;
    },
    cureOf(component) {
      if (basis === 'none') return undefined;
      const imports = importsFrom(component);
      if (imports > importsLeft) {
        isCut = true;
        open--;
        return undefined;
      }
      importsLeft -= imports;
      const order = orders.get(component.class) ?? stronglyConnected(graph, nestedBits(component.class));
      orders.set(component.class, order);
      const problem = poseProblem(image, graph, component, order, importsOf);
      const share = Math.floor(left / Math.max(1, open--));
      const budget: Budget = { left: share };
      const { choices, cost, verified, quality } = findCure(problem, budget);
      left -= share - Math.max(0, budget.left);
      const changes = [...choices.keys()].flatMap((edge) => {
        const choice = choices[edge] ?? 0;
        const how = choice === 0 ? undefined : problem.options[edge]?.[choice - 1]?.how;
        return how === undefined ? [] : describe(how, graph, problem.edges[edge] ?? 0);
      });
      changes.sort((a, b) => a.cost - b.cost || compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to));
      const edges = changes.slice(0, MOST_LISTED);
      const more = changes.length - edges.length;
      return { edges, ...(more > 0 ? { more } : {}), cost, verified, quality };
    },
  };

  function importsFrom({ members }: Component): number {
    const { offsets, importOffsets } = graph;
    const rowOf = (node: number): number =>
      (importOffsets[offsets[node + 1] ?? 0] ?? 0) - (importOffsets[offsets[node] ?? 0] ?? 0);
    return members.reduce((sum, node) => sum + rowOf(node), 0);
  }

  function describe(cure: ImportCure, { ids, targets, offsets }: ImportGraph, edge: number): Described['edges'] {
    const [from, to] = [ids(sourceAt(offsets, edge)), ids(targets[edge] ?? 0)];
    return cure.map(({ how, cost, location, specifier, instead, symbols }) => ({
      ...{ from, to, how, cost, location, specifier },
      ...(how === 'import-declaring-module' ? { instead: instead.map(image.graph.idOf).sort(compareCodeUnits) } : {}),
      ...(symbols.length === 0 ? {} : { symbols: symbols.map(image.symbols.idOf).sort(compareCodeUnits) }),
    }));
  }
}

function hasSymbols(image: ImageReader): boolean {
  try {
    return image.symbols.count >= 0;
  } catch (error) {
    if (isConduitError(error) && error.code === 'CONDUIT_IMAGE_MISSING') return false;
    throw error;
  }
}

/** The node that an edge begins at: the last whose row begins at or before it and is not empty. */
function sourceAt(offsets: Uint32Array, edge: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= edge) low = middle;
    else high = middle;
  }
  return low;
}
