import { resolve } from 'node:path';
import { describeDashboardSpelling } from '../plugin/describe-dashboard-spelling.ts';
import { describeLaptop } from '../plugin/describe-laptop.ts';
import { requireServerless3, runServerless3 } from '../serverless3/run-serverless3.ts';

requireServerless3();

describeLaptop('serverless3', async (folder, args, aws) => {
  const { code, stdout, stderr } = await runServerless3(folder, args, aws);
  return { code, output: stdout + stderr };
});
describeDashboardSpelling(
  { name: 'serverless', folder: resolve(import.meta.dirname, '../serverless3/package') },
  'two',
);
