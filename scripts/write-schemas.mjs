// Publishes JSON Schemas into dist/schema/: the configuration's, and of each query its answer with its parameters under $defs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { answerSchema } from '../dist/src/queries/answer-schema.js';
import { QUERIES } from '../dist/src/queries/registry.js';
import { configSchema } from '../dist/src/session/core/config.js';

const folder = new URL('../dist/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
const publish = (name, schema) =>
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);

publish('introspect.config.schema', z.toJSONSchema(configSchema, { io: 'input' }));
for (const query of QUERIES) publish(query.name, answerSchema(query));
