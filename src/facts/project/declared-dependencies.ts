import { isRecord } from '../../base/is-record.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { DependencyKind, DependencyRecord } from '../project-records.ts';
import { redact } from '../redact/redact.ts';
import type { Manifest } from '../scan/read-manifest.ts';

const FIELDS: readonly (readonly [field: string, kind: DependencyKind])[] = [
  ['dependencies', 'prod'],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
];

/**
 * What one manifest declares, by name and kind.
 * @param lineOf as of {@link manifestLines}
 * @param isNamed whether anything that is no import names the package
 */
export function declaredDependencies(
  number: number,
  manifest: Manifest,
  lineOf: (field: string, name: string) => number,
  isNamed: (name: string) => boolean,
): DependencyRecord[] {
  const meta = recordAt(manifest, 'peerDependenciesMeta');
  const found = FIELDS.flatMap(([field, kind]) =>
    Object.entries(recordAt(manifest, field)).map(([name, range]) => {
      const about = meta[name];
      return {
        package: number,
        name,
        range: typeof range === 'string' ? safeRange(range) : '',
        kind,
        line: lineOf(field, name),
        isNamed: isNamed(name),
        isOptionalPeer: kind === 'peer' && isRecord(about) && about.optional === true,
      };
    }),
  );
  return found.sort((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.kind, b.kind));
}

/** An address, `git+https://…@…`, can hold a token; numbers cannot. */
const safeRange = (range: string): string => (/^(?:workspace:)?[\d.x*^~<>=| -]*$/.test(range) ? range : redact(range));

function recordAt(manifest: Manifest, field: string): Readonly<Record<string, unknown>> {
  const value = manifest[field];
  return isRecord(value) ? value : {};
}
