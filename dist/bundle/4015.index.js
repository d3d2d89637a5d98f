export const id = 4015;
export const ids = [4015];
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

/***/ 94015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ../node_modules/commander/esm.mjs
var esm = __webpack_require__(5109);
// EXTERNAL MODULE: ./cli/exit-codes.js
var exit_codes = __webpack_require__(85);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./cli/version.js


/** Returns the version of the package that the running program is of; `program` is the file that was started. */
function readVersion(program = process.argv[1] ?? '') {
    const manifest = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(program)), '../../package.json');
    return JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8')).version;
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
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(8389), __webpack_require__.e(1879), __webpack_require__.e(1578)]).then(__webpack_require__.bind(__webpack_require__, 51578))).init,
    },
    {
        name: 'doctor',
        description: 'Check the setup: this clone, GitHub and AWS.',
        ofStage: false,
        more: withAwsProfile,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(8389), __webpack_require__.e(1879), __webpack_require__.e(1899)]).then(__webpack_require__.bind(__webpack_require__, 51899))).doctor,
    },
    {
        name: 'plan',
        description: 'Show what a deploy would do, and deploy nothing.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(2245), __webpack_require__.e(7194), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(7682)]).then(__webpack_require__.bind(__webpack_require__, 7682))).plan,
    },
    {
        name: 'deploy',
        description: 'Deploy your own stage, as it is on this disk.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(2245), __webpack_require__.e(7194), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(8634)]).then(__webpack_require__.bind(__webpack_require__, 98634))).deploy,
    },
    {
        name: 'destroy',
        description: 'Remove your own stage.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(7194), __webpack_require__.e(2000), __webpack_require__.e(8299)]).then(__webpack_require__.bind(__webpack_require__, 88267))).destroy,
    },
    {
        name: 'outputs',
        description: 'Show what the services of a stage publish.',
        more: withServices,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(7194), __webpack_require__.e(564)]).then(__webpack_require__.bind(__webpack_require__, 87151))).outputs,
    },
    {
        name: 'params',
        description: 'Show the parameters of a stage and where they come from, without secrets.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(8939), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(2245), __webpack_require__.e(7194), __webpack_require__.e(2000), __webpack_require__.e(8660), __webpack_require__.e(2425), __webpack_require__.e(3368), __webpack_require__.e(3447)]).then(__webpack_require__.bind(__webpack_require__, 33447))).params,
    },
    {
        name: 'stages',
        description: 'Show what runs where.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(7194), __webpack_require__.e(5713)]).then(__webpack_require__.bind(__webpack_require__, 44150))).stages,
    },
    {
        name: 'unlock',
        description: 'Give a stage back that somebody left locked.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4693), __webpack_require__.e(2327), __webpack_require__.e(6291), __webpack_require__.e(9045), __webpack_require__.e(4235), __webpack_require__.e(7113), __webpack_require__.e(9656), __webpack_require__.e(9387), __webpack_require__.e(7132), __webpack_require__.e(6934), __webpack_require__.e(2325), __webpack_require__.e(1228), __webpack_require__.e(9116), __webpack_require__.e(8389), __webpack_require__.e(7560), __webpack_require__.e(7194), __webpack_require__.e(5806)]).then(__webpack_require__.bind(__webpack_require__, 30425))).unlock,
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
const VERSION = ['-V', '--version'];
/** Builds the program for a command line; `done` is told the exit code of the verb that ran. */
function createProgram(args, done) {
    const program = new esm/* Command */.uB('serverless-stages')
        .description('Preview, staging and production for Serverless Framework applications: the same at home.')
        .configureHelp({ sortSubcommands: false })
        .showHelpAfterError('(serverless-stages --help shows what there is)')
        .version(VERSION.some((flag) => args.includes(flag)) ? readVersion() : '', VERSION.join(', '))
        .exitOverride();
    for (const { name, description, more, ofStage, load } of VERBS) {
        const bare = program.command(name).description(description);
        // Only the verb of the command line needs its options.
        if (!args.includes(name)) {
            continue;
        }
        const command = (ofStage === false ? bare : withStage(bare))
            .option('--json', 'print the result as JSON', false)
            .option('-y, --yes', 'ask nothing', false)
            .option('--verbose', 'show what the Serverless Framework prints, and more', false)
            .exitOverride();
        (more?.(command) ?? command).action(async (options) => {
            const [verb, { openTerminal }] = await Promise.all([load(), __webpack_require__.e(/* import() */ 7287).then(__webpack_require__.bind(__webpack_require__, 27287))]);
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
        await createProgram(args, (code) => {
            process.exitCode = code;
        }).parseAsync(args, { from: 'user' });
    }
    catch (error) {
        process.exitCode = await tell(error, args);
    }
};
/** Tells what went wrong, and returns the exit code. */
async function tell(error, args) {
    if (error instanceof esm/* CommanderError */.b7) {
        // Commander has told it, or printed what was asked for.
        return error.exitCode === 0 ? exit_codes/* EXIT */.d.ok : exit_codes/* EXIT */.d.usage;
    }
    // Help needs neither of them, and is shown at once.
    const [{ describeError }, { visible }] = await Promise.all([
        __webpack_require__.e(/* import() */ 3801).then(__webpack_require__.bind(__webpack_require__, 83801)),
        __webpack_require__.e(/* import() */ 9807).then(__webpack_require__.bind(__webpack_require__, 9807)),
    ]);
    const { code, message } = error instanceof usage_error/* UsageError */.e ? { code: 'E_INPUT', message: error.message } : describeError(error);
    if (args.includes('--json')) {
        process.stdout.write(`${JSON.stringify({ error: { code, message } }, undefined, 2)}\n`);
    }
    process.stderr.write(`error: ${visible(`${code}: ${message}`)}\n`);
    if (args.includes('--verbose')) {
        for (let cause = error; cause instanceof Error; cause = cause.cause) {
            process.stderr.write(`${visible(cause.stack ?? cause.message)}\n`);
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


/***/ })

};
