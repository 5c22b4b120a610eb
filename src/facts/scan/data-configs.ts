/**
 * The tool whose settings a JSON or YAML file holds, by the file's name; null for nearly all. Such a file is no module: what it names is
 * what nothing else may name. Each by the documentation of its tool.
 */
export function dataToolOf(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (WORKFLOW.test(path)) return 'workflow';
  // Most files are sources or manifests: one look spares asking for each tool.
  return ANY.test(name) ? (TOOLS.find(([, expression]) => expression.test(name))?.[0] ?? null) : null;
}

/** Where GitHub looks for workflows; sources are not looked for there. */
export const WORKFLOW_FOLDERS = ['.github', '.github/workflows'] as const;

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ANY = /^\.[\w-]+rc(?:\.|$)|\.(?:json|ya?ml)$/;

const TOOLS: readonly (readonly [tool: string, name: RegExp])[] = [
  ['jest', /^jest(?:[-.][\w-]+)?\.json$/],
  ['eslint', /^\.eslintrc(?:\.json|\.ya?ml)?$/],
  ['oxlint', /^\.oxlintrc\.json$/],
  ['mocha', /^\.mocharc\.(?:jsonc?|ya?ml)$/],
  ['babel', /^(?:\.babelrc(?:\.json)?|babel\.config\.json)$/],
  ['swc', /^\.swcrc$/],
  ['lint-staged', /^\.lintstagedrc(?:\.json|\.ya?ml)?$/],
  ['prettier', /^\.prettierrc(?:\.json5?|\.ya?ml)?$/],
  ['commitlint', /^\.commitlintrc(?:\.json|\.ya?ml)?$/],
  ['stylelint', /^\.stylelintrc(?:\.json|\.ya?ml)?$/],
  ['release', /^\.releaserc(?:\.json|\.ya?ml)?$/],
  ['postcss', /^\.postcssrc(?:\.json|\.ya?ml)?$/],
  ['nyc', /^\.(?:nycrc|c8rc)(?:\.json|\.ya?ml)?$/],
  ['nodemon', /^nodemon\.json$/],
  ['nest', /^nest-cli\.json$/],
  ['angular', /^angular\.json$/],
  ['nx', /^(?:nx|project|workspace)\.json$/],
  ['typedoc', /^typedoc\.json$/],
  ['cypress', /^cypress\.json$/],
  ['graphql-codegen', /^codegen\.(?:json|ya?ml)$/],
  ['tsconfig', /^[tj]sconfig(?:\.[\w.-]+)?\.json$/],
];
