export const id = 2725;
export const ids = [2725];
export const modules = {

/***/ 59282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _io_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79387);

/** The job's end: the files with credentials and parameters go, whatever the job came to. */
const main = _io_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .removeRememberedFolder */ .lZ;


/***/ }),

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hl: () => (/* binding */ recoded),
/* harmony export */   ml: () => (/* binding */ throwCollected),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports ERROR_CODES, formatPosition */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

/** Every code a user can meet, with the headline that `docs/errors.md` prints; the list is closed and tested. */
const ERROR_CODES = {
    E_INPUT: 'an input of the action has a value it does not take',
    E_CONFIG: 'serverless-stages.yml does not say what it may say',
    E_CONFIG_FILE: 'a configuration file cannot be read',
    E_CONFIG_VERSION: 'serverless-stages.yml needs a newer version of the action',
    E_NOT_SUPPORTED: 'a key of serverless-stages.yml needs a newer version of the action',
    E_PROFILE_UNKNOWN: 'a profile is named that is not configured',
    E_STAGE_UNKNOWN: 'a stage is named that is not configured',
    E_STAGE_AMBIGUOUS: 'a branch belongs to several configured stages and none was chosen',
    E_ROLE_ARN: 'a role is not the ARN of an IAM role',
    E_REF_REQUIRED: 'a run has no branch and no pull request',
    E_EVENT: 'the event that started the run cannot be read',
    E_LAPTOP_FORBIDDEN: 'a configured stage may not be changed from a laptop',
    E_NO_CLONE: 'the folder is in no clone of the repository on GitHub',
    E_NOT_ON_BRANCH: 'a commit or a run is not on the branch of the stage',
    E_WRONG_CHECKOUT: 'another commit is checked out than the one to deploy',
    E_GITHUB: 'GitHub could not answer',
    E_OIDC_PERMISSION: 'the job may not ask GitHub for an identity token',
    E_OIDC_TOKEN: 'GitHub gave no identity token',
    E_ROLE_REFUSED: 'AWS refused the role to this run',
    E_WRONG_ACCOUNT: 'the credentials belong to another AWS account than the role',
    E_NO_CREDENTIALS: 'there are no AWS credentials',
    E_AWS_DENIED: 'AWS denied a request',
    E_AWS_UNAVAILABLE: 'AWS could not be reached, or kept answering with errors',
    E_THROTTLED: 'AWS kept throttling',
    E_SSM_DECRYPT: 'a SecureString parameter cannot be decrypted',
    E_SSM_MISSING: 'a parameter is not in SSM Parameter Store',
    E_SSM_PATH: 'parameters could not be listed, or changed while they were read',
    E_PARAMETER: 'a parameter cannot be handed to the Serverless Framework',
    E_SECRET_MISSING: 'a parameter names an entry that the PARAMETERS secret does not have',
    E_OUTPUT_MISSING: 'an output is asked for that the stack does not have, or the stack is not there',
    E_OUTPUT_TEXT: 'CloudFormation does not give an output back as it is',
    E_OUTPUT_ADDRESS: 'the address of an output cannot be read',
    E_OUTPUT_ACCOUNT: 'an output is asked for that is in another AWS account',
    E_IMPORT_UNKNOWN: 'it cannot be told which export a preview imports',
    E_OUTPUT_MASKED: 'an output would hold a secret value',
    E_NAME_TOO_LONG: 'a name does not fit the limits of AWS',
    E_SERVICE_UNKNOWN: 'a service is named that does not exist',
    E_SERVICE_CONFIG: "a service's own configuration cannot be used",
    E_DEPENDENCY_CYCLE: 'services depend on each other in a circle',
    E_STACK_COLLISION: 'two services would share one stack',
    E_CLI_MISSING: 'the Serverless Framework is not installed in the project',
    E_CLI_VERSION: 'this version of the Serverless Framework is not supported',
    E_CLI_LICENSE: 'Serverless Framework 4 has no access key or licence key',
    E_INSTALL: "the project's dependencies could not be installed",
    E_TESTS_FAILED: "a service's own tests failed",
    E_HOOK_FAILED: "a service's own command before or after its deploy failed",
    E_VERIFY_FAILED: "a service's own check of its deployment failed",
    E_PACKAGE_FAILED: 'a service could not be packaged',
    E_PACKAGE_CHANGED: 'the package changed between the check and the deploy',
    E_CHECK_FAILED: 'services would not pass in a stage that a pull request is checked for',
    E_SAFEGUARD: 'a safeguard keeps a service from being deployed',
    E_TEMPLATE_CHANGED: 'another template was deployed than the one that was checked',
    E_UNRESOLVED_VARIABLE: 'a packaged template still holds a variable that was not resolved',
    E_STACK_FOREIGN: 'a stack of that name belongs to something else',
    E_STATEFUL_REMOVAL: 'an earlier version would remove a resource that holds data',
    E_STACK_STATE: 'a stack is in a state that cannot be deployed over',
    E_FROZEN: 'a stage is frozen: nothing is deployed to it for a time',
    E_NOT_STAGED: 'a commit is promoted that the stage before has not proved',
    E_NOT_SOAKED: 'a commit is promoted that is not long enough in the stage before',
    E_WORK_LOST: 'a promotion would take away changes that the branch of the stage has',
    E_NEEDS_MISSING: 'a stage lacks parameters or outputs that its services need',
    E_NOT_ALLOWED: 'a person may not start a promotion',
    E_MOVED: 'the branch of a stage moved on after the verdict',
    E_BRANCH_RULES: 'the rules of a branch refuse the move',
    E_OTHER_CODE: 'a package does not have the code that the stage before proved',
    E_STAGE_BUSY: 'another run changes the stage',
    E_STAGE_DIVERGED: 'the stage holds a commit that the one to deploy does not follow',
    E_LEDGER: 'what the ledger holds cannot be read',
    E_RECORD_MISMATCH: 'a record claims something that is not its own',
    E_DESTROY_FORBIDDEN: 'a stage may not be removed',
    E_STACK_PROTECTED: 'termination protection keeps a stack from being removed',
    E_STACK_IN_USE: 'other stacks import what a stack exports',
    E_BUCKET_NOT_EMPTY: 'a bucket cannot be emptied',
    E_DESTROY_FAILED: 'a stage could not be removed',
    E_DEPLOY_FAILED: 'a service could not be deployed',
    E_INTERNAL: 'something went wrong that this product did not foresee',
};
/** An error that the user can mend: a code of the closed list, what happened, why, and what to do about it. */
class UserError extends Error {
    code;
    position;
    constructor(code, parts) {
        const place = parts.position === undefined ? '' : `${formatPosition(parts.position)}: `;
        const texts = [parts.what, parts.why, parts.fix].filter((text) => text !== undefined && text !== '');
        super(`${place}${texts.join(' – ')}`, parts.cause === undefined ? undefined : { cause: parts.cause });
        this.name = 'UserError';
        this.code = code;
        this.position = parts.position;
    }
}
/** Renders a position as editors read it: `file:line:column`, with the revision behind the file where it has one. */
function formatPosition({ file, revision, line, column }) {
    return `${file}${revision === undefined ? '' : ` (${revision})`}:${line}:${column}`;
}
/** Several things wrong at once, each a `UserError` of its own; the first one's code and place stand for all. */
class UserErrors extends UserError {
    position;
    errors;
    constructor(errors) {
        const [first] = errors;
        super(first.code, { what: '', fix: '' });
        this.message = errors.map((error) => error.message).join('\n');
        this.position = first.position;
        this.errors = errors;
    }
}
/** Returns the same error under another code: a reader of one file that serves another one. */
function recoded(error, code) {
    const errors = error instanceof UserErrors ? error.errors : [error];
    const [first, ...rest] = errors.map(({ message, position, cause }) => {
        const copy = new UserError(code, { what: '', fix: '', ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ position }), cause });
        copy.message = message;
        return copy;
    });
    return first === undefined || rest.length === 0 ? (first ?? error) : new UserErrors([first, ...rest]);
}
/** Throws the collected errors: nothing for none, the error itself for one, `UserErrors` for more. */
function throwCollected(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return;
    }
    throw rest.length === 0 ? first : new UserErrors([first, ...rest]);
}


/***/ }),

/***/ 71309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wu: () => (/* binding */ sizeError)
/* harmony export */ });
/* unused harmony exports FILE_LIMITS, kindOfFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _lockfile_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9009);



const MIB = 1024 * 1024;
/** The most that is read of a file, in bytes, by what the file is: beyond it nobody wrote it by hand, or for this. */
const FILE_LIMITS = {
    'a configuration': 4 * MIB,
    'a lockfile': 32 * MIB,
    'a program': 64 * MIB,
    "a package's state": 64 * MIB,
    "an event's payload": 32 * MIB,
    "a file of the action's": 64 * MIB,
};
/** What a bundler reads: a vendored one may be large. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|vue|svelte|go)$/;
/** Tells by its name what a file of the user's is. */
function kindOfFile(path) {
    if (_lockfile_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCKFILES */ .J.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path))) {
        return 'a lockfile';
    }
    return PROGRAM.test(path) ? 'a program' : 'a configuration';
}
/** Returns what is wrong with a file of so many bytes (E_CONFIG_FILE); undefined where it may be read. */
function sizeError(path, bytes, kind = kindOfFile(path)) {
    return bytes <= FILE_LIMITS[kind]
        ? undefined
        : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_CONFIG_FILE', {
            what: `${path} has ${bytes} bytes; of ${kind} at most ${FILE_LIMITS[kind]} are read`,
            fix: 'make the file smaller, or take it out of the repository',
        });
}


/***/ }),

/***/ 9009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LOCKFILES)
/* harmony export */ });
/** Names of lockfiles, the one that counts first where a folder has several. */
const LOCKFILES = [
    'npm-shrinkwrap.json',
    'package-lock.json',
    'pnpm-lock.yaml',
    'yarn.lock',
    'bun.lock',
    'bun.lockb',
];


/***/ }),

/***/ 49443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ onlyDefined)
/* harmony export */ });
/** Returns an object without its undefined properties, so that what is not known is absent, in JSON and in types. */
function onlyDefined(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 13729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ onDisk),
/* harmony export */   w: () => (/* binding */ diskError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** What the system says where a file cannot be written: no space, no right, or a medium that takes no writes. */
const DISK_FAULT = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/;
/** Returns the error that tells what to do about a file that could not be written; undefined for any other error. */
function diskError(error) {
    const { code, message } = error;
    return error instanceof Error && DISK_FAULT.test(code ?? '')
        ? new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `a file could not be written: ${message}`,
            fix: "check the runner's disk and RUNNER_TEMP: the free space and the rights",
            cause: error,
        })
        : undefined;
}
/** Does a piece of work with files; throws E_INPUT with the system's reason where the disk fails it. */
async function onDisk(work) {
    try {
        return await work();
    }
    catch (error) {
        throw diskError(error) ?? error;
    }
}


/***/ }),

/***/ 83824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readLimited)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_file_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71309);


/**
 * Reads a file of at most the size that its kind may have; `name` is how errors call it. Rejects as `readFile` does where it is
 * not there, and where it is no plain file (a device or a pipe would never end); E_CONFIG_FILE where it is too large.
 */
async function readLimited(path, name, kind) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (!found.isFile()) {
        throw Object.assign(new Error(`${name} is no plain file`), { code: found.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
    }
    const error = (0,_core_file_size_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeError */ .wu)(name, found.size, kind);
    if (error !== undefined) {
        throw error;
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
}


/***/ }),

/***/ 26989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
