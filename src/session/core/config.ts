import { z } from 'zod';
import { closest } from '../../base/closest.ts';
import { ConduitError } from '../../base/errors.ts';

const globs = z.array(z.string().min(1)).default([]);

/** introspect.config.json: data only, never executed. The JSON Schema that editors complete from is written from this. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Where editors find the schema of this file.'),
  introspection: z
    .strictObject({
      enabled: z.boolean().default(true).describe('`false` stops the command line and the library in this project.'),
    })
    .prefault({})
    .describe('The switch.'),
  include: globs.describe('Globs of the sources to index, from the root; everything when empty.'),
  exclude: globs.describe('Globs of sources and folders to leave out, from the root.'),
  limits: z
    .strictObject({
      fileBytes: z
        .int()
        .min(1)
        .default(2 * 2 ** 20)
        .describe('Larger sources are passed over and reported, in bytes.'),
    })
    .prefault({})
    .describe('What is too much.'),
  parse: z
    .strictObject({
      hangSeconds: z
        .int()
        .min(1)
        .default(30)
        .describe('A file that the parser is busy with for longer is left out and reported.'),
      workers: z.int().min(1).optional().describe('Parser threads; as many as processors when not given.'),
    })
    .prefault({})
    .describe('How sources are parsed.'),
  index: z
    .strictObject({
      dotDirectories: z.boolean().default(false).describe('Also index folders whose name starts with a dot.'),
      minified: z.boolean().default(false).describe('Also index files that look minified.'),
    })
    .prefault({})
    .describe('What is passed over by default.'),
  check: z.looseObject({}).optional().describe('Rules that `introspect check` holds the project to.'),
});

export type Config = z.infer<typeof configSchema>;

/**
 * Checks a configuration and fills in defaults.
 * @throws ConduitError CONDUIT_BAD_CONFIG naming the setting
 */
export function validateConfig(data: unknown): Config {
  const { success, data: config, error } = configSchema.safeParse(data);
  if (success) return config;
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const setting = place === '' ? key : `${place}.${key}`;
    const known = closest(key, settingsAt(issue.path));
    throw new ConduitError('CONDUIT_BAD_CONFIG', `introspect.config.json: there is no setting \`${setting}\``, known);
  }
  const where = place === '' ? 'the file' : `\`${place}\``;
  throw new ConduitError('CONDUIT_BAD_CONFIG', `introspect.config.json: ${where}: ${issue?.message ?? 'is not valid'}`);
}

/** The settings that an object of the configuration may have. */
function settingsAt(path: readonly PropertyKey[]): string[] {
  const [group] = path;
  if (group === undefined) return Object.keys(configSchema.shape);
  const shape = z.toJSONSchema(configSchema, { io: 'input' }).properties?.[String(group)];
  return typeof shape === 'object' ? Object.keys(shape.properties ?? {}) : [];
}
