import type { Envelope } from '../../../../base/envelope.ts';
import { plural, printable } from '../../../../base/text.ts';
import type { CheckResult } from '../../../../queries/registry.ts';
import { type Finding, findingsByRule } from './findings.ts';

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1d2430; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin: 2rem 0 .3rem }
code, td { font: 13px/1.5 ui-monospace, monospace } table { border-collapse: collapse; width: 100% }
td { padding: .2rem 1rem .2rem 0; vertical-align: top; border-top: 1px solid #e3e6eb; overflow-wrap: anywhere }
.error { color: #b3261e } .warning { color: #8a5a00 } .note { color: #1f5fa8 } .known { opacity: .55 } p { margin: .2rem 0 }
@media (prefers-color-scheme: dark) { body { color: #dfe3ea; background: #14171c } td { border-color: #2b313b }
.error { color: #ff8a80 } .warning { color: #ffc966 } .note { color: #8ab8ff } }`;

/** What was found as one page that needs nothing else: no script, nothing fetched, every text of the project escaped. */
export function* htmlOf(envelope: Envelope): Generator<string> {
  const { counts, rules } = envelope.result as CheckResult;
  const total = `${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}, ${plural(counts.note, 'note')}, ${counts.baseline} known`;
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield '<meta name="viewport" content="width=device-width">\n<title>introspect check</title>\n';
  yield `<style>${STYLE}\n</style>\n</head>\n<body>\n<h1>introspect check</h1>\n`;
  yield `<p>${total} from ${plural(rules.length, 'rule')}; image <code>${escaped(envelope.asOf.fingerprint)}</code></p>\n`;
  for (const { rule, findings } of findingsByRule(envelope)) {
    yield `<h2><span class="${rule.severity}">${rule.severity}</span> ${escaped(rule.name)} (${findings.length})</h2>\n`;
    if (rule.comment !== undefined) yield `<p>${escaped(rule.comment)}</p>\n`;
    yield '<table>\n';
    for (const finding of findings) yield rowOf(finding);
    yield '</table>\n';
  }
  yield '</body>\n</html>\n';
}

function rowOf({ location: { path, line, column }, message, path: chain, modules, baseline }: Finding): string {
  const steps = chain && chain.length > 2 ? chain : modules;
  const more = steps ? `<br>${escaped(steps.join(' → '))}` : '';
  const known = baseline ? ' class="known"' : '';
  return `<tr${known}><td>${escaped(`${path}:${line}:${column}`)}</td><td>${escaped(message)}${more}</td></tr>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
