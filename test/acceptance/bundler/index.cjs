const { copyFileSync, mkdirSync, rmSync } = require('node:fs');
const { basename, join } = require('node:path');
const { buildSync } = require('esbuild');

/** Bundles each function's handler, and lets the framework package the folder that the bundles are in. */
module.exports = class {
  constructor(serverless) {
    const { serviceDir } = serverless;
    const built = join(serviceDir, '.esbuild/.build');
    const bundle = () => {
      rmSync(built, { recursive: true, force: true });
      mkdirSync(built, { recursive: true });
      const handlers = Object.values(serverless.service.functions).map(({ handler }) =>
        handler.replace(/\.[^.]+$/, ''),
      );
      buildSync({
        entryPoints: handlers.map((handler) => `./${handler}.ts`),
        absWorkingDir: serviceDir,
        outdir: built,
        outbase: serviceDir,
        bundle: true,
        platform: 'node',
        target: 'node20',
        logLevel: 'error',
      });
      serverless.serviceDir = built;
    };
    const goBack = () => {
      serverless.serviceDir = serviceDir;
      const { service } = serverless;
      const artifact = join(serviceDir, '.serverless', basename(service.package.artifact));
      mkdirSync(join(serviceDir, '.serverless'), { recursive: true });
      copyFileSync(service.package.artifact, artifact);
      service.package.artifact = artifact;
    };
    this.hooks = {
      'before:package:createDeploymentArtifacts': bundle,
      'after:package:createDeploymentArtifacts': goBack,
    };
  }
};
