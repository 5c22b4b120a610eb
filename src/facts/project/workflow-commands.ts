import { posix } from 'node:path';

/** What a step of a workflow runs, and in which folder of the project. */
export interface WorkflowCommand {
  readonly lines: string;
  /** From the root; '' is the root. */
  readonly folder: string;
}

/** A key that counts, where it stands (behind the dash of a list), and what follows it on its line. */
const KEY = /^(\s*(?:- +)?)(run|working-directory): *(.*?) *$/;
const BLOCK = /^([|>])[-+\d]*(?: +#.*)?$/;

/**
 * The commands of a workflow's steps, read line by line: parsing YAML takes thirty times as long, and workflows are read by every build. Of `run` and
 * `working-directory` those that stand at one depth without a new item of a list in between are of one step; what is set deeper under a `run` without a command is the default of what
 * follows. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsrun
 */
export function workflowCommands(text: string): WorkflowCommand[] {
  const lines = text.split(/\r?\n/);
  const found: (WorkflowCommand & { readonly item: number })[] = [];
  const folders = new Map<number, string>();
  let item = 0;
  let fallback = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\s*- /.test(line)) item++;
    const [, before = '', key = '', value = ''] = KEY.exec(line) ?? [];
    const depth = before.length;
    if (key === 'working-directory') {
      const folder = folderIn(value);
      // Only what a step says stands in an item of a list; what stands elsewhere is a default.
      const step = item > 0 && !isDefault(lines, at, depth);
      if (folder !== null && step) folders.set(item, folder);
      else if (folder !== null) fallback = folder;
    } else if (key === 'run' && value !== '') {
      const body: string[] = BLOCK.test(value) ? [] : [value];
      while (at + 1 < lines.length && isWithin(lines[at + 1] ?? '', depth)) body.push(lines[++at] ?? '');
      found.push({ lines: body.join(value.startsWith('>') ? ' ' : '\n'), folder: fallback, item });
    }
  }
  return found.map(({ lines: command, folder, item: own }) => ({ lines: command, folder: folders.get(own) ?? folder }));
}

/** Whether the line above it that is less deep is a `run:` with nothing behind it, as in `defaults`. */
function isDefault(lines: readonly string[], at: number, depth: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '' || depthOf(line) >= depth) continue;
    return /^\s*run: *$/.test(line);
  }
  return false;
}

const isWithin = (line: string, depth: number): boolean => line.trim() === '' || depthOf(line) > depth;
const depthOf = (line: string): number => line.length - line.trimStart().length;

function folderIn(written: string): string | null {
  if (written === '' || written.includes('${{')) return null;
  const folder = posix.normalize(written.replace(/^(['"])(.*)\1$/, '$2')).replace(/^\/+|\/+$/g, '');
  return folder === '.' ? '' : folder;
}
