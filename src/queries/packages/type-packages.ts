/** `@types/estree` → `estree`, `@types/babel__core` → `@babel/core`; other names as they are. */
export function typedName(name: string): string {
  if (!name.startsWith('@types/')) return name;
  const plain = name.slice('@types/'.length);
  return plain.includes('__') ? `@${plain.replace('__', '/')}` : plain;
}

/** The package that declares the types of another, as DefinitelyTyped names it: `@scope/name` is `@types/scope__name`. */
export function typesOf(name: string): string {
  return `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
}
