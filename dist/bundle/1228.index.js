export const id = 1228;
export const ids = [1228];
export const modules = {

/***/ 34088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ ownerSchema),
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   AA: () => (/* binding */ checkOwner),
/* harmony export */   iz: () => (/* binding */ ownerOfRun),
/* harmony export */   s0: () => (/* binding */ sameOwner)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);


/** Whose a deployment is: a repository's (with the ref of its preview), or a person's. */
const ownerSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('repository'),
        id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** `owner/name`, for people; the id decides. */
        name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** Full ref of a preview; absent for a configured stage. */
        ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('user'), user: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
]);
/**
 * Returns whose a stage is that a run changes: the repository's, for a preview its ref's, for a personal stage the person's.
 */
function ownerOfRun({ repositoryId, repository, person }, { kind, ref }) {
    if (kind === 'personal' && person !== undefined) {
        return { kind: 'user', user: person.user };
    }
    return { kind: 'repository', id: repositoryId, name: repository, ...(kind === 'preview' ? { ref } : {}) };
}
/** Whether two owners are the same: a renamed repository stays itself. */
function sameOwner(a, b) {
    if (a.kind === 'user' || b.kind === 'user') {
        return a.kind === 'user' && b.kind === 'user' && a.user === b.user;
    }
    return a.id === b.id && a.ref === b.ref;
}
/** Spells an owner for people. */
function describeOwner(owner) {
    if (owner.kind === 'user') {
        return owner.user;
    }
    return `${owner.name}${owner.ref === undefined ? '' : ` (${owner.ref})`}`;
}
/** Refuses a deployment that is somebody else's; throws E_STACK_FOREIGN. */
function checkOwner(what, found, ours) {
    if (!sameOwner(found, ours)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_FOREIGN', {
            what: `${what} belongs to ${describeOwner(found)}, and this run is of ${describeOwner(ours)}`,
            why: 'it was left untouched',
            fix: ours.kind === 'user'
                ? 'leave --stage out, or give your stage another name with it'
                : 'give the service another `service:`, or the application another `app:`, in one of the two',
        });
    }
}


/***/ }),

/***/ 94058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ parseDeploymentRecord),
/* harmony export */   Lx: () => (/* binding */ runSchema),
/* harmony export */   Tw: () => (/* binding */ parseStored),
/* harmony export */   rE: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34088);
/* harmony import */ var _stored_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12346);




/** The version of what the ledger holds. */
const version = { schemaVersion: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1) };
/** The run that wrote something into the ledger. */
const runSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    attempt: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Where a person sees the run; empty where there is none. */
    url: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Hashes of what a deployment is made of (source) and of what it is made with. */
const fingerprint = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    source: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    parameters: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    outputs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    tools: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** What is known of a deployment that was completed. */
const completed = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    commit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Absent where not everything that goes into it could be told. */
    fingerprint: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(fingerprint),
    /** ARN of the stack. */
    stack: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** The stack's LastUpdatedTime (else CreationTime) when the verdict was made, in ISO 8601. */
    changed: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the stack's outputs. */
    outputs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Hash over the code of all functions; absent if it could not be told. */
    code: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
const record = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    ...version,
    service: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** What the owner's configuration calls it. */
    key: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    owner: _owner_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerSchema */ .$K,
    run: runSchema,
    /**
     * What became of it last: `interrupted` is a deploy that was cancelled while CloudFormation went on, `removing` a removal
     * that is, or was, under way, `orphaned` one that CloudFormation could not finish.
     */
    status: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['deploying', 'deployed', 'failed', 'interrupted', 'removing', 'orphaned']),
    /** Commit that is, or was, being deployed. */
    commit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Name of the stack, known before there is one. */
    stackName: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Names of the services that it depends on: whoever removes the stage has no graph but this. */
    needs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** The CLI that deployed it last, with its version. */
    cli: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    completed: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(completed),
    /** ARN of a stack whose removal was begun and not finished, if `completed` does not say. */
    removing: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
/** Reads the record of a deployment; throws E_LEDGER with the remedy where it is none. */
function parseDeploymentRecord(text, name) {
    const found = parseStored(record, text, name);
    if (name.split('/').at(-1) !== found.service) {
        throw unreadable(name, `it is of the service "${found.service}"`);
    }
    return found;
}
/** Reads a text of the ledger by its schema; throws E_LEDGER with the remedy. */
function parseStored(schema, text, name) {
    const fault = (0,_stored_text_js__WEBPACK_IMPORTED_MODULE_3__/* .typeFault */ .F)(text);
    if (fault !== undefined) {
        throw unreadable(name, fault);
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qFJ(), schema), text);
    if (result.success) {
        return result.output;
    }
    const [issue] = result.issues;
    throw unreadable(name, valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'it is no JSON');
}
function unreadable(name, fault) {
    const isDeployment = !name.includes('/_repository/');
    const adopt = !isDeployment
        ? ''
        : name.includes('/configured/')
            ? ', to have the stage take its stack over anew'
            : ' when its stack is gone (a stack without a record is never removed)';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_LEDGER', {
        what: `the record ${name} in SSM Parameter Store cannot be read (${fault})`,
        why: 'it is not what this version of the product writes',
        fix: 'use the version that wrote it; or write an earlier version of the parameter back ' +
            `(aws ssm get-parameter-history --name ${name}); or remove it${adopt}: aws ssm delete-parameter --name ${name}`,
    });
}


/***/ }),

/***/ 12346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ typeFault),
/* harmony export */   V: () => (/* binding */ storedText)
/* harmony export */ });
/** No text of SSM's begins with this sign: what stands behind it is the type of a parameter that is no text. */
const NO_TEXT = '\0';
/** Returns what a parameter of SSM's holds, as the readers of the ledger take it: of another type than String they name the type. */
function storedText(value, type) {
    return type === 'String' ? value : `${NO_TEXT}${type}`;
}
/** What is wrong with the type of a parameter that holds this; undefined where it is a String. */
function typeFault(text) {
    return text.startsWith(NO_TEXT)
        ? `it is a ${text.slice(NO_TEXT.length)}, and this product writes a String`
        : undefined;
}


/***/ }),

/***/ 80409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OV: () => (/* binding */ isLostOutput),
/* harmony export */   jO: () => (/* binding */ outputText),
/* harmony export */   lY: () => (/* binding */ asciiOutput)
/* harmony export */ });
/**
 * CloudFormation gives `?` for each character of an output that is not ASCII. So such a character is written as JSON has it
 * (`\u00fc`) into the outputs of a package, and read back from the stack; the end of the output's description says so. What only the
 * stack knows (`Ref`, `Fn::GetAtt`) is not looked at: a `\u0041` in it is taken for an escape, and a character that is not ASCII is lost.
 */
const ESCAPED = '[serverless-stages: escaped]';
/** Ends the description of an output that stays as it is, because others read it, or because its value is put together. */
const LOST = '[serverless-stages: not ASCII]';
/** Longest description of an output, in bytes. */
const MAX_DESCRIPTION = 1024;
/** Returns an output of a template as CloudFormation gives it back; undefined if it can stay as it is. */
function asciiOutput(output) {
    if (isAscii(JSON.stringify(output.Value) ?? '') || isLostOutput(output)) {
        return undefined;
    }
    const escaped = output.Export === undefined ? escapedValue(output.Value) : undefined;
    return escaped === undefined
        ? { ...output, Description: described(output, LOST) }
        : { ...output, Value: escaped, Description: described(output, ESCAPED) };
}
/** Reads the value of an output that `asciiOutput` may have changed; undefined if CloudFormation does not give it back. */
function outputText(value, description = '') {
    if (isLostOutput({ Description: description })) {
        return undefined;
    }
    return description.endsWith(ESCAPED)
        ? value.replace(/\\u([0-9a-f]{4})/g, (_escape, code) => String.fromCharCode(Number.parseInt(code, 16)))
        : value;
}
/** Whether an output of a package stays such that CloudFormation does not give it back. */
function isLostOutput({ Description }) {
    return typeof Description === 'string' && Description.endsWith(LOST);
}
/** A text, or texts that are joined: what else makes a value looks at its characters. All texts of one are escaped alike. */
function escapedValue(value) {
    if (typeof value === 'string') {
        return escapedText(value);
    }
    const [[name, argument] = [], ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (name === 'Fn::Sub' && more.length === 0) {
        return escapedSub(argument);
    }
    if (name === 'Fn::Join' && more.length === 0 && Array.isArray(argument) && Array.isArray(argument[1])) {
        const [first, ...rest] = [argument[0], ...argument[1]].map(escapedValue);
        return [first, ...rest].includes(undefined) ? undefined : { 'Fn::Join': [first, rest] };
    }
    return isAscii(JSON.stringify(value) ?? '') ? value : undefined;
}
function escapedSub(argument) {
    const [text, values = {}] = Array.isArray(argument) ? argument : [argument];
    const escaped = Object.entries(values).map(([name, value]) => [
        name,
        escapedValue(value),
    ]);
    if (typeof text !== 'string' || escaped.some(([, value]) => value === undefined)) {
        return undefined;
    }
    return { 'Fn::Sub': Array.isArray(argument) ? [escapedText(text), Object.fromEntries(escaped)] : escapedText(text) };
}
function escapedText(text) {
    return text.replace(/[^\0-\x5b\x5d-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function isAscii(text) {
    return !/[^\0-\x7f]/.test(text);
}
function described({ Description: own }, mark) {
    const text = typeof own === 'string' && own !== '' ? `${own} ` : '';
    const room = MAX_DESCRIPTION - mark.length - 1;
    // A sign that is cut in two becomes one that is no sign.
    const cut = Buffer.from(text)
        .subarray(0, room)
        .toString()
        .replace(/\ufffd$/, '');
    return Buffer.byteLength(text) <= room ? `${text}${mark}` : `${cut} ${mark}`;
}


/***/ }),

/***/ 47074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ consoleUrl),
/* harmony export */   F: () => (/* binding */ outputsGivenBack),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   IE: () => (/* binding */ STACK_STATUSES),
/* harmony export */   Rs: () => (/* binding */ stacksUrl),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   qf: () => (/* binding */ isUntaggedChangeSet)
/* harmony export */ });
/* harmony import */ var _aws_region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87055);

/** Returns the outputs of a stack without those that CloudFormation does not give back. */
function outputsGivenBack({ outputs, lostOutputs = [] }) {
    return Object.fromEntries(Object.entries(outputs).filter(([id]) => !lostOutputs.includes(id)));
}
/** Every status that a stack can have (CloudFormation API reference, Stack, StackStatus). */
const STACK_STATUSES = [
    'CREATE_IN_PROGRESS',
    'CREATE_FAILED',
    'CREATE_COMPLETE',
    'ROLLBACK_IN_PROGRESS',
    'ROLLBACK_FAILED',
    'ROLLBACK_COMPLETE',
    'DELETE_IN_PROGRESS',
    'DELETE_FAILED',
    'DELETE_COMPLETE',
    'UPDATE_IN_PROGRESS',
    'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    'UPDATE_COMPLETE',
    'UPDATE_FAILED',
    'UPDATE_ROLLBACK_IN_PROGRESS',
    'UPDATE_ROLLBACK_FAILED',
    'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
    'UPDATE_ROLLBACK_COMPLETE',
    'REVIEW_IN_PROGRESS',
    'IMPORT_IN_PROGRESS',
    'IMPORT_COMPLETE',
    'IMPORT_ROLLBACK_IN_PROGRESS',
    'IMPORT_ROLLBACK_FAILED',
    'IMPORT_ROLLBACK_COMPLETE',
];
/** Where a person sees a stack in AWS's console, by its ARN. */
function consoleUrl(id) {
    const region = id.split(':')[3] ?? '';
    return `${consoleOf(region)}#/stacks/events?stackId=${encodeURIComponent(id)}`;
}
/** Where a person sees a stack in AWS's console of which only the name is known. */
function stacksUrl(region, name) {
    return `${consoleOf(region)}#/stacks?filteringText=${encodeURIComponent(name)}`;
}
function consoleOf(region) {
    const hosts = { 'aws-cn': 'amazonaws.cn', 'aws-us-gov': 'amazonaws-us-gov.com' };
    const host = [region, 'console', hosts[(0,_aws_region_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region)] ?? 'aws.amazon.com'].join('.');
    return `https://${host}/cloudformation/home?region=${region}`;
}
/** Whether a stack stays in this status until somebody does something. */
function isTerminal(status) {
    return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}
/** Whether a status is the good end of a create, update or import. */
function isSuccess(status) {
    return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}
/**
 * Whether a stack without the tag STAGE may be a stage's all the same: one that is nothing but a change set may not have its
 * tags yet, so its name has to hold the stage.
 */
function isUntaggedChangeSet({ status, stage, name }, of) {
    return stage === undefined && status === 'REVIEW_IN_PROGRESS' && name.endsWith(`-${of}`);
}


/***/ }),

/***/ 44671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ watchAnswers)
/* harmony export */ });
/** Tells AWS's time of each answer, in milliseconds since 1970; it shows seconds. */
function watchAnswers(watched, tell) {
    const watch = (next) => async (args) => {
        const received = await next(args);
        const date = Date.parse(received.response.headers?.['date'] ?? '');
        if (!Number.isNaN(date)) {
            tell(date);
        }
        return received;
    };
    watched.middlewareStack.add(watch, { step: 'deserialize', name: 'watchAnswers', priority: 'low' });
}


/***/ }),

/***/ 64890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ describeStack),
  q: () => (/* binding */ openStackReader)
});

// EXTERNAL MODULE: ../node_modules/p-throttle/index.js
var p_throttle = __webpack_require__(2482);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/stack/output-text.js
var output_text = __webpack_require__(80409);
// EXTERNAL MODULE: ./core/stack/status.js
var stack_status = __webpack_require__(47074);
// EXTERNAL MODULE: ./io/broken-answer.js
var broken_answer = __webpack_require__(38884);
// EXTERNAL MODULE: ./io/aws/errors.js
var errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/pages.js
var pages = __webpack_require__(15260);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./core/errors.js
var core_errors = __webpack_require__(30742);
;// CONCATENATED MODULE: ./io/aws/settled.js



const HEARTBEAT_MS = 30_000;
const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 15_000;
/**
 * Looks at a stack until it is in no operation (undefined: there is none). Throws E_STACK_STATE after `budgetMs`; what
 * CloudFormation does goes on then.
 */
async function untilSettled({ find, newestEvent }, name, { budgetMs, onWait, now = Date.now, pause = promises_.setTimeout }) {
    const start = now();
    let spoken = start;
    for (let delay = FIRST_DELAY_MS;; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
        const stack = await find(name);
        if (stack === undefined || (0,stack_status/* isTerminal */.Hd)(stack.status)) {
            return stack;
        }
        if (now() - start > budgetMs) {
            throw busy(stack, budgetMs);
        }
        if (now() - spoken >= HEARTBEAT_MS) {
            onWait(stack, await newestEvent(stack.id).catch(() => undefined));
            spoken = now();
        }
        await pause(delay * (0.75 + Math.random() / 2));
    }
}
function busy(stack, budgetMs) {
    return new core_errors/* UserError */.yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status} for more than ${Math.round(budgetMs / 60_000)} minutes`,
        why: 'CloudFormation goes on with it',
        fix: 'run again when CloudFormation is done with it',
    });
}

;// CONCATENATED MODULE: ./io/aws/cloudformation.js









/** The Serverless Framework exports every function, and who imports is asked of each: CloudFormation throttles that soon. */
const pacedImports = (0,p_throttle/* default */.A)({ limit: 8, interval: 1000 });
/** Opens CloudFormation for looking. */
function openStackReader(access) {
    /** Reads something of a stack; undefined if there is none of that name. */
    const ask = async (name, read, plan) => {
        const { sdk, client } = await access();
        try {
            return await (0,request/* request */.Em)(() => read(client.send(new sdk.DescribeStacksCommand({ StackName: name }))), plan);
        }
        catch (error) {
            if (isMissing(error)) {
                return undefined;
            }
            const goesOn = plan === undefined ? '' : ' (CloudFormation may still be running; the next run goes on from there)';
            throw (0,errors/* awsError */.es)(`the stack ${name} could not be looked at${goesOn}`, error);
        }
    };
    const find = (name) => ask(name, describeStack);
    const eventPage = async (id, token) => {
        const { sdk, client } = await access();
        const command = new sdk.DescribeStackEventsCommand({ StackName: id, NextToken: token });
        return (0,request/* request */.Em)(async () => {
            const page = await (0,request/* whole */.WQ)(client.send(command), 'StackEvents');
            const all = (0,request/* entriesOf */.Mc)(page.StackEvents, 'an event', 'EventId', 'Timestamp');
            return { items: all.map(stackEvent), next: page.NextToken };
        }).catch((error) => {
            throw (0,errors/* awsError */.es)(`the events of the stack ${id} could not be read`, error);
        });
    };
    const newestEvent = async (id) => {
        const { items } = await eventPage(id, undefined);
        return [...items].sort((a, b) => b.time - a.time)[0];
    };
    return {
        find,
        newestEvent,
        async names() {
            const { sdk, client } = await access();
            const StackStatusFilter = stack_status/* STACK_STATUSES */.IE.filter((status) => status !== 'DELETE_COMPLETE');
            return (0,pages/* allPages */.S)(async (token) => {
                const command = new sdk.ListStacksCommand({ StackStatusFilter, NextToken: token });
                return (0,request/* request */.Em)(async () => {
                    const page = await (0,request/* whole */.WQ)(client.send(command), 'StackSummaries');
                    const all = (0,request/* entriesOf */.Mc)(page.StackSummaries, 'a stack', 'StackName');
                    return { items: all.map(({ StackName }) => StackName), next: page.NextToken };
                }).catch((error) => {
                    throw (0,errors/* awsError */.es)('the stacks could not be listed', error);
                });
            });
        },
        settings: (id) => ask(id, describeSettings),
        settled: (name, budgetMs, onWait) => untilSettled({ find: (one) => ask(one, describeStack, request/* PATIENT_RETRY */.rO), newestEvent }, name, { budgetMs, onWait }),
        async template(id, stage = 'Processed') {
            const { sdk, client } = await access();
            try {
                const command = new sdk.GetTemplateCommand({ StackName: id, TemplateStage: stage });
                return (await (0,request/* request */.Em)(() => (0,request/* whole */.WQ)(client.send(command), 'TemplateBody'))).TemplateBody;
            }
            catch (error) {
                if ((0,errors/* isDenied */.GZ)(error)) {
                    return undefined;
                }
                throw (0,errors/* awsError */.es)(`the template of the stack ${id} could not be read`, error);
            }
        },
        async importers(name) {
            const { sdk, client } = await access();
            return (0,pages/* allPages */.S)(async (token) => {
                const command = new sdk.ListImportsCommand({ ExportName: name, NextToken: token });
                try {
                    const page = await (0,request/* request */.Em)(pacedImports(() => (0,request/* whole */.WQ)(client.send(command), 'Imports')));
                    return { items: page.Imports, next: page.NextToken };
                }
                catch (error) {
                    // CloudFormation's way to say "none".
                    if (error instanceof Error && /is not imported by any stack/.test(error.message)) {
                        return { items: [], next: undefined };
                    }
                    throw (0,errors/* awsError */.es)(`the importers of the export ${name} could not be listed`, error);
                }
            });
        },
        async events(id, since) {
            const isOld = ({ time }) => time <= since;
            const events = await (0,pages/* allPages */.S)((token) => eventPage(id, token), (page) => page.some(isOld));
            return events.filter((event) => !isOld(event));
        },
    };
}
/**
 * Returns the stack that was asked for by its name, with these members: that there is none is an error of CloudFormation's,
 * never an empty list. Throws BrokenAnswer.
 */
async function theStack(sending, ...members) {
    const { Stacks } = await (0,request/* whole */.WQ)(sending, 'Stacks');
    const [stack] = (0,request/* entriesOf */.Mc)(Stacks, 'the stack', ...members);
    if (stack === undefined) {
        throw new broken_answer/* BrokenAnswer */.M('the list of stacks is empty');
    }
    return stack;
}
/** Returns a stack as it is. Throws BrokenAnswer. */
async function describeStack(sending) {
    const stack = await theStack(sending, 'StackId', 'StackName', 'StackStatus', 'CreationTime');
    const outputs = (0,request/* entriesOf */.Mc)(stack.Outputs ?? [], 'an output', 'OutputKey', 'OutputValue').map((output) => ({
        ...output,
        text: (0,output_text/* outputText */.jO)(output.OutputValue, output.Description),
    }));
    const lost = outputs.filter(({ text }) => text === undefined);
    const stage = stack.Tags?.find((tag) => tag.Key === 'STAGE')?.Value;
    return {
        name: stack.StackName,
        id: stack.StackId,
        status: stack.StackStatus,
        ...(0,only_defined/* onlyDefined */.M)({ reason: stack.StackStatusReason }),
        created: stack.CreationTime.toISOString(),
        changed: (stack.LastUpdatedTime ?? stack.CreationTime).toISOString(),
        outputs: Object.fromEntries(outputs.map(({ OutputKey, OutputValue, text = OutputValue }) => [OutputKey, text])),
        exports: Object.fromEntries(outputs.flatMap(({ ExportName, OutputValue, text = OutputValue }) => ExportName === undefined ? [] : [[ExportName, text]])),
        ...(lost.length === 0
            ? {}
            : {
                lostOutputs: lost.map(({ OutputKey }) => OutputKey),
                lostExports: lost.flatMap(({ ExportName }) => ExportName ?? []),
            }),
        isProtected: stack.EnableTerminationProtection === true,
        ...(0,only_defined/* onlyDefined */.M)({ stage }),
    };
}
async function describeSettings(sending) {
    const stack = await theStack(sending, 'StackId');
    const parameters = (0,request/* entriesOf */.Mc)(stack.Parameters ?? [], 'a parameter', 'ParameterKey');
    const tags = (0,request/* entriesOf */.Mc)(stack.Tags ?? [], 'a tag', 'Key', 'Value');
    return {
        parameters: parameters.map(({ ParameterKey: key, ParameterValue: value = '' }) => ({ key, value })),
        tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        capabilities: (stack.Capabilities ?? []),
        notificationArns: stack.NotificationARNs ?? [],
        ...(0,only_defined/* onlyDefined */.M)({ role: stack.RoleARN }),
    };
}
function isMissing(error) {
    return error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message);
}
function stackEvent(event) {
    return {
        id: event.EventId,
        time: event.Timestamp.getTime(),
        logicalId: event.LogicalResourceId ?? '',
        physicalId: event.PhysicalResourceId ?? '',
        type: event.ResourceType ?? '',
        status: event.ResourceStatus ?? '',
        reason: event.ResourceStatusReason ?? '',
    };
}


/***/ }),

/***/ 15260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ allPages)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/**
 * Reads all pages of a list, or as many as are `enough`. Throws E_AWS_UNAVAILABLE where a token comes
 * twice: it would lead round for ever.
 */
async function allPages(read, enough = () => false) {
    const found = [];
    const seen = new Set();
    for (let token;;) {
        const { items, next } = await read(token);
        found.push(...items);
        if (next === undefined || next === '' || enough(items)) {
            return found;
        }
        if (seen.has(next)) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
                what: `AWS gives the same page of a list again and again, after ${found.length} entries`,
                fix: 'run again; tell AWS support if it stays',
            });
        }
        seen.add(next);
        token = next;
    }
}


/***/ }),

/***/ 62362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parameterValue),
/* harmony export */   T: () => (/* binding */ openParameters)
/* harmony export */ });
/* harmony import */ var p_throttle__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2482);
/* harmony import */ var _core_ledger_stored_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12346);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38668);
/* harmony import */ var _answer_clock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44671);
/* harmony import */ var _client_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13786);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24713);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15260);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16869);








/** SSM takes few writes a second; what comes faster is throttled and made again. */
const pacedWrite = (0,p_throttle__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)({ limit: 10, interval: 1000 });
/** SSM answers 40 lists a second for the whole account; a little less leaves room for others. */
const pacedList = (0,p_throttle__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)({ limit: 36, interval: 1000 });
/** Opens the calls of SSM that the ledger is made of; their errors say which parameter, and where. */
function openParameters(session) {
    const place = `in account ${session.account}, region ${session.region}`;
    let offset = 0;
    const open = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_5__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1686)]).then(__webpack_require__.t.bind(__webpack_require__, 21686, 19));
        const client = (0,_client_options_js__WEBPACK_IMPORTED_MODULE_0__/* .openClient */ .My)(sdk.SSMClient, session);
        (0,_answer_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .watchAnswers */ .D)(client, (date) => {
            offset = date - Date.now();
        });
        return { sdk, client };
    });
    const explain = (error, what) => {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsError */ .es)(`${what} ${place}`, error);
    };
    const now = () => Date.now() + offset;
    return {
        now,
        /** Parameters below a path, at any depth or right below it. */
        async list(path, recursive) {
            const { sdk, client } = await open();
            return (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .allPages */ .S)(async (token) => {
                const input = { Path: path, Recursive: recursive, MaxResults: 10, NextToken: token };
                const command = new sdk.GetParametersByPathCommand(input);
                const send = async () => {
                    const { Parameters, NextToken } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(client.send(command), 'Parameters');
                    const all = (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(Parameters, 'a parameter', 'Name', 'Value', 'Type', 'LastModifiedDate');
                    return {
                        items: all.map(({ Name, Value, Type, LastModifiedDate }) => ({
                            name: Name,
                            value: (0,_core_ledger_stored_text_js__WEBPACK_IMPORTED_MODULE_7__/* .storedText */ .V)(Value, Type),
                            written: LastModifiedDate.getTime(),
                        })),
                        next: NextToken,
                    };
                };
                return (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .request */ .Em)(pacedList(send)).catch((error) => explain(error, `the records below ${path} could not be read`));
            });
        },
        async read(name) {
            const { sdk, client } = await open();
            try {
                const command = new sdk.GetParameterCommand({ Name: name });
                return await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .request */ .Em)(() => parameterValue(client.send(command)));
            }
            catch (error) {
                return isMissing(error) ? undefined : explain(error, `${name} could not be read`);
            }
        },
        /** Returns the version that was written; undefined where one was there and was not to be overwritten. */
        async write(name, text, overwrite) {
            const { sdk, client } = await open();
            const input = { Name: name, Value: text, Type: 'String', Overwrite: overwrite };
            try {
                const command = new sdk.PutParameterCommand(input);
                return (await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .request */ .Em)(pacedWrite(() => (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(client.send(command), 'Version')))).Version;
            }
            catch (error) {
                return !overwrite && error.name === 'ParameterAlreadyExists'
                    ? undefined
                    : explain(error, `${name} could not be written`);
            }
        },
        async remove(name) {
            const { sdk, client } = await open();
            const command = new sdk.DeleteParameterCommand({ Name: name });
            await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .request */ .Em)(pacedWrite(() => client.send(command))).catch((error) => isMissing(error) ? undefined : explain(error, `${name} could not be removed`));
        },
        async history(name) {
            const { sdk, client } = await open();
            const versions = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .allPages */ .S)(async (token) => {
                const input = { Name: name, MaxResults: 50, NextToken: token };
                const command = new sdk.GetParameterHistoryCommand(input);
                return (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .request */ .Em)(async () => {
                    const { Parameters, NextToken } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(client.send(command), 'Parameters');
                    const all = (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(Parameters, 'a version of a parameter', 'Version', 'Value', 'Type', 'LastModifiedDate');
                    return {
                        items: all.map(({ Version, LastModifiedDate, Value, Type }) => ({
                            version: Version,
                            written: LastModifiedDate.getTime(),
                            value: (0,_core_ledger_stored_text_js__WEBPACK_IMPORTED_MODULE_7__/* .storedText */ .V)(Value, Type),
                        })),
                        next: NextToken,
                    };
                });
            }).catch((error) => (isMissing(error) ? [] : explain(error, `${name} could not be read`)));
            return { versions, now: now() };
        },
    };
}
/** Returns the text of the parameter that was asked for: that there is none is an error of SSM's. Throws BrokenAnswer. */
async function parameterValue(sending) {
    const { Parameter } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(sending, 'Parameter');
    const [{ Value, Type } = { Value: '', Type: '' }] = (0,_request_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)([Parameter], 'the parameter', 'Value', 'Type');
    return (0,_core_ledger_stored_text_js__WEBPACK_IMPORTED_MODULE_7__/* .storedText */ .V)(Value, Type);
}
const isMissing = (error) => error.name === 'ParameterNotFound';


/***/ })

};
