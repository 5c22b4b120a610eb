import { posix } from 'node:path';
import type { ToolSetting } from '../records.ts';
import { commandWords, filesNamed } from './script-words.ts';
import type { PlacedSetting } from './tool-settings.ts';

/** Under these keys stands a command line. */
const COMMAND = /^lint-staged |^(?:nx|angular|nodemon) (?:.*\.)?(?:exec|command|commands)$/;

/** Texts of one file with the folders from which their paths count: its own; of Nx, the root too. Command lines are cut into words. */
export function placedSettings(texts: readonly ToolSetting[], file: string): PlacedSetting[] {
  const own = posix.dirname(file) === '.' ? '' : posix.dirname(file);
  return texts.flatMap(({ value, ...text }) => {
    const folders = text.key.startsWith('nx ') ? [...new Set([own, ''])] : [own];
    return folders.flatMap((folder): PlacedSetting[] => {
      const place = { ...text, file, folder };
      if (!COMMAND.test(text.key))
        return [{ ...place, value: value.replace(/^\{(?:projectRoot|workspaceRoot)\}\//, '') }];
      const words = commandWords(value);
      return ofCommand(place, words, words);
    });
  });
}

/** What a command line says: packages and commands by name, files by path. */
export function ofCommand(
  place: Omit<PlacedSetting, 'value'>,
  words: readonly string[],
  names: readonly string[],
): PlacedSetting[] {
  return [
    ...names.map((value) => ({ ...place, value, isOfPackage: true })),
    ...filesNamed({ name: place.key, words }).map((value) => ({ ...place, value })),
  ];
}
