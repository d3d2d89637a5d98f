export const id = 628;
export const ids = [628];
export const modules = {

/***/ 8628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build-UHYu3W/core/errors.js
var core_errors = __webpack_require__(2921);
;// CONCATENATED MODULE: ./build-UHYu3W/core/stack/status.js
const DEPLOYABLE = [
    'CREATE_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    'IMPORT_COMPLETE',
    'IMPORT_ROLLBACK_COMPLETE',
    'DELETE_COMPLETE',
];
/** Decides what to do about a stack's status (undefined: there is none) before a deploy. */
function beforeDeploy(status) {
    if (status === undefined || DEPLOYABLE.includes(status)) {
        return 'deploy';
    }
    return isTerminal(status) ? 'refuse' : 'wait';
}
/** Whether a stack stays in this status until somebody does something. */
function isTerminal(status) {
    return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}
/** Whether a status is the good end of a create, update or import. */
function isSuccess(status) {
    return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}

// EXTERNAL MODULE: ./build-UHYu3W/io/aws/client-options.js
var client_options = __webpack_require__(7261);
// EXTERNAL MODULE: ./build-UHYu3W/io/aws/errors.js
var errors = __webpack_require__(9182);
// EXTERNAL MODULE: ./build-UHYu3W/io/aws/request.js
var request = __webpack_require__(6652);
;// CONCATENATED MODULE: ./build-UHYu3W/io/aws/cloudformation.js






const HEARTBEAT_MS = 30_000;
const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 15_000;
/** Opens CloudFormation with a session; the SDK is loaded when the first stack is asked for. */
function openStackReader(session) {
    let opened;
    const client = () => {
        opened ??= Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19)).then((sdk) => new sdk.CloudFormationClient((0,client_options/* clientOptions */.s)(session)));
        return opened;
    };
    const find = async (name) => {
        const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
        const cloudFormation = await client();
        try {
            const answer = await (0,request/* request */.E)(() => cloudFormation.send(new DescribeStacksCommand({ StackName: name })));
            const [stack] = answer.Stacks ?? [];
            return stack === undefined ? undefined : stackView(stack);
        }
        catch (error) {
            if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) {
                return undefined;
            }
            throw (0,errors/* awsError */.es)(`the stack ${name} could not be looked at`, error);
        }
    };
    return {
        find,
        async settled(name, budgetMs, onWait) {
            const start = Date.now();
            let spoken = start;
            for (let delay = FIRST_DELAY_MS;; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
                const stack = await find(name);
                if (stack === undefined || isTerminal(stack.status)) {
                    return stack;
                }
                if (Date.now() - start > budgetMs) {
                    throw busy(stack, budgetMs);
                }
                if (Date.now() - spoken >= HEARTBEAT_MS) {
                    onWait(stack);
                    spoken = Date.now();
                }
                await (0,promises_.setTimeout)(delay * (0.75 + Math.random() / 2));
            }
        },
        async events(id, since) {
            const { DescribeStackEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
            const cloudFormation = await client();
            const events = [];
            for (let token;;) {
                const input = { StackName: id, NextToken: token };
                const page = await (0,request/* request */.E)(() => cloudFormation.send(new DescribeStackEventsCommand(input))).catch((error) => {
                    throw (0,errors/* awsError */.es)(`the events of the stack ${id} could not be read`, error);
                });
                const found = (page.StackEvents ?? []).map((event) => ({
                    id: event.EventId ?? '',
                    time: event.Timestamp?.getTime() ?? 0,
                    logicalId: event.LogicalResourceId ?? '',
                    type: event.ResourceType ?? '',
                    status: event.ResourceStatus ?? '',
                    reason: event.ResourceStatusReason ?? '',
                }));
                events.push(...found.filter((event) => event.time > since));
                token = page.NextToken;
                if (token === undefined || found.some((event) => event.time <= since)) {
                    return events;
                }
            }
        },
    };
}
function stackView(stack) {
    const outputs = (stack.Outputs ?? []).map((output) => [
        output.OutputKey ?? '',
        output.OutputValue ?? '',
    ]);
    return {
        name: stack.StackName ?? '',
        id: stack.StackId ?? '',
        status: stack.StackStatus ?? '',
        ...(stack.StackStatusReason === undefined ? {} : { reason: stack.StackStatusReason }),
        changed: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? '',
        outputs: Object.fromEntries(outputs),
    };
}
function busy(stack, budgetMs) {
    return new core_errors/* UserError */.yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status} for more than ${Math.round(budgetMs / 60_000)} minutes`,
        why: 'CloudFormation goes on with it',
        fix: 'run again when CloudFormation is done with it',
    });
}

// EXTERNAL MODULE: ./build-UHYu3W/io/configuration.js + 2 modules
var io_configuration = __webpack_require__(7536);
// EXTERNAL MODULE: ./build-UHYu3W/io/files/private.js
var files_private = __webpack_require__(6124);
// EXTERNAL MODULE: ./build-UHYu3W/io/files/profile-files.js
var profile_files = __webpack_require__(5696);
// EXTERNAL MODULE: ./build-UHYu3W/io/files/workspace.js
var files_workspace = __webpack_require__(4954);
// EXTERNAL MODULE: ./build-UHYu3W/io/runner/context.js
var context = __webpack_require__(2573);
// EXTERNAL MODULE: ./build-UHYu3W/io/runner/log.js
var log = __webpack_require__(3832);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build-UHYu3W/io/process.js + 1 modules
var io_process = __webpack_require__(5572);
;// CONCATENATED MODULE: ./build-UHYu3W/io/runner/on-signal.js


/**
 * Has a cancelled step end its children and remove `folder` before it exits (128 and the signal's number). CloudFormation
 * goes on with what it was asked to do.
 */
function cleanUpOnSignal(folder) {
    for (const [signal, number] of [
        ['SIGINT', 2],
        ['SIGTERM', 15],
    ]) {
        process.once(signal, () => {
            (0,io_process/* endAllProcesses */.O)();
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
            process.exit(128 + number);
        });
    }
}

// EXTERNAL MODULE: ./build-UHYu3W/io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5274);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build-UHYu3W/io/serverless/find-cli.js




const PRODUCTS = ['osls', 'serverless'];
/**
 * Finds the Serverless CLI that a service's project has installed: the nearest `node_modules` from the service's
 * folder up to the workspace's root, osls before serverless. Throws E_CLI_MISSING.
 */
async function findCli(serviceFolder, root) {
    for (let folder = serviceFolder; (0,files_workspace/* isInside */.FK)(root, folder); folder = (0,external_node_path_.dirname)(folder)) {
        for (const product of PRODUCTS) {
            const found = await readCli(product, (0,external_node_path_.join)(folder, 'node_modules', product));
            if (found !== undefined) {
                return found;
            }
        }
        if (folder === root) {
            break;
        }
    }
    throw new core_errors/* UserError */.yo('E_CLI_MISSING', {
        what: `neither osls nor serverless is installed in ${serviceFolder} or a folder above it`,
        fix: 'add it to the project (npm install --save-dev osls@4), commit the lockfile, and install before this step',
    });
}
async function readCli(product, folder) {
    const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    const { version = '0', bin } = JSON.parse(text);
    const script = typeof bin === 'string' ? bin : (bin?.[product] ?? bin?.['serverless'] ?? 'bin/serverless.js');
    return { product, version, major: Number.parseInt(version, 10), script: (0,external_node_path_.join)(folder, script) };
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/serverless/argv.js
/** Arguments that package a service into `folder`; `parameters` come from `planHandover`. */
function packageArguments(target, folder, parameters) {
    return ['package', ...common(target), '--package', folder, ...parameters];
}
/** Arguments that deploy the very package in `folder`. */
function deployArguments(target, folder, parameters) {
    return ['deploy', ...common(target), '--package', folder, ...parameters];
}
function common(target) {
    return ['--stage', target.stage, '--region', target.region];
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/serverless/cli.js

/** Major versions that are deployed with. */
const SUPPORTED = { osls: [3, 4], serverless: [3, 4] };
/** Checks a CLI's version and, for serverless 4, that it has a key; throws E_CLI_VERSION, E_CLI_LICENSE. */
function checkCli(cli, hasLicence) {
    const supported = SUPPORTED[cli.product];
    if (!supported.includes(cli.major)) {
        throw new core_errors/* UserError */.yo('E_CLI_VERSION', {
            what: `the project has ${cli.product} ${cli.version}`,
            why: `versions ${supported.join(' and ')} of ${cli.product} are supported`,
            fix: 'install osls 4 (npm install --save-dev osls@4), or serverless 3 or 4',
        });
    }
    if (needsLicence(cli) && !hasLicence) {
        throw licenceError(`serverless ${cli.version} needs an access key or a licence key, and none was given`);
    }
}
/** Whether a CLI asks its vendor for a licence before it does anything. */
function needsLicence(cli) {
    return cli.product === 'serverless' && cli.major >= 4;
}
/** Recognises in a failed serverless 4's output that its vendor did not let it in. */
function licenceFailure(cli, output) {
    const said = /^.*(licen[cs]e key|access key|sign in|authenticat|unauthorized).*$/im.exec(output)?.[0];
    return needsLicence(cli) && said !== undefined
        ? licenceError(`serverless ${cli.version} said: ${said.trim()}`)
        : undefined;
}
function licenceError(what) {
    return new core_errors/* UserError */.yo('E_CLI_LICENSE', {
        what,
        fix: 'set the input "serverless-access-key" or "serverless-license-key" from a secret, or use osls 4, which needs none',
    });
}

// EXTERNAL MODULE: ./build-UHYu3W/core/serverless/environment.js
var environment = __webpack_require__(5742);
;// CONCATENATED MODULE: ./build-UHYu3W/core/serverless/parameters.js

/**
 * Plans the hand-over of parameters by a file at `path`. A value is itself resolved by the CLI, and its escape `\${`
 * does not hold after a `$`; so a value is cut between each `$` and `{` and put together again from the pieces, which
 * are never scanned as a whole (osls 4.3, serverless 3.40). Newlines, blanks and empty values stay as they are.
 */
function planHandover(parameters, path) {
    const place = spellPath(path);
    const file = {};
    let count = 0;
    const args = parameters.flatMap(({ name, value }) => {
        const pieces = value.split(/(?<=\$)(?=\{)/).map((piece) => {
            const key = `p${count}`;
            count += 1;
            file[key] = piece;
            return `\${file(${place}):${key}}`;
        });
        return ['--param', `${name}=${pieces.join('')}`];
    });
    return { file, args };
}
function spellPath(path) {
    const spelled = path.replaceAll('\\', '/');
    const odd = /[(),'"${}]/.exec(spelled);
    if (odd !== null) {
        throw new core_errors/* UserError */.yo('E_INPUT', {
            what: `the runner's temp folder has a ${JSON.stringify(odd[0])} in its path: ${path}`,
            why: 'the Serverless Framework cannot be pointed to a file there',
            fix: 'set RUNNER_TEMP to a plain path',
        });
    }
    return spelled;
}
/** Refuses values that serverless 4 would read as variables: it scans them again and knows no escape (4.41). */
function checkServerless4Values(parameters) {
    const bad = parameters.find(({ value }) => /\$\{[a-zA-Z]+[:(]/.test(value));
    if (bad !== undefined) {
        throw new core_errors/* UserError */.yo('E_PARAMETER', {
            what: `the value of the parameter "${bad.name}" holds a "\${…:"`,
            why: 'serverless 4 resolves it and knows no escape',
            fix: 'change the value, or use osls 4 or serverless 3',
        });
    }
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build-UHYu3W/core/serverless/state.js


/** The file of a package that holds the template which is deployed (osls 4.3, serverless 3). */
const STATE_FILE = 'serverless-state.json';
const record = dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J());
const stateSchema = dist/* object */.Ikc({
    service: dist/* object */.Ikc({
        service: dist/* string */.YjP(),
        provider: dist/* object */.Ikc({
            stackName: dist/* optional */.lqM(dist/* string */.YjP()),
            compiledCloudFormationTemplate: dist/* object */.Ikc({ Resources: dist/* optional */.lqM(record) }),
        }),
    }),
    /** `<prefix>/<service>/<stage>/<time>`, where the package goes in the bucket: the one place that names the stage. */
    package: dist/* object */.Ikc({ artifactDirectoryName: dist/* optional */.lqM(dist/* string */.YjP()) }),
});
/** Reads the text of a package's state file; throws E_PACKAGE_FAILED where it is not of `target` or cannot be read. */
function readPackagedService(text, target) {
    const parsed = dist/* safeParse */.xLC(stateSchema, parseJson(text));
    if (!parsed.success) {
        throw new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
            what: `the package's ${STATE_FILE} is not what the Serverless Framework writes`,
            fix: 'update osls or serverless; run `npx osls package` in the folder of the service to see more',
        });
    }
    const { service, provider } = parsed.output.service;
    const stage = parsed.output.package.artifactDirectoryName?.split('/').at(-2);
    if (stage !== undefined && stage !== target.stage) {
        throw new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
            what: `the service "${service}" was packaged for the stage "${stage}", not for "${target.stage}"`,
            why: 'something in its configuration overrides --stage',
            fix: 'remove what sets the stage in its configuration or in a plugin',
        });
    }
    const resources = (provider.compiledCloudFormationTemplate.Resources ?? {});
    return { service, stack: provider.stackName ?? `${service}-${target.stage}`, resources };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build-UHYu3W/io/files/folder-hash.js





/** Returns the SHA-256 (hex) of a folder: each file's path, kind, mode and content, links by where they lead. */
async function hashFolder(folder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of await filesBelow(folder)) {
        const { mode } = await (0,external_node_fs_promises_.lstat)(path);
        hash.update(`${(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/')}\0${mode}\0${await hashFile(path)}\0`);
    }
    return hash.digest('hex');
}
async function filesBelow(folder) {
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { withFileTypes: true });
    const found = await Promise.all(entries.map((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
    }));
    return found.flat().sort();
}
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    if ((await (0,external_node_fs_promises_.lstat)(path)).isSymbolicLink()) {
        return hash.update(`link:${await (0,external_node_fs_promises_.readlink)(path)}`).digest('hex');
    }
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build-UHYu3W/io/serverless/runner.js










/** Prepares the private folder (parameters, empty AWS configuration) and returns a runner that works from it. */
async function createServerlessRunner(parts) {
    const { folder, target, session } = parts;
    const parametersPath = (0,external_node_path_.join)(folder, 'p.json');
    const emptyFile = (0,external_node_path_.join)(folder, 'empty');
    const handover = planHandover(parts.parameters, parametersPath);
    await (0,files_private/* writePrivateJson */.FO)(parametersPath, handover.file);
    await (0,external_node_fs_promises_.writeFile)(emptyFile, '', { mode: 0o600 });
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(folder, 'packages'), { mode: 0o700 });
    const command = await findNode(process.env['PATH'] ?? '');
    const packageFolder = (job) => (0,external_node_path_.join)(folder, 'packages', job.key);
    const exported = parts.parameters.filter(({ name }) => parts.exportEnv.includes(name));
    const run = async (job, args) => {
        const leftOver = (0,external_node_path_.join)(job.folder, '.serverless');
        await (0,files_private/* removeAll */.C0)(leftOver);
        try {
            return await (0,io_process/* runProcess */.R)({
                command,
                args: [job.cli.script, ...args],
                folder: job.folder,
                environment: (0,environment/* cliEnvironment */.m)({
                    own: process.env,
                    session,
                    emptyFile,
                    schemaCache: (0,external_node_path_.join)(folder, 'schema-cache'),
                    exported,
                    ...(needsLicence(job.cli) ? { licence: parts.licence } : {}),
                }),
                redactor: parts.redactor,
            });
        }
        finally {
            await (0,files_private/* removeAll */.C0)(leftOver);
        }
    };
    let first;
    return {
        /** The first one goes alone: it compiles the CLI's validator, which the others then find. */
        async package(job) {
            const work = () => run(job, packageArguments(target, packageFolder(job), handover.args));
            if (first === undefined) {
                const result = work();
                first = result.catch(() => undefined);
                return result;
            }
            await first;
            return work();
        },
        async packaged(job) {
            const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(packageFolder(job), STATE_FILE), 'utf8').catch(() => '');
            return readPackagedService(text, target);
        },
        hash: (job) => hashFolder(packageFolder(job)),
        deploy: (job) => run(job, deployArguments(target, packageFolder(job), handover.args)),
    };
}
/** The Node that the job set up, as its services expect it; ours where PATH has none. */
async function findNode(path) {
    const name = process.platform === 'win32' ? 'node.exe' : 'node';
    for (const folder of path.split(external_node_path_.delimiter).filter((part) => part !== '')) {
        const candidate = (0,external_node_path_.join)(folder, name);
        const found = await (0,external_node_fs_promises_.access)(candidate, external_node_fs_promises_.constants.X_OK).then(() => true, () => false);
        if (found) {
            return candidate;
        }
    }
    return process.execPath;
}

// EXTERNAL MODULE: ./build-UHYu3W/io/services.js + 1 modules
var services = __webpack_require__(5032);
;// CONCATENATED MODULE: ./build-UHYu3W/actions/deploy-service/contract.js
const contract = {
    name: 'deploy-service',
    inputs: {
        services: { kind: 'list', always: true },
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        'credentials-file': { kind: 'text', always: true },
        'parameters-file': { kind: 'text', always: true },
        concurrency: { kind: 'integer', always: true },
        'publish-outputs': { kind: 'list' },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'url', 'result', 'outputs'],
    onFailure: { status: 'failed' },
};

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

// EXTERNAL MODULE: ./build-UHYu3W/core/suggest.js
var suggest = __webpack_require__(5118);
;// CONCATENATED MODULE: ./build-UHYu3W/core/deploy/publish.js


/**
 * Picks the outputs that are handed on, by `SERVICE.OUTPUT`, byte for byte. Throws E_OUTPUT_MISSING, and
 * E_OUTPUT_MASKED for one that holds a secret: the runner would drop it without an error.
 */
function publishOutputs(names, services, redactor) {
    const known = new Map(services.flatMap(({ key, outputs }) => Object.entries(outputs).map(([name, value]) => [`${key}.${name}`, value])));
    const published = {};
    for (const name of names) {
        const value = known.get(name);
        if (value === undefined) {
            throw new core_errors/* UserError */.yo('E_OUTPUT_MISSING', {
                what: `"${name}" in publish-outputs is not an output of a service that was deployed`,
                fix: (0,suggest/* suggestName */.S)(name, [...known.keys()]),
            });
        }
        if (redactor.holds(value)) {
            throw new core_errors/* UserError */.yo('E_OUTPUT_MASKED', {
                what: `the output "${name}" holds the value of a secret parameter`,
                why: 'the runner would hand on nothing in its place',
                fix: 'do not publish it; read it in the job that needs it',
            });
        }
        published[name] = value;
    }
    return published;
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/deploy/result.js
/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
function overallStatus(services) {
    if (services.some((service) => service.status === 'failed')) {
        return 'failed';
    }
    return services.some((service) => service.status === 'deployed') ? 'deployed' : 'unchanged';
}
/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'];
/** Returns the address at which a stack's API answers, where it has one. */
function urlOf(outputs) {
    return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}

// EXTERNAL MODULE: ./build-UHYu3W/core/profile/masking.js
var masking = __webpack_require__(8714);
// EXTERNAL MODULE: ./build-UHYu3W/core/profile/role-arn.js
var role_arn = __webpack_require__(8986);
// EXTERNAL MODULE: ./build-UHYu3W/core/redact.js
var redact = __webpack_require__(5879);
;// CONCATENATED MODULE: ./build-UHYu3W/core/report/markdown.js
/** Writes a text so that Markdown and HTML leave it as it is: no markup, no mention, no image, no broken table. */
function plain(text) {
    return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\r?\n/g, ' ')
        .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Writes an http(s) address as a link, and anything else as plain text. */
function markdown_link(url) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(url) ? `<${url}>` : plain(url);
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/report/summary.js

const HEADLINES = {
    deployed: '✅ deployed',
    unchanged: '✅ unchanged',
    failed: '❌ failed',
};
/** Renders a (redacted) result as the Markdown of the job summary. */
function renderSummary(result) {
    const commit = result.commit === undefined ? '' : ` at ${plain(result.commit.slice(0, 7))}`;
    const lines = [
        `## ${HEADLINES[result.status]}: ${plain(result.app)} in stage ${plain(result.stage)}`,
        '',
        `${result.kind} stage of ${plain(result.ref)}${commit}, account ${result.account}, region ${result.region}`,
        '',
        '| service | status | stack | time | URL |',
        '|---|---|---|---|---|',
        ...result.services.map(row),
        '',
        ...result.services.flatMap(details),
    ];
    return `${lines.join('\n')}\n`;
}
function row(service) {
    const stack = service.stack === undefined ? '–' : `${plain(service.stack)} (${service.stackStatus ?? 'absent'})`;
    const url = service.url === undefined ? '–' : markdown_link(service.url);
    return `| ${plain(service.key)} | ${HEADLINES[service.status]} | ${stack} | ${Math.round(service.seconds)} s | ${url} |`;
}
function details(service) {
    if (service.error !== undefined) {
        return [`**${plain(service.key)}**: ${plain(service.error.code)}: ${plain(service.error.message)}`, ''];
    }
    const outputs = Object.entries(service.outputs);
    if (outputs.length === 0) {
        return [];
    }
    const items = outputs.map(([name, value]) => `| ${plain(name)} | ${plain(value)} |`);
    const title = `<details><summary>Outputs of ${plain(service.key)}</summary>`;
    return [title, '', '| output | value |', '|---|---|', ...items, '', '</details>', ''];
}

// EXTERNAL MODULE: ./build-UHYu3W/core/transport.js
var transport = __webpack_require__(6309);
;// CONCATENATED MODULE: ./build-UHYu3W/core/service/names.js

/** `<service>-<stage>-<region>-lambdaRole` has to fit the 64 characters of an IAM role's name. */
const MAX_NAME_SUM = 51;
/**
 * Checks that the role which the Serverless Framework makes for a service with functions gets a legal name; throws
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet.
 */
function checkRoleName({ service, stage, region }) {
    const sum = service.length + stage.length + region.length;
    if (sum > MAX_NAME_SUM) {
        throw new core_errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
            why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
            fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, lower previews.max-length, or set provider.iam.role.name`,
        });
    }
}
/** Longest physical names that AWS takes, by resource type. */
const LIMITS = {
    'AWS::IAM::Role': { property: 'RoleName', max: 64 },
    'AWS::Lambda::Function': { property: 'FunctionName', max: 64 },
    'AWS::S3::Bucket': { property: 'BucketName', max: 63 },
    'AWS::SQS::Queue': { property: 'QueueName', max: 80 },
    'AWS::Events::Rule': { property: 'Name', max: 64 },
    'AWS::DynamoDB::Table': { property: 'TableName', max: 255 },
};
/** Checks the names in a packaged template, and its stack's, against AWS's limits; throws E_NAME_TOO_LONG. */
function checkTemplateNames(stack, resources, region) {
    checkLength(`the stack's name "${stack}"`, stack.length, 128);
    for (const [id, resource] of Object.entries(resources)) {
        const limit = LIMITS[resource.Type ?? ''];
        const name = limit === undefined ? undefined : literalName(resource.Properties?.[limit.property], region);
        if (limit !== undefined && name !== undefined) {
            checkLength(`${limit.property} "${name}" of the resource ${id} in the stack ${stack}`, name.length, limit.max);
        }
    }
}
function checkLength(what, length, max) {
    if (length > max) {
        throw new core_errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `${what} has ${length} characters`,
            why: `AWS takes at most ${max}`,
            fix: `shorten it by ${length - max}: the service's name, the function's, or previews.max-length`,
        });
    }
}
/** A name as text where it is one, or a Fn::Join of texts and the region, as the Serverless Framework writes it. */
function literalName(value, region) {
    if (typeof value === 'string') {
        return value;
    }
    const join = value?.['Fn::Join'];
    if (!Array.isArray(join) || !Array.isArray(join[1])) {
        return undefined;
    }
    const parts = join[1].map((part) => (isRegion(part) ? region : part));
    return parts.every((part) => typeof part === 'string') ? parts.join(join[0]) : undefined;
}
function isRegion(part) {
    return part?.Ref === 'AWS::Region';
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/stack/explain.js

/** Describes why a stack cannot be deployed over, and what brings it back. */
function explainState(stack, region) {
    return new core_errors/* UserError */.yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status}, which cannot be deployed over`,
        ...(stack.reason === undefined ? {} : { why: stack.reason }),
        fix: remedy(stack, region),
    });
}
function remedy(stack, region) {
    const command = (verb) => `aws cloudformation ${verb} --stack-name ${stack.name} --region ${region}`;
    switch (stack.status) {
        case 'CREATE_FAILED':
        case 'ROLLBACK_COMPLETE':
        case 'ROLLBACK_FAILED':
            return `it never worked: remove it (${command('delete-stack')}) and run again`;
        case 'REVIEW_IN_PROGRESS':
            return `it holds nothing but a change set: remove it (${command('delete-stack')}) and run again`;
        case 'UPDATE_FAILED':
            return `roll it back (${command('rollback-stack')}) and run again`;
        case 'UPDATE_ROLLBACK_FAILED':
            return `mend what its last events name, go on with the rollback (${command('continue-update-rollback')}) and run again`;
        case 'DELETE_FAILED':
            return `finish the removal (${command('delete-stack')}) and run again`;
        default:
            return `bring it back to a complete state (${command('describe-stack-events')} says more) and run again`;
    }
}
/** Describes a deploy that failed: the state that CloudFormation left, and the first thing that went wrong. */
function explainFailure(parts) {
    const { stack, first } = parts;
    const state = stack === undefined ? 'there is no stack' : `the stack ${stack.name} is ${stack.status}`;
    const why = first === undefined
        ? `${parts.ending}: ${parts.lastWords}`
        : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
    return new core_errors/* UserError */.yo('E_DEPLOY_FAILED', {
        what: `the service "${parts.service}" was not deployed: ${state}`,
        why,
        fix: `${consequence(parts)}; mend the cause and run again`,
    });
}
function consequence({ stack, untouched, region }) {
    if (stack === undefined || untouched) {
        return 'AWS is as it was before';
    }
    switch (stack.status) {
        case 'UPDATE_ROLLBACK_COMPLETE':
            return 'CloudFormation rolled the update back, and the version before it is live';
        case 'ROLLBACK_COMPLETE':
            return `CloudFormation rolled the creation back; the empty stack stays: ${remedy(stack, region)}`;
        default:
            return remedy(stack, region);
    }
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/stack/failure.js
/** Events that only say that another resource failed. */
const CONSEQUENCE = /^(Resource (creation|update) cancelled|The following resource\(s\) failed)/i;
/**
 * Returns the first failed event after a time (milliseconds), which is what went wrong; the events after it are its
 * consequences. Doubled and unordered events do not matter.
 */
function firstFailure(events, since) {
    return [...new Map(events.map((event) => [event.id, event])).values()]
        .filter((event) => event.time > since && event.status.endsWith('_FAILED') && !CONSEQUENCE.test(event.reason))
        .sort((a, b) => a.time - b.time)[0];
}

;// CONCATENATED MODULE: ./build-UHYu3W/actions/deploy-service/deploy-one.js







/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;
/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;
/** Packages one service, deploys that package, and returns what CloudFormation says came of it. Never rejects. */
async function deployOne(job, tools) {
    const start = tools.clock();
    const seen = {};
    const finish = (rest) => {
        const outputs = seen.stack?.outputs ?? {};
        const url = urlOf(outputs);
        return {
            key: job.key,
            name: seen.name ?? '',
            ...(seen.stackName === undefined ? {} : { stack: seen.stackName }),
            ...(seen.stack === undefined ? {} : { stackStatus: seen.stack.status }),
            ...(url === undefined ? {} : { url }),
            outputs,
            seconds: (tools.clock() - start) / 1000,
            ...rest,
        };
    };
    try {
        tools.log.info(`${job.key}: packaging with ${job.cli.product} ${job.cli.version}`);
        const packaged = await packageService(job, tools);
        seen.name = packaged.service;
        seen.stackName = packaged.stack;
        const before = await readyStack(packaged.stack, tools);
        seen.stack = before;
        tools.log.info(`${job.key}: deploying the stack ${packaged.stack}`);
        const since = before === undefined ? 0 : newestEvent(await tools.stacks.events(before.id, 0));
        await checkUnchangedPackage(job, packaged.hash, tools);
        const result = await tools.runner.deploy(job);
        tools.log.foreign(`${job.key}: ${job.cli.product} deploy`, result.output);
        const after = await tools.stacks.settled(packaged.stack, WAIT_MS, (stack) => tools.log.info(`${job.key}: the stack ${stack.name} is ${stack.status}`));
        seen.stack = after;
        return finish({ status: await judge(job, result, { before, after, since }, tools) });
    }
    catch (error) {
        return finish({ status: 'failed', error: describeError(error) });
    }
}
function describeError(error) {
    return error instanceof core_errors/* UserError */.yo
        ? { code: error.code, message: error.message }
        : { code: 'E_INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
async function packageService(job, tools) {
    const result = await tools.runner.package(job);
    if (result.code !== 0) {
        tools.log.foreign(`${job.key}: ${job.cli.product} package`, result.output);
        throw (licenceFailure(job.cli, result.output) ??
            new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
                what: `the service "${job.key}" could not be packaged (${ending(result)})`,
                why: lastWords(result.output),
                fix: 'mend what it says; nothing of this service was deployed',
            }));
    }
    const packaged = await tools.runner.packaged(job);
    tools.claimStack(packaged.stack, job.key);
    checkTemplateNames(packaged.stack, packaged.resources, tools.region);
    return { ...packaged, hash: await tools.runner.hash(job) };
}
/** Waits for an operation that is under way and refuses a stack that cannot be deployed over. */
async function readyStack(name, tools) {
    const found = await tools.stacks.find(name);
    const stack = beforeDeploy(found?.status) === 'wait'
        ? await tools.stacks.settled(name, BUSY_WAIT_MS, (view) => tools.log.info(`waiting: ${name} is ${view.status}`))
        : found;
    if (stack !== undefined && beforeDeploy(stack.status) === 'refuse') {
        throw explainState(stack, tools.region);
    }
    return stack;
}
function newestEvent(events) {
    return Math.max(0, ...events.slice(0, 100).map((event) => event.time));
}
async function checkUnchangedPackage(job, hash, tools) {
    if ((await tools.runner.hash(job)) !== hash) {
        throw new core_errors/* UserError */.yo('E_PACKAGE_CHANGED', {
            what: `the package of the service "${job.key}" is not the one that was checked`,
            why: 'something wrote into it in the meantime, so it was not deployed',
            fix: 'find out what runs beside the deploy (a plugin that leaves a process behind, say)',
        });
    }
}
/** CloudFormation has the verdict; the CLI's exit code only tells apart what CloudFormation cannot. */
async function judge(job, result, { before, after, since }, tools) {
    const untouched = after !== undefined && before?.id === after.id && before.changed === after.changed;
    if (result.code === 0 && after !== undefined && (isSuccess(after.status) || untouched)) {
        return untouched ? 'unchanged' : 'deployed';
    }
    const events = after === undefined || untouched ? [] : await tools.stacks.events(after.id, since);
    const licence = after === undefined ? licenceFailure(job.cli, result.output) : undefined;
    throw (licence ??
        explainFailure({
            service: job.key,
            region: tools.region,
            ...(after === undefined ? {} : { stack: after }),
            untouched: after === undefined || untouched,
            first: firstFailure(events, since),
            ending: ending(result),
            lastWords: lastWords(result.output),
        }));
}
function ending(result) {
    return result.signal === null ? `exit code ${result.code}` : `ended by ${result.signal}`;
}
/** The end of what a CLI said, where its error is. */
function lastWords(output) {
    const error = output.lastIndexOf('\nError:\n');
    const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*at /.test(line));
    return (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ').slice(0, 800) || 'it said nothing';
}

;// CONCATENATED MODULE: ./build-UHYu3W/core/service/choose.js


/** Picks the services that an input names (`all`, or keys); throws E_SERVICE_UNKNOWN with the nearest key. */
function chooseServices(services, wanted) {
    if (wanted.includes('all')) {
        return [...services];
    }
    const keys = services.map((service) => service.key);
    for (const key of wanted) {
        if (!keys.includes(key)) {
            throw new core_errors/* UserError */.yo('E_SERVICE_UNKNOWN', { what: `"${key}" is not a service`, fix: (0,suggest/* suggestName */.S)(key, keys) });
        }
    }
    return services.filter((service) => wanted.includes(service.key));
}
/** Checks that no two services have one name, and so one stack; throws E_STACK_COLLISION. */
function checkDistinctNames(services) {
    const byName = new Map();
    for (const service of services) {
        const twin = service.name === undefined ? undefined : byName.get(service.name);
        if (twin !== undefined) {
            throw new core_errors/* UserError */.yo('E_STACK_COLLISION', {
                what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
                why: 'they would share one stack in every stage',
                fix: 'give each its own `service:`',
            });
        }
        if (service.name !== undefined) {
            byName.set(service.name, service);
        }
    }
}

;// CONCATENATED MODULE: ./build-UHYu3W/actions/deploy-service/plan.js






/** Finds out what is deployed and by what, and checks all that can be checked before anything is touched. */
async function planJobs(parts) {
    const { configuration, root } = parts;
    const services = chooseServices(await parts.findServices(root, configuration.services), parts.wanted);
    checkDistinctNames(services);
    const { name: stage } = configuration.stage;
    const { region } = configuration.profile;
    for (const service of services) {
        if (service.makesRole && service.name !== undefined) {
            checkRoleName({ service: service.name, stage, region });
        }
    }
    const jobs = [];
    for (const service of services) {
        const folder = (0,external_node_path_.join)(root, service.path);
        const cli = await parts.findCli(folder);
        checkCli(cli, parts.hasLicence);
        if (needsLicence(cli)) {
            checkServerless4Values(parts.parameters);
        }
        jobs.push({ key: service.key, folder, cli });
    }
    return jobs;
}
/** Returns a function that notes which service has which stack; it throws E_STACK_COLLISION for the second of one name. */
function createStackClaims() {
    const owners = new Map();
    return (stack, key) => {
        const owner = owners.get(stack);
        if (owner !== undefined && owner !== key) {
            throw new core_errors/* UserError */.yo('E_STACK_COLLISION', {
                what: `the services "${owner}" and "${key}" both have the stack "${stack}"`,
                fix: 'give each its own `service:` (or provider.stackName)',
            });
        }
        owners.set(stack, key);
    };
}

;// CONCATENATED MODULE: ./build-UHYu3W/actions/deploy-service/run.js











/** Deploys services into a stage and returns what CloudFormation says came of each. */
async function run(inputs, deps) {
    const { configuration, session, parameters } = deps;
    const licence = licenceOf(inputs);
    checkSession(configuration, session);
    const jobs = await planJobs({
        ...deps,
        wanted: inputs.services,
        hasLicence: Object.keys(licence).length > 0,
    });
    const redactor = redactorOf(deps);
    const { region, exportEnv } = configuration.profile;
    const target = { stage: configuration.stage.name, region };
    const runner = await deps.createRunner({ target, session, parameters, exportEnv, licence, redactor });
    const log = redactingLog(deps.log, redactor);
    const tools = { region, runner, stacks: deps.stacks, claimStack: createStackClaims(), log, clock: deps.clock };
    const limit = pLimit(inputs.concurrency);
    const services = await Promise.all(jobs.map((job) => limit(async () => {
        const result = await deployOne(job, tools);
        log.info(`${job.key}: ${result.status}${result.url === undefined ? '' : `, ${result.url}`}`);
        return result;
    })));
    return outcome(inputs, services, redactor, deps);
}
function licenceOf(inputs) {
    const accessKey = inputs['serverless-access-key'];
    const licenseKey = inputs['serverless-license-key'];
    return { ...(accessKey === undefined ? {} : { accessKey }), ...(licenseKey === undefined ? {} : { licenseKey }) };
}
/** The credentials may come from another profile than the configuration: then nothing is deployed. */
function checkSession(configuration, session) {
    const { role, region, name } = configuration.profile;
    const account = role === undefined ? session.account : (0,role_arn/* parseRoleArn */.DM)(role).account;
    if (account !== session.account || region !== session.region) {
        throw new core_errors/* UserError */.yo('E_WRONG_ACCOUNT', {
            what: `the credentials are of account ${session.account}, region ${session.region}; the profile "${name}" is of ${account}, ${region}`,
            fix: 'give load-profile and deploy-service the same configuration',
        });
    }
}
function redactorOf({ configuration, session, parameters }) {
    const { masks } = (0,masking/* planMasks */.RH)(parameters, (0,masking/* outputTexts */.im)(configuration, session));
    return (0,redact/* createRedactor */.lY)([...masks, session.secretAccessKey, session.sessionToken ?? '']);
}
function redactingLog(log, redactor) {
    return {
        info: (text) => log.info(redactor.redact(text)),
        notice: (text) => log.notice(redactor.redact(text)),
        warning: (text) => log.warning(redactor.redact(text)),
        foreign: (title, text) => log.foreign(title, redactor.redact(text)),
    };
}
function outcome(inputs, services, redactor, { configuration, session }) {
    const { app, stage, profile } = configuration;
    const url = services.find((service) => service.url !== undefined)?.url;
    const status = overallStatus(services);
    const result = (0,redact/* redactDeep */.KL)({
        schemaVersion: 1,
        app,
        stage: stage.name,
        kind: stage.kind,
        ref: stage.ref,
        ...(stage.commit === undefined ? {} : { commit: stage.commit }),
        account: session.account,
        region: profile.region,
        status,
        ...(url === undefined ? {} : { url }),
        services,
    }, redactor);
    const published = failureOf(result) ?? tryPublish(inputs['publish-outputs'] ?? [], services, redactor);
    return {
        outputs: {
            status: published instanceof core_errors/* UserError */.yo ? 'failed' : status,
            url: result.url,
            result: (0,transport/* encodeJson */.Pr)(result),
            outputs: JSON.stringify(published instanceof core_errors/* UserError */.yo ? {} : published),
        },
        summary: renderSummary(result),
        ...(published instanceof core_errors/* UserError */.yo ? { failure: published } : {}),
    };
}
function tryPublish(names, services, redactor) {
    try {
        return publishOutputs(names, services, redactor);
    }
    catch (error) {
        if (error instanceof core_errors/* UserError */.yo) {
            return error;
        }
        throw error;
    }
}
/** One error for all that failed; the first one's code stands for them. */
function failureOf(result) {
    const errors = result.services.flatMap(({ error }) => (error === undefined ? [] : [error]));
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new core_errors/* UserError */.yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}

;// CONCATENATED MODULE: ./build-UHYu3W/actions/deploy-service/main.js














const main = () => (0,run_action/* runAction */.Cs)(contract, async (inputs) => {
    const { workspace, tempFolder } = (0,context/* readRunContext */.$)();
    const configuration = await (0,io_configuration/* readConfiguration */.T)(inputs, workspace);
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const session = await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']);
    const parameters = await (0,profile_files/* readParametersFile */.F9)(inputs['parameters-file']);
    const folder = await (0,files_private/* makePrivateFolder */.I2)(tempFolder, 'serverless-stages-deploy');
    cleanUpOnSignal(folder);
    return run(inputs, {
        configuration,
        session,
        parameters,
        root,
        findServices: services/* findServices */.O,
        findCli: (service) => findCli(service, top),
        createRunner: (parts) => createServerlessRunner({ ...parts, folder }),
        stacks: openStackReader(session),
        log: log/* runnerLog */.t,
        clock: () => performance.now(),
    }).finally(() => (0,files_private/* removeAll */.C0)(folder));
});


/***/ }),

/***/ 5879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/* harmony import */ var _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);

/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    const forms = new Set();
    for (const secret of secrets) {
        for (const form of formsOf(secret)) {
            forms.add(form);
        }
    }
    const ordered = [...forms].sort((a, b) => b.length - a.length);
    return {
        redact: (text) => ordered.reduce((clean, form) => (clean.includes(form) ? clean.replaceAll(form, REDACTED) : clean), text),
        holds: (text) => ordered.some((form) => text.includes(form)),
        forms: ordered,
    };
}
/** Returns the forms of one secret that are looked for, the value itself first. */
function formsOf(secret) {
    if (secret.trim().length < _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym) {
        return [];
    }
    const plain = [...new Set([secret, secret.trim(), ...(0,_profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(secret)])];
    return [...new Set(plain.flatMap((text) => [text, ...encodings(text)]))];
}
function encodings(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        JSON.stringify(json).slice(1, -1),
        encodeURIComponent(text),
        encodeURI(text),
        encodeURIComponent(text).replaceAll('%20', '+'),
        ...base64Forms(text),
    ];
}
/** The part of base64 that a text gives wherever it begins: the characters at the edges hold foreign bits and fall off. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].flatMap((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
        const encoded = padded.toString('base64').replace(/=+$/, '');
        const start = shift === 0 ? 0 : shift + 1;
        const whole = (padded.length % 3 === 0 ? 0 : 1);
        const inner = encoded.slice(start, encoded.length - whole);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    });
    return forms.filter((form) => form.length >= _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym);
}
/** Returns a copy of a plain JSON value with every text in it redacted, keys too. */
function redactDeep(value, redactor) {
    if (typeof value === 'string') {
        return redactor.redact(value);
    }
    if (Array.isArray(value)) {
        return value.map((item) => redactDeep(item, redactor));
    }
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => [redactor.redact(key), redactDeep(item, redactor)]);
        return Object.fromEntries(entries);
    }
    return value;
}


/***/ }),

/***/ 5742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ plainEnvironment),
/* harmony export */   m: () => (/* binding */ cliEnvironment)
/* harmony export */ });
/**
 * Variables that a child may have from ours. All else stays behind: the runner's tokens and command files (`ACTIONS_*`,
 * `GITHUB_*`, `INPUT_*`, `STATE_*`, `RUNNER_*`), stray AWS profiles and keys, the user's secrets.
 */
const ALLOWED = [
    'PATH',
    'Path',
    'HOME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'SystemRoot',
    'ComSpec',
    'PATHEXT',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
/** Variables that say where AWS is, not who we are. */
const ALLOWED_AWS = /^AWS_(ENDPOINT_URL(_[A-Z0-9_]+)?|CA_BUNDLE|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|STS_REGIONAL_ENDPOINTS|RETRY_MODE|MAX_ATTEMPTS)$/;
/** Returns what any child gets: a plain environment without tokens, credentials or command files. */
function plainEnvironment(own) {
    const picked = ALLOWED.flatMap((name) => pick(own, name));
    return { ...Object.fromEntries(picked), CI: 'true' };
}
function pick(own, name) {
    const value = own[name];
    return value === undefined ? [] : [[name, value]];
}
/** Returns the environment of the Serverless CLI: the plain one, the role's session, and the exported parameters. */
function cliEnvironment(parts) {
    const { own, session, licence } = parts;
    const aws = Object.keys(own).filter((name) => ALLOWED_AWS.test(name));
    return {
        ...plainEnvironment(own),
        ...Object.fromEntries(aws.flatMap((name) => pick(own, name))),
        ...Object.fromEntries(parts.exported.map(({ name, value }) => [name, value])),
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        ...(session.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: session.sessionToken }),
        AWS_REGION: session.region,
        AWS_DEFAULT_REGION: session.region,
        AWS_CONFIG_FILE: parts.emptyFile,
        AWS_SHARED_CREDENTIALS_FILE: parts.emptyFile,
        AWS_EC2_METADATA_DISABLED: 'true',
        SLS_SCHEMA_CACHE_BASE_DIR: parts.schemaCache,
        SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? '1500',
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...(licence?.accessKey === undefined ? {} : { SERVERLESS_ACCESS_KEY: licence.accessKey }),
        ...(licence?.licenseKey === undefined ? {} : { SERVERLESS_LICENSE_KEY: licence.licenseKey }),
    };
}


/***/ }),

/***/ 5572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ endAllProcesses),
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build-UHYu3W/core/redacting-stream.js
/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    const longest = redactor.forms[0]?.length ?? 0;
    let held = '';
    const release = (end) => {
        const ready = held.slice(0, end);
        held = held.slice(end);
        return redactor.redact(ready);
    };
    return {
        write(chunk) {
            held += chunk;
            const safe = held.length - longest;
            if (safe <= 0) {
                return '';
            }
            const line = held.lastIndexOf('\n', safe - 1) + 1;
            return release(outsideOfSecrets(held, line > 0 || held.length < MAX_HELD ? line : safe, redactor.forms));
        },
        end: () => release(held.length),
    };
}
/** Moves a cut back to where a secret begins that it would split; every secret that begins before it is whole. */
function outsideOfSecrets(text, cut, forms) {
    let end = cut;
    for (let moved = true; moved;) {
        moved = false;
        for (const form of forms) {
            const start = text.indexOf(form, Math.max(0, end - form.length + 1));
            if (start !== -1 && start < end) {
                end = start;
                moved = true;
            }
        }
    }
    return end;
}

;// CONCATENATED MODULE: ./build-UHYu3W/io/process.js


/** Most of a child's output that is kept, in characters. */
const MAX_KEPT = 2 * 1024 * 1024;
const running = new Set();
/**
 * Runs a program in a process group of its own and waits for its end. Rejects only where it cannot be started.
 * `@actions/exec` is not used for this: it gives no process group and no way to end a child.
 */
async function runProcess(request) {
    const stream = createRedactingStream(request.redactor);
    let output = '';
    const take = (text) => {
        if (text !== '') {
            output = (output + text).slice(-MAX_KEPT);
            request.onOutput?.(text);
        }
    };
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(request.command, request.args, {
            cwd: request.folder,
            env: request.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            windowsHide: true,
        });
        running.add(child);
        for (const pipe of [child.stdout, child.stderr]) {
            pipe.setEncoding('utf8').on('data', (chunk) => take(stream.write(chunk)));
        }
        child.once('error', (error) => {
            running.delete(child);
            reject(error);
        });
        child.once('exit', () => endGroup(child));
        child.once('close', (code, signal) => {
            running.delete(child);
            take(stream.end());
            resolve({ code, signal, output });
        });
    });
}
/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child, signal = 'SIGKILL') {
    if (child.pid === undefined || process.platform === 'win32') {
        return;
    }
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // The group is gone already.
    }
}
/** Ends every child that still runs, with its group; for the end of our own process. */
function endAllProcesses() {
    for (const child of running) {
        endGroup(child);
    }
}


/***/ }),

/***/ 5032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ findServices)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-UHYu3W/core/errors.js
var errors = __webpack_require__(2921);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build-UHYu3W/core/service/definition.js


/** Names that a service's own configuration may have, as the Serverless Framework looks for them. */
const SERVICE_FILES = [
    'serverless.yml',
    'serverless.yaml',
    'serverless.json',
    'serverless.ts',
    'serverless.js',
    'serverless.cjs',
    'serverless.mjs',
];
/** Reads what a service's YAML or JSON says of its names; throws E_SERVICE_CONFIG where it cannot be read. */
function readServiceDefinition(key, path, file, text) {
    if (!/\.(ya?ml|json)$/.test(file)) {
        return { key, path, name: undefined, makesRole: false };
    }
    const document = (0,dist/* parseDocument */.Tp)(text, { logLevel: 'silent' });
    const [fault] = document.errors;
    const raw = fault === undefined ? document.toJS() : null;
    if (fault !== undefined || raw === null || typeof raw !== 'object') {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path}/${file} ${fault === undefined ? 'is empty' : `is not valid: ${fault.message}`}`,
            fix: 'mend the file; `npx osls print` in its folder says more',
        });
    }
    const name = typeof raw.service === 'string' && !raw.service.includes('${') ? raw.service : undefined;
    if (raw.service === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path}/${file} has no "service:"`,
            fix: 'give the service a name',
        });
    }
    const ownRole = raw.provider?.role ?? raw.provider?.iam?.role;
    const named = typeof ownRole === 'string' || ownRole?.name !== undefined;
    return { key, path, name, makesRole: raw.functions !== undefined && !named };
}

// EXTERNAL MODULE: ./build-UHYu3W/io/files/workspace.js
var workspace = __webpack_require__(4954);
;// CONCATENATED MODULE: ./build-UHYu3W/io/services.js





/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', '.git', '.serverless', '.build', 'dist', 'vendor']);
/** How deep below the application's folder services are looked for. */
const MAX_DEPTH = 4;
/**
 * Finds the services of an application in `root`: those that are configured, else every folder with a Serverless
 * configuration, its key then the folder's name. Throws E_SERVICE_CONFIG.
 */
async function findServices(root, configured) {
    const places = configured === undefined
        ? (await foldersWithService(root)).map((path) => [keyOfFolder(root, path), path])
        : Object.entries(configured).map(([key, service]) => [key, service.path]);
    if (places.length === 0) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `there is no service below ${root}`,
            fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
        });
    }
    const keys = places.map(([key]) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `two folders with a service are called "${twice}"`,
            fix: 'list the services with their keys under `services:` in serverless-stages.yml',
        });
    }
    return Promise.all(places.map(([key, path]) => readService(root, key, path)));
}
function keyOfFolder(root, path) {
    return path === '.' ? (0,external_node_path_.basename)(root) : (0,external_node_path_.basename)(path);
}
async function foldersWithService(root, folder = root, depth = 0) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const isService = entries.some((entry) => entry.isFile() && SERVICE_FILES.includes(entry.name));
    const own = isService ? [(0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join('/') || '.'] : [];
    const below = entries.filter((entry) => entry.isDirectory() && !IGNORED.has(entry.name) && depth < MAX_DEPTH);
    const found = await Promise.all(below.map((entry) => foldersWithService(root, (0,external_node_path_.join)(folder, entry.name), depth + 1)));
    return [...own, ...found.flat()].sort();
}
async function readService(root, key, path) {
    const folder = (0,external_node_path_.join)(root, path);
    if (!(0,workspace/* isInside */.FK)(root, folder)) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the service "${key}" is at "${path}", out of the repository`,
            fix: 'correct its path',
        });
    }
    const names = await (0,promises_.readdir)(folder).catch(() => undefined);
    if (names === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the folder "${path}" of the service "${key}" is not there`,
            fix: 'correct its path',
        });
    }
    const files = SERVICE_FILES.filter((name) => names.includes(name));
    const [file] = files;
    if (file === undefined || files.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: file === undefined ? `"${path}" has no serverless.yml` : `"${path}" has ${files.join(' and ')}`,
            fix: file === undefined ? 'add one, or correct the path' : 'keep one of them',
        });
    }
    return readServiceDefinition(key, path, file, await (0,promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8'));
}


/***/ })

};
