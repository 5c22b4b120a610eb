import { posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';

/** What a step of a workflow runs, and in which folder of the project. */
export interface WorkflowCommand {
  readonly lines: string;
  /** From the root; '' is the root. */
  readonly folder: string;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsrun */
export function workflowCommands(workflow: unknown): WorkflowCommand[] {
  const jobs = recordAt(workflow, 'jobs');
  return Object.values(jobs).flatMap((job) => {
    const steps = isRecord(job) && Array.isArray(job.steps) ? job.steps : [];
    return steps.flatMap((step): WorkflowCommand[] => {
      if (!isRecord(step) || typeof step.run !== 'string') return [];
      const folder = folderIn(step) ?? folderIn(runDefaults(job)) ?? folderIn(runDefaults(workflow)) ?? '';
      return [{ lines: step.run, folder }];
    });
  });
}

const runDefaults = (around: unknown): unknown => recordAt(recordAt(around, 'defaults'), 'run');

function folderIn(settings: unknown): string | null {
  const written = isRecord(settings) ? settings['working-directory'] : undefined;
  if (typeof written !== 'string' || written.includes('${{')) return null;
  const folder = posix.normalize(written).replace(/^\/+|\/+$/g, '');
  return folder === '.' ? '' : folder;
}

function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner = isRecord(value) ? value[key] : undefined;
  return isRecord(inner) ? inner : {};
}
