import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// Written for draft 4, of which it uses nothing that later drafts read otherwise; but for its name, which they call `$id`.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));

// Its expressions are of before the flag `u`.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
// Both are CommonJS, whose default export is the module.
(addFormats as unknown as { default: (to: Ajv) => Ajv }).default(ajv);
const validate = ajv.compile(schema);

/** What of a SARIF log breaks the schema that is published for SARIF 2.1.0, a line each; nothing for a valid one. */
export function sarifErrors(log: unknown): string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
