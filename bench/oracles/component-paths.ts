/** Files of other languages with scripts inside. TypeScript neither reads them nor resolves to them; only their own tools do. */
const COMPONENT = /\.(?:vue|svelte|astro)$/;

export function isComponent(path: string): boolean {
  return COMPONENT.test(path);
}
