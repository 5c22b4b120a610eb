import type { Envelope } from '../../../../base/envelope.ts';
import { ConduitError } from '../../../../base/errors.ts';
import type { Invocation } from '../../invocation.ts';
import { jsonOf } from '../json.ts';
import { linesOf } from '../ndjson.ts';
import { renderTables } from '../tables.ts';
import { drawFindings } from './finding-list.ts';
import { githubLines } from './github.ts';
import { htmlOf } from './html.ts';
import { sarifOf } from './sarif.ts';

/** An answer of `check` in the form that was asked for, in pieces. @throws ConduitError CONDUIT_BAD_USAGE for a drawing */
export async function renderCheck(envelope: Envelope, { format, colors }: Invocation): Promise<Iterable<string>> {
  switch (format) {
    case undefined:
    case 'tree':
      return [drawFindings(envelope, colors.stdout)];
    case 'table':
      return [renderTables(envelope, colors.stdout)];
    case 'json':
      return jsonOf(envelope);
    case 'ndjson':
      return linesOf(envelope);
    case 'csv':
      return (await import('../csv.ts')).csvOf(envelope);
    case 'sarif':
      return [sarifOf(envelope)];
    case 'github':
      return githubLines(envelope);
    case 'html':
      return htmlOf(envelope);
    default:
      throw new ConduitError('CONDUIT_BAD_USAGE', `findings are no graph: \`check\` has no format \`${format}\``);
  }
}
