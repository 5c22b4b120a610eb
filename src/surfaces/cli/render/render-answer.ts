import type { Envelope } from '../../../base/envelope.ts';
import type { Colors, Format } from '../invocation.ts';
import { drawDeps } from './deps-tree.ts';
import { jsonOf } from './json.ts';
import { linesOf } from './ndjson.ts';

/** An answer as text that ends with a line feed, in pieces: a graph can be larger than a text may be. */
export interface Rendering {
  readonly chunks: Iterable<string>;
  /** What whoever reads it should know, for standard error. */
  readonly notes: readonly string[];
}

export interface RenderOptions {
  readonly format: Format | undefined;
  readonly colors: Colors;
  /** Of a drawing; undefined for as many as can be read. */
  readonly maxNodes: number | undefined;
}

/**
 * Renders an answer; `json` is the envelope itself. Forms that are asked for less often are imported when they are, which keeps them out of
 * the bundle.
 * @throws ConduitError CONDUIT_BAD_USAGE for a drawing of what is no graph
 */
export async function renderAnswer(envelope: Envelope, options: RenderOptions): Promise<Rendering> {
  const { format, colors, maxNodes } = options;
  if (format === 'json') return plain(jsonOf(envelope));
  if (format === 'ndjson') return plain(linesOf(envelope));
  if (format === 'csv') return plain((await import('./csv.ts')).csvOf(envelope));
  const isTree = format === undefined || format === 'tree';
  // The one answer that is asked for all the time.
  if (isTree && envelope.query === 'deps') return plain([drawDeps(envelope, colors)]);
  const isGraph = isTree && envelope.query === 'graph';
  if (isGraph || format === 'dot' || format === 'mermaid') {
    const { renderDrawing } = await import('./drawing/render-drawing.ts');
    return renderDrawing(envelope, isGraph ? 'tree' : (format as 'dot' | 'mermaid'), colors, maxNodes);
  }
  const drawn = isTree ? await drawForPeople(envelope, colors) : null;
  if (drawn !== null) return plain([drawn]);
  const { renderTables } = await import('./tables.ts');
  return plain([renderTables(envelope, colors)]);
}

const plain = (chunks: Iterable<string>): Rendering => ({ chunks, notes: [] });

/** Answers that have a form of their own for people; null for any other. */
async function drawForPeople(envelope: Envelope, colors: Colors): Promise<string | null> {
  switch (envelope.query) {
    case 'symbol':
      return (await import('./symbol-card.ts')).drawSymbol(envelope, colors);
    case 'cycles':
      return (await import('./cycles.ts')).drawCycles(envelope, colors);
    case 'why':
      return (await import('./why-chains.ts')).drawChains(envelope, colors);
    case 'affected':
      return (await import('./affected-report.ts')).drawAffected(envelope, colors);
    case 'impact':
      return (await import('./impact-report.ts')).drawImpact(envelope, colors);
    case 'refs':
    case 'callers':
    case 'callees':
    case 'implementations':
      return (await import('./symbol-sites.ts')).drawSites(envelope, colors);
    default:
      return null;
  }
}
