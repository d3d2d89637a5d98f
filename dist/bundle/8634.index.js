export const id = 8634;
export const ids = [8634];
export const modules = {

/***/ 58565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ deployFromHere)
/* harmony export */ });
/* harmony import */ var _actions_deploy_service_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23368);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59964);
/* harmony import */ var _io_private_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29659);
/* harmony import */ var _io_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77700);
/* harmony import */ var _stage_open_deployment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48770);





/** How many services are deployed at the same time. */
const CONCURRENCY = 4;
/** Does what the action deploy-service does, with the files of this clone as they are. Throws what that throws. */
async function deployFromHere(laptop, { session, parameters }, { service, isDryRun }, terminal) {
    const { configuration, face, checkout } = laptop;
    const workingDirectory = checkout.folder;
    const open = await (0,_stage_open_deployment_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentOpener */ .XF)({ configuration, session, parameters, workingDirectory, keep: undefined }, face);
    const inputs = {
        services: service,
        configuration: undefined,
        stage: undefined,
        'credentials-file': '',
        'parameters-file': '',
        concurrency: CONCURRENCY,
        'publish-outputs': undefined,
        'dry-run': isDryRun,
        redeploy: false,
        rollback: false,
        freeze: undefined,
        'lift-freeze': undefined,
        'test-result': undefined,
        'expected-code': undefined,
        'job-summary': false,
        'github-token': '',
        'serverless-access-key': process.env['SERVERLESS_ACCESS_KEY'],
        'serverless-license-key': process.env['SERVERLESS_LICENSE_KEY'],
        'working-directory': workingDirectory,
    };
    const title = `${isDryRun ? 'planning' : 'deploying'} ${configuration.stage.name}`;
    const { outputs, failure } = await terminal.working(title, () => (0,_io_private_work_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrivateFolder */ .m)(face.tempFolder, 'serverless-stages', (folder) => (0,_io_source_js__WEBPACK_IMPORTED_MODULE_3__/* .withSource */ .g)(checkout.root, workingDirectory, (source) => (0,_actions_deploy_service_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(inputs, open(source, folder)))));
    return { result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeJson */ .xO)(outputs.result ?? ''), failure };
}


/***/ }),

/***/ 57194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ openLaptop),
  U: () => (/* binding */ openProfile)
});

// EXTERNAL MODULE: ./actions/load-profile/run.js + 1 modules
var run = __webpack_require__(17964);
// EXTERNAL MODULE: ./actions/resolve-stage/run.js + 6 modules
var resolve_stage_run = __webpack_require__(11144);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(89101);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
// EXTERNAL MODULE: ./core/laptop/person.js
var laptop_person = __webpack_require__(84965);
;// CONCATENATED MODULE: ./core/laptop/stage.js






/**
 * Returns the stage that a person means: a configured one by its exact name, else a personal one, which is called after its
 * name or the person's and has at most `maxLength` characters. Throws E_STAGE_UNKNOWN for a preview's name and for a configured one in another case, E_INPUT for none,
 * E_PROFILE_UNKNOWN if there is no profile for it.
 */
function laptopStage(config, { stage: wanted, profile }, person, commit, maxLength = stage_name/* DEFAULT_MAX_LENGTH */.mg) {
    const configured = wanted === undefined ? undefined : (0,own_value/* ownValue */.e)(config.stages ?? {}, wanted);
    const at = commit === undefined ? {} : { commit };
    if (wanted !== undefined && configured !== undefined && (0,effective/* configuredStages */.WX)(config).includes(wanted)) {
        const identity = { name: wanted, kind: 'configured', ref: `refs/heads/${configured.branch}`, ...at };
        return { stage: identity, profile: profile ?? configured.profile };
    }
    if (wanted?.includes(stage_name/* PREVIEW_MARK */.Hp)) {
        throw new errors/* UserError */.yo('E_STAGE_UNKNOWN', {
            what: `"${wanted}" is the stage of a preview`,
            why: 'a preview follows its pull request or branch, and belongs to the workflow',
            fix: `push to its branch, or leave --stage out – ${(0,suggest/* suggestName */.S)(wanted, (0,effective/* configuredStages */.WX)(config))}`,
        });
    }
    checkWish(config, wanted);
    const spoken = wanted ?? (0,laptop_person/* stageNameOf */.R)(person);
    const name = stage_name/* PERSONAL_NAME */.fx.test(spoken) ? spoken : (0,stage_name/* personalStageName */.c)((0,laptop_person/* identityOf */.c)(person), spoken, maxLength);
    return { stage: { name, kind: 'personal', ref: '', ...at }, profile: profile ?? defaultProfile(config) };
}
/** A variable of a shell that is not set is no name, and a configured stage in other letters is not a personal one. */
function checkWish(config, wanted) {
    if (wanted?.trim() === '') {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the option --stage is empty',
            fix: 'name a stage, or leave the option out for a stage of your own',
        });
    }
    const meant = (0,effective/* configuredStages */.WX)(config).find((stage) => stage.toLowerCase() === wanted?.trim().toLowerCase());
    if (meant !== undefined) {
        throw new errors/* UserError */.yo('E_STAGE_UNKNOWN', {
            what: `there is no stage "${wanted}"`,
            why: 'names of stages differ by upper and lower case',
            fix: `did you mean "${meant}"? Give a stage of your own another name`,
        });
    }
}
function defaultProfile(config) {
    const name = config['default-profile'];
    if (name === undefined) {
        throw new errors/* UserError */.yo('E_PROFILE_UNKNOWN', {
            what: 'a personal stage needs a profile, and the configuration has no "default-profile"',
            fix: `write one at its top level, or add --profile – ${(0,suggest/* suggestName */.S)('', Object.keys(config.profiles))}`,
        });
    }
    return name;
}
/** Refuses what would change a configured stage from a laptop that its configuration does not open. Throws E_LAPTOP_FORBIDDEN. */
function checkLaptopAllowed(config, { name, kind }) {
    if (kind === 'configured' && (0,own_value/* ownValue */.e)(config.stages ?? {}, name)?.laptop !== 'allowed') {
        throw new errors/* UserError */.yo('E_LAPTOP_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, which its workflow deploys`,
            why: 'its configuration does not say `laptop: allowed`',
            fix: `leave --stage out for a stage of your own, or write \`laptop: allowed\` below stages.${name} in serverless-stages.yml`,
        });
    }
}

// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(23303);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/serverless/names.js
var names = __webpack_require__(27044);
// EXTERNAL MODULE: ./io/aws/ssm.js + 1 modules
var ssm = __webpack_require__(32795);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var io_configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ./io/laptop/checkout.js
var laptop_checkout = __webpack_require__(83115);
// EXTERNAL MODULE: ./io/laptop/credentials.js
var credentials = __webpack_require__(161);
// EXTERNAL MODULE: ./io/laptop/services.js
var laptop_services = __webpack_require__(85247);
// EXTERNAL MODULE: ./io/source.js + 19 modules
var io_source = __webpack_require__(77700);
// EXTERNAL MODULE: ./stage/wanted/preview-now.js
var preview_now = __webpack_require__(85975);
// EXTERNAL MODULE: ./cli/face.js + 2 modules
var cli_face = __webpack_require__(71028);
;// CONCATENATED MODULE: ./cli/laptop.js




















/**
 * Reads the clone and its configuration, and decides which stage is meant. Throws E_NO_CLONE, E_CONFIG and its kin,
 * E_LAPTOP_FORBIDDEN for a configured stage that may not be changed from here, E_GITHUB.
 */
async function openLaptop(options, terminal, purpose) {
    const checkout = await (0,laptop_checkout/* openCheckout */.Hj)(process.cwd());
    const config = await (0,io_configuration/* readConfig */.Xg)({ 'working-directory': checkout.folder }, checkout.root);
    const person = await (0,laptop_checkout/* readPerson */.c1)(checkout.root);
    const wanted = { stage: options.stage, profile: options.profile };
    const target = await fittedStage(config, wanted, person, checkout);
    if (purpose === 'change') {
        checkLaptopAllowed(config, target.stage);
    }
    const github = await (0,cli_face/* openGitHub */.o6)(checkout);
    const id = await (0,cli_face/* repositoryId */.q4)(checkout, github);
    const own = () => (0,credentials/* ownSession */.x)(configuration.profile.region, accountOf(configuration), options.awsProfile);
    const face = (0,cli_face/* laptopFace */.qc)({ checkout, person, github, repositoryId: id, log: terminal.log, own });
    const configuration = purpose === 'change' && target.stage.kind === 'configured'
        ? await configuredStage(target, checkout, face)
        : (0,effective/* effectiveConfiguration */.kH)(config, target.stage, target.profile);
    return {
        checkout,
        config,
        configuration,
        face,
        session: async () => {
            const role = target.stage.kind === 'personal' ? (0,effective/* personalRoleOf */.S4)(config, target.profile) : undefined;
            const secret = () => undefined;
            return role === undefined ? own() : face.assumerOf(configuration, secret, terminal.log)(role);
        },
    };
}
/** A personal stage has a shorter name if the usual one does not fit beside the names of the functions, as a preview has. */
async function fittedStage(config, wanted, person, checkout) {
    const { head } = checkout;
    const usual = laptopStage(config, wanted, person, head);
    if (usual.stage.kind !== 'personal') {
        return usual;
    }
    const { services, profile } = (0,effective/* effectiveConfiguration */.kH)(config, usual.stage, usual.profile);
    // What is wrong with the services is told by what needs them.
    const found = await (0,laptop_services/* servicesOnDisk */.x)(checkout, services, { stage: usual.stage.name, region: profile.region }).catch(() => []);
    const room = (0,names/* roomForStage */.ff)(found.flatMap(({ functionNames }) => functionNames));
    return usual.stage.name.length > room ? laptopStage(config, wanted, person, head, stage_name/* MIN_LENGTH */.G6) : usual;
}
/** The account that a stage is in, as far as the configuration says. */
function accountOf({ profile: { role } }) {
    return role === undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(role).account;
}
/** A configured stage gets a commit that is on its branch, by the file that GitHub has, as a workflow does it. */
async function configuredStage({ stage }, { root, folder, head, branch }, { github, log }) {
    if (head === undefined || (await (0,laptop_checkout/* isDirty */.DM)(root))) {
        throw new errors/* UserError */.yo('E_WRONG_CHECKOUT', {
            what: `this clone has changes that are not committed, and "${stage.name}" is a configured stage`,
            why: 'a configured stage has a commit of its branch, and nothing else',
            fix: 'commit and push them, or stash them (git stash)',
        });
    }
    const configs = (0,config_reader/* createConfigReader */.A)(github, folder, log);
    const inputs = {
        stage: stage.name,
        commit: head,
        ref: undefined,
        freeze: undefined,
        'lift-freeze': undefined,
        'dry-run': false,
        sweep: false,
        'working-directory': folder,
        'github-token': '',
    };
    const { outputs } = await (0,io_source/* withSource */.g)(root, folder, (source) => (0,resolve_stage_run/* run */.e)(inputs, {
        event: { type: 'dispatch' },
        runRef: branch === undefined ? '' : `refs/heads/${branch}`,
        isRerun: false,
        ...(0,preview_now/* previewsFrom */.sx)({ github, configs }),
        github,
        configs,
        source,
        filesOf: (0,io_source/* filesAtCommit */.a)(source),
        now: Date.now,
        log,
    }));
    return (0,transport/* decodeConfiguration */.d)(outputs.configuration ?? '');
}
/** Loads a stage's profile as the action load-profile does, and leaves no file. Throws what that throws. */
async function openProfile({ configuration, session }, { log }) {
    const opened = await session();
    let parameters = [];
    await (0,run/* run */.e)({
        configuration: undefined,
        stage: undefined,
        profile: undefined,
        parameters: process.env['PARAMETERS'],
        planner: false,
        'assume-role': false,
        'export-credentials': false,
        'working-directory': '.',
    }, {
        configuration,
        assumeRole: () => Promise.resolve(opened),
        ambientSession: () => Promise.resolve(opened),
        strayCredentials: [],
        openParameterStore: ssm/* openParameterStore */.X,
        mask: () => undefined,
        writeFiles: async (_, all) => {
            parameters = all;
            return { credentials: '', parameters: '' };
        },
        exportCredentials: () => undefined,
        log,
    });
    const redactor = (0,redact/* createRedactor */.lY)((0,masking/* planMasks */.R)(parameters, (0,masking/* outputTexts */.i)(configuration, opened)).secrets);
    return { session: opened, parameters, redactor };
}


/***/ }),

/***/ 93359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ wantsToGoOn),
/* harmony export */   L5: () => (/* binding */ askText),
/* harmony export */   Nh: () => (/* binding */ mayAsk),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   zF: () => (/* binding */ askChoice)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39100);

/** Whether somebody is there who can be asked, and wants to be. */
function mayAsk({ yes }, { isInteractive }) {
    return !yes && isInteractive;
}
/** Asks whether something is to be done; throws UsageError if the answer is no, or nobody is there to be asked. */
async function agree(question, options, terminal) {
    if (!(await wantsToGoOn(question, options, terminal))) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
}
/** Asks a question with yes and no; throws UsageError if nobody is there to be asked. */
async function wantsToGoOn(question, { yes }, terminal) {
    if (yes) {
        return true;
    }
    if (!terminal.isInteractive) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`${question} – nobody is there to be asked – add --yes to say so`);
    }
    const { confirm } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}
/** Asks for a text until `check` does not throw; throws UsageError if it is broken off. */
async function askText(message, { initial, check }) {
    const { text } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const answer = await text({
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (given) => {
            try {
                check(given ?? '');
                return undefined;
            }
            catch (error) {
                // A prompt has one line for it: what is wrong, and what to write.
                const [what = '', ...more] = error.message.split(' – ');
                return [what, ...more.slice(-1)].join(' – ');
            }
        },
        output: process.stderr,
    });
    return answered(answer);
}
/** Asks for one of several; throws UsageError if it is broken off. */
async function askChoice(message, choices) {
    const { select } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const options = choices.map(({ value, label }) => ({ value: value, label }));
    return answered(await select({ message, options, output: process.stderr }));
}
function answered(answer) {
    if (typeof answer === 'symbol') {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
    return answer;
}


/***/ }),

/***/ 98011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ showResult),
/* harmony export */   UQ: () => (/* binding */ showHead),
/* harmony export */   hq: () => (/* binding */ showChanges),
/* harmony export */   mJ: () => (/* binding */ orderOf)
/* harmony export */ });
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);
/* harmony import */ var _core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66);


/** Says which stage is meant, and where it is. */
function showHead({ app, stage, profile }, { account }, terminal) {
    const regions = profile.regions.join(', ');
    terminal.print([
        `${terminal.style('bold', `${app} · ${stage.name}`)} (${stage.kind} stage)`,
        `profile ${profile.name}, account ${account}, ${regions}`,
    ]);
}
const STYLES = {
    deployed: ['green', '✓', 'deployed'],
    planned: ['cyan', '+', 'would be deployed'],
    'rolled-back': ['yellow', '↩', 'rolled back'],
    unchanged: ['green', '✓', 'unchanged'],
    failed: ['red', '✗', 'failed'],
    superseded: ['yellow', '–', 'superseded'],
    removed: ['yellow', '–', 'removed'],
    'not-started': ['yellow', '–', 'not started'],
    'left-out': ['dim', '–', 'not in this stage'],
};
/** Shows what became of each service. */
function showResult(result, terminal) {
    const { services, regions } = result;
    const rows = services.map(({ key, region, status, reason, reads, seconds, url = '' }) => {
        const [, mark, words] = STYLES[status];
        const from = reads.map(({ service, stage }) => `${service} from ${stage}`);
        const why = [reason, ...(from.length === 0 ? [] : [`reads ${from.join(', ')}`])].join('; ');
        const name = regions.length > 1 ? `${key} (${region})` : key;
        return [`${mark} ${name}`, words, seconds === 0 ? '' : `${Math.round(seconds)} s`, url, (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(why)];
    });
    const lines = rows.length === 0 ? [] : (0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)([['  service', 'status', 'time', 'URL', 'why'], ...rows], terminal.width);
    const [head = '', ...body] = lines;
    const styled = body.map((line, index) => terminal.style(STYLES[services[index]?.status ?? 'planned'][0], line));
    const [style, mark, words] = STYLES[result.status];
    const left = result.leftOver.map((each) => `left over, and not removed by a deploy: ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(each)}`);
    terminal.print([
        '',
        ...(lines.length === 0 ? [] : [terminal.style('dim', head), ...styled, '']),
        ...(result.reason === undefined ? [] : [(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(result.reason)]),
        ...left,
        terminal.style(style, `${mark} ${words}`),
    ]);
}
/** Shows what would change in each stack. */
function showChanges({ services }, terminal) {
    const rows = services.flatMap(({ key, changes = [] }) => changes.map(({ action, type, logicalId }) => [key, action, logicalId, type]));
    terminal.print(rows.length === 0 ? [] : ['', ...(0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)([['service', 'change', 'resource', 'type'], ...rows], terminal.width)]);
}
/** The services in the order that they are deployed in: lists of those that go at the same time. */
function orderOf({ services, dependsOn = {} }) {
    const order = [];
    const keys = [...new Set(services.filter(({ status }) => status !== 'left-out').map(({ key }) => key))];
    const placed = new Set();
    for (let rest = keys; rest.length > 0; rest = rest.filter((key) => !placed.has(key))) {
        const ready = rest.filter((key) => (dependsOn[key] ?? []).every((on) => placed.has(on) || !keys.includes(on)));
        const next = ready.length === 0 ? rest : ready;
        order.push(next);
        for (const key of next) {
            placed.add(key);
        }
    }
    return order;
}


/***/ }),

/***/ 98634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _core_output_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91539);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);
/* harmony import */ var _deploying_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58565);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85);
/* harmony import */ var _laptop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57194);
/* harmony import */ var _prompts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93359);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98011);







/** Deploys a stage from the files of this clone, and shows what became of each service and what they publish. */
async function deploy(options, terminal) {
    const laptop = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_3__/* .openLaptop */ .X)(options, terminal, 'change');
    const { stage } = laptop.configuration;
    const profile = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_3__/* .openProfile */ .U)(laptop, terminal);
    (0,_show_js__WEBPACK_IMPORTED_MODULE_4__/* .showHead */ .UQ)(laptop.configuration, profile.session, terminal);
    if (stage.kind === 'configured') {
        await (0,_prompts_js__WEBPACK_IMPORTED_MODULE_5__/* .agree */ .d5)(`Deploy ${stage.commit?.slice(0, 7)} to the configured stage "${stage.name}"?`, options, terminal);
    }
    const { result, failure } = await (0,_deploying_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFromHere */ .M)(laptop, profile, { ...options, service: options.service, isDryRun: false }, terminal);
    (0,_show_js__WEBPACK_IMPORTED_MODULE_4__/* .showResult */ .L$)(result, terminal);
    const rows = result.services.flatMap(({ key, outputs }) => Object.entries(outputs).map(([id, value]) => `${key}.${(0,_core_output_names_js__WEBPACK_IMPORTED_MODULE_6__/* .outputName */ .V)(id)} = ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(value)}`));
    terminal.print(rows.length === 0 ? [] : ['', ...rows]);
    terminal.printJson(result);
    if (failure !== undefined) {
        terminal.log.error(`${failure.code}: ${failure.message}`);
    }
    return failure === undefined ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.ok : _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.failed;
}


/***/ }),

/***/ 66:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/** Shortest that a column is cut to, in characters. */
const MIN_COLUMN = 12;
/**
 * Lays rows out in columns, two blanks apart; the first row is the head. `width` cuts the widest columns until a line fits (undefined: nothing is cut, for what is read by a program).
 * A cell is one line.
 */
function renderTable(rows, width) {
    const columns = rows[0]?.length ?? 0;
    const widths = Array.from({ length: columns }, (_, index) => Math.max(...rows.map((row) => lengthOf(row[index]))));
    const fitting = width === undefined ? widths : fitWidths(widths, width - 2 * (columns - 1));
    return rows.map((row) => row
        .map((cell, index) => cut(cell, fitting[index] ?? 0).padEnd(index === columns - 1 ? 0 : (fitting[index] ?? 0)))
        .join('  ')
        .trimEnd());
}
const lengthOf = (cell = '') => cell.length;
/** Takes from the widest column until all fit, or none can be cut any more. */
function fitWidths(widths, room) {
    const fitting = [...widths];
    for (let over = sum(fitting) - room; over > 0; over = sum(fitting) - room) {
        const widest = fitting.indexOf(Math.max(...fitting));
        const least = Math.max(MIN_COLUMN, ...fitting.filter((_, index) => index !== widest));
        const next = Math.max((fitting[widest] ?? 0) - over, Math.min(least, (fitting[widest] ?? 0) - 1), MIN_COLUMN);
        if (next >= (fitting[widest] ?? 0)) {
            return fitting;
        }
        fitting[widest] = next;
    }
    return fitting;
}
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
/** Returns the beginning of a text that fits into a number of characters, with an ellipsis if that is not all. */
function cut(text, width) {
    return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}


/***/ })

};
