import { z } from 'zod';
import type { Location } from '../base/location.ts';
import { defineQuery } from './define.ts';
import { matchGlobs } from './match-globs.ts';
import { pageParams, paginate } from './paginate.ts';
import { dependencyFindings } from './unused/dependency-findings.ts';
import { duplicateExports } from './unused/duplicate-exports.ts';
import { CONFIDENCES, type Confidence, ISSUES, type Issue, unusedResult } from './unused/finding-schemas.ts';
import { publicSymbols } from './unused/public-symbols.ts';
import { unusedScope } from './unused/scope.ts';
import { type SymbolUses, symbolUses } from './unused/symbol-uses.ts';
import { unusedExports } from './unused/unused-exports.ts';
import { unusedFiles } from './unused/unused-files.ts';
import { unusedMembers } from './unused/unused-members.ts';

export type { UnusedResult } from './unused/finding-schemas.ts';

/** Issues that only the symbols can tell. */
const OF_SYMBOLS: readonly Issue[] = ['exports', 'members', 'duplicates'];

/** Below this part of the files parsed, that nothing was found means nothing. */
const LEAST_PARSED = 0.95;

/**
 * What the project could do without: reachability from entries, uses of symbols, and manifests held against imports. Every finding says how sure it is, and
 * what makes it less sure. O(nodes + edges + uses).
 */
export const unused = defineQuery({
  name: 'unused',
  summary:
    'Files, exports, members and dependencies that nothing uses, and dependencies that are not declared or in the wrong place.',
  examples: [
    'introspect unused --in packages/core',
    'introspect unused --include files,dependencies --production',
    "introspect unused --include exports --in 'packages/core' --confidence high --json",
  ],
  params: z.strictObject({
    include: z.array(z.enum(ISSUES)).default([]).describe('What to look for; everything when none is given.'),
    production: z
      .boolean()
      .default(false)
      .describe('Only what is shipped counts: tests, configurations and what they start are left out.'),
    confidence: z.enum(CONFIDENCES).default('medium').describe('Only findings that are at least as sure.'),
    entry: z
      .array(z.string().min(1))
      .default([])
      .describe('Further modules to start from. Globs of paths from the root.'),
    in: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Only findings in files that match; a folder stands for all that is in it. Globs of paths from the root.',
      ),
    ignore: z.array(z.string().min(1)).default([]).describe('No findings in files that match.'),
    ...pageParams,
  }),
  positional: [],
  result: unusedResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  sectionsFor: ({ include }) => (wants(include, OF_SYMBOLS) ? ['symbols', 'symbol-texts'] : []),
  run(context, { include, production, confidence, entry, in: within, ignore, ...page }) {
    const { image } = context;
    const scope = unusedScope(context, { production, globs: entry });
    const isWithin = matchGlobs('in', within) ?? (() => true);
    const isIgnored = matchGlobs('ignore', ignore) ?? (() => false);
    const sure = CONFIDENCES.slice(0, CONFIDENCES.indexOf(confidence) + 1);
    /** The findings of one issue that are asked for. */
    function listOf<Finding extends Judged>(
      issue: Issue,
      find: () => readonly Finding[],
      pathOf: (finding: Finding) => string,
    ): readonly Finding[] {
      if (!wants(include, [issue])) return [];
      return find().filter((one) => sure.includes(one.confidence) && isWithin(pathOf(one)) && !isIgnored(pathOf(one)));
    }
    const ofSymbols = wants(include, OF_SYMBOLS)
      ? { uses: symbolUses(scope), isPublic: publicSymbols(scope) }
      : NO_SYMBOLS;
    const { uses, isPublic } = ofSymbols;
    const placeOf = ({ location }: { readonly location: Location }): string => location.path;
    const files = listOf(
      'files',
      () => unusedFiles(scope),
      ({ id }) => id,
    );
    const exports = listOf('exports', () => unusedExports(scope, uses, isPublic), placeOf);
    const members = listOf('members', () => unusedMembers(scope, uses, isPublic), placeOf);
    const duplicates = listOf('duplicates', () => duplicateExports(scope), placeOf);
    const dependencies = listOf(
      'dependencies',
      () => dependencyFindings(scope),
      (finding) => finding.in,
    );

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
    const onPage = <Finding>(list: readonly Finding[]): Finding[] => {
      const start = first - before;
      before += list.length;
      return list.slice(Math.max(0, start), Math.max(0, start + items.length));
    };
    const coverage = image.diagnostics.coverage;
    const isKnown = coverage.parsed >= coverage.files * LEAST_PARSED;
    const starts = [...scope.entries.values()];
    const shipped = starts.filter((one) => one.production).length;
    return {
      result: {
        verdict: total > 0 ? ('found' as const) : isKnown ? ('none' as const) : ('unknown' as const),
        entries: { production: shipped, development: starts.length - shipped },
        files: onPage(files),
        exports: onPage(exports),
        members: onPage(members),
        duplicates: onPage(duplicates),
        dependencies: onPage(dependencies),
      },
      ...rest,
    };
  },
});

interface Judged {
  readonly confidence: Confidence;
}

/** Where no question needs them. */
const NO_SYMBOLS: { readonly uses: SymbolUses; readonly isPublic: Uint8Array } = {
  uses: {
    fromOutside: new Uint8Array(),
    fromInside: new Uint8Array(),
    fromUnreached: new Uint8Array(),
    wholes: new Map(),
  },
  isPublic: new Uint8Array(),
};

function wants(include: readonly Issue[] | undefined, issues: readonly Issue[]): boolean {
  return !include?.length || issues.some((issue) => include.includes(issue));
}
