export const id = 745;
export const ids = [745];
export const modules = {

/***/ 18323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ foreignRecord)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);

/**
 * Schema of an object whose names are somebody else's (resources, outputs, services): valibot's `record` leaves out
 * `constructor`, `prototype` and `__proto__` without a word, this one keeps them.
 */
function foreignRecord(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'no object'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((input) => Object.entries(input)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), value])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((entries) => Object.fromEntries(entries)));
}


/***/ }),

/***/ 54275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseOutputAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/**
 * Reads the address of `${output:ADDRESS}`: `name.key[.sub]` or `app:stage:region:name.key`, each of the first three
 * possibly empty, as the Serverless Dashboard had it. Throws E_OUTPUT_ADDRESS.
 */
function parseOutputAddress(text) {
    const parts = text.split(':');
    const [app = '', stage = '', region = ''] = parts.length === 4 ? parts : [];
    const [service = '', ...path] = (parts.at(-1) ?? '').split('.');
    const isWhole = service !== '' && path.length > 0 && path.every((part) => part !== '');
    if ((parts.length !== 1 && parts.length !== 4) || !isWhole || text.includes('${') || /\s/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_ADDRESS', {
            what: `"\${output:${text}}" is not the address of an output`,
            fix: 'write ${output:SERVICE.KEY} or ${output:APP:STAGE:REGION:SERVICE.KEY}, any of the first three empty',
        });
    }
    return {
        ...(app === '' ? {} : { app }),
        ...(stage === '' ? {} : { stage }),
        ...(region === '' ? {} : { region }),
        service,
        path,
    };
}


/***/ }),

/***/ 19877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ lookUpOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91539);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59461);




/**
 * Reads an output: from the stage that the address names, else from the reader's own, else from its base stage. The value
 * is read from the stack itself. What is not there is `found: false` with the error that says where it was looked for
 * and what there is: the reader may have a fallback. Throws E_OUTPUT_ACCOUNT for a stage of another account.
 */
async function lookUpOutput(address, reader, find) {
    const places = placesOf(address, reader);
    for (const place of places) {
        checkAccount(address, place, reader);
        const stack = await find(place, address.service);
        if (stack !== undefined) {
            checkGivenBack(address, place, stack);
            const value = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readOutput */ .ov)(stack.outputs, address.path);
            return value === undefined
                ? { found: false, problem: noOutput(address, place, stack) }
                : { found: true, value, stage: place.stage };
        }
    }
    return { found: false, problem: noDeployment(address, places) };
}
function placesOf(address, reader) {
    const app = address.app ?? reader.app;
    const region = address.region ?? reader.region;
    const wanted = address.stage ?? reader.stage;
    const own = { app, region, stage: wanted, kinds: kindsOf(wanted, reader) };
    const base = address.stage === undefined ? reader.baseStage : undefined;
    return base === undefined ? [own] : [own, { app, region, stage: base, kinds: ['configured'] }];
}
/** Stages of this application say in which account they are. */
function checkAccount(address, { app, stage }, reader) {
    const isOther = app === reader.app && stage !== reader.stage;
    const account = isOther && Object.hasOwn(reader.accounts, stage) ? reader.accounts[stage] : undefined;
    if (account !== undefined && reader.account !== undefined && account !== reader.account) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_ACCOUNT', {
            what: `"${spell(address)}" is of the stage "${stage}" in account ${account}, and this is account ${reader.account}`,
            why: 'a role reads the stacks of its own account alone',
            fix: 'hand the value over as a parameter of the profile',
        });
    }
}
/** An output that CloudFormation gives back with other characters is no fallback's case: somebody has to change it. */
function checkGivenBack(address, { stage }, { lostOutputs = [], name: stack }) {
    const wanted = address.path.join('.');
    const found = lostOutputs
        .map((id) => (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .outputName */ .V)(id))
        .find((name) => name === wanted || name.startsWith(`${wanted}.`));
    if (found !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_TEXT', {
            what: `the output "${found}" of the service "${address.service}" in the stage "${stage}" (stack ${stack}) is not read`,
            why: 'it has characters that are not ASCII, for which CloudFormation gives "?"',
            fix: 'keep to ASCII in it, or do not export it (a text, Fn::Sub and Fn::Join are carried then), or hand the value over as a parameter',
        });
    }
}
function kindsOf(stage, reader) {
    const likeliest = stage === reader.stage ? reader.kind : 'configured';
    const kinds = ['configured', 'preview', 'personal'];
    return stage === reader.stage || Object.hasOwn(reader.accounts, stage)
        ? [likeliest]
        : [likeliest, ...kinds.filter((kind) => kind !== likeliest)];
}
const spell = ({ service, path }) => `${service}.${path.join('.')}`;
function noOutput(address, { stage }, stack) {
    const names = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .outputNamesOf */ .jb)(stack.outputs);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_MISSING', {
        what: `the service "${address.service}" has no output "${address.path.join('.')}" in the stage "${stage}" (stack ${stack.name})`,
        fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(address.path.join('.'), names),
    });
}
function noDeployment(address, places) {
    const [first, second] = places.map(({ app, stage, region }) => `"${stage}" (application ${app}, ${region})`);
    const where = second === undefined ? `not deployed in ${first}` : `deployed neither in ${first} nor in ${second}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_MISSING', {
        what: `"${spell(address)}" cannot be read: the service "${address.service}" is ${where}`,
        fix: 'deploy it there first, or correct the name: it is the value of `service:`',
    });
}


/***/ }),

/***/ 59461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xp: () => (/* binding */ flattenOutputs),
/* harmony export */   jb: () => (/* binding */ outputNamesOf),
/* harmony export */   ov: () => (/* binding */ readOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91539);


/**
 * Takes an `outputs:` map apart: nested mappings and lists become names joined by dots; functions of CloudFormation and
 * scalars are values. Throws E_SERVICE_CONFIG for one that has none, or whose name holds a dot.
 */
function flattenOutputs(outputs, prefix = '') {
    return Object.entries(outputs).flatMap(([key, value]) => {
        const name = prefix + key;
        if (key.includes('.') || key === '') {
            throw wrongOutput(name, 'has a name that cannot be read', 'write it without a dot; nested values are mappings');
        }
        if (typeof value === 'string' || isFunction(value)) {
            return [{ name, value }];
        }
        if (typeof value === 'number' || typeof value === 'boolean') {
            return [{ name, value: String(value) }];
        }
        if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
            throw wrongOutput(name, 'has no value', 'write a text, a number, a mapping or a function of CloudFormation');
        }
        return flattenOutputs(value, `${name}.`);
    });
}
function wrongOutput(name, what, fix) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_CONFIG', { what: `the output "${name}" under "outputs:" ${what}`, fix });
}
function isFunction(value) {
    const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    return keys.length === 1 && /^(Ref|Condition|Fn::.+)$/.test(keys[0] ?? '');
}
/**
 * Reads an output from a stack's outputs (texts by id): the text, or for a nested one the mapping or list that
 * `flattenOutputs` took apart. Undefined where it is not there.
 */
function readOutput(outputs, path) {
    const name = path.join('.');
    const own = Object.hasOwn(outputs, (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputId */ .D)(name)) ? outputs[(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputId */ .D)(name)] : undefined;
    if (own !== undefined) {
        return own;
    }
    const below = Object.entries(outputs).flatMap(([id, value]) => {
        const known = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputName */ .V)(id);
        return known.startsWith(`${name}.`) ? [[known.slice(name.length + 1).split('.'), value]] : [];
    });
    return below.length === 0 ? undefined : assemble(below);
}
function assemble(entries) {
    const groups = new Map();
    for (const [[head = '', ...rest], value] of entries) {
        if (rest.length === 0 && entries.length === 1 && head === '') {
            return value;
        }
        groups.set(head, [...(groups.get(head) ?? []), [rest, value]]);
    }
    const parts = [...groups].map(([key, inner]) => {
        const [only] = inner;
        return [key, only !== undefined && only[0].length === 0 ? only[1] : assemble(inner)];
    });
    const isList = parts.every(([key]) => /^(0|[1-9][0-9]*)$/.test(key) && Number(key) < parts.length);
    return isList ? parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value) : Object.fromEntries(parts);
}
/** Returns the names that a consumer can ask for, sorted. */
function outputNamesOf(outputs) {
    return Object.keys(outputs).map(_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputName */ .V).sort();
}


/***/ }),

/***/ 49819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ completeStack)
/* harmony export */ });
/* harmony import */ var _empty_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62110);

/**
 * Returns a stack that is there and was made whole at least once, undefined for any other: one that was made empty, and not
 * deployed into yet, was not.
 */
function completeStack(stack) {
    const isGone = stack === undefined || /^(DELETE|REVIEW|CREATE_(FAILED|IN)|ROLLBACK)/.test(stack.status);
    return isGone || (0,_empty_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyStack */ .C)(stack) ? undefined : stack;
}


/***/ }),

/***/ 62110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isEmptyStack),
/* harmony export */   R: () => (/* binding */ EMPTY_STACK)
/* harmony export */ });
/** Name of what an empty stack has: a resource, which it needs, and an output. */
const NOTHING_YET = 'NothingYet';
/**
 * The template of a stack that has nothing in it yet, as text. Its resource never fails: it is an address that nobody calls
 * (CloudFormation user guide, AWS::CloudFormation::WaitConditionHandle). Its output is there because osls 4.3 looks for one of
 * its own in the list of a stack that it finds (`s3TransferAcceleration`), and CloudFormation leaves out a list that is empty.
 * The first deploy takes both out.
 */
const EMPTY_STACK = JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Made with termination protection, before the first deploy',
    Resources: { [NOTHING_YET]: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    Outputs: { [NOTHING_YET]: { Value: 'nothing is deployed yet' } },
});
/** Whether a stack was made empty and nothing was deployed into it since, but the bucket for packages perhaps. */
function isEmptyStack({ outputs }) {
    return Object.hasOwn(outputs, NOTHING_YET);
}


/***/ }),

/***/ 67956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deploymentFinder)
/* harmony export */ });
/* harmony import */ var _core_stack_complete_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49819);

/**
 * Builds the way to a service's stack: the one that its record names, else the one with the name and the tag that the
 * Serverless Framework gives it (deployed without this product).
 */
function deploymentFinder(sourcesOf) {
    return async (place, service) => {
        const sources = sourcesOf(place.region);
        for (const kind of place.kinds) {
            const recorded = await sources.recordedStack(place.app, kind, place.stage, service);
            const stack = recorded === undefined ? undefined : await standing(sources, recorded);
            if (stack !== undefined) {
                return stack;
            }
        }
        return unrecorded(sources, place, service);
    };
}
async function unrecorded(sources, { stage }, service) {
    const stack = await standing(sources, `${service}-${stage}`);
    return stack?.stage === stage ? stack : undefined;
}
async function standing(sources, name) {
    return (0,_core_stack_complete_js__WEBPACK_IMPORTED_MODULE_0__/* .completeStack */ .K)(await sources.stack(name));
}


/***/ }),

/***/ 2482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ pThrottle)
/* harmony export */ });
const states = new WeakMap();
const signalThrottleds = new WeakMap(); // AbortSignal -> {throttleds: Set<WeakRef>, listener: Function}

const finalizationRegistry = new FinalizationRegistry(({signalWeakRef, weakReference}) => {
	const signal = signalWeakRef.deref();
	if (!signal) {
		return; // Signal already GC'd
	}

	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			// Remove the abort listener when no throttleds remain
			signal.removeEventListener('abort', registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});

function pThrottle({limit, interval, strict, signal, onDelay, weight}) {
	if (!Number.isFinite(limit)) {
		throw new TypeError('Expected `limit` to be a finite number');
	}

	if (!Number.isFinite(interval)) {
		throw new TypeError('Expected `interval` to be a finite number');
	}

	if (limit < 0) {
		throw new TypeError('Expected `limit` to be >= 0');
	}

	if (interval < 0) {
		throw new TypeError('Expected `interval` to be >= 0');
	}

	if (weight !== undefined && typeof weight !== 'function') {
		throw new TypeError('Expected `weight` to be a function');
	}

	if (weight && interval === 0) {
		throw new TypeError('The `weight` option cannot be used with `interval` of 0');
	}

	// TODO: Uncomment in next major version (breaking change)
	// The combination of strict mode with interval=0 doesn't enforce the limit correctly
	// (minSpacing becomes 0, allowing unlimited calls in the same millisecond).
	// For now, we allow it to avoid breaking existing code, but it should be rejected in v9.
	// if (strict && interval === 0) {
	// 	throw new TypeError('The `strict` option cannot be used with `interval` of 0');
	// }

	const state = {
		queue: new Map(),
		strictTicks: [],
		// Track windowed algorithm state so it can be reset on abort
		currentTick: 0,
		activeWeight: 0,
	};
	const strictCapacity = Math.max(limit, 1);

	// Helper: insert tick maintaining sorted order by time (for weighted strict mode)
	const insertTickSorted = tickRecord => {
		// Optimization: append if it belongs at the end (common case - O(1))
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) {
			state.strictTicks.push(tickRecord);
		} else {
			// Insert at correct position (rare case - O(n))
			const insertIndex = state.strictTicks.findIndex(tick => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};

	function windowedDelay(requestWeight) {
		const now = Date.now();

		if ((now - state.currentTick) > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}

		if (state.activeWeight + requestWeight <= limit) {
			state.activeWeight += requestWeight;
		} else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}

		return state.currentTick - now;
	}

	function weightedDelay(requestWeight, now, ticks) {
		// Check both the requested time and future reservations that would share a window with this call. A smaller call must not steal capacity already reserved for a later, heavier call.
		const findBlockingTick = time => {
			let windowStart = 0;
			let windowWeight = 0;

			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) {
					break;
				}

				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}

				if (windowWeight + requestWeight > limit) {
					return ticks[windowStart];
				}
			}
		};

		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}

		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false,
		};
		insertTickSorted(tickRecord);
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	function strictDelay(requestWeight) {
		const now = Date.now();

		// Clear the queue if there's a significant delay since the last execution
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) {
			state.strictTicks.length = 0;
		}

		// For weighted throttling, use time-based sliding window
		if (weight) {
			// Remove ticks outside the current interval window
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) {
				state.strictTicks.shift();
			}

			return weightedDelay(requestWeight, now, state.strictTicks);
		}

		// For non-weighted throttling, use count-based queue (original algorithm)
		// If the queue is not full (treat limit 0 as capacity 1 for seeding), add the current time and execute immediately
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({time: now, weight: requestWeight});
			return {delay: 0};
		}

		// Calculate next execution time: must be after oldest + interval,
		// AND must be after the most recent to prevent multiple calls bunching up
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		// Add minimum spacing to prevent bunching (except for interval=0)
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;

		// Shift the queue and add a record for the new execution
		state.strictTicks.shift();
		const tickRecord = {time: nextExecutionTime, weight: requestWeight};
		state.strictTicks.push(tickRecord);

		// Calculate the delay for the current execution
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	const getDelay = strict ? strictDelay : windowedDelay;

	return function_ => {
		const throttled = function (...arguments_) {
			if (!throttled.isEnabled) {
				return (async () => function_.apply(this, arguments_))();
			}

			let timeoutId;
			return new Promise((resolve, reject) => {
				// Calculate weight for this call
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}

					// Validate weight
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(new TypeError('Expected `weight` to be a finite non-negative number'));
						return;
					}

					if (requestWeight > limit) {
						reject(new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}

				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : undefined;

				const execute = () => {
					// Revalidate weighted calls at execution time to account for timer drift
					if (tickRecord) {
						const actualTime = Date.now();

						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) {
								state.strictTicks.splice(index, 1);
							}

							const executedTicks = state.strictTicks.filter(tick => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;

							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}

							tickRecord.isExecuted = true;
						} else {
							tickRecord.time = actualTime;
						}
					}

					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}

					state.queue.delete(timeoutId);
				};

				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else {
					execute();
				}
			});
		};

		signal?.throwIfAborted();

		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: new Set(),
					listener: null,
				};

				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) {
							continue;
						}

						const functionState = states.get(function_);
						if (!functionState) {
							continue;
						}

						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}

						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						// Reset windowed state so subsequent calls are not artificially delayed
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}

					signalThrottleds.delete(signal);
				};

				signalThrottleds.set(signal, registration);
				signal.addEventListener('abort', registration.listener, {once: true});
			}

			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference,
			});
		}

		throttled.isEnabled = true;

		Object.defineProperty(throttled, 'queueSize', {
			get() {
				return state.queue.size;
			},
		});

		states.set(throttled, state);

		return throttled;
	};
}


/***/ })

};
