import { z } from 'zod';
import { ConduitError } from '../../base/errors.ts';

/** The schema of introspect.config.json; published as dist/schema/introspect.config.schema.json. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where an editor finds this schema'),
    introspection: z
      .strictObject({
        enabled: z.boolean().default(true).describe('false switches the command line and the library off for this project'),
      })
      .prefault({}),
    include: z.array(z.string()).default([]).describe('Globs from the root: read only these files; all when empty'),
    exclude: z.array(z.string()).default([]).describe('Globs from the root: do not read these files and folders'),
    limits: z
      .strictObject({
        fileBytes: z
          .int()
          .min(1024)
          .max(64 * 1024 * 1024)
          .default(2 * 1024 * 1024)
          .describe('Larger files are passed over (and reported)'),
      })
      .prefault({}),
    parse: z
      .strictObject({
        hangSeconds: z.number().min(1).max(3600).default(30).describe('A file that takes the parser longer is left out (and reported)'),
        workers: z.int().min(1).max(256).optional().describe('Parser threads; as many as processors by default'),
      })
      .prefault({}),
    index: z
      .strictObject({
        dotDirectories: z.boolean().default(false).describe('Read folders whose name starts with a dot'),
        minified: z.boolean().default(false).describe('Read minified files'),
      })
      .prefault({}),
  })
  .describe('Configuration of Conduit Introspect: data, never executed');

export type Config = z.output<typeof configSchema>;

/**
 * Checks a configuration and fills in the defaults.
 * @throws ConduitError CONDUIT_BAD_CONFIG naming every wrong setting
 */
export function validateConfig(data: unknown): Config {
  const outcome = configSchema.safeParse(data);
  if (outcome.success) return outcome.data;
  const mistakes = outcome.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the file' : `\`${path.join('.')}\``}: ${message}`);
  throw new ConduitError('CONDUIT_BAD_CONFIG', `introspect.config.json, ${mistakes.join('; ')}`);
}
