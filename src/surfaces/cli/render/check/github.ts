import type { Envelope } from '../../../../base/envelope.ts';
import { newFindings } from './findings.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Findings as commands of GitHub's workflow log, which it shows beside the lines of a change; without those that the baseline knows. */
export function* githubLines(envelope: Envelope): Generator<string> {
  for (const { rule, severity, message, location } of newFindings(envelope)) {
    const { path, line, column, endLine, endColumn } = location;
    const places = { file: path, line, col: column, endLine, endColumn, title: rule };
    const properties = Object.entries(places).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    yield `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
  }
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
