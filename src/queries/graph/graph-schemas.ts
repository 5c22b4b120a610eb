import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { locationSchema } from '../schemas.ts';

/** The kinds of {@link graphResult}'s modules: a file of the project, or several of them as one. */
export const GROUP_KINDS = ['module', 'json', 'asset', 'package', 'folder'] as const;

export const graphParams = z.strictObject({
  level: z.enum(['module', 'package']).default('module').describe('What a node is.'),
  kinds: z.array(z.enum(EDGE_KINDS)).default([]).describe('Only these kinds of import; all when none is given.'),
  focus: z.string().min(1).optional().describe('Only what is near this module or package, as `depth` says.'),
  depth: z
    .union([z.int().min(0), z.literal('all')])
    .default(1)
    .describe('How many imports away from `focus` at most, or `all`; in both directions.'),
  collapse: globs('Folders that become one node each, with all that is in them: `packages/*`.'),
  include: globs('Only files that match; a folder stands for all that is in it.'),
  exclude: globs('Not what matches: files, folders, or ids such as `npm:@types/*`.'),
  'do-not-follow': globs('Files that match are shown, what they import is not.'),
});

const edge = {
  from: z.string().describe('The importer.'),
  to: z.string(),
  kinds: z.array(z.enum(EDGE_KINDS)),
  count: z.int().min(1).describe('How many places in the sources make it up.'),
  sites: z
    .array(z.strictObject({ location: locationSchema, specifier: z.string() }))
    .describe('All places; where a package or folder is at one of the ends, the first as an example.'),
};

export const graphResult = z.strictObject({
  modules: z
    .array(
      z.strictObject({
        id: z.string().describe('A path, the name of a package, or a folder with `/` at its end.'),
        kind: z.enum(GROUP_KINDS),
        package: z.string().nullable(),
        lines: z.int().min(0),
        directory: z.string().optional().describe('Of a package: its folder from the root.'),
        files: z.int().min(1).optional().describe('Of a package or folder: how many files it stands for.'),
        inside: z.int().min(0).optional().describe('Of a package or folder: edges among its own files.'),
      }),
    )
    .describe('By id.'),
  edges: z.array(z.strictObject(edge)).describe('Between two of the modules, by `from`, then by `to`.'),
  external: z
    .array(
      z.strictObject({
        from: edge.from,
        to: z.string().describe('`npm:…` or `node:…`.'),
        package: z.string().nullable().describe('Null for what is built into Node.'),
        range: z
          .string()
          .nullable()
          .describe('The version range that the importer’s manifest declares; null when none does, or several differ.'),
        ranges: z
          .array(z.string())
          .optional()
          .describe('Of a package or folder whose files’ manifests differ: all of them.'),
        kinds: edge.kinds,
        count: edge.count,
        sites: edge.sites,
      }),
    )
    .describe('By `from`, then by `to`.'),
  unresolved: z
    .array(
      z.strictObject({
        from: edge.from,
        specifier: z.string(),
        reason: z.string().describe('A word of the list in docs/diagnostics.md.'),
        location: locationSchema,
      }),
    )
    .describe('A place each, by `from`, then by place.'),
});

export type GraphParams = z.input<typeof graphParams>;
export type GraphResult = z.infer<typeof graphResult>;

function globs(description: string) {
  return z.array(z.string().min(1)).default([]).describe(`${description} Globs of paths from the root.`);
}
