import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EdgeSite } from './edge-target.ts';
import { createOutputSources } from './output-sources.ts';
import { createTypescriptProjects, type TypescriptProject } from './typescript-projects.ts';
import { createTypescriptResolver } from './typescript-resolver.ts';
import { type OracleSite, typescriptSites } from './typescript-sites.ts';

export interface TypescriptEdges {
  readonly sites: readonly EdgeSite[];
  /** How many files each configuration decided for; '' stands for the inferred project. */
  readonly owners: ReadonlyMap<string, number>;
  readonly ownerOf: (path: string) => string;
}

/**
 * Every place of the given files that names a module, and where TypeScript says it leads on the tree as it lies there.
 * @param root real absolute path of the project
 * @param paths sources, from the root
 * @param configPaths all its tsconfigs, from the root
 */
export function typescriptEdges(
  root: string,
  paths: readonly string[],
  configPaths: readonly string[],
): TypescriptEdges {
  const projects = createTypescriptProjects(root);
  const resolver = createTypescriptResolver(root, {
    sources: new Set(paths),
    sourceOf: createOutputSources(root, configPaths, projects),
  });
  const sitesOf = parsedSites(root);
  const programs = new Map<TypescriptProject, ReadonlySet<string>>();
  const program = (project: TypescriptProject): ReadonlySet<string> => {
    const files = programs.get(project) ?? programFiles(project);
    programs.set(project, files);
    return files;
  };
  /** A program's files are its roots and all that these lead to. */
  const programFiles = (project: TypescriptProject): ReadonlySet<string> => {
    const files = new Set(project.roots);
    const takesJavaScript = project.options.allowJs || project.options.checkJs;
    for (const path of files) {
      if (!resolver.isSource(path)) continue;
      for (const site of sitesOf(path)) {
        const target = resolver.resolve(project, path, site);
        if (target.kind === 'module' && (takesJavaScript || !/\.[cm]?jsx?$/.test(target.id))) files.add(target.id);
      }
    }
    return files;
  };
  const ownerOf = (path: string): TypescriptProject => {
    const folders = projects.candidatesFor(path);
    for (const candidates of folders) {
      const owner = candidates.find(({ roots }) => roots.has(path));
      if (owner) return owner;
      const user = candidates.find((candidate) => candidate.roots.size > 0 && program(candidate).has(path));
      if (user) return user;
    }
    return projects.inferred;
  };
  const sites: EdgeSite[] = [];
  const owners = new Map<string, number>();
  const ownerNames = new Map<string, string>();
  for (const path of paths) {
    const owner = ownerOf(path);
    const name = owner.configPath ?? '';
    owners.set(name, (owners.get(name) ?? 0) + 1);
    ownerNames.set(path, name);
    for (const site of sitesOf(path)) {
      const { line, column, specifier, kind } = site;
      sites.push({ path, line, column, specifier, kind, target: resolver.resolve(owner, path, site) });
    }
  }
  return { sites, owners, ownerOf: (path) => ownerNames.get(path) ?? '' };
}

/** Syntax trees are large and asked for again only where a configuration does not list what it uses: the collector may have them. */
function parsedSites(root: string): (path: string) => readonly OracleSite[] {
  const parsed = new Map<string, WeakRef<readonly OracleSite[]>>();
  return (path) => {
    const known = parsed.get(path)?.deref();
    if (known) return known;
    const sites = typescriptSites(path, readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''));
    parsed.set(path, new WeakRef(sites));
    return sites;
  };
}
