import { readFileSync } from 'node:fs';
import { ConduitError } from '../../../base/errors.ts';
import { isRecord } from '../../../base/is-record.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import { type FindingKey, type KeyedFinding, keysOf } from '../../../queries/check/known-findings.ts';
import { replaceFile } from '../replace-file.ts';

/** A finding that is put up with for now. Rule and ends are for those who read the file; the fingerprint is what counts. */
export interface BaselineEntry extends FindingKey {
  readonly rule: string;
}

/** @throws ConduitError CONDUIT_BAD_BASELINE */
export function readBaseline(path: string): BaselineEntry[] {
  const refuse = (why: string): never => {
    throw new ConduitError('CONDUIT_BAD_BASELINE', `the baseline ${path} ${why}`);
  };
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(error instanceof SyntaxError ? 'is not JSON' : 'cannot be read');
  }
  if (!isRecord(data) || data.schema !== 1 || !Array.isArray(data.findings)) return refuse('is none');
  return data.findings.map((entry, at) => (isEntry(entry) ? entry : refuse(`has no finding at position ${at + 1}`)));
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    // Not there, or not to be read: writing it will say what is wrong.
    return false;
  }
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (!isRecord(entry) || typeof entry.rule !== 'string') return false;
  const { fingerprint, count } = entry;
  const isPrint = typeof fingerprint === 'string' && /^[0-9a-f]{16}$/.test(fingerprint);
  return isPrint && typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
}

/**
 * Writes what was found as the baseline: sorted, an entry a line, so that a review shows what was added and what is gone.
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function writeBaseline(path: string, findings: readonly KeyedFinding[]): number {
  const entries = findings.flatMap((finding) =>
    Array.from(keysOf(finding), ({ fingerprint, count, from, to }) => ({
      rule: finding.rule,
      from,
      to,
      count,
      fingerprint,
    })),
  );
  const order = (entry: (typeof entries)[number]): string => [entry.rule, entry.from, entry.to].join('\0');
  entries.sort((a, b) => compareCodeUnits(order(a), order(b)));
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`);
  const text = `{\n  "schema": 1,\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
  // A file that comes changes the times of its folder, which the next question would have to look into.
  if (!holds(path, text)) replaceFile(path, text);
  return entries.length;
}
