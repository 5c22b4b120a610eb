/** What must not be kept: imports that mean something else although no file and no folder beside them changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { type ProjectFiles, projectOf, settle, writeFiles } from '../../../builders/project.ts';

const digestOf = (images: string) =>
  createHash('sha256')
    .update(readFileSync(join(images, 'image.bin')))
    .digest('hex');

it.each<[what: string, files: ProjectFiles, change: ProjectFiles]>([
  [
    'an index file came to a folder that goes before the file of another extension',
    { 'src/main.ts': "import './oven';\n", 'src/oven.mts': '', 'src/oven/tray.ts': '' },
    { 'src/oven/index.ts': '' },
  ],
  [
    'a folder without sources is no longer ignored, and a glob reaches its files',
    {
      '.gitignore': 'src/menus/winter/\n',
      'src/main.ts': "import.meta.glob('./menus/**/*.json');\n",
      'src/menus/summer.json': '{}',
      'src/menus/winter/soups.json': '{}',
    },
    { '.gitignore': '# nothing\n' },
  ],
  [
    'a folder without sources is no longer ignored, and makes an alias as likely as a package',
    {
      '.gitignore': 'src/oven/\n',
      'package-lock.json': { packages: { 'node_modules/oven': {} } },
      'src/main.ts': "import 'oven';\n",
      'src/oven/README.md': '',
    },
    { '.gitignore': '# nothing\n' },
  ],
])('%s', async (_, files, change) => {
  const [root, warm, cold] = [
    projectOf({ 'package.json': { name: 'bakery' }, ...files }),
    projectOf({}),
    projectOf({}),
  ];
  settle(root);
  await buildImage(root, { imageDirectory: warm });
  const before = digestOf(warm);
  writeFiles(root, change);
  await buildImage(root, { imageDirectory: warm });
  await buildImage(root, { imageDirectory: cold });
  expect(digestOf(cold)).not.toBe(before);
  expect(digestOf(warm)).toBe(digestOf(cold));
});
