import { isConduitError } from '../../../base/errors.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { CyclesParams, CyclesResult } from '../cycle-schemas.ts';
import type { Component } from '../find-components.ts';
import { type CycleClass, nestedBits } from '../import-classes.ts';
import type { ImportGraph } from '../import-graph.ts';
import { stronglyConnected } from '../strongly-connected.ts';
import { componentRows } from './component-rows.ts';
import { type ChosenChanges, cureByOrder } from './cure-by-order.ts';
import type { Budget } from './cure-problem.ts';
import { describeChange } from './describe-change.ts';
import { findCure } from './find-cure.ts';
import { createOptionFinder } from './import-options.ts';
import { createImportReader } from './imported-names.ts';
import { type PosedProblem, poseProblem } from './pose-problem.ts';

type Described = NonNullable<CyclesResult['components'][number]['cure']>;

/** Edges that are looked at for the cures of one answer: less than a second. */
const CURE_BUDGET = 40_000_000;
/**
 * Imports that are looked at one by one, for all components of an answer: some tenths of a second. A component of more is cured by an order of its modules, and only what leads
 * backwards is looked at.
 */
const MOST_IMPORTS = 30_000;
/** Of those that lead backwards in a component of more, so many: some have to be left for components that come later. */
const MOST_SEEN = 5_000;
/** Changes that are listed: whoever has more to do begins with these. */
const MOST_LISTED = 100;

export interface Curer {
  /** What the cures rest upon. */
  readonly basis: CyclesParams['cures'];
  /** Undefined where none was asked for. */
  cureOf(component: Component): Described | undefined;
  /** Whether there were components so far whose imports were too many to weigh each. */
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
  const isOfModules = basis !== 'none' && graph.level === 'module';
  const placeOf = new Map(isOfModules ? Array.from(graph.nodes, (node, at) => [node, at] as const) : []);
  const around = { image, graph, placeOf, importsOf };
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
      const order = orders.get(component.class) ?? stronglyConnected(graph, nestedBits(component.class));
      orders.set(component.class, order);
      const rows = componentRows(graph, component);
      const optionsOf = createOptionFinder(around, component, order);
      const imports = importsFrom(component);
      if (imports <= importsLeft) {
        importsLeft -= imports;
        return describe(weigh(poseProblem(rows, optionsOf)));
      }
      isCut = true;
      open--;
      const chosen = cureByOrder(rows, optionsOf, Math.max(MOST_LISTED, Math.min(importsLeft, MOST_SEEN)));
      importsLeft = Math.max(0, importsLeft - chosen.changes.length);
      return describe(chosen);
    },
  };

  function weigh(problem: PosedProblem): ChosenChanges {
    const share = Math.floor(left / Math.max(1, open--));
    const budget: Budget = { left: share };
    const { choices, ...found } = findCure(problem, budget);
    left -= share - Math.max(0, budget.left);
    const changes = [...choices.keys()].flatMap((at) => {
      const how = problem.options[at]?.[(choices[at] ?? 0) - 1]?.how;
      return how === undefined ? [] : [{ edge: problem.edges[at] ?? 0, how }];
    });
    return { changes, unseen: 0, ...found };
  }

  function importsFrom({ members }: Component): number {
    const { offsets, importOffsets } = graph;
    const rowOf = (node: number): number =>
      (importOffsets[offsets[node + 1] ?? 0] ?? 0) - (importOffsets[offsets[node] ?? 0] ?? 0);
    return members.reduce((sum, node) => sum + rowOf(node), 0);
  }

  function describe({ changes, unseen, cost, verified, quality }: ChosenChanges): Described {
    const all = changes.flatMap(({ edge, how }) => describeChange(image, graph, edge, how));
    all.sort((a, b) => a.cost - b.cost || compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to));
    const edges = all.slice(0, MOST_LISTED);
    const more = all.length - edges.length + unseen;
    return { edges, ...(more > 0 ? { more } : {}), cost, verified, quality };
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
