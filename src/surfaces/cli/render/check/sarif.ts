import type { Envelope } from '../../../../base/envelope.ts';
import type { Location } from '../../../../base/location.ts';
import type { CheckResult } from '../../../../queries/registry.ts';
import { packageVersion } from '../../package-version.ts';
import type { CheckedRule, Finding } from './findings.ts';

/** Findings as SARIF 2.1.0 (OASIS), for code scanning and editors. Those that the baseline knows are there, and marked unchanged. */
export function sarifOf({ result, params }: Envelope): string {
  const { rules, findings } = result as CheckResult;
  const hasBaseline = Array.isArray(params.baseline) && params.baseline.length > 0;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'introspect', version: packageVersion(), rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => describeFinding(finding, rules, hasBaseline)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ name, type, severity, comment }: CheckedRule) {
  return {
    id: name,
    shortDescription: { text: comment ?? `${name} (${type})` },
    defaultConfiguration: { level: severity },
    properties: { type },
  };
}

function describeFinding(finding: Finding, rules: readonly CheckedRule[], hasBaseline: boolean) {
  const { rule, severity, message, location, fingerprint, baseline, path = [], modules = [] } = finding;
  // A circle of packages has their names, which are no files; one of modules begins in one of them.
  const files = modules.includes(location.path) ? modules : [];
  const related = [...path.slice(1, -1), ...files].filter((id) => !/^(npm|node|\?):/.test(id));
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ name }) => name === rule),
    level: severity,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(location.path), region: regionOf(location) } }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((id) => ({ physicalLocation: { artifactLocation: artifact(id) } })) }),
    partialFingerprints: { 'introspect/v1': fingerprint },
    ...(hasBaseline ? { baselineState: baseline ? 'unchanged' : 'new' } : {}),
  };
}

/** Whatever a file is called, its name is part of a URI. */
const artifact = (path: string) => ({
  uri: path.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

const regionOf = ({ line, column, endLine, endColumn }: Location) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});
