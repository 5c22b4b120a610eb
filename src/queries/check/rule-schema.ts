import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { CYCLE_CLASSES } from '../cycles/import-classes.ts';

/** How much a finding matters; only errors fail a run by default. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

/** How a package may be declared by whoever imports it. */
export const DEPENDENCY_KINDS = ['production', 'development', 'peer', 'optional', 'undeclared'] as const;

const selector = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe(
    'Modules: globs of ids (`src/**`, `npm:react`, `node:*`), `package:<glob>`, `tag:<name>`, `re:<expression>`; what begins with `!` is taken out.',
  );
const kinds = z
  .array(z.enum([...EDGE_KINDS, ...EDGE_KINDS.map((kind) => `!${kind}` as const)]))
  .min(1)
  .refine(leavesKinds, 'it leaves out every kind that it names, so that nothing could break the rule')
  .optional()
  .describe('Only imports of these kinds, or of all but those with a `!`; all when not given.');

/** Whether any kind is left: those named, or all, without those with a `!`. */
function leavesKinds(words: readonly string[]): boolean {
  const named = words.filter((word) => !word.startsWith('!'));
  return (named.length > 0 ? named : EDGE_KINDS).some((kind) => !words.includes(`!${kind}`));
}

const named = {
  name: z.string().min(1).max(200),
  severity: z.enum(SEVERITIES).default('error'),
  comment: z.string().optional().describe('Why there is this rule: shown with its findings.'),
};

const fromTo = { from: selector, to: selector, kinds };

const ruleSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('forbidden'), ...fromTo }).describe('No import leads from here to there.'),
  z
    .strictObject({ ...named, type: z.literal('only'), ...fromTo })
    .describe('Imports lead nowhere but there, and to one another.'),
  z
    .strictObject({
      ...named,
      type: z.literal('allowed'),
      imports: z.array(z.strictObject({ from: selector, to: selector, kinds })).min(1),
      kinds,
    })
    .describe('Every import between files must be one of these.'),
  z
    .strictObject({ ...named, type: z.literal('required'), ...fromTo })
    .describe('Every module here imports one of those.'),
  z
    .strictObject({
      ...named,
      type: z.literal('kinds'),
      from: selector,
      to: selector,
      only: z.array(z.enum(EDGE_KINDS)).min(1),
    })
    .describe('Imports from here to there are of these kinds alone.'),
  z
    .strictObject({ ...named, type: z.literal('must-not-reach'), ...fromTo })
    .describe('No chain of imports leads from here to there.'),
  z
    .strictObject({ ...named, type: z.literal('must-reach'), ...fromTo })
    .describe('From every module here a chain of imports leads there.'),
  z
    .strictObject({ ...named, type: z.literal('must-be-reached'), ...fromTo })
    .describe('To every module there a chain of imports leads from here.'),
  z
    .strictObject({ ...named, type: z.literal('via'), ...fromTo, via: selector })
    .describe('Every chain of imports from here to there goes through these.'),
  z
    .strictObject({
      ...named,
      type: z.literal('layers'),
      layers: z
        .array(z.strictObject({ name: z.string().min(1), modules: selector }))
        .min(2)
        .describe('The uppermost first.'),
      strict: z.boolean().default(false).describe('A layer may import only itself and the next one.'),
      kinds,
    })
    .describe('Layers import only what is below them.'),
  z
    .strictObject({ ...named, type: z.literal('independent'), folders: selector, kinds })
    .describe('Folders (globs) that do not import one another.'),
  z
    .strictObject({
      ...named,
      type: z.literal('dependencies'),
      from: selector,
      to: selector.optional(),
      not: z.array(z.enum(DEPENDENCY_KINDS)).min(1).describe('How an imported package must not be declared.'),
      kinds,
    })
    .describe('Packages are imported by those who declare them, and as they declare them.'),
  z
    .strictObject({
      ...named,
      type: z.literal('entry-only'),
      packages: selector.describe('Globs of names of packages of the project.'),
      from: selector.optional(),
      kinds,
    })
    .describe('Packages are imported from outside only through what their manifests offer.'),
  z
    .strictObject({
      ...named,
      type: z.literal('stability'),
      packages: selector.optional().describe('Globs of names of packages; all when not given.'),
    })
    .describe('Packages of the project depend on those that are at least as stable.'),
  z
    .strictObject({
      ...named,
      type: z.literal('no-cycles'),
      class: z
        .enum(CYCLE_CLASSES)
        .default('runtime')
        .describe('The widest class of cycles that is found; those of narrower classes are found too.'),
      level: z.enum(['module', 'package']).default('module'),
      modules: selector
        .optional()
        .describe('Only cycles with one of these modules; at level `package`, globs of names.'),
      allow: z
        .array(selector)
        .min(1)
        .optional()
        .describe('Cycles that are fine: those all of whose modules (or packages) one of these selects.'),
    })
    .describe('No modules or packages import one another in a circle.'),
  z
    .strictObject({ ...named, type: z.literal('no-orphans'), modules: selector, kinds })
    .describe('Modules import something, or something imports them.'),
]);

export const checkSchema = z.strictObject({
  tags: z.record(z.string().min(1), selector).default({}).describe('Names of selections, for `tag:<name>`.'),
  rules: z.array(ruleSchema).default([]),
});

export type CheckRules = z.infer<typeof checkSchema>;
export type Rule = CheckRules['rules'][number];
export type RuleType = Rule['type'];
export type RuleOf<Type extends RuleType> = Extract<Rule, { type: Type }>;
export type SelectorText = z.infer<typeof selector>;
export type KindWords = z.infer<typeof kinds>;
