import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kV: () => (/* binding */ PROGRAM_NAMES),
  IZ: () => (/* reexport */ ServerlessStages),
  ni: () => (/* binding */ start)
});

;// CONCATENATED MODULE: ./plugin/plugin.js
/** Keys of a service's configuration that the Serverless Dashboard knew. */
const TOP_LEVEL = { org: { type: 'string' }, app: { type: 'string' }, outputs: { type: 'object' } };
/**
 * The Serverless plugin (osls 4, serverless 3): the variable source `${output:…}`, and `outputs:` as outputs of the stack.
 * The framework makes one and calls what stands in its two fields. What they do is loaded when the first of them is called:
 * the class stands in the same file of dist as the start of every action.
 */
class ServerlessStages {
    configurationVariablesSources;
    hooks;
    constructor(serverless) {
        acceptOldKeys(serverless);
        let opened;
        const work = () => {
            opened ??= plugin_open(serverless);
            return opened;
        };
        this.configurationVariablesSources = {
            output: { resolve: async ({ address = '' }) => (await work()).resolveSource(address) },
        };
        this.hooks = {
            initialize: async () => (await work()).resolveLiterals(),
            'before:package:finalize': async () => (await work()).publish(),
        };
    }
}
const plugin_open = async (serverless) => (await Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(1228), __nccwpck_require__.e(9307)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6436))).openWork(serverless);
/**
 * Has the framework take the keys that the Serverless Dashboard knew. serverless 3 knows them by itself, and would ask its
 * vendor for a login where it sees `org`: it does not see it any more.
 */
function acceptOldKeys(serverless) {
    if (serverless.version.startsWith('3.')) {
        delete serverless.configurationInput['org'];
        delete serverless.service.org;
        return;
    }
    for (const [name, property] of Object.entries(TOP_LEVEL)) {
        serverless.configSchemaHandler.defineTopLevelProperty(name, property);
    }
}

;// CONCATENATED MODULE: ./actions/bundle.js
// The plugin starts from the same bundle, so that no library is in dist twice.

/** Every program that dist holds, by the path below dist that starts it; one bundle serves them all. */
const programs = {
    'check-stages/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(7132), __nccwpck_require__.e(2245), __nccwpck_require__.e(8660), __nccwpck_require__.e(3130), __nccwpck_require__.e(2407)]).then(__nccwpck_require__.bind(__nccwpck_require__, 93781)),
    'cli/index': () => Promise.all(/* import() */[__nccwpck_require__.e(5109), __nccwpck_require__.e(4015)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94015)),
    'compare-packages/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(6291), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(7132), __nccwpck_require__.e(2325), __nccwpck_require__.e(2245), __nccwpck_require__.e(8660), __nccwpck_require__.e(3130), __nccwpck_require__.e(5307)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83687)),
    'deploy-service/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(6291), __nccwpck_require__.e(8939), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(9387), __nccwpck_require__.e(7132), __nccwpck_require__.e(6934), __nccwpck_require__.e(2325), __nccwpck_require__.e(1228), __nccwpck_require__.e(9116), __nccwpck_require__.e(2245), __nccwpck_require__.e(2000), __nccwpck_require__.e(8660), __nccwpck_require__.e(2425), __nccwpck_require__.e(3368), __nccwpck_require__.e(2198), __nccwpck_require__.e(5771)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82649)),
    'destroy-stage/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(8939), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9387), __nccwpck_require__.e(7132), __nccwpck_require__.e(6934), __nccwpck_require__.e(1228), __nccwpck_require__.e(9116), __nccwpck_require__.e(2000), __nccwpck_require__.e(2198), __nccwpck_require__.e(3709)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8753)),
    'install-dependencies/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(7132), __nccwpck_require__.e(844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 60844)),
    'load-profile/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9387), __nccwpck_require__.e(6734)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75068)),
    'load-profile/post': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(9045), __nccwpck_require__.e(9387), __nccwpck_require__.e(2725)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59282)),
    'promote/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(6291), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(9387), __nccwpck_require__.e(7132), __nccwpck_require__.e(6934), __nccwpck_require__.e(2325), __nccwpck_require__.e(1228), __nccwpck_require__.e(9116), __nccwpck_require__.e(2245), __nccwpck_require__.e(2425), __nccwpck_require__.e(4878)]).then(__nccwpck_require__.bind(__nccwpck_require__, 17563)),
    'report-stage/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(827), __nccwpck_require__.e(9045), __nccwpck_require__.e(7113), __nccwpck_require__.e(9387), __nccwpck_require__.e(6934), __nccwpck_require__.e(7226)]).then(__nccwpck_require__.bind(__nccwpck_require__, 77226)),
    'resolve-stage/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(6291), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(6934), __nccwpck_require__.e(2325), __nccwpck_require__.e(7560), __nccwpck_require__.e(552)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72503)),
    'test-services/index': () => Promise.all(/* import() */[__nccwpck_require__.e(4693), __nccwpck_require__.e(2327), __nccwpck_require__.e(9045), __nccwpck_require__.e(4235), __nccwpck_require__.e(7113), __nccwpck_require__.e(9656), __nccwpck_require__.e(7132), __nccwpck_require__.e(4659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4659)),
};
const PROGRAM_NAMES = Object.keys(programs);
/** Starts one program; never rejects, as each reports its own failure. */
async function start(name) {
    const { main } = await programs[name]();
    await main();
}

var __webpack_exports__PROGRAM_NAMES = __webpack_exports__.kV;
var __webpack_exports__ServerlessStages = __webpack_exports__.IZ;
var __webpack_exports__start = __webpack_exports__.ni;
export { __webpack_exports__PROGRAM_NAMES as PROGRAM_NAMES, __webpack_exports__ServerlessStages as ServerlessStages, __webpack_exports__start as start };
