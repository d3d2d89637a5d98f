export const id = 7194;
export const ids = [7194];
export const modules = {

/***/ 17964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(23303);
// EXTERNAL MODULE: ./core/profile/parameter.js
var parameter = __webpack_require__(29308);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
;// CONCATENATED MODULE: ./core/report/parameters.js


/** How many names the log tells. */
const MOST_NAMES = 20;
/** Digits of the hash that people compare. */
const DIGITS = 12;
/**
 * Returns one hash over the names of parameters, where they come from, and SSM's versions of them, in 12 hex digits. Values are not
 * in it, since it is shown: a changed literal is told by the commit, a changed entry of PARAMETERS by nothing.
 */
function parametersHash(parameters) {
    const lines = parameters.map(({ name, source, version = '' }) => JSON.stringify([name, source, version]));
    return (0,external_node_crypto_.createHash)('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, DIGITS);
}
/** Tells the log how many parameters there are, where the first of them come from, and their hash; never a value. */
function describeParameters(parameters) {
    const secret = parameters.filter((parameter) => parameter.secret).length;
    const shown = parameters.slice(0, MOST_NAMES).map(({ name, source }) => `${name} (${source})`);
    const more = parameters.length > shown.length ? `, and ${parameters.length - shown.length} more` : '';
    const names = shown.length === 0 ? '' : `: ${shown.join(', ')}${more}`;
    return `${counted(parameters.length, 'parameter')}, ${secret} of them secret, names and versions ${parametersHash(parameters)}${names}`;
}
/** Renders the same for the job summary, in Markdown: how many are of which kind of source. */
function renderParameters(profile, parameters) {
    const of = (kind) => parameters.filter(({ source }) => source.split(':')[0] === kind).length;
    const kinds = [
        [of('literal'), 'of the configuration'],
        [of('ssm'), 'of SSM'],
        [of('secret'), 'of the PARAMETERS secret'],
    ];
    const parts = kinds.flatMap(([count, place]) => (count === 0 ? [] : [`${count} ${place}`]));
    const from = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
    return `Profile ${(0,markdown/* plain */.pj)(profile)}: ${counted(parameters.length, 'parameter')}${from}, names and versions \`${parametersHash(parameters)}\`\n`;
}
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./actions/load-profile/run.js






/** Loads a stage's profile: credentials and parameters, checked and masked, into files for the later steps. */
async function run(inputs, deps) {
    const { configuration, log } = deps;
    const { stage } = configuration;
    const profile = inputs.planner ? plannersProfile(configuration.profile) : configuration.profile;
    const secrets = (0,parameter/* parseParametersSecret */.EX)(inputs.parameters ?? '');
    (0,parameter/* checkSecretReferences */.nh)(profile.parameters, secrets);
    tellStray(inputs, deps);
    const session = await openSession(inputs['assume-role'], profile, deps);
    log.info(`profile ${profile.name} for stage ${stage.name}: account ${session.account}, region ${session.region}`);
    const parameters = await readParameters(profile, secrets, deps.openParameterStore(session), log);
    maskSecrets(parameters, (0,masking/* outputTexts */.i)(configuration, session), deps);
    log.info(describeParameters(parameters));
    const files = await deps.writeFiles(session, parameters);
    if (inputs['export-credentials']) {
        deps.exportCredentials(session);
    }
    return {
        outputs: {
            'credentials-file': files.credentials,
            'parameters-file': files.parameters,
            account: session.account,
            region: session.region,
            role: profile.role,
            'parameter-names': parameters.map((parameter) => parameter.name).join(','),
        },
        summary: renderParameters(profile.name, parameters),
    };
}
/** A profile with the role that only plans in the place of the one that deploys. Throws E_ROLE_ARN. */
function plannersProfile({ plannerRole, ...profile }) {
    if (plannerRole === undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the profile "${profile.name}" has no planner-role`,
            fix: 'add `planner-role:` to it in serverless-stages.yml (docs/workflows.md), or leave the input "planner" out',
        });
    }
    return { ...profile, role: plannerRole };
}
/** People wonder which credentials count where a machine offers several. */
function tellStray({ 'assume-role': assume, 'export-credentials': isExported }, { strayCredentials, log }) {
    const ignored = strayCredentials.filter((source) => assume || source !== 'AWS_ACCESS_KEY_ID');
    if (ignored.length > 0) {
        const used = assume ? "the profile's role" : 'AWS_ACCESS_KEY_ID with its secret';
        log.notice(`this action does not use ${ignored.join(', ')}: what counts is ${used}`);
    }
    if (isExported && ignored.some((source) => /^AWS_(DEFAULT_)?PROFILE$/.test(source))) {
        log.warning('AWS_PROFILE is set: SDKs of later steps may prefer it to the exported credentials; take it out of the environment');
    }
}
async function openSession(assume, profile, deps) {
    const { role, region } = profile;
    const fault = role === undefined ? undefined : (0,role_arn/* roleArnFault */.as)(role, region);
    if (fault !== undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the role "${role}" of profile "${profile.name}": ${fault}`,
            fix: role_arn/* ROLE_ARN_FIX */.vz,
        });
    }
    if (!assume) {
        return deps.ambientSession(region, role === undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(role).account);
    }
    if (role === undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the profile "${profile.name}" has no role`,
            fix: 'add `role:` to it in serverless-stages.yml, or set assume-role: false and bring credentials',
        });
    }
    return deps.assumeRole(role);
}
async function readParameters(profile, secrets, store, log) {
    const path = profile.parametersPath;
    const { referenced, below } = await store.read((0,parameter/* ssmReferences */.Uv)(profile.parameters), path);
    if (path !== undefined && below.length === 0) {
        const what = `SSM has nothing below "${path}" (parameters-path of profile "${profile.name}")`;
        if (profile.requireParameters) {
            throw new errors/* UserError */.yo('E_SSM_PATH', {
                what,
                fix: 'create the parameters there, correct the path or the region of the profile, or write require-parameters: false',
            });
        }
        log.warning(`${what}; require-parameters: false lets it pass`);
    }
    const place = (0,only_defined/* onlyDefined */.M)({ path });
    return (0,parameter/* combineParameters */.mJ)({ parameters: profile.parameters, secrets, referenced, below, ...place });
}
function maskSecrets(parameters, outputs, deps) {
    const plan = (0,masking/* planMasks */.R)(parameters, outputs);
    for (const mask of plan.masks) {
        deps.mask(mask);
    }
    for (const warning of plan.warnings) {
        deps.log.warning(warning);
    }
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

/***/ 23303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planMasks),
/* harmony export */   i: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3913);


/**
 * Plans which secret values the runner is told to mask. `outputs` are texts that the jobs pass on: the runner drops a
 * job output that holds a masked text, so a value that is part of one is not masked, and the user is warned.
 */
function planMasks(parameters, outputs) {
    const masks = new Set();
    const secrets = [];
    const warnings = [];
    for (const { name, value, secret } of parameters) {
        if (!secret || value === '') {
            continue;
        }
        const obstacle = maskObstacle(value, outputs);
        if (obstacle !== undefined) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: ${obstacle}`);
            continue;
        }
        secrets.push(value);
        const lines = maskedLines(value).filter((line) => maskObstacle(line, outputs) === undefined);
        for (const line of lines) {
            masks.add(line);
        }
        if (lines.length === 0) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: none of its lines can be`);
        }
    }
    return { masks: [...masks], secrets, warnings };
}
/** Returns the texts of a stage that the jobs pass on as outputs; literal parameters are among them, and not secret. */
function outputTexts(configuration, session) {
    const { app, stage, profile } = configuration;
    const { name, environment, region, role = '' } = profile;
    const literals = Object.values(profile.parameters).filter(_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
    return [
        app,
        stage.name,
        stage.kind,
        stage.ref,
        stage.commit ?? '',
        name,
        environment,
        region,
        role,
        session.account,
        ...literals,
    ];
}
/** The lines of a value that the runner is told: the one that it is, or the long ones of several. */
function maskedLines(value) {
    const lines = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .splitLines */ .uz)(value);
    return lines.length > 1 ? (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(value) : /[\r\n]/.test(value) ? lines : [value];
}
function maskObstacle(value, outputs) {
    if (value.trim().length < _redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym) {
        return `it is shorter than ${_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym} characters`;
    }
    if (/^[+-]?[0-9]+([.,][0-9]+)?$/.test(value.trim())) {
        return 'it is a plain number';
    }
    if (/^(true|false)$/i.test(value.trim())) {
        return 'it is a boolean';
    }
    return outputs.some((output) => output.includes(value)) ? 'it is part of an output that later jobs need' : undefined;
}


/***/ }),

/***/ 32795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ openParameterStore)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ../node_modules/p-throttle/index.js
var p_throttle = __webpack_require__(2482);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/broken-answer.js
var broken_answer = __webpack_require__(38884);
// EXTERNAL MODULE: ./io/aws/answer-clock.js
var answer_clock = __webpack_require__(44671);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/ssm-calls.js






/** SSM answers 40 reads a second for the whole account; a little less leaves room for others. */
const paced = (0,p_throttle/* default */.A)({ limit: 36, interval: 1000 });
/** Opens them with a session; the SDK is loaded then. */
async function openSsmCalls(session) {
    const { GetParametersByPathCommand, GetParametersCommand, SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1686)]).then(__webpack_require__.t.bind(__webpack_require__, 21686, 19));
    const client = new SSMClient((0,client_options/* clientOptions */.s1)(session));
    return {
        async getParameters(names, decrypt) {
            const send = async () => {
                const command = new GetParametersCommand({ Names: [...names], WithDecryption: decrypt });
                const at = answeredAt(command);
                const answer = await (0,request/* whole */.WQ)(client.send(command), 'Parameters', 'InvalidParameters');
                const { Parameters, InvalidParameters: missing } = answer;
                const found = writtenValues(Parameters);
                const known = new Set([...found.map(({ value }) => value.name), ...missing]);
                const unsaid = names.find((name) => !known.has(name));
                if (unsaid !== undefined) {
                    throw new broken_answer/* BrokenAnswer */.M(`the answer says nothing of ${unsaid}`);
                }
                return { found, missing, at: at() };
            };
            return (0,request/* request */.Em)(paced(send), request/* BEGINNING_RETRY */.r3);
        },
        async getPage(path, token, decrypt) {
            const input = { Path: path, Recursive: true, WithDecryption: decrypt, MaxResults: 10, NextToken: token };
            const send = async () => {
                const command = new GetParametersByPathCommand(input);
                const at = answeredAt(command);
                const { Parameters, NextToken } = await (0,request/* whole */.WQ)(client.send(command), 'Parameters');
                const found = writtenValues(Parameters);
                const foreign = found.find(({ value }) => !value.name.startsWith(path.endsWith('/') ? path : `${path}/`));
                if (foreign !== undefined) {
                    throw new broken_answer/* BrokenAnswer */.M(`${foreign.value.name} is not below ${path}`);
                }
                const next = (0,only_defined/* onlyDefined */.M)({ next: NextToken === '' ? undefined : NextToken });
                return { found, at: at(), ...next };
            };
            return (0,request/* request */.Em)(paced(send), request/* BEGINNING_RETRY */.r3);
        },
    };
}
/** Returns when a command is answered, by AWS's clock: it shows seconds, so what was written in the same one counts as later. */
function answeredAt(command) {
    let date = Date.now();
    (0,answer_clock/* watchAnswers */.D)(command, (at) => {
        date = at;
    });
    return () => date;
}
function writtenValues(parameters) {
    return (0,request/* entriesOf */.Mc)(parameters, 'a parameter', 'Name', 'Value', 'Type', 'Version', 'LastModifiedDate').map(({ Name, Value, Type, Version, LastModifiedDate }) => ({
        value: { name: Name, value: Value, secure: Type === 'SecureString', version: Version },
        written: LastModifiedDate.getTime(),
    }));
}

;// CONCATENATED MODULE: ./io/aws/ssm.js





/** How often parameters are read that are written meanwhile, and how far apart, in milliseconds: SSM's clock shows seconds. */
const READINGS = 5;
const BETWEEN_MS = 1000;
/** GetParameters takes ten names. */
const NAMES_PER_CALL = 10;
/** Opens SSM Parameter Store with a session; the SDK is loaded when the first value is asked for. */
function openParameterStore(session) {
    const place = `in account ${session.account}, region ${session.region}`;
    const calls = (0,once/* once */.O)(() => openSsmCalls(session));
    return {
        async read(names, path) {
            for (let reading = 1;; reading += 1) {
                const [referenced, below] = await Promise.all([values(names), path === undefined ? [] : readBelow(path)]);
                const answers = [...referenced, ...below];
                const first = Math.min(...answers.map(({ at }) => at));
                const found = answers.flatMap((answer) => answer.found);
                const newer = answers.length < 2 ? undefined : found.find(({ written }) => written > first);
                if (newer === undefined) {
                    const known = (all) => all.flatMap((answer) => answer.found.map(({ value }) => value));
                    return {
                        referenced: new Map(known(referenced).map((value) => [value.name, value])),
                        below: known(below).sort((a, b) => (a.name < b.name ? -1 : 1)),
                    };
                }
                if (reading === READINGS) {
                    throw new errors/* UserError */.yo('E_SSM_PATH', {
                        what: `SSM's parameters change while they are read, ${newer.value.name} last`,
                        why: 'a deploy would mix old and new values',
                        fix: 'run again when nothing writes them any more',
                    });
                }
                await (0,promises_.setTimeout)(BETWEEN_MS);
            }
        },
    };
    async function values(names) {
        const { getParameters } = await calls();
        const batches = Array.from({ length: Math.ceil(names.length / NAMES_PER_CALL) }, (_, index) => names.slice(index * NAMES_PER_CALL, (index + 1) * NAMES_PER_CALL));
        const answers = await Promise.all(batches.map((batch) => getParameters(batch, true).catch((error) => explain(error, batch, `the parameters ${batch.join(', ')}`))));
        const missing = answers.flatMap((answer) => answer.missing);
        if (missing.length > 0) {
            throw new errors/* UserError */.yo('E_SSM_MISSING', {
                what: `SSM has no parameter ${missing.join(', ')} ${place}`,
                fix: 'create it there, or correct its name or the region of the profile',
            });
        }
        return answers;
    }
    async function readBelow(path) {
        const { getPage } = await calls();
        const pages = [];
        const seen = new Set();
        for (let token;;) {
            const at = token;
            const page = await getPage(path, at, true).catch(async (error) => {
                const names = (0,aws_errors/* isDenied */.GZ)(error) || isKeyFault(error) ? await encryptedNames(path, at) : [];
                return explain(error, names, `the parameters below ${path}`);
            });
            pages.push(page);
            token = page.next;
            if (token === undefined) {
                return pages;
            }
            if (seen.has(token)) {
                throw new errors/* UserError */.yo('E_SSM_PATH', {
                    what: `SSM gives the same page of ${path} again and again, after ${pages.flatMap(({ found }) => found).length} parameters`,
                    fix: 'run again; tell AWS support if it stays',
                });
            }
            seen.add(token);
        }
    }
    /** Names of the secure parameters on a page, as far as the role may see them: one of them could not be decrypted. */
    async function encryptedNames(path, token) {
        const { getPage } = await calls();
        const page = await getPage(path, token, false).catch(() => undefined);
        return page?.found.filter(({ value }) => value.secure).map(({ value }) => value.name) ?? [];
    }
    /** AWS does not say which of several parameters it could not decrypt: each is asked for by itself. */
    async function explain(error, names, what) {
        const { getParameters } = await calls();
        if (isKeyFault(error)) {
            for (const name of names) {
                const cause = names.length === 1
                    ? error
                    : await getParameters([name], true).then(() => undefined, (one) => one);
                if (cause !== undefined && isKeyFault(cause)) {
                    throw decryptError(name, cause, place);
                }
            }
        }
        throw (0,aws_errors/* awsError */.es)(`${what} could not be read ${place}`, error, session.region);
    }
}
function isKeyFault(error) {
    const { name, message } = error;
    return name === 'InvalidKeyId' || /KMS|kms:/.test(`${name} ${message}`);
}
function decryptError(name, cause, place) {
    const key = /arn:aws[\w-]*:kms:[^\s"]+|alias\/[\w/-]+/.exec(cause.message)?.[0] ?? 'unknown to us';
    return new errors/* UserError */.yo('E_SSM_DECRYPT', {
        what: `the SecureString ${name} cannot be decrypted ${place} (KMS key: ${key})`,
        why: cause.message,
        fix: 'allow kms:Decrypt on that key to the role (in its policy and in the key policy), and see that the key is enabled',
        cause,
    });
}


/***/ })

};
