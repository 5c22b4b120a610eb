import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/facts/redact/redact.ts';
import { LISTED_SAMPLES, OWN_SAMPLES, SECRET_SAMPLES } from '../../builders/secret-samples.ts';

describe('redact', () => {
  it.each(OWN_SAMPLES)('takes out what $rule finds and says so: $secret', ({ rule, code, secret }) => {
    const redacted = redact(code);
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain(`[redacted: ${rule}]`);
  });

  it.each(LISTED_SAMPLES)('takes out what $rule of the kept list finds: $secret', ({ code, secret }) => {
    const redacted = redact(code);
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain('[redacted: ');
  });

  it('leaves the code around a secret as it is', () => {
    const [, , stripe] = OWN_SAMPLES;
    expect(redact(`call();\n${stripe?.code}\nother();`)).toBe("call();\nconst value = '[redacted: stripe]';\nother();");
  });

  it('keeps line breaks within a secret, so that what follows has the lines it had', () => {
    const [key] = OWN_SAMPLES;
    expect(redact(`${key?.code}\nafter();`)).toBe('const key = `[redacted: private-key]\n\n\n`;\nafter();');
  });

  it('takes out keys of which one end is missing, and nothing between two', () => {
    const whole = /`([^`]*)`/.exec(OWN_SAMPLES[0]?.code ?? '')?.[1] ?? '';
    const lines = whole.split('\n');
    const marks = (text: string) =>
      redact(text)
        .split('\n')
        .filter((line) => line !== '');
    expect(marks(`a\n${lines.slice(0, -1).join('\n')}`)).toEqual(['a', '[redacted: private-key]']);
    expect(marks(`a();\n${lines.slice(1).join('\n')}\nb`)).toEqual(['a();', '[redacted: private-key]', 'b']);
    expect(marks(`${whole}\nbetween();\n${whole}`)).toEqual([
      ...['[redacted: private-key]', 'between();', '[redacted: private-key]'],
    ]);
    expect(marks(`const pem = ${JSON.stringify(whole)};`)).toEqual(['const pem = "[redacted: private-key]";']);
  });

  it('takes out a secret wherever it stands when one place gives it away', () => {
    const { secret = '', code = '' } = OWN_SAMPLES.find(({ rule }) => rule === 'assigned-secret') ?? {};
    expect(redact(`${code}\nlogin('${secret}');\n// ${secret}`)).not.toContain(secret);
  });

  it('changes nothing the second time', () => {
    for (const { code } of SECRET_SAMPLES) expect(redact(redact(code))).toBe(redact(code));
  });

  it('finds every sample between any other samples', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SECRET_SAMPLES], { minLength: 1 }), (samples) => {
        const redacted = redact(samples.map(({ code }) => code).join('\n'));
        for (const { secret } of samples) expect(redacted).not.toContain(secret);
      }),
    );
  });

  it.each([
    "const password = process.env.DB_PASSWORD ?? 'changeme';",
    "const token = '<your token here>';",
    `const url = \`postgres://${'$'}{user}:${'$'}{password}@${'$'}{host}/db\`;`,
    "const url = 'https://example.org/a?b=c';",
    "const INVALID_TOKEN = 'invalid_token';",
    'type Options = { password: string; apiKey?: string };',
    "export const TOKEN_URL = 'https://login.example.org/oauth2/v2.0/token';",
    "const password = 'test';",
    "const field = { type: 'password', name: 'new-password' };",
    "import { Token } from '@angular/core2';",
    "throw new Error('Password must have 8 characters');",
    "const author = 'a1b2c3d4e5f6';",
    "asUserWithCredentials('test1a2b@example.org');",
    "const compass = 'north4west7';",
    'const key = "resources.sha256.files";',
    "container.register('TOKEN', asValue(token));",
    'const auth = Basic authentication;',
    "const hash = 'sha512-abc';",
    "const accessKey = 'auth.access_key';",
    "const encoded = Buffer.from(value).toString('base64');",
    "const options = { cookieSecret: randomBytes(16).toString('base64url') };",
    "const token = form.querySelector('[name=authenticity_token]');",
    "const tokens = ['USDC2', 'ETH', 'WBTC3'];",
    "const hidden = ['request.headers.authToken', 'request.headers.setCookie*'];",
    "const sessionKey = 'user-session-2';",
    "expect(html).to.contain('https://example.com?email&#x3D;text+testing2@example.org');",
    'function getToken(): string { return "session-token"; }',
    "const apiKey = () => 'x-api-key-2';",
    "jwt.sign({ id: 1 }, 'supersecret');",
    "const hash = createHmac('sha256', 'sha512');",
    "if (password !== 'password1') refuse();",
    '// password: must have a number',
    '// token: string2',
    ' * @param password: string | null',
    "const KEY = { SECRET_KEY_TEST: 'test' };",
  ])('leaves %s', (code) => {
    expect(redact(code)).toBe(code);
  });

  it('takes no longer for a text that was made to be slow', () => {
    const units = [
      'eyJ-',
      "token='",
      'token="',
      '://',
      '-----BEGIN PRIVATE KEY-----',
      'password=a1',
      'SG.a.',
      'bearer ',
      'AKIA',
      '-----END PRIVATE KEY-----\n',
      'secret: ',
      'xoxb-1-',
      'token = a?a.b(',
      'token = ( /* ',
      'password_',
      'jwt.sign(a, ',
      'secret\\\\\\"',
      'token() ',
      '// pwd: ',
    ];
    const started = performance.now();
    for (const unit of units)
      for (const other of units) redact((unit + other).repeat(40_000 / (unit.length + other.length)));
    // 144 texts of 40 kB; a pattern of quadratic time would take minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
