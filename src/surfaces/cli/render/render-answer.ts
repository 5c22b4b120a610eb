import type { Envelope } from '../../../base/envelope.ts';
import type { Colors, Format } from '../invocation.ts';
import { drawDeps } from './deps-tree.ts';
import { renderLines } from './ndjson.ts';

/** Answers that read best as a tree; all others are tables unless another format is asked for. */
const TREES: Readonly<Record<string, (envelope: Envelope, colors: Colors) => string>> = { deps: drawDeps };

/** An answer as text that ends with a line feed. `json` is the envelope itself. */
export async function renderAnswer(envelope: Envelope, format: Format | undefined, colors: Colors): Promise<string> {
  if (format === 'json') return `${JSON.stringify(envelope, null, 2)}\n`;
  if (format === 'ndjson') return renderLines(envelope);
  const draw = format === 'table' ? undefined : TREES[envelope.query];
  if (draw) return draw(envelope, colors);
  const { renderTables } = await import('./tables.ts');
  return renderTables(envelope, colors);
}
