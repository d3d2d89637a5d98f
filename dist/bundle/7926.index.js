export const id = 7926;
export const ids = [7926];
export const modules = {

/***/ 85:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
/** What the program ends with; a signal ends it with 128 and its number (Ctrl-C: 130). */
const EXIT = {
    /** All is done, or as it should be. */
    ok: 0,
    /** Something failed, or was found. */
    failed: 1,
    /** The program was called wrongly; nothing was begun. */
    usage: 2,
};


/***/ }),

/***/ 97926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ../node_modules/commander/esm.mjs
var esm = __webpack_require__(5109);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/report/printable.js
var printable = __webpack_require__(9807);
// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./core/terminal/table.js
var table = __webpack_require__(66);
;// CONCATENATED MODULE: ./io/laptop/terminal.js



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** Back to the line's beginning, and all of it away (ECMA-48). */
const CLEAR = '\r\u001b[2K';
/** Opens the terminal of this process. https://no-color.org, https://force-color.org */
function openTerminal({ json, verbose }, { stdout, stderr } = process, environment = process.env) {
    const hasColours = (stream) => (environment['NO_COLOR'] ?? '') === '' &&
        ((environment['FORCE_COLOR'] ?? '0') !== '0' || (stream.isTTY === true && environment['TERM'] !== 'dumb'));
    const paint = (stream, style, text) => hasColours(stream) ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
    const status = openStatus(stderr, environment);
    const say = (line) => status.above(() => stderr.write(`${line}\n`));
    const marked = (style, mark) => (text) => say(`${paint(stderr, style, mark)} ${(0,printable/* visible */.RK)(text)}`);
    const foreign = (title, text) => {
        if (verbose) {
            say(paint(stderr, 'dim', (0,printable/* visible */.RK)(title)));
            for (const line of text.replace(/\n$/, '').split(/\r?\n/)) {
                say(`  ${paint(stderr, 'dim', '│')} ${(0,printable/* visible */.RK)(line)}`);
            }
        }
    };
    const info = (text) => {
        status.tell(text);
        say((0,printable/* visible */.RK)(text));
    };
    const log = {
        info,
        notice: marked('cyan', 'note:'),
        warning: marked('yellow', 'warning:'),
        error: marked('red', 'error:'),
        debug: (text) => {
            if (verbose) {
                say(paint(stderr, 'dim', (0,printable/* visible */.RK)(text)));
            }
        },
        foreign,
        group: (title, entries) => {
            info(title);
            for (const entry of entries) {
                if ('line' in entry) {
                    say(`  ${(0,printable/* visible */.RK)(entry.line)}`);
                }
                else {
                    foreign(entry.title, entry.foreign);
                }
            }
        },
    };
    return {
        json,
        verbose,
        isInteractive: process.stdin.isTTY === true && stderr.isTTY === true && (environment['CI'] ?? '') === '',
        width: stdout.isTTY === true ? stdout.columns : undefined,
        log,
        style: (style, text) => paint(stdout, style, text),
        print: (lines) => {
            if (!json) {
                status.above(() => stdout.write(lines.map((line) => `${line}\n`).join('')));
            }
        },
        printJson: (value) => {
            if (json) {
                status.above(() => stdout.write(`${JSON.stringify(value, undefined, 2)}\n`));
            }
        },
        working: (what, work) => status.during(what, work),
    };
}
/** The last line of a terminal, which says what is at work and how long; none where nobody looks at it as it comes. */
function openStatus(stream, environment) {
    const isLive = stream.isTTY === true && environment['TERM'] !== 'dumb' && (environment['CI'] ?? '') === '';
    let text;
    let start = 0;
    let frame = 0;
    const draw = () => {
        if (isLive && text !== undefined) {
            const seconds = Math.round((performance.now() - start) / 1000);
            const line = `${FRAMES[frame % FRAMES.length]} ${(0,printable/* printable */.g$)(text)} · ${seconds} s`;
            stream.write(`${CLEAR}${(0,table/* cut */.J)(line, (stream.columns || 80) - 1)}`);
        }
    };
    const clear = () => {
        if (isLive && text !== undefined) {
            stream.write(CLEAR);
        }
    };
    return {
        /** Writes something above the line. */
        above(write) {
            clear();
            write();
            draw();
        },
        /** Has the line say the last thing that was told. */
        tell(said) {
            text = text === undefined ? undefined : said;
        },
        async during(what, work) {
            text = what;
            start = performance.now();
            const timer = setInterval(() => {
                frame += 1;
                draw();
            }, FRAME_MS);
            timer.unref();
            try {
                return await work();
            }
            finally {
                clearInterval(timer);
                clear();
                text = undefined;
            }
        },
    };
}

;// CONCATENATED MODULE: ./cli/program.js


/** Collects a value that may be given several times, or as a list with commas. */
const collect = (value, before) => [
    ...(before ?? []),
    ...value.split(',').flatMap((name) => name.trim() || []),
];
const VERBS = [
    {
        name: 'init',
        description: 'Set up a repository: configuration, workflows, and commands for the rest.',
        ofStage: false,
        more: withAnswers,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(1028), __webpack_require__.e(5283), __webpack_require__.e(4535)]).then(__webpack_require__.bind(__webpack_require__, 44535))).init,
    },
    {
        name: 'doctor',
        description: 'Check the setup: this clone, GitHub and AWS.',
        ofStage: false,
        more: withAwsProfile,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(1028), __webpack_require__.e(5283), __webpack_require__.e(4438)]).then(__webpack_require__.bind(__webpack_require__, 74438))).doctor,
    },
    {
        name: 'plan',
        description: 'Show what a deploy would do, and deploy nothing.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(6205), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(7682)]).then(__webpack_require__.bind(__webpack_require__, 7682))).plan,
    },
    {
        name: 'deploy',
        description: 'Deploy your own stage, as it is on this disk.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(6205), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(8634)]).then(__webpack_require__.bind(__webpack_require__, 98634))).deploy,
    },
    {
        name: 'destroy',
        description: 'Remove your own stage.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(2000), __webpack_require__.e(8267)]).then(__webpack_require__.bind(__webpack_require__, 88267))).destroy,
    },
    {
        name: 'outputs',
        description: 'Show what the services of a stage publish.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(564)]).then(__webpack_require__.bind(__webpack_require__, 87151))).outputs,
    },
    {
        name: 'params',
        description: 'Show the parameters of a stage and where they come from, without secrets.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(6205), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(3447)]).then(__webpack_require__.bind(__webpack_require__, 33447))).params,
    },
    {
        name: 'stages',
        description: 'Show what runs where.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(5713)]).then(__webpack_require__.bind(__webpack_require__, 44150))).stages,
    },
    {
        name: 'unlock',
        description: 'Give a stage back that somebody left locked.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(1028), __webpack_require__.e(7560), __webpack_require__.e(8054), __webpack_require__.e(5806)]).then(__webpack_require__.bind(__webpack_require__, 30425))).unlock,
    },
];
function withServices(command) {
    return command.option('--service <key>', 'only this service, and what it needs (may be repeated)', collect);
}
function withAnswers(command) {
    return command
        .option('--account <ids>', 'AWS account: one id for all stages, or dev=ID,staging=ID,prod=ID', collect)
        .option('--region <region>', 'AWS region')
        .option('--production <way>', 'how production is deployed: branch or promotion')
        .option('--app <name>', 'name of the application (default: from the Dashboard or the repository)')
        .option('--owner <owner>', 'owner, or OWNER/NAME, of your copy of serverless-stages (default: where it was installed from)')
        .option('--default-branch <name>', "default branch (default: GitHub's)")
        .option('--production-branch <name>', 'branch of production (default: one of that name, or prod)')
        .option('--from-dashboard <file>', 'import stages, parameters and safeguards from your export of the Serverless Dashboard')
        .option('--replace', 'overwrite existing files that differ, after showing the difference', false);
}
function withAwsProfile(command) {
    return command.option('--aws-profile <name>', 'profile of ~/.aws/config that your credentials come from (default: AWS_PROFILE)');
}
function withStage(command) {
    return withAwsProfile(command)
        .option('--stage <name>', "a configured stage, or a name for one of your own (default: your name's)")
        .option('--profile <name>', "deployment profile (default: the stage's, else default-profile)");
}
/** Builds the program; `done` is told the exit code of the verb that ran. */
function createProgram(done) {
    const program = new esm/* Command */.uB('serverless-stages')
        .description('Preview, staging and production for Serverless Framework applications: the same at home.')
        .configureHelp({ sortSubcommands: false })
        .showHelpAfterError('(serverless-stages --help shows what there is)')
        .exitOverride();
    for (const { name, description, more, ofStage, load } of VERBS) {
        const bare = program.command(name).description(description);
        const command = (ofStage === false ? bare : withStage(bare))
            .option('--json', 'print the result as JSON', false)
            .option('-y, --yes', 'ask nothing', false)
            .option('--verbose', 'show what the Serverless Framework prints, and more', false)
            .exitOverride();
        (more?.(command) ?? command).action(async (options) => {
            const verb = await load();
            done(await verb(options, openTerminal(options)));
        });
    }
    return program.addHelpText('after', `
Exit codes: 0 done, 1 failed, 2 called wrongly, 130 ended by Ctrl-C.
A stage of your own is called after you and ends with -0me and five characters.`);
}

// EXTERNAL MODULE: ./cli/usage-error.js
var usage_error = __webpack_require__(39100);
;// CONCATENATED MODULE: ./cli/main.js






/** The program of the laptop: runs the verb of the command line, and sets the exit code. */
const main = async (args = process.argv.slice(2)) => {
    if (process.platform === 'win32') {
        process.stderr.write('serverless-stages runs on Linux and macOS; on Windows use WSL.\n');
        process.exitCode = exit_codes/* EXIT */.d.usage;
        return;
    }
    try {
        await createProgram((code) => {
            process.exitCode = code;
        }).parseAsync(args, { from: 'user' });
    }
    catch (error) {
        process.exitCode = tell(error, args);
    }
};
/** Tells what went wrong, and returns the exit code. */
function tell(error, args) {
    if (error instanceof esm/* CommanderError */.b7) {
        // Commander has told it, or printed what was asked for.
        return error.exitCode === 0 ? exit_codes/* EXIT */.d.ok : exit_codes/* EXIT */.d.usage;
    }
    const { code, message } = error instanceof usage_error/* UsageError */.e ? { code: 'E_INPUT', message: error.message } : (0,described_error/* describeError */.Uc)(error);
    if (args.includes('--json')) {
        process.stdout.write(`${JSON.stringify({ error: { code, message } }, undefined, 2)}\n`);
    }
    process.stderr.write(`error: ${(0,printable/* visible */.RK)(`${code}: ${message}`)}\n`);
    if (args.includes('--verbose')) {
        for (let cause = error; cause instanceof Error; cause = cause.cause) {
            process.stderr.write(`${(0,printable/* visible */.RK)(cause.stack ?? cause.message)}\n`);
        }
    }
    return code === 'E_INPUT' ? exit_codes/* EXIT */.d.usage : exit_codes/* EXIT */.d.failed;
}


/***/ }),

/***/ 39100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** The program was called in a way that it does not take: nothing was begun. */
class UsageError extends Error {
}


/***/ }),

/***/ 83801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   _h: () => (/* binding */ joinErrors),
/* harmony export */   a2: () => (/* binding */ stackTrace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
function describeError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
        ? { code: error.code, message: error.message }
        : {
            code: 'E_INTERNAL',
            message: `${error instanceof Error ? error.message : String(error)} – this is a fault of Serverless Stages – run again with debug logging on (on a laptop: --verbose) and report what it says`,
        };
}
/** Says where an error comes from, for the debug log. */
function stackTrace(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
function joinErrors(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}


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

/***/ 9807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   d3: () => (/* binding */ isWebAddress),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/** Signs that turn the direction of what is around them: a text would not read as it is (Unicode, UAX 9). */
const BIDIRECTIONAL = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
// Built from text, as the signs themselves would turn this line.
const UNPRINTABLE = new RegExp(`[${BIDIRECTIONAL}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f]`, 'g');
/** Shows the signs in a text that steer and are not seen, as JavaScript writes them: `\u202e`; line ends and tabs stay. */
function visible(text) {
    return text.replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Returns a text as one line that shows what it holds: line ends as blanks, signs that steer as `visible` has them. */
function printable(text) {
    return visible(text.replace(LINE_ENDS, ' '));
}
/**
 * Whether a text is an http(s) address that leads where it seems to: no name or password before the host
 * (`https://github.com@evil.example.com`), printable ASCII alone, no sign that ends a link of Markdown or Slack.
 */
function isWebAddress(text) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(text) && /^[!-~]+$/.test(text) && hasPlainHost(text);
}
function hasPlainHost(address) {
    try {
        const { username, password } = new URL(address);
        const [authority = ''] = address.slice(address.indexOf('//') + 2).split(/[/?#]/);
        return username === '' && password === '' && !authority.includes('@');
    }
    catch {
        return false;
    }
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
