import type { MonorepoPlan, PlannedPackage } from './monorepo-plan.ts';

/** Who declares the workspaces: package.json or pnpm-workspace.yaml. */
export const WORKSPACE_MANAGERS = ['npm', 'pnpm'] as const;
export type WorkspaceManager = (typeof WORKSPACE_MANAGERS)[number];

const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'preserve',
  strict: true,
  declaration: true,
};

/** Path → text of every manifest and configuration. */
export function renderManifests({ packages, modules }: MonorepoPlan, manager: WorkspaceManager): Map<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const files = new Map<string, string>();
  const root = { name: 'acme', private: true, devDependencies: { vitest: '^4.0.0', typescript: '^5.9.0' } };
  files.set('package.json', json(manager === 'npm' ? { ...root, workspaces: ['packages/*'] } : root));
  if (manager === 'pnpm') files.set('pnpm-workspace.yaml', "packages:\n  - 'packages/*'\n");
  files.set(
    'tsconfig.json',
    json({
      compilerOptions: { ...COMPILER_OPTIONS, paths: { '@lib/*': ['./packages/*/src/index.ts'] } },
      include: ['packages/*/src'],
    }),
  );

  const used = packages.map(() => new Set<string>());
  for (const { package: home, imports } of modules) {
    for (const { to } of imports) {
      const target = modules[to]?.package ?? home;
      if (target !== home) used[home]?.add(packages[target]?.name ?? '');
    }
  }
  packages.forEach((member, number) => {
    files.set(`${member.directory}/package.json`, json(manifest(member, [...(used[number] ?? [])].sort(), manager)));
    files.set(`${member.directory}/tsconfig.json`, json(tsconfig(member)));
  });
  return files;
}

function manifest(member: PlannedPackage, dependencies: readonly string[], manager: WorkspaceManager): object {
  const range = manager === 'pnpm' ? 'workspace:*' : '*';
  return {
    name: member.name,
    version: '1.0.0',
    type: 'module',
    ...entryFields(member),
    ...(member.specifiers === 'subpath-import' ? { imports: { '#src/*': './src/*.ts' } } : {}),
    dependencies: { react: '^19.0.0', ...Object.fromEntries(dependencies.map((name) => [name, range])) },
  };
}

function entryFields({ entry }: PlannedPackage): object {
  const built = (stem: string) => ({ types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` });
  if (entry === 'main') return { main: 'dist/index.js', types: 'dist/index.d.ts' };
  if (entry === 'source-exports') return { exports: { '.': './src/index.ts', './*': './src/*/index.ts' } };
  if (entry === 'exports') return { exports: { '.': built('index'), './*': built('*/index') } };
  return {
    exports: {
      '.': { source: './src/index.ts', ...built('index') },
      './*': { source: './src/*/index.ts', ...built('*/index') },
    },
  };
}

function tsconfig({ specifiers }: PlannedPackage): object {
  const paths = specifiers === 'local-alias' ? { paths: { '@/*': ['./src/*'] } } : {};
  return {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist', ...paths },
    include: ['src'],
  };
}
