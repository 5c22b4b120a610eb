import { z } from 'zod';
import { pageParams } from '../paginate.ts';
import { locationSchema } from '../schemas.ts';
import { thresholdParam } from '../threshold.ts';
import { SEVERITIES } from './rule-terms.ts';

export const checkParams = z.strictObject({
  rules: z.array(z.string().min(1)).default([]).describe('Names of rules: check only these.'),
  baseline: z
    .array(z.string().min(1))
    .default([])
    .describe('Known findings, `<fingerprint>:<count>` each: those are marked, and those that are gone are listed.'),
  changed: z.string().min(1).optional().describe('Paths, one a line: only findings about these files.'),
  threshold: thresholdParam,
  ...pageParams,
});

const severity = z.enum(SEVERITIES);

export const checkResult = z.strictObject({
  verdict: z
    .enum(['none', 'found', 'unknown'])
    .describe('`unknown`: nothing was found, but too little of the project is known to say that there is nothing.'),
  known: z
    .number()
    .describe('The lesser share of files that were read, and of imports within the project that lead to a module.'),
  counts: z
    .strictObject({ error: z.int(), warning: z.int(), note: z.int(), baseline: z.int() })
    .describe('Findings by severity, those of the baseline apart.'),
  findings: z
    .array(
      z.strictObject({
        fingerprint: z.string().describe('Stays the same when lines move: of the rule, and of what imports what.'),
        rule: z.string(),
        severity,
        message: z.string(),
        from: z.string().optional(),
        to: z.string().optional(),
        location: locationSchema.describe('The first place, or the beginning of the file.'),
        count: z.int().describe('How many places make it up; of a cycle, modules.'),
        path: z
          .array(z.string())
          .optional()
          .describe('The chain of imports, of a finding about reach: the first 100 modules.'),
        modules: z.array(z.string()).optional().describe('The modules of a cycle.'),
        baseline: z.boolean().describe('True for one that the baseline knows.'),
      }),
    )
    .describe('In the order of the rules.'),
  rules: z
    .array(
      z.strictObject({
        name: z.string(),
        type: z.string(),
        severity,
        comment: z.string().optional(),
        findings: z.int(),
      }),
    )
    .describe('The rules that were checked, and how many findings each has, known ones too.'),
  notes: z
    .array(z.strictObject({ rule: z.string(), message: z.string() }))
    .describe('What is odd about rules: parts of them that select nothing.'),
  gone: z
    .array(z.strictObject({ fingerprint: z.string() }))
    .describe('Findings of the baseline that are not found any more.'),
});

export type CheckParams = z.infer<typeof checkParams>;
export type CheckResult = z.infer<typeof checkResult>;
