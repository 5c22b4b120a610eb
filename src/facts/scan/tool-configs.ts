/**
 * Whose configuration a source is, by its name: `vite` for `vite.config.ts`, `jest` for `jest.config.e2e.js`, `storybook` for what lies in `.storybook/`;
 * null for nearly all. Such a file is a module like any other; what it names by a text is started by the tool.
 */
export function toolOf(path: string): string | null {
  // A program that calls a bundler names its files as the bundler's own configuration would.
  if (/(?:^|\/)(?:build|esbuild)\.[cm]?[jt]s$/.test(path)) return 'build';
  if (/(?:^|\/)\.storybook\/[\w-]+\.[cm]?[jt]sx?$/.test(path)) return 'storybook';
  const [, name, older] = CONFIG_NAME.exec(path) ?? [];
  return name ?? older ?? null;
}

const CONFIG_NAME =
  /(?:^|\/)\.?(?:([\w-]+)(?:\.[\w-]+)*?\.(?:config|conf|workspace|preset)(?:\.[\w-]+)?|\.?(babel|mocha|eslint|prettier|stylelint|lintstaged|commitlint|release)rc)\.[cm]?[jt]s$/;
