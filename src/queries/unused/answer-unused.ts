import type { QueryAnswer, QueryContext } from '../define.ts';
import { matchGlobs } from '../match-globs.ts';
import { paginate } from '../paginate.ts';
import { countFindings } from './count-findings.ts';
import { dependencyFindings } from './dependency-findings.ts';
import type { Draft } from './draft.ts';
import { duplicateExports } from './duplicate-exports.ts';
import { CONFIDENCES, type Issue, LEAST_PARSED, type UnusedParams, type UnusedResult } from './finding-schemas.ts';
import { unusedScope } from './scope.ts';
import { type SymbolUses, symbolUses } from './symbol-uses.ts';
import { unusedExports } from './unused-exports.ts';
import { unusedFiles } from './unused-files.ts';
import { unusedMembers } from './unused-members.ts';
import { wants } from './wanted-issues.ts';

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerUnused(
  context: QueryContext,
  { include, production, confidence, entry, in: within, ignore, ...page }: UnusedParams,
): QueryAnswer<UnusedResult> {
  const { image } = context;
  const scope = unusedScope(context, { production, globs: entry });
  const isWithin = matchGlobs('in', within) ?? (() => true);
  const isIgnored = matchGlobs('ignore', ignore) ?? (() => false);
  const sure = CONFIDENCES.slice(0, CONFIDENCES.indexOf(confidence) + 1);
  /** The findings of one issue that are asked for. */
  function listOf<Finding>(issue: Issue, find: () => readonly Draft<Finding>[]): readonly Draft<Finding>[] {
    if (!wants(include, [issue])) return [];
    return find().filter((one) => sure.includes(one.confidence) && isWithin(one.path) && !isIgnored(one.path));
  }
  const uses = wants(include, ['exports', 'members']) ? symbolUses(scope) : NO_USES;
  const files = listOf('files', () => unusedFiles(scope));
  const exports = listOf('exports', () => unusedExports(scope, uses));
  const members = listOf('members', () => unusedMembers(scope, uses));
  const duplicates = listOf('duplicates', () => duplicateExports(scope));
  const dependencies = listOf('dependencies', () => dependencyFindings(scope));

  // The lists are one after the other, and a page is a part of that.
  const lists = [files, exports, members, duplicates, dependencies];
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const { items, ...rest } = paginate(
    Array.from({ length: total }, (_, at) => at),
    page,
    image.fingerprint,
  );
  const first = items[0] ?? 0;
  let before = 0;
  const onPage = <Finding>(list: readonly Draft<Finding>[]): Finding[] => {
    const start = first - before;
    before += list.length;
    return list.slice(Math.max(0, start), Math.max(0, start + items.length)).map((one) => one.finish());
  };
  const { files: fileCount, parsed } = image.diagnostics.coverage;
  const known = fileCount === 0 ? 1 : Math.floor((parsed / fileCount) * 10_000) / 10_000;
  const starts = [...scope.entries.values()];
  const shipped = starts.filter((one) => one.production).length;
  return {
    result: {
      verdict: total > 0 ? ('found' as const) : known >= LEAST_PARSED ? ('none' as const) : ('unknown' as const),
      known,
      entries: { production: shipped, development: starts.length - shipped },
      counts: countFindings({ files, exports, members, duplicates, dependencies }),
      files: onPage(files),
      exports: onPage(exports),
      members: onPage(members),
      duplicates: onPage(duplicates),
      dependencies: onPage(dependencies),
    },
    ...rest,
  };
}

/** Where no question needs them. */
const NO_USES: SymbolUses = {
  fromOutside: new Uint8Array(),
  fromInside: new Uint8Array(),
  fromUnreached: new Uint8Array(),
  isPublic: new Uint8Array(),
  wholes: new Map(),
};
