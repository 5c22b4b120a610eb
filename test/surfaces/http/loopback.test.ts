import { expect, it } from 'vitest';
import { isLoopback, namesThisMachine } from '../../../src/surfaces/http/loopback.ts';

it.each(['127.0.0.1', '127.8.4.2', '::1', '[::1]', 'localhost'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each(['0.0.0.0', '::', '10.0.0.5', '128.0.0.1', '127.0.0.1.example.org', 'localhost.example.org', '', 'shop.local'])(
  '%j is not',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

it.each(['127.0.0.1:4517', '[::1]:80', 'LOCALHOST:4517', 'localhost'])('the header %s names it', (header) => {
  expect(namesThisMachine(header)).toBe(true);
});

it.each(['shop.example:4517', '127.0.0.1.example.org:80', '', undefined])('the header %j does not', (header) => {
  expect(namesThisMachine(header)).toBe(false);
});
