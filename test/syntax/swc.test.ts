import { expect, it } from 'vitest';
import { encodeOptions, openSwc } from '../../src/syntax/swc.ts';

it('finds the raw door of the SWC release that we pin', () => {
  // Fails when an upgrade of SWC closes it: everything still works then, but three times slower.
  expect(openSwc().raw).toBe(true);
  expect(openSwc()).toBe(openSwc());
});

it('gets text that begins and ends as the tape and the ladder expect', () => {
  const json = openSwc().parse(Buffer.from('é'), encodeOptions({ syntax: 'typescript' }), 'source');
  expect(json).toMatch(/^\{"program":\{"type":"Module","span":\{"start":1,"end":3\},"body":\[/);
  expect(json).toMatch(/"startPos":1,"endPos":3\}\}$/);
});
