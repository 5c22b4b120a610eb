import { PassThrough } from 'node:stream';
import pico from 'picocolors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuildProgress } from '../../../src/session/node/build/messages.ts';
import type { CliIo } from '../../../src/surfaces/cli/io.ts';
import { plainLines, reportProgress } from '../../../src/surfaces/cli/progress.ts';

const plain = { stdout: pico.createColors(false), stderr: pico.createColors(false) };

function written(terminal: boolean) {
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  const parts: string[] = [];
  stderr.on('data', (part) => parts.push(String(part)));
  const io = { stderr, terminal: { stdout: terminal, stderr: terminal } } as unknown as CliIo;
  return { report: reportProgress({ io, colors: plain }), text: () => parts.join('') };
}

describe('elsewhere than on a terminal', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('writes a line a phase, and at most one a second', () => {
    const lines: string[] = [];
    const { onProgress } = plainLines((line) => lines.push(line));
    const parse = (done: number): BuildProgress => ({ phase: 'parse', done, total: 900 });
    onProgress({ phase: 'scan', done: 0, total: 0 });
    onProgress(parse(0));
    for (let done = 1; done <= 900; done++) {
      vi.advanceTimersByTime(2);
      onProgress(parse(done));
    }
    vi.advanceTimersByTime(300);
    onProgress(parse(900));
    onProgress({ phase: 'link', done: 0, total: 1 });
    expect(lines).toEqual(['scan', 'parse: 0 of 900', 'parse: 500 of 900', 'parse: 900 of 900', 'link: 0 of 1']);
  });

  it('has no control characters', () => {
    const { report, text } = written(false);
    report.onNotice('no image yet: building it');
    report.onProgress({ phase: 'parse', done: 1, total: 2 });
    report.stop();
    expect(text()).toBe('no image yet: building it\nparse: 1 of 2\n');
  });
});

describe('on a terminal', () => {
  it('draws a bar and takes it away', async () => {
    const { report, text } = written(true);
    report.onProgress({ phase: 'parse', done: 1, total: 4 });
    await vi.waitFor(() => {
      report.onProgress({ phase: 'parse', done: 3, total: 4 });
      report.onProgress({ phase: 'link', done: 1, total: 1 });
      expect(text()).toContain('link');
    });
    report.stop();
    expect(text()).toContain('\u001b[');
  });

  it('draws nothing when the build was over before the bar was there', async () => {
    const { report, text } = written(true);
    report.onProgress({ phase: 'parse', done: 1, total: 4 });
    report.stop();
    await import('../../../src/surfaces/cli/progress-bar.ts');
    await new Promise((resolve) => setImmediate(resolve));
    report.onProgress({ phase: 'link', done: 1, total: 1 });
    expect(text()).toBe('');
  });
});
