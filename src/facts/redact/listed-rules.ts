import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret, SecretRule } from './secret-rule.ts';

const PREFIX = '@secretlint/secretlint-rule-';

/**
 * What stands wherever a rule of the list finds something; the rules themselves do not say. A test runs each over a secret of its own and
 * fails for a rule that is neither here nor among {@link UNUSED}.
 */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  aws: ['SECRET', 'Secret', 'secret'],
  privatekey: ['PRIVATE KEY'],
  npm: ['npm_'],
  slack: ['xoxb-', 'xoxp-', 'xapp-', 'xoxa-', 'xoxo-', 'xoxr-', 'hooks\\.slack'],
  sendgrid: ['SG\\.'],
  shopify: ['shppa_', 'shpca_', 'shpat_', 'shpss_'],
  github: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
  gitlab: ['glpat-'],
  grafana: ['glc_', 'glsa_'],
  openai: ['T3BlbkFJ'],
  anthropic: ['sk-ant-api'],
  groq: ['gsk_'],
  huggingface: ['hf_'],
  linear: ['lin_api_'],
  notion: ['ntn_'],
  '1password': ['ops_ey'],
  'hashicorp-vault': ['hvs\\.', 'hvb\\.', 'hvr\\.'],
  vercel: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
  databricks: ['dapi'],
  docker: ['dckr_pat_'],
  figma: ['figd_'],
};

/**
 * `gcp` reads files, and what it would find is a private key. `basicauth` and `database-connection-string` take the whole address and the code behind it,
 * where ours takes the password. `filter-comments` is how a person tells that linter to look away.
 */
export const UNUSED: ReadonlySet<string> = new Set([
  'gcp',
  'basicauth',
  'database-connection-string',
  'filter-comments',
]);

/** As much of a rule's shape as is used; the package names its types after one that it does not bring along. */
interface ListedRule {
  readonly meta: { readonly id: string };
  create(
    context: {
      createTranslator(): (message: string, parts: Readonly<Record<string, string>>) => string;
      report(finding: { readonly message: string; readonly range: readonly [number, number] }): void;
    },
    options: Readonly<Record<string, never>>,
  ): { file?(source: { content: string; contentType: 'text'; filePath: string; ext: string }): void };
}

/** A kept list of what providers' tokens look like. Its rules are synchronous, and look at nothing but the text. */
export const listedRules: readonly SecretRule[] = (rules as readonly ListedRule[]).flatMap((rule) => {
  const name = rule.meta.id.slice(PREFIX.length);
  if (UNUSED.has(name)) return [];
  const marks = MARKS[name];
  if (!marks) throw new Error(`nothing says what the rule ${name} rests on`);
  let text = '';
  let found: FoundSecret[] = [];
  const context: Parameters<ListedRule['create']>[0] = {
    // The parts of a message hold the secret itself: of `aws` the range is as long as the secret, but begins at the name before it.
    createTranslator: () => (_, parts) => Object.values(parts).reduce((a, b) => (b.length > a.length ? b : a), ''),
    report({ message, range: [start, end] }) {
      const place = message === '' ? -1 : text.indexOf(message, start);
      found.push(place < 0 ? { start, end, rule: name } : { start: place, end: place + message.length, rule: name });
    },
  };
  const checks = rule.create(context, {});
  const find = (given: string): FoundSecret[] => {
    text = given;
    found = [];
    checks.file?.({ content: text, contentType: 'text', filePath: '', ext: '' });
    return found;
  };
  return { name, marks, find };
});
