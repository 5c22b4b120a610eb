// The whole graph of the working directory by skott's programming interface, as JSON: module → modules.
//     node bench/rivals/skott-graph.mjs [tsconfig]
import { relative } from 'node:path';
import skott from 'skott';

const [tsconfig] = process.argv.slice(2);
const { getStructure } = await skott({
  dependencyTracking: { builtin: false, thirdParty: false, typeOnly: true },
  fileExtensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs'],
  ...(tsconfig === undefined ? {} : { tsConfigPath: relative(process.cwd(), tsconfig) }),
});
const nodes = Object.values(getStructure().graph);
process.stdout.write(JSON.stringify(Object.fromEntries(nodes.map(({ id, adjacentTo }) => [id, adjacentTo]))));
