// Runs in the function's own process: loads the handler once, then answers one event after another over the channel.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

let handler;

async function loadHandler() {
  const reference = process.env._HANDLER ?? '';
  const slash = reference.lastIndexOf('/') + 1;
  const dot = reference.indexOf('.', slash);
  const path = join(process.env.LAMBDA_TASK_ROOT ?? '.', reference.slice(0, dot));
  const file = ['.js', '.mjs', '.cjs'].map((ending) => path + ending).find((one) => existsSync(one));
  if (!file) throw named('Runtime.ImportModuleError', `Cannot find module '${reference.slice(0, dot)}'`);
  const loaded = await import(pathToFileURL(file).href);
  const name = reference.slice(dot + 1);
  const found = loaded[name] ?? loaded.default?.[name];
  if (typeof found === 'function') return found;
  throw named('Runtime.HandlerNotFound', `${reference} is undefined or not exported`);
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

function call(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const outcome = handler(event, context, callback);
    if (outcome && typeof outcome.then === 'function') outcome.then(resolve, reject);
    // A handler that takes no callback and returns nothing has answered null.
    else if (handler.length < 3) resolve(outcome);
  });
}

process.on('message', async ({ event, context }) => {
  try {
    handler ??= await loadHandler();
    const result = await call(event, { ...context, getRemainingTimeInMillis: () => context.deadline - Date.now() });
    process.send({ ok: true, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    const { name = 'Error', message = String(error), stack = '' } = error ?? {};
    console.error(stack);
    const payload = { errorType: name, errorMessage: message, trace: String(stack).split('\n') };
    process.send({ ok: false, payload: JSON.stringify(payload) });
  }
});
