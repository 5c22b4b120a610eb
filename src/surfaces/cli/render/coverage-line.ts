import type { Envelope } from '../../../base/envelope.ts';
import { plural } from '../../../base/text.ts';

/**
 * What an answer rests on, as one line: without it, "nothing depends on it" and "we could not read who does" look alike.
 */
export function coverageLine({ coverage, asOf }: Pick<Envelope, 'coverage' | 'asOf'>): string {
  const unresolved = Object.values(coverage.unresolved).reduce((sum, count) => sum + count, 0);
  const gaps = [
    ...(coverage.failed > 0 ? [`${plural(coverage.failed, 'file')} not parsed`] : []),
    ...(unresolved > 0 ? [`${plural(unresolved, 'import')} unresolved`] : []),
  ];
  const files = `from ${plural(coverage.files, 'file')}`;
  const known = gaps.length === 0 ? 'all parsed, all imports resolved' : `${gaps.join(', ')} (introspect doctor says which and why)`;
  const age = { true: '; sources have changed since', false: '', unchecked: '; sources not checked for changes' }[`${asOf.stale}`];
  return `${files}: ${known}${age}`;
}
