import type { ImageReader } from '../../image/reader.ts';
import type { DEPENDENCY_KINDS } from './rule-schema.ts';

export type DeclaredKind = (typeof DEPENDENCY_KINDS)[number];

const KINDS: Readonly<Record<string, DeclaredKind>> = {
  prod: 'production',
  dev: 'development',
  peer: 'peer',
  optional: 'optional',
};

/**
 * How the manifest that a file belongs to declares a package: as the nearest manifest above the file does that names it, the way Node looks for it. `@types/x` declares
 * `x` for those who import types of it.
 * @returns kinds in the order of the manifest's records; `undeclared` alone; null where a manifest on the way could not be read
 */
export function declarationsOf({ graph, project }: ImageReader): (node: number, name: string) => DeclaredKind[] | null {
  const packages = new Map(project.packages.map((own, number) => [own.directory, { ...own, number }]));
  const kinds = new Map<string, DeclaredKind[]>();
  for (const { package: own, name, kind } of project.dependencies) {
    const key = `${own} ${name}`;
    const known = KINDS[kind];
    if (known) kinds.set(key, [...(kinds.get(key) ?? []), known]);
  }
  return (node, name) => {
    const own = graph.packageNumberOf(node);
    let directory = own === null ? null : graph.packageDirectory(own);
    for (; directory !== null; directory = parentOf(directory)) {
      const found = packages.get(directory);
      if (found?.isBroken) return null;
      if (!found) continue;
      const declared = [name, typesOf(name)].flatMap((one) => kinds.get(`${found.number} ${one}`) ?? []);
      if (declared.length > 0) return declared;
    }
    return ['undeclared'];
  };
}

function parentOf(directory: string): string | null {
  if (directory === '') return null;
  return directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
}

/** As DefinitelyTyped names the package of types: `@scope/name` is `@types/scope__name`. */
const typesOf = (name: string): string => `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;
