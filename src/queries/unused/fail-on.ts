import type { FailOn } from '../define.ts';
import {
  CONFIDENCES,
  type Confidence,
  ISSUES,
  type Issue,
  LEAST_PARSED,
  type UnusedParams,
  type UnusedResult,
} from './finding-schemas.ts';
import { wants } from './wanted-issues.ts';

/** `--fail-on files,exports,high`: issues, all where none is named, and how sure a finding has to be, as `--confidence` says where that is not. */
export const failOnFindings: FailOn<UnusedParams, UnusedResult> = {
  values: [...ISSUES, ...CONFIDENCES],
  isList: true,
  summary:
    'Exit with code 1 when there are findings of these issues (of all that are looked for, where none is named) that are at least so sure, or when too little could be read to say so.',
  refusal(value, { include, confidence }) {
    const { issues, least } = readValue(value);
    const missing = issues.filter((issue) => !wants(include, [issue]));
    if (missing.length > 0) return `--fail-on ${missing.join()}: --include leaves that out`;
    return least !== null && CONFIDENCES.indexOf(least) > CONFIDENCES.indexOf(confidence)
      ? `--fail-on ${least}: --confidence ${confidence} leaves that out`
      : null;
  },
  reason({ counts, known }, value) {
    const { issues, least } = readValue(value);
    const sure = CONFIDENCES.slice(0, least === null ? CONFIDENCES.length : CONFIDENCES.indexOf(least) + 1);
    const found = (issues.length > 0 ? issues : ISSUES).flatMap((issue) => {
      const count = sure.reduce((sum, one) => sum + counts[issue][one], 0);
      return count > 0 ? [`${count} ${issue}`] : [];
    });
    if (found.length > 0) return `unused: ${found.join(', ')}`;
    return known < LEAST_PARSED
      ? `unused: only ${(known * 100).toFixed(2)} % of the files could be parsed, too little to say`
      : null;
  },
};

/** Of several confidences the least sure counts. */
function readValue(value: string): { readonly issues: readonly Issue[]; readonly least: Confidence | null } {
  const words = value.split(',');
  return {
    issues: ISSUES.filter((issue) => words.includes(issue)),
    least: CONFIDENCES.findLast((one) => words.includes(one)) ?? null,
  };
}
