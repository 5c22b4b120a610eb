import { z } from 'zod';
import { SYMBOL_KINDS } from '../../base/symbol-kinds.ts';
import { pageParams } from '../paginate.ts';
import { locationSchema } from '../schemas.ts';

/** How sure a finding is, the surest first. docs/unused.md says what makes one less sure. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What can be looked for. */
export const ISSUES = ['files', 'exports', 'members', 'duplicates', 'dependencies'] as const;
export type Issue = (typeof ISSUES)[number];

const DEPENDENCY_ISSUES = ['unused', 'unlisted', 'to-production', 'to-development', 'types-only'] as const;

const confidence = z.enum(CONFIDENCES);
const reason = z.string().describe('Why it counts as unused, and what makes that less sure.');

const symbolFinding = z.strictObject({
  id: z.string(),
  name: z.string().describe('Under which others could use it.'),
  kind: z.enum(SYMBOL_KINDS),
  location: locationSchema.describe('Where its name is declared.'),
  confidence,
  reason,
});

/** Below this part of the files parsed, that nothing was found means nothing. */
export const LEAST_PARSED = 0.95;

const countsSchema = z.strictObject({ high: z.int().min(0), medium: z.int().min(0), low: z.int().min(0) });

export const unusedParams = z.strictObject({
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
});

export type UnusedParams = z.infer<typeof unusedParams>;

export const unusedResult = z.strictObject({
  verdict: z
    .enum(['none', 'found', 'unknown'])
    .describe('`unknown`: too little of the project could be read to say that nothing is unused.'),
  known: z.number().min(0).max(1).describe('Which part of the files could be parsed, rounded down to four places.'),
  entries: z
    .strictObject({ production: z.int().min(0), development: z.int().min(0) })
    .describe('How many modules something other than an import starts.'),
  counts: z
    .strictObject(
      Object.fromEntries(ISSUES.map((issue) => [issue, countsSchema])) as Record<Issue, typeof countsSchema>,
    )
    .describe('How many findings of each issue there are, by how sure they are: of all pages together.'),
  files: z
    .array(z.strictObject({ id: z.string(), package: z.string().nullable(), confidence, reason }))
    .describe('Modules that no entry leads to.'),
  exports: z.array(symbolFinding).describe('What is exported and used by no other file.'),
  members: z.array(symbolFinding).describe('Members of enums and classes that nothing uses.'),
  duplicates: z
    .array(z.strictObject({ id: z.string(), names: z.array(z.string()), location: locationSchema, confidence, reason }))
    .describe('Declarations that one module exports under several names.'),
  dependencies: z
    .array(
      z.strictObject({
        package: z.string().describe('The dependency.'),
        in: z.string().describe('Path of the manifest that should change.'),
        kind: z
          .enum(DEPENDENCY_ISSUES)
          .describe(
            '`unused`: declared and not used; `unlisted`: used and not declared; `to-production`: shipped code uses it, and it is declared for development; `to-development`: only tests and tools use it; `types-only`: only its types are used.',
          ),
        location: locationSchema
          .nullable()
          .describe('Where it is declared, or where it is first imported; null when not known.'),
        confidence,
        reason,
      }),
    )
    .describe('By manifest and name.'),
});

export type UnusedResult = z.infer<typeof unusedResult>;
export type FileFinding = UnusedResult['files'][number];
export type SymbolFinding = UnusedResult['exports'][number];
export type DuplicateFinding = UnusedResult['duplicates'][number];
export type DependencyFinding = UnusedResult['dependencies'][number];
