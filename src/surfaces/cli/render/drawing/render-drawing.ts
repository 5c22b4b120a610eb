import type { Envelope } from '../../../../base/envelope.ts';
import { ConduitError } from '../../../../base/errors.ts';
import type { Colors } from '../../invocation.ts';
import type { Rendering } from '../render-answer.ts';
import { collapseDrawing, READABLE_NODES } from './collapse-drawing.ts';
import { dotOf } from './dot.ts';
import type { Drawing } from './drawing.ts';
import { drawingOfDeps } from './drawing-of-deps.ts';
import { drawingOfGraph } from './drawing-of-graph.ts';
import { graphTreeOf } from './graph-tree.ts';
import { MERMAID_EDGES, mermaidOf } from './mermaid.ts';

/** Answers that are graphs, and so can be drawn. */
const DRAWINGS: Readonly<Record<string, (envelope: Envelope) => Drawing>> = {
  deps: drawingOfDeps,
  graph: drawingOfGraph,
};

/**
 * An answer as a picture, made small enough to be read.
 * @param maxNodes how many boxes it may have; Infinity for all there are, undefined for as many as can be read
 * @throws ConduitError CONDUIT_BAD_USAGE for an answer that is no graph
 */
export function renderDrawing(
  envelope: Envelope,
  format: 'dot' | 'mermaid' | 'tree',
  colors: Colors,
  maxNodes: number | undefined,
): Rendering {
  const drawingOf = DRAWINGS[envelope.query];
  if (!drawingOf) throw new ConduitError('CONDUIT_BAD_USAGE', `the answer of \`${envelope.query}\` cannot be drawn`);
  const everything = maxNodes === Number.POSITIVE_INFINITY;
  const { drawing, note } = collapseDrawing(drawingOf(envelope), {
    nodes: maxNodes ?? READABLE_NODES,
    edges: format === 'mermaid' && !everything ? MERMAID_EDGES : Number.POSITIVE_INFINITY,
  });
  const notes = note === null ? [] : [note];
  if (format === 'dot') return { chunks: dotOf(drawing, note), notes };
  if (format === 'tree') return { chunks: graphTreeOf(drawing, colors), notes };
  const tooMany = drawing.edges.length > MERMAID_EDGES;
  const limit = `${drawing.edges.length} edges are more than the ${MERMAID_EDGES} that Mermaid draws by default: raise its \`maxEdges\``;
  return { chunks: mermaidOf(drawing, note), notes: tooMany ? [...notes, limit] : notes };
}
