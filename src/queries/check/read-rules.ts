import { ConduitError } from '../../base/errors.ts';
import { isRecord } from '../../base/is-record.ts';
import type { CheckRules, Rule, RuleType } from './rule-schema.ts';

/**
 * The rules that an image carries, with what they leave to its default. They were held against the schema when the configuration was read; here there
 * is no zod, and no need of it.
 * @param text the part `check` of introspect.config.json, as JSON
 * @throws ConduitError CONDUIT_NO_RULES; CONDUIT_BAD_CONFIG for two of one name; CONDUIT_IMAGE_DAMAGED for what are no rules
 */
export function readRules(text: string, known: ReadonlySet<RuleType>): CheckRules {
  const { tags = {}, rules = [] } = parse(text);
  if (!isRecord(tags) || !Array.isArray(rules)) throw damaged();
  if (rules.length === 0) {
    throw new ConduitError(
      'CONDUIT_NO_RULES',
      'introspect.config.json has no rules: `check.rules` is missing or empty',
    );
  }
  const read = rules.map((rule): Rule => {
    if (!isRecord(rule) || typeof rule.name !== 'string' || !known.has(rule.type as RuleType)) throw damaged();
    return { severity: 'error', ...rule } as Rule;
  });
  const names = new Set<string>();
  for (const { name } of read) {
    if (names.has(name)) {
      throw new ConduitError(
        'CONDUIT_BAD_CONFIG',
        `introspect.config.json: check: two rules have the name \`${name}\``,
      );
    }
    names.add(name);
  }
  return { tags: tags as CheckRules['tags'], rules: read };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  try {
    const data: unknown = JSON.parse(text);
    if (isRecord(data)) return data;
  } catch {
    // Said below.
  }
  throw damaged();
}

const damaged = (): ConduitError => new ConduitError('CONDUIT_IMAGE_DAMAGED', 'the rules in the image are none');
