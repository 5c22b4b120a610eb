import { isPlaceholder } from './looks-random.ts';
import { matchesOf, type SecretRule } from './secret-rule.ts';

/** The password of `scheme://user:password@host` (RFC 3986, 3.2.1): of a database, a broker, a registry. The user may be empty. */
const PASSWORD = /:\/\/[^\s:@/'"`\\<>]{0,100}:(?<secret>[^\s@'"`\\<>]{1,300})@(?=[\w.[$%{-])/g;
/** A token where a user would stand: `https://…@host`, `https://…:x-oauth-basic@host`. */
const USER = /:\/\/(?<secret>[^\s:@/?#'"`\\<>${}]{20,300})(?::x-oauth-basic)?@(?=[\w.-])/g;

export const urlCredentials: SecretRule = {
  name: 'url-password',
  marks: [':\\/\\/[^\\s@\'"`\\\\<>]{1,400}@'],
  *find(text) {
    yield* matchesOf(text, PASSWORD, 'url-password', (secret) => !isVariable(secret) && !isPlaceholder(secret));
    yield* matchesOf(text, USER, 'url-password', (secret) => /\d/.test(secret));
  },
};

/** `$NAME`, `${name}`, `{{name}}`, `%NAME%`; or the port and path in front of some later `@`. */
const isVariable = (secret: string): boolean =>
  /^(?:\$\w|\$?\{.*\}$|%\w+%$|:?\w*$|\d{1,5}\/)/.test(secret) && !/^\w+$/.test(secret);
