import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { pageParams } from '../paginate.ts';
import { locationSchema } from '../schemas.ts';
import { thresholdParam } from '../threshold.ts';
import { CURES } from './cures/cure-kinds.ts';
import { CYCLE_CLASSES } from './import-classes.ts';

const classSchema = z.enum(CYCLE_CLASSES);

export const cyclesParams = z.strictObject({
  class: z
    .array(classSchema)
    .default([])
    .describe(
      'Only cycles of these classes; all when none is given. `runtime`: modules that load each other; `deferred`: closed by imports that run later; `type-only`: by imports that TypeScript erases.',
    ),
  level: z.enum(['module', 'package']).default('module').describe('Cycles of modules, or of packages of the project.'),
  cures: z
    .enum(['none', 'imports', 'symbols'])
    .default('symbols')
    .describe(
      'How to look for changes that end a cycle: not at all, knowing imports only, or knowing also what they are used for.',
    ),
  threshold: thresholdParam,
  ...pageParams,
  limit: pageParams.limit.default(100),
});

const stepSchema = z.strictObject({
  from: z.string().describe('The importer.'),
  to: z.string(),
  kind: z.enum(EDGE_KINDS),
  location: locationSchema.describe('The first place that imports so; of packages, in one of the modules of `from`.'),
  specifier: z.string(),
});

const changeSchema = z.strictObject({
  from: z.string().describe('The importer.'),
  to: z.string(),
  how: z.enum(CURES),
  cost: z.int(),
  location: locationSchema,
  specifier: z.string(),
  instead: z.array(z.string()).optional().describe('Modules to import instead; none when the names are the own ones.'),
  symbols: z.array(z.string()).optional().describe('What moves to a module of its own.'),
});

const cureSchema = z.strictObject({
  edges: z
    .array(changeSchema)
    .describe('The cheapest first. With all of these changed there is no cycle of the class.'),
  more: z.int().min(1).optional().describe('Changes beyond those that are listed.'),
  cost: z.int().describe('The sum over all changes.'),
  verified: z.boolean().describe('The components were computed again with these changes, and there were none.'),
  quality: z.enum(['optimal', 'heuristic']).describe('`optimal`: nothing cheaper would do.'),
});

export const cyclesResult = z.strictObject({
  verdict: z
    .enum(['none', 'found', 'unknown'])
    .describe('`unknown`: none was found, but less is known than `threshold` asks for.'),
  known: z
    .number()
    .describe('The lesser share of files that were read, and of imports within the project that lead to a module.'),
  counts: z
    .strictObject({ runtime: z.int(), deferred: z.int(), 'type-only': z.int() })
    .describe('Components of each class, whatever was asked for and however many are listed.'),
  ignored: z.int().describe('Imports among these modules that a comment leaves out.'),
  cures: z
    .enum(['none', 'imports', 'symbols'])
    .describe('What the cures rest upon; `imports` too where the image has no symbols.'),
  components: z
    .array(
      z.strictObject({
        id: z.string().describe('Class and first module; the same as long as these are.'),
        class: classSchema.describe('The narrowest whose imports close it.'),
        modules: z.array(z.string()).describe('Ids of modules, at level `package` names of packages; sorted.'),
        contains: z.array(z.string()).optional().describe('Components of narrower classes within it, by id.'),
        cycle: z
          .array(stepSchema)
          .describe('A shortest cycle; where others are contained, one that stays in none of them.'),
        cure: cureSchema.optional(),
      }),
    )
    .describe('By class, the largest first, then by id.'),
});

export type CyclesParams = z.infer<typeof cyclesParams>;
export type CyclesResult = z.infer<typeof cyclesResult>;
