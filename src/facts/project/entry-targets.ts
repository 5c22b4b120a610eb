import { isRecord } from '../../base/is-record.ts';
import type { EntryRecord } from '../project-records.ts';
import type { Manifest } from '../scan/read-manifest.ts';

/** What a manifest names as a way in, as it is written. */
export interface EntryTarget extends Pick<EntryRecord, 'kind' | 'key' | 'condition' | 'target'> {
  /** `.` or `./…`, under which others import it. */
  readonly subpath: string;
}

/** Fields that name one file, and what they are to those who install the package. */
const FIELDS: Readonly<Record<string, EntryTarget['kind']>> = {
  main: 'main',
  // What bundlers and tools of various frameworks prefer: https://www.npmjs.com/package/microbundle, https://reactnative.dev/docs/metro
  source: 'main',
  'react-native': 'main',
  svelte: 'main',
  module: 'module',
  'jsnext:main': 'module',
  types: 'types',
  typings: 'types',
  browser: 'browser',
  unpkg: 'browser',
  jsdelivr: 'browser',
};

/** Entries that a manifest declares: `exports`, the fields of the time before it, and `bin`. What others name with `imports` is no way in. */
export function entryTargets(manifest: Manifest): EntryTarget[] {
  const single = Object.entries(FIELDS).flatMap(([field, kind]) => {
    const target = manifest[field];
    return typeof target === 'string' && target !== ''
      ? [{ kind, key: field, condition: '', target, subpath: '.' }]
      : [];
  });
  return [
    ...exportedTargets(manifest.exports),
    ...single,
    ...replacedForBrowsers(manifest.browser),
    ...commands(manifest),
  ];
}

/** A manifest is user data: conditions do not nest deeper than this. */
const DEEPEST_NESTING = 32;

/** https://nodejs.org/api/packages.html#exports: conditions nest, lists are alternatives, null takes a subpath back. */
function exportedTargets(exported: unknown): EntryTarget[] {
  const isMap = isRecord(exported) && Object.keys(exported).some((key) => key.startsWith('.'));
  const found: EntryTarget[] = [];
  for (const [key, value] of isMap ? Object.entries(exported) : [['.', exported] as const]) {
    // `./features/` without a star is the older spelling of `./features/*`.
    const isFolder = key.endsWith('/');
    const open: { value: unknown; conditions: readonly string[] }[] = [{ value, conditions: [] }];
    for (let one = open.shift(); one; one = open.shift()) {
      const { value: inner, conditions } = one;
      if (typeof inner === 'string') {
        const target = isFolder && inner.endsWith('/') ? `${inner}*` : inner;
        found.push({ kind: 'exports', key, condition: conditions.join('.'), target, subpath: key });
      } else if (conditions.length > DEEPEST_NESTING) continue;
      else if (Array.isArray(inner))
        open.push(...inner.flat(DEEPEST_NESTING).map((item) => ({ value: item, conditions })));
      else if (isRecord(inner)) {
        for (const [condition, item] of Object.entries(inner))
          open.push({ value: item, conditions: [...conditions, condition] });
      }
    }
  }
  return found;
}

/** https://github.com/defunctzombie/package-browser-field-spec: files that take the place of others. */
function replacedForBrowsers(browser: unknown): EntryTarget[] {
  if (!isRecord(browser)) return [];
  return Object.entries(browser).flatMap(([key, target]) =>
    typeof target === 'string' && target.startsWith('.')
      ? [{ kind: 'browser' as const, key, condition: '', target, subpath: key.startsWith('.') ? key : '.' }]
      : [],
  );
}

function commands({ bin, name }: Manifest): EntryTarget[] {
  const named = typeof bin === 'string' ? { [String(name ?? '')]: bin } : isRecord(bin) ? bin : {};
  return Object.entries(named).flatMap(([key, target]) =>
    typeof target === 'string' ? [{ kind: 'bin' as const, key, condition: '', target, subpath: './cli' }] : [],
  );
}
