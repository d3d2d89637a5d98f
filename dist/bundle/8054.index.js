export const id = 8054;
export const ids = [8054];
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

/***/ 29308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ parseParametersSecret),
/* harmony export */   Uv: () => (/* binding */ ssmReferences),
/* harmony export */   mJ: () => (/* binding */ combineParameters),
/* harmony export */   nh: () => (/* binding */ checkSecretReferences)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51335);



/** Returns the names that the references of a profile point at in SSM. */
function ssmReferences(parameters) {
    const names = Object.values(parameters).flatMap((value) => (!(0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(value) && 'ssm' in value ? [value.ssm] : []));
    return [...new Set(names)];
}
/**
 * Reads the PARAMETERS secret: lines of `NAME=<JSON string>`. Lines, because the runner masks each line of a secret: a
 * JSON object over several lines would mask `{`. Throws E_SECRET_MISSING with the line's number, never its text.
 */
function parseParametersSecret(text) {
    const entries = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '') {
            continue;
        }
        const [, name, json] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
        const value = json === undefined ? undefined : parseJsonString(json);
        if (name === undefined || value === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret is not NAME=<JSON string>`,
                fix: 'write each entry on a line of its own, its value in double quotes: API_KEY="value" (line breaks as \\n)',
            });
        }
        if (entries.has(name)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret gives "${name}" a second time`,
                fix: 'keep one of the two lines',
            });
        }
        entries.set(name, value);
    }
    return entries;
}
function parseJsonString(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Checks that every `secret:` reference has its entry; throws E_SECRET_MISSING for the first that has none. */
function checkSecretReferences(parameters, secrets) {
    for (const [name, value] of Object.entries(parameters)) {
        if (!(0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(value) && 'secret' in value && !secrets.has(value.secret)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `the parameter "${name}" names the entry "${value.secret}", which the PARAMETERS secret does not have`,
                fix: `add a line ${value.secret}="…" to the secret and pass it as the input "parameters" – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestName */ .S)(value.secret, [...secrets.keys()])}`,
            });
        }
    }
}
/**
 * Puts the parameters of a profile together, ordered by name: explicit ones win over those below the path. Throws
 * E_PARAMETER for a name below the path that `${param:…}` cannot spell.
 */
function combineParameters(sources) {
    const combined = new Map();
    for (const found of sources.below) {
        const name = nameBelow(sources.path ?? '/', found.name);
        combined.set(name, {
            name,
            value: found.value,
            secret: found.secure,
            source: `ssm:${found.name}`,
            version: found.version,
        });
    }
    for (const [name, configured] of Object.entries(sources.parameters)) {
        combined.set(name, explicit(name, configured, sources));
    }
    return [...combined.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function nameBelow(path, fullName) {
    const name = fullName.slice(path.endsWith('/') ? path.length : path.length + 1);
    if (!_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .PARAMETER_NAME */ .GV.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PARAMETER', {
            what: `the SSM parameter "${fullName}" would be the parameter "${name}"`,
            why: '${param:…} cannot spell that name; it begins with a letter or _',
            fix: 'rename it in SSM, or name it under "parameters" with { ssm: … }',
        });
    }
    return name;
}
function explicit(name, configured, sources) {
    if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(configured)) {
        return { name, value: String(configured), secret: false, source: 'literal' };
    }
    if ('secret' in configured) {
        const value = sources.secrets.get(configured.secret) ?? '';
        return { name, value, secret: true, source: `secret:${configured.secret}` };
    }
    const found = sources.referenced.get(configured.ssm);
    if (found === undefined) {
        throw new Error(`the SSM parameter ${configured.ssm} was not read`);
    }
    return { name, value: found.value, secret: found.secure, source: `ssm:${configured.ssm}`, version: found.version };
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
