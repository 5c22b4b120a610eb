import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_KINDS, LEFT_OUT, type Rival } from '../rival.ts';

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly followable?: boolean;
    readonly dependencies: readonly {
      readonly resolved: string;
      readonly module: string;
      readonly couldNotResolve: boolean;
      readonly coreModule: boolean;
    }[];
  }[];
}

/** Type imports only with `tsPreCompilationDeps`, aliases only with a tsconfig, `exports` only when told: all as its documentation advises. */
export const dependencyCruiser: Rival = {
  name: 'dependency-cruiser',
  command({ scratch, tsconfig, installed }) {
    const config = join(scratch, 'dependency-cruiser.json');
    const options = {
      exclude: { path: LEFT_OUT },
      tsPreCompilationDeps: true,
      ...(tsconfig === null ? {} : { tsConfig: { fileName: tsconfig } }),
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        mainFields: ['main', 'types'],
      },
    };
    writeFileSync(config, JSON.stringify({ forbidden: [], options }));
    const cli = installed('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    return [process.execPath, cli, '--config', config, '--output-type', 'json', '.'];
  },
  goodStatus: [0],
  read({ stdout }) {
    const { modules } = JSON.parse(stdout) as Cruise;
    // Packages and what it cannot resolve are listed among the modules, but not followed.
    const followed = modules.filter(({ followable }) => followable !== false);
    const edges = followed.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ couldNotResolve, coreModule }) => !couldNotResolve && !coreModule)
        .map(({ resolved, module }) => ({ from: source, to: resolved, specifier: module })),
    );
    return { modules: followed.map(({ source }) => source), edges, cycles: null };
  },
  follows: COMMON_KINDS,
};
