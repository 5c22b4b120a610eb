import { isRecord } from '../../base/is-record.ts';
import type { ToolSetting } from '../records.ts';

/** Data that says more is data. */
const MOST = 5_000;

/** The texts in the settings of a tool, each with the keys around it: `jest projects.setupFiles`. */
export function textsIn(tool: string, settings: unknown): ToolSetting[] {
  const found: ToolSetting[] = [];
  const open: { readonly key: string; readonly value: unknown }[] = [{ key: `${tool} `, value: settings }];
  for (let one = open.pop(); one && found.length < MOST; one = open.pop()) {
    const { key, value } = one;
    if (typeof value === 'string') found.push({ key, value, line: 0 });
    else if (Array.isArray(value)) for (const item of value) open.push({ key, value: item });
    else if (isRecord(value)) {
      for (const [name, item] of Object.entries(value)) {
        open.push({ key: key.endsWith(' ') ? key + name : `${key}.${name}`, value: item });
      }
    }
  }
  return found;
}
