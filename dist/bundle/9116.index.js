export const id = 9116;
export const ids = [9116];
export const modules = {

/***/ 58107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ freeEntry),
/* harmony export */   ES: () => (/* binding */ currentEntry),
/* harmony export */   bN: () => (/* binding */ isOfSameJob),
/* harmony export */   qx: () => (/* binding */ lockRegion),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   uz: () => (/* binding */ takeEntry),
/* harmony export */   zT: () => (/* binding */ parseLockEntry)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _stored_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12346);



const run = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run'),
    /** `owner/name`. */
    repository: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    repositoryId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    attempt: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Name of the runner, which does one job at a time. */
    runner: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Where a person sees what it does. */
    url: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const user = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('user'), user: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), machine: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const holder = valibot__WEBPACK_IMPORTED_MODULE_1__/* .variant */ .Oxt('kind', [run, user]);
const entry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** Unique. */
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Id of the entry that counted when this one was written; empty for the first. */
    follows: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Greater than that of every entry that counted before it. */
    sequence: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0)),
    /** Absent: the lock is free. */
    holder: valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(holder),
});
/** Returns the region of a stage's lock: the same however a profile orders its regions. */
function lockRegion(regions) {
    return [...regions].sort()[0] ?? '';
}
/**
 * Returns the entry of a lock that counts now. SSM has no compare-and-set, but it numbers what is written, and keeps the
 * last 100 versions: so nobody's entry is taken for the truth because it stands on top, but only if it follows the one
 * that counted before it. Of several that follow the same one, the first written counts; the others know it when they
 * read the log again, and need not be taken back.
 */
function currentEntry(history) {
    const log = [...history].sort((a, b) => a.version - b.version);
    const [first] = log;
    if (first === undefined || first.version > 1) {
        return furthest(log);
    }
    return log.reduce((last, next) => (next.entry.follows === last.entry.id ? next : last), first);
}
/**
 * Where the beginning of the log is gone: entries follow only what counted, so of those with the same sequence the first
 * written counts.
 */
function furthest(log) {
    return log.reduce((best, next) => (best === undefined || next.entry.sequence > best.entry.sequence ? next : best), undefined);
}
/**
 * The entry by which `by` takes the lock behind the one that counts now. A log begins with the time (`now`, milliseconds
 * since 1970): what is late of an earlier log, which was removed with its stage, is below all of this one's.
 */
function takeEntry(id, current, by, now) {
    return current === undefined
        ? { id, follows: '', sequence: now, holder: by }
        : { id, ...behind(current), holder: by };
}
/** The entry by which the lock is given back; it does not count where somebody has taken it over meanwhile. */
function freeEntry(id, held) {
    return { id, ...behind(held) };
}
const behind = (current) => ({ follows: current.id, sequence: current.sequence + 1 });
/** Reads a version of a lock's parameter; throws E_LEDGER, with the command that removes it, where it is none. */
function parseLockEntry(text, name) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qFJ(), entry), text);
    if (!result.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_LEDGER', {
            what: `the lock ${name} in SSM Parameter Store cannot be read`,
            why: (0,_stored_text_js__WEBPACK_IMPORTED_MODULE_2__/* .typeFault */ .F)(text) ?? 'it is not what this product writes',
            fix: `see that nothing deploys this stage, then remove it: aws ssm delete-parameter --name ${name}`,
        });
    }
    return result.output;
}
/** Whether a lock is left over from an earlier step of the same job: its steps follow each other. */
function isOfSameJob(a, b) {
    if (a.kind === 'user' || b.kind === 'user') {
        return false;
    }
    return a.run === b.run && a.attempt === b.attempt && a.runner === b.runner && a.runner !== '';
}
/** Spells a holder for people, with the link where there is one. */
function describeHolder(holder) {
    return holder.kind === 'user'
        ? `${holder.user} on ${holder.machine}`
        : `run ${holder.run} (attempt ${holder.attempt}) of ${holder.repository}, ${holder.url}`;
}


/***/ }),

/***/ 19432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g9: () => (/* binding */ newestWish),
/* harmony export */   id: () => (/* binding */ rememberPullRequest),
/* harmony export */   xx: () => (/* binding */ parseWish)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37728);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34088);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94058);



const wish = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    ..._record_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .rE,
    owner: _owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerSchema */ .$K,
    run: _record_js__WEBPACK_IMPORTED_MODULE_1__/* .runSchema */ .Lx,
    /** Regions that were deployed to. */
    regions: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** The pull requests that wanted a preview, the newest last: a branch may have several. */
    pullRequests: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig())),
    /** What is wanted in the stage, as far as this run knows. */
    commit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Whether the whole plan of `commit` was completed. */
    complete: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** The commit whose whole plan was completed last. */
    completedCommit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Since when `completedCommit` is there without another one in between, in ISO 8601. */
    completedSince: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** What the run said of the tests of `completedCommit`; absent if it said nothing. */
    tests: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['passed', 'none'])),
    /** When the stage has been left alone for too long, in ISO 8601; absent where it never expires. */
    expires: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
/** Reads what a repository wants; throws E_LEDGER with the remedy where it is none. */
function parseWish(text, name) {
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStored */ .Tw)(wish, text, name);
}
/** Returns what the newest run wrote, of what a repository's wishes in several regions say; undefined for none. */
function newestWish(wishes) {
    const age = ({ run, complete }) => Number(run.id) * 2000 + Number(run.attempt) * 2 + Number(complete);
    return [...wishes].sort((a, b) => age(b) - age(a))[0];
}
/** So many pull requests of a preview are remembered: each is asked for by its number before the preview is removed. */
const MOST_PULL_REQUESTS = 20;
/** Returns the pull requests of a preview with one more, or the same one again, as the newest; undefined for none. */
function rememberPullRequest(known, number) {
    const numbers = [...(known ?? []).filter((one) => one !== number), ...(number === undefined ? [] : [number])];
    return numbers.length === 0 ? undefined : numbers.slice(-MOST_PULL_REQUESTS);
}


/***/ }),

/***/ 97179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ beforeDelete)
/* harmony export */ });
/** Decides what a removal does about a stack's status, as CloudFormation says it; undefined: there is no stack. */
function beforeDelete(status) {
    const known = status;
    switch (known) {
        case undefined:
        case 'DELETE_COMPLETE':
            return 'nothing';
        case 'DELETE_IN_PROGRESS':
            return 'await';
        case 'CREATE_IN_PROGRESS':
        case 'ROLLBACK_IN_PROGRESS':
        case 'UPDATE_IN_PROGRESS':
        case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
        case 'UPDATE_ROLLBACK_IN_PROGRESS':
        case 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS':
        case 'IMPORT_IN_PROGRESS':
        case 'IMPORT_ROLLBACK_IN_PROGRESS':
            return 'wait';
        case 'REVIEW_IN_PROGRESS':
        case 'CREATE_FAILED':
        case 'CREATE_COMPLETE':
        case 'ROLLBACK_FAILED':
        case 'ROLLBACK_COMPLETE':
        case 'UPDATE_COMPLETE':
        case 'UPDATE_FAILED':
        case 'UPDATE_ROLLBACK_FAILED':
        case 'UPDATE_ROLLBACK_COMPLETE':
        case 'IMPORT_COMPLETE':
        case 'IMPORT_ROLLBACK_FAILED':
        case 'IMPORT_ROLLBACK_COMPLETE':
            return 'delete';
        case 'DELETE_FAILED':
            return 'finish';
        default:
            return unknownStatus(known);
    }
}
/** A status that CloudFormation did not have when this was written: a person has to look. */
function unknownStatus(_status) {
    return 'refuse';
}


/***/ }),

/***/ 66169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ explainRetained),
/* harmony export */   RX: () => (/* binding */ protectionCommand),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   bs: () => (/* binding */ explainGoneRole),
/* harmony export */   f4: () => (/* binding */ explainProtection),
/* harmony export */   fF: () => (/* binding */ foreignStack),
/* harmony export */   iE: () => (/* binding */ explainRemoval),
/* harmony export */   nH: () => (/* binding */ explainState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23668);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47074);




/**
 * Describes why a stack cannot be deployed over, and what brings it back; `failed` are the resources whose rollback
 * stopped, by logical id.
 */
function explainState(stack, region, failed = []) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status}, which cannot be deployed over`,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ why: stack.reason }),
        fix: remedy(stack, region, failed),
    });
}
/** Describes why a stack that never worked is not made anew by itself: something of it would be left behind. */
function explainRetained(stack, retained, region) {
    const names = retained.map(({ logicalId, type, physicalId }) => `${logicalId} (${type} ${physicalId})`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status}: it never worked, and its removal would leave behind ${names.join(', ')}`,
        why: 'what is retained may hold data, so a person has to decide',
        fix: `look after these, then: ${remedy(stack, region)}`,
    });
}
function remedy(stack, region, failed = []) {
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
            return `mend what its last events name, go on with the rollback (${command('continue-update-rollback')}${skipped(failed)}) and run again`;
        case 'DELETE_FAILED':
            return `finish the removal (${command('delete-stack')}) and run again`;
        default:
            return `bring it back to a complete state (${command('describe-stack-events')} says more) and run again`;
    }
}
/** The resources that a person may decide to leave as they are; this product never does. */
const skipped = (failed) => failed.length === 0 ? '' : `; to leave what failed as it is, add --resources-to-skip ${failed.join(' ')}`;
/** Describes why a stack under termination protection is not removed; `why` says what became of the rest. */
function explainProtection({ name }, region, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_PROTECTED', {
        what: `termination protection keeps the stack ${name} from being removed`,
        why,
        fix: `lift it (${protectionCommand('no-enable', name, region)}) and run again`,
    });
}
/** The command with which a person switches the termination protection of a stack on or off. */
function protectionCommand(what, name, region) {
    return `aws cloudformation update-termination-protection --${what}-termination-protection --stack-name ${name} --region ${region}`;
}
/**
 * Returns why a stack that is there must not be deployed over by a stage: it is another stage's (tag STAGE), or, for a
 * preview, nobody's that we know. Undefined where it may be.
 */
function foreignStack(stack, stage, kind) {
    const untagged = stack.stage === undefined && kind === 'preview' && !(0,_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isUntaggedChangeSet */ .qf)(stack, stage);
    if ((stack.stage === undefined || stack.stage === stage) && !untagged) {
        return undefined;
    }
    const whose = stack.stage === undefined ? 'has no tag STAGE' : `is of the stage "${stack.stage}"`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_FOREIGN', {
        what: `the stack ${stack.name} ${whose}, and this deploys the stage "${stage}"`,
        why: 'it was left untouched',
        fix: 'let the name of the stack hold the stage (provider.stackName, if the configuration sets it)',
    });
}
/** Describes a deploy that failed: the state that CloudFormation left, and the first thing that went wrong. */
function explainFailure(parts) {
    const { stack, first } = parts;
    const state = stack === undefined ? 'there is no stack' : `the stack ${stack.name} is ${stack.status}`;
    const why = first === undefined
        ? `${parts.ending}: ${parts.lastWords}`
        : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_DEPLOY_FAILED', {
        what: `the service "${parts.service}" was not deployed: ${state}`,
        why,
        fix: [
            consequence(parts),
            ...(stack === undefined || parts.untouched ? [] : [`events: ${(0,_status_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleUrl */ .B9)(stack.id)}`]),
        ].join(' – '),
    });
}
/** Describes a removal that CloudFormation refused, or could not finish; `first` is what went wrong first. */
function explainRemoval(service, stack, first, region) {
    const isRefused = !stack.status.startsWith('DELETE_');
    const event = first === undefined ? undefined : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
    const why = isRefused ? (stack.reason ?? event) : (event ?? stack.reason);
    const isInUse = isRefused && [stack.reason, first?.reason].some((text) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .exportInUse */ .xl)(text ?? '') !== undefined);
    const again = isRefused
        ? 'mend the cause and run again'
        : 'mend the cause and run again (the ledger keeps it as orphaned until then; ' +
            `aws cloudformation delete-stack --stack-name ${stack.name} --region ${region} tries it by hand)`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(isInUse ? 'E_STACK_IN_USE' : 'E_DESTROY_FAILED', {
        what: `the service "${service}" was not removed: the stack ${stack.name} is ${stack.status}`,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ why }),
        fix: `${again} – events: ${(0,_status_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleUrl */ .B9)(stack.id)}`,
    });
}
/** What CloudFormation says if the role that a stack was given is gone, or no longer trusts it. */
const ROLE_GONE = /Role (arn:[\w-]+:iam::\d{12}:role\/\S+) is invalid or cannot be assumed/;
/**
 * Explains why a stack cannot be changed whose own CloudFormation role is gone (`provider.iam.deploymentRole`); undefined if it is
 * another error. A stack keeps a role that it was once given.
 */
function explainGoneRole(stackId, message, isRemoval) {
    const [, role] = ROLE_GONE.exec(message) ?? [];
    if (role === undefined) {
        return undefined;
    }
    const [, , , region, , resource = ''] = stackId.split(':');
    const name = resource.split('/')[1] ?? stackId;
    const byHand = `, or delete the stack with another role that may do it: ` +
        `aws cloudformation delete-stack --stack-name ${name} --region ${region} --role-arn ROLE_ARN`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(isRemoval ? 'E_DESTROY_FAILED' : 'E_STACK_STATE', {
        what: `the stack ${name} cannot be changed: its role ${role} is gone, or does not trust cloudformation.amazonaws.com`,
        why: 'CloudFormation goes on using the role that a stack was given (provider.iam.deploymentRole)',
        fix: `create the role again and run again${isRemoval ? byHand : ''}`,
    });
}
function consequence({ stack, untouched, isNew, region }) {
    if (stack === undefined || untouched) {
        return 'AWS is as it was before; mend the cause and run again';
    }
    if ((0,_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isSuccess */ .oJ)(stack.status)) {
        return 'the stack itself is complete, what failed is beside it; mend the cause and run again';
    }
    switch (stack.status) {
        case 'UPDATE_ROLLBACK_COMPLETE':
            return isNew
                ? 'CloudFormation rolled it back: the new stack holds nothing but its deployment bucket; mend the cause and run again'
                : 'CloudFormation rolled the update back, and the version before it is live; mend the cause and run again';
        case 'ROLLBACK_COMPLETE':
            return 'CloudFormation rolled the creation back; mend the cause and run again: the empty stack is made anew';
        case 'CREATE_FAILED':
        case 'ROLLBACK_FAILED':
            return 'mend the cause and run again: the stack never worked, and is made anew';
        case 'UPDATE_FAILED':
        case 'UPDATE_ROLLBACK_FAILED':
            return 'mend the cause and run again: the stack is rolled back first';
        default:
            return `mend the cause, then: ${remedy(stack, region)}`;
    }
}


/***/ }),

/***/ 23668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VB: () => (/* binding */ nestedStackOf),
/* harmony export */   fx: () => (/* binding */ firstFailure),
/* harmony export */   xl: () => (/* binding */ exportInUse)
/* harmony export */ });
const STACK = 'AWS::CloudFormation::Stack';
/** Events that only say that another resource failed. */
const CONSEQUENCE = /^(Resource (creation|update) cancelled|The following resource\(s\) failed)/i;
/**
 * Returns the first failed event after a time (milliseconds), which is what went wrong; the events after it are its
 * consequences. Where no resource failed, the reason that the stack itself gives for its rollback (an export in use). Doubled and unordered events do not matter.
 */
function firstFailure(events, since) {
    const own = [...new Map(events.map((event) => [event.id, event])).values()]
        .filter((event) => event.time > since && event.reason !== '' && !CONSEQUENCE.test(event.reason))
        .sort((a, b) => a.time - b.time);
    return (own.find((event) => event.status.endsWith('_FAILED')) ??
        own.find((event) => event.type === STACK && event.status.endsWith('ROLLBACK_IN_PROGRESS')));
}
/** Returns the nested stack that a failed event is of: what went wrong is in its own events. Undefined where it is of none. */
function nestedStackOf(event, stack) {
    return event.type === STACK && event.physicalId.startsWith('arn:') && event.physicalId !== stack
        ? event.physicalId
        : undefined;
}
/** Returns the export that CloudFormation says cannot be changed or removed because others import it. */
function exportInUse(reason) {
    const found = /Export (\S+) cannot be (?:updated|deleted) as it is in use|Cannot (?:update|delete) export (\S+) as it is in use/i.exec(reason);
    return found?.[1] ?? found?.[2];
}


/***/ }),

/***/ 8041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ LONG_WAIT_MS),
/* harmony export */   N: () => (/* binding */ describeWait)
/* harmony export */ });
/**
 * Longest time that a deletion, or a rollback, is waited for, in milliseconds: the network interfaces of a function in a VPC
 * alone take up to 45 minutes.
 */
const LONG_WAIT_MS = 90 * 60_000;
/**
 * Says what is waited for, and how long ago something happened last (`now` in milliseconds since 1970); `run` is where a
 * person sees who may be at it, empty or undefined where that is this run.
 */
function describeWait(stack, newest, now, run = '') {
    const state = `waiting: the stack ${stack.name} is ${stack.status}`;
    const seconds = newest === undefined ? 0 : Math.max(0, Math.round((now - newest.time) / 1000));
    const event = newest === undefined ? '' : `; its last event was ${seconds} s ago (${newest.logicalId} ${newest.status})`;
    return `${state}${event}${run === '' ? '' : `; the last run of it: ${run}`}`;
}


/***/ }),

/***/ 57277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createLiveSession)
/* harmony export */ });
/** Keys that end sooner are renewed before they are used, in milliseconds. */
const MARGIN_MS = 10 * 60_000;
/** How far apart renewals are at least, in milliseconds: many requests find out at once that their keys have ended. */
const PAUSE_MS = 60_000;
/**
 * Makes a session live; `renewal` gives the same role's new keys (undefined: there is no way to them). `warn` is told of a
 * renewal that failed; the old keys are used on then.
 */
function createLiveSession(first, renewal, warn) {
    let current = first;
    let tried = Number.NEGATIVE_INFINITY;
    let last = Promise.resolve(false);
    const renew = () => {
        if (renewal === undefined || performance.now() - tried < PAUSE_MS) {
            return last;
        }
        tried = performance.now();
        last = renewal().then((session) => {
            current = session;
            return true;
        }, (error) => {
            warn(`the role session could not be renewed: ${error.message}`);
            return false;
        });
        return last;
    };
    const of = (region) => ({
        account: first.account,
        region,
        async keys() {
            if (endsSoon(current)) {
                await renew();
            }
            return { ...current, region };
        },
        renew,
        inRegion: of,
    });
    return of(first.region);
}
function endsSoon({ expiration }) {
    return expiration !== undefined && Date.parse(expiration) - Date.now() < MARGIN_MS;
}


/***/ }),

/***/ 57184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ placesOf)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ../node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(26989);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(29463);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/pages.js
var pages = __webpack_require__(15260);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/change-sets.js








const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5000;
/** How long one is waited for that is on its way, or is going: about half a minute. */
const PATIENCE = { retries: 7, minTimeout: FIRST_DELAY_MS, factor: 2 };
/** Longest time that a change set is waited for, in milliseconds. */
const BUDGET_MS = 10 * 60_000;
/** What CloudFormation says of a change set that has nothing in it. */
const NOTHING = /didn't contain changes|no updates are to be performed/i;
/** Opens CloudFormation for questions about updates. */
function openChangeSets(access) {
    const about = (stack) => `what the deploy changes in the stack ${stack} could not be asked`;
    const create = async (question) => {
        const { sdk, client } = await access();
        await (0,cancellation/* unlessCancelled */.MS)();
        const command = new sdk.CreateChangeSetCommand(inputOf(question));
        return (await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'Id'))).Id;
    };
    const remove = async (stack, id) => {
        const { sdk, client } = await access();
        await (0,request/* request */.Em)(() => client.send(new sdk.DeleteChangeSetCommand({ StackName: stack, ChangeSetName: id })));
    };
    /** Deletes it; CloudFormation refuses that while it is being made. */
    const removeOnceMade = (stack, name) => (0,p_retry/* default */.Ay)(() => remove(stack, name), {
        ...PATIENCE,
        shouldRetry: ({ error }) => error.name.startsWith('InvalidChangeSetStatus'),
    });
    /** Makes it in the place of one that a killed run has left behind, which takes a moment to go. */
    const createAnew = (question) => (0,p_retry/* default */.Ay)(() => create(question), {
        ...PATIENCE,
        shouldRetry: async ({ error }) => {
            const isLeftBehind = error.name === 'AlreadyExistsException';
            if (isLeftBehind) {
                await removeOnceMade(question.stack, question.name);
            }
            return isLeftBehind;
        },
    });
    const describe = async (id, stack, token) => {
        const { sdk, client } = await access();
        // One that is to be made has no stack yet.
        const of = stack === '' ? {} : { StackName: stack };
        return () => client.send(new sdk.DescribeChangeSetCommand({ ChangeSetName: id, ...of, NextToken: token }));
    };
    /** Waits for the end of its making; whether it has anything in it. */
    const hasChanges = async (stack, id) => {
        const start = Date.now();
        const look = await describe(id, stack);
        for (let delay = FIRST_DELAY_MS;; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
            const { Status: status, StatusReason: reason = '' } = await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(look(), 'Status'));
            if (status === 'CREATE_COMPLETE') {
                return true;
            }
            if (status === 'FAILED' && NOTHING.test(reason)) {
                return false;
            }
            if (status === 'FAILED' || !/^CREATE_/.test(status) || Date.now() - start > BUDGET_MS) {
                throw new errors/* UserError */.yo('E_STACK_STATE', {
                    what: `${about(stack)}: the change set is ${status}`,
                    ...(reason === '' ? {} : { why: reason }),
                    fix: 'mend what it says, and run again',
                });
            }
            await (0,promises_.setTimeout)(delay);
        }
    };
    const read = (id, stack) => (0,pages/* allPages */.S)(async (token) => {
        const look = await describe(id, stack, token);
        return (0,request/* request */.Em)(async () => {
            const page = await (0,request/* whole */.WQ)(look(), 'Changes');
            const changes = (0,request/* entriesOf */.Mc)(page.Changes, 'a change', 'ResourceChange');
            return { items: changes.map(({ ResourceChange }) => answered(ResourceChange)), next: page.NextToken };
        });
    });
    const executeNow = async (stack, id) => {
        const { sdk, client } = await access();
        await (0,cancellation/* unlessCancelled */.MS)();
        const command = new sdk.ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: id });
        await (0,request/* request */.Em)(() => client.send(command));
    };
    const templateOf = async (stack, id) => {
        const { sdk, client } = await access();
        const of = stack === '' ? {} : { StackName: stack };
        const command = new sdk.GetTemplateCommand({ ...of, ChangeSetName: id, TemplateStage: 'Original' });
        try {
            return (await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'TemplateBody'))).TemplateBody;
        }
        catch (error) {
            if ((0,aws_errors/* isDenied */.GZ)(error)) {
                return undefined;
            }
            throw error;
        }
    };
    return {
        async ask(question, look, tell) {
            const { stack, name } = question;
            let isExecuted = false;
            // By its name: a step that is cancelled may not know yet whether there is one.
            const forget = (0,cancellation/* beforeCancelledExit */.jl)(() => remove(stack, name));
            try {
                const id = await createAnew(question);
                const set = {
                    template: (nested) => nested === undefined ? templateOf(stack, id) : templateOf(nested.physicalId, nested.changeSet ?? id),
                    async execute() {
                        await executeNow(stack, id).catch((error) => {
                            if (isRefusal(error)) {
                                throw error;
                            }
                        });
                        // CloudFormation deletes it itself then.
                        isExecuted = true;
                    },
                };
                return (await hasChanges(stack, id)) ? await look(await read(id, stack), read, set) : undefined;
            }
            catch (error) {
                throw error instanceof errors/* UserError */.yo ? error : (0,aws_errors/* awsError */.es)(about(stack), error);
            }
            finally {
                forget();
                if (!isExecuted) {
                    await removeOnceMade(stack, name).catch((error) => tell(`the change set ${name} of ${stack} could not be deleted: ${error.message}`));
                }
            }
        },
    };
}
/**
 * Whether a request was refused, and nothing begun. One whose answer got lost may have been heard: asked again, CloudFormation no longer
 * knows the change set, or it is being executed.
 */
function isRefusal(error) {
    const { name = '', $fault: fault } = error;
    return fault === 'client' && !/^(ChangeSetNotFound|InvalidChangeSetStatus)/.test(name);
}
function inputOf({ stack, name, template, tags, parameters, capabilities, notificationArns, role }) {
    return {
        StackName: stack,
        ChangeSetName: name,
        ChangeSetType: 'UPDATE',
        Description: 'What an update would change; deleted again if it is only looked at.',
        ...('url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body }),
        Capabilities: [...capabilities],
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        Parameters: parameters.map(({ key, value }) => value === undefined
            ? { ParameterKey: key, UsePreviousValue: true }
            : { ParameterKey: key, ParameterValue: value }),
        NotificationARNs: [...notificationArns],
        ...(0,only_defined/* onlyDefined */.M)({ RoleARN: role }),
        IncludeNestedStacks: true,
    };
}
/** Without any value of a property. */
function answered(change) {
    const [one] = (0,request/* entriesOf */.Mc)([change], 'a change', 'Action', 'LogicalResourceId', 'ResourceType');
    if (one === undefined) {
        throw new Error('a list of one has no first entry');
    }
    const properties = (one.Details ?? []).flatMap(({ Target }) => Target?.Attribute === 'Properties' && Target.Name !== undefined ? [Target.Name] : []);
    return {
        action: one.Action,
        logicalId: one.LogicalResourceId,
        type: one.ResourceType,
        physicalId: one.PhysicalResourceId ?? '',
        properties: [...new Set(properties)],
        ...(0,only_defined/* onlyDefined */.M)({ replacement: one.Replacement, policyAction: one.PolicyAction, changeSet: one.ChangeSetId }),
    };
}

// EXTERNAL MODULE: ./io/aws/cloudformation.js + 1 modules
var cloudformation = __webpack_require__(64890);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
;// CONCATENATED MODULE: ./io/aws/cloudformation-client.js


/** Returns the way to CloudFormation with a session. */
function cloudFormationOf(session) {
    return (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1123)]).then(__webpack_require__.t.bind(__webpack_require__, 61123, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.CloudFormationClient, session) };
    });
}

// EXTERNAL MODULE: ./core/ledger/keys.js
var keys = __webpack_require__(88063);
// EXTERNAL MODULE: ./core/ledger/record.js
var record = __webpack_require__(94058);
// EXTERNAL MODULE: ./core/ledger/wish.js
var wish = __webpack_require__(19432);
;// CONCATENATED MODULE: ./core/ledger/listing.js



/** Groups parameters of the ledger by their stage; one that is no record of ours is left out, a broken one is told of. */
function listStages(kind, parameters) {
    const stages = new Map();
    for (const parameter of parameters) {
        const key = (0,keys/* parseLedgerKey */.Wg)(kind, parameter.name);
        if (key === undefined) {
            continue;
        }
        const found = stages.get(key.stage) ?? emptyStage({ ...kind, name: key.stage });
        stages.set(key.stage, found);
        found.written = Math.max(found.written, parameter.written);
        try {
            if (key.holds === 'record') {
                found.records.push((0,record/* parseDeploymentRecord */.Em)(parameter.value, parameter.name));
            }
            else if (key.holds === 'wish') {
                found.wishes.set(key.repositoryId, (0,wish/* parseWish */.xx)(parameter.value, parameter.name));
                found.wishTimes.set(key.repositoryId, parameter.written);
            }
            else {
                found.locks.push(key.repositoryId);
            }
        }
        catch (error) {
            const of = key.holds === 'record' ? repositoryIn(parameter.value) : key.repositoryId;
            found.broken.push({ error: error, of });
        }
    }
    return [...stages.values()];
}
/** Reads what is below the path of one stage. */
function listStage(stage, parameters) {
    return listStages(stage, parameters).find((found) => found.stage.name === stage.name) ?? emptyStage(stage);
}
function emptyStage(stage) {
    return { stage, records: [], wishes: new Map(), wishTimes: new Map(), locks: [], broken: [], written: 0 };
}
/** The repository's id that a record which cannot be read still says: a newer version of the product may have written it. */
function repositoryIn(text) {
    try {
        const { owner } = JSON.parse(text);
        return owner?.kind === 'repository' && typeof owner.id === 'string' ? owner.id : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./io/aws/parameters.js
var parameters = __webpack_require__(62362);
;// CONCATENATED MODULE: ./io/aws/ledger.js





/** Opens the ledger with a session; the SDK is loaded when it is first used. */
function openLedger(session) {
    const { list, read, write, remove, history, now } = (0,parameters/* openParameters */.T)(session);
    return {
        now,
        remove,
        async stages(kind) {
            return listStages(kind, await list((0,keys/* kindPath */.WI)(kind), true));
        },
        async stage(stage) {
            return listStage(stage, await list((0,keys/* stagePath */.E6)(stage), true));
        },
        async records(stage, broken) {
            const found = new Map();
            for (const { name, value } of await list((0,keys/* stagePath */.E6)(stage), false)) {
                const key = (0,keys/* parseLedgerKey */.Wg)(stage, name);
                if (key?.holds === 'record' && key.stage === stage.name) {
                    keep(found, key.service, () => (0,record/* parseDeploymentRecord */.Em)(value, name), broken);
                }
            }
            return found;
        },
        async record(stage, service) {
            const name = (0,keys/* recordName */.xD)(stage, service);
            const text = await read(name);
            return text === undefined ? undefined : (0,record/* parseDeploymentRecord */.Em)(text, name);
        },
        async writeRecord(stage, record) {
            await write((0,keys/* recordName */.xD)(stage, record.service), JSON.stringify(record), true);
        },
        async wish(stage, repositoryId) {
            const name = (0,keys/* wishName */.F)(stage, repositoryId);
            const text = await read(name);
            return text === undefined ? undefined : (0,wish/* parseWish */.xx)(text, name);
        },
        async writeWish(stage, repositoryId, wish) {
            await write((0,keys/* wishName */.F)(stage, repositoryId), JSON.stringify(wish), true);
        },
        history,
        append: (name, text, fresh) => write(name, text, !fresh),
    };
}
function keep(found, service, parse, broken) {
    try {
        found.set(service, parse());
    }
    catch (error) {
        if (broken === undefined) {
            throw error;
        }
        broken(error);
    }
}

;// CONCATENATED MODULE: ./io/aws/buckets.js







/** Opens S3 with a session; the SDK is loaded when the first bucket is asked for. */
function openBuckets(session) {
    const open = (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(8265)]).then(__webpack_require__.t.bind(__webpack_require__, 78265, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.S3Client, session) };
    });
    /** The name of a bucket does not tell its account: S3 refuses another one's. */
    const place = (bucket) => ({ Bucket: bucket, ExpectedBucketOwner: session.account });
    return {
        async obstacle(bucket) {
            const { sdk, client } = await open();
            try {
                const versioning = await (0,request/* request */.Em)(() => client.send(new sdk.GetBucketVersioningCommand(place(bucket))));
                if (versioning.MFADelete === 'Enabled') {
                    return 'its versions can be deleted with a second factor alone (MFA delete)';
                }
                const isLocked = await hasObjectLock(() => client.send(new sdk.GetObjectLockConfigurationCommand(place(bucket))));
                const isFull = isLocked && (await versionPage(bucket, '')).versions.length > 0;
                return isFull ? 'its objects are locked (Object Lock)' : undefined;
            }
            catch (error) {
                if (isMissing(error)) {
                    return undefined;
                }
                throw (0,aws_errors/* awsError */.es)(`the bucket ${bucket} could not be looked at`, error);
            }
        },
        async empty(bucket, prefix) {
            let deleted = 0;
            try {
                for (let isEnd = false; !isEnd;) {
                    // Always the first page: what was on it is gone by the next look.
                    const page = await versionPage(bucket, prefix);
                    await deleteAll(bucket, page.versions);
                    deleted += page.versions.length;
                    isEnd = page.isLast;
                }
                return deleted;
            }
            catch (error) {
                if (isMissing(error)) {
                    return deleted;
                }
                throw error instanceof errors/* UserError */.yo ? error : (0,aws_errors/* awsError */.es)(`the bucket ${bucket} could not be emptied`, error);
            }
        },
    };
    async function versionPage(bucket, prefix) {
        const { sdk, client } = await open();
        const input = { ...place(bucket), ...(prefix === '' ? {} : { Prefix: prefix }) };
        return (0,request/* request */.Em)(async () => {
            const page = await (0,request/* whole */.WQ)(client.send(new sdk.ListObjectVersionsCommand(input)), 'Name', 'IsTruncated');
            const all = (0,request/* entriesOf */.Mc)([...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])], 'a version', 'Key');
            const versions = all.map(({ Key, VersionId }) => ({ Key, ...(0,only_defined/* onlyDefined */.M)({ VersionId }) }));
            return { versions, isLast: !page.IsTruncated };
        });
    }
    /** Takes a page of at most 1,000 versions, as DeleteObjects does. */
    async function deleteAll(bucket, versions) {
        if (versions.length === 0) {
            return;
        }
        const { sdk, client } = await open();
        await (0,cancellation/* unlessCancelled */.MS)();
        const command = new sdk.DeleteObjectsCommand({ ...place(bucket), Delete: { Objects: [...versions], Quiet: true } });
        const { Errors: failed = [] } = await (0,request/* request */.Em)(() => client.send(command));
        const [first] = failed;
        if (first !== undefined) {
            throw new errors/* UserError */.yo('E_BUCKET_NOT_EMPTY', {
                what: `${failed.length} objects of the bucket ${bucket} could not be deleted, ${first.Key} first`,
                why: `${first.Code}: ${first.Message}`,
                fix: 'delete them by hand (look at the bucket policy, at Object Lock and MFA delete), and run again',
            });
        }
    }
}
async function hasObjectLock(ask) {
    try {
        return (await (0,request/* request */.Em)(ask)).ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ObjectLockConfigurationNotFoundError') {
            return false;
        }
        throw error;
    }
}
function isMissing(error) {
    return error instanceof Error && error.name === 'NoSuchBucket';
}

;// CONCATENATED MODULE: ./io/aws/leftovers.js






/** Opens S3, CloudWatch Logs and ECR with a session; each SDK is loaded when it is first used. */
function openLeftovers(session) {
    const logs = (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(3897)]).then(__webpack_require__.t.bind(__webpack_require__, 83897, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.CloudWatchLogsClient, session) };
    });
    const images = (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(7543)]).then(__webpack_require__.t.bind(__webpack_require__, 97543, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.ECRClient, session) };
    });
    return {
        buckets: openBuckets(session),
        async hasLogGroup(name) {
            const { sdk, client } = await logs();
            const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name });
            // The name itself comes first of all that begin with it.
            const page = await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'logGroups')).catch((error) => {
                throw (0,aws_errors/* awsError */.es)(`the log group ${name} could not be looked for`, error);
            });
            return page.logGroups.some(({ logGroupName }) => logGroupName === name);
        },
        async removeLogGroup(name) {
            const { sdk, client } = await logs();
            const command = new sdk.DeleteLogGroupCommand({ logGroupName: name });
            return wasThere(`the log group ${name} could not be removed`, 'ResourceNotFoundException', () => client.send(command));
        },
        async removeImages(repository) {
            const { sdk, client } = await images();
            const command = new sdk.DeleteRepositoryCommand({
                registryId: session.account,
                repositoryName: repository,
                force: true,
            });
            return wasThere(`the images ${repository} could not be removed`, 'RepositoryNotFoundException', () => client.send(command));
        },
    };
}
async function wasThere(what, missing, send) {
    try {
        await (0,cancellation/* unlessCancelled */.MS)();
        await (0,request/* request */.Em)(send);
        return true;
    }
    catch (error) {
        if (error instanceof Error && error.name === missing) {
            return false;
        }
        throw (0,aws_errors/* awsError */.es)(what, error);
    }
}

;// CONCATENATED MODULE: ./io/aws/parameter-names.js





/** Most values of a filter, and most answers in a page (SSM API reference, DescribeParameters). */
const MOST = 50;
/** Opens the one way to names without values. */
function openParameterNames(session) {
    const place = `in account ${session.account}, region ${session.region}`;
    const open = (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1686)]).then(__webpack_require__.t.bind(__webpack_require__, 21686, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.SSMClient, session) };
    });
    const describe = async (filter) => {
        const { sdk, client } = await open();
        return (0,pages/* allPages */.S)(async (token) => {
            const input = { ParameterFilters: [filter], MaxResults: MOST, NextToken: token };
            const command = new sdk.DescribeParametersCommand(input);
            return (0,request/* request */.Em)(async () => {
                const page = await (0,request/* whole */.WQ)(client.send(command), 'Parameters');
                const all = (0,request/* entriesOf */.Mc)(page.Parameters, 'a parameter', 'Name');
                return { items: all.map(({ Name }) => Name), next: page.NextToken };
            }).catch((error) => {
                throw (0,aws_errors/* awsError */.es)(`the names of parameters could not be listed ${place}`, error);
            });
        });
    };
    return {
        below: (path) => describe({ Key: 'Path', Option: 'Recursive', Values: [path.replace(/(.)\/$/, '$1')] }),
        async existing(names) {
            const parts = Array.from({ length: Math.ceil(names.length / MOST) }, (_, index) => names.slice(index * MOST, (index + 1) * MOST));
            const found = await Promise.all(parts.map((Values) => describe({ Key: 'Name', Option: 'Equals', Values })));
            return found.flat();
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/stack/before-delete.js
var before_delete = __webpack_require__(97179);
// EXTERNAL MODULE: ./core/stack/explain.js
var explain = __webpack_require__(66169);
// EXTERNAL MODULE: ./core/stack/wait.js
var wait = __webpack_require__(8041);
;// CONCATENATED MODULE: ./io/aws/stack-changes.js









/** How often and how far apart a stack is looked at that seems to have ignored its deletion, in milliseconds. */
const LOOKS = 5;
const LOOK_MS = 1000;
/** Opens CloudFormation for changes. */
function openStackChanger(access, stacks) {
    const begin = async (command, id, failure) => {
        const { sdk, client } = await access();
        const CommandClass = sdk[command];
        await (0,cancellation/* unlessCancelled */.MS)();
        const input = { StackName: id, ClientRequestToken: (0,external_node_crypto_.randomUUID)() };
        await (0,request/* request */.Em)(() => client.send(new CommandClass(input))).catch((error) => {
            throw ((0,explain/* explainGoneRole */.bs)(id, String(error.message), command === 'DeleteStackCommand') ??
                (0,aws_errors/* awsError */.es)(`the ${failure}`, error));
        });
    };
    return {
        async beginProtected(name, { template, tags }) {
            const { sdk, client } = await access();
            await (0,cancellation/* unlessCancelled */.MS)();
            const command = new sdk.CreateStackCommand({
                StackName: name,
                TemplateBody: template,
                Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
                EnableTerminationProtection: true,
                ClientRequestToken: (0,external_node_crypto_.randomUUID)(),
            });
            const { StackId } = await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'StackId')).catch((error) => {
                throw (0,aws_errors/* awsError */.es)(`the stack ${name} could not be made`, error);
            });
            return StackId;
        },
        async remove(id, onWait) {
            const newest = async () => (await stacks.newestEvent(id))?.time ?? 0;
            const before = await newest();
            await begin('DeleteStackCommand', id, `stack ${id} could not be deleted`);
            let after = await stacks.settled(id, wait/* LONG_WAIT_MS */.M, onWait);
            // A state without an event of its own is that of before: CloudFormation has not begun yet.
            for (let look = 0; look < LOOKS && (0,before_delete/* beforeDelete */.p)(after?.status) !== 'nothing'; look++) {
                if ((await newest()) > before) {
                    break;
                }
                await (0,promises_.setTimeout)(LOOK_MS);
                after = await stacks.settled(id, wait/* LONG_WAIT_MS */.M, onWait);
            }
            return (0,before_delete/* beforeDelete */.p)(after?.status) === 'nothing' ? undefined : after;
        },
        async rollBack(id, onWait) {
            await begin('RollbackStackCommand', id, `stack ${id} could not be rolled back`);
            return stacks.settled(id, wait/* LONG_WAIT_MS */.M, onWait);
        },
        async continueRollback(id, onWait) {
            await begin('ContinueUpdateRollbackCommand', id, `rollback of the stack ${id} could not be gone on with`);
            return stacks.settled(id, wait/* LONG_WAIT_MS */.M, onWait);
        },
        async resources(id) {
            const { sdk, client } = await access();
            return (0,pages/* allPages */.S)(async (token) => {
                const command = new sdk.ListStackResourcesCommand({ StackName: id, NextToken: token });
                return (0,request/* request */.Em)(async () => {
                    const page = await (0,request/* whole */.WQ)(client.send(command), 'StackResourceSummaries');
                    const all = (0,request/* entriesOf */.Mc)(page.StackResourceSummaries, 'a resource', 'LogicalResourceId', 'ResourceType', 'ResourceStatus');
                    const items = all.map((one) => ({
                        logicalId: one.LogicalResourceId,
                        type: one.ResourceType,
                        physicalId: one.PhysicalResourceId ?? '',
                        status: one.ResourceStatus,
                        reason: one.ResourceStatusReason ?? '',
                    }));
                    return { items, next: page.NextToken };
                }).catch((error) => {
                    throw (0,aws_errors/* awsError */.es)(`the resources of the stack ${id} could not be listed`, error);
                });
            });
        },
        async changeSets(id) {
            const { sdk, client } = await access();
            return (0,pages/* allPages */.S)(async (token) => {
                const command = new sdk.ListChangeSetsCommand({ StackName: id, NextToken: token });
                return (0,request/* request */.Em)(async () => {
                    const page = await (0,request/* whole */.WQ)(client.send(command), 'Summaries');
                    const all = (0,request/* entriesOf */.Mc)(page.Summaries, 'a change set', 'ChangeSetName');
                    return { items: all.map(({ ChangeSetName }) => ChangeSetName), next: page.NextToken };
                }).catch((error) => {
                    throw (0,aws_errors/* awsError */.es)(`the change sets of the stack ${id} could not be listed`, error);
                });
            });
        },
    };
}

;// CONCATENATED MODULE: ./io/aws/uploads.js






/** Opens S3 with a session; the SDK is loaded when the first template is put. */
function openUploads(session) {
    const open = (0,once/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(8265)]).then(__webpack_require__.t.bind(__webpack_require__, 78265, 19));
        return { sdk, client: (0,client_options/* openClient */.My)(sdk.S3Client, session) };
    });
    const place = (bucket) => ({ Bucket: bucket, ExpectedBucketOwner: session.account });
    return {
        async read(bucket, key) {
            const { sdk, client } = await open();
            const command = new sdk.GetObjectCommand({ ...place(bucket), Key: key });
            try {
                const { Body } = await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'Body'));
                return await Body.transformToString();
            }
            catch (error) {
                if (error instanceof Error && error.name === 'NoSuchKey') {
                    return undefined;
                }
                throw (0,aws_errors/* awsError */.es)(`a template could not be read in the bucket ${bucket}`, error);
            }
        },
        async list(bucket, prefix) {
            const { sdk, client } = await open();
            return (0,pages/* allPages */.S)((token) => {
                const command = new sdk.ListObjectsV2Command({ ...place(bucket), Prefix: prefix, ContinuationToken: token });
                return (0,request/* request */.Em)(async () => {
                    // An empty list is left out; the count is not.
                    const page = await (0,request/* whole */.WQ)(client.send(command), 'KeyCount');
                    const objects = (0,request/* entriesOf */.Mc)(page.Contents ?? [], 'an object', 'Key');
                    return { items: objects.map(({ Key }) => Key), next: page.NextContinuationToken };
                });
            }).catch((error) => {
                throw (0,aws_errors/* awsError */.es)(`the bucket ${bucket} could not be listed`, error);
            });
        },
        async put(bucket, key, template) {
            const { sdk, client } = await open();
            await (0,cancellation/* unlessCancelled */.MS)();
            const command = new sdk.PutObjectCommand({
                ...place(bucket),
                Key: key,
                Body: template,
                ContentType: 'application/json',
            });
            await (0,request/* request */.Em)(() => client.send(command)).catch((error) => {
                throw (0,aws_errors/* awsError */.es)(`a template could not be put into the bucket ${bucket}`, error);
            });
        },
    };
}

;// CONCATENATED MODULE: ./io/aws/place.js








/** Returns the tools of a session's account by region; each region is opened once. `narrow` is undefined if there is no way to. */
function placesOf(session, narrow) {
    const opened = new Map();
    return (region) => {
        const tools = opened.get(region) ?? openRegion(session.inRegion(region), narrow);
        opened.set(region, tools);
        return tools;
    };
}
function openRegion(session, narrow) {
    const access = cloudFormationOf(session);
    const stacks = (0,cloudformation/* openStackReader */.q)(access);
    const place = {
        account: session.account,
        region: session.region,
        stacks,
        changes: openStackChanger(access, stacks),
        changeSets: openChangeSets(access),
        uploads: openUploads(session),
        ledger: openLedger(session),
        leftovers: openLeftovers(session),
        parameterNames: openParameterNames(session),
        keys: session.keys,
        narrowed: async (policy) => narrow === undefined ? place : openRegion((await narrow(policy)).inRegion(session.region), narrow),
    };
    return place;
}


/***/ }),

/***/ 626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createConfigReader)
});

// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
;// CONCATENATED MODULE: ./core/config/merge.js



/**
 * Merges the configuration of a preview: everything that grants something comes from the target branch (`trusted`),
 * services and literal parameters from the pull request (`proposed`).
 */
function mergeForPreview(trusted, proposed) {
    const ignored = changedKeys(trusted, proposed);
    const profiles = {};
    for (const [name, profile] of Object.entries(trusted.profiles)) {
        const wanted = proposed.profiles[name];
        const parameters = {};
        for (const key of wanted === undefined ? [] : parameterNames(profile, wanted)) {
            const merged = mergeParameter(profile.parameters?.[key], wanted?.parameters?.[key]);
            if (merged.value !== undefined) {
                parameters[key] = merged.value;
            }
            if (merged.ignored) {
                ignored.push(`profiles.${name}.parameters.${key}`);
            }
        }
        profiles[name] = wanted === undefined ? profile : { ...profile, parameters };
    }
    const { services: _, waivers, ...rest } = trusted;
    const moved = (waivers ?? []).filter(({ service }) => isMoved(service, trusted, proposed));
    ignored.push(...moved.map(({ safeguard, service }) => `services.${service}.path (a waiver of ${safeguard} names it)`));
    const own = (0,only_defined/* onlyDefined */.M)({
        services: proposed.services,
        waivers: waivers?.filter((waiver) => !moved.includes(waiver)),
    });
    return { config: { ...rest, profiles, ...own }, ignored: ignored.sort() };
}
/** Whether a pull request gives the key of a service to another folder: what was waived for the one is not for the other. */
function isMoved(key, trusted, proposed) {
    const [before, after] = [trusted, proposed].map(({ services = {} }) => (0,own_value/* ownValue */.e)(services, key ?? '')?.path);
    return before !== after;
}
function parameterNames(...profiles) {
    return new Set(profiles.flatMap((profile) => Object.keys(profile.parameters ?? {})));
}
/** A literal is the pull request's, also where it drops one; a reference is the target branch's. */
function mergeParameter(granted, wanted) {
    if (wanted !== undefined && (0,schema/* isLiteral */.c$)(wanted)) {
        return { value: wanted, ignored: false };
    }
    if (wanted === undefined && granted !== undefined && (0,schema/* isLiteral */.c$)(granted)) {
        return { ignored: false };
    }
    return { ...(0,only_defined/* onlyDefined */.M)({ value: granted }), ignored: !sameValue(granted, wanted) };
}
/** Paths of what grants something and differs between the two configurations. */
function changedKeys(trusted, proposed) {
    const keys = [
        'app',
        'default-profile',
        'previews',
        'personal',
        'promote',
        'notifications',
        'waivers',
        'check-stages',
    ];
    const changed = keys.filter((key) => !sameValue(trusted[key], proposed[key]));
    for (const group of ['stages', 'profiles']) {
        const before = trusted[group] ?? {};
        const after = proposed[group] ?? {};
        for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
            changed.push(...changedFields(`${group}.${name}`, before[name], after[name]));
        }
    }
    return changed;
}
function changedFields(path, before, after) {
    if (before === undefined || after === undefined) {
        return [path];
    }
    const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
    fields.delete('parameters');
    return [...fields]
        .filter((field) => !sameValue(Reflect.get(before, field), Reflect.get(after, field)))
        .map((field) => `${path}.${field}`);
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}

// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/config/policy-files.js
var policy_files = __webpack_require__(62926);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
;// CONCATENATED MODULE: ./io/github/config-reader.js





/** Builds a reader of the configuration in `folder` (relative to the repository's root). */
function createConfigReader(github, folder, log) {
    const path = (0,parse/* configPath */.eQ)(folder);
    const read = async (commit, place) => {
        const bytes = await github.file(path, commit);
        if (bytes === undefined) {
            return undefined;
        }
        const config = (0,parse/* parseConfig */.o4)(bytes, path, place);
        return (0,policy_files/* withPolicyFiles */.O)(config, path, place, (policy) => github.file(policy, commit));
    };
    /** Its policies count for nothing, whatever became of their files. */
    const readOwn = async (commit) => {
        const bytes = await github.file(path, commit);
        const config = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path, (0,short_commit/* shortCommit */.A)(commit));
        return config && (0,policy_files/* withPolicyFiles */.O)(config, path, '', (policy) => github.file(policy, commit)).catch(() => config);
    };
    const missing = (place) => new errors/* UserError */.yo('E_CONFIG_FILE', {
        what: `there is no ${path} on ${place}`,
        fix: `commit one there (see docs/configuration.md), or name its folder with "working-directory"`,
    });
    return {
        async ofBranch(branch, ownCommit) {
            const head = await github.branchHead(branch);
            const config = head === undefined ? undefined : await read(head, branch);
            if (config !== undefined) {
                return config;
            }
            const own = ownCommit === undefined ? undefined : await read(ownCommit, (0,short_commit/* shortCommit */.A)(ownCommit));
            if (own === undefined) {
                throw missing(branch);
            }
            log.info(`${branch} has no ${path} yet: the one of ${(0,short_commit/* shortCommit */.A)(ownCommit ?? '')} is used`);
            return own;
        },
        async ofTarget(branch, defaultBranch, main) {
            const listed = main.previews?.['target-branches']?.includes(branch) ?? false;
            const head = branch === defaultBranch || !listed ? undefined : await github.branchHead(branch);
            return (head === undefined ? undefined : await read(head, branch)) ?? main;
        },
        async ofCommit(commit, place) {
            const config = await read(commit, place);
            if (config === undefined) {
                throw missing(place);
            }
            return config;
        },
        async merged(trusted, commit) {
            const own = await readOwn(commit);
            if (own === undefined) {
                return trusted;
            }
            const { config, ignored } = mergeForPreview(trusted, own);
            if (ignored.length > 0) {
                log.notice(`changed in ${(0,short_commit/* shortCommit */.A)(commit)} without effect before it is merged: ${ignored.join(', ')}`);
            }
            return config;
        },
    };
}


/***/ }),

/***/ 29659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whileRemovable),
/* harmony export */   m: () => (/* binding */ withPrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29463);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93405);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37735);




/** Does a piece of work with a private folder (0700), which is removed at its end, however it ends. */
async function withPrivateFolder(tempFolder, name, work) {
    const folder = await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateFolder */ .I2)(tempFolder, name);
    return whileRemovable(folder, () => work(folder));
}
/** Does a piece of work and removes a folder that it leaves, also where the step is cancelled. */
async function whileRemovable(folder, work) {
    const forget = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .onCancel */ .Ao)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 }));
    try {
        return await work();
    }
    finally {
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_2__/* .removeAll */ .C0)(folder).catch((error) => _runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerLog */ .t.warning(`${folder} could not be removed: ${error.message}`));
        forget();
    }
}


/***/ }),

/***/ 85156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   N: () => (/* binding */ runTests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3913);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95765);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11101);




/** Longest time that a command of the user's own may take, in milliseconds. */
const COMMAND_MS = 30 * 60_000;
/**
 * Runs a command line that the configuration holds, by bash as GitHub's own steps do: the first line or the first part of
 * a pipe that fails ends it. It is ended itself after COMMAND_MS. Rejects where there is no bash.
 */
async function runShell(line, request) {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
    const abort = AbortSignal.timeout(COMMAND_MS);
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ ...request, command: 'bash', args, abort });
    const note = `\nended, because it took longer than ${COMMAND_MS / 60_000} minutes\n`;
    return abort.aborted ? { ...result, output: result.output + note } : result;
}
/** Runs a service's own tests in its folder, with a plain environment: no token of the job, no credentials. */
function runTests(root, { path }, line) {
    const environment = (0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .plainEnvironment */ .Ud)(process.env);
    return runShell(line, { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path), environment, redactor: (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .createRedactor */ .lY)([]) });
}


/***/ }),

/***/ 44242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _k: () => (/* binding */ LAG_MS),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   s: () => (/* binding */ take),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _core_ledger_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58107);



/** How long SSM may lag behind what it has taken, about, in milliseconds. */
const LAG_MS = 60_000;
/** How many versions of a parameter SSM keeps. */
const KEPT_VERSIONS = 100;
/** Reads the log that a lock is, with SSM's clock at the answer. Throws E_LEDGER. */
async function readLog(ledger, name) {
    const { versions, now } = await ledger.history(name);
    const log = versions.map(({ version, written, value }) => ({ version, written, entry: (0,_core_ledger_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLockEntry */ .zT)(value, name) }));
    return { log, now };
}
/**
 * Writes an entry and returns it where it counts, whatever became of the answer to the write. A step that is cancelled
 * from here on gives it back.
 */
async function take(parts, entry, fresh) {
    const { ledger, name, cancellation } = parts;
    await cancellation.unlessCancelled();
    const written = ledger.append(name, JSON.stringify(entry), fresh);
    const forget = cancellation.beforeCancelledExit(async () => {
        await written.catch(() => undefined);
        await release(ledger, name, entry);
    }, 'last');
    let counts = false;
    try {
        const version = (await written) ?? 0;
        const log = await wholeLog(parts, version, entry);
        counts = log !== undefined && (0,_core_ledger_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .currentEntry */ .ES)(log)?.entry.id === entry.id;
        return counts ? { entry, version, forget } : undefined;
    }
    catch (error) {
        await release(ledger, name, entry).catch(() => undefined);
        throw error;
    }
    finally {
        if (!counts) {
            forget();
        }
    }
}
/**
 * Reads the log when it holds every version up to that of an entry: SSM may answer for a while as if the last writes, ours or
 * another's, had not been. Undefined where the log that the entry was written to was removed meanwhile, with its stage.
 * Throws E_AWS_UNAVAILABLE where SSM lags for too long.
 */
async function wholeLog({ ledger, name, lagMs = LAG_MS, pause }, version, { follows }) {
    for (let delay = 50; delay < lagMs; delay *= 2) {
        const { log } = await readLog(ledger, name);
        const isWhole = log.length === 0 || log.some((each) => each.version === 1);
        if (follows !== '' && isWhole && !log.some(({ entry }) => entry.id === follows)) {
            return undefined;
        }
        const known = new Set(log.map((each) => each.version));
        const wanted = Array.from({ length: Math.min(version, KEPT_VERSIONS) }, (_, index) => version - index);
        if (wanted.every((each) => known.has(each))) {
            return log;
        }
        await pause(delay);
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
        what: `SSM does not show version ${version} of ${name}, which it has taken`,
        fix: 'run again when SSM answers with what was written',
    });
}
/** Writes that nobody holds the lock, behind an entry that did. */
async function release(ledger, name, held) {
    await ledger.append(name, JSON.stringify((0,_core_ledger_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .freeEntry */ .Bo)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), held)), false);
}


/***/ }),

/***/ 77680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ jobFace),
/* harmony export */   G: () => (/* binding */ roleOfSession)
/* harmony export */ });
/* harmony import */ var _core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28609);
/* harmony import */ var _io_github_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47601);
/* harmony import */ var _io_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79387);
/* harmony import */ var _io_runner_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56526);
/* harmony import */ var _io_runner_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37735);





/** Returns the face of a step in a job. */
function jobFace(githubToken, context) {
    return {
        attempt: {
            repository: `${context.owner}/${context.repository}`,
            repositoryId: context.repositoryId,
            id: context.runId,
            attempt: context.runAttempt,
            runner: context.runnerName,
            url: (0,_io_runner_context_js__WEBPACK_IMPORTED_MODULE_3__/* .runUrl */ .Vp)(context),
        },
        github: (0,_io_github_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createGitHubReader */ .r)(githubToken, context),
        log: _io_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .runnerLog */ .t,
        mask: _io_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .mask */ .dK,
        assumerOf: (configuration, secret, log) => (0,_io_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .roleAssumer */ .Dw)(configuration, context, secret, log),
        renewableRole: (configuration, session) => {
            const mayAsk = (process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '';
            return mayAsk ? roleOfSession(configuration, session) : undefined;
        },
        workspace: context.workspace,
        tempFolder: context.tempFolder,
    };
}
/** The profile's role, if a session is of it; undefined for other credentials. */
function roleOfSession({ profile: { role } }, session) {
    // A role's path is in its own ARN and not in that of its sessions.
    const name = role === undefined ? '' : (0,_core_aws_role_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .DM)(role).name.split('/').at(-1);
    return session.arn.includes(`:assumed-role/${name}/`) ? role : undefined;
}


/***/ }),

/***/ 64209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openStage)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./io/aws/live-session.js
var live_session = __webpack_require__(57277);
// EXTERNAL MODULE: ./io/aws/place.js + 9 modules
var place = __webpack_require__(57184);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/topics.js


/** Longest message that is sent, in bytes: SNS takes 256 KiB, attributes included. */
const MAX_MESSAGE = 250 * 1024;
/** Nobody waits long for a message. */
const BRIEF_RETRY = { retries: 1, minTimeout: 200, maxTimeout: 1000 };
const BRIEF = { requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true } };
/** Returns the way to SNS topics with a session, each in the region that its ARN names. */
function topicPublisher(session) {
    return (topic, message) => publish(topic, message, session.inRegion(topic.split(':')[3] ?? session.region));
}
async function publish(topic, message, session) {
    const { SNSClient, PublishCommand } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(591)]).then(__webpack_require__.t.bind(__webpack_require__, 40591, 19));
    const client = (0,client_options/* openClient */.My)(SNSClient, session, BRIEF);
    const text = JSON.stringify(message);
    const attribute = (value) => ({ DataType: 'String', StringValue: value });
    const command = new PublishCommand({
        TopicArn: topic,
        Message: Buffer.byteLength(text) <= MAX_MESSAGE ? text : JSON.stringify({ ...message, services: [] }),
        MessageAttributes: { event: attribute(message.event), stage: attribute(message.stage) },
    });
    await (0,request/* request */.Em)(() => client.send(command), BRIEF_RETRY);
}

// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(29463);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(95765);
// EXTERNAL MODULE: ./io/files/disk.js
var disk = __webpack_require__(13729);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/shell.js
var shell = __webpack_require__(85156);
;// CONCATENATED MODULE: ./io/empty-folder.js






/** Returns the way to run commands that have no checkout; each has a private folder, which is removed behind it. */
function emptyFolderRunner({ tempFolder, environment: own, redactor }) {
    return (command, session, variables) => (0,private_work/* withPrivateFolder */.m)(tempFolder, 'before-destroy', async (parent) => {
        const emptyFile = (0,external_node_path_.join)(parent, 'empty');
        const folder = (0,external_node_path_.join)(parent, 'work');
        await (0,disk/* onDisk */.F)(async () => {
            await (0,external_node_fs_promises_.writeFile)(emptyFile, '', { mode: 0o600 });
            await (0,external_node_fs_promises_.mkdir)(folder, { mode: 0o700 });
        });
        const environment = { ...(0,serverless_environment/* awsEnvironment */.PO)({ own, session, emptyFile, exported: [] }), ...variables };
        return (0,shell/* runShell */.E)(command, { folder, environment, redactor });
    });
}

// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ./io/runner/log.js
var runner_log = __webpack_require__(37735);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/ledger/lock.js
var lock = __webpack_require__(58107);
// EXTERNAL MODULE: ./stage/hold/lock-log.js
var lock_log = __webpack_require__(44242);
;// CONCATENATED MODULE: ./stage/hold/lock.js




/** How long a live lock is waited for, in milliseconds. */
const WAIT_MS = 30 * 60_000;
/** How long a person's lock counts, in milliseconds by SSM's clock. */
const PERSON_MS = 2 * 60 * 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const HEARTBEAT_MS = 30_000;
/**
 * Takes a stage's lock: a dead holder's at once, a live one's when it is given back. Throws E_STAGE_BUSY with the
 * holder's link where it is not given back in time, E_LEDGER where the lock cannot be read.
 */
async function acquireLock(parts) {
    const { name, holder, onWait, waitMs = WAIT_MS, pause } = parts;
    const start = Date.now();
    const look = observer(parts);
    let spoken = 0;
    for (let delay = FIRST_DELAY_MS;; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
        const seen = await look();
        if (seen.holder === undefined) {
            const entry = (0,lock/* takeEntry */.uz)((0,external_node_crypto_.randomUUID)(), seen.current, holder, seen.now);
            const taken = await (0,lock_log/* take */.s)(parts, entry, seen.isNew);
            if (taken !== undefined) {
                return heldLock(parts, taken);
            }
        }
        else if (Date.now() - start >= waitMs) {
            throw busy(name, seen.holder, Date.now() - start);
        }
        else if (Date.now() - spoken >= HEARTBEAT_MS) {
            onWait(`waiting for ${(0,lock/* describeHolder */.sG)(seen.holder)}, which changes this stage${seen.doubt}`);
            spoken = Date.now();
        }
        await pause(delay * (0.75 + Math.random() / 2));
    }
}
function heldLock(parts, { entry, version, forget }) {
    const { ledger, name, holder } = parts;
    let given;
    const discard = async () => {
        // Taken once more, behind itself: that counts only where nobody has taken it over, whatever SSM shows for the moment.
        const again = await (0,lock_log/* take */.s)(parts, (0,lock/* takeEntry */.uz)((0,external_node_crypto_.randomUUID)(), entry, holder, 0), false);
        if (again !== undefined) {
            await ledger.remove(name);
            again.forget();
        }
    };
    const end = (work) => {
        given ??= work().finally(forget);
        return given;
    };
    return {
        check: () => checkHeld(parts, entry, version),
        release: () => end(() => (0,lock_log/* release */._r)(ledger, name, entry)),
        discard: () => end(discard),
    };
}
/** How long a lock is looked for that SSM does not show although it shows what came later, or nothing, in milliseconds. */
const LOOK_MS = 1000;
async function checkHeld({ ledger, name, pause, lagMs = lock_log/* LAG_MS */._k }, own, version) {
    for (let delay = 50;; delay *= 2) {
        const { log } = await (0,lock_log/* readLog */.x6)(ledger, name);
        const current = (0,lock/* currentEntry */.ES)(log)?.entry;
        if (current?.id === own.id) {
            return;
        }
        // SSM may answer for a while as if the last writes had not been: then its newest version is older than ours.
        const isBehind = log.length > 0 && log.every((each) => each.version < version);
        if (log.some(({ entry }) => entry.id === own.id) || delay >= (isBehind ? lagMs : LOOK_MS)) {
            throw lost(name, current?.holder);
        }
        await pause(delay);
    }
}
function lost(name, holder) {
    return new errors/* UserError */.yo('E_STAGE_BUSY', {
        what: `this run's lock of the stage is gone: ${holder === undefined ? 'somebody removed it' : `${(0,lock/* describeHolder */.sG)(holder)} has it now`}`,
        why: 'another run may change the stage, so this one changes nothing more of it',
        fix: `run again when no other run changes the stage (the lock is the SSM parameter ${name})`,
    });
}
/** Returns a function that looks at the lock; GitHub is asked about its holder now and then alone. */
function observer(parts) {
    let asked = 0;
    let answer = { of: '', dead: false };
    return async () => {
        const { log, now } = await (0,lock_log/* readLog */.x6)(parts.ledger, parts.name);
        const current = (0,lock/* currentEntry */.ES)(log);
        const holder = current?.entry.holder;
        const isNew = log.length === 0;
        if (current === undefined || holder === undefined) {
            return { current: current?.entry, holder: undefined, isNew, now, doubt: '' };
        }
        if (answer.of !== current.entry.id || Date.now() - asked >= LONGEST_DELAY_MS) {
            answer = { of: current.entry.id, dead: await isDead(current, now, parts) };
            asked = Date.now();
        }
        const doubt = answer.dead === undefined ? ' (GitHub does not say whether it has ended: allow `actions: read` to the job)' : '';
        return { current: current.entry, holder: answer.dead === true ? undefined : holder, isNew, now, doubt };
    };
}
/** Whether a holder has ended; undefined where GitHub does not say, so that it counts as alive. */
async function isDead({ entry, written }, now, { hasEnded, holder: own }) {
    const { holder } = entry;
    if (holder !== undefined && (0,lock/* isOfSameJob */.bN)(holder, own)) {
        return true;
    }
    if (holder?.kind === 'user') {
        return now - written >= PERSON_MS;
    }
    return holder === undefined ? true : hasEnded(holder.run, holder.attempt);
}
function busy(name, holder, waited) {
    return new errors/* UserError */.yo('E_STAGE_BUSY', {
        what: `${(0,lock/* describeHolder */.sG)(holder)} changes this stage, and has not ended in ${Math.round(waited / 60_000)} minutes`,
        why: 'two runs must not change one stage at once',
        fix: 'run again when it has ended; where it has ended and GitHub did not say so, allow `actions: read` to the job, ' +
            `or remove the lock: aws ssm delete-parameter --name ${name}`,
    });
}

;// CONCATENATED MODULE: ./stage/open/stage.js









/** Opens the ways to AWS and GitHub; nothing is asked yet. */
function openStage(parts, face) {
    const { configuration, session, redactor } = parts;
    const { attempt, github } = face;
    redactor.learn(session.secretAccessKey);
    redactor.learn(session.sessionToken ?? '');
    const log = (0,runner_log/* redactingLog */.K)(face.log, redactor);
    const secret = (text) => {
        face.mask(text);
        redactor.learn(text);
    };
    const assume = face.assumerOf(configuration, secret, log);
    const liveOf = async (role, policy) => {
        const renewal = () => assume(role, policy);
        return (0,live_session/* createLiveSession */.x)(await renewal(), renewal, log.warning);
    };
    const ownRole = face.renewableRole(configuration, session);
    const live = (0,live_session/* createLiveSession */.x)(session, ownRole === undefined ? undefined : () => assume(ownRole), log.warning);
    return {
        configuration,
        session,
        live,
        attempt,
        placeIn: (0,place/* placesOf */.e)(live, ownRole === undefined ? undefined : (policy) => liveOf(ownRole, policy)),
        placesOfRole: async (role) => (0,place/* placesOf */.e)(await liveOf(role), (policy) => liveOf(role, policy)),
        acquireLock: (lock) => acquireLock({ ...lock, hasEnded: github.hasEnded, pause: promises_.setTimeout, cancellation: cancellation/* cancellation */.WN }),
        github,
        configs: (0,config_reader/* createConfigReader */.A)(github, parts.workingDirectory, log),
        redactor,
        voice: { log, say: log.info, clock: () => performance.now(), pause: promises_.setTimeout },
        cancellation: cancellation/* cancellation */.WN,
        publishToTopic: topicPublisher(live),
        runInEmptyFolder: emptyFolderRunner({ tempFolder: face.tempFolder, environment: process.env, redactor }),
    };
}


/***/ })

};
