import { isRecord } from '../../../base/is-record.ts';
import { compareCodeUnits } from '../../../base/text.ts';

/** Fields that say which packages are wanted. */
const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** Fields that nothing which the modules of the package do depends on. */
const INERT: ReadonlySet<string> = new Set([
  ...[
    'version',
    'description',
    'keywords',
    'author',
    'contributors',
    'maintainers',
    'license',
    'licenses',
    'homepage',
    'bugs',
  ],
  ...[
    'repository',
    'funding',
    'files',
    'publishConfig',
    'private',
    'gitHead',
    'packageManager',
    'lint-staged',
    'husky',
    'size-limit',
  ],
]);

/**
 * Packages for which a manifest declares another range than before, ascending; null when it says anything else that may matter, or one version is no JSON.
 */
export function changedManifest(before: string, after: string): string[] | null {
  const [old, now] = [parsed(before), parsed(after)];
  if (!old || !now) return null;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const isOther = (field: string): boolean => JSON.stringify(old[field]) !== JSON.stringify(now[field]);
  if (fields.some((field) => !DEPENDENCIES.includes(field) && !INERT.has(field) && isOther(field))) return null;
  const names = DEPENDENCIES.flatMap((field) => {
    const [wanted, wants] = [rangesOf(old[field]), rangesOf(now[field])];
    return [...new Set([...Object.keys(wanted), ...Object.keys(wants)])].filter((name) => wanted[name] !== wants[name]);
  });
  return [...new Set(names)].sort(compareCodeUnits);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const rangesOf = (field: unknown): Readonly<Record<string, unknown>> => (isRecord(field) ? field : {});
