import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import { dataToolOf } from '../scan/data-configs.ts';
import { ofCommand, placedSettings } from './place-settings.ts';
import { readText } from './read-text.ts';
import { commandsNamed, commandWords } from './script-words.ts';
import { textsIn } from './settings-texts.ts';
import type { PlacedSetting } from './tool-settings.ts';
import { workflowCommands } from './workflow-commands.ts';

const LARGEST = 2 ** 20;

/** Where a text that looks like a package names a rule, a path or what is left out. */
const SILENT =
  /[. ](?:rules|paths|\$schema|description|ignore\w*|exclude\w*|files|include|references|restricted\w*)(?:\.|$)/;
/** Of a compiler's options nearly all are words of its own: `"jsx": "react"`. */
const COMPILER = /[. ](?:extends|types|jsxImportSource|plugins\b.*)$/;

/**
 * What the configurations of tools name that are JSON or YAML: `.eslintrc.json`, `project.json`, workflows. What cannot be parsed is taken word by word: too many
 * names are better here than none.
 * @param paths of the project's configurations, sources excluded
 */
export function dataSettings(root: string, paths: readonly string[]): PlacedSetting[] {
  return paths.flatMap((file) => {
    const tool = dataToolOf(file);
    const text = tool === null ? null : readText(`${root}/${file}`, LARGEST);
    if (tool === null || text === null) return [];
    if (tool === 'workflow') {
      return workflowCommands(text).flatMap(({ lines, folder }) => {
        const words = commandWords(lines);
        return ofCommand({ key: 'workflow run', file, folder, line: 0 }, words, commandsNamed(words));
      });
    }
    const texts = textsIn(tool, dataOf(text)).filter(
      ({ key }) => !SILENT.test(key) && (tool !== 'tsconfig' || COMPILER.test(key)),
    );
    return placedSettings(texts, file);
  });
}

function dataOf(text: string): unknown {
  try {
    const errors: ParseError[] = [];
    const data: unknown = parseJson(text, errors, { allowTrailingComma: true });
    return errors.length === 0 ? data : parseYaml(text);
  } catch {
    // No YAML either, or nested deeper than the parsers can follow.
    return text.match(/[@\w][\w@./-]*/g) ?? [];
  }
}
