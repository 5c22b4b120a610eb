import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { kinds, named, selector } from './rule-terms.ts';
import { structureRules } from './structure-rules.ts';

export { DEPENDENCY_KINDS } from './structure-rules.ts';

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
  ...structureRules,
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
