export const id = 2000;
export const ids = [2000];
export const modules = {

/***/ 27972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeExit),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/** Says how a child process ended. */
function describeExit({ code, signal, }) {
    return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}
/** Returns the end of what a program said, where its error is, in one line. */
function lastWords(output) {
    const error = output.lastIndexOf('\nError:\n');
    const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
    const words = (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ') || 'it said nothing';
    const over = words.length - MOST_WORDS;
    return over <= 0 ? words : `${words.slice(0, MOST_WORDS)}… (${over} characters more in the log)`;
}
/** Longest text of a program in an error, in characters. */
const MOST_WORDS = 800;
/**
 * Where in a program, and where a package manager keeps its log: of no use to a reader. The places of a configuration begin with a
 * quote (`at 'provider'`) and stay.
 */
const NOISE = /^\s*at (?!')|A complete log of this run/;


/***/ }),

/***/ 79597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runGraph)
});

;// CONCATENATED MODULE: ./core/graph/schedule.js
/**
 * Schedules tasks on `slots` slots: each starts as soon as what it needs has succeeded (no barrier between levels), a
 * group and a slot are free; where several could, the one with the longest chain of tasks behind it goes first.
 */
function createSchedule(tasks, slots) {
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const dependants = dependantsOf(tasks);
    let urgency = chainsBehind(tasks);
    const order = new Map(tasks.map(({ id }, index) => [id, index]));
    const open = new Map(tasks.map(({ id, after }) => [id, new Set(after)]));
    const running = new Set();
    const busyGroups = new Set();
    const isUrgent = (a, b) => (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0);
    /** Unstarted tasks with nothing left to wait for but a slot and their group. */
    const ready = new Set(tasks.filter(({ after }) => after.length === 0).map(({ id }) => id));
    const drop = (id, because) => {
        const dropped = [];
        const queue = [...(dependants.get(id) ?? [])];
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            if (open.delete(next)) {
                dropped.push({ id: next, because });
                queue.push(...(dependants.get(next) ?? []));
            }
        }
        if (dropped.length > 0) {
            urgency = chainsBehind(tasks.filter((task) => open.has(task.id)));
        }
        return dropped.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    };
    return {
        start() {
            const started = [];
            for (const id of running.size < slots ? [...ready].sort(isUrgent) : []) {
                const group = byId.get(id)?.group;
                if (running.size >= slots) {
                    break;
                }
                if (group !== undefined && busyGroups.has(group)) {
                    continue;
                }
                ready.delete(id);
                open.delete(id);
                running.add(id);
                if (group !== undefined) {
                    busyGroups.add(group);
                }
                started.push(id);
            }
            return started;
        },
        finish(id, ok) {
            if (!running.delete(id)) {
                throw new Error(`the task "${id}" does not run`);
            }
            const group = byId.get(id)?.group;
            if (group !== undefined) {
                busyGroups.delete(group);
            }
            if (!ok) {
                return drop(id, id);
            }
            for (const dependant of dependants.get(id) ?? []) {
                const rest = open.get(dependant);
                rest?.delete(id);
                if (rest?.size === 0) {
                    ready.add(dependant);
                }
            }
            return [];
        },
        get running() {
            return [...running];
        },
        waiting: () => [...open].map(([id, on]) => ({ id, on: [...on] })),
        get done() {
            return running.size === 0 && open.size === 0;
        },
    };
}
function dependantsOf(tasks) {
    const dependants = new Map(tasks.map(({ id }) => [id, []]));
    for (const { id, after } of tasks) {
        for (const before of new Set(after)) {
            const list = dependants.get(before);
            if (list === undefined) {
                throw new Error(`the task "${id}" comes after "${before}", which is none`);
            }
            list.push(id);
        }
    }
    return dependants;
}
/** How many tasks stand behind each, along the longest chain. */
function chainsBehind(tasks) {
    const ids = new Set(tasks.map(({ id }) => id));
    const after = new Map(tasks.map((task) => [task.id, new Set(task.after.filter((before) => ids.has(before)))]));
    const left = new Map(tasks.map(({ id }) => [id, 0]));
    for (const befores of after.values()) {
        for (const before of befores) {
            left.set(before, (left.get(before) ?? 0) + 1);
        }
    }
    const length = new Map(tasks.map(({ id }) => [id, 0]));
    const ends = tasks.filter(({ id }) => left.get(id) === 0).map(({ id }) => id);
    for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
        for (const before of after.get(id) ?? []) {
            length.set(before, Math.max(length.get(before) ?? 0, (length.get(id) ?? 0) + 1));
            const rest = (left.get(before) ?? 0) - 1;
            left.set(before, rest);
            if (rest === 0) {
                ends.push(before);
            }
        }
    }
    return length;
}

;// CONCATENATED MODULE: ./core/graph/run.js

/**
 * Does all tasks on `slots` slots, each as soon as what it needs is done. A rejection of `work` starts nothing more and
 * is passed on when all that runs has ended.
 */
async function runGraph(tasks, slots, hooks) {
    const schedule = createSchedule(tasks, slots);
    const faults = [];
    await new Promise((resolve) => {
        const advance = () => {
            const started = faults.length === 0 ? schedule.start() : [];
            if (started.length > 0) {
                hooks.changed?.(schedule);
            }
            for (const id of started) {
                hooks.work(id).then((ok) => end(id, ok), (fault) => {
                    faults.push(fault);
                    end(id, false);
                });
            }
            if (schedule.done || (faults.length > 0 && schedule.running.length === 0)) {
                resolve();
            }
        };
        const end = (id, ok) => {
            for (const { id: other, because } of schedule.finish(id, ok)) {
                hooks.notStarted(other, because);
            }
            hooks.changed?.(schedule);
            advance();
        };
        advance();
    });
    if (faults.length > 0) {
        throw faults[0];
    }
}


/***/ }),

/***/ 70268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ removalFailure)
/* harmony export */ });
/* harmony import */ var _described_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83801);

/** Makes one error of all that went wrong with stages; undefined where nothing did. */
function removalFailure(stages) {
    return (0,_described_error_js__WEBPACK_IMPORTED_MODULE_0__.joinErrors)(stages.flatMap((stage) => [stage.error ?? [], ...stage.services.map(({ error }) => error ?? [])].flat()));
}


/***/ }),

/***/ 26794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removalTasks)
/* harmony export */ });
/**
 * Returns the removals as tasks, each after those that need it. Records of different runs may need each other in a circle:
 * an edge that would close one is left out, as a removal in any order is better than none.
 */
function removalTasks(deployments) {
    const ids = new Set(deployments.map(({ id }) => id));
    const after = new Map(deployments.map(({ id }) => [id, new Set()]));
    for (const { id, needs } of deployments) {
        for (const needed of needs) {
            if (ids.has(needed) && needed !== id && !reaches(after, id, needed)) {
                after.get(needed)?.add(id);
            }
        }
    }
    return deployments.map(({ id }) => ({ id, after: [...(after.get(id) ?? [])] }));
}
/** Whether `from` comes, at any distance, after `to`. */
function reaches(after, from, to) {
    const queue = [from];
    const seen = new Set(queue);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (next === to) {
            return true;
        }
        for (const before of after.get(next) ?? []) {
            if (!seen.has(before)) {
                seen.add(before);
                queue.push(before);
            }
        }
    }
    return false;
}


/***/ }),

/***/ 57249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ removalStatus),
/* harmony export */   _g: () => (/* binding */ describePlaces),
/* harmony export */   yc: () => (/* binding */ billedStacks)
/* harmony export */ });
/** Spells places for people. */
function describePlaces(looked) {
    return looked.map(({ account, region }) => `account ${account}, region ${region}`).join('; ');
}
/** Sums stages up: one failure fails all. */
function removalStatus(stages) {
    const has = (status) => stages.some((stage) => stage.status === status);
    if (has('failed')) {
        return 'failed';
    }
    if (has('removed')) {
        return 'removed';
    }
    return has('planned') ? 'planned' : has('wanted') ? 'superseded' : 'nothing';
}
/** How many services, and how many of those that serverless 4 deployed lived longer than the ten days that it bills. */
function billedStacks(stages) {
    const paid = stages.flatMap(({ services }) => services).filter(({ cli }) => /^serverless 4\./.test(cli ?? ''));
    return { of: paid.length, pastTenDays: paid.filter(({ days = 0 }) => days > 10).length };
}


/***/ }),

/***/ 44268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29060);


/**
 * Renders an error as a paragraph, behind the key of the service that it is of (empty: of the whole stage), at most so many
 * characters of its message; empty where there is none.
 */
function failureLines(key, error, max = Number.POSITIVE_INFINITY) {
    if (error === undefined) {
        return [];
    }
    const of = key === '' ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(key)}**: `;
    return [`${of}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(error.code)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_1__/* .truncateText */ .E)(error.message, max))}`, ''];
}


/***/ }),

/***/ 32332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ removedStages),
/* harmony export */   dp: () => (/* binding */ renderRemoval),
/* harmony export */   zs: () => (/* binding */ removedServices)
/* harmony export */ });
/* harmony import */ var _removal_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57249);
/* harmony import */ var _failure_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44268);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29060);




const HEADLINES = {
    removed: '🗑️ removed',
    absent: '🗑️ gone already',
    nothing: '✅ nothing to remove',
    planned: '📝 would be removed',
    superseded: '⏭️ superseded',
    wanted: '⏭️ left alone',
    kept: '🔒 not touched',
    failed: '❌ not removed',
    orphaned: '❌ removed but for what is left behind',
    'not-started': '⏸️ not started',
};
/** Renders what a removal came to as the Markdown of the job summary: the receipt of a sweep. */
function renderRemoval(result) {
    const { app, status, stages, more, wanted, looked } = result;
    const billed = (0,_removal_result_js__WEBPACK_IMPORTED_MODULE_2__/* .billedStacks */ .yc)(stages);
    const lines = [
        `## ${HEADLINES[status]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(app)}${result.dryRun ? ' (dry run, nothing was changed)' : ''}`,
        '',
        `Looked in ${(0,_removal_result_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlaces */ ._g)(looked)}.`,
        '',
        ...removedStages(stages),
        ...(more === 0 ? [] : [`⚠️ ${more} more stages would go too; the next run goes on with them.`, '']),
        ...result.unrecorded.map(({ stack, region }) => `⚠️ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stack)} (${region}) looks like a preview's, and no record of this application claims it: not touched.\n`),
        ...(wanted === 0
            ? []
            : [`${wanted === 1 ? '1 stage is wanted, and stays' : `${wanted} stages are wanted, and stay`}.`, '']),
        ...(billed.of === 0
            ? []
            : [
                `Removed stacks: ${billed.of} deployed by serverless 4, ${billed.pastTenDays} of them lived longer than ten days.`,
                '',
            ]),
    ];
    return (0,_truncate_js__WEBPACK_IMPORTED_MODULE_3__/* .truncateSummary */ .X)(`${lines.join('\n')}\n`);
}
/** Renders stages with a table of their services. */
function removedStages(stages) {
    return stages.flatMap((stage) => [
        `### ${HEADLINES[stage.status]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.stage)}`,
        '',
        `${stage.kind} stage${stage.of === '' ? '' : ` of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.of)}`}${stage.reason === '' ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.reason)}`}`,
        '',
        ...(stage.error === undefined ? [] : [`**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.error.code)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(stage.error.message)}`, '']),
        ...removedServices(stage.services),
    ]);
}
/** Renders the services of a removed stage as a table, with what failed below it; empty where there were none. */
function removedServices(services) {
    if (services.length === 0) {
        return [];
    }
    const head = ['| service | status | stack | lived | also removed | left behind |', '|---|---|---|---|---|---|'];
    const errors = services.flatMap(({ key, error }) => (0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .failureLines */ .w)(key, error));
    return [...head, ...services.map(row), '', ...errors];
}
function row(service) {
    const emptied = service.emptied.map(({ bucket, versions }) => versions === undefined ? `contents of ${bucket}` : `${versions} versions in ${bucket}`);
    const gone = [...emptied, ...service.alsoRemoved].map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj).join('<br>');
    const retained = service.retained.map(({ type, physicalId }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(`${type} ${physicalId}`)).join('<br>');
    const why = service.reason === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.reason)}`;
    const days = service.days === undefined ? '–' : `${service.days} days`;
    const stack = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.stack)} (${service.region})`;
    return `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(service.key)} | ${HEADLINES[service.status]}${why} | ${stack} | ${days} | ${gone || '–'} | ${retained || '–'} |`;
}


/***/ }),

/***/ 94807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ findFirstFailure)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23668);

/** Nested stacks are at most so deep here; CloudFormation's own limits end them long before. */
const MAX_DEPTH = 10;
/**
 * Finds what went wrong first with a stack after a time (milliseconds since 1970): down to the resource in the innermost
 * nested stack, and with all importers of an export that is in use.
 */
async function findFirstFailure(stacks, stack, since, depth = 0) {
    const first = (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .firstFailure */ .fx)(await stacks.events(stack, since), since);
    if (first === undefined) {
        return undefined;
    }
    const nested = depth < MAX_DEPTH ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .nestedStackOf */ .VB)(first, stack) : undefined;
    const inner = nested === undefined ? undefined : await findFirstFailure(stacks, nested, since, depth + 1);
    return inner === undefined
        ? withImporters(first, stacks)
        : { ...inner, logicalId: `${first.logicalId}/${inner.logicalId}` };
}
/** An export that others use cannot change: who they are is asked, because the event names one of them at the most. */
async function withImporters(event, stacks) {
    const name = (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .exportInUse */ .xl)(event.reason);
    const importers = name === undefined ? [] : await stacks.importers(name).catch(() => []);
    return importers.length === 0 ? event : { ...event, reason: `${event.reason} (imported by ${importers.join(', ')})` };
}


/***/ }),

/***/ 64825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UY: () => (/* binding */ runBeforeDeploy),
/* harmony export */   vg: () => (/* binding */ runAfterDeploy),
/* harmony export */   vp: () => (/* binding */ runBeforeDestroy)
/* harmony export */ });
/* harmony import */ var _core_child_exit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27972);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49443);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95765);
/* harmony import */ var _core_stack_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47074);





/** Runs the hook before-deploy, if the service has one. Throws E_HOOK_FAILED. */
async function runBeforeDeploy(job, commands, facts, edges) {
    await runHook('before-deploy', commands?.beforeDeploy, job, facts, edges);
}
/**
 * Runs the hook after-deploy and the check `verify` of a service that stands deployed, if it has them. Throws
 * E_HOOK_FAILED, E_VERIFY_FAILED.
 */
async function runAfterDeploy(job, commands, facts, edges) {
    await runHook('after-deploy', commands?.afterDeploy, job, facts, edges);
    const verify = commands?.verify;
    if (verify === undefined) {
        return;
    }
    const { runner, log } = edges;
    log.info(`${job.label}: verify`);
    const result = await runner.verify(job, verify, variablesOf(job, facts));
    log.foreign(`${job.label}: verify`, result.output);
    if (result.code !== 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_VERIFY_FAILED', {
            what: `the service "${job.key}" is deployed in ${facts.region}, and its "verify" failed (${(0,_core_child_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExit */ .K)(result)})`,
            why: (0,_core_child_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .a)(result.output),
            fix: 'mend the service or its check; the next run deploys and checks it again',
        });
    }
}
/**
 * Runs the hook before-destroy, with the role's keys and the facts of the deployment; in an empty folder, as a removal has
 * no checkout. It is left out if the stack is not whole any more. Throws E_HOOK_FAILED: nothing of the service was touched.
 */
async function runBeforeDestroy({ key, stage, stack, command, place: { region, keys } }, { runInEmptyFolder, log }) {
    if (!(0,_core_stack_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isSuccess */ .oJ)(stack.status)) {
        log.info(`${key}: hook before-destroy is left out, the stack is ${stack.status}`);
        return;
    }
    log.info(`${key}: hook before-destroy`);
    const facts = (0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .factVariables */ .uk)({ stage, region, key, outputs: stack.outputs });
    const result = await runInEmptyFolder(command, await keys(), facts);
    log.foreign(`${key}: hook before-destroy`, result.output);
    if (result.code !== 0) {
        throw hookFailed('before-destroy', { key, region }, result);
    }
}
async function runHook(name, command, job, facts, { runner, log }) {
    if (command === undefined) {
        return;
    }
    log.info(`${job.label}: hook ${name}`);
    const result = await runner.hook(job, command, variablesOf(job, facts));
    log.foreign(`${job.label}: hook ${name}`, result.output);
    if (result.code !== 0) {
        throw hookFailed(name, { key: job.key, region: facts.region }, result);
    }
}
/** How things stand when a hook has failed, and what to do, by the hook. */
const AFTER_FAILURE = {
    'before-deploy': {
        stands: 'nothing of it was deployed',
        fix: 'mend the command in serverless-stages.yml or what it runs; the next run does it again',
    },
    'after-deploy': {
        stands: 'its stack is deployed, and stays',
        fix: 'mend the command in serverless-stages.yml or what it runs; the next run does it again',
    },
    'before-destroy': {
        stands: 'nothing of the service was removed',
        fix: 'mend the command in serverless-stages.yml, or take it out; the next removal runs it again',
    },
};
function hookFailed(name, { key, region }, result) {
    const { stands, fix } = AFTER_FAILURE[name];
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_HOOK_FAILED', {
        what: `the hook "${name}" of the service "${key}" in ${region} failed (${(0,_core_child_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .describeExit */ .K)(result)}); ${stands}`,
        why: (0,_core_child_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .a)(result.output),
        fix,
    });
}
function variablesOf({ key }, { run, region, outputs = {} }) {
    const { stage, commit } = run;
    return (0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .factVariables */ .uk)({ stage: stage.name, region, key, outputs, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_4__/* .onlyDefined */ .M)({ commit }) });
}


/***/ }),

/***/ 34427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ whileAllLocked),
/* harmony export */   a: () => (/* binding */ whileLocked)
/* harmony export */ });
/* harmony import */ var _core_ledger_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88063);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);


/** Does a piece of work while this repository's lock of a stage is held. Throws E_STAGE_BUSY, E_LEDGER. */
async function whileLocked(stage, { ledger }, { attempt: own, acquireLock, voice, waitMs }, work) {
    const lock = await acquireLock({
        ledger,
        name: (0,_core_ledger_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .lockName */ .l4)(stage, own.repositoryId),
        holder: holderOf(own),
        onWait: (text) => voice.log.info(text),
        ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ waitMs }),
    });
    try {
        return await work(lock);
    }
    finally {
        await lock
            .release()
            .catch((error) => voice.log.warning(`the stage's lock could not be given back: ${error.message}`));
    }
}
/** Who holds the locks of a run. */
function holderOf({ repository, repositoryId, id, attempt, runner, url, person }) {
    return person === undefined
        ? { kind: 'run', repository, repositoryId, run: id, attempt, runner, url }
        : { kind: 'user', ...person };
}
/** Does the same while the locks of several regions are held, taken one after the other. */
async function whileAllLocked(stage, places, holder, work, held = []) {
    const [place, ...rest] = places;
    return place === undefined
        ? work(held)
        : whileLocked(stage, place, holder, (lock) => whileAllLocked(stage, rest, holder, work, [...held, lock]));
}


/***/ }),

/***/ 16360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gI: () => (/* binding */ removeHeld),
  xL: () => (/* binding */ removeOne),
  X0: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ../node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(89680);
// EXTERNAL MODULE: ./core/ledger/owner.js
var ledger_owner = __webpack_require__(34088);
// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(87055);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/ledger/keys.js
var keys = __webpack_require__(88063);
// EXTERNAL MODULE: ./core/stack/status.js
var stack_status = __webpack_require__(47074);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./core/removal/claim.js






/**
 * Checks that a record says the truth about what it claims before anything is removed by it: the stack's name, ARN, tag
 * STAGE, account and region agree with it, the stage is none that the configuration has, and is its owner's. Throws
 * E_RECORD_MISMATCH.
 */
function checkClaim(parts) {
    const { stage, record } = parts;
    const fault = stageFault(parts) ?? ownerFault(stage, record.owner) ?? arnFault(parts) ?? stackFault(parts);
    if (fault !== undefined) {
        throw mismatch(`${(0,keys/* stagePath */.E6)(stage)}/${record.service} claims the stack ${record.stackName}`, fault);
    }
}
/**
 * Checks the same of a stage, before any of its places is asked or locked: a preview's name is that of its owner's ref, and
 * what was wanted of it names regions that AWS has, or the configuration (`regions`). Throws E_RECORD_MISMATCH.
 */
function checkStageClaim(claim, regions) {
    const error = stageClaimError(claim, regions);
    if (error !== undefined) {
        throw error;
    }
}
/** Returns what `checkStageClaim` throws; undefined where all is well. */
function stageClaimError({ stage, owner, wish }, regions) {
    const whose = owner === undefined ? undefined : ownerFault(stage, owner);
    if (owner !== undefined && whose !== undefined) {
        return mismatch(`below ${(0,keys/* stagePath */.E6)(stage)} claims to be of ${(0,ledger_owner/* describeOwner */.$S)(owner)}`, whose);
    }
    const unknown = wish?.regions.find((region) => !isRegion(region, regions));
    return unknown === undefined
        ? undefined
        : mismatch(`below ${(0,keys/* stagePath */.E6)(stage)}/_repository claims a region`, `AWS has no region "${unknown}"`);
}
/** Whether a region that a record names is one: the ledger's texts become addresses of AWS. */
function isRegion(region, configured) {
    return configured.includes(region) || aws_region/* KNOWN_REGIONS */.Qu.some((known) => known === region);
}
function mismatch(claim, fault) {
    return new errors/* UserError */.yo('E_RECORD_MISMATCH', {
        what: `the record ${claim}, but ${fault}`,
        why: 'nothing of the stage was touched: who removes by a wrong record removes something else',
        fix: 'see who wrote the record (aws ssm get-parameter-history), correct or remove it, and remove what is left by hand',
    });
}
/** Each kind has its owners: a preview the ref that it is named for, a personal stage a person. */
function ownerFault({ kind, name: stage }, owner) {
    switch (kind) {
        case 'configured':
            return undefined;
        case 'personal':
            return owner.kind === 'user'
                ? undefined
                : `"${stage}" is a personal stage, and ${(0,ledger_owner/* describeOwner */.$S)(owner)} no person`;
        case 'preview':
            return owner.kind === 'repository' && owner.ref !== undefined && (0,stage_name/* isNameOfRef */.i)(stage, owner.ref)
                ? undefined
                : `"${stage}" is not the name of a preview of ${(0,ledger_owner/* describeOwner */.$S)(owner)}`;
    }
}
function stageFault({ stage: { kind, name: stage }, configured }) {
    if (kind === 'configured') {
        return undefined;
    }
    if (configured.includes(stage)) {
        return `"${stage}" is a configured stage and no ${kind} one`;
    }
    return kind === 'preview' && !stage_name/* PREVIEW_NAME */.bO.test(stage)
        ? `"${stage}" is not the name of a preview's stage`
        : undefined;
}
/** What the record itself says of its stack. */
function arnFault({ record, account, region }) {
    const ids = [record.completed?.stack, record.removing].filter((id) => id !== undefined);
    return ids.map((id) => placeFault(id, record.stackName, account, region)).find((fault) => fault !== undefined);
}
function stackFault({ stage, record, stack, account, region }) {
    if (stack === undefined) {
        return undefined;
    }
    const place = placeFault(stack.id, record.stackName, account, region);
    if (place !== undefined) {
        return place;
    }
    if (isOther(record, stack)) {
        return `the stack of that name is another one than the one that the record knows (${record.completed?.stack ?? record.removing})`;
    }
    if (stack.stage !== undefined) {
        return stack.stage === stage.name ? undefined : `its tag STAGE is "${stack.stage}"`;
    }
    return (0,stack_status/* isUntaggedChangeSet */.qf)(stack, stage.name) ? undefined : 'it has no tag STAGE';
}
function placeFault(id, name, account, region) {
    const [, , , inRegion, ofAccount, resource = ''] = id.split(':');
    const found = resource.split('/')[1];
    if (ofAccount !== account || inRegion !== region) {
        return `its ARN is of account ${ofAccount}, region ${inRegion}, and the record stands in ${account}, ${region}`;
    }
    return found === name ? undefined : `its ARN is of the stack ${found}`;
}
/** A deploy that was cut off may have made the stack anew; what was completed, or is being removed, is one very stack. */
function isOther({ status, completed, removing }, stack) {
    const isSettled = status === 'deployed' || status === 'removing' || status === 'orphaned';
    const known = completed?.stack ?? removing;
    return isSettled && known !== undefined && known !== stack.id;
}

// EXTERNAL MODULE: ./stage/wanted/preview-now.js
var preview_now = __webpack_require__(85975);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/ledger/wish.js
var wish = __webpack_require__(19432);
;// CONCATENATED MODULE: ./stage/remove/find.js




/**
 * Opens every place that a configuration says its stage's deployments may be in; a region of an account that two roles reach
 * is one place. Throws E_OIDC_PERMISSION, E_ROLE_REFUSED where another role cannot be assumed: nobody may think that nothing
 * is there.
 */
async function openPlaces({ configuration: { profile, elsewhere }, session, placeIn, placesOfRole, }) {
    const known = new Set(profile.regions.map((region) => `${session.account}/${region}`));
    const others = [];
    for (const { role, regions } of elsewhere) {
        const { account } = (0,role_arn/* parseRoleArn */.DM)(role);
        const unknown = regions.filter((region) => !known.has(`${account}/${region}`));
        for (const region of unknown) {
            known.add(`${account}/${region}`);
        }
        if (unknown.length > 0) {
            others.push({ regions: unknown, placeIn: await placesOfRole(role) });
        }
    }
    return [{ regions: profile.regions, placeIn }, ...others];
}
/** Finds this repository's stages of a kind in the ledger; a stage's owner counts, never a computed name. */
async function findStages(places, { app, kind, attempt: { repositoryId }, }) {
    const configured = places.flatMap(({ regions }) => regions);
    const found = await Promise.all(places.map(async ({ regions, placeIn }) => {
        const listed = await Promise.all(regions.map(async (region) => {
            const place = placeIn(region);
            return (await place.ledger.stages({ app, kind })).map((listed) => ({ listed, place }));
        }));
        const stages = groupByOwner(listed.flat(), repositoryId);
        return stages.map((stage) => ({ ...stage, places: allPlaces(stage, placeIn, configured) }));
    }));
    return found.flat();
}
/** Where a stage was found, and where its last run deployed to, although no configuration names that any more. */
function allPlaces({ places, wish }, placeIn, configured) {
    const known = new Set(places.map(({ region }) => region));
    const others = (wish?.regions ?? []).filter((region) => !known.has(region) && isRegion(region, configured));
    return [...places, ...others.map(placeIn)];
}
function groupByOwner(listed, repositoryId) {
    const names = [...new Set(listed.map(({ listed: { stage } }) => stage.name))];
    return names.flatMap((name) => {
        const here = listed.filter(({ listed: { stage } }) => stage.name === name);
        return ownersIn(here, repositoryId).map((owner) => stageOf(here, owner, repositoryId));
    });
}
/** The owners of this repository in one stage; undefined where nothing but its lock, or what cannot be read, is left. */
function ownersIn(here, repositoryId) {
    const wishes = here.flatMap(({ listed: one }) => one.wishes.get(repositoryId)?.owner ?? []);
    const records = here.flatMap(({ listed: one }) => one.records.map(({ owner }) => owner));
    const persons = wishes.filter(({ kind }) => kind === 'user');
    const ours = [...wishes, ...records].filter((owner) => owner.kind === 'repository' && owner.id === repositoryId);
    const owners = [];
    for (const owner of [...persons, ...ours]) {
        if (!owners.some((known) => (0,ledger_owner/* sameOwner */.s0)(known, owner))) {
            owners.push(owner);
        }
    }
    const hasLock = here.some(({ listed: one }) => one.locks.includes(repositoryId));
    return owners.length === 0 && hasLock ? [undefined] : owners;
}
function stageOf(here, owner, repositoryId) {
    const isOwners = (other) => owner !== undefined && (0,ledger_owner/* sameOwner */.s0)(other, owner);
    const wishes = here.flatMap(({ listed: one }) => one.wishes.get(repositoryId) ?? []);
    return {
        stage: here[0].listed.stage,
        owner,
        wish: (0,wish/* newestWish */.g9)(wishes.filter((wish) => isOwners(wish.owner))),
        deployments: here.flatMap(({ listed: one, place }) => one.records.filter((record) => isOwners(record.owner)).map((record) => ({ record, place }))),
        places: here.map(({ place }) => place),
        broken: here.flatMap(({ listed: one }) => one.broken.flatMap(({ error, of }) => (of === undefined || of === repositoryId ? [error] : []))),
        written: Math.max(...here.map(({ listed: one }) => one.written)),
    };
}
/** Reads one owner's part of a stage in some places, as it is now. */
async function readStage(stage, known, places, repositoryId) {
    const listed = await Promise.all(places.map(async (place) => ({ listed: await place.ledger.stage(stage), place })));
    return stageOf(listed, known ?? ownersIn(listed, repositoryId)[0], repositoryId);
}

// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/graph/run.js + 1 modules
var run = __webpack_require__(79597);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/removal/order.js
var order = __webpack_require__(26794);
// EXTERNAL MODULE: ./stage/deploy/service/own-commands.js
var own_commands = __webpack_require__(64825);
// EXTERNAL MODULE: ./stage/hold/locked-stage.js
var locked_stage = __webpack_require__(34427);
// EXTERNAL MODULE: ./stage/run.js
var stage_run = __webpack_require__(46365);
// EXTERNAL MODULE: ./stage/voice.js
var stage_voice = __webpack_require__(47274);
// EXTERNAL MODULE: ./core/stack/before-delete.js
var before_delete = __webpack_require__(97179);
// EXTERNAL MODULE: ./core/stack/explain.js
var explain = __webpack_require__(66169);
// EXTERNAL MODULE: ./stage/say-wait.js
var say_wait = __webpack_require__(61257);
;// CONCATENATED MODULE: ./core/stack/left-outside.js
/** The folder that the CLI makes for each package: milliseconds and the time (osls, generate-artifact-directory-name). */
const PACKAGE_FOLDER = /^\d{13}-\d{4}-\d\d-\d\dT/;
/** What the CLI names by service and stage alone is this stack's own only where the stack has its usual name. */
const hasUsualName = ({ service, stage, stackName }) => stackName === `${service}-${stage}`;
/** Where the packages of a stack are in a bucket that many stages share (serverless 4's, or deploymentBucket): SERVICE/STAGE/. */
function sharedPackages(resources, stack) {
    const found = new Map();
    for (const { Properties } of Object.values(resources).flatMap((resource) => resource ?? [])) {
        const { S3Bucket: bucket, S3Key: key } = Properties?.Code ?? {};
        if (typeof bucket === 'string' && typeof key === 'string' && hasUsualName(stack)) {
            const folder = `/${stack.service}/${stack.stage}/`;
            const at = `/${key}`.indexOf(folder);
            const end = at + folder.length;
            if (at >= 0 && PACKAGE_FOLDER.test(`/${key}`.slice(end))) {
                const prefix = `/${key}`.slice(1, end);
                found.set(`${bucket}/${prefix}`, { bucket, prefix });
            }
        }
    }
    return [...found.values()];
}
/** The repository of images that the CLI makes for a stack, `serverless-SERVICE-STAGE`, outside of it. */
function ownImages(resources, stack) {
    const { service, stage, account, region } = stack;
    const name = `serverless-${service}-${stage}`.toLowerCase().replace(/-+/g, '-').replace(/-$/, '');
    // Right behind this account's registry: a repository with a path, or of another account, is somebody else's.
    const uri = new RegExp(`^${account}\\.dkr\\.ecr\\.${region}\\.[^/]+/${name}[@:]`);
    const uses = Object.values(resources).some((resource) => uri.test(String(resource?.Properties?.Code?.['ImageUri'] ?? '')));
    return uses && hasUsualName(stack) ? [name] : [];
}

// EXTERNAL MODULE: ./core/stack/retained.js
var stack_retained = __webpack_require__(91580);
;// CONCATENATED MODULE: ./core/stack/contents.js


/** Reads what a stack holds from its resources and its template (as text; undefined where it may not be read). */
function stackContents(resources, template, stack) {
    const parsed = (0,stack_retained/* parseTemplate */.QC)(template);
    // What could not be made may have the name of somebody else's.
    const made = resources.filter(({ status, physicalId }) => physicalId !== '' && status !== 'CREATE_FAILED');
    const retained = (0,stack_retained/* retainedResources */.Gn)(made, template);
    const goes = (one) => one.status !== 'DELETE_COMPLETE' && !retained.includes(one);
    const standing = made.filter(goes);
    // One that could not be made has an ARN all the same, which nobody else's has.
    const unremoved = resources.filter(goes);
    const named = (list, type) => list.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
    return withoutKept({
        retained,
        // What the template does not have any more is not known to be deleted either.
        buckets: named(standing.filter(({ logicalId }) => parsed?.[logicalId]?.Type === 'AWS::S3::Bucket'), 'AWS::S3::Bucket'),
        logGroups: parsed === undefined ? [] : logGroupsOf(made, retained, stack),
        nested: named(unremoved, 'AWS::CloudFormation::Stack').filter((id) => id.startsWith('arn:')),
        packages: sharedPackages(parsed ?? {}, stack),
        images: ownImages(parsed ?? {}, stack),
        ownBuckets: named(resources, 'AWS::S3::Bucket'),
        functions: named(resources, 'AWS::Lambda::Function'),
        isKnown: parsed !== undefined,
    });
}
/** Joins what a stack holds with what a nested one does. */
function joinContents(a, b) {
    return withoutKept({
        retained: [...a.retained, ...b.retained],
        buckets: [...a.buckets, ...b.buckets],
        logGroups: [...a.logGroups, ...b.logGroups],
        nested: [...a.nested, ...b.nested],
        packages: [...a.packages, ...b.packages],
        images: [...new Set([...a.images, ...b.images])],
        ownBuckets: [...a.ownBuckets, ...b.ownBuckets],
        functions: [...a.functions, ...b.functions],
        isKnown: a.isKnown && b.isKnown,
    });
}
/** A log group that one stack keeps may be of a function in another; what is in an own bucket goes, or stays, with it. */
function withoutKept(contents) {
    const kept = new Set(contents.retained.map(({ physicalId }) => physicalId));
    return {
        ...contents,
        logGroups: contents.logGroups.filter((name) => !kept.has(name)),
        packages: contents.packages.filter(({ bucket }) => !contents.ownBuckets.includes(bucket)),
    };
}
/**
 * Log groups of the functions that go with a stack. One that is gone already may have left its logs, but its name may be
 * another's by now: it has to hold the stage, as the Serverless Framework names functions. One that stays goes on logging.
 */
function logGroupsOf(made, retained, { stage }) {
    return made
        .filter((one) => one.type === 'AWS::Lambda::Function' && !retained.includes(one))
        .filter(({ status, physicalId }) => status !== 'DELETE_COMPLETE' || physicalId.includes(`-${stage}-`))
        .map(({ physicalId }) => `/aws/lambda/${physicalId}`);
}

;// CONCATENATED MODULE: ./stage/remove/contents.js

/** Nested stacks are at most so deep here; CloudFormation's own limits end them long before. */
const MAX_DEPTH = 10;
/** What a stack holds, its nested stacks with it. */
async function contentsOf(id, stack, place, depth = 0) {
    const [resources, template] = await Promise.all([place.changes.resources(id), place.stacks.template(id)]);
    const own = stackContents(resources, template, stack);
    const nested = depth < MAX_DEPTH ? own.nested : [];
    const inner = await Promise.all(nested.map((one) => contentsOf(one, stack, place, depth + 1)));
    return inner.reduce(joinContents, own);
}
/** What a deployment consists of: its stack, if it stands, and what is left of stacks that its record knows and that are gone. */
async function contentsOfDeployment(standing, stack, { completed, removing }, place) {
    const known = [completed?.stack, removing].filter((id) => id !== undefined && id !== standing?.id);
    const parts = await Promise.all([
        ...(standing === undefined ? [] : [contentsOf(standing.id, stack, place)]),
        ...[...new Set(known)].map((id) => contentsOfGone(stack, id ?? '', place)),
    ]);
    const found = parts.filter((part) => part !== undefined);
    return found.length === 0 ? stackContents([], undefined, stack) : found.reduce(joinContents);
}
/**
 * CloudFormation tells of a stack that is gone for 90 days, by its ARN: what it did not know of may still be there. Undefined if it is
 * another's, or told of no more.
 */
async function contentsOfGone(stack, id, place) {
    const gone = await place.stacks.find(id);
    const isOurs = gone?.status === 'DELETE_COMPLETE' && gone.stage === stack.stage && gone.name === stack.stackName;
    return isOurs ? contentsOf(gone.id, stack, place) : undefined;
}

;// CONCATENATED MODULE: ./stage/remove/check.js






/** Longest time that somebody else's operation is waited for, in milliseconds. */
const BUSY_WAIT_MS = 60 * 60_000;
/** Checks every deployment of a stage by looking alone: claim, state, protection, importers, buckets. Never rejects. */
async function checkStage(found, parts) {
    const looks = await Promise.allSettled(found.deployments.map((one) => lookAt(one, found, parts)));
    const family = familyOf(found.deployments.map((one, index) => {
        const look = looks[index];
        return { ...one, nested: look?.status === 'fulfilled' ? look.value.contents.nested : [] };
    }));
    const importers = await Promise.allSettled(looks.map(async (look) => (look.status === 'fulfilled' ? checkImporters(look.value, family) : [])));
    return found.deployments.map((one, index) => {
        const [look, importedBy] = [looks[index], importers[index]];
        const failed = [look, importedBy].find((result) => result?.status === 'rejected');
        if (failed?.status === 'rejected' || look?.status !== 'fulfilled' || importedBy?.status !== 'fulfilled') {
            return { ok: false, found: one, error: failed.reason };
        }
        return { ok: true, checked: checkedOf(look.value, importedBy.value) };
    });
    function checkedOf(look, importedBy) {
        const recheck = async () => {
            const now = await lookAt(look, found, parts);
            return checkedOf(now, await checkImporters(now, family));
        };
        return { ...look, importedBy, recheck };
    }
}
async function lookAt({ record, place }, found, { configured, waits, say }) {
    const { account, region, stacks } = place;
    const claim = { stage: found.stage, record, account, region, configured };
    const seen = await stacks.find(record.stackName);
    checkClaim({ ...claim, stack: seen });
    const onWait = (0,say_wait/* sayWait */.L)(record.key, place, { say }, record.run.url);
    const isBusy = (0,before_delete/* beforeDelete */.p)(seen?.status) === 'wait';
    const stack = isBusy && waits ? await stacks.settled(record.stackName, BUSY_WAIT_MS, onWait) : seen;
    checkClaim({ ...claim, stack });
    const { service, stackName } = record;
    const named = { service, stage: found.stage.name, stackName, account, region };
    if ((0,before_delete/* beforeDelete */.p)(stack?.status) === 'nothing' || stack === undefined) {
        const contents = await contentsOfDeployment(undefined, named, record, place);
        checkKnown(stackName, contents);
        return { record, place, stack: undefined, contents };
    }
    if ((0,before_delete/* beforeDelete */.p)(stack.status) === 'refuse') {
        throw (0,explain/* explainState */.nH)(stack, region);
    }
    if (stack.isProtected) {
        throw (0,explain/* explainProtection */.f4)(stack, region, 'nothing of the stage was touched');
    }
    const contents = await contentsOfDeployment(stack, named, record, place);
    checkKnown(stackName, contents);
    await checkBuckets(stack, contents, place);
    return { record, place, stack, contents };
}
/** One that could not be looked at belongs to it all the same; its nested stacks are not known. */
function familyOf(deployments) {
    const family = new Map();
    for (const { record, place, nested } of deployments) {
        const names = family.get(place.region) ?? new Map();
        for (const name of [record.stackName, ...nested.map((id) => id.split('/')[1] ?? id)]) {
            names.set(name, record.stackName);
        }
        family.set(place.region, names);
    }
    return family;
}
/** Returns the importers that go with the stage; throws E_STACK_IN_USE for those that stay. */
async function checkImporters({ stack, contents, place }, family) {
    const { stacks, region } = place;
    const inner = await Promise.all(contents.nested.map((id) => stacks.find(id)));
    const exports = stack === undefined ? [] : [stack, ...inner].flatMap((view) => Object.keys(view?.exports ?? {}));
    const lists = await Promise.all(exports.map(async (name) => ({ name, importers: await stacks.importers(name) })));
    const roots = family.get(region);
    const foreign = lists.flatMap(({ name, importers }) => {
        const others = importers.filter((importer) => !roots?.has(importer));
        return others.length === 0 ? [] : [`${name} by ${others.join(', ')}`];
    });
    if (foreign.length > 0) {
        throw new errors/* UserError */.yo('E_STACK_IN_USE', {
            what: `the stack ${stack?.name} exports what other stacks import: ${foreign.join('; ')}`,
            why: 'CloudFormation does not remove such a stack, and nothing of it was touched',
            fix: 'remove those stacks, or their imports, first',
        });
    }
    return [...new Set(lists.flatMap(({ importers }) => importers.flatMap((importer) => roots?.get(importer) ?? [])))];
}
/** Without its template it is not known which buckets are to be kept, and what functions leave behind. */
function checkKnown(stackName, { isKnown, ownBuckets, functions }) {
    if (!isKnown && (ownBuckets.length > 0 || functions.length > 0)) {
        throw new errors/* UserError */.yo('E_AWS_DENIED', {
            what: `the template of the stack ${stackName} may not be read, so it is not known which of its buckets are to be kept, and which log groups its functions leave`,
            fix: 'allow cloudformation:GetTemplate on it to the role',
        });
    }
}
async function checkBuckets(stack, contents, { leftovers }) {
    for (const bucket of contents.buckets) {
        const obstacle = await leftovers.buckets.obstacle(bucket);
        if (obstacle !== undefined) {
            throw new errors/* UserError */.yo('E_BUCKET_NOT_EMPTY', {
                what: `the bucket ${bucket} of the stack ${stack.name} cannot be emptied: ${obstacle}`,
                why: 'nothing of the stage was touched',
                fix: 'empty it by hand, with who may, and run again',
            });
        }
    }
}

// EXTERNAL MODULE: ./core/profile/session-policy.js
var session_policy = __webpack_require__(13246);
// EXTERNAL MODULE: ./core/stack/first-failure.js
var first_failure = __webpack_require__(94807);
// EXTERNAL MODULE: ./core/stack/wait.js
var wait = __webpack_require__(8041);
;// CONCATENATED MODULE: ./stage/remove/remove-leftovers.js

/**
 * Removes what the stack did not know of, and returns why some of it could not be: that is reported as retained, and the stack
 * itself is gone.
 */
async function removeLeftovers({ record, place, contents }, done, { log, keeps }) {
    const failed = [];
    const attempt = async (what, type, physicalId, remove) => {
        try {
            if (await remove()) {
                done.alsoRemoved.push(`${what} ${physicalId}`);
            }
        }
        catch (error) {
            failed.push({ physicalId, why: error.message });
            log.warning(`${record.key}: ${error.message}`);
            done.retained.push({ logicalId: '', type, physicalId });
        }
    };
    const { leftovers } = place;
    const isKept = (name) => keeps.has(name) || done.retained.some(({ physicalId }) => physicalId === name);
    for (const name of contents.logGroups.filter((each) => !isKept(each))) {
        await attempt('log group', 'AWS::Logs::LogGroup', name, () => leftovers.removeLogGroup(name));
    }
    for (const name of contents.images) {
        await attempt('images', 'AWS::ECR::Repository', name, () => leftovers.removeImages(name));
    }
    for (const { bucket, prefix } of contents.packages) {
        const remove = async () => (await leftovers.buckets.empty(bucket, prefix)) > 0;
        await attempt('packages', 'AWS::S3::Object', `s3://${bucket}/${prefix}`, remove);
    }
    return failed;
}
/** Says what is left of a deployment whose stack is gone: the next run tries again. */
function explainLeftovers(key, left) {
    return new errors/* UserError */.yo('E_DESTROY_FAILED', {
        what: `the stack of "${key}" is gone, and this stayed: ${left.map(({ physicalId }) => physicalId).join(', ')}`,
        why: left[0]?.why ?? '',
        fix: 'mend the cause and run again: the ledger keeps the record as orphaned until then',
    });
}

// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
;// CONCATENATED MODULE: ./stage/remove/removed-service.js


const DAY_MS = 24 * 60 * 60_000;
/** What a row says of a deployment before anything has come of it; `now` in milliseconds since 1970. */
function removedService({ record, place, stack }, now) {
    const created = stack === undefined ? Number.NaN : Date.parse(stack.created);
    return {
        service: record.service,
        key: record.key,
        account: place.account,
        region: place.region,
        stack: record.stackName,
        ...(Number.isNaN(created) ? {} : { days: Math.round((Math.max(0, now - created) / DAY_MS) * 10) / 10 }),
        ...(0,only_defined/* onlyDefined */.M)({ cli: record.cli }),
        emptied: [],
        alsoRemoved: [],
        retained: [],
        seconds: 0,
    };
}
/** One deployment's row where another's, or its own, check failed. */
function keptService(check) {
    if (check.ok) {
        const { checked } = check;
        return {
            ...removedService(checked, checked.place.ledger.now()),
            status: 'kept',
            reason: 'the check of another service failed',
        };
    }
    return {
        ...removedService(check.found, check.found.place.ledger.now()),
        status: 'kept',
        error: (0,described_error.describeError)(check.error),
    };
}
/** One deployment's row where nothing is to be changed: what would be done. */
async function plannedRemoval(checked) {
    const { contents, stack, place } = checked;
    const hasLogs = await Promise.all(contents.logGroups.map((name) => place.leftovers.hasLogGroup(name)));
    const names = [
        ...contents.logGroups.filter((_, index) => hasLogs[index]).map((name) => `log group ${name}`),
        ...contents.images.map((name) => `images ${name}`),
        ...contents.packages.map(({ bucket, prefix }) => `packages s3://${bucket}/${prefix}`),
    ];
    return {
        ...removedService(checked, checked.place.ledger.now()),
        status: stack === undefined ? 'absent' : 'planned',
        emptied: contents.buckets.map((bucket) => ({ bucket })),
        alsoRemoved: names,
        retained: contents.retained.map(({ logicalId, type, physicalId }) => ({ logicalId, type, physicalId })),
    };
}

;// CONCATENATED MODULE: ./stage/remove/remove-deployment.js












/** How often a removal is tried that CloudFormation ends with DELETE_FAILED. */
const ATTEMPTS = 3;
/** How long CloudFormation's own dust settles before the next attempt, in milliseconds. */
const PAUSE_MS = 5000;
/** Removes one checked deployment, its record last, and returns what came of it. Never rejects. */
async function removeDeployment(checked, parts) {
    const { record, place } = checked;
    const { voice, cancellation } = parts;
    const start = voice.clock();
    const done = { emptied: [], alsoRemoved: [], retained: [] };
    const finish = (rest) => ({
        ...removedService(checked, place.ledger.now()),
        ...done,
        seconds: Math.round((voice.clock() - start) / 100) / 10,
        ...rest,
    });
    /** The stack whose removal was begun. */
    let begun;
    let { ledger } = place;
    try {
        const found = await checked.recheck();
        await parts.checkHeld();
        if (found.stack !== undefined) {
            await parts.beforeDestroy(found, found.stack);
        }
        const one = await inOwnSession(found, parts);
        ledger = one.place.ledger;
        if (one.stack !== undefined) {
            begun = one.stack;
            await ledger.writeRecord(parts.stage, recordOf(record, 'removing', begun, parts.run));
            await removeStack(one, begun, done, parts);
            await parts.checkHeld();
        }
        const failed = await removeLeftovers(one, done, { keeps: parts.keeps, log: voice.log });
        await cancellation.unlessCancelled();
        if (failed.length > 0) {
            await ledger.writeRecord(parts.stage, recordOf(record, 'orphaned', begun, parts.run));
            return finish({ status: 'orphaned', error: (0,described_error.describeError)(explainLeftovers(record.key, failed)) });
        }
        await parts.checkHeld();
        await ledger.remove((0,keys/* recordName */.xD)(parts.stage, record.service));
        return finish({ status: checked.stack === undefined ? 'absent' : 'removed' });
    }
    catch (error) {
        await cancellation.unlessCancelled();
        // Without the lock the record is another run's by now.
        if (begun !== undefined && !(error instanceof errors/* UserError */.yo && error.code === 'E_STAGE_BUSY')) {
            const orphan = recordOf(record, 'orphaned', begun, parts.run);
            await ledger.writeRecord(parts.stage, orphan).catch((fault) => voice.log.warning(fault.message));
        }
        voice.log.debug((0,described_error.stackTrace)(error));
        return finish({ status: 'failed', error: (0,described_error.describeError)(error) });
    }
}
/**
 * The deployment in a session of its own, which may change nothing else: a guard against our own mistakes. If AWS gives none,
 * the run goes on with the session that it has.
 */
async function inOwnSession(one, { stage, voice: { log }, cancellation }) {
    const { record, stack, contents, place } = one;
    const policies = (0,session_policy/* removalPolicies */.l_)(stage, {
        stackName: record.stackName,
        stacks: [...(stack === undefined ? [] : [stack.id]), ...contents.nested],
        buckets: contents.buckets,
        packages: contents.packages,
    });
    let refusal;
    for (const policy of policies) {
        try {
            return { ...one, place: await place.narrowed(policy) };
        }
        catch (error) {
            refusal = error;
            if (!(error instanceof errors/* UserError */.yo) || error.code !== 'E_NAME_TOO_LONG') {
                break;
            }
        }
    }
    await cancellation.unlessCancelled();
    log.warning(`${record.key}: removed with the rights of the whole removal, because AWS gave no narrower session: ${(0,described_error.describeError)(refusal).message}`);
    return one;
}
/** The record of a removal that was begun: from here on it is of this very stack. */
function recordOf(record, status, stack, run) {
    const { completed } = record;
    if (stack === undefined) {
        return { ...record, run, status };
    }
    const now = completed === undefined ? { removing: stack.id } : { completed: { ...completed, stack: stack.id } };
    return { ...record, run, status, ...now };
}
async function removeStack(one, stack, done, parts) {
    const { record, place, contents } = one;
    const { voice, cancellation } = parts;
    const forget = cancellation.onCancel(() => voice.log.warning(`cancelled while ${record.key} was removed: CloudFormation goes on with its stack ${stack.name}; look at ${(0,stack_status/* consoleUrl */.B9)(stack.id)}, and run again when it is done`));
    try {
        for (let attempt = 1;; attempt++) {
            const current = attempt === 1 ? one : { ...(await one.recheck()), place };
            if (current.stack === undefined) {
                break;
            }
            const { after, since } = await deleteOnce(current, current.stack, done, { ...parts, isFirst: attempt === 1 });
            if (after === undefined) {
                break;
            }
            const first = await (0,first_failure/* findFirstFailure */.m)(place.stacks, stack.id, since);
            if (attempt === ATTEMPTS || !after.status.startsWith('DELETE_')) {
                throw (0,explain/* explainRemoval */.iE)(record.key, after, first, place.region);
            }
            const why = first === undefined ? (after.reason ?? '') : `${first.logicalId} (${first.type}): ${first.reason}`;
            voice.say(`${record.key}: ${stack.name} is ${after.status}, tried again: ${why}`);
            await voice.pause(PAUSE_MS * attempt);
        }
        const skipped = (await place.changes.resources(stack.id)).filter(({ status }) => status === 'DELETE_SKIPPED');
        done.retained.push(...distinct([...contents.retained, ...skipped]));
    }
    finally {
        forget();
    }
}
/** Empties the buckets and deletes the stack once; a deletion that is under way already is only waited for. */
async function deleteOnce({ record, place, contents }, stack, done, { voice: { log, say }, checkHeld, isFirst }) {
    const onWait = (0,say_wait/* sayWait */.L)(record.key, place, { say });
    if (isFirst && (0,before_delete/* beforeDelete */.p)(stack.status) === 'await') {
        log.info(`${record.key}: the stack ${stack.name} is deleted already, and waited for`);
        const after = await place.stacks.settled(stack.id, wait/* LONG_WAIT_MS */.M, onWait);
        return { after: (0,before_delete/* beforeDelete */.p)(after?.status) === 'nothing' ? undefined : after, since: 0 };
    }
    await checkHeld();
    await emptyBuckets(contents.buckets, place, done);
    const since = (await place.stacks.newestEvent(stack.id))?.time ?? 0;
    log.info(`${record.key}: deleting the stack ${stack.name}`);
    return { after: await place.changes.remove(stack.id, onWait), since };
}
async function emptyBuckets(buckets, { leftovers }, done) {
    for (const bucket of buckets) {
        const versions = await leftovers.buckets.empty(bucket, '');
        if (versions > 0) {
            done.emptied.push({ bucket, versions });
        }
    }
}
function distinct(resources) {
    const byId = new Map(resources.map(({ logicalId, type, physicalId }) => [physicalId, { logicalId, type, physicalId }]));
    return [...byId.values()];
}

;// CONCATENATED MODULE: ./stage/remove/remove-stage.js
















/**
 * Removes a stage of the ledger, all or nothing where a check fails: takes its lock, asks whether it is still to go, checks
 * every deployment, removes those that need others first, then their records, what the repository wanted, and the lock.
 * Never rejects.
 */
async function removeStage(found, parts) {
    const { log } = parts.voice;
    try {
        checkStageClaim(found, regionsOf(parts.configuration));
        const work = (locks) => removeHeldStage(found, { ...parts, locks });
        return parts.dryRun ? await work([]) : await (0,locked_stage/* whileAllLocked */.F)(found.stage, lockPlaces(found, parts), parts, work);
    }
    catch (error) {
        if (parts.waitMs !== undefined && error instanceof errors/* UserError */.yo && error.code === 'E_STAGE_BUSY') {
            log.warning(`${found.stage.name}: left to the next run: ${error.message}`);
            return { ...headOf(found), status: 'wanted', reason: 'another run is at it', services: [] };
        }
        log.debug((0,described_error.stackTrace)(error));
        return { ...headOf(found), status: 'failed', reason: '', services: [], error: (0,described_error.describeError)(error) };
    }
}
/** Every region that a configuration names for what is removed. */
const regionsOf = ({ profile, elsewhere }) => [
    ...profile.regions,
    ...elsewhere.flatMap(({ regions }) => regions),
];
/**
 * Where the lock may be: a run puts it into the first region of its profile by the alphabet, and a profile may have gained or
 * lost regions since. In one order, so that no two runs wait for each other.
 */
function lockPlaces({ wish, places }, { configuration, placeIn, session }) {
    const [first] = places;
    const isOwnAccount = first?.account === session.account;
    const own = isOwnAccount ? configuration.profile.regions : [];
    const regions = [...new Set([...(wish?.regions ?? places.map(({ region }) => region)), ...own])].sort();
    return regions.flatMap((region) => places.find((place) => place.region === region) ?? (isOwnAccount ? [placeIn(region)] : []));
}
const headOf = ({ stage: { name: stage, kind }, owner }) => ({
    stage,
    kind,
    of: owner === undefined ? '' : owner.kind === 'user' ? owner.user : (owner.ref ?? (0,ledger_owner/* describeOwner */.$S)(owner)),
});
/** Does the same where the run holds the stage's lock already. Throws E_GITHUB, E_AWS_DENIED and its kin. */
async function removeHeldStage(before, parts) {
    const { configuration, dryRun, verdict, locks, voice } = parts;
    const { log } = voice;
    const found = await readStage(before.stage, before.owner, before.places, parts.attempt.repositoryId);
    checkStageClaim(found, regionsOf(configuration));
    const { remove, reason } = await verdict(found);
    const head = { ...headOf(found), reason };
    if (!remove) {
        log.info(`${found.stage.name}: left alone: ${reason}`);
        return { ...head, status: 'wanted', services: [] };
    }
    if (found.broken[0] !== undefined) {
        throw found.broken[0];
    }
    log.info(`${found.stage.name}: ${dryRun ? 'would be removed' : 'removing'}: ${reason}`);
    const { configured } = configuration;
    const checks = await checkStage(found, {
        configured: found.stage.kind === 'configured' ? [] : configured,
        waits: !dryRun,
        say: voice.say,
    });
    if (checks.some(({ ok }) => !ok)) {
        return { ...head, status: 'failed', services: checks.map(keptService) };
    }
    const checked = checks.flatMap((check) => (check.ok ? [check.checked] : []));
    if (dryRun) {
        return { ...head, status: 'planned', services: await Promise.all(checked.map(plannedRemoval)) };
    }
    const checkHeld = async () => {
        await Promise.all(locks.map((lock) => lock.check()));
    };
    const services = await removeInOrder(found, checked, { ...parts, checkHeld });
    const isGone = services.every(({ status }) => status === 'removed' || status === 'absent');
    if (isGone) {
        await checkHeld();
        await forget(found, parts.attempt.repositoryId);
        await Promise.all(locks.map((lock) => lock.discard()));
    }
    return { ...head, status: isGone ? 'removed' : 'failed', services };
}
const idOf = ({ place: { region } }, service) => `${service}@${region}`;
/** Removes deployments in the reverse order of their dependencies, several at once. */
async function removeInOrder(found, checked, { configuration, attempt, runInEmptyFolder, voice, cancellation, concurrency, checkHeld, }) {
    const byId = new Map(checked.map((one) => [idOf(one, one.record.service), one]));
    const rows = new Map();
    const needsOf = (one) => {
        const imported = checked.filter((other) => other.place.region === one.place.region && other.importedBy.includes(one.record.stackName));
        return [
            ...one.record.needs.map((service) => idOf(one, service)),
            ...imported.map((other) => idOf(other, other.record.service)),
        ];
    };
    const tasks = (0,order/* removalTasks */.n)([...byId].map(([id, one]) => ({ id, needs: needsOf(one) })));
    const keeps = new Set(checked.flatMap(({ contents }) => contents.retained.map(({ physicalId }) => physicalId)));
    await (0,run/* runGraph */.C)(tasks, concurrency, {
        async work(task) {
            const own = (0,stage_voice/* keptVoice */.j)(voice);
            const one = byId.get(task);
            const beforeDestroy = beforeDestroyOf(found, configuration, { runInEmptyFolder, log: own.log });
            const about = { stage: found.stage, run: (0,stage_run/* recordedRun */.i)(attempt), keeps };
            const row = await removeDeployment(one, { ...about, beforeDestroy, checkHeld, voice: own, cancellation });
            rows.set(task, row);
            own.flush(`${row.key}: ${row.status} in ${row.seconds} s`);
            return row.status !== 'failed';
        },
        notStarted(task, because) {
            const one = byId.get(task);
            const reason = `not removed, because ${byId.get(because)?.record.key} failed`;
            rows.set(task, { ...removedService(one, one.place.ledger.now()), status: 'not-started', reason });
            voice.log.info(`${one.record.key}: ${reason}`);
        },
    });
    return [...byId.keys()].flatMap((task) => rows.get(task) ?? []);
}
/** The way to the hooks before-destroy, as the configuration that decides about the removal has them. */
function beforeDestroyOf({ stage: { name: stage } }, { services }, edges) {
    return async ({ record: { key }, place }, stack) => {
        const command = services === undefined ? undefined : (0,own_value/* ownValue */.e)(services, key)?.commands?.beforeDestroy;
        if (command !== undefined) {
            await (0,own_commands/* runBeforeDestroy */.vp)({ key, stage, stack, command, place }, edges);
        }
    };
}
/** Removes what the repository wanted in a stage that is gone. */
async function forget({ stage, places }, repositoryId) {
    await Promise.all(places.map(({ ledger }) => ledger.remove((0,keys/* wishName */.F)(stage, repositoryId))));
}

;// CONCATENATED MODULE: ./core/removal/unrecorded.js

/** Returns the stacks that are named as the Serverless Framework names a preview's (SERVICE-STAGE), and that no record claims. */
function unrecordedStacks({ stacks, services, recorded, stage }) {
    const unclaimed = stacks.filter((name) => !recorded.has(name));
    if (stage !== undefined) {
        // The hash at its end is no other stage's.
        return unclaimed.filter((name) => name.endsWith(`-${stage}`));
    }
    const isPreviews = (name, service) => name.startsWith(`${service}-`) && stage_name/* PREVIEW_NAME */.bO.test(name.slice(service.length + 1));
    return unclaimed.filter((name) => [...services].some((service) => isPreviews(name, service)));
}

;// CONCATENATED MODULE: ./stage/remove/unrecorded.js

/**
 * Finds stacks that look like previews' of an application (of one stage, where one is given), and that no record claims.
 * Where that cannot be asked, `warn` is told and nothing is found.
 */
async function findUnrecorded(places, app, stage, warn) {
    const place = places.flatMap(({ regions, placeIn }) => regions.map(placeIn));
    const found = await Promise.all(place.map((one) => inRegion(one, app, stage).catch((error) => {
        warn(`it could not be looked for stacks without a record in ${one.account}, ${one.region}: ${error.message}`);
        return [];
    })));
    return found.flat();
}
async function inRegion({ ledger, stacks, account, region }, app, stage) {
    const kinds = ['preview', 'configured'];
    const [listed, names] = await Promise.all([
        Promise.all(kinds.map((kind) => ledger.stages({ app, kind }))),
        stacks.names(),
    ]);
    const records = listed.flat().flatMap((one) => one.records);
    const services = new Set(records.map(({ service }) => service));
    const recorded = new Set(records.map(({ stackName }) => stackName));
    return unrecordedStacks({ stacks: names, services, recorded, stage }).map((stack) => ({ stack, account, region }));
}

// EXTERNAL MODULE: ./core/preview/preview-of-ref.js
var preview_of_ref = __webpack_require__(33762);
// EXTERNAL MODULE: ./core/preview/preview.js
var preview = __webpack_require__(41510);
;// CONCATENATED MODULE: ./core/removal/sweep.js

/**
 * Decides whether the sweep removes a stage: a preview that GitHub says is not wanted, or that nobody has deployed for too
 * long and no label keeps; a personal stage by its expiry alone.
 */
function sweepVerdict(facts) {
    const { expires, now } = facts;
    const day = expires?.slice(0, 10);
    const hasExpired = expires !== undefined && Date.parse(expires) <= now;
    if (facts.kind === 'personal') {
        return hasExpired
            ? { remove: true, reason: `it expired on ${day}` }
            : { remove: false, reason: expires === undefined ? 'it never expires' : `it expires on ${day}` };
    }
    const { decision, labels } = facts;
    if (decision.decision === 'destroy') {
        return { remove: true, reason: decision.reason };
    }
    if (!hasExpired) {
        return { remove: false, reason: decision.reason };
    }
    return labels.includes(preview/* KEEP_LABEL */.hW)
        ? { remove: false, reason: `it expired on ${day}, and the label ${preview/* KEEP_LABEL */.hW} keeps it` }
        : { remove: true, reason: `it expired on ${day}: nobody deployed it for so long (the next push deploys it anew)` };
}

// EXTERNAL MODULE: ./core/stage/decision.js
var decision = __webpack_require__(4660);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(66113);
;// CONCATENATED MODULE: ./stage/remove/verdict.js





const NOTHING_LEFT = {
    remove: true,
    reason: 'nothing is left of it but what the ledger kept for the next run',
};
/** The ref of a preview's owner; undefined where its owner has none. */
const refOf = ({ owner }) => (owner?.kind === 'repository' ? owner.ref : undefined);
/** A preview goes when GitHub says now that it is not wanted. */
function closedVerdict(sources) {
    return async (found) => {
        const ref = refOf(found);
        if (ref === undefined) {
            return found.owner === undefined ? NOTHING_LEFT : { remove: false, reason: 'its owner has no ref' };
        }
        const { decision, head, pullRequests = [] } = await (0,preview_now/* previewOfRef */.zi)(ref, sources);
        const remove = decision.decision === 'destroy';
        return leftIfOpen({ remove, reason: decision.reason }, found, { ref, pullRequests, head }, sources);
    };
}
/** The verdict, or, if a preview is to go whose pull request is open all the same, that it stays. */
async function leftIfOpen(verdict, found, listed, sources) {
    const reason = verdict.remove ? await openAllTheSame(found, listed, sources) : undefined;
    return reason === undefined ? verdict : { remove: false, reason };
}
/**
 * Returns why a preview stays although the list of open pull requests has none of its branch: one of those that it was deployed
 * for, asked for by its number, is open, or one that GitHub relates to the branch's head. A list that GitHub answers empty by
 * mistake takes no preview; undefined if it may go.
 */
async function openAllTheSame({ wish }, { ref, pullRequests, head }, { github }) {
    if (pullRequests.length > 0 || (0,stage_ref/* pullRequestOfRef */.Fj)(ref) !== undefined) {
        return undefined;
    }
    const branch = (0,stage_ref/* branchOfRef */.V4)(ref);
    const [repository, known, ofHead] = await Promise.all([
        github.repository(),
        Promise.all((wish?.pullRequests ?? []).map((number) => github.pullRequest(number))),
        head === undefined ? [] : github.pullRequestsOfCommit(head),
    ]);
    const open = [...known, ...ofHead].find((pull) => pull?.open === true && pull.headBranch === branch && pull.headRepositoryId === repository.id);
    return open === undefined
        ? undefined
        : `GitHub lists no open pull request of "${branch}", but says that #${open.number} of it is open`;
}
/** A stage goes in the sweep when it is not wanted, or has expired; GitHub is asked about this one. */
function expiredVerdict(sources) {
    return async (found) => {
        const ref = refOf(found);
        if (found.stage.kind !== 'preview' || ref === undefined) {
            return verdictWithoutRef(found);
        }
        const { decision, head, pullRequests = [] } = await (0,preview_now/* previewOfRef */.zi)(ref, sources);
        const verdict = verdictByDecision(found, decision, pullRequests);
        // One that has expired goes, open or not.
        const isUnwanted = decision.decision === 'destroy';
        return isUnwanted ? leftIfOpen(verdict, found, { ref, pullRequests, head }, sources) : verdict;
    };
}
/** The same for very many stages, with few questions to GitHub: by the default branch's configuration alone. */
async function manyExpiredVerdict({ github, configs }) {
    const repository = await github.repository();
    const [config, open, branches] = await Promise.all([
        configs.ofBranch(repository.defaultBranch),
        github.allOpenPullRequests(),
        github.branches(),
    ]);
    return async (found) => {
        const ref = refOf(found);
        if (found.stage.kind !== 'preview' || ref === undefined) {
            return verdictWithoutRef(found);
        }
        const number = (0,stage_ref/* pullRequestOfRef */.Fj)(ref);
        const pull = number === undefined
            ? undefined
            : (open.find((one) => one.number === number) ?? (await github.pullRequest(number)));
        if (number !== undefined && pull === undefined) {
            return verdictByDecision(found, (0,decision/* skip */.i)(`GitHub knows no pull request #${number}`), []);
        }
        const facts = { config, repository, pulls: (0,preview_of_ref/* pullRequestsOfRef */.i3)(ref, repository, open), branches };
        return verdictByDecision(found, decideByFacts(ref, pull, facts), facts.pulls);
    };
}
function decideByFacts(ref, pull, { config, repository, pulls, branches }) {
    const name = pull?.headBranch ?? (0,stage_ref/* branchOfRef */.V4)(ref);
    const branch = { name, headSha: branches.get(name), pullRequests: pulls };
    return pull === undefined
        ? (0,preview_of_ref/* decidePreviewOfBranch */.aF)(config, repository, branch)
        : (0,preview_of_ref/* decidePreviewOfPullRequest */.QE)(config, repository, branch, pull);
}
/** AWS's time where the stage is, in milliseconds since 1970. */
const nowOf = (places) => places[0]?.ledger.now() ?? Date.now();
function verdictByDecision({ wish, places }, decision, pulls) {
    const labels = pulls.flatMap((pull) => pull.labels);
    return sweepVerdict({ kind: 'preview', expires: wish?.expires, now: nowOf(places), decision, labels });
}
/** What GitHub has no word about: personal stages, and what has no owner any more. */
function verdictWithoutRef({ stage, owner, wish, places }) {
    if (owner === undefined) {
        return NOTHING_LEFT;
    }
    return stage.kind === 'personal'
        ? sweepVerdict({ kind: 'personal', expires: wish?.expires, now: nowOf(places) })
        : { remove: false, reason: 'its owner has no ref' };
}

;// CONCATENATED MODULE: ./stage/remove/remove.js









/** How long the sweep waits for a run that is at a stage, in milliseconds: the next night comes. */
const SWEEP_WAIT_MS = 2 * 60_000;
/** How many stages the sweep removes at the same time. */
const STAGES_AT_ONCE = 4;
/**
 * Removes this repository's stages that are not wanted any more, or have expired, the oldest first and at most `limit`:
 * previews, or with the configuration of a configured stage the personal ones of its profile. Throws E_GITHUB, and removes
 * nothing, where GitHub cannot say what is wanted of each.
 */
async function sweep(parts) {
    const { configuration, voice: { log }, } = parts;
    const places = await openPlaces(parts);
    const kind = configuration.stage.kind === 'configured' ? 'personal' : 'preview';
    const all = await findStages(places, { ...parts, app: configuration.app, kind });
    const isForged = (found) => stageClaimError(found, regionsOf(configuration)) !== undefined;
    const forged = all.filter(isForged);
    const genuine = all.filter((found) => !isForged(found));
    const sources = { ...parts, configs: (0,preview_now/* rememberConfigs */.NW)(parts.configs) };
    const verdict = kind === 'preview' ? await manyExpiredVerdict(sources) : expiredVerdict(sources);
    const asked = [];
    for (const found of genuine) {
        asked.push({ found, verdict: await verdict(found) });
    }
    const going = asked
        .filter((one) => one.verdict.remove)
        .map(({ found }) => found)
        .sort((a, b) => a.written - b.written);
    for (const { found, verdict: kept } of asked.filter((one) => !one.verdict.remove)) {
        log.info(`${found.stage.name}: stays: ${kept.reason}`);
    }
    const limit = (0,p_limit/* default */.A)(STAGES_AT_ONCE);
    const chosen = going.slice(0, parts.limit);
    const again = expiredVerdict(sources);
    // A stage that is not what it claims to be is told of, wanted or not, and takes nobody's place.
    const stages = await Promise.all(oneByOne([...chosen, ...forged]).map((group) => limit(async () => {
        const rows = [];
        for (const one of group) {
            rows.push(await removeStage(one, { ...parts, verdict: again, waitMs: SWEEP_WAIT_MS }));
        }
        return rows;
    })));
    return {
        stages: stages.flat(),
        more: going.length - chosen.length,
        wanted: asked.length - going.length,
        looked: places.flatMap(lookedAt),
        unrecorded: kind === 'preview' ? await findUnrecorded(places, configuration.app, undefined, log.warning) : [],
    };
}
/** Groups stages that share a lock, several owners' of one stage: this run would hold it twice at the same time. */
function oneByOne(stages) {
    const groups = new Map();
    for (const one of stages) {
        const key = `${one.places[0]?.account}/${one.stage.name}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()];
}
/** Removes the one stage that the configuration is of. Throws E_STACK_FOREIGN for another person's, E_GITHUB and its kin. */
async function removeOne(parts) {
    const { configuration, ref, attempt, voice: { log }, } = parts;
    const { kind, name } = configuration.stage;
    const places = await openPlaces(parts);
    // Nothing but a lock has no owner any more: a removal that was cut off at its very end.
    const isMeant = ({ stage, owner }) => {
        if (kind !== 'preview') {
            return stage.name === name;
        }
        return owner === undefined ? (0,stage_name/* isNameOfRef */.i)(stage.name, ref) : owner.kind === 'repository' && owner.ref === ref;
    };
    const found = (await findStages(places, { ...parts, app: configuration.app, kind })).filter(isMeant);
    for (const { owner } of kind === 'personal' ? found : []) {
        if (owner !== undefined) {
            (0,ledger_owner/* checkOwner */.AA)(`the personal stage "${name}"`, owner, (0,ledger_owner/* ownerOfRun */.iz)(attempt, configuration.stage));
        }
    }
    const verdict = kind === 'preview'
        ? closedVerdict(parts)
        : async () => ({ remove: true, reason: 'it was asked for, and confirmed' });
    const remove = async (dryRun) => {
        const stages = [];
        for (const one of found) {
            stages.push(await removeStage(one, { ...parts, verdict, dryRun }));
        }
        return stages;
    };
    // Parts in several accounts are one stage to people: all of them are checked before the first one goes.
    const planned = found.length > 1 ? await remove(true) : [];
    const isBlocked = planned.some(({ status }) => status === 'failed');
    const stages = isBlocked ? planned.map(keptStage) : await remove(parts.dryRun);
    const unrecorded = kind === 'preview'
        ? await findUnrecorded(places, configuration.app, found[0]?.stage.name ?? name, log.warning)
        : [];
    return { stages, more: 0, wanted: 0, looked: places.flatMap(lookedAt), unrecorded };
}
/** A part of a stage that stays because another part's check failed. */
function keptStage(stage) {
    const services = stage.services.map((service) => service.status === 'planned' || service.status === 'absent'
        ? { ...service, status: 'kept', reason: 'the check of another place failed' }
        : service);
    return { ...stage, status: 'failed', services };
}
const lookedAt = ({ regions, placeIn }) => regions.map((region) => ({ account: placeIn(region).account, region }));
/** How many deployments a deploy's own removal of its stage works on at once. */
const AT_ONCE = 4;
/**
 * Removes a preview whose lock this run holds, if GitHub says that it is not wanted any more; undefined if it stays, or if
 * nothing of it is there, and then the lock goes too. Throws E_GITHUB, E_LEDGER and their kin.
 */
async function removeHeld(run, lock, parts) {
    const { profile } = parts.configuration;
    const found = await readStage(run.stage, run.owner, profile.regions.map(parts.placeIn), parts.attempt.repositoryId);
    const verdict = closedVerdict(parts);
    const isEmpty = found.wish === undefined && found.deployments.length === 0;
    if (isEmpty) {
        const { remove } = await verdict(found);
        return remove ? lock.discard().then(() => undefined) : undefined;
    }
    const more = { locks: [lock], concurrency: AT_ONCE, dryRun: false, verdict };
    const removed = await removeHeldStage(found, { ...parts, ...more });
    return removed.status === 'wanted' ? undefined : removed;
}


/***/ }),

/***/ 46365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ recordedRun)
/* harmony export */ });
/** Returns what records say of a run. */
function recordedRun({ id, attempt, url }) {
    return { id, attempt, url };
}


/***/ }),

/***/ 61257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ sayWait)
/* harmony export */ });
/* harmony import */ var _core_stack_wait_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8041);

/**
 * Returns what says now and then which stack is waited for; `label` is how the log calls its deployment, `runUrl` where a
 * person sees who may be at it, if that is another run.
 */
function sayWait(label, { ledger }, { say }, runUrl) {
    return (stack, newest) => say(`${label}: ${(0,_core_stack_wait_js__WEBPACK_IMPORTED_MODULE_0__/* .describeWait */ .N)(stack, newest, ledger.now(), runUrl)}`);
}


/***/ }),

/***/ 47274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ keptVoice)
/* harmony export */ });
/**
 * Returns the voice of one of several pieces of work that go on at the same time: its lines and its children's output are
 * kept until `flush` shows them as one. Notices and warnings are annotations, and are shown at once.
 */
function keptVoice(voice) {
    const { log } = voice;
    const entries = [];
    return {
        ...voice,
        log: {
            info: (line) => entries.push({ line }),
            notice: log.notice,
            warning: log.warning,
            error: log.error,
            debug: (text) => log.debug(text),
            foreign: (title, foreign) => entries.push({ title, foreign }),
            group: (title, more) => entries.push({ line: title }, ...more),
        },
        flush: (title) => log.group(title, entries.splice(0)),
    };
}


/***/ })

};
