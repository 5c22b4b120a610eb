import { z } from 'zod';
import { CYCLE_CLASSES } from '../cycles/import-classes.ts';
import { kinds, named, selector } from './rule-terms.ts';

/** How a package may be declared by whoever imports it. */
export const DEPENDENCY_KINDS = ['production', 'development', 'peer', 'optional', 'undeclared'] as const;

/** The rules about what modules and packages are to one another as a whole. */
export const structureRules = [
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
] as const;
