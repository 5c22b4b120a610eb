import { looksRandom } from './looks-random.ts';
import { matchesOf, type SecretRule } from './secret-rule.ts';

/** What stands in an Authorization header: RFC 6750 (Bearer), RFC 7617 (Basic), and what some providers call `token`. */
const HEADER = /\b(?:bearer|basic|token|apikey)\s{1,9}(?<secret>[\w.~+/-]{12,4000}={0,2})/gi;
const BITS_MIN = 3;

/** RFC 7519: two JSON objects in base64url, then the signature, which is empty when nobody signed. */
const JWT = /(?<![\w-])eyJ[\w-]{10,8000}\.eyJ[\w-]{8,16000}(?:\.[\w-]{0,8000})?/g;

export const bearerCredentials: SecretRule = {
  name: 'authorization',
  marks: ['bearer', 'basic', 'token', 'apikey'].map((scheme) => `${scheme}\\s{1,9}[\\w.~+/-]{12}`),
  ignoresCase: true,
  find: (text) => matchesOf(text, HEADER, 'authorization', (secret) => looksRandom(secret, BITS_MIN)),
};

export const jsonWebTokens: SecretRule = {
  name: 'jwt',
  marks: ['eyJ'],
  find: (text) => matchesOf(text, JWT, 'jwt'),
};
