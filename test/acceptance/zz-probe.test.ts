import { it } from 'vitest';
import { deploy, makeApplication, stagesFile } from './deployment.ts';
import { inFolder, stubCli, stubService } from './stub-cli.ts';
import { startWorld } from './world.ts';

it('probe', async () => {
  const world = await startWorld();
  const print = 'console.log("key", process.env.SERVERLESS_ACCESS_KEY, process.env.SERVERLESS_LICENSE_KEY);';
  const application = makeApplication(
    {
      'serverless-stages.yml': stagesFile({ api: 'api' }),
      ...inFolder('api', stubService('x-api')),
      ...stubCli({ name: 'serverless', version: '4.41.0', before: print }),
    },
    [],
  );
  const { step } = await deploy(world, application.folder, {
    inputs: {
      'serverless-access-key': 'canary-serverless-access-key-61',
      'serverless-license-key': 'canary-serverless-license-key-72',
    },
  });
  console.log(step.raw);
  console.log('-----');
  console.log(step.log);
  console.log(step.summary);
  console.log(step.outputs);
  await world.close();
});
