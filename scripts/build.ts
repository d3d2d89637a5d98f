import { fileURLToPath } from 'node:url';
import { buildDist } from './build-dist.ts';
import { writeSchema } from './schema.ts';

await writeSchema();
await buildDist(fileURLToPath(new URL('../dist', import.meta.url)));
